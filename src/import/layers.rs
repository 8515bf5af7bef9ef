//! Files of one map, each of another day: a series of dated layers.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::fit;
use crate::{
    file::{
        entry::{Entry, inline},
        string,
    },
    geo::{dated_name::ambiguous, formats},
};

use super::{
    Whose,
    actors::is_no_party,
    draft::Draft,
    holder,
    shapes::{Shapes, own},
};

/// Adds a table for each series; the problems are those that keep one from being made.
pub fn add(files: &[Shapes], whose: Whose, draft: &mut Draft) -> Vec<String> {
    if files.is_empty() {
        return Vec::new();
    }
    let empty = files.iter().filter(|file| file.areas.is_empty());
    let mut problems: Vec<String> = empty
        .map(|file| format!("{}: there are no polygons in it", file.name))
        .collect();
    if !problems.is_empty() {
        return problems;
    }
    let holder = match holder(files, whose, draft) {
        Ok(holder) => holder,
        Err(why) => return vec![why],
    };
    let mut series: BTreeMap<(String, String), Vec<&Shapes>> = BTreeMap::new();
    for file in files {
        let (folder, _) = file.name.rsplit_once('/').unwrap_or_default();
        let kind = (folder.to_owned(), formats::extension(&file.name));
        series.entry(kind).or_default().push(file);
        if let Some((date, _)) = file.date {
            draft.newest_layer = draft.newest_layer.max(Some(date));
        }
    }
    for files in series.values() {
        problems.extend(add_series(files, &holder, draft).err());
    }
    problems
}

/// The way to tell whose the areas are.
enum Holder {
    /// Told by a property.
    Property(String),
    /// All of one, who is called so.
    Actor(String),
}

fn holder(files: &[Shapes], whose: Whose, draft: &mut Draft) -> Result<Holder, String> {
    let name = &files[0].name;
    match whose {
        Whose::Actor(actor) => Ok(Holder::Actor(actor.to_owned())),
        Whose::Property(asked) => {
            let named = holder::named(files, asked).map_err(|why| format!("{name}: {why}"));
            named.map(Holder::Property)
        }
        Whose::ToBeFound => {
            let (property, others) = holder::found(files)?;
            if !others.is_empty() {
                draft.notes.push(format!(
                    "{name}: `{property}` is taken to name the holders; `--actor-property` chooses another: {}",
                    others.join(", ")
                ));
            }
            Ok(Holder::Property(property))
        }
    }
}

fn add_series(files: &[&Shapes], holder: &Holder, draft: &mut Draft) -> Result<(), String> {
    let mut days = BTreeSet::new();
    for file in files {
        let day = file.date.as_ref().map(|(date, _)| *date);
        if !days.insert(day) {
            return Err(format!(
                "{}: another file has the same date in its name; a day has one",
                file.name
            ));
        }
    }
    let names: Vec<&str> = files.iter().map(|file| own(&file.name)).collect();
    if let Some(name) = ambiguous(&names) {
        draft.notes.push(format!(
            "{name}: the day is read before the month; where the month stands first, name the files as 2026-01-28"
        ));
    }
    let pattern = pattern(files);
    let id = draft.names.free("front", "front");
    let mut layers = Entry::table("layers");
    layers.text("id", &id);
    let source = draft.add_source("mapper", "Front line");
    layers.text("source", &source);
    layers.text("files", &pattern);
    if let Some(layer) = &files[0].layer {
        layers.text("layer", layer);
    }
    let actor = |name: &str, draft: &mut Draft| {
        let actor = draft.actors.id(name, &mut draft.names);
        let actor = actor.ok_or_else(|| format!("{pattern}: there are more holders than letters for them: name the property that tells them with `--actor-property`"))?;
        // Its regions are named so.
        draft.names.take(format!("{id}-{actor}"));
        Ok::<_, String>(actor)
    };
    match holder {
        Holder::Actor(name) => {
            layers.text("actor", &actor(name, draft)?);
        }
        Holder::Property(property) => {
            let open: usize = files.iter().map(|file| holder::open(file, property)).sum();
            if open > 0 {
                let note = format!("{pattern}: areas without `{property}`: {open}");
                draft.notes.push(note);
            }
            layers.text("holder", property);
            let holders: BTreeSet<&str> = files
                .iter()
                .flat_map(|file| holder::holders(file, property))
                .collect();
            let (none, parties): (Vec<&str>, Vec<&str>) =
                holders.iter().partition(|holder| is_no_party(holder));
            // Somebody has to hold something.
            let (none, parties) = if parties.is_empty() {
                (parties, none)
            } else {
                (none, parties)
            };
            let mut actors = BTreeMap::new();
            for holder in parties {
                let id = actor(holder, draft)?;
                actors.insert(fit(holder).unwrap_or_default(), string(&id));
            }
            layers.key("actors", &inline(&actors));
            if !none.is_empty() {
                let none: Vec<String> = none
                    .iter()
                    .filter_map(|it| fit(it))
                    .map(|it| string(&it))
                    .collect();
                layers
                    .key("ignore", &format!("[{}]", none.join(", ")))
                    .decide("these name no party: whether their areas are left out");
            }
        }
    }
    draft.places += &String::from(layers);
    Ok(())
}

/// The pattern of the names of files in one folder: what stands before each date, and how each ends.
fn pattern(files: &[&Shapes]) -> String {
    let first = files[0];
    let before = |file: &Shapes| file.date.as_ref().map_or(0, |(_, at)| at.start);
    let mut start = &first.name[..before(first)];
    for file in files {
        let other = &file.name[..before(file)];
        let same = start
            .char_indices()
            .zip(other.chars())
            .find(|((_, a), b)| a != b);
        let end = same.map_or(start.len().min(other.len()), |((at, _), _)| at);
        start = &start[..end];
    }
    // Marks that patterns are made of stand for nothing else.
    let start = start
        .split(['*', '?', '[', ']', '{', '}'])
        .next()
        .unwrap_or_default();
    let (_, extension) = first.name.rsplit_once('.').unwrap_or_default();
    format!("{start}*.{extension}")
}

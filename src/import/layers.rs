//! Files of one map, each of another day: a series of dated layers.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::fit;
use crate::{
    file::{
        entry::{Entry, inline},
        string,
    },
    geo::formats,
};

use super::{draft::Draft, holder, shapes::Shapes};

/// Adds a table for each series; the problems are those that keep one from being made.
pub fn add(files: &[Shapes], asked: Option<&str>, draft: &mut Draft) -> Vec<String> {
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
    let property = match holder::property(files, asked) {
        Ok(property) => property,
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
        problems.extend(add_series(files, &property, draft).err());
    }
    problems
}

fn add_series(files: &[&Shapes], property: &str, draft: &mut Draft) -> Result<(), String> {
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
    let pattern = pattern(files);
    let id = draft.names.free("front", "front");
    let holders: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| holder::holders(file, property))
        .collect();
    let mut actors = BTreeMap::new();
    for holder in holders {
        let actor = draft.actors.id(holder, &mut draft.names);
        let actor = actor.ok_or_else(|| {
            format!("{pattern}: `{property}` names more actors than there are letters for: name the property with `--actor-property`")
        })?;
        // Its regions are named so.
        draft.names.take(format!("{id}-{actor}"));
        actors.insert(fit(holder).unwrap_or_default(), string(&actor));
    }
    let open: usize = files.iter().map(|file| holder::open(file, property)).sum();
    if open > 0 {
        draft
            .notes
            .push(format!("{pattern}: areas without `{property}`: {open}"));
    }
    let source = draft.add_source("mapper", "Front line");
    let mut layers = Entry::table("layers");
    layers.text("id", &id);
    layers
        .text("name", "Front line")
        .decide("what the layers show");
    layers.text("source", &source);
    layers.text("files", &pattern);
    layers.text("holder", property);
    layers.key("actors", &inline(&actors));
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

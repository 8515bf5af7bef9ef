//! Files of shapes without a date: a region each, and a claim where a property says who holds it.

use std::slice;

use crate::diagnostics::fit;
use crate::file::{entry::Entry, string};

use super::{
    Whose,
    draft::Draft,
    holder,
    shapes::{Shapes, own},
};

/// The way out where a file has no one holder.
const SPLIT: &str = "a region has one holder: save the areas of each as a file of its own, or put the day that they show \
                     into the file's name, such as 2026-01-28, to make it a dated layer";

/// Adds a region for each file; the problems are those that keep one from being made.
pub fn add(files: &[Shapes], whose: Whose, draft: &mut Draft) -> Vec<String> {
    let mut problems = Vec::new();
    for file in files {
        let added = add_file(file, whose, draft);
        problems.extend(added.err().map(|why| format!("{}: {why}", file.name)));
    }
    problems
}

/// The one who holds all areas of a file, and the words that say so; `None` where no property tells.
fn said(file: &Shapes, whose: Whose) -> Result<Option<(String, String)>, String> {
    let own = own(&file.name);
    let property = match whose {
        Whose::Actor(actor) => {
            let words = |actor| format!("The areas in {own} are what {actor} holds.");
            return Ok(fit(actor).map(|actor| (actor.clone(), words(actor))));
        }
        Whose::Property(asked) => holder::named(slice::from_ref(file), asked)?,
        Whose::ToBeFound => match holder::found(slice::from_ref(file)) {
            Ok((property, _)) => property,
            Err(_) => return Ok(None),
        },
    };
    let holders: Vec<&str> = holder::holders(file, &property).into_iter().collect();
    match (holders.as_slice(), holder::open(file, &property)) {
        ([only], 0) => {
            let words = |holder: &str, property: String| {
                format!("The areas in {own} have {property} = {holder}.")
            };
            let said = fit(only).zip(fit(&property));
            Ok(said.map(|(holder, property)| (holder.clone(), words(&holder, property))))
        }
        ([_], open) => Err(format!("{open} of its areas have no `{property}`; {SPLIT}")),
        (several, _) => {
            let shown = several.iter().take(3).map(|holder| format!("“{holder}”"));
            let shown = shown.collect::<Vec<_>>().join(", ");
            Err(format!(
                "its areas have different holders (`{property}` is {shown}); {SPLIT}"
            ))
        }
    }
}

fn add_file(file: &Shapes, whose: Whose, draft: &mut Draft) -> Result<(), String> {
    if let Some(fault) = &file.fault {
        return Err(format!("{fault}; {}", fault.help()));
    }
    let said = said(file, whose)?;
    let own = own(&file.name);
    let (stem, _) = own.rsplit_once('.').unwrap_or((own, ""));
    let name = fit(&stem.replace(['-', '_'], " ")).unwrap_or_else(|| "Region".to_owned());
    let id = draft.names.free(stem, "region");
    let mut region = Entry::table("region");
    region.text("id", &id);
    region.text("name", &name).decide("its name on the map");
    let layer = file.layer.as_ref();
    let layer = layer.map(|layer| format!(", layer = {}", string(layer)));
    let (path, layer) = (string(&file.name), layer.unwrap_or_default());
    region.key("area", &format!("{{ file = {path}{layer} }}"));
    draft.places += &String::from(region);
    let Some((holder, words)) = said else {
        draft.notes.push(format!(
            "{}: no property says who holds it, so there is no claim",
            file.name
        ));
        return Ok(());
    };
    let actor = draft.actors.id(&holder, &mut draft.names);
    let actor =
        actor.ok_or("there are more actors than letters to mark them with: import fewer files")?;
    let source = draft.add_source(stem, &name);
    let mut claim = Entry::table("claim");
    claim.key("about", &format!("[{}]", string(&id)));
    claim.text("actor", &actor);
    claim
        .text("says", "holds")
        .decide("whether that is what the file says of its areas");
    claim.text("source", &source);
    claim.text("summary", &words);
    claim.open("when", "YYYY-MM-DD", "when it was so");
    draft.claims += &String::from(claim);
    Ok(())
}

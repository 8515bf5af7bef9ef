//! Files of shapes without a date: a region each, and a claim where a property says who holds it.

use std::slice;

use crate::diagnostics::fit;
use crate::file::{entry::Entry, string};

use super::{draft::Draft, holder, shapes::Shapes};

/// The way out where a file has no one holder.
const SPLIT: &str = "a region has one holder: save the areas of each as a file of its own, or put the day that they show \
                     into the file's name, such as 2026-01-28, to make it a dated layer";

/// Adds a region for each file; the problems are those that keep one from being made.
pub fn add(files: &[Shapes], asked: Option<&str>, draft: &mut Draft) -> Vec<String> {
    let mut problems = Vec::new();
    for file in files {
        let property = match holder::property(slice::from_ref(file), asked) {
            Err(why) if asked.is_some() => {
                problems.push(why);
                continue;
            }
            property => property.ok(),
        };
        let added = add_file(file, property.as_deref(), draft);
        problems.extend(added.err().map(|why| format!("{}: {why}", file.name)));
    }
    problems
}

fn add_file(file: &Shapes, property: Option<&str>, draft: &mut Draft) -> Result<(), String> {
    if let Some(fault) = &file.fault {
        return Err(format!("{fault}; {}", fault.help()));
    }
    let mut said = None;
    if let Some(property) = property {
        let holders: Vec<&str> = holder::holders(file, property).into_iter().collect();
        match (holders.as_slice(), holder::open(file, property)) {
            ([only], 0) => said = Some((property, *only)),
            ([_], open) => {
                return Err(format!("{open} of its areas have no `{property}`; {SPLIT}"));
            }
            (several, _) => {
                let shown = several.iter().take(3).map(|holder| format!("“{holder}”"));
                let shown = shown.collect::<Vec<_>>().join(", ");
                return Err(format!(
                    "its areas have different holders (`{property}` is {shown}); {SPLIT}"
                ));
            }
        }
    }
    let (_, own) = file.name.rsplit_once('/').unwrap_or(("", &file.name));
    let (stem, _) = own.rsplit_once('.').unwrap_or((own, ""));
    let name = fit(&stem.replace(['-', '_'], " ")).unwrap_or_else(|| "Region".to_owned());
    let id = draft.names.free(stem, "region");
    let mut region = Entry::table("region");
    region.text("id", &id);
    region.text("name", &name).decide("its name on the map");
    region.key("area", &format!("{{ file = {} }}", string(&file.name)));
    draft.places += &String::from(region);
    let Some((property, holder)) =
        said.and_then(|(property, holder)| Some((fit(property)?, fit(holder)?)))
    else {
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
    claim.text(
        "summary",
        &format!("The areas in {own} have {property} = {holder}."),
    );
    claim.open("when", "YYYY-MM-DD", "when it was so");
    draft.claims += &String::from(claim);
    Ok(())
}

//! Files of shapes without a date: a region each, and a claim where a property says who holds it.

use crate::{file::string, geo::polygons};

use super::{Asked, Draft, Shapes, entry::Entry, fit, holder};

/// Adds a region for each file; the problems are those that keep one from being made.
pub fn add(files: &[Shapes], asked: &Asked, draft: &mut Draft) -> Vec<String> {
    let property = holder::property(files, asked);
    let mut problems = Vec::new();
    if let (Some(_), Err(why), [first, ..]) = (&asked.actor_property, &property, files) {
        problems.push(format!("{}: {why}", first.name));
    }
    for file in files {
        let added = add_file(file, property.as_deref().ok(), draft);
        problems.extend(added.err().map(|why| format!("{}: {why}", file.name)));
    }
    problems
}

fn add_file(file: &Shapes, property: Option<&str>, draft: &mut Draft) -> Result<(), String> {
    polygons::area(&file.features).map_err(|error| format!("{error}; {}", error.help()))?;
    let holders: Vec<&str> = property.map_or_else(Vec::new, |property| {
        holder::holders(file, property).into_iter().collect()
    });
    if let (Some(property), [first, second, ..]) = (property, holders.as_slice()) {
        return Err(format!(
            "its areas have different holders (`{property}` is “{first}”, “{second}”{}), and a region has one: save those of each as a \
             file of its own, or put the day it shows into its name, such as 2026-01-28, to make it a dated layer",
            if holders.len() > 2 { " …" } else { "" },
        ));
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
    let (Some(property), Some(holder)) = (property, holders.first().and_then(|holder| fit(holder)))
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
        &format!(
            "The areas in {own} have {} = {holder}.",
            fit(property).unwrap_or_default()
        ),
    );
    claim.open("when", "YYYY-MM-DD", "when it was so");
    draft.claims += &String::from(claim);
    Ok(())
}

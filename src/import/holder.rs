//! The property that names who holds an area: the one that is asked for, or one whose few values repeat.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{clean, there_are};

use super::shapes::Shapes;

/// The usual names of such a property, the surest first.
const NAMES: &[&str] = &[
    "control",
    "controller",
    "controlled_by",
    "holder",
    "held_by",
    "side",
    "faction",
    "party",
    "owner",
    "actor",
    "status",
    "group",
    "folder",
    "name",
    "title",
];
/// More values than this tell things apart that are no actors.
const MOST: usize = 36;

/// The property of that name; or a sentence that says that no area has it.
pub fn named(files: &[Shapes], asked: &str) -> Result<String, String> {
    let values = values(files);
    if values.contains_key(asked) {
        return Ok(asked.to_owned());
    }
    let there = there_are(values.keys().copied());
    let asked = clean(asked);
    Err(format!("no area has a property `{asked}`: {there}"))
}

/// The values that each property has.
fn values(files: &[Shapes]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let areas = files.iter().flat_map(|file| &file.areas);
    for (name, value) in areas.flatten() {
        values.entry(name).or_default().insert(value);
    }
    values
}

/// The property of some files that names the holder, with the others that may; or a sentence that says why there is none.
pub fn found(files: &[Shapes]) -> Result<(String, Vec<String>), String> {
    let areas = || files.iter().flat_map(|file| &file.areas);
    let values = values(files);
    let there = || there_are(values.keys().copied());
    let count = areas().count();
    let few = |name: &&str| {
        let values = values.get(*name).map_or(0, BTreeSet::len);
        let given = areas().filter(|area| area.contains_key(*name)).count();
        // One name an area says which area it is; but so few areas may have a holder each.
        let tells_apart = ["name", "title"]
            .iter()
            .any(|own| name.eq_ignore_ascii_case(own));
        let repeats = values < given || !tells_apart;
        given == count && (1..=MOST).contains(&values) && repeats
    };
    let known = NAMES.iter().flat_map(|known| {
        values
            .keys()
            .filter(move |name| name.eq_ignore_ascii_case(known))
    });
    // One that tells areas apart comes before one that says the same of all.
    let several = |name: &&str| values.get(*name).is_some_and(|values| values.len() > 1);
    let fit = known.clone().copied().filter(few);
    let fit: Vec<&str> = match fit.clone().filter(several).collect::<Vec<_>>() {
        none if none.is_empty() => fit.collect(),
        several => several,
    };
    if let [found, others @ ..] = &*fit {
        let others = others.iter().map(ToString::to_string).collect();
        return Ok(((*found).to_owned(), others));
    }
    // Where it is only left open somewhere, that is what to say.
    let repeats = |name: &&&str| (1..=MOST).contains(&values.get(**name).map_or(0, BTreeSet::len));
    let left_open = |name: &str| {
        let file = files.iter().find(|file| open(file, name) > 0)?;
        Some(format!(
            "{}: {} of {} areas have no `{name}`: give it to them, or say with `--actor-property` that it names the holder, and they are left out",
            file.name,
            open(file, name),
            file.areas.len()
        ))
    };
    let left_open = known.filter(repeats).find_map(|name| left_open(name));
    Err(left_open.unwrap_or_else(|| {
        format!(
            "{}: it isn't clear which property names the holder: name it with `--actor-property`, or the one who holds all of it with `--actor`; {}",
            files[0].name, there()
        )
    }))
}

/// The holders in a file, as its property has them.
pub fn holders<'a>(file: &'a Shapes, property: &str) -> BTreeSet<&'a str> {
    let values = file.areas.iter().filter_map(|area| area.get(property));
    values.map(String::as_str).collect()
}

/// The number of areas in a file of which the property says nothing.
pub fn open(file: &Shapes, property: &str) -> usize {
    let areas = file.areas.iter();
    areas.filter(|area| !area.contains_key(property)).count()
}

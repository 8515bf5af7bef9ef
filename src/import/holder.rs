//! The property that names who holds an area: the one that is asked for, or one whose few values repeat.

use std::collections::{BTreeMap, BTreeSet};

use crate::{diagnostics::clean, geo::formats::Feature};

use super::{Asked, Shapes};

/// What such a property is called, the surest names first.
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

/// The property of some files that names the holder, or a sentence that says why there is none.
pub fn property(files: &[Shapes], asked: &Asked) -> Result<String, String> {
    let features = || {
        files
            .iter()
            .flat_map(|file| &file.features)
            .filter(|feature| has_area(feature))
    };
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, value) in features().flat_map(|feature| &feature.properties) {
        values.entry(name).or_default().insert(value);
    }
    let there = || {
        let names: Vec<String> = values
            .keys()
            .map(|name| format!("`{}`", clean(name)))
            .collect();
        match names.as_slice() {
            [] => "there are no properties at all".to_owned(),
            names => format!("there are {}", names.join(", ")),
        }
    };
    if let Some(asked) = &asked.actor_property {
        return match values.contains_key(asked.as_str()) {
            true => Ok(asked.clone()),
            false => Err(format!(
                "no area has a property `{}`: {}",
                clean(asked),
                there()
            )),
        };
    }
    let areas = features().count();
    let few = |name: &&str| {
        let values = values.get(*name).map_or(0, BTreeSet::len);
        let given = features()
            .filter(|feature| feature.properties.contains_key(*name))
            .count();
        // One name an area says which area it is; but so few areas may have a holder each.
        let repeats = values < given || !matches!(*name, "name" | "title");
        given == areas && (1..=MOST).contains(&values) && repeats
    };
    let known = NAMES.iter().flat_map(|known| {
        values
            .keys()
            .filter(move |name| name.eq_ignore_ascii_case(known))
    });
    known.copied().find(few).map(str::to_owned).ok_or_else(|| {
        format!(
            "it isn't clear which property names the holder: say so with `--actor-property`; {}",
            there()
        )
    })
}

pub fn has_area(feature: &Feature) -> bool {
    !feature.geometry.areas.is_empty()
}

/// The holders in a file, as its property has them.
pub fn holders<'a>(file: &'a Shapes, property: &str) -> BTreeSet<&'a str> {
    let areas = file.features.iter().filter(|feature| has_area(feature));
    areas
        .filter_map(|feature| feature.properties.get(property))
        .map(String::as_str)
        .collect()
}

//! The property that says what features are called.

use std::{cmp::Reverse, collections::BTreeSet};

use crate::geo::formats::Feature;

use crate::diagnostics::fit;

/// The properties that names usually stand under, the plainest first.
pub const NAME: &[&str] = &[
    "name",
    "name_en",
    "adm4_en",
    "adm3_en",
    "adm2_en",
    "adm1_en",
    "name_4",
    "name_3",
    "name_2",
    "name_1",
    "shapename",
    "admin",
    "name_long",
    "nam",
    "title",
    "label",
];

/// The property of a known name that tells features apart best: that with the most different values.
pub fn property<'a>(features: &[&'a Feature], known: &[&str]) -> Option<&'a str> {
    let all = features
        .iter()
        .flat_map(|feature| feature.properties.keys());
    let names: BTreeSet<&str> = all.map(String::as_str).collect();
    let values = |name: &str| -> usize {
        let values = features
            .iter()
            .filter_map(|feature| feature.properties.get(name));
        values.collect::<BTreeSet<_>>().len()
    };
    let known = |name: &str| {
        known
            .iter()
            .position(|known| name.eq_ignore_ascii_case(known))
    };
    let fitting = names
        .into_iter()
        .filter_map(|name| Some((values(name), Reverse(known(name)?), name)));
    fitting.max().map(|(_, _, name)| name)
}

/// Returns the name that a feature has under a property, if that can be shown.
pub fn name(feature: &Feature, property: Option<&str>) -> Option<String> {
    fit(feature.properties.get(property?)?)
}

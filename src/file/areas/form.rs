//! Checks of what can't be so in the areas of one entry, whatever the base map.

use std::collections::BTreeMap;

use ::geo::MultiPolygon;

use crate::{
    atlas::Date,
    diagnostics::{Check, Code, Located, Problem, Span},
    file::wire,
};

/// Notes areas that don't stand in the order of their dates.
pub fn check_order(dated: &[Located<(Date, MultiPolygon)>], check: &mut Check) {
    for pair in dated.windows(2) {
        let [before, after] = [&pair[0], &pair[1]];
        if !before.value.0.is_before(after.value.0) {
            let problem = Problem::new(
                Code::BadArea,
                &after.at,
                "this date is not after the one before it",
            );
            check.report(
                problem
                    .also(&before.at, "the date before")
                    .help("put the areas in the order of their dates"),
            );
        }
    }
}

/// Notes what can't go together in an area.
pub fn check_form(area: &wire::Area, at: &Span, check: &mut Check) {
    let [all, part, within, file] = [
        area.all.is_absent(),
        area.part.is_absent(),
        area.within.is_absent(),
        area.file.is_absent(),
    ]
    .map(|absent| !absent);
    let wrong = match (all, part, within, file) {
        (.., false) if !area.layer.is_absent() => Some((
            "`layer` needs a `file`",
            "name the file that the layer is of",
        )),
        (_, true, false, _) => Some((
            "`part` needs a `within`",
            "say which outline clips the parts",
        )),
        (_, false, true, _) => Some((
            "`within` needs a `part`",
            "list the units that are clipped under `part`",
        )),
        (true, _, _, true) | (_, true, _, true) => Some((
            "an area is made of units or of a file, not of both",
            "take `file` or the units out",
        )),
        (false, false, _, false) => Some((
            "this area is made of nothing",
            "give it `all`, `part` or `file`",
        )),
        _ => None,
    };
    if let Some((message, help)) = wrong {
        check.report(Problem::new(Code::BadArea, at, message).help(help));
    }
}

/// Notes units that are given twice, be it in one list or in both.
pub fn check_units(all: &[Located<String>], part: &[Located<String>], check: &mut Check) {
    let mut given: BTreeMap<&str, (&Span, &str)> = BTreeMap::new();
    let keyed = |list, key| std::iter::repeat(key).zip(list);
    for (key, unit) in keyed(all, "all").chain(keyed(part, "part")) {
        let id = unit.value.as_str();
        let Some((first, before)) = given.get(id) else {
            given.insert(id, (&unit.at, key));
            continue;
        };
        let (message, help) = if *before == key {
            (format!("`{id}` is named twice"), "once is enough")
        } else {
            (
                format!("`{id}` is given whole and in part"),
                "take it out of `part`, or out of `all` where only a part is meant",
            )
        };
        let problem = Problem::new(Code::DuplicateUnit, &unit.at, message);
        check.report(problem.also(first, "first named here").help(help));
    }
}

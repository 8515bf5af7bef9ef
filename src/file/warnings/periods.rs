//! Problems with areas at other dates than the file's own, which are not read until they are looked at.

use std::collections::BTreeSet;

use crate::{
    diagnostics::{Code, Problem},
    file::{
        Document,
        overlap::{Histories, Period},
    },
};

/// The problems of each period, the first of a kind for each region, or pair of them.
pub fn problems(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut unread, mut shared) = (BTreeSet::new(), BTreeSet::new());
    let mut histories = Histories::default();
    if document.map.starts().is_empty() {
        return problems;
    }
    let starts = document.map.starts();
    for (nth, (_, map)) in document.map.each_period().enumerate() {
        for it in &map.unread {
            if unread.insert(it.why.clone()) {
                let at = &document.spans.regions[it.regions[0].index()];
                let problem = Problem::new(Code::BadGeodata, at, it.why.clone());
                problems.push(problem.help("mend the file, or take it out of its folder"));
            }
        }
        for clash in histories.clashes(&document.atlas, &map.coverage, &Period::of(starts, nth)) {
            if shared.insert(clash.pair) {
                let at = &document.spans.regions[clash.pair[0].index()];
                let message = clash.message(&document.atlas);
                let problem = Problem::new(Code::AreaOverlap, at, message);
                problems.push(
                    problem.help("no land can be of two regions that differ: clip one of them"),
                );
            }
        }
    }
    problems
}

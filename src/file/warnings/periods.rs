//! Problems with areas at other dates than the file's own, which are not read until they are looked at.

use std::collections::BTreeSet;

use crate::{
    atlas::{RegionId, state::Snapshot},
    diagnostics::{Code, Problem},
    file::{Document, overlap},
    geo::Map,
};

/// The problems of each period, the first of a kind for each region, or pair of them.
pub fn problems(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut unread, mut shared) = (BTreeSet::new(), BTreeSet::new());
    if document.map.starts().is_empty() {
        return problems;
    }
    for (start, map) in document.map.each_period() {
        for it in &map.unread {
            if unread.insert((it.region, it.why.clone())) {
                let at = &document.spans.regions[it.region.index()];
                let problem = Problem::new(Code::BadGeodata, at, it.why.clone());
                problems.push(problem.help("mend the file, or take it out of its folder"));
            }
        }
        let date = start.unwrap_or(document.atlas.as_of);
        let snapshot = Snapshot::at(&document.atlas, date);
        for (pair, km2) in differing(&map, &snapshot) {
            if shared.insert(pair) {
                let [id, other] = pair.map(|region| document.atlas[region].id.as_str());
                let at = &document.spans.regions[pair[0].index()];
                let message =
                    format!("`{id}` and `{other}` share {km2:.0} km² and differ as of {date}");
                let problem = Problem::new(Code::AreaOverlap, at, message);
                problems.push(
                    problem.help("no land can be of two regions that differ: clip one of them"),
                );
            }
        }
    }
    problems
}

/// The pairs of regions that share land and are in different states, with the size of what they share.
fn differing(map: &Map, snapshot: &Snapshot) -> Vec<([RegionId; 2], f64)> {
    let shared = overlap::shared_km2(&map.coverage).into_iter();
    let differ = |[one, other]: [RegionId; 2]| snapshot[one].control != snapshot[other].control;
    shared
        .filter(|&(pair, km2)| km2 > overlap::SLIVER_KM2 && differ(pair))
        .collect()
}

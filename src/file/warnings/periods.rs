//! Problems with areas at other dates than the file's own, which are not read until they are looked at.

use std::collections::BTreeSet;

use crate::{
    atlas::RegionId,
    diagnostics::{Code, Problem},
    file::{
        Document,
        overlap::{CLIP, Histories, Period},
    },
    geo::Map,
};

/// The problems of each period, the first of a kind for each region, or pair of them.
pub fn problems(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut unread, mut shared) = (BTreeSet::new(), BTreeSet::new());
    let mut outside = BTreeSet::new();
    let mut histories = Histories::default();
    if document.map.starts().is_empty() {
        return problems;
    }
    let starts = document.map.starts();
    for (nth, (start, map)) in document.map.each_period().enumerate() {
        for it in &map.unread {
            if unread.insert(it.why.clone()) {
                let at = &document.spans.regions[it.regions[0].index()];
                let problem = Problem::new(Code::BadGeodata, at, it.why.clone());
                problems.push(problem.help("mend the file, or take it out of its folder"));
            }
        }
        for region in abroad(&map) {
            if outside.insert(region) {
                let at = &document.spans.regions[region.index()];
                let date = start.unwrap_or(document.atlas.as_of);
                let id = &document.atlas[region].id;
                let message = format!("nothing of `{id}` lies in the country as of {date}");
                let problem = Problem::new(Code::OutsideCountry, at, message);
                problems
                    .push(problem.help("a position is [longitude, latitude]: they may be swapped"));
            }
        }
        for clash in histories.clashes(&document.atlas, &map.coverage, &Period::of(starts, nth)) {
            if shared.insert(clash.pair) {
                let at = &document.spans.regions[clash.pair[0].index()];
                let message = clash.message(&document.atlas);
                let problem = Problem::new(Code::AreaOverlap, at, message);
                problems.push(problem.help(CLIP));
            }
        }
    }
    problems
}

/// The regions that have land, and none of it in the country.
fn abroad(map: &Map) -> impl Iterator<Item = RegionId> + '_ {
    let areas = map.areas.iter().zip(&map.coverage.inside_km2).enumerate();
    let abroad = areas.filter(|(_, (area, inside))| !area.0.is_empty() && **inside <= 0.0);
    abroad.map(|(n, _)| RegionId::at(n))
}

//! Differences of places from date to date: their states, the evidence for them, and their areas.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    change::{Field, Span},
    stand::Stand,
};
use crate::{
    atlas::{Date, Place, RegionId},
    caption::words,
    export::Exported,
    geo::algebra,
};

/// The name of what is told in square kilometres.
const AREA: &str = "area in the country";

/// A difference while it lasts, by the number of the date that it began at and that it was last seen at.
struct Run {
    first: usize,
    last: usize,
    found: Difference,
    /// The land that is in one alone, where both have some.
    moved: Option<String>,
}

/// The differences of each place that is in both maps, by its id; notes what is wrong with the land at a date on the way,
/// while it is at hand.
pub fn of_places(
    old: &Exported,
    new: &Exported,
    dates: &[Date],
    doubts: &mut BTreeSet<String>,
) -> BTreeMap<String, Vec<Field>> {
    let mut runs: BTreeMap<String, Vec<Run>> = BTreeMap::new();
    let pairs: Vec<(Place, Place)> = new
        .atlas
        .places()
        .filter_map(|after| Some((old.atlas.place(new.atlas.id(after))?, after)))
        .collect();
    for (nth, &date) in dates.iter().enumerate() {
        let (then, now) = (old.at_date(date), new.at_date(date));
        doubts.extend(
            [&then, &now]
                .into_iter()
                .flat_map(|map| map.captions().land_doubts()),
        );
        for &(before, after) in &pairs {
            let found = differences([(&then, before), (&now, after)]);
            if !found.is_empty() {
                let runs = runs.entry(new.atlas.id(after).to_owned()).or_default();
                for difference in found {
                    add(runs, nth, difference, &then, &now);
                }
            }
        }
    }
    let fields = |runs: Vec<Run>| {
        let mut fields: Vec<Field> = runs.into_iter().map(|run| run.field(dates)).collect();
        let order = |name: &str| {
            ["state", "evidence", AREA]
                .iter()
                .position(|it| *it == name)
        };
        fields.sort_by_key(|field| order(field.name));
        fields
    };
    runs.into_iter()
        .map(|(id, runs)| (id, fields(runs)))
        .collect()
}

/// One thing that differs at a date.
struct Difference {
    name: &'static str,
    /// The same as long as the difference is, in whatever tense it is told.
    key: String,
    before: String,
    after: String,
    /// The regions whose areas these are, if they are of areas.
    areas: Option<[RegionId; 2]>,
}

fn differences(sides: [(&Exported, Place); 2]) -> Vec<Difference> {
    let [before, after] = sides.map(|(map, place)| Stand::new(map, place));
    let mut found: Vec<Difference> = Vec::new();
    if before.key() != after.key() {
        found.push(Difference {
            name: "state",
            key: before.key() + &after.key(),
            before: before.sentence,
            after: after.sentence,
            areas: None,
        });
    }
    if before.grade != after.grade {
        found.push(Difference {
            name: "evidence",
            key: format!("{} {}", before.grade, after.grade),
            before: before.grade.to_owned(),
            after: after.grade.to_owned(),
            areas: None,
        });
    }
    if let [(old, Place::Region(was)), (new, Place::Region(is))] = sides
        && old.map.areas[was.index()] != new.map.areas[is.index()]
    {
        let area = |map: &Exported, id: RegionId| {
            words::square_km(map.map.coverage.inside_km2[id.index()])
        };
        let (before, after) = (area(old, was), area(new, is));
        found.push(Difference {
            name: AREA,
            key: format!("{before} {after}"),
            before,
            after,
            areas: Some([was, is]),
        });
    }
    found
}

/// Goes on with a run, or begins one.
fn add(runs: &mut Vec<Run>, nth: usize, found: Difference, old: &Exported, new: &Exported) {
    let goes_on = |run: &&mut Run| {
        run.found.name == found.name && run.last + 1 == nth && run.found.key == found.key
    };
    if let Some(run) = runs.iter_mut().find(goes_on) {
        run.last = nth;
        run.found = found;
        return;
    }
    let moved = found.areas.and_then(|[was, is]| {
        let (was, is) = (&old.map.areas[was.index()], &new.map.areas[is.index()]);
        let size = |one, other| {
            Some(words::square_km(algebra::area_km2(
                &algebra::difference([one], [other]).ok()?,
            )))
        };
        Some(format!(
            "{} gained and {} lost",
            size(is, was)?,
            size(was, is)?
        ))
    });
    runs.push(Run {
        first: nth,
        last: nth,
        found,
        moved,
    });
}

impl Run {
    fn field(self, dates: &[Date]) -> Field {
        let all = self.first == 0 && self.last + 1 == dates.len();
        let (from, to) = (dates[self.first], dates[self.last]);
        let words = if self.first == self.last {
            format!("at {from}")
        } else if self.last + 1 == dates.len() {
            format!("from {from}")
        } else {
            format!("{from} to {to}")
        };
        let moved = self.moved.map(|moved| format!(": {moved}"));
        Field {
            name: self.found.name,
            span: (!all).then(|| Span {
                from: from.iso(),
                to: to.iso(),
                words,
            }),
            before: Some(self.found.before),
            after: Some(self.found.after + &moved.unwrap_or_default()),
        }
    }
}

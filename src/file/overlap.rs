//! Land that two actors would hold at once.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::{BoundingRect, Intersects, MultiPolygon};

use crate::{
    atlas::{
        ActorId, Atlas, Date, RegionId, Says, Subject,
        state::{Control, region_at},
    },
    geo::algebra,
};

use super::{Code, check::Check, names::Names, problem::Problem};

/// Up to this, what two areas share is the rounding of their borders, in square kilometres.
const SLIVER_KM2: f64 = 1.0;

/// Notes regions that share land while different actors hold them.
pub(super) fn overlaps(atlas: &Atlas, areas: &[MultiPolygon], names: &Names, check: &mut Check) {
    let claimants: Vec<_> = (0..areas.len())
        .map(|n| claimants(atlas, RegionId(n)))
        .collect();
    for (second, area) in areas.iter().enumerate() {
        for (first, other) in areas[..second].iter().enumerate() {
            // What is cheap to tell comes first: whether they ever could, whether they share land, whether they do.
            let rivals = |actor| claimants[second].iter().any(|other| other != actor);
            if !claimants[first].iter().any(rivals) {
                continue;
            }
            let shared = shared_km2(area, other);
            if shared <= SLIVER_KM2 {
                continue;
            }
            let Some(date) = clash(atlas, RegionId(first), RegionId(second)) else {
                continue;
            };
            let (id, other) = (&atlas.regions[second].id, &atlas.regions[first].id);
            let message = format!(
                "`{id}` and `{other}` share {shared:.0} km² and have different holders ({date})"
            );
            let place = |id| names.things.place(id).cloned().unwrap_or_default();
            let problem = Problem::new(Code::AreaOverlap, &place(id), message)
                .also(&place(other), "the other region");
            check
                .report(problem.help(format!("take one from the other: `except = [\"{other}\"]`")));
        }
    }
}

/// Who is ever said to hold a region.
fn claimants(atlas: &Atlas, region: RegionId) -> BTreeSet<ActorId> {
    let claims = atlas.claims_about(Subject::Region(region));
    claims
        .filter(|(_, claim)| claim.says == Says::Holds)
        .filter_map(|(_, claim)| claim.actor)
        .collect()
}

fn shared_km2(a: &MultiPolygon, b: &MultiPolygon) -> f64 {
    match (a.bounding_rect(), b.bounding_rect()) {
        (Some(one), Some(two)) if one.intersects(&two) => {
            algebra::area_km2(&algebra::intersection([a], [b]))
        }
        _ => 0.0,
    }
}

/// The first date on which two regions have different holders.
fn clash(atlas: &Atlas, one: RegionId, two: RegionId) -> Option<Date> {
    let holder = |region, date| match region_at(atlas, region, date).control {
        Control::Held(actor) => Some(actor),
        _ => None,
    };
    let differ = |date: &Date| {
        let holders: (Option<ActorId>, Option<ActorId>) = (holder(one, *date), holder(two, *date));
        matches!(holders, (Some(one), Some(two)) if one != two)
    };
    let dates = atlas.claims.iter().map(|claim| atlas.dated(claim).date());
    let in_order: BTreeMap<_, _> = dates.map(|date| (date.last_day(), date)).collect();
    in_order.into_values().find(differ)
}

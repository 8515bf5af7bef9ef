//! Land that would be drawn as one region's or as another's by chance.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::{BoundingRect, Intersects, MultiPolygon};

use crate::{
    atlas::{
        ActorId, Atlas, Date, RegionId, Says, Subject, Switchboard, rule::region_at, state::Control,
    },
    geo::algebra,
};

use super::{
    Code,
    areas::Made,
    check::Check,
    names::Names,
    problem::{Problem, SHOWN},
};

/// Up to this, what two areas share is the rounding of their borders, in square kilometres.
const SLIVER_KM2: f64 = 1.0;

/// Notes regions that share land while different actors hold them, or while one is held and the other is not: as many as
/// are shown, as each takes its time.
pub(super) fn overlaps(
    atlas: &Atlas,
    areas: &[MultiPolygon],
    made: &[Made],
    names: &Names,
    check: &mut Check,
) {
    let holders = holders(atlas);
    let mut found = 0;
    for (second, area) in areas.iter().enumerate() {
        for (first, other) in areas[..second].iter().enumerate() {
            if found == SHOWN {
                return;
            }
            let (id, other_id) = (&atlas.regions[second].id, &atlas.regions[first].id);
            if !may_clash(&holders[first], &holders[second])
                || made[second].is_apart(id, &made[first], other_id)
            {
                continue;
            }
            // The land comes first: most regions share none, and then their claims need not be weighed.
            let shared = shared_km2(area, other);
            if shared <= SLIVER_KM2 {
                continue;
            }
            let Some((date, held)) = clash(atlas, RegionId(first), RegionId(second)) else {
                continue;
            };
            let other = other_id;
            let what = match held {
                (true, true) => "have different holders".to_owned(),
                (true, false) => format!("only `{other}` is said to be held"),
                (false, _) => format!("only `{id}` is said to be held"),
            };
            let message = format!("`{id}` and `{other}` share {shared:.0} km² and {what} ({date})");
            found += 1;
            let place = |id| names.things.place(id).cloned().unwrap_or_default();
            let problem = Problem::new(Code::AreaOverlap, &place(id), message)
                .also(&place(other), "the other region");
            check
                .report(problem.help(format!("take one from the other: `except = [\"{other}\"]`")));
        }
    }
}

/// For each region everybody who is ever said to hold it.
fn holders(atlas: &Atlas) -> Vec<BTreeSet<ActorId>> {
    let mut holders = vec![BTreeSet::new(); atlas.regions.len()];
    let holding = atlas
        .claims
        .iter()
        .filter(|claim| claim.says == Says::Holds);
    for (claim, subject) in holding.flat_map(|claim| claim.about.iter().map(move |s| (claim, s))) {
        if let Subject::Region(id) = subject {
            holders[id.0].extend(claim.actor);
        }
    }
    holders
}

fn may_clash(one: &BTreeSet<ActorId>, two: &BTreeSet<ActorId>) -> bool {
    one != two || one.len() > 1
}

fn shared_km2(a: &MultiPolygon, b: &MultiPolygon) -> f64 {
    match (a.bounding_rect(), b.bounding_rect()) {
        (Some(one), Some(two)) if one.intersects(&two) => {
            algebra::area_km2(&algebra::intersection([a], [b]))
        }
        _ => 0.0,
    }
}

/// The first date on which two regions have different holders, or one has one and the other is silent; and which of them
/// are held then.
fn clash(atlas: &Atlas, one: RegionId, two: RegionId) -> Option<(Date, (bool, bool))> {
    let held = |region, date| match region_at(atlas, region, date, &Switchboard::default()).control
    {
        Control::Held(actor) => Some(Some(actor)),
        Control::Silent => Some(None),
        _ => None,
    };
    let differ = |date: Date| {
        let (one, two) = (held(one, date)?, held(two, date)?);
        (one != two).then_some((date, (one.is_some(), two.is_some())))
    };
    let dates = atlas.claims.iter().map(|claim| atlas.dated(claim).by());
    let in_order: BTreeMap<_, _> = dates.map(|date| (date.last_day(), date)).collect();
    in_order.into_values().find_map(differ)
}

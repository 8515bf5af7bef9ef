//! Land that lies in another region at one of two dates that are compared than at the other: hatched from what it was to
//! what it is.

use super::{
    Emphasis, Fill, Land, Owner, View,
    fill::{Appearance, Pattern, Tint},
    ground::{self, Ground},
};
use crate::{
    atlas::{Place, RegionId, state::Snapshot},
    geo::Map,
};

/// A ground with moved land as regions of its own, behind those of the atlas.
pub struct Moved {
    pub ground: Ground,
    /// The fill of each.
    pub fills: Vec<Fill>,
    /// The region that each lies in at the date that is shown, if any.
    pub regions: Vec<Option<RegionId>>,
}

impl Moved {
    /// `None` where no dates are compared or no land has moved between them.
    pub fn of(view: &View, shown: &Ground) -> Option<Self> {
        let (before, after) = view.compared()?;
        let marked = view.marked?;
        let other: Map = view.map.of_snapshot(marked)?;
        let owners = ground::owners_of(&View {
            map: &other,
            ..view.clone()
        });
        let is_earlier = std::ptr::eq(view.snapshot, before);
        let first = view.atlas.regions.len();
        let mut pairs: Vec<[Owner; 2]> = Vec::new();
        let mut mixed = shown.owners.clone();
        for y in 0..mixed.height() {
            let there = owners.row(y);
            for (here, &there) in mixed.row_mut(y).iter_mut().zip(there) {
                if *here == there || !here.is_home() || !there.is_home() {
                    continue;
                }
                let pair = [*here, there];
                let nth = pairs.iter().position(|known| *known == pair);
                let nth = nth.unwrap_or_else(|| {
                    pairs.push(pair);
                    pairs.len() - 1
                });
                *here = Owner::region(RegionId::at(first + nth));
            }
        }
        if pairs.is_empty() {
            return None;
        }
        let fills = pairs.iter().map(|&[here, there]| {
            let (was, is) = if is_earlier {
                (here, there)
            } else {
                (there, here)
            };
            hatched(&part(view, before, was), &part(view, after, is))
        });
        Some(Self {
            fills: fills.collect(),
            regions: pairs.iter().map(|[here, _]| region(*here)).collect(),
            ground: shown.with(mixed),
        })
    }
}

fn region(owner: Owner) -> Option<RegionId> {
    match owner.land() {
        Land::Region(id) => Some(id),
        _ => None,
    }
}

/// The tints and letters of a part of the country at a date.
fn part(view: &View, snapshot: &Snapshot, owner: Owner) -> (Vec<Tint>, Vec<char>) {
    match region(owner) {
        Some(id) => {
            let appearance = Appearance::at(view, snapshot, Place::Region(id));
            (appearance.pattern.tints(), appearance.marks())
        }
        None => (Pattern::Silent.tints(), vec![super::fill::NO_LETTER]),
    }
}

fn hatched(was: &(Vec<Tint>, Vec<char>), is: &(Vec<Tint>, Vec<char>)) -> Fill {
    Fill {
        pattern: Pattern::Between([was.0.as_slice(), &is.0].concat()),
        emphasis: Emphasis::Plain,
        letters: [was.1.as_slice(), &is.1].concat(),
    }
}

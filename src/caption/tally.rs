//! The country's area shared out among classes of land. Each share is rounded by itself where it is shown, so what is
//! shown is as near to the share as a whole percent can be, and percents may sum to a little more or less than 100.

use std::collections::BTreeMap;

use super::{Captions, words};
use crate::atlas::{Grade, RegionId};

/// Up to this part of the country, land in no region is the rounding of borders.
const ROUNDING: f64 = 1e-6;

/// A share of the country's area, and what of it rests on inference alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Portion {
    stated: f64,
    inferred: f64,
}

/// The footing of what is said: inference alone, or more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Footing {
    Stated,
    Inferred,
}

/// The sums of land by class; land of no region is silent.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tally<C> {
    shares: BTreeMap<C, f64>,
    silent: f64,
}

impl Portion {
    const fn stated(share: f64) -> Self {
        Self {
            stated: share,
            inferred: 0.0,
        }
    }

    /// From nothing, 0, to the whole country, 1.
    pub fn share(&self) -> f64 {
        self.stated + self.inferred
    }

    /// The share that rests on inference alone.
    pub const fn inferred(&self) -> f64 {
        self.inferred
    }

    /// Returns `true` for no land at all; the least sliver counts as some.
    pub fn is_empty(&self) -> bool {
        self.share() <= 0.0
    }

    /// `28%`, without a word on what it rests on.
    pub fn size(&self) -> String {
        words::percent(self.share())
    }

    /// `28%`, `13% inferred`, or `26% (13 points inferred)`.
    pub fn words(&self) -> String {
        self.marked(self.size(), " inferred")
    }

    /// The same after other words: `parts of 13%, inferred`.
    pub fn words_after(&self, before: &str) -> String {
        self.marked(format!("{before} {}", self.size()), ", inferred")
    }

    /// The same before another word: `13% occupied, inferred`.
    pub fn words_before(&self, after: &str) -> String {
        self.marked(format!("{} {after}", self.size()), ", inferred")
    }

    /// The same in fewer words: `26% (13 inferred)`.
    pub fn short_words(&self) -> String {
        self.words()
            .replace(" points inferred", " inferred")
            .replace(" point inferred", " inferred")
    }

    /// The same in the fewest words: `26%`; that something is inferred is said where all of it is.
    pub fn least_words(&self) -> String {
        if self.stated > 0.0 {
            self.size()
        } else {
            self.short_words()
        }
    }

    /// Words for its size with what of it is inferred.
    fn marked(&self, all: String, mark: &str) -> String {
        if self.inferred <= 0.0 {
            all
        } else if self.stated <= 0.0 {
            format!("{all}{mark}")
        } else {
            format!("{all} ({} inferred)", words::points(self.inferred))
        }
    }
}

impl From<Grade> for Footing {
    fn from(grade: Grade) -> Self {
        if grade == Grade::Inferred {
            Self::Inferred
        } else {
            Self::Stated
        }
    }
}

impl<C: Ord> Tally<C> {
    /// Shares out `whole_km2` among the classes and silence.
    fn new(km2: BTreeMap<C, f64>, whole_km2: f64) -> Self {
        let known: f64 = km2.values().sum();
        let rest = (whole_km2 - known).max(0.0);
        let silent = if rest > whole_km2 * ROUNDING {
            rest
        } else {
            0.0
        };
        let whole = known + silent;
        let share = |km2: f64| if whole > 0.0 { km2 / whole } else { 0.0 };
        Self {
            shares: km2
                .into_iter()
                .map(|(class, km2)| (class, share(km2)))
                .collect(),
            silent: share(silent),
        }
    }

    /// Sums the classes that have a footing.
    pub fn portion(&self, footing: impl Fn(&C) -> Option<Footing>) -> Portion {
        let sum = |wanted: Footing| {
            let parts = self.shares.iter();
            let parts = parts.filter(|(class, _)| footing(class) == Some(wanted));
            parts
                .map(|(_, share)| share)
                .fold(0.0, |sum, share| sum + share)
        };
        Portion {
            stated: sum(Footing::Stated),
            inferred: sum(Footing::Inferred),
        }
    }

    /// The land of each class, without silence and whatever its footing.
    pub fn each(&self) -> impl Iterator<Item = (&C, Portion)> {
        let shares = self.shares.iter();
        shares.map(|(class, &share)| (class, Portion::stated(share)))
    }

    /// The rest, of which nothing is said.
    pub const fn silent(&self) -> Portion {
        Portion::stated(self.silent)
    }
}

impl Captions<'_> {
    /// Shares out the country, each piece of land once, by a class made of the regions that share the piece, or `None`
    /// where these are silent.
    pub(super) fn tally<C: Ord>(&self, class: impl Fn(&[RegionId]) -> Option<C>) -> Tally<C> {
        let mut km2 = BTreeMap::new();
        for piece in &self.map.coverage.pieces {
            if let Some(class) = class(&self.atlas.on_top(&piece.regions)) {
                *km2.entry(class).or_insert(0.0) += piece.km2;
            }
        }
        Tally::new(km2, self.map.total_km2)
    }

    /// A region's share of the country's area.
    pub(super) fn share(&self, region: RegionId) -> f64 {
        if self.map.total_km2 > 0.0 {
            (self.map.coverage.inside_km2[region.index()] / self.map.total_km2).min(1.0)
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::{
            ActorId, Switchboard,
            sample::{self, BLUES, REDS},
            state::{Basis, Control, RegionState, Snapshot},
        },
        caption::{Legend, sample::on},
        geo::Map,
    };
    use proptest::prelude::*;

    /// Cells of the grid that corners lie on, in degrees, and how many there are on a side.
    const CELL: f64 = 0.25;
    const CELLS: usize = 16;
    /// The corner that the grid starts at: the country of the sample is its middle, from 36 to 38 and from 34 to 36.
    const WEST: f64 = 35.0;
    const SOUTH: f64 = 33.0;

    /// A rectangle of cells: first and last column, first and last row.
    type Cells = [usize; 4];

    fn cells() -> impl Strategy<Value = Cells> {
        let side = || (0..CELLS, 0..CELLS).prop_map(|(a, b)| (a.min(b), a.max(b)));
        (side(), side()).prop_map(|((west, east), (south, north))| [west, east, south, north])
    }

    /// The state of a region, and the grades of what is said of the reds and the blues.
    type Stated = (Control, [Grade; 2]);

    fn state() -> impl Strategy<Value = Stated> {
        let control = prop_oneof![
            Just(Control::Silent),
            Just(Control::Held(REDS)),
            Just(Control::Held(BLUES)),
            Just(Control::Occupied(BLUES)),
            Just(Control::InParts(vec![REDS])),
            Just(Control::InParts(vec![REDS, BLUES])),
            Just(Control::Contested(vec![REDS, BLUES])),
            Just(Control::Disputed(vec![REDS, BLUES])),
        ];
        let grade = || {
            prop_oneof![
                Just(Grade::Quoted),
                Just(Grade::Reported),
                Just(Grade::Inferred)
            ]
        };
        (control, [grade(), grade()])
    }

    fn ring([west, east, south, north]: Cells) -> Vec<[f64; 2]> {
        let (x, y) = (
            |n: usize| WEST + n as f64 * CELL,
            |n: usize| SOUTH + n as f64 * CELL,
        );
        let ([west, east], [south, north]) = ([x(west), x(east + 1)], [y(south), y(north + 1)]);
        vec![[west, south], [east, south], [east, north], [west, north]]
    }

    /// The area of a cell for its row, up to a factor: the ellipsoid's radii of curvature, summed over thin strips.
    fn weight(row: usize) -> f64 {
        const STRIPS: usize = 100;
        let squared = 0.006_694_38_f64;
        let strip = |n: usize| {
            let latitude = SOUTH + (row as f64 + (n as f64 + 0.5) / STRIPS as f64) * CELL;
            let (sine, cosine) = latitude.to_radians().sin_cos();
            (1.0 - squared) * cosine / (1.0 - squared * sine * sine).powi(2)
        };
        (0..STRIPS).map(strip).sum()
    }

    /// The legend as it should be: for each cell of the country, the state that counts there. What is inferred is so for
    /// an actor, or for everybody.
    fn counted(
        regions: &[(Cells, Stated)],
        actor: Option<ActorId>,
        wanted: impl Fn(&Control, bool) -> bool,
    ) -> f64 {
        let rank = |control: &Control| match control {
            Control::Contested(_) => 0,
            Control::Disputed(_) => 1,
            Control::InParts(actors) => 2 + usize::from(actors.len() > 1),
            Control::Occupied(actor) => 4 + actor.index(),
            Control::Held(actor) => 10 + actor.index(),
            Control::Silent => usize::MAX,
        };
        let grade = |grades: [Grade; 2]| match actor {
            Some(actor) => grades[usize::from(actor == BLUES)],
            None => grades[0].max(grades[1]),
        };
        let (mut sum, mut all) = (0.0, 0.0);
        let country = CELLS / 4..CELLS * 3 / 4;
        for (x, y) in country
            .clone()
            .flat_map(|x| country.clone().map(move |y| (x, y)))
        {
            let here = regions.iter().filter(|([west, east, south, north], _)| {
                (*west..=*east).contains(&x) && (*south..=*north).contains(&y)
            });
            let state = here
                .map(|(_, (control, grades))| (control, grade(*grades) == Grade::Inferred))
                .min_by_key(|(control, inferred)| (rank(control), *inferred));
            let (control, inferred) = state.unwrap_or((&Control::Silent, false));
            all += weight(y);
            if wanted(control, inferred) {
                sum += weight(y);
            }
        }
        sum / all
    }

    fn shown(regions: &[(Cells, Stated)]) -> Legend {
        let mut atlas = sample::atlas();
        let one = atlas.regions[0].clone();
        atlas.regions = vec![one; regions.len()];
        let map: Map = on(regions.iter().map(|(cells, _)| ring(*cells)));
        let states = regions.iter().map(|(_, (control, grades))| RegionState {
            control: control.clone(),
            basis: Basis {
                grade: grades[0].max(grades[1]),
                grades: vec![(REDS, grades[0]), (BLUES, grades[1])],
                set_aside: None,
                stale: false,
                weighed: Vec::new(),
            },
        });
        let snapshot = Snapshot {
            date: atlas.as_of,
            switchboard: Switchboard::default(),
            is_former: false,
            regions: states.collect(),
            sites: Vec::new(),
        };
        let captions = Captions {
            atlas: &atlas,
            map: &map,
            snapshot: &snapshot,
        };
        captions.legend()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Rectangles nest, repeat, overlap, and lie in the country, across its border or outside.
        #[test]
        fn shares_are_those_of_an_independent_count(
            mut regions in prop::collection::vec((cells(), state()), 0..7), twice in any::<bool>(),
        ) {
            if twice {
                regions.extend(regions.first().cloned());
            }
            let legend = shown(&regions);
            let close = |land: Portion, actor: Option<ActorId>, wanted: &dyn Fn(&Control) -> bool| {
                let all = counted(&regions, actor, |control, _| wanted(control));
                let inferred = counted(&regions, actor, |control, inferred| inferred && wanted(control));
                (land.share() - all).abs() < 1e-4 && (land.inferred() - inferred).abs() < 1e-4
            };
            prop_assert!(close(legend.contested, None, &|control| matches!(control, Control::Contested(_))));
            prop_assert!(close(legend.disputed, None, &|control| matches!(control, Control::Disputed(_))));
            let silent = counted(&regions, None, |control, _| *control == Control::Silent);
            prop_assert!((legend.silent.share() - silent).abs() < 1e-4);
            for share in &legend.shares {
                let actor = Some(share.actor);
                let in_parts = |control: &Control| matches!(control, Control::InParts(actors) if actors.contains(&share.actor));
                prop_assert!(close(share.whole, actor, &|control| *control == Control::Held(share.actor)));
                prop_assert!(close(share.parts, actor, &in_parts));
                prop_assert!(close(share.occupied, actor, &|control| *control == Control::Occupied(share.actor)));
            }
        }

        #[test]
        fn classes_sum_to_all_of_it(km2 in prop::collection::vec((0..9_u8, any::<bool>(), 0.0..1e5f64), 0..12), rest in 0.0..1e5f64) {
            let footing = |inferred| if inferred { Footing::Inferred } else { Footing::Stated };
            let km2: BTreeMap<(u8, Footing), f64> = km2.into_iter().map(|(class, inferred, km2)| ((class, footing(inferred)), km2)).collect();
            let whole = km2.values().sum::<f64>() + rest + 1.0;
            let tally = Tally::new(km2, whole);
            let all: Vec<Portion> = (0..9).map(|nth| tally.portion(|&(class, footing)| (class == nth).then_some(footing))).chain([tally.silent()]).collect();
            prop_assert!((all.iter().map(Portion::share).sum::<f64>() - 1.0).abs() < 1e-9);
            for portion in all {
                prop_assert!(is_near(&portion.size(), portion.share()), "{portion:?}");
                if let Some((all, points)) = portion.words().split_once(" (") {
                    prop_assert_eq!(all, portion.size());
                    let points = points.split(' ').next().unwrap_or_default();
                    prop_assert!(is_near(points, portion.inferred()), "{portion:?}");
                }
            }
        }
    }

    /// Tells whether what is shown is within half a percent of a share, or else is no more than true of it.
    fn is_near(shown: &str, share: f64) -> bool {
        match shown.trim_end_matches('%') {
            "<1" => share > 0.0 && share < 0.01,
            ">99" => share > 0.99 && share < 1.0,
            whole => (whole.parse::<f64>().unwrap() - share * 100.0).abs() < 0.5 + 1e-4,
        }
    }

    #[test]
    fn what_is_inferred_never_looks_like_what_is_quoted() {
        let portion = |stated, inferred| {
            let km2 = [(Footing::Stated, stated), (Footing::Inferred, inferred)];
            let km2 = km2.into_iter().filter(|(_, km2)| *km2 > 0.0).collect();
            Tally::new(km2, 100.0).portion(|footing| Some(*footing))
        };
        assert_eq!(portion(26.0, 0.0).words(), "26%");
        assert_eq!(portion(0.0, 13.0).words(), "13% inferred");
        assert_eq!(portion(13.0, 13.0).words(), "26% (13 points inferred)");
        assert_eq!(portion(26.0, 0.2).words(), "26% (<1 point inferred)");
        assert_eq!(
            portion(0.0, 13.0).words_after("parts of"),
            "parts of 13%, inferred"
        );
        assert_eq!(portion(13.0, 13.0).short_words(), "26% (13 inferred)");
        assert_eq!(portion(26.0, 0.2).short_words(), "26% (<1 inferred)");
        assert_eq!(
            portion(13.0, 1.0).words_after("parts of"),
            "parts of 14% (1 point inferred)"
        );
        assert_eq!(portion(99.7, 0.0).words(), ">99%");
        assert_eq!(portion(60.0, 40.0).words(), "100% (40 points inferred)");
    }
}

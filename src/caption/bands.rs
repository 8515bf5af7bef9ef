//! The country's land in bands: each piece of it once, by how it is held and by whom, so that they add up to all of it.

use std::{cmp::Ordering, collections::BTreeMap};

use super::{
    Captions, Portion,
    tally::{Footing, Tally},
};
use crate::atlas::{ActorId, RegionId, Standing};

/// Land of one kind, whoever's regions it lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The way in which it is held.
    pub standing: Standing,
    /// The actors that are named, each with `true` where the editor's reading alone names it.
    pub actors: Vec<(ActorId, bool)>,
}

impl Band {
    /// Land of which nothing is said.
    pub const SILENT: Self = Self {
        standing: Standing::Silent,
        actors: Vec::new(),
    };

    /// Returns `true` if claims that nobody settles stand against each other.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self.standing, Standing::Contested | Standing::Disputed)
    }
}

/// Orders bands by actor, what one has as a whole first; then what is not settled; silence last.
impl Ord for Band {
    fn cmp(&self, other: &Self) -> Ordering {
        let is_silent = |band: &Self| band.standing == Standing::Silent;
        let of_actors = || self.actors.cmp(&other.actors);
        is_silent(self)
            .cmp(&is_silent(other))
            .then(self.is_unsettled().cmp(&other.is_unsettled()))
            .then(self.actors.len().min(2).cmp(&other.actors.len().min(2)))
            .then_with(of_actors)
            .then(self.standing.cmp(&other.standing))
    }
}

impl PartialOrd for Band {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Captions<'_> {
    /// The land of each band, which is all of the country: silence is the rest.
    pub fn bands(&self) -> BTreeMap<Band, Portion> {
        let land: Tally<Band> = self.tally(|regions| self.band(regions));
        let claimed = land.each().map(|(band, portion)| (band.clone(), portion));
        let silent = (Band::SILENT, land.silent());
        claimed.chain([silent]).collect()
    }

    fn band(&self, regions: &[RegionId]) -> Option<Band> {
        let (class, footings) = self.class(regions)?;
        let standing = class.standing();
        let mut actors = class.actors().to_vec();
        if actors.is_empty() {
            let controls = regions.iter().map(|&region| &self.snapshot[region].control);
            let alike = controls.filter(|control| Standing::from(*control) == standing);
            actors = alike
                .flat_map(|control| control.actors().to_vec())
                .collect();
            actors.sort_unstable();
            actors.dedup();
        }
        let is_inferred = |nth: usize| {
            let footing = footings.get(nth).or(footings.last());
            footing == Some(&Footing::Inferred)
        };
        let actors = actors.into_iter().enumerate();
        Some(Band {
            standing,
            actors: actors
                .map(|(nth, actor)| (actor, is_inferred(nth)))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::sample::{BLUES, REDS},
        caption::sample::Sample,
    };

    #[test]
    fn each_piece_of_land_is_in_one_band_and_all_are_the_country() {
        let sample = Sample::new();
        let bands = sample.captions().bands();
        let told: Vec<_> = bands
            .iter()
            .map(|(band, land)| (band.standing, band.actors.clone(), land.size()))
            .collect();
        assert_eq!(
            told,
            [
                (Standing::Held, vec![(REDS, false)], "25%".to_owned()),
                (Standing::InParts, vec![(BLUES, false)], "25%".to_owned()),
                (
                    Standing::Disputed,
                    vec![(REDS, false), (BLUES, false)],
                    "25%".to_owned()
                ),
                (Standing::Silent, vec![], "25%".to_owned()),
            ]
        );
        let sum: f64 = bands.values().map(Portion::share).sum();
        assert!((sum - 1.0).abs() < 1e-9);
    }
}

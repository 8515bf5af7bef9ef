//! The claims of an atlas, put together by the places that they are about.

use super::{Atlas, Claim, ClaimId, Place, RegionId, SiteId, Subject};

/// The claims about each place, in the order of the file, found without looking through all of them.
pub struct ByPlace {
    /// Regions, then sites: where the claims about each start in `claims`, and where the last ones end.
    starts: Vec<usize>,
    claims: Vec<ClaimId>,
    regions: usize,
}

impl ByPlace {
    pub fn new(atlas: &Atlas) -> Self {
        let regions = atlas.regions.len();
        let places = regions + atlas.sites.len();
        let all = || {
            let numbered = atlas.claims.iter().enumerate();
            numbered.flat_map(move |(n, claim)| {
                let places = places_of(claim).map(move |place| slot(place, regions));
                places.map(move |slot| (slot, ClaimId(n)))
            })
        };
        let mut starts = vec![0; places + 1];
        for (slot, _) in all() {
            starts[slot + 1] += 1;
        }
        for slot in 0..places {
            starts[slot + 1] += starts[slot];
        }
        let mut next = starts.clone();
        let mut claims = vec![ClaimId(0); starts[places]];
        for (slot, claim) in all() {
            claims[next[slot]] = claim;
            next[slot] += 1;
        }
        Self {
            starts,
            claims,
            regions,
        }
    }

    pub fn region(&self, id: RegionId) -> &[ClaimId] {
        self.place(Place::Region(id))
    }

    pub fn site(&self, id: SiteId) -> &[ClaimId] {
        self.place(Place::Site(id))
    }

    fn place(&self, place: Place) -> &[ClaimId] {
        let slot = slot(place, self.regions);
        &self.claims[self.starts[slot]..self.starts[slot + 1]]
    }
}

/// The places that a claim is about, each once.
pub fn places_of(claim: &Claim) -> impl Iterator<Item = Place> + '_ {
    let subjects = claim.about.iter().enumerate();
    let first = |(n, subject): &(usize, &Subject)| !claim.about[..*n].contains(subject);
    subjects
        .filter(first)
        .filter_map(|(_, subject)| match *subject {
            Subject::Region(id) => Some(Place::Region(id)),
            Subject::Site(id) => Some(Place::Site(id)),
            Subject::Map | Subject::Actor(_) => None,
        })
}

const fn slot(place: Place, regions: usize) -> usize {
    match place {
        Place::Region(id) => id.0,
        Place::Site(id) => regions + id.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample;

    #[test]
    fn finds_for_each_place_what_looking_through_all_claims_finds() {
        let mut atlas = sample::atlas();
        let twice = atlas.claims[0].about[0];
        atlas.claims[0].about.push(twice);
        let by_place = ByPlace::new(&atlas);
        for place in atlas.places() {
            let all: Vec<ClaimId> = atlas.claims_about(place.into()).map(|(id, _)| id).collect();
            assert_eq!(by_place.place(place), all, "{place:?}");
        }
    }
}

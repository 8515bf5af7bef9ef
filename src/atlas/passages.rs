//! The passages of a source that claims stand on, in the order of its text.

use super::{
    Atlas, Claim, ClaimId, Date, Place, SourceId, Subject, quote::Passage, state::Snapshot,
};

/// A stop for a reader of a source: a passage that claims quote, or what stands on no passage of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// `None` where the text is not held, or a claim's words are not found in it.
    pub passage: Option<Passage>,
    /// Every claim that stands on it, in the order of the file.
    pub claims: Vec<ClaimId>,
}

impl Atlas {
    /// The claims of a source.
    pub fn claims_of(&self, source: SourceId) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let claims = self.claim_ids().zip(&self.claims);
        claims.filter(move |(_, claim)| claim.source == Some(source))
    }

    /// Lists where a source is quoted, as far as it is known at a date: passages in the order of the text, then claims
    /// that stand on none.
    pub fn stops(&self, source: SourceId, date: Date) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for (id, claim) in self.claims_of(source) {
            if !self.dated(claim).is_known_by(date) {
                continue;
            }
            let passage = claim.passage();
            let same = stops
                .iter_mut()
                .find(|stop| stop.passage.is_some() && stop.passage.as_ref() == passage);
            match same {
                Some(stop) => stop.claims.push(id),
                None => stops.push(Stop {
                    passage: passage.cloned(),
                    claims: vec![id],
                }),
            }
        }
        let place = |stop: &Stop| {
            let passage = stop.passage.as_ref()?;
            let ranges = passage.ranges.iter();
            Some(
                ranges
                    .map(|range| (range.start, range.end))
                    .collect::<Vec<_>>(),
            )
        };
        stops.sort_by_key(|stop| (stop.passage.is_none(), place(stop)));
        stops
    }

    /// The places that claims bear on: those they name, all where they are about the whole map, or else those that the
    /// actors they are about are said to have.
    pub fn bearing_on(&self, claims: &[ClaimId], snapshot: &Snapshot) -> Vec<Place> {
        let subjects: Vec<Subject> = claims
            .iter()
            .flat_map(|&id| self[id].about.clone())
            .collect();
        let named = self.places_named(claims);
        if subjects.contains(&Subject::Map) {
            self.places().collect()
        } else if named.is_empty() {
            let has = |place: &Place| {
                let actors = snapshot.actors(*place);
                actors
                    .iter()
                    .any(|&actor| subjects.contains(&Subject::Actor(actor)))
            };
            self.places().filter(has).collect()
        } else {
            named
        }
    }

    /// The places that claims name, in the order of the file.
    pub fn places_named(&self, claims: &[ClaimId]) -> Vec<Place> {
        let named = |place: &Place| {
            let subject = Subject::from(*place);
            claims.iter().any(|&id| self[id].about.contains(&subject))
        };
        self.places().filter(named).collect()
    }
}

impl Claim {
    /// Returns the place of its words in its source, if they are found.
    pub fn passage(&self) -> Option<&Passage> {
        self.quote.as_ref()?.proof.passage()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample::{self, BLUES, NORTHEAST, NORTHWEST, PORT, SOUTHEAST, SOUTHWEST};

    const ARTICLE: SourceId = SourceId(0);
    const WIRE: SourceId = SourceId(1);

    fn stops(atlas: &Atlas, source: SourceId, date: &str) -> Vec<(bool, Vec<usize>)> {
        let stops = atlas
            .stops(source, date.parse().expect("a date"))
            .into_iter();
        stops
            .map(|stop| {
                (
                    stop.passage.is_some(),
                    stop.claims.into_iter().map(|id| id.0).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn a_source_is_read_from_passage_to_passage() {
        let mut atlas = sample::atlas();
        let article = |atlas: &Atlas| stops(atlas, ARTICLE, "2026-01-28");
        let apart = [
            (true, vec![0]),
            (true, vec![1]),
            (true, vec![10]),
            (true, vec![9]),
            (true, vec![2]),
            // Not found: on no passage, after all others.
            (false, vec![8]),
        ];
        assert_eq!(article(&atlas), apart);
        assert_eq!(stops(&atlas, ARTICLE, "2026-01-27"), []);
        // Claims of one passage share a stop; what stands on none has one each.
        let twins = [0, 8].map(|nth| atlas.claims[nth].clone());
        atlas.claims.extend(twins);
        let shared = article(&atlas);
        assert_eq!(shared[0], (true, vec![0, 11]));
        assert_eq!(shared[5..], [(false, vec![8]), (false, vec![12])]);
        let wire = [
            (false, vec![3]),
            (false, vec![4]),
            (false, vec![5]),
            (false, vec![6]),
        ];
        assert_eq!(stops(&atlas, WIRE, "2026-01-28"), wire);
    }

    #[test]
    fn claims_bear_on_what_they_name_or_on_what_their_actors_have() {
        let mut atlas = sample::atlas();
        let ids = |ids: &[usize]| ids.iter().copied().map(ClaimId).collect::<Vec<_>>();
        let snapshot = Snapshot::at(&atlas, atlas.as_of);
        assert_eq!(atlas.places_named(&ids(&[2, 0, 9])), [NORTHWEST, PORT]);
        assert_eq!(
            atlas.bearing_on(&ids(&[2, 0]), &snapshot),
            [NORTHWEST, PORT]
        );
        let all: Vec<Place> = atlas.places().collect();
        assert_eq!(atlas.bearing_on(&ids(&[9, 0]), &snapshot), all);
        assert_eq!(atlas.bearing_on(&[], &snapshot), []);
        atlas.claims[9].about = vec![Subject::Actor(BLUES)];
        let theirs = atlas.bearing_on(&ids(&[9]), &snapshot);
        assert_eq!(theirs, [NORTHEAST, SOUTHWEST, sample::AIRPORT]);
        assert!(!theirs.contains(&SOUTHEAST));
    }
}

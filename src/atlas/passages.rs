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
        let claims = self.claims.iter().enumerate();
        claims
            .filter(move |(_, claim)| claim.source == Some(source))
            .map(|(n, claim)| (ClaimId(n), claim))
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

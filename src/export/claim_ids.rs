//! Ids of claims that come from what they say, so that a claim keeps its own wherever it stands in the file.

use std::{collections::BTreeMap, ops::Index};

use crate::{
    atlas::{Atlas, Claim, ClaimId, Date, Subject},
    file::{MAP, sha256},
};

/// So many digits of a hash tell the claims of any file apart.
const DIGITS: usize = 16;

/// The id of every claim of an atlas: `claim-` and 16 hexadecimal digits.
#[derive(Clone, Debug)]
pub struct ClaimIds(Vec<String>);

impl ClaimIds {
    pub fn new(atlas: &Atlas) -> Self {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let ids = atlas.claims.iter().map(|claim| {
            let id = id(atlas, claim);
            let time = times.entry(id.clone()).or_default();
            *time += 1;
            // The same said twice.
            if *time > 1 {
                format!("{id}-{time}")
            } else {
                id
            }
        });
        Self(ids.collect())
    }
}

impl Index<ClaimId> for ClaimIds {
    type Output = str;

    fn index(&self, id: ClaimId) -> &str {
        &self.0[id.index()]
    }
}

/// A hash of the source, the words, the verb, the subjects, the actor and the date.
fn id(atlas: &Atlas, claim: &Claim) -> String {
    let quote = claim.quote.as_ref();
    let given = quote.map(|quote| &quote.exact).or(claim.summary.as_ref());
    let mut parts = vec![
        claim.source.map(|id| atlas[id].id.clone()),
        given.or(claim.because.as_ref()).cloned(),
        quote.and_then(|quote| quote.prefix.clone()),
        quote.and_then(|quote| quote.suffix.clone()),
        Some(claim.says.key().to_owned()),
        claim.actor.map(|id| atlas[id].id.clone()),
        claim.when.map(Date::iso),
    ];
    parts.extend(about(atlas, claim).map(|id| Some(id.to_owned())));
    // Quoted, so that no two lists of parts run together into one text.
    let hash = sha256(format!("{parts:?}").as_bytes());
    format!("claim-{}", &hash[..DIGITS])
}

/// The ids of what a claim is about.
pub fn about<'a>(atlas: &'a Atlas, claim: &'a Claim) -> impl Iterator<Item = &'a str> {
    claim.about.iter().map(|&subject| match subject {
        Subject::Map => MAP,
        Subject::Region(id) => &atlas[id].id,
        Subject::Site(id) => &atlas[id].id,
        Subject::Actor(id) => &atlas[id].id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample::{self, BLUES};

    #[test]
    fn a_claim_keeps_its_id_wherever_it_stands() {
        let mut atlas = sample::atlas();
        let before = ClaimIds::new(&atlas);
        atlas.claims.reverse();
        for (n, claim) in atlas.claims.iter_mut().enumerate() {
            claim.line = n;
        }
        let mut after = ClaimIds::new(&atlas).0;
        after.reverse();
        assert_eq!(before.0, after);
    }

    #[test]
    fn claims_that_differ_have_other_ids_and_twins_are_counted() {
        let mut atlas = sample::atlas();
        let first = atlas.claims[0].clone();
        let other = Claim {
            actor: Some(BLUES),
            ..first.clone()
        };
        let later = Claim {
            when: "2026".parse().ok(),
            ..first.clone()
        };
        atlas.claims = vec![first.clone(), other, later, first];
        let mut ids = ClaimIds::new(&atlas).0;
        assert_eq!(ids[3], format!("{}-2", ids[0]));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4);
    }
}

//! Drafts that differ over what the same words say.

use std::collections::HashMap;

use super::Warning;
use crate::{
    atlas::{Claim, ClaimId, SourceId},
    diagnostics::{Code, Problem},
    file::Document,
};

/// Each draft that reads the words of a claim further up otherwise, and each claim that a draft further up reads so.
pub fn warnings(document: &Document) -> Vec<Warning> {
    let atlas = &document.atlas;
    let mut quoting: HashMap<(Option<SourceId>, &str), Vec<ClaimId>> = HashMap::new();
    let mut warnings = Vec::new();
    for (nth, claim) in atlas.claim_ids().zip(&atlas.claims) {
        let Some(quote) = &claim.quote else { continue };
        let before = quoting.entry((claim.source, &quote.exact)).or_default();
        let differs = |other: &&ClaimId| differ(&atlas[**other], claim);
        if let Some(other) = before.iter().find(differs) {
            let spans = &document.spans.claims;
            let message = "these words are read otherwise above, and one of the two is a draft";
            let problem = Problem::new(Code::DraftsDiffer, &spans[nth.index()].quote, message)
                .also(&spans[other.index()].quote, "read here")
                .help("keep the one that is right, and take its `draft` out");
            warnings.push(Warning {
                claim: Some(nth),
                problem,
            });
        }
        before.push(nth);
    }
    warnings
}

/// Tells whether two claims can't both be what the words say of one subject, and one of them is a draft. Whoever takes a
/// place over and whoever leaves it may stand in one sentence.
fn differ(one: &Claim, other: &Claim) -> bool {
    let shares = one.about.iter().any(|about| other.about.contains(about));
    let contradicts = |a: &Claim, b: &Claim| a.says.rule().others.contains(&b.says);
    let differs = match (one.actor, other.actor) {
        (Some(a), Some(b)) if a != b => contradicts(one, other) || contradicts(other, one),
        _ => one.says != other.says,
    };
    (one.draft || other.draft) && shares && differs
}

//! Differences between sources: over a question of the file, over who has a place, or over the day it changed hands.
//!
//! Differences are found among claims that count at the date: nothing later, nothing unproved.

use super::{Atlas, Claim, ClaimId, QuestionId, verdict::Weighed};

/// A matter that sources differ over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matter {
    /// A question of the file.
    Question(QuestionId),
    /// The holder of the place: none of the claims is surely later than the others.
    Holder,
    /// The day on which the actor took the place over, or left it.
    Day,
}

/// Claims that differ, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub matter: Matter,
    pub claims: Vec<ClaimId>,
}

/// Finds what the claims about one subject differ over; those that a question has brought together are not told apart
/// again. The `opposed` stand against each other over who has the place.
pub fn differences(atlas: &Atlas, weighed: &[Weighed], opposed: Vec<ClaimId>) -> Vec<Difference> {
    let counted = |item: &&Weighed| item.verdict.counts();
    let claims: Vec<ClaimId> = weighed
        .iter()
        .filter(counted)
        .map(|item| item.claim)
        .collect();
    let mut found: Vec<Difference> = Vec::new();
    let mut add = |matter: Matter, claims: Vec<ClaimId>| {
        let told = |known: &Difference| claims.iter().all(|claim| known.claims.contains(claim));
        if claims.len() > 1 && !found.iter().any(told) {
            found.push(Difference { matter, claims });
        }
    };
    add(Matter::Holder, opposed);
    for n in 0..atlas.questions.len() {
        let question = QuestionId(n);
        let answers = claims
            .iter()
            .filter(|&&id| atlas[id].answers == Some(question));
        add(Matter::Question(question), answers.copied().collect());
    }
    let unlike = |one: &Claim, other: &Claim| (one.says, one.actor) != (other.says, other.actor);
    for &first in &claims {
        let alike = |id: &&ClaimId| is_event(&atlas[**id]) && !unlike(&atlas[**id], &atlas[first]);
        let told: Vec<ClaimId> = claims.iter().filter(alike).copied().collect();
        let apart = |&one: &ClaimId| {
            told.iter()
                .any(|&other| days_differ(&atlas[one], &atlas[other]))
        };
        if told.iter().any(apart) {
            add(Matter::Day, told);
        }
    }
    found
}

/// Returns `true` if it says when something happened that happens once; a state may hold on many days.
fn is_event(claim: &Claim) -> bool {
    claim.when.is_some() && claim.says.rule().event
}

/// Returns `true` if two sources state days that can't be one.
fn days_differ(one: &Claim, other: &Claim) -> bool {
    let (Some(day), Some(other_day)) = (one.when, other.when) else {
        return false;
    };
    one.source != other.source && (day.is_before(other_day) || other_day.is_before(day))
}

//! Differences between sources: over a question of the file, over who has a place, or over the day it changed hands.
//!
//! Differences are found among claims that count at the date: nothing later, nothing unproved.

use std::collections::HashMap;

use super::{Atlas, ClaimId, QuestionId, verdict::Weighed};

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
    /// The question, the holder or the day that they differ over.
    pub matter: Matter,
    /// At least two.
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
    for told in happenings(atlas, &claims) {
        if days_differ(atlas, &told) {
            add(Matter::Day, told);
        }
    }
    found
}

/// The claims that say when something happened that happens once, those that say one thing of one actor together; a state
/// may hold on many days.
fn happenings(atlas: &Atlas, claims: &[ClaimId]) -> Vec<Vec<ClaimId>> {
    let mut groups: Vec<Vec<ClaimId>> = Vec::new();
    let mut group_of = HashMap::new();
    for &id in claims {
        let claim = &atlas[id];
        if !claim.says.rule().event {
            continue;
        }
        let group = *group_of
            .entry((claim.says, claim.actor))
            .or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        if claim.when.is_some() {
            groups[group].push(id);
        }
    }
    groups
}

/// Returns `true` if two sources state days that can't be one.
fn days_differ(atlas: &Atlas, told: &[ClaimId]) -> bool {
    let days = || {
        told.iter()
            .filter_map(|&id| Some((atlas[id].source, atlas[id].when?)))
    };
    // Any that surely is before a day is so where the earliest is, or the earliest of the other sources.
    let earliest = days().min_by_key(|(_, day)| day.last_day());
    let other = days()
        .filter(|(source, _)| earliest.is_some_and(|(first, _)| first != *source))
        .min_by_key(|(_, day)| day.last_day());
    days().any(|(source, day)| {
        let mut early = earliest.into_iter().chain(other);
        early.any(|(one, early)| one != source && early.is_before(day))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::atlas::{
        ActorId, Claim, Date, Question, Says, SourceId,
        sample::{self, BLUES, PORT, REDS},
        state::Snapshot,
    };

    /// A claim about the port: its source, its date, what it says of whom, and which question it answers.
    type Told<'a> = (usize, Option<&'a str>, Says, ActorId, Option<usize>);

    fn found(told: &[Told], opposed: &[usize]) -> Vec<(Matter, Vec<usize>)> {
        let mut atlas = sample::atlas();
        let question = |id: &str| Question {
            id: id.to_owned(),
            asks: format!("{id}?"),
            note: None,
        };
        atlas.questions = vec![question("who"), question("when")];
        let claims = told
            .iter()
            .map(|&(source, when, says, actor, answers)| Claim {
                source: Some(SourceId(source)),
                when: when.map(|when| when.parse().expect("a date")),
                says,
                actor: Some(actor),
                answers: answers.map(QuestionId),
                ..atlas.claims[3].clone()
            });
        atlas.claims = claims.collect();
        let snapshot = Snapshot::at(&atlas, atlas.as_of);
        let opposed = opposed.iter().copied().map(ClaimId).collect();
        let found = differences(&atlas, &snapshot.history(&atlas, PORT), opposed);
        found
            .into_iter()
            .map(|it| (it.matter, it.claims.into_iter().map(|id| id.0).collect()))
            .collect()
    }

    #[test]
    fn sources_differ_over_the_day_of_one_event() {
        let took = |source, when| (source, Some(when), Says::TookOver, REDS, None);
        let days = |told: &[Told]| found(told, &[]);
        let differ = |claims: &[usize]| vec![(Matter::Day, claims.to_vec())];
        assert_eq!(
            days(&[took(0, "2020-05-01"), took(1, "2020-05-03")]),
            differ(&[0, 1])
        );
        assert_eq!(
            days(&[took(1, "2020-05-03"), took(0, "2020-05-01")]),
            differ(&[1, 0])
        );
        // A month and a day of it may be one day; one source may tell of two days.
        assert_eq!(days(&[took(0, "2020-05"), took(1, "2020-05-03")]), []);
        assert_eq!(days(&[took(0, "2020-05-01"), took(0, "2020-05-03")]), []);
        // Another actor, another verb, a state that lasts, or no day at all.
        let blues = (1, Some("2020-05-03"), Says::TookOver, BLUES, None);
        assert_eq!(days(&[took(0, "2020-05-01"), blues]), []);
        let left = (1, Some("2020-05-03"), Says::Left, REDS, None);
        assert_eq!(days(&[took(0, "2020-05-01"), left]), []);
        let runs = |source, when| (source, Some(when), Says::Operates, REDS, None);
        assert_eq!(days(&[runs(0, "2020-05-01"), runs(1, "2020-05-03")]), []);
        let undated = (1, None, Says::TookOver, REDS, None);
        assert_eq!(days(&[took(0, "2020-05-01"), undated]), []);
        // Nor is what comes after the date.
        assert_eq!(days(&[took(0, "2020-05-01"), took(1, "2030-05-03")]), []);
    }

    #[test]
    fn answers_to_a_question_differ_and_are_told_once() {
        let took = |source, when, answers| (source, Some(when), Says::TookOver, REDS, answers);
        let told = [
            took(0, "2020-05-01", Some(1)),
            took(1, "2020-05-03", Some(1)),
            took(1, "2020-05-03", Some(0)),
        ];
        let when = (Matter::Question(QuestionId(1)), vec![0, 1]);
        assert_eq!(found(&told[..2], &[]), std::slice::from_ref(&when));
        assert_eq!(found(&told[..1], &[]), []);
        // The third is not among the answers: the day stands for all three.
        assert_eq!(found(&told, &[]), [when, (Matter::Day, vec![0, 1, 2])]);
        let holder = (Matter::Holder, vec![0, 1]);
        assert_eq!(found(&told[..2], &[0, 1]), [holder]);
        assert_eq!(found(&told[..1], &[0]), []);
    }

    proptest! {
        #[test]
        fn days_differ_where_those_of_any_two_sources_do(told in prop::collection::vec((0..3_usize, 1..4_i8, 0..4_i8), 0..6)) {
            let mut atlas = sample::atlas();
            let claims = told.iter().map(|&(source, month, day)| Claim {
                source: Some(SourceId(source)),
                when: Date::new(2020, Some(month), (day > 0).then_some(day)).ok(),
                ..atlas.claims[3].clone()
            });
            atlas.claims = claims.collect();
            let ids: Vec<ClaimId> = atlas.claim_ids().collect();
            let differ = |one: &Claim, other: &Claim| {
                let days = one.when.zip(other.when);
                one.source != other.source && days.is_some_and(|(day, later)| day.is_before(later))
            };
            let any = atlas.claims.iter().any(|one| atlas.claims.iter().any(|other| differ(one, other)));
            prop_assert_eq!(days_differ(&atlas, &ids), any);
        }
    }
}

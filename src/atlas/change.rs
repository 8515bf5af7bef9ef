//! The differences between two dates, and the claims that made them.

use super::{
    Atlas, ClaimId, Date, Dated, Place,
    state::Snapshot,
    verdict::{Verdict, Weighed},
};

/// A place whose state differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The region or site.
    pub place: Place,
    /// The claims that decide it at the first date alone.
    pub before: Vec<ClaimId>,
    /// The claims that decide it at the second date alone, or have put an end to one of those before.
    pub after: Vec<ClaimId>,
}

/// The reason why a claim counts at one date and not yet at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Something is said to have happened between the two.
    Event,
    /// Somebody said so between the two; since when it has been so is not told.
    Reporting,
    /// Nobody knows when it was said: it counts from the file's own date, which lies between the two.
    Undated,
}

impl Atlas {
    /// Returns why a claim counts at the second of two dates and not yet at the first; `None` where it counted already.
    pub fn cause(&self, claim: ClaimId, before: Date, after: Date) -> Option<Cause> {
        let claim = &self[claim];
        let dated = self.dated(claim);
        if dated.is_known_by(before) || !dated.is_known_by(after) {
            return None;
        }
        Some(match dated {
            Dated::Stated(date)
                if claim.says.rule().event && before.last_day() < date.first_day() =>
            {
                Cause::Event
            }
            Dated::Undated(_) => Cause::Undated,
            _ => Cause::Reporting,
        })
    }
}

/// Every place whose state differs, in the order of the file.
pub fn between(atlas: &Atlas, before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let changed = atlas.places().filter(|&place| !before.agrees(after, place));
    changed
        .map(|place| {
            let [old, new] = [before, after].map(|it| it.history(atlas, place));
            Change {
                place,
                before: decisive(&old, &new),
                after: decisive(&new, &old),
            }
        })
        .collect()
}

/// The claims that decide here and not there, and those that put an end here to one that decides there.
fn decisive(here: &[Weighed], there: &[Weighed]) -> Vec<ClaimId> {
    let (alone, lost) = (deciding_alone(here, there), deciding_alone(there, here));
    let ended = here.iter().filter_map(|item| match item.verdict {
        Verdict::Superseded(by) if lost.contains(&item.claim) => Some(by),
        _ => None,
    });
    let ended: Vec<ClaimId> = ended.collect();
    here.iter()
        .map(|item| item.claim)
        .filter(|claim| alone.contains(claim) || ended.contains(claim))
        .collect()
}

/// The claims that decide among these and not, or not so, among the others. Few decide at a time, however many there are.
fn deciding_alone(these: &[Weighed], others: &[Weighed]) -> Vec<ClaimId> {
    let deciding = these.iter().filter(|item| item.verdict.decides());
    deciding
        .filter(|item| !others.contains(item))
        .map(|item| item.claim)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        Claim, Date, Says,
        sample::{self, AIRPORT, BLUES, REDS, SOUTHWEST},
        timeline::stops,
    };
    use proptest::prelude::*;

    fn at(atlas: &Atlas, date: &str) -> Snapshot {
        Snapshot::at(atlas, date.parse().expect("a date"))
    }

    #[test]
    fn a_change_names_the_claims_that_made_it() {
        let atlas = sample::atlas();
        let changes = between(&atlas, &at(&atlas, "2025"), &at(&atlas, "2026-01-20"));
        let told: Vec<_> = changes
            .iter()
            .map(|change| (change.place, change.before.len(), change.after.len()))
            .collect();
        assert_eq!(told, [(SOUTHWEST, 0, 2), (AIRPORT, 0, 1)]);
        let left = between(&atlas, &at(&atlas, "2026-01-20"), &at(&atlas, "2026-03"));
        let left = left.iter().find(|change| change.place == AIRPORT);
        let left = left.expect("the airport is left");
        assert_eq!(
            (left.before.as_slice(), left.after.as_slice()),
            ([ClaimId(6)].as_slice(), [ClaimId(7)].as_slice())
        );
    }

    #[test]
    fn an_event_is_told_from_reporting_and_from_what_is_undated() {
        let atlas = sample::atlas();
        let cause = |claim, before: &str, after: &str| {
            let date = |text: &str| text.parse().expect("a date");
            atlas.cause(ClaimId(claim), date(before), date(after))
        };
        let (took_over, holds, left, undated) = (3, 4, 7, 0);
        // In May 2020: surely after April, but what is told of May may have been so before.
        assert_eq!(cause(took_over, "2020-04", "2021"), Some(Cause::Event));
        assert_eq!(
            cause(took_over, "2020-05-01", "2021"),
            Some(Cause::Reporting)
        );
        assert_eq!(cause(left, "2026-02-19", "2026-03"), Some(Cause::Event));
        assert_eq!(cause(left, "2026-02-20", "2026-03"), None);
        assert_eq!(cause(left, "2026-01", "2026-02-19"), None);
        assert_eq!(cause(holds, "2025", "2026-01-20"), Some(Cause::Reporting));
        assert_eq!(cause(undated, "2025", "2026-01-28"), Some(Cause::Undated));
        assert_eq!(cause(undated, "2026-01-28", "2027"), None);
    }

    #[test]
    fn what_ended_a_state_is_told_with_it_and_nothing_else_is() {
        let mut atlas = sample::atlas();
        let claim = |when: &str, says: Says, actor| Claim {
            about: vec![SOUTHWEST.into()],
            says,
            actor: Some(actor),
            when: Some(when.parse().expect("a date")),
            ..atlas.claims[4].clone()
        };
        atlas.claims = vec![
            claim("2020", Says::Holds, BLUES),
            claim("2021", Says::Holds, REDS),
            claim("2022", Says::Left, REDS),
            claim("2023", Says::Holds, BLUES),
        ];
        let told = |from: &str, to: &str| {
            let changes = between(&atlas, &at(&atlas, from), &at(&atlas, to));
            let [change] = changes.as_slice() else {
                panic!("{changes:?}")
            };
            (change.before.clone(), change.after.clone())
        };
        let ids = |ids: &[usize]| ids.iter().copied().map(ClaimId).collect::<Vec<_>>();
        assert_eq!(told("2020", "2021"), (ids(&[0]), ids(&[1])));
        assert_eq!(told("2021", "2022"), (ids(&[1]), ids(&[2])));
        assert_eq!(told("2021", "2023"), (ids(&[1]), ids(&[3])));
    }

    fn some_date() -> impl Strategy<Value = Date> {
        let dates = stops(&sample::atlas(), &[]);
        prop_oneof![
            prop::sample::select(dates),
            (2019..2028_i16, 1..13_i8, 1..29_i8).prop_map(|(year, month, day)| {
                Date::new(year, Some(month), Some(day)).expect("a date")
            }),
        ]
    }

    proptest! {
        #[test]
        fn a_date_differs_in_nothing_from_itself(date in some_date()) {
            let atlas = sample::atlas();
            let snapshot = Snapshot::at(&atlas, date);
            prop_assert_eq!(between(&atlas, &snapshot, &snapshot), []);
        }

        #[test]
        fn what_changes_one_way_changes_back_the_other(a in some_date(), b in some_date()) {
            let atlas = sample::atlas();
            let (a, b) = (Snapshot::at(&atlas, a), Snapshot::at(&atlas, b));
            let mut back = between(&atlas, &b, &a);
            for change in &mut back {
                std::mem::swap(&mut change.before, &mut change.after);
            }
            prop_assert_eq!(between(&atlas, &a, &b), back);
        }

        #[test]
        fn every_change_has_a_claim_to_answer_for_it(a in some_date(), b in some_date()) {
            let atlas = sample::atlas();
            let (a, b) = (Snapshot::at(&atlas, a), Snapshot::at(&atlas, b));
            for change in between(&atlas, &a, &b) {
                prop_assert!(!change.before.is_empty() || !change.after.is_empty());
            }
        }
    }
}

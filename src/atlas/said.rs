//! Claims as the rule compares them: what is said of whom and when, apart from any words.

use jiff::civil;

use super::{ActorId, Claim, ClaimId, Dated, Says};

/// The part of a claim that the rule looks at, side by side with the others about its subject.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The claim itself.
    pub id: ClaimId,
    /// Its verb.
    pub says: Says,
    /// The actor that it says so of.
    pub actor: Option<ActorId>,
    /// The date that it is from.
    pub dated: Dated,
    /// `false` if its quotation is not found.
    pub is_founded: bool,
    /// `true` if it awaits review.
    pub is_draft: bool,
    /// The first and the last day that its date may mean.
    days: [civil::Date; 2],
}

impl Said {
    /// Takes from a claim what the rule looks at.
    pub fn new(id: ClaimId, claim: &Claim, dated: Dated) -> Self {
        let date = dated.by();
        Self {
            id,
            says: claim.says,
            actor: claim.actor,
            dated,
            is_founded: claim.grade().is_some(),
            is_draft: claim.draft,
            days: [date.first_day(), date.last_day()],
        }
    }

    /// Its place among others, oldest first.
    pub fn order(&self) -> (civil::Date, ClaimId) {
        (self.days[0], self.id)
    }

    /// Returns `true` if it has surely come by the end of a day.
    pub fn is_known_by(&self, day: civil::Date) -> bool {
        self.days[1] <= day
    }

    /// Returns `true` if it may have come by a day.
    pub fn has_begun_by(&self, day: civil::Date) -> bool {
        self.days[0] <= day
    }

    /// The last day that its date may mean.
    pub const fn last_day(&self) -> civil::Date {
        self.days[1]
    }

    /// Returns `true` if it counts once it has come, unless it is switched off.
    pub const fn may_count(&self) -> bool {
        self.is_founded && !self.is_draft
    }

    /// Returns `true` if it is surely later than another and contradicts it, or says it anew.
    pub fn supersedes(&self, other: &Self) -> bool {
        let rule = self.says.rule();
        let superseded = if self.actor == other.actor {
            rule.own
        } else {
            rule.others
        };
        superseded.contains(&other.says) && other.is_before(self)
    }

    /// Returns `true` if it is surely earlier than another: nothing is surely earlier than what is undated.
    pub fn is_before(&self, other: &Self) -> bool {
        self.days[1] < other.days[0] && other.dated.date().is_some()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::atlas::{Date, sample};

    fn some_date() -> impl Strategy<Value = Date> {
        let day = prop::option::of((1..13_i8, prop::option::of(1..29_i8)));
        (2024..2026_i16, day).prop_map(|(year, rest)| {
            let (month, day) = rest.map_or((None, None), |(month, day)| (Some(month), day));
            Date::new(year, month, day).expect("a date")
        })
    }

    proptest! {
        #[test]
        fn days_tell_of_dates_what_dates_do(dates in (some_date(), some_date()), is_dated in any::<bool>()) {
            let claim = &sample::atlas().claims[0];
            let (one, other) = (Dated::Stated(dates.0), if is_dated { Dated::Stated(dates.1) } else { Dated::Undated(dates.1) });
            let [it, that] = [one, other].map(|dated| Said::new(ClaimId(0), claim, dated));
            prop_assert_eq!(it.is_before(&that), one.is_before(other));
            prop_assert_eq!(it.is_known_by(dates.1.last_day()), one.is_known_by(dates.1));
        }
    }
}

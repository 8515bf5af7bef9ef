//! The claims that can set others aside: of each kind the newest, however many there are.

use crate::atlas::said::Said;

/// The newest claims of each kind, newest first: of one actor and one verb, those with a date and those without apart. If
/// any of a kind is surely later than a claim, the newest is.
#[derive(Clone, Debug, Default)]
pub struct Newest(Vec<Said>);

impl Newest {
    /// Takes in a claim that is no newer than those before.
    pub fn add(&mut self, said: Said) {
        let kind = |said: &Said| (said.actor, said.says, said.dated.date().is_some());
        if !self.0.iter().any(|newer| kind(newer) == kind(&said)) {
            self.0.push(said);
        }
    }

    /// The newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Said> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::atlas::{
        ActorId, Claim, ClaimId, Date, Dated, Says,
        rule::{bigger, narrower, superseder},
        sample,
    };

    fn some_claim() -> impl Strategy<Value = (Claim, Dated)> {
        let month = (1..13_i8).prop_map(|month| Date::new(2025, Some(month), None));
        let date = prop_oneof![month, Just(Date::new(2025, None, None))];
        let kind = prop::sample::select(Says::ALL.to_vec());
        (date, prop::option::of(0..3_usize), kind, any::<bool>()).prop_map(
            |(date, actor, says, is_dated)| {
                let claim = sample::atlas().claims[0].clone();
                let date = date.expect("a date");
                let dated = if is_dated {
                    Dated::Stated(date)
                } else {
                    Dated::Undated(date)
                };
                let actor = actor.map(ActorId);
                (
                    Claim {
                        says,
                        actor,
                        ..claim
                    },
                    dated,
                )
            },
        )
    }

    proptest! {
        #[test]
        fn the_newest_set_aside_what_all_do(claims in prop::collection::vec(some_claim(), 0..12)) {
            let said = claims.iter().enumerate();
            let said = said.map(|(n, (claim, dated))| Said::new(ClaimId(n), claim, *dated));
            let mut all: Vec<Said> = said.collect();
            all.sort_by_key(Said::order);
            all.reverse();
            let mut newest = Newest::default();
            for said in &all {
                newest.add(*said);
            }
            let all = Newest(all);
            for said in all.iter() {
                prop_assert_eq!(superseder(said, &all), superseder(said, &newest));
                prop_assert_eq!(bigger(said, &all), bigger(said, &newest));
                prop_assert_eq!(narrower(said, &all), narrower(said, &newest));
            }
        }
    }
}

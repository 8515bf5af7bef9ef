//! The dates at which something is said, in order.

use super::{Atlas, Date};

/// Every date that a claim counts from or something happened on, the file's own, and others given, in order and each
/// once.
pub fn stops(atlas: &Atlas, others: &[Date]) -> Vec<Date> {
    let dated = atlas.claims.iter().map(|claim| atlas.dated(claim).by());
    let happened = atlas.events.iter().map(|event| event.date);
    let dated = dated.chain(others.iter().copied()).chain(happened);
    let mut stops: Vec<Date> = dated.chain([atlas.as_of]).collect();
    // Layers come in order, actor by actor: runs that this sort only merges.
    stops.sort();
    stops.dedup();
    stops
}

/// The last stop before a date.
pub fn earlier(stops: &[Date], date: Date) -> Option<Date> {
    let before = stops.partition_point(|&stop| stop < date);
    stops[..before].last().copied()
}

/// The first stop after a date.
pub fn later(stops: &[Date], date: Date) -> Option<Date> {
    let past = stops.partition_point(|&stop| stop <= date);
    stops.get(past).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample;
    use proptest::prelude::*;

    fn some_date() -> impl Strategy<Value = Date> {
        (
            1990..2030_i16,
            prop::option::of((1..13_i8, prop::option::of(1..29_i8))),
        )
            .prop_map(|(year, rest)| {
                let (month, day) = rest.map_or((None, None), |(month, day)| (Some(month), day));
                Date::new(year, month, day).expect("a date")
            })
    }

    fn sorted(mut dates: Vec<Date>) -> Vec<Date> {
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    #[test]
    fn every_date_that_is_spoken_of_is_a_stop() {
        let stops: Vec<String> = stops(&sample::atlas(), &[])
            .into_iter()
            .map(Date::iso)
            .collect();
        assert_eq!(
            stops,
            [
                "2020-05",
                "2026-01-02",
                "2026-01-20",
                "2026-01-28",
                "2026-02-20"
            ]
        );
    }

    #[test]
    fn other_dates_are_stops_too_and_none_is_one_twice() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let mut atlas = sample::atlas();
        atlas.claims.clear();
        assert_eq!(stops(&atlas, &[]), [date("2026-01-28")]);
        let others = ["2026-02", "2025", "2026-01-28", "2025"].map(date);
        assert_eq!(
            stops(&atlas, &others),
            [date("2025"), date("2026-01-28"), date("2026-02")]
        );
    }

    #[test]
    fn a_step_leads_to_the_next_stop_from_one_and_from_between_two() {
        let date = |year: i16| Date::new(year, None, None).expect("a date");
        let stops = [2020, 2022, 2024].map(date);
        let around = |year| (earlier(&stops, date(year)), later(&stops, date(year)));
        let years = |from: Option<i16>, to: Option<i16>| (from.map(date), to.map(date));
        assert_eq!(around(2019), years(None, Some(2020)));
        assert_eq!(around(2020), years(None, Some(2022)));
        assert_eq!(around(2021), years(Some(2020), Some(2022)));
        assert_eq!(around(2022), years(Some(2020), Some(2024)));
        assert_eq!(around(2024), years(Some(2022), None));
        assert_eq!(around(2025), years(Some(2024), None));
    }

    proptest! {
        #[test]
        fn stepping_on_and_back_returns(dates in prop::collection::vec(some_date(), 1..30)) {
            let stops = sorted(dates);
            for &stop in &stops {
                if let Some(next) = later(&stops, stop) {
                    prop_assert_eq!(earlier(&stops, next), Some(stop));
                }
                if let Some(last) = earlier(&stops, stop) {
                    prop_assert_eq!(later(&stops, last), Some(stop));
                }
            }
        }

        #[test]
        fn every_stop_is_reached_from_anywhere(dates in prop::collection::vec(some_date(), 1..30), from in some_date()) {
            let stops = sorted(dates);
            let walk = |step: fn(&[Date], Date) -> Option<Date>| {
                let steps = std::iter::successors(step(&stops, from), |&date| step(&stops, date));
                steps.take(stops.len() + 1).collect::<Vec<_>>()
            };
            let reached = walk(earlier).into_iter().chain(walk(later)).chain([from]);
            let reached = sorted(reached.collect());
            prop_assert!(stops.iter().all(|stop| reached.contains(stop)));
        }

        #[test]
        fn no_state_changes_but_at_a_stop(from in some_date(), to in some_date()) {
            use crate::atlas::{change, state::Snapshot};
            let atlas = sample::atlas();
            let (from, to) = (from.min(to), from.max(to));
            let stops = stops(&atlas, &[]);
            let between = stops.iter().any(|stop| stop.last_day() > from.last_day() && stop.last_day() <= to.last_day());
            let (before, after) = (Snapshot::at(&atlas, from), Snapshot::at(&atlas, to));
            prop_assert!(between || change::between(&atlas, &before, &after).is_empty());
        }
    }
}

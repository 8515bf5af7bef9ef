//! Tests of the axis of time.

use super::*;
use proptest::prelude::*;

fn dates(text: &str) -> Vec<Date> {
    let mut dates: Vec<Date> = text
        .split_whitespace()
        .map(|date| date.parse().expect("a date"))
        .collect();
    dates.sort_unstable();
    dates
}

const WHOLE: fn() -> TimeWindow = TimeWindow::default;

fn drawn(text: &str, width: u16, scale: TimeScale, window: TimeWindow) -> String {
    let dates = dates(text);
    let marks = Axis::new(&dates, width, scale, window).marks(&dates);
    marks
        .into_iter()
        .map(|mark| match mark {
            AxisMark::Line => '-',
            AxisMark::Break => ' ',
            AxisMark::Span => '=',
            AxisMark::Day => 'o',
            AxisMark::Days(level) => char::from(b'0' + level),
        })
        .collect()
}

#[test]
fn decades_and_a_cluster_of_days_are_read_alike() {
    assert_eq!(
        drawn(
            "1971 2015-09-30 2016-01 2026-01-26 2026-01-28 2026-02-04",
            35,
            TimeScale::Even,
            WHOLE()
        ),
        "-===   -o----===   -o-----o-----o--"
    );
}

#[test]
fn a_day_inside_a_month_stands_on_it() {
    assert_eq!(
        drawn("2024-12 2024-12-08", 17, TimeScale::Even, WHOLE()),
        "-=======o=======-"
    );
}

#[test]
fn days_are_as_far_apart_as_in_the_calendar_and_dense_ones_are_told() {
    let days = "2026-01-01 2026-01-11 2026-01-12 2026-01-21 2026-01-22 2026-01-23 2026-01-31";
    let drawn = |window| drawn(days, 12, TimeScale::Proportional, window);
    assert_eq!(drawn(WHOLE()), "-o--1--1o-o-");
    assert_eq!(drawn(WHOLE().closer(0.5, 0.1)), "--oo----ooo-");
}

#[test]
fn dates_that_are_spread_over_time_go_by_the_calendar_and_clusters_by_order() {
    let days: Vec<Date> = (1..=28)
        .map(|day| Date::new(2026, Some(1), Some(day)).expect("a date"))
        .collect();
    assert_eq!(TimeScale::fitting(&days), TimeScale::Proportional);
    let mut clustered = days;
    clustered.insert(0, Date::new(1971, None, None).expect("a date"));
    assert_eq!(TimeScale::fitting(&clustered), TimeScale::Even);
    assert_eq!(TimeScale::fitting(&[]), TimeScale::Proportional);
}

#[test]
fn a_column_leads_to_the_date_that_stands_there() {
    let dates = dates("2026-01-01 2026-01-11 2026-01-12 2026-01-31");
    let axis = Axis::new(&dates, 12, TimeScale::Proportional, WHOLE());
    let nearest = |column| axis.nearest(&dates, column).map(Date::iso);
    assert_eq!(nearest(0).as_deref(), Some("2026-01-01"));
    assert_eq!(nearest(4).as_deref(), Some("2026-01-12"));
    assert_eq!(nearest(11).as_deref(), Some("2026-01-31"));
    assert_eq!(axis.nearest(&[], 3), None);
}

#[test]
fn a_date_that_nothing_is_said_of_stands_between_its_neighbours() {
    let axis = Axis::new(
        &dates("2015-09-30 2019 2026-01-28"),
        32,
        TimeScale::Even,
        WHOLE(),
    );
    let at = |text: &str| axis.at(text.parse().expect("a date"));
    let order = [
        "1900",
        "2015-09-30",
        "2016",
        "2019",
        "2020",
        "2026-01-28",
        "2030",
    ]
    .map(at);
    assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
    assert_eq!((order[0], order[6]), (0, 31));
}

fn some_date() -> impl Strategy<Value = Date> {
    let rest = prop::option::of((1..13_i8, prop::option::of(1..29_i8)));
    (1990..2030_i16, rest).prop_map(|(year, rest)| {
        let (month, day) = rest.map_or((None, None), |(month, day)| (Some(month), day));
        Date::new(year, month, day).expect("a date")
    })
}

proptest! {
    #[test]
    fn order_is_kept_and_every_date_is_on_it(
        mut dates in prop::collection::vec(some_date(), 1..60), other in some_date(), width in 1..120_u16,
        even: bool, place in 0.0..=1.0, zooms in 0..4_usize,
    ) {
        dates.sort_unstable();
        let scale = if even { TimeScale::Even } else { TimeScale::Proportional };
        let whole = Axis::new(&dates, width, scale, TimeWindow::default());
        let window = (0..zooms).fold(TimeWindow::default(), |window, _| window.closer(place, whole.shortest_window()));
        let axis = Axis::new(&dates, width, scale, window);
        prop_assert_eq!(axis.marks(&dates).len(), usize::from(width));
        for pair in dates.windows(2) {
            if pair[0].is_before(pair[1]) {
                prop_assert!(axis.at(pair[0]) <= axis.at(pair[1]));
                prop_assert!(axis.span(pair[0]).start <= axis.span(pair[1]).start);
            }
        }
        for &date in dates.iter().chain([&other]) {
            prop_assert!(axis.at(date) < width);
        }
        for &date in &dates {
            let span = axis.span(date);
            prop_assert!(!span.is_empty() && span.end <= width);
        }
    }
}

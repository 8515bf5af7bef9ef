use super::*;

use crate::atlas::MONTHS;
use proptest::prelude::*;

#[test]
fn what_may_be_another_date_with_the_month_first_is_told() {
    let found = |texts: &[&str]| ambiguous(texts).map(str::to_owned);
    for text in ["03/04/2026", "3.4.2026", "on 12-11-2025"] {
        assert_eq!(found(&[text, "2026-03-04"]).as_deref(), Some(text));
        assert_eq!(found(&[text, "28.1.2026"]), None, "the day stands first");
        assert_eq!(found(&[text, "1/28/2026"]), None, "the month stands first");
    }
    for text in [
        "2026-03-04",
        "20260304",
        "28/01/2026",
        "04/04/2026",
        "3 April 2026",
        "no date",
    ] {
        assert_eq!(found(&[text]), None);
    }
}

#[test]
fn a_name_that_may_be_of_another_day_has_no_date() {
    for name in [
        "v3.1-2026-01-28.geojson",
        "front-1-2-2026-01-28",
        "10-12-2026-01-28",
        "2026-01-21_28",
        "2026-01-21-28",
        "20260121-28",
        "2026-01-21/28",
        "1-7 January 2026",
    ] {
        assert_eq!(found(name), None, "{name}");
    }
    for name in [
        "2026-01-21_12-30",
        "2026-01-21 12:30",
        "2026-01-21T12:30",
        "front-3-2026-01-21",
        "2026-01-21_v2",
    ] {
        assert_eq!(found(name).as_deref(), Some("2026-01-21"), "{name}");
    }
}

fn found(name: &str) -> Option<String> {
    date_in(name, Order::default()).map(|(date, _)| date.iso())
}

/// The days of names that stand together.
fn together(names: &[&str]) -> Vec<String> {
    let order = Order::of(names);
    let days = names.iter().map(|name| date_in(name, order));
    days.map(|day| day.map_or_else(|| "none".to_owned(), |(date, _)| date.iso()))
        .collect()
}

#[test]
fn names_that_stand_together_tell_their_order() {
    let days = ["2026-01-28", "2026-01-29", "2026-02-01"];
    for names in [
        ["28-01-26.kml", "29-01-26.kml", "01-02-26.kml"],
        ["map 28.1.26 12:00", "map 29.1.26 12:00", "map 1.2.26 12:00"],
        ["1/28/2026", "1/29/2026", "2/1/2026"],
        ["1/28/26", "1/29/26", "2/1/26"],
        ["260128.kmz", "260129.kmz", "260201.kmz"],
        ["01282026", "01292026", "02012026"],
        ["28Jan26", "29Jan26", "1Feb26"],
        ["Jan 28, 26", "Jan 29, 26", "Feb 1, 26"],
    ] {
        assert_eq!(together(&names), days, "{names:?}");
    }
    // One alone, days that no order reads, and months that may be days are left as they are.
    assert_eq!(together(&["28-01-26"]), ["none"]);
    assert_eq!(together(&["01-02-26", "01-03-26"]), ["none", "none"]);
    assert_eq!(together(&["26-01-01", "26-02-01"]), ["none", "none"]);
    assert_eq!(
        together(&["03/04/2026", "99/99/2026"]),
        ["2026-04-03", "none"]
    );
    assert_eq!(together(&["v1-2-26", "2026-01-28"]), ["none", "2026-01-28"]);
}

#[test]
fn a_date_is_found_however_it_is_written() {
    for name in [
        "2026-01-28.geojson",
        "front_20260128.kml",
        "2026_01_28",
        "2026.01.28.shp",
        "2026-1-28",
        "front-28-01-2026.geojson",
        "28.1.2026",
        "28012026",
        "28Jan2026.kmz",
        "28-Jan-2026",
        "28 January 2026",
        "january_28_2026",
        "Jan 28, 2026",
        "2026jan28",
        "map 2026-01-28T12:00:00Z",
        "2026-01-28 00:00:00.000",
        "v2-2026-01-28-final3",
        "2026-01-28 (28 January 2026)",
    ] {
        assert_eq!(found(name).as_deref(), Some("2026-01-28"), "{name}");
    }
    assert_eq!(found("12 September 2025"), found("12sept2025"));
}

#[test]
fn what_is_no_day_is_none() {
    for name in [
        "",
        "front.geojson",
        "2026.geojson",
        "2026-01",
        "front-12",
        "2026-02-30",
        "01-28-2026",
        "28-01-26",
        "120260128",
        "2026-01-28-to-2026-02-04",
        "12345678",
        "marching 28 2026",
        "3026-01-28",
        "28 ja 2026",
    ] {
        assert_eq!(found(name), None, "{name}");
    }
}

#[test]
fn the_place_of_a_date_is_told() {
    let (_, at) = date_in("layers/front-2026-01-28-v2.geojson", Order::default()).expect("a date");
    assert_eq!(at, 13..23);
}

proptest! {
    #[test]
    fn nothing_breaks_it(name in any::<String>()) {
        for &order in Order::OTHERS.iter().chain([&Order::DayFirst]) {
            if let Some((_, at)) = date_in(&name, order) {
                prop_assert!(name.get(at).is_some());
            }
        }
    }

    #[test]
    fn every_day_is_found_in_every_form(year in 1900..2100i16, month in 1..=12i8, day in 1..=28i8) {
        let date = Date::new(year, Some(month), Some(day)).expect("a day");
        let word = &MONTHS[usize::try_from(month - 1).expect("a month")][..3];
        for name in [
            format!("{year}-{month:02}-{day:02}"), format!("{year}{month:02}{day:02}"),
            format!("{day}.{month}.{year}"), format!("{day:02}{month:02}{year}"), format!("{day}{word}{year}"),
        ] {
            prop_assert_eq!(date_in(&format!("x_{name}.kml"), Order::default()).map(|(found, _)| found), Some(date), "{}", name);
        }
    }
}

#[test]
fn numbers_in_the_middle_of_others_are_no_day() {
    for names in [
        ["front2-27-01-2026", "front2-28-01-2026"],
        ["12-30-12-2026", "12-31-12-2026"],
    ] {
        let order = Order::of(&names);
        assert_eq!(names.map(|name| date_in(name, order)), [None, None]);
    }
}

#[test]
fn a_column_that_tells_both_orders_is_ambiguous() {
    let rows = ["13/04/2026", "04/13/2026", "03/04/2026"];
    assert_eq!(ambiguous(&rows), Some("03/04/2026"));
    assert_eq!(ambiguous(&rows[1..]), None);
}

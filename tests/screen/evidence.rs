//! Lenses and dates on the shipped map: what whole screens look like, colours and all.

use crate::support::Screen;
use proptest::prelude::*;
use whoholds::{
    atlas::{Date, timeline},
    scene::{Depth, Marker},
};

/// Keys to each lens.
const LENSES: [(&str, &str); 3] = [("grade", "e"), ("age", "e e"), ("sources", "e e e")];

#[test]
fn every_lens_is_named_and_has_its_legend() {
    for (name, keys) in LENSES {
        let screen = Screen::new(120, 36).press(keys);
        insta::assert_snapshot!(format!("{name}-120x36"), screen.text());
        insta::assert_snapshot!(format!("{name}-120x36-styles"), screen.styles());
        let screen = Screen::new(80, 24).in_colours(Depth::None).press(keys);
        insta::assert_snapshot!(format!("{name}-80x24-none"), screen.text());
    }
    let actors = Screen::new(120, 36).text();
    assert_eq!(Screen::new(120, 36).press("e e e e").text(), actors);
}

#[test]
fn what_changed_is_hatched_and_listed() {
    let screen = Screen::new(120, 36).press("home d end");
    insta::assert_snapshot!("changes-120x36", screen.text());
    insta::assert_snapshot!("changes-120x36-styles", screen.styles());
    let plain = screen.in_colours(Depth::None).drawn_in(Marker::Ascii);
    insta::assert_snapshot!("changes-120x36-ascii", plain.text());
    let one = Screen::new(80, 40).press("home d end shift-tab");
    insta::assert_snapshot!("changed-place-80x40", one.text());
}

#[test]
fn a_date_before_every_claim_hides_and_counts_them_all() {
    let screen = Screen::new(120, 36).press("t 1 9 0 0 enter");
    let claims = screen.world.atlas.claims.len();
    let counted = format!("{claims} claims from after 1900 not shown");
    assert!(screen.text().contains(&counted), "{}", screen.text());
    assert!(screen.text().contains("silent 100%"), "{}", screen.text());
}

#[test]
fn a_month_is_shown_as_one() {
    let screen = Screen::new(120, 36).press("t 2 0 2 4 - 1 2 enter");
    assert!(
        screen.text().contains("as of Dec 2024"),
        "{}",
        screen.text()
    );
    // Nothing else is said of that month, so a day of it is the same but for its name.
    let day = Screen::new(120, 36).press("t 2 0 2 4 - 1 2 - 3 1 enter");
    assert_eq!(day.text().lines().nth(10), screen.text().lines().nth(10));
}

#[test]
fn a_mistaken_date_is_said() {
    let screen = Screen::new(80, 24).press("t 2 0 2 4 - 1 3 enter");
    insta::assert_snapshot!("mistaken-date-80x24", screen.text());
}

#[test]
fn every_dated_event_is_reached_and_marked() {
    // So wide that every day has a cell of its own.
    let mut screen = Screen::new(240, 36).press("home");
    let mut reached: Vec<Date> = Vec::new();
    while reached.last() != Some(&screen.state.session.snapshot.date) {
        reached.push(screen.state.session.snapshot.date);
        screen = screen.press(".");
    }
    assert_eq!(reached, timeline::stops(&screen.world.atlas, &[]));
    let days = reached
        .iter()
        .filter(|date| date.first_day() == date.last_day());
    let line = screen.text();
    let line = line.lines().nth(31).expect("the timeline").to_owned();
    assert_eq!(line.matches('●').count(), days.count(), "{line}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn stepping_on_and_back_returns(steps in 0..20_usize) {
        let walk = Screen::new(80, 24).press("home").press(&". ".repeat(steps));
        let there = walk.text();
        let at_end = walk.state.session.snapshot.date == *walk.world.stops.last().expect("a stop");
        if !at_end {
            prop_assert_eq!(walk.press(". ,").text(), there);
        }
    }
}

#[test]
fn dates_and_lenses_are_at_hand_while_reading() {
    let reading = Screen::new(120, 36).press("tab r");
    let date = reading.state.session.snapshot.date;
    let reading = reading.press(", e");
    assert!(reading.state.reader().is_some() && reading.state.session.snapshot.date < date);
    // The ends of what is read, not of time.
    let shown = reading.state.session.snapshot.date;
    assert_eq!(reading.press("end home").state.session.snapshot.date, shown);
}

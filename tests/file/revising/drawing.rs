//! Places that are drawn on the map.

use proptest::prelude::*;
use whoholds::{
    diagnostics::Severity,
    file::{self, RegionFile},
    tui::{Action, Draw},
};

use super::desk::{Desk, MAP};
use crate::support::Screen;

#[test]
fn a_point_is_a_site_and_an_outline_is_a_region() {
    let mut desk = Desk::new(MAP);
    desk.press("A enter enter");
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in("Old Airport");
    let shown = desk.press("enter");
    assert!(shown.contains("Keep Old Airport, new site?"), "{shown}");
    assert_eq!(desk.file(), MAP);
    desk.press("enter");
    let new = desk.file();
    let (site, _) = new
        .split_once("\n# Ali")
        .map_or((new.as_str(), ""), |it| it);
    assert!(
        new.contains(
            "[[site]]\nid = \"old-airport\"\nname = \"Old Airport\"\nkind = \"airport\"\n"
        ),
        "{site}"
    );
    let shown = desk.screen.text();
    assert!(shown.contains("Old Airport"), "{shown}");
    desk.press("u");
    assert_eq!(desk.file(), MAP);
    // Three points, the last line of which must not cross.
    desk.press("A enter right right right right right right enter down down down down enter c");
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in("Zone");
    desk.press("enter enter");
    let new = desk.file();
    assert!(
        new.contains("id = \"zone\"\nname = \"Zone\"\narea = { part = ["),
        "{new}"
    );
    assert!(new.contains("drawn = \"schematic\""), "{new}");
    let file = RegionFile::open(&desk.arena.0.join("map.toml")).expect("a file");
    let document = file::load(&file).expect("a map");
    assert_eq!(document.unproved.count(Severity::Error), 0);
}

#[test]
fn what_is_drawn_is_seen_on_the_map_at_every_size() {
    for (cols, rows) in [(80, 24), (40, 12), (24, 8)] {
        let mut desk = Desk::new(MAP);
        desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).resize(cols, rows);
        desk.press("A enter right right right right right right enter down down down");
        insta::assert_snapshot!(format!("drawing-{cols}x{rows}"), desk.screen.text());
    }
    let mut desk = Desk::new(MAP);
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).resize(12, 3);
    desk.press("A");
    assert_eq!(desk.notice(), "there is no room for the map");
}

fn stroke() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (0..70_u16, 0..28_u16).prop_map(|(col, row)| Action::Draw(Draw::Point(col, row))),
        1 => Just(Action::Draw(Draw::TakeBack)),
        1 => Just(Action::Draw(Draw::Corner)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_drawn_and_kept_gives_a_map(strokes in prop::collection::vec(stroke(), 1..9)) {
        let mut desk = Desk::new(MAP);
        desk.press("A");
        for action in strokes {
            let Screen { state, world } = &mut desk.screen;
            whoholds::tui::advance(state, world, action);
            // What is closed asks for its name.
            if !desk.screen.text().contains("What is it called?") {
                continue;
            }
            break;
        }
        if !desk.screen.text().contains("What is it called?") {
            desk.press("c");
        }
        if desk.screen.text().contains("What is it called?") {
            desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in("Zone");
            desk.press("enter enter");
            let file = RegionFile::open(&desk.arena.0.join("map.toml")).expect("a file");
            prop_assert!(file::load(&file).is_ok(), "{}", desk.file());
        } else {
            prop_assert_eq!(desk.file(), MAP);
        }
    }
}

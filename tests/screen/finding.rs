//! Search and the command palette by scripted keys, on the shipped map.

use crate::support::Screen;
use ratatui::{buffer::Buffer, layout::Rect};
use whoholds::{
    atlas::{ActorId, Place},
    scene::{ColourScheme, Depth, Marker, Pin, Theme},
    session::Session,
    tui::{self, Action, Effect, Mode, TextOrder},
};

/// Returns what is on the screen, mode aside, as far as searching touches it.
fn looks(screen: &Screen) -> (Option<Place>, Vec<ActorId>, Option<Pin>) {
    let Session {
        selected,
        filter,
        pin,
        ..
    } = &screen.state.session;
    (*selected, filter.clone(), *pin)
}

fn selected(screen: &Screen) -> Option<&str> {
    let selected = screen.state.session.selected;
    selected.map(|place| screen.world.atlas.id(place))
}

#[test]
fn the_map_shows_what_is_found_while_it_is_typed() {
    let screen = Screen::new(120, 36).press("/").type_in("khmeimim");
    assert_eq!(selected(&screen), Some("hmeimim"));
    insta::assert_snapshot!("search-hmeimim-120x36", screen.text());
    let screen = screen.press("enter");
    assert_eq!(
        (selected(&screen), screen.state.mode()),
        (Some("hmeimim"), &Mode::Browse)
    );
}

#[test]
fn towns_and_areas_are_pointed_out_in_the_region_they_lie_in() {
    let screen = Screen::new(120, 36).press("/").type_in("عامودا");
    assert_eq!(selected(&screen), Some("northeast"));
    assert!(screen.text().contains("▸Amuda"), "{}", screen.text());
    let screen = Screen::new(80, 24).press("/").type_in("طرطوس");
    insta::assert_snapshot!("search-tartus-80x24", screen.text());
    let screen = screen.press("down down");
    assert!(matches!(screen.state.session.pin, Some(Pin::Unit(_))));
    let screen = screen.press("enter");
    assert_eq!(selected(&screen), None);
    assert!(screen.text().contains("▸Tartus◂"), "{}", screen.text());
    assert!(screen.text().contains("Coast: 100%"), "{}", screen.text());
    // The next selection takes the pin away.
    assert_eq!(screen.press("tab").state.session.pin, None);
}

#[test]
fn a_town_comes_before_the_land_around_it() {
    for name in ["homs", "aleppo", "raqqa", "حلب"] {
        let screen = Screen::new(120, 36).press("/").type_in(name);
        let pin = screen.state.session.pin;
        assert!(matches!(pin, Some(Pin::Town(_))), "{name}: {pin:?}");
    }
    let screen = Screen::new(120, 36)
        .press("/")
        .type_in("homs governorate")
        .press("enter");
    assert!(
        screen.text().contains("Southeast: 89%"),
        "{}",
        screen.text()
    );
}

#[test]
fn esc_brings_back_what_was() {
    for before in ["", "tab tab", "1", "2 tab enter", "/ q a m enter"] {
        let screen = Screen::new(80, 24).press(before);
        let (was, text) = (looks(&screen), screen.text());
        let screen = screen
            .press("/")
            .type_in("russia")
            .press("down up backspace");
        assert!(matches!(screen.state.mode(), Mode::Search { .. }));
        let screen = screen.press("esc");
        assert_eq!((looks(&screen), screen.text()), (was, text), "{before}");
    }
}

#[test]
fn what_is_not_found_changes_nothing() {
    let screen = Screen::new(59, 16).press("tab");
    let was = looks(&screen);
    let screen = screen.press("/").type_in("xyzxyz").press("enter");
    assert_eq!(looks(&screen), was);
    assert!(matches!(screen.state.mode(), Mode::Search { .. }));
    assert!(
        screen.text().contains("nothing of that name"),
        "{}",
        screen.text()
    );
    insta::assert_snapshot!("search-nothing-59x16", screen.text());
}

#[test]
fn an_actor_stands_out_when_it_is_found() {
    let screen = Screen::new(120, 36)
        .press("/")
        .type_in("kurdish")
        .press("enter");
    let names: Vec<&str> = screen
        .state
        .session
        .filter
        .iter()
        .map(|&id| screen.world.atlas[id].name.as_str())
        .collect();
    assert_eq!(names, ["Kurdish-led forces"]);
    assert_eq!(selected(&screen), None);
}

#[test]
fn every_command_is_found_with_its_key_and_done() {
    let screen = Screen::new(80, 24).press(":");
    insta::assert_snapshot!("palette-80x24", screen.text());
    let screen = Screen::new(80, 24).press(":").type_in("other pieces");
    insta::assert_snapshot!("palette-pieces-80x24", screen.text());
    assert_eq!(screen.press("enter").state.marker, Marker::HalfBlock);
    let mut quit = Screen::new(80, 24).press(":").type_in("quit");
    let effect = tui::update(&mut quit.state, &quit.world, Action::Pick);
    assert_eq!(effect, Some(Effect::Quit));
    let filter = Screen::new(80, 24)
        .press("f down :")
        .type_in("pick")
        .press("enter");
    assert_eq!(
        (filter.state.mode(), filter.state.session.filter.len()),
        (&Mode::Filter { cursor: 1 }, 1)
    );
    for mode in ["", "enter", "f"] {
        let was = Screen::new(80, 24).press(mode).state.mode().clone();
        let now = Screen::new(80, 24)
            .press(mode)
            .press(":")
            .type_in("xyz")
            .press("esc");
        assert_eq!(*now.state.mode(), was);
    }
}

#[test]
fn every_size_can_be_drawn() {
    for keys in ["/ q a m down", ": e", "/ x y z x y z"] {
        let mut screen = Screen::new(80, 24).press(keys);
        let sizes = (0..130).step_by(9);
        for (cols, rows) in sizes.flat_map(|cols| (0..40).step_by(3).map(move |rows| (cols, rows)))
        {
            screen.state.size.cols = cols;
            screen.state.size.rows = rows;
            let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
            tui::draw(&screen.state, &screen.world, &mut buf);
        }
    }
}

#[test]
fn a_look_for_every_ground_reads_on_it() {
    for scheme in [ColourScheme::Light, ColourScheme::Contrast] {
        let mut screen = Screen::new(80, 24).press("right");
        screen.state.theme = Theme::new(Depth::True).with(scheme);
        let name = format!("scheme-{}-80x24", scheme.name());
        insta::assert_snapshot!(format!("{name}-styles"), screen.styles());
        insta::assert_snapshot!(name, screen.text());
    }
    let mut screen = Screen::new(80, 24).press("right");
    screen.state.theme = Theme::new(Depth::Ansi16).with(ColourScheme::Light);
    insta::assert_snapshot!("scheme-light-16-80x24", screen.text());
    insta::assert_snapshot!("scheme-light-16-80x24-styles", screen.styles());
}

#[test]
fn names_are_turned_where_the_terminal_does_not() {
    let mut screen = Screen::new(80, 24).press("/").type_in("الجولان");
    screen.state.text_order = TextOrder::Visual;
    let text = screen.text();
    assert!(
        text.contains("ﻥﻻﻮﺠﻟﺍ") && !text.contains("الجولان"),
        "{text}"
    );
    let Mode::Search { prompt, .. } = screen.state.mode() else {
        panic!("it is searched")
    };
    // Only what is drawn is turned.
    assert_eq!(prompt.input.text(), "الجولان");
    insta::assert_snapshot!("visual-80x24", text);
}

#[test]
fn looking_closer_goes_to_what_was_found() {
    for zoom in ["+ + + +", "z"] {
        let screen = Screen::new(120, 36).press("/").type_in("amuda");
        let screen = screen.press("enter").press(zoom);
        assert!(matches!(screen.state.session.pin, Some(Pin::Town(_))));
        assert!(screen.text().contains("◎"), "{}", screen.text());
    }
}

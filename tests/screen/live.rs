//! Tests of what stays on the screen when the file is read again, and what is said where it has a mistake.

use crate::support::Screen;
use whoholds::{
    file::{self, Document, RegionFile},
    session::FileProblems,
    tui,
};

const SHIPPED: &str = include_str!("../../regions.toml");

fn read(text: &str) -> Result<Document, FileProblems> {
    let file = RegionFile::builtin().with_bytes(text);
    file::load(&file).map_err(FileProblems::Broken)
}

fn saved(mut screen: Screen, text: &str) -> Screen {
    if let Some(world) = tui::reload(&mut screen.state, &screen.world, read(text)) {
        screen.world = world;
    }
    screen
}

/// The shipped file with its entries of a kind in the opposite order.
fn turned_round(kind: &str) -> String {
    let mark = format!("[[{kind}]]");
    let (head, rest) = SHIPPED.split_once(&mark).expect("such entries");
    let last = rest.rfind(&mark).expect("several entries");
    let end = rest[last..].find("\n\n").expect("more after them");
    let (entries, tail) = rest.split_at(last + end);
    let entries = entries.split(&mark).collect::<Vec<_>>();
    let turned: Vec<&str> = entries.iter().rev().map(|entry| entry.trim_end()).collect();
    let turned = turned.join(&format!("\n\n{mark}"));
    format!("{head}{mark}{turned}{tail}")
}

#[test]
fn what_is_on_the_screen_stays_where_the_numbers_change() {
    for keys in [
        "tab",
        "shift-tab enter j j",
        "1 4 tab tab",
        "tab f down down",
        "? j j",
        "tab r n",
        "tab Y",
    ] {
        let before = Screen::new(120, 36).press(keys);
        let (selected, filter) = names(&before);
        for text in ["site", "actor", "source"].map(turned_round) {
            let after = saved(Screen::new(120, 36).press(keys), &text);
            assert!(after.state.problems.is_none(), "{:?}", after.state.problems);
            assert_eq!(names(&after), (selected.clone(), filter.clone()), "{keys}");
            assert_eq!(after.state.scroll, before.state.scroll);
            let read = |screen: &Screen| {
                let reader = screen.state.reader()?;
                let claims = reader.claims(&screen.world, &screen.state.session.snapshot);
                Some((screen.world.atlas[reader.source].id.clone(), claims))
            };
            assert_eq!(read(&after), read(&before), "{keys}");
            assert_eq!(after.state.mode().name(), before.state.mode().name());
        }
    }
}

/// The ids of what is selected and filtered by.
fn names(screen: &Screen) -> (Option<String>, Vec<String>) {
    let atlas = &screen.world.atlas;
    let selected = screen
        .state
        .session
        .selected
        .map(|place| atlas.id(place).to_owned());
    let filter = screen.state.session.filter.iter();
    let mut filter: Vec<_> = filter.map(|&id| atlas[id].id.clone()).collect();
    filter.sort();
    (selected, filter)
}

#[test]
fn what_is_gone_is_let_go_and_dates_follow_only_the_file() {
    let selected = Screen::new(80, 24).press("tab");
    let renamed = SHIPPED.replace("\"northeast\"", "\"beyond\"");
    assert_eq!(saved(selected, &renamed).state.session.selected, None);
    let dated = SHIPPED.replace("as_of = 2026-01-28", "as_of = 2026-03-01");
    let date = |screen: &Screen| screen.state.session.snapshot.date.to_string();
    assert_eq!(date(&saved(Screen::new(80, 24), &dated)), "1 Mar 2026");
    let mut chosen = Screen::new(80, 24);
    chosen.state.session.snapshot.date = "2025".parse().expect("a date");
    assert_eq!(date(&saved(chosen, &dated)), "2025");
}

#[test]
fn a_mistake_leaves_the_last_good_map_and_is_shown_with_its_line() {
    let broken = SHIPPED
        .replace("\"naval base\"", "\"navel base\"")
        .replace("colour = \"red\"", "colour = \"rde\"");
    let line = broken.lines().position(|line| line.contains("\"rde\""));
    let first = format!(
        "last save not shown, line {}: `rde` is no colour, and 1 more",
        line.expect("the line") + 1
    );
    let map = Screen::new(80, 24).press("tab").text();
    let screen = saved(Screen::new(80, 24).press("tab"), &broken);
    let text = screen.text();
    assert!(
        text.starts_with(&format!(" ! {first}; ! shows more")),
        "{text}"
    );
    assert!(text.contains("■ K"), "{text}");
    let small = screen.resize(20, 5).text();
    assert!(small.starts_with("last save not shown,"), "{small}");

    let problems = saved(Screen::new(80, 24).press("!"), &broken);
    let text = problems.text();
    for words in [
        &first,
        "2 problems in regions.toml",
        "= help: did you mean `red`?",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let end = problems.press("end");
    assert!(
        end.text().contains("did you mean `naval base`?"),
        "{}",
        end.text()
    );
    assert_eq!(saved(end.press("! tab"), SHIPPED).text(), map);
}

#[test]
fn a_quotation_that_is_not_proved_is_shown_with_its_repair() {
    let wrong = SHIPPED.replace(
        "quote = \"Kurdish-led forces hold",
        "quote = \"Kurdish-led forces held",
    );
    let document = read(&wrong).expect("a map");
    let mut screen = Screen::new(80, 24);
    screen.world = tui::reload(&mut screen.state, &screen.world, Ok(document)).expect("a map");
    let screen = screen.press("!");
    assert!(
        screen
            .text()
            .contains("= write: quote = \"Kurdish-led forces hold the northeast\"")
    );
}

#[test]
fn every_size_can_be_drawn_with_a_mistake() {
    let broken = format!("{SHIPPED}\n[[claim]]\nsays = \"\u{9b}31m\\u001b[2J\u{202e}\"\n");
    for keys in ["tab", "!", "! end"] {
        let mut screen = saved(Screen::new(80, 24).press(keys), &broken);
        assert!(screen.state.problems.is_some());
        for (cols, rows) in (1..=130)
            .step_by(7)
            .flat_map(|c| (1..=40).step_by(3).map(move |r| (c, r)))
        {
            screen = screen.resize(cols, rows);
            assert!(!screen.text().contains(['\u{9b}', '\u{1b}', '\u{202e}']));
        }
    }
}

//! An article that is written up by somebody who knows nothing of TOML.

use whoholds::{
    edit,
    tui::{Effect, update},
};

use super::desk::Desk;
use crate::{
    arena::{self, Arena},
    support::Screen,
};

const ARTICLE: &str = "\
Rebels take airport as army leaves Raqqa

RAQQA, 12 January 2026 — Fighters of the Desert Union seized the airport outside Tabqa on Monday, two residents said.

The army withdrew from Raqqa last week, and the Desert Union has held the city since, according to the governor. The \
army still holds Deir ez-Zor.

The checkpoint at Old Bridge, south of the city, is run by the Desert Union.
";

/// Presses a key until the panel shows some words.
fn until(desk: &mut Desk, key: &str, words: &str) {
    let mut shown = desk.screen.text();
    for _ in 0..12 {
        if shown.contains(words) {
            return;
        }
        shown = desk.press(key);
    }
    panic!("no “{words}” on\n{shown}");
}

/// Opens a box, types an answer and takes it.
fn answer(desk: &mut Desk, key: &str, words: &str) {
    desk.press(key);
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in(words);
    desk.press("enter");
}

/// Has the claim be about a place, whatever is proposed, or no longer.
fn about(desk: &mut Desk, name: &str, wanted: bool) {
    let shown = desk.screen.text();
    let mut rows = shown.lines().filter(|row| row.contains("about  "));
    let is_it = rows.any(|row| row.contains(name));
    if is_it != wanted {
        answer(desk, "a", name);
    }
}

/// Four claims, two actors and two new places, one of them drawn, without a line of TOML.
#[test]
fn a_newcomer_writes_an_article_up_with_the_keys_alone() {
    let arena = Arena::new();
    arena.write("port.txt", ARTICLE);
    let new = edit::start("syria", &arena.0, "2026-01-28".parse().expect("a date"));
    arena.write("map.toml", new.expect("a file"));
    let mut desk = Desk::open(arena, "map.toml");
    let article = desk.arena.0.join("port.txt").display().to_string();
    answer(&mut desk, "a", &article);
    desk.press("n");
    about(&mut desk, "Tabqa", false);
    answer(&mut desk, "A enter enter", "Tabqa airport");
    until(&mut desk, "s", "took it over");
    answer(&mut desk, "w", "Desert Union");
    desk.press("enter");
    about(&mut desk, "Raqqa", true);
    until(&mut desk, "s", "holds it");
    answer(&mut desk, "w", "Desert Union");
    // “Last week” is for somebody to date.
    let shown = desk.press("enter");
    assert!(shown.contains("When was it?"), "{shown}");
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in("2026-01-07");
    desk.press("enter enter");
    about(&mut desk, "Deir ez-Zor", true);
    until(&mut desk, "s", "holds it");
    answer(&mut desk, "w", "The army");
    desk.press("enter");
    answer(&mut desk, "A up up enter enter", "Old Bridge");
    until(&mut desk, "s", "runs it");
    answer(&mut desk, "w", "Desert Union");
    let before = desk.file();
    desk.press("enter");
    assert_eq!(desk.file(), before, "nothing is written before it is saved");
    desk.press("ctrl-s");
    let after = desk.file();
    let written = after
        .strip_prefix(before.trim_end())
        .expect("the rest stays");
    let hash = written
        .lines()
        .find(|line| line.starts_with("sha256"))
        .expect("a seal");
    insta::assert_snapshot!("newcomer", written.replace(hash, "sha256 = …"));
    let output = desk.arena.run(&["check", "map.toml"]);
    assert_eq!(output.status.code(), Some(0), "{}", arena::told(&output));
}

#[test]
fn help_begins_with_the_keys_at_hand_and_what_is_chosen_is_marked() {
    let arena = Arena::new();
    arena.write("port.txt", ARTICLE);
    let new = edit::start("syria", &arena.0, "2026-01-28".parse().expect("a date"));
    arena.write("map.toml", new.expect("a file"));
    let mut desk = Desk::open(arena, "map.toml");
    let article = desk.arena.0.join("port.txt").display().to_string();
    answer(&mut desk, "a", &article);
    let help = desk.press("?");
    let at = |words: &str| {
        help.find(words)
            .unwrap_or_else(|| panic!("no “{words}” on\n{help}"))
    };
    assert!(at("Keys: write") < at("keep the claim") && at("keep the claim") < at("Other keys"));
    desk.press("esc n n");
    let shown = desk.press("a");
    let rows: Vec<&str> = shown
        .lines()
        .filter(|row| row.contains("chosen, town"))
        .collect();
    assert!(
        matches!(rows.as_slice(), [row] if row.contains("Raqqa")),
        "{shown}"
    );
}

#[test]
fn the_screen_waits_for_an_article_and_can_be_left_meanwhile() {
    let arena = Arena::new();
    arena.write("port.txt", ARTICLE);
    let new = edit::start("syria", &arena.0, "2026-01-28".parse().expect("a date"));
    arena.write("map.toml", new.expect("a file"));
    let mut desk = Desk::open(arena, "map.toml");
    desk.press("a");
    let name = desk.arena.0.join("port.txt").display().to_string();
    desk.screen = std::mem::replace(&mut desk.screen, Screen::new(1, 1)).type_in(&name);
    let enter = desk.screen.state.action("enter".parse().expect("a key"));
    let effect = update(
        &mut desk.screen.state,
        &desk.screen.world,
        enter.expect("an action"),
    );
    assert_eq!(effect, Some(Effect::ReadArticle(name)));
    let shown = desk.screen.text();
    assert!(shown.contains("reading it …; esc leaves it"), "{shown}");
    let shown = desk.press("esc");
    assert!(!shown.contains("Add an article"), "{shown}");
}

//! The screen after some keys, on the shipped map, as symbols without colours.

use crate::support::Screen;
use whoholds::file::RegionFile;

#[test]
fn nothing_selected() {
    insta::assert_snapshot!("120x36", Screen::new(120, 36).text());
    insta::assert_snapshot!("80x24", Screen::new(80, 24).text());
    insta::assert_snapshot!("60x16", Screen::new(60, 16).text());
    insta::assert_snapshot!("20x5", Screen::new(20, 5).text());
}

#[test]
fn who_holds_the_northeast_and_which_sentence_says_so() {
    let screen = Screen::new(120, 36).press("tab");
    assert!(
        screen.text().contains("“Kurdish-led forces hold"),
        "{}",
        screen.text()
    );
    insta::assert_snapshot!("northeast-120x36", screen.text());
    insta::assert_snapshot!("northeast-20x5", screen.resize(20, 5).text());
}

#[test]
fn what_russia_keeps_at_tartous() {
    let screen = Screen::new(120, 36).press("4 tab tab");
    assert!(
        screen.text().contains("│ operated by Russia  ■ R"),
        "{}",
        screen.text()
    );
    insta::assert_snapshot!("tartous-120x36", screen.text());
    insta::assert_snapshot!(
        "tartous-59x16",
        screen.resize(59, 16).press("enter end").text()
    );
}

#[test]
fn how_qamishli_airport_got_there() {
    insta::assert_snapshot!(
        "qamishli-80x40",
        Screen::new(80, 40).press("shift-tab enter").text()
    );
}

#[test]
fn the_list_of_actors_and_the_keys() {
    insta::assert_snapshot!(
        "filter-80x24",
        Screen::new(80, 24).press("f down space").text()
    );
    insta::assert_snapshot!("help-80x24", Screen::new(80, 24).press("? end").text());
}

#[test]
fn a_wrong_letter_in_a_quotation_cannot_be_overlooked() {
    let shipped = include_str!("../../regions.toml");
    let wrong = shipped.replace(
        "quote = \"Kurdish-led forces hold",
        "quote = \"Kurdish-led forces held",
    );
    let file = RegionFile::builtin().with_bytes(wrong);
    insta::assert_snapshot!(
        "unproved-80x30",
        Screen::of(&file, 80, 30).press("tab").text()
    );
}

#[test]
fn resizing_back_and_forth_changes_nothing() {
    let before = Screen::new(120, 36).press("tab enter").text();
    let sizes = [(20, 5), (1, 1), (200, 50), (59, 16), (120, 36)];
    let after = sizes.into_iter().fold(
        Screen::new(120, 36).press("tab enter"),
        |screen, (cols, rows)| {
            let screen = screen.resize(cols, rows);
            screen.text();
            screen
        },
    );
    assert_eq!(after.text(), before);
}

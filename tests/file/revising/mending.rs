//! Quotations that are mended, drafts that are reviewed, and files that are left alone.

use std::{fs, os::unix::fs::symlink};

use whoholds::{dialogue::Review, edit::Revision, file::RegionFile};

use super::desk::{Desk, MAP, TEXT};
use crate::{
    arena::{self, Arena},
    support::Screen,
};

fn broken() -> String {
    MAP.replace("Guard holds Idlib", "Guard held Idlib")
}

#[test]
fn a_quotation_is_mended_once_both_are_seen() {
    let mut desk = Desk::new(&broken());
    let shown = desk.press("! enter");
    assert!(shown.contains("Mend the quotation on line 26?"), "{shown}");
    assert!(shown.contains("\"The Guard held Idlib\""), "{shown}");
    assert!(shown.contains("\"The Guard holds Idlib\""), "{shown}");
    assert_eq!(desk.file(), broken());
    desk.press("esc");
    assert_eq!(desk.file(), broken());
    let shown = desk.press("enter enter");
    assert_eq!(desk.file(), MAP);
    assert!(shown.contains("There are none."), "{shown}");
    assert!(
        desk.notice().ends_with("map.toml; u takes it back"),
        "{}",
        desk.notice()
    );
    desk.press("u");
    assert_eq!(desk.file(), broken());
    desk.press("u");
    assert_eq!(desk.notice(), "there is no change to be taken back");
    desk.press("ctrl-r");
    assert_eq!(desk.file(), MAP);
}

#[test]
fn what_is_not_known_for_certain_is_not_mended() {
    let mut desk = Desk::new(&MAP.replace("Guard holds Idlib", "queen of Sheba came"));
    desk.press("! enter");
    assert_eq!(
        desk.notice(),
        "only a quotation that the source has nearly so can be mended here; E opens the file there"
    );
}

#[test]
fn nothing_is_written_over_somebody_elses_change() {
    let mut desk = Desk::new(&broken());
    desk.press("! enter");
    let theirs = broken() + "# theirs\n";
    desk.arena.write("map.toml", &theirs);
    desk.press("enter");
    assert_eq!(
        desk.notice(),
        "the file was changed meanwhile: look at it again"
    );
    assert_eq!(desk.file(), theirs);
    // Looked at again, it is mended, and theirs is kept.
    desk.press("enter enter");
    assert_eq!(desk.file(), MAP.to_owned() + "# theirs\n");
    desk.arena.write("map.toml", "");
    desk.press("u");
    assert_eq!(
        desk.notice(),
        "not saved: the file was changed by somebody else since it was opened; open it again"
    );
    assert_eq!(desk.file(), "");
}

#[test]
fn a_file_that_is_read_only_stays_and_a_link_still_leads_to_its_file() {
    let mut desk = Desk::new(&broken());
    let path = desk.arena.0.join("map.toml");
    let mut permissions = path.metadata().expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions.clone()).expect("it is ours");
    desk.press("! enter enter");
    assert_eq!(desk.notice(), "not saved: the file is read-only");
    assert_eq!(desk.file(), broken());
    let arena = Arena::new();
    arena.write("real/map.toml", broken());
    arena.write("gazette.txt", TEXT);
    symlink(arena.0.join("real/map.toml"), arena.0.join("map.toml")).expect("a link");
    let mut desk = Desk::open(arena, "map.toml");
    desk.press("! enter enter");
    assert_eq!(desk.file(), MAP);
    assert!(desk.arena.0.join("map.toml").is_symlink());
}

#[test]
fn a_draft_is_seen_with_what_it_changes_then_accepted_or_taken_out() {
    let mut desk = Desk::new(MAP);
    let shown = desk.press("D");
    assert!(shown.contains("Draft 1 of 1"), "{shown}");
    assert!(shown.contains("“it took over Raqqa”"), "{shown}");
    assert!(shown.contains("Raqqa: in draft → The Guard"), "{shown}");
    assert_eq!(desk.file(), MAP);
    desk.press("enter");
    let accepted = MAP.replace("draft = true\n", "");
    assert_eq!(desk.file(), accepted);
    assert!(
        desk.notice().starts_with("accepted, and saved in "),
        "{}",
        desk.notice()
    );
    desk.press("u D x");
    let start = MAP.find("# Ali").expect("a draft");
    let end = MAP.find("\n# The end").expect("an end");
    assert_eq!(desk.file(), MAP[..start].to_owned() + &MAP[end + 1..]);
    desk.press("D");
    assert_eq!(desk.notice(), "no claim is in draft");
    desk.press("u");
    assert_eq!(desk.file(), MAP);
}

#[test]
fn what_comes_with_the_program_is_not_changed() {
    let arena = Arena::new();
    arena.write("gazette.txt", TEXT);
    let mut desk = Desk {
        arena,
        screen: Screen::new(120, 36),
    };
    for keys in ["A", "D", "E"] {
        desk.press(keys);
        assert_eq!(
            desk.notice(),
            "this map comes with the program; `whoholds new` starts a file of your own"
        );
    }
}

#[test]
fn what_differs_in_signs_alone_is_mended_at_once() {
    let arena = Arena::new();
    arena.write("gazette.txt", TEXT);
    let signs = MAP.replace("Guard holds Idlib", "Guard holds, Idlib");
    arena.write(
        "map.toml",
        signs.replace("took over Raqqa", "took over Homs"),
    );
    let output = arena.run(&["check", "--fix", "map.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "map.toml: mended 1 quotation\n  line 26: \"The Guard holds, Idlib\" → \"The Guard holds Idlib\"\n"
    );
    assert!(
        arena::told(&output).contains("error[quote-altered]"),
        "{}",
        arena::told(&output)
    );
    let now = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    assert_eq!(now, MAP.replace("took over Raqqa", "took over Homs"));
}

#[test]
fn of_several_places_with_the_words_none_is_taken() {
    let arena = Arena::new();
    arena.write(
        "gazette.txt",
        "It fell: the Guard holds Idlib; it took over Raqqa.\n\nThe Guard holds, Idlib, he said.\n",
    );
    let toml = MAP.replace("The Guard holds Idlib", "Guard (holds) Idlib");
    arena.write("map.toml", &toml);
    let output = arena.run(&["check", "--fix", "map.toml"]);
    assert_eq!(output.status.code(), Some(1));
    let told = arena::told(&output);
    assert!(
        told.contains("these words with other signs, in several places: quote one of them"),
        "{told}"
    );
    assert!(!told.contains("write: "), "{told}");
    let now = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    assert_eq!(now, toml);
    // What stands before the words says which of the places is meant.
    let placed = toml.replace(
        "Guard (holds) Idlib\"",
        "Guard (holds) Idlib\"\nbefore = \"It fell: the\"",
    );
    arena.write("map.toml", &placed);
    arena.printed(&["check", "--fix", "map.toml"]);
    let now = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    assert_eq!(
        now,
        placed.replace("Guard (holds) Idlib", "Guard holds Idlib")
    );
}

#[test]
fn drafts_are_gone_through_line_by_line() {
    let arena = Arena::new();
    arena.write("gazette.txt", TEXT);
    arena.write("map.toml", MAP);
    let file = RegionFile::open(&arena.0.join("map.toml")).expect("a file");
    let (revision, _) = Revision::open(file).expect("a map");
    let said = "next\naccept\nundo\nreject\nquit\n";
    let mut heard = Vec::new();
    let review = Review::new(revision);
    review
        .hold(said.as_bytes(), &mut heard, false)
        .expect("it is held");
    let heard = String::from_utf8(heard).expect("UTF-8");
    let folder = arena.0.display().to_string();
    insta::assert_snapshot!("review", heard.replace(&folder, "FOLDER"));
    let now = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    assert!(!now.contains("took over Raqqa"), "{now}");
}

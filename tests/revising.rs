//! Changes to the region file from the screen: each is shown before it is made, saved at once, and can be taken back.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "support/arena.rs"]
mod arena;
mod support;

use std::{fs, os::unix::fs::symlink};

use arena::Arena;
use proptest::prelude::*;
use support::Screen;
use whoholds::{
    diagnostics::Severity,
    dialogue::Review,
    edit::{self, Revision},
    file::{self, RegionFile},
    session::FileProblems,
    tui::{Action, Draw, render},
};

const MAP: &str = r#"# A map of nobody.
format = 1   # of this program
title = "A map"
basemap = "syria"
as_of = 2026-01-28

[[source]]
id = "gazette"
title = "The north"
text = "gazette.txt"
published = 2026-01-20

[[actor]]
id = "guard"     # the coast guard
name = "The Guard"
letter = "G"
colour = 'green'

# ── Areas ──

[[region]]
id = "idlib"
name = "Idlib"
area = { all = [ "SY-ID" ] }

[[claim]]
about = ["idlib"]
actor = "guard"
says = "holds"
source = "gazette"
quote = "The Guard holds Idlib" # word for word

# Ali is to look at this.
[[claim]]
about = ["SY-RA"]
actor = "guard"
says = "took-over"
source = "gazette"
quote = "it took over Raqqa"
draft = true

# The end.
"#;

const TEXT: &str = "The Guard holds Idlib, he said, and it took over Raqqa.\n";

/// A map in a folder, on a screen.
struct Desk {
    arena: Arena,
    screen: Screen,
}

impl Desk {
    fn new(toml: &str) -> Self {
        let arena = Arena::new();
        arena.write("map.toml", toml);
        arena.write("gazette.txt", TEXT);
        Self::open(arena, "map.toml")
    }

    fn open(arena: Arena, name: &str) -> Self {
        let file = RegionFile::open(&arena.0.join(name)).expect("a file");
        let mut screen = Screen::of(&file, 120, 36);
        let document = file::load(&file).expect("a map");
        screen.state.problems = FileProblems::of(document.unproved);
        screen.state.file = Some(file);
        Self { arena, screen }
    }

    fn press(&mut self, keys: &str) -> String {
        let Screen { state, world } = &mut self.screen;
        render::press(state, world, keys).expect("keys that do something");
        self.screen.text()
    }

    fn file(&self) -> String {
        fs::read_to_string(self.arena.0.join("map.toml")).expect("a file")
    }

    fn notice(&self) -> &str {
        self.screen.state.notice.as_deref().unwrap_or_default()
    }
}

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

//! Writing from an article: whatever is done, the file keeps its comments and its order, and gives the map that was shown.

use std::fs;

use crate::arena::Arena;
use proptest::prelude::*;
use whoholds::{
    atlas::{Atlas, Date},
    edit::{Ground, Writing},
    file::{self, Article, RegionFile},
    session::{Desk, Question},
};

const MAP: &str = r#"# A map of nobody.
format = 1   # of this program
title = "A map"
basemap = "syria"
as_of = 2026-01-28

# ── Actors ──

[[actor]]
id = "guard"     # the coast guard
name = "The Guard"
letter = "G"
colour = 'green'

[[region]]
id = "idlib"
name = "Idlib"
area = { all = [ "SY-ID" ] }
# The end.
"#;

const ARTICLE: &str = "\
Guard at the port

LATAKIA, 12 January 2026 — The Guard took over the port of Latakia on Monday. It holds Idlib, he said.
The Desert Union holds Raqqa, which the Guard has not entered. It withdrew from Homs last week.
Nobody was hurt.
";

/// One thing that somebody does at the desk.
#[derive(Clone, Debug)]
enum Deed {
    Step(bool, bool),
    Stretch(bool, bool),
    About(String),
    Who(String),
    NextVerb,
    Time(&'static str),
    Keep,
    Back(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let name = prop_oneof![
        "[A-Z][a-z]{2,6}( [A-Z][a-z]{2,6})?",
        Just("Idlib".to_owned()),
        Just("Raqqa".to_owned()),
        Just("Old \"Quay\" @ 35.5, 35.8".to_owned()),
        Just("The Guard".to_owned()),
        "\\PC{1,8}",
    ];
    prop_oneof![
        4 => any::<(bool, bool)>().prop_map(|(forward, bearing)| Deed::Step(forward, bearing)),
        2 => any::<(bool, bool)>().prop_map(|(start, forward)| Deed::Stretch(start, forward)),
        2 => name.clone().prop_map(Deed::About),
        2 => name.prop_map(Deed::Who),
        3 => Just(Deed::NextVerb),
        1 => prop_oneof![Just("2026-01"), Just("2025-12-31")].prop_map(Deed::Time),
        6 => Just(Deed::Keep),
        1 => any::<bool>().prop_map(Deed::Back),
    ]
}

fn desk(arena: &Arena) -> Desk {
    desk_on(arena, MAP)
}

fn desk_on(arena: &Arena, map: &str) -> Desk {
    arena.write("map.toml", map);
    arena.write("news/port.txt", ARTICLE);
    let file = RegionFile::open(&arena.0.join("map.toml")).expect("a file");
    let document = file::load(&file).expect("a map");
    let article = Article::open(&arena.0.join("news/port.txt"), &file).expect("an article");
    let today: Date = "2026-01-28".parse().expect("a date");
    let (writing, new) = Writing::add(file, &document, &article, today).expect("a source");
    Desk::new(writing, new.expect("a map with the source"))
}

fn do_it(desk: &mut Desk, deed: &Deed) {
    match deed {
        Deed::Step(forward, bearing) => {
            desk.with(|writing, ground: Ground| writing.step(ground, *forward, *bearing));
        }
        Deed::Stretch(start, forward) => {
            desk.writing.stretch(*start, *forward);
        }
        Deed::About(name) => {
            if let Some(thing) = desk.answers(Question::Subject, name).into_iter().next() {
                desk.writing.toggle(thing);
            }
        }
        Deed::Who(name) => {
            desk.writing.claim.actor = desk.answers(Question::Actor, name).into_iter().next();
        }
        Deed::NextVerb => {
            let fitting = desk.writing.fitting();
            let now = fitting
                .iter()
                .position(|says| Some(*says) == desk.writing.claim.says);
            if let Some(&says) = fitting.get(now.map_or(0, |now| (now + 1) % fitting.len())) {
                desk.writing.say(says);
            }
        }
        Deed::Time(date) => {
            (desk.writing.claim.when, desk.writing.claim.asks) = (date.parse().ok(), None);
        }
        Deed::Keep => {
            let shown = desk.shown();
            if let Ok(document) = desk.writing.keep() {
                assert_eq!(
                    told(&shown.atlas),
                    told(&document.atlas),
                    "what was shown is what is kept"
                );
                desk.rebase(document);
            }
        }
        Deed::Back(back) => drop(desk.step_back(*back)),
    }
}

/// All that an atlas says.
fn told(atlas: &Atlas) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        atlas.actors, atlas.regions, atlas.sites, atlas.claims, atlas.as_of
    )
}

fn stand_in(lines: &str, text: &str) -> bool {
    let mut there = text.lines();
    lines.lines().all(|line| there.any(|other| other == line))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_done_the_file_is_sound_and_gives_the_map_that_was_shown(
        deeds in prop::collection::vec(deed(), 0..24),
    ) {
        let arena = Arena::new();
        let mut desk = desk(&arena);
        for deed in &deeds {
            do_it(&mut desk, deed);
            prop_assert_eq!(fs::read_to_string(arena.0.join("map.toml")).expect("a file"), MAP);
        }
        desk.writing.save().expect("saved");
        let saved = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
        prop_assert!(stand_in(MAP, &saved), "{saved}");
        let file = RegionFile::open(&arena.0.join("map.toml")).expect("a file");
        let document = file::load(&file).expect("a map");
        prop_assert_eq!(document.unproved.problems.len(), 0);
        prop_assert_eq!(told(&document.atlas), told(&desk.kept.atlas));
    }
}

#[test]
fn an_article_is_written_up_as_by_hand() {
    let arena = Arena::new();
    let mut desk = desk(&arena);
    // The title names the Guard; the first sentence after it says what it did.
    for deed in [
        Deed::Step(true, true),
        Deed::Keep,
        Deed::Step(true, true),
        Deed::Step(true, true),
        Deed::Keep,
    ] {
        do_it(&mut desk, &deed);
    }
    desk.writing.save().expect("saved");
    let saved = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    insta::assert_snapshot!("writing", saved);
}

#[test]
fn a_new_site_is_typed_with_its_point_and_a_new_actor_with_what_marks_it() {
    let arena = Arena::new();
    let desk = desk(&arena);
    let first = |question, line: &str| {
        let things = desk.answers(question, line).into_iter();
        things.map(|thing| thing.words()).next()
    };
    for (line, words) in [
        (
            "Old Quay @ 35.5, 35.8",
            Some("Old Quay, new site (35.50, 35.80)"),
        ),
        (
            "Old Quay@35.5 35.8",
            Some("Old Quay, new site (35.50, 35.80)"),
        ),
        ("Old Quay @ 95, 35.8", None),
        (
            "Zone @ 35.5, 38; 35.5, 39; 36, 39",
            Some("Zone, new region (3 corners)"),
        ),
        ("Zone @ 35.5, 38; 36, 39; 35.5, 39; 36, 38", None),
        ("As-Suwayda", Some("As-Suwayda, town")),
        ("idlib", Some("Idlib, region")),
        ("map", Some("The whole map, the country")),
    ] {
        assert_eq!(first(Question::Subject, line).as_deref(), words, "{line}");
    }
    for (line, words) in [
        ("The Guard", "The Guard, actor"),
        ("Desert Union", "Desert Union, new actor (letter D, yellow)"),
        (
            "Desert Union, q, pink",
            "Desert Union, new actor (letter Q, pink)",
        ),
        (
            "Northern Union, Raqqa branch, q",
            "Northern Union, Raqqa branch, new actor (letter Q, yellow)",
        ),
        ("The Army", "The Army, new actor (letter A, yellow)"),
        ("Grey Wolves", "Grey Wolves, new actor (letter R, yellow)"),
    ] {
        assert_eq!(
            first(Question::Actor, line).as_deref(),
            Some(words),
            "{line}"
        );
    }
}

#[test]
fn a_step_says_what_it_takes_back() {
    let arena = Arena::new();
    let mut desk = desk(&arena);
    assert_eq!(desk.step_back(true), None);
    do_it(&mut desk, &Deed::Step(true, true));
    do_it(&mut desk, &Deed::Keep);
    let claim = "Latakia port: taken over by The Guard";
    assert_eq!(desk.step_back(true), Some(format!("taken back: {claim}")));
    assert_eq!(desk.step_back(false), Some(format!("kept again: {claim}")));
}

#[test]
fn nothing_is_saved_over_somebody_elses_change() {
    let arena = Arena::new();
    let mut desk = desk(&arena);
    arena.write("map.toml", format!("{MAP}\n# mine\n"));
    let refused = desk.writing.save().expect_err("it has changed").to_string();
    assert_eq!(
        refused,
        "the file was changed by somebody else since it was opened; open it again"
    );
    assert!(
        fs::read_to_string(arena.0.join("map.toml"))
            .expect("a file")
            .ends_with("# mine\n")
    );
}

#[test]
fn a_page_is_held_as_its_text_beside_the_map() {
    let arena = Arena::new();
    arena.printed(&["new", "syria", "-o", "map.toml"]);
    arena.write(
        "page.html",
        "<html><head><title>Union in Raqqa</title></head><body><article><p>RAQQA, 12 January 2026 &mdash; The Desert Union took over \
         Raqqa, two residents said, and the caf&eacute; by the river stayed open all day long.</p></article></body></html>",
    );
    let told = "says took-over\nkeep\nsave\nquit\n";
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_whoholds"));
    let mut child = command
        .args(["add", "page.html", "map.toml"])
        .current_dir(&arena.0)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    std::io::Write::write_all(
        &mut child.stdin.take().expect("a pipe"),
        format!("next\n{told}").as_bytes(),
    )
    .expect("said");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("Saved in map.toml."), "{said}");
    let held = fs::read_to_string(arena.0.join("page.txt")).expect("a text");
    assert!(held.contains("café by the river"), "{held}");
    arena.printed(&["check", "map.toml"]);
    let saved = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
    assert!(saved.contains("id = \"desert-union\""), "{saved}");
    assert!(saved.contains("published = 2026-01-12"), "{saved}");
}

#[test]
fn nothing_is_saved_where_the_article_has_changed_since_it_was_opened() {
    let arena = Arena::new();
    let mut desk = desk(&arena);
    do_it(&mut desk, &Deed::Step(true, true));
    do_it(&mut desk, &Deed::Keep);
    arena.write("news/port.txt", ARTICLE.replace("12 January", "13 January"));
    let refused = desk.writing.save().expect_err("it has changed").to_string();
    assert!(
        refused.starts_with("what the file names has changed meanwhile: `news/port.txt` has changed since it was sealed"),
        "{refused}"
    );
    assert!(refused.ends_with("; open it again"), "{refused}");
    assert_eq!(
        fs::read_to_string(arena.0.join("map.toml")).expect("a file"),
        MAP
    );
}

#[test]
fn a_newer_article_moves_the_date_of_the_map_on_unless_a_claim_counts_from_it() {
    let older = MAP.replace("2026-01-28", "2026-01-01 # so far");
    let undated = older.clone()
        + "[[source]]\nid = \"wire\"\ntitle = \"Wire\"\n[[claim]]\nabout = [\"map\"]\nsays = \"context\"\n\
           source = \"wire\"\nsummary = \"It is so.\"\n";
    for (map, date) in [
        (MAP, "2026-01-28"),
        (&older, "2026-01-12 # so far"),
        (&undated, "2026-01-01 # so far"),
    ] {
        let arena = Arena::new();
        let mut desk = desk_on(&arena, map);
        desk.writing.save().expect("saved");
        let saved = fs::read_to_string(arena.0.join("map.toml")).expect("a file");
        assert!(saved.contains(&format!("as_of = {date}\n")), "{saved}");
    }
}

//! Differences between sources: found where there are any, and never where there are none.

use std::fmt::Write;

use whoholds::{
    atlas::{
        Atlas, Claim, Place,
        differ::{self, Matter},
        state::Snapshot,
    },
    file::{self, RegionFile},
};

const HEAD: &str = r#"
format = 1
title = "A fixture"
basemap = "syria"
as_of = 2026-06-01
[[source]]
id = "one"
publisher = "One"
[[source]]
id = "two"
publisher = "Two"
[[actor]]
id = "north"
name = "North"
letter = "N"
colour = "green"
[[actor]]
id = "south"
name = "South"
letter = "S"
colour = "orange"
[[site]]
id = "airport"
name = "Airport"
kind = "airport"
at = { lat = 37.0206, lon = 41.1914 }
[[question]]
id = "why"
asks = "Why?"
"#;

/// A claim of a source about the airport.
fn claim(source: &str, actor: &str, says: &str, when: &str, more: &str) -> String {
    format!(
        "[[claim]]\nabout = [\"airport\"]\nsource = \"{source}\"\nactor = \"{actor}\"\nsays = \"{says}\"\n\
         when = {when}\nsummary = \"So it is.\"\n{more}\n"
    )
}

fn load(text: &str) -> Atlas {
    let file = RegionFile::builtin().with_bytes(text.to_owned());
    file::load(&file)
        .unwrap_or_else(|report| panic!("{report:?}"))
        .atlas
}

/// Finds what differs at a date, each with the places of its claims in the file.
fn found(atlas: &Atlas, id: &str, date: &str) -> Vec<(Matter, Vec<usize>)> {
    let snapshot = Snapshot::at(atlas, date.parse().expect("a date"));
    let place = atlas.place(id).expect("a place");
    let opposed = |claim: &Claim| match place {
        Place::Site(id) => snapshot[id].status.disputes(claim.says, claim.actor),
        Place::Region(id) => snapshot[id].control.is_unsettled(),
    };
    let weighed = snapshot.history(atlas, place);
    let deciding = weighed.iter().filter(|item| item.verdict.decides());
    let opposed = deciding.filter(|item| opposed(&atlas[item.claim]));
    let opposed = opposed.map(|item| item.claim).collect();
    let differences = differ::differences(atlas, &weighed, opposed).into_iter();
    let numbers = differences.map(|it| {
        (
            it.matter,
            it.claims.iter().map(|claim| claim.index()).collect(),
        )
    });
    numbers.collect()
}

/// The same of the fixture with these claims, without its question.
fn among(claims: &[String]) -> Vec<(Matter, Vec<usize>)> {
    let head = HEAD.replace("[[question]]\nid = \"why\"\nasks = \"Why?\"\n", "");
    found(&load(&(head + &claims.concat())), "airport", "2026-06-01")
}

#[test]
fn holders_differ_where_neither_claim_is_surely_later() {
    let north = claim("one", "north", "operates", "\"2026-01\"", "");
    let south = claim("two", "south", "operates", "2026-01-20", "");
    let later = claim("two", "south", "operates", "2026-02-01", "");
    assert_eq!(
        among(&[north.clone(), south]),
        [(Matter::Holder, vec![0, 1])]
    );
    assert_eq!(among(&[north, later]), []);
}

#[test]
fn the_day_of_an_event_differs_and_that_of_a_state_does_not() {
    let took = |source, when| claim(source, "north", "took-over", when, "");
    let runs = |source, when| claim(source, "north", "operates", when, "");
    let days = [took("one", "2026-01-20"), took("two", "2026-02-04")];
    assert_eq!(among(&days), [(Matter::Day, vec![0, 1])]);
    assert_eq!(
        among(&[took("one", "2026-01-20"), took("two", "\"2026-01\"")]),
        []
    );
    assert_eq!(
        among(&[took("one", "2026-01-20"), took("one", "2026-02-04")]),
        []
    );
    assert_eq!(
        among(&[runs("one", "2026-01-20"), runs("two", "2026-02-04")]),
        []
    );
}

#[test]
fn answers_to_a_question_stand_together_once_there_are_two() {
    let answer = |when| claim("one", "north", "took-over", when, "answers = \"why\"");
    let other = |when| claim("two", "north", "took-over", when, "answers = \"why\"");
    let atlas = load(&(HEAD.to_owned() + &answer("2026-01-20") + &other("2026-02-04")));
    let [(Matter::Question(_), claims)] = &found(&atlas, "airport", "2026-06-01")[..] else {
        panic!("one question, told once")
    };
    assert_eq!(*claims, [0, 1]);
    assert_eq!(found(&atlas, "airport", "2026-01-31"), []);
}

#[test]
fn the_shipped_map_shows_what_its_sources_differ_over() {
    let atlas = file::load(&RegionFile::builtin())
        .expect("the shipped map")
        .atlas;
    let mut counts = String::new();
    for place in atlas.places().map(|place| atlas.id(place)) {
        let days = ["2026-01-10", "2026-01-28", "2026-02-08", "2026-12-31"];
        let found = days.map(|day| found(&atlas, place, day).len());
        if found != [0; 4] {
            writeln!(counts, "{place}: {found:?}").expect("written to memory");
        }
    }
    insta::assert_snapshot!(counts, @"
    sheikh-maqsoud: [1, 1, 1, 1]
    south-hasakah: [0, 0, 0, 1]
    buffer-zone: [1, 1, 1, 1]
    tanf: [1, 1, 1, 1]
    qasrak: [0, 0, 0, 1]
    qamishli: [1, 3, 4, 3]
    ");
}

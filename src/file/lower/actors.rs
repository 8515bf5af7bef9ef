//! Actors.

use std::{collections::BTreeMap, mem};

use crate::{
    atlas::{Actor, ActorId, Hue},
    diagnostics::{Check, Code, Field, Located, Problem, Span},
};

use super::super::{
    ids::{Ids, Thing},
    wire,
};
use super::{groups, places::also};

pub fn actors(
    list: Vec<Located<wire::Actor>>,
    ids: &mut Ids,
    check: &mut Check,
) -> Vec<Option<Actor>> {
    let mut letters = Letters::of(&list);
    let mut groups = Vec::new();
    let mut actors = Vec::new();
    for (n, mut entry) in list.into_iter().enumerate() {
        groups.push(check.take(mem::take(&mut entry.value.part_of)));
        actors.push(actor(entry, ActorId::at(n), &mut letters, ids, check));
    }
    groups::join(&mut actors, &groups, ids, check);
    actors
}

fn actor(
    Located { value: wire, at }: Located<wire::Actor>,
    number: ActorId,
    letters: &mut Letters,
    ids: &mut Ids,
    check: &mut Check,
) -> Option<Actor> {
    check.require(
        &at,
        &[
            ("id", wire.id.is_absent()),
            ("name", wire.name.is_absent()),
            ("letter", wire.letter.is_absent()),
            ("colour", wire.colour.is_absent()),
        ],
    );
    let id = ids.things.define(wire.id, Thing::Actor(number), check);
    let name = check.line(wire.name);
    let short = check.line(wire.short);
    let also = also(wire.also, check);
    let letter = letter(wire.letter, letters, check);
    let hue = hue(wire.colour, check);
    let note = check.prose(wire.note);
    let (from, until) = (check.date(wire.from), check.date(wire.until));
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value.is_before(from.value)
    {
        let problem = Problem::new(
            Code::ActorDates,
            &until.at,
            "this actor ends before it begins",
        );
        check.report(
            problem
                .also(&from.at, "it begins here")
                .help("swap `from` and `until`, or mend one of them"),
        );
    }
    let (from, until) = (from.map(|date| date.value), until.map(|date| date.value));
    let name = name?;
    let short = short.unwrap_or_else(|| name.clone());
    Some(Actor {
        id: id?,
        name,
        short,
        also,
        letter: letter?,
        hue: hue?,
        part_of: None,
        note,
        from,
        until,
    })
}

/// A colour by its name or its digits.
fn hue(field: Field<String>, check: &mut Check) -> Option<Hue> {
    let is_exact = field
        .given()
        .is_some_and(|word| word.value.starts_with('#'));
    if !is_exact {
        let named = check.word(field, "colour", Hue::NAMED, Hue::key);
        return named.map(|hue| hue.value);
    }
    let Located { value: word, at } = check.take(field)?;
    let hue = word.parse();
    if hue.is_err() {
        let problem = Problem::new(Code::UnknownWord, &at, format!("`{word}` is no colour"));
        check.report(
            problem.help("a `#` and six digits, two each for red, green and blue: `#7a4f2b`"),
        );
    }
    hue.ok()
}

/// The letters of actors.
struct Letters {
    /// All that are written, those further down as well.
    written: Vec<String>,
    /// Those so far, and where.
    taken: BTreeMap<char, Span>,
}

impl Letters {
    fn of(actors: &[Located<wire::Actor>]) -> Self {
        let written = actors.iter().filter_map(|actor| actor.value.letter.given());
        let written = written.map(|letter| letter.value.clone());
        Self {
            written: written.collect(),
            taken: BTreeMap::new(),
        }
    }

    /// One that nobody has.
    fn free(&self) -> Option<char> {
        let mut all = ('A'..='Z').chain('0'..='9').map(String::from);
        let free = all.find(|letter| !self.written.contains(letter));
        free.and_then(|letter| letter.chars().next())
    }
}

fn letter(field: Field<String>, letters: &mut Letters, check: &mut Check) -> Option<char> {
    let Located { value, at } = check.take(field)?;
    let mut chars = value.chars();
    let (Some(letter @ ('A'..='Z' | '0'..='9')), None) = (chars.next(), chars.next()) else {
        let problem = Problem::new(
            Code::BadLetter,
            &at,
            "expected one capital letter A to Z, or a digit",
        );
        check.report(problem.help("it marks the actor where colour can't"));
        return None;
    };
    if let Some(first) = letters.taken.get(&letter) {
        let problem = Problem::new(
            Code::DuplicateLetter,
            &at,
            format!("two actors have the letter `{letter}`"),
        );
        let help = letters
            .free()
            .map(|free| format!("choose another, such as `{free}`"));
        check.report(Problem {
            help,
            ..problem.also(first, "first taken here")
        });
        return None;
    }
    letters.taken.insert(letter, at);
    Some(letter)
}

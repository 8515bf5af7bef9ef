//! A guess at the claim of a sentence, to be looked at by somebody: it never names more than the sentence does.

use crate::{
    article::dates::{self, When},
    atlas::{Date, Position, Says},
    file::draft::{
        guess::{Guess, guesses},
        subjects,
    },
    names::{Mention, Target},
};

use super::{
    pending::Pending,
    thing::{Ground, Kind, Thing, site},
};

/// Words for sites that stand before the name of a town, with a word between, or right behind it.
const SITES: &[&str] = &[
    "international airport",
    "airport",
    "air base",
    "airbase",
    "airfield",
    "naval base",
    "military base",
    "base",
    "port",
    "border crossing",
    "crossing",
    "barracks",
];
/// The words between.
const BETWEEN: &[&str] = &["of", "at", "in", "near"];

impl Ground<'_> {
    /// Puts together what a sentence seems to say. Where it names no place of the map, what it is about is new: a unit
    /// that no region lies in, or a site at a town.
    pub(super) fn suggested(
        &self,
        words: &str,
        published: Option<Date>,
        taken: &[String],
    ) -> Pending {
        let mentions = self.names.mentions(words);
        let guess = guesses(words, &mentions).into_iter().next();
        let near = |mention: &&Mention| {
            guess.as_ref().is_none_or(|guess| {
                guess.clause.start <= mention.at.start && mention.at.end <= guess.clause.end
            })
        };
        let near: Vec<&Mention> = mentions.iter().filter(near).collect();
        let known = |mention: &&&Mention| matches!(mention.target, Target::Place(_));
        let places = near
            .iter()
            .filter(known)
            .map(|it| self.thing(it.target, taken));
        let mut about: Vec<Thing> = Vec::new();
        let found = near.iter().filter_map(|it| self.site_at(words, it, taken));
        for thing in found.chain(places) {
            if about.iter().all(|other| other.id != thing.id) {
                about.push(thing);
            }
        }
        if about.is_empty() {
            about = self.new_or_around(words, &near, guess.is_some(), taken);
        }
        // One thing can be said of both kinds, but not by one verb.
        let kind = about.first().map_or(Kind::Map, |thing| thing.kind);
        about.retain(|thing| thing.kind == kind);
        let says = guess.as_ref().map(|guess| said_of(guess, kind));
        let is_named = |thing: &Thing| {
            near.iter()
                .any(|it| self.thing(it.target, taken).id == thing.id)
        };
        let around = about
            .iter()
            .any(|thing| thing.new.is_none() && !is_named(thing));
        let says = says
            .filter(|says| kind.fits(*says) && !around)
            .unwrap_or(Says::Context);
        let actor = guess
            .filter(|_| says != Says::Context)
            .and_then(|guess| self.whose(words, &guess, taken));
        let (when, asks) = match dates::when(&words[dates::dateline_len(words)..], published) {
            Some(When::Date(date)) => (Some(date).filter(|date| published != Some(*date)), None),
            Some(When::Vague(words)) => (None, Some(words).filter(|_| says != Says::Context)),
            None => (None, None),
        };
        Pending {
            about,
            says: Some(says),
            actor,
            when,
            asks,
            draft: false,
        }
    }

    /// The actor of a guess, which is a new one where the map has none of that name.
    fn whose(&self, words: &str, guess: &Guess, taken: &[String]) -> Option<Thing> {
        match (guess.actor, &guess.name) {
            (Some(id), _) => Some(self.thing(Target::Actor(id), taken)),
            (None, Some(at)) => self.new_actor(&words[at.clone()], taken),
            (None, None) => None,
        }
    }

    /// The site that a town's name is part of: “the airport at Kamishli”, “Kamishli airport”.
    fn site_at(&self, words: &str, mention: &Mention, taken: &[String]) -> Option<Thing> {
        let Target::Town(n) = mention.target else {
            return None;
        };
        let town = &self.map.base.towns[n];
        let (before, after) = (&words[..mention.at.start], &words[mention.at.end..]);
        let (before, after) = (
            before.trim_end().to_lowercase(),
            after.trim_start().to_lowercase(),
        );
        let behind = |kind: &&&str| {
            let rest = after.strip_prefix(**kind);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let ahead = |kind: &&&str| {
            BETWEEN.iter().any(|between| {
                let head = before.strip_suffix(between).map(str::trim_end);
                head.and_then(|head| head.strip_suffix(**kind))
                    .is_some_and(|head| !head.ends_with(char::is_alphanumeric))
            })
        };
        let kind = SITES
            .iter()
            .find(behind)
            .or_else(|| SITES.iter().find(ahead))?;
        let at = Position {
            lat: town.at.y,
            lon: town.at.x,
        };
        Some(site(&format!("{} {kind}", town.name), at, taken))
    }

    /// New places for the units and towns that are named, where something is said of who has them; or else the regions
    /// that they lie in.
    fn new_or_around(
        &self,
        words: &str,
        near: &[&Mention],
        control: bool,
        taken: &[String],
    ) -> Vec<Thing> {
        let mentions: Vec<Mention> = near.iter().map(|it| (*it).clone()).collect();
        let ground = subjects::Ground::new(self.atlas, self.map);
        let around = ground.subjects(words, &mentions).regions.about;
        let around: Vec<Thing> = around
            .iter()
            .filter_map(|subject| subject.place())
            .map(|place| self.thing(Target::Place(place), taken))
            .collect();
        let is_town = |it: &&&Mention| matches!(it.target, Target::Town(n) if self.is_inside(n));
        let is_unit = |it: &&&Mention| matches!(it.target, Target::Unit(_));
        let new = |of: &dyn Fn(&&&Mention) -> bool| -> Vec<Thing> {
            near.iter()
                .filter(|it| of(it))
                .map(|it| self.thing(it.target, taken))
                .collect()
        };
        let (towns, units) = (new(&is_town), new(&is_unit));
        if !towns.is_empty() {
            towns
        } else if control && around.is_empty() {
            units
        } else {
            around
        }
    }

    fn is_inside(&self, town: usize) -> bool {
        let base = &self.map.base;
        base.unit_at(base.towns[town].at).is_some()
    }
}

const fn said_of(guess: &Guess, kind: Kind) -> Says {
    match kind {
        Kind::Site => guess.site,
        Kind::Town if !Kind::Town.fits(guess.region) => guess.site,
        _ => guess.region,
    }
}

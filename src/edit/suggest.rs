//! A guess at the claim of a sentence, to be looked at by somebody: it never names more than the sentence does.

use crate::{
    article::dates::{self, When},
    atlas::{Date, Place, Says, SiteId},
    file::draft::{
        guess::{Guess, Who, guesses},
        subjects,
    },
    geo::Town,
    names::{Mention, Target, fold},
};

use super::{
    entry::Entry,
    pending::Pending,
    thing::{Ground, Kind, Thing, site_of_town},
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
/// A site of the map is meant that lies no further from a town, in degrees.
const NEAR: f64 = 0.15;

/// A sentence with what is known of its article.
struct Sentence<'a> {
    words: &'a str,
    published: Option<Date>,
    taken: &'a [String],
    slips: Vec<(String, String)>,
}

impl Sentence<'_> {
    /// A claim with the date that some of its words give.
    fn pending(&self, words: &str) -> Pending {
        let when = dates::when(&words[dates::dateline_len(words)..], self.published);
        let (when, asks) = match when {
            Some(When::Date(date)) => (Some(date).filter(|it| self.published != Some(*it)), None),
            Some(When::Vague(words)) => (None, Some(words)),
            None => (None, None),
        };
        Pending {
            when,
            asks,
            slips: self.slips.clone(),
            ..Pending::default()
        }
    }
}

impl Ground<'_> {
    /// Puts together what a sentence seems to say, claim by claim; at least one where it names anything.
    pub(super) fn proposed(
        &self,
        words: &str,
        published: Option<Date>,
        taken: &[String],
    ) -> Vec<Pending> {
        let mut mentions = self.names.mentions(words);
        let slips = self.names.slips(words, &mentions);
        let slipped: Vec<(String, String)> = slips
            .iter()
            .map(|it| {
                (
                    words[it.at.clone()].to_owned(),
                    self.thing(it.target, taken).name,
                )
            })
            .collect();
        mentions.extend(slips);
        mentions.sort_by_key(|mention| mention.at.start);
        let sentence = Sentence {
            words,
            published,
            taken,
            slips: slipped,
        };
        let guesses = guesses(words, &mentions);
        let count = guesses.len();
        let of_guess = |guess| self.of_guess(&sentence, &mentions, guess, count == 1);
        let said: Vec<Pending> = guesses.iter().flat_map(of_guess).collect();
        if said.is_empty() {
            vec![self.context(&sentence, &mentions)]
        } else {
            said
        }
    }

    /// The claims of a guess, one for each kind of place. A sentence that says one thing alone gives its date wherever
    /// that stands in it.
    fn of_guess(
        &self,
        sentence: &Sentence,
        mentions: &[Mention],
        guess: &Guess,
        is_alone: bool,
    ) -> Vec<Pending> {
        let Some(actor) = self.whose(sentence, guess) else {
            return Vec::new();
        };
        let near = mentions.iter().filter(|it| guess.places.contains(&it.at));
        let near: Vec<&Mention> = near.collect();
        let mut about = self.places(sentence, &near, true);
        // What is only near a place that is named is not meant.
        about.retain(|thing| {
            let is_named = |it: &&Mention| self.named(sentence, it).id == thing.id;
            thing.new.is_some() || near.iter().any(is_named)
        });
        let clause = if is_alone {
            sentence.words
        } else {
            &sentence.words[guess.clause.clone()]
        };
        let kinds = [Kind::Region, Kind::Site, Kind::Town].into_iter();
        let claims = kinds.filter_map(|kind| {
            let says = said_of(guess, kind);
            let of_kind = about.iter().filter(|thing| thing.kind == kind);
            let about: Vec<Thing> = of_kind.cloned().collect();
            let fits = !about.is_empty() && says != Says::Context && kind.fits(says);
            fits.then(|| Pending {
                about,
                says: Some(says),
                actor: Some(actor.clone()),
                ..sentence.pending(clause)
            })
        });
        claims.collect()
    }

    /// The claim of a sentence that nothing is guessed of: what it names, as background.
    fn context(&self, sentence: &Sentence, mentions: &[Mention]) -> Pending {
        let near: Vec<&Mention> = mentions.iter().collect();
        let mut about = self.places(sentence, &near, false);
        let kind = about.first().map(|thing| thing.kind);
        about.retain(|thing| Some(thing.kind) == kind);
        Pending {
            about,
            says: Some(Says::Context),
            asks: None,
            ..sentence.pending(sentence.words)
        }
    }

    /// The places that some names come to. Where they name none of the map, it is new: a unit that no region lies in, or a
    /// site at a town.
    fn places(&self, sentence: &Sentence, near: &[&Mention], control: bool) -> Vec<Thing> {
        let mut about: Vec<Thing> = Vec::new();
        let is_known = |it: &&Mention| matches!(it.target, Target::Place(_));
        for mention in near {
            let thing = self.site_at(sentence, mention);
            let known = || is_known(mention).then(|| self.thing(mention.target, sentence.taken));
            if let Some(thing) = thing.or_else(known)
                && about.iter().all(|other| other.id != thing.id)
            {
                about.push(thing);
            }
        }
        // Where something is said of who has them, each that is named is meant.
        if about.is_empty() || control && about.len() < near.len() {
            let others: Vec<&Mention> = near
                .iter()
                .copied()
                .filter(|it| !is_known(it) && self.site_at(sentence, it).is_none())
                .collect();
            about.extend(self.new_or_around(sentence.words, &others, control, sentence.taken));
        }
        about
    }

    /// The place that a name stands for where it is that of a site, too.
    fn named(&self, sentence: &Sentence, mention: &Mention) -> Thing {
        let thing = || self.thing(mention.target, sentence.taken);
        self.site_at(sentence, mention).unwrap_or_else(thing)
    }

    /// The actor of a guess, which is a new one where the map has none of that name.
    fn whose(&self, sentence: &Sentence, guess: &Guess) -> Option<Thing> {
        match &guess.who {
            Who::Known(id) => Some(self.thing(Target::Actor(*id), sentence.taken)),
            Who::New(at) => {
                let mut letters = sentence.words[at.clone()].chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                let name: String = first.chain(letters).collect();
                self.new_actor(&name, sentence.taken)
            }
        }
    }

    /// The site that a place's name is part of: “the airport at Kamishli”, “Kamishli airport”. One that the map has near
    /// there is meant before a new one.
    fn site_at(&self, sentence: &Sentence, mention: &Mention) -> Option<Thing> {
        let town = &self.map.base.towns[self.town(sentence, mention)?];
        let words = sentence.words;
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
        let new = site_of_town(&format!("{} {kind}", town.name), town, sentence.taken);
        let is_near = |id: &SiteId| {
            let there = &self.atlas[*id];
            let apart = (there.at.lat - town.at.y).hypot(there.at.lon - town.at.x);
            matches!(&new.new, Some(Entry::Site(site)) if site.kind == there.kind) && apart < NEAR
        };
        let known = self.atlas.site_ids().find(is_near);
        let known = known.map(|id| self.thing(Target::Place(Place::Site(id)), sentence.taken));
        Some(known.unwrap_or(new))
    }

    /// The town of that name, which a region or a unit may have as well.
    fn town(&self, sentence: &Sentence, mention: &Mention) -> Option<usize> {
        let said = fold(&sentence.words[mention.at.clone()]);
        let towns = &self.map.base.towns;
        let is_called = |town: &Town| {
            let mut names = std::iter::once(&town.name).chain(&town.also);
            names.any(|name| fold(name) == said)
        };
        match mention.target {
            Target::Town(n) => Some(n),
            Target::Unit(_) | Target::Place(Place::Region(_)) => towns.iter().position(is_called),
            _ => None,
        }
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

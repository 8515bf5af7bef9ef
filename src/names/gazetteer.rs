//! Every name on a map, and what it is the name of.

use std::{collections::HashSet, iter, ops::Range};

use crate::{
    atlas::{ActorId, Atlas, Place},
    geo::Map,
};

use super::{fold, phrases::Phrases, rank, resolve, town_id, words::words};

/// A word or a name with fewer letters is not read as a slip of another.
const SLIPPED: usize = 6;
/// Nothing longer is looked at.
const LONGEST_SLIP: usize = 30;

/// The thing that a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A region or a site.
    Place(Place),
    /// An actor.
    Actor(ActorId),
    /// A unit of the base map, by its place in the list.
    Unit(usize),
    /// A town of the base map, by its place in the list.
    Town(usize),
}

impl Target {
    /// Tells what it is, in a word or two.
    pub fn kind<'a>(self, atlas: &'a Atlas, map: &'a Map) -> &'a str {
        match self {
            Self::Place(Place::Region(_)) => "region",
            Self::Place(Place::Site(id)) => atlas[id].kind.plain(),
            Self::Actor(_) => "actor",
            Self::Unit(n) => map.base.units[n].kind.as_deref().unwrap_or("area"),
            Self::Town(_) => "town",
        }
    }

    /// The rank of what is meant by a name that several things have: a point before the land around it, what is claimed
    /// before what is only on the base map.
    const fn rank(self) -> u8 {
        match self {
            Self::Place(Place::Site(_)) => 0,
            Self::Town(_) => 1,
            Self::Place(Place::Region(_)) => 2,
            Self::Actor(_) => 3,
            Self::Unit(_) => 4,
        }
    }
}

/// Something that was found by what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// The thing that was found.
    pub target: Target,
    /// The name it goes by.
    pub name: &'a str,
    /// The other spelling that was found, where it was not the name itself.
    pub spelling: Option<&'a str>,
}

/// A name in a running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The thing that it stands for.
    pub target: Target,
    /// The bytes it takes.
    pub at: Range<usize>,
}

/// Names and spellings with what they lead to, ready to be searched and to be found in texts.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    phrases: Phrases<Target>,
}

#[derive(Clone, Debug)]
struct Entry {
    target: Target,
    kind: Kind,
    /// The entry with the name itself; this one, or one before it.
    named: usize,
    text: String,
    folded: String,
}

/// The kinds of names, from those that everyone uses to those that only editors know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A name or another spelling of one.
    Spelling,
    /// An id of the region file.
    Id,
    /// An actor's letter.
    Letter,
}

impl Gazetteer {
    /// Collects every name: what is nearer to the claims comes first among equals.
    pub fn new(atlas: &Atlas, map: &Map) -> Self {
        let mut gazetteer = Self {
            entries: Vec::new(),
            phrases: Phrases::default(),
        };
        for place in atlas.places() {
            let target = Target::Place(place);
            let named = gazetteer.add(target, atlas.name(place), atlas.also(place));
            gazetteer.push(target, Kind::Id, named, atlas.id(place));
        }
        for id in atlas.actor_ids() {
            let (actor, target) = (&atlas[id], Target::Actor(id));
            let also = iter::once(&actor.short).chain(&actor.also);
            let named = gazetteer.add(target, &actor.name, also);
            gazetteer.push(target, Kind::Id, named, &actor.id);
            gazetteer.push(target, Kind::Letter, named, &actor.letter.to_string());
        }
        // What a claim is about is a place already.
        let places: HashSet<&str> = atlas.places().map(|place| atlas.id(place)).collect();
        let is_place = |id: &str| places.contains(id);
        for (n, town) in map.base.towns.iter().enumerate() {
            if !is_place(&town_id(&town.name)) {
                let named = gazetteer.add(Target::Town(n), &town.name, &town.also);
                gazetteer.push(Target::Town(n), Kind::Id, named, &town_id(&town.name));
            }
        }
        for (n, unit) in map.base.units.iter().enumerate() {
            if !is_place(&unit.id) {
                let in_full = unit.name_and_kind();
                let in_full = unit.kind.is_some().then_some(&in_full);
                let also = unit.also.iter().chain(in_full);
                let named = gazetteer.add(Target::Unit(n), &unit.name, also);
                gazetteer.push(Target::Unit(n), Kind::Id, named, &unit.id);
            }
        }
        gazetteer.phrases = gazetteer.phrases();
        gazetteer
    }

    fn add<'a>(
        &mut self,
        target: Target,
        name: &'a str,
        also: impl IntoIterator<Item = &'a String>,
    ) -> usize {
        let named = self.entries.len();
        let spellings = also.into_iter().map(String::as_str);
        for text in iter::once(name).chain(spellings) {
            self.push(target, Kind::Spelling, named, text);
        }
        named
    }

    fn push(&mut self, target: Target, kind: Kind, named: usize, text: &str) {
        self.entries.push(Entry {
            target,
            kind,
            named,
            text: text.to_owned(),
            folded: fold(text),
        });
    }

    /// The names that texts use. There a name that a town shares with the unit around it is the town's.
    fn phrases(&self) -> Phrases<Target> {
        let mut phrases = Phrases::default();
        let is_unit = |entry: &&Entry| matches!(entry.target, Target::Unit(_));
        let others = self.entries.iter().filter(|entry| !is_unit(entry));
        for entry in others.chain(self.entries.iter().filter(is_unit)) {
            match entry.kind {
                Kind::Spelling => phrases.add(&entry.text, entry.target),
                Kind::Id => phrases.add_alias(&entry.text, entry.target),
                Kind::Letter => {}
            }
        }
        phrases
    }

    fn spellings(&self) -> impl Iterator<Item = (usize, &Entry)> + Clone {
        let entries = self.entries.iter().enumerate();
        entries.filter(|(_, entry)| entry.kind == Kind::Spelling)
    }

    /// Every name and spelling, with what it leads to.
    pub fn names(&self) -> impl Iterator<Item = (Target, &str)> {
        self.spellings()
            .map(|(_, entry)| (entry.target, entry.text.as_str()))
    }

    /// Finds what is meant by a query, best first, each thing once; everything where nothing is asked for.
    pub fn search(&self, query: &str) -> Vec<Hit<'_>> {
        let query = fold(query);
        let mut spellings: Vec<(usize, &Entry)> = self.spellings().collect();
        let ranked = if query.is_empty() {
            (0..spellings.len()).collect()
        } else {
            spellings.sort_by_key(|(_, entry)| entry.target.rank());
            rank(
                &query,
                spellings.iter().map(|(_, entry)| entry.folded.as_str()),
            )
        };
        let mut found = HashSet::new();
        let ranked = ranked.into_iter().map(|rank| spellings[rank]);
        let once = ranked.filter(|(_, entry)| found.insert(entry.target));
        once.map(|(n, entry)| Hit {
            target: entry.target,
            name: &self.entries[entry.named].text,
            spelling: (n != entry.named).then_some(entry.text.as_str()),
        })
        .collect()
    }

    /// The things that have this very id.
    fn with_id(&self, id: &str) -> impl Iterator<Item = Target> {
        let id = id.trim();
        let entries = self.entries.iter();
        let with_id = entries.filter(move |entry| entry.kind == Kind::Id && entry.text == id);
        with_id.map(|entry| entry.target)
    }

    /// The thing that is called exactly so, by its very id, or else by a name, an id or a letter: of several a point before
    /// the land around it.
    pub fn called(&self, said: &str) -> Option<Target> {
        let folded = fold(said);
        let called = self.entries.iter().filter(|entry| entry.folded == folded);
        let called = called.map(|entry| entry.target);
        let rank = |target: &Target| target.rank();
        self.with_id(said)
            .min_by_key(rank)
            .or_else(|| called.min_by_key(rank))
    }

    /// Finds the one thing of a kind that somebody means by its very id, or else by a name, an id or a letter; see
    /// [`resolve`].
    pub fn resolve<T: Copy + PartialEq>(
        &self,
        said: &str,
        kind: impl Fn(Target) -> Option<T>,
    ) -> Result<T, Vec<T>> {
        if let Some(thing) = self.with_id(said).find_map(&kind) {
            return Ok(thing);
        }
        let entries = self.entries.iter();
        let names = entries.filter_map(|entry| Some((kind(entry.target)?, entry.folded.as_str())));
        resolve(said, names)
    }

    /// Finds what a text names in whole words, the longest name at each place.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let found = self.phrases.find_in(text).into_iter();
        let mentions = found.map(|(target, at)| Mention { target, at });
        mentions
            .filter(|Mention { target, at }| is_name(*target, &text[at.clone()]))
            .collect()
    }

    /// Finds words that are one slip off the name of a place, and off that of no other: a letter more, less, changed or
    /// swapped, but not at the end, where words are inflected. Short words and names are like too many others.
    pub fn slips(&self, text: &str, mentions: &[Mention]) -> Vec<Mention> {
        let is_free = |at: &Range<usize>| {
            mentions
                .iter()
                .all(|it| it.at.end <= at.start || at.end <= it.at.start)
        };
        let capital = |at: &Range<usize>| text[at.clone()].starts_with(char::is_uppercase);
        let found = words(text).filter(|(word, at)| {
            (SLIPPED..=LONGEST_SLIP).contains(&word.chars().count()) && capital(at) && is_free(at)
        });
        let slipped = found.filter_map(|(word, at)| {
            let spellings = self.spellings().map(|(_, entry)| entry);
            let near = spellings.filter(|entry| {
                entry.folded.chars().count() >= SLIPPED && is_slip(&word, &entry.folded)
            });
            let mut targets: Vec<Target> = near.map(|entry| entry.target).collect();
            targets.sort_by_key(|target| target.rank());
            let first = *targets.first()?;
            let is_alike = |target: &Target| self.name_of(*target) == self.name_of(first);
            let is_sure = !matches!(first, Target::Actor(_)) && targets.iter().all(is_alike);
            is_sure.then_some(Mention { target: first, at })
        });
        slipped.collect()
    }

    fn name_of(&self, target: Target) -> Option<&str> {
        let named = self.entries.iter().find(|entry| entry.target == target);
        named.map(|entry| entry.text.as_str())
    }

    /// Tells of each thing whether a text has a name of it, in whole words and whatever else that may be the name of;
    /// an id is no name.
    pub fn named_in(&self, text: &str) -> impl Fn(Target) -> bool {
        self.phrases.named_in(text)
    }
}

/// Tells whether one word is a name but for one slip, which is not at its end.
fn is_slip(word: &str, name: &str) -> bool {
    word.len().abs_diff(name.len()) <= 4
        && !word.starts_with(name)
        && !name.starts_with(word)
        && word.chars().next_back() == name.chars().next_back()
        && strsim::osa_distance(word, name) == 1
}

/// Towns bear names that are words too, such as “shin”: without a capital such a word is no name.
fn is_name(target: Target, text: &str) -> bool {
    let has_case = text.chars().any(char::is_lowercase);
    let is_of_base_map = matches!(target, Target::Town(_) | Target::Unit(_));
    !is_of_base_map || !has_case || text.chars().any(char::is_uppercase)
}

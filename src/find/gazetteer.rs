//! Every name on a map, and what it is the name of.

use crate::{
    atlas::{ActorId, Atlas, Place},
    geo::Map,
};

use super::{fold, rank};

/// What a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Place(Place),
    Actor(ActorId),
    /// A unit of the base map, by its place in the list.
    Unit(usize),
    /// A town of the base map, by its place in the list.
    Town(usize),
}

impl Target {
    /// What it is, in a word or two.
    pub fn kind(self, atlas: &Atlas) -> &'static str {
        match self {
            Self::Place(Place::Region(_)) => "region",
            Self::Place(Place::Site(id)) => atlas[id].kind.plain(),
            Self::Actor(_) => "actor",
            // Not every unit is a governorate.
            Self::Unit(_) => "area",
            Self::Town(_) => "town",
        }
    }
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    pub target: Target,
    pub name: &'a str,
    /// The other spelling that was found, where it was not the name itself.
    pub spelling: Option<&'a str>,
}

/// Names and spellings with what they lead to, ready to be searched.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    target: Target,
    /// The entry with the name itself; this one, or one before it.
    named: usize,
    text: String,
    folded: String,
}

impl Gazetteer {
    /// Every name and spelling, with what it leads to.
    pub fn names(&self) -> impl Iterator<Item = (Target, &str)> {
        let entries = self.entries.iter();
        entries.map(|entry| (entry.target, entry.text.as_str()))
    }

    /// Collects every name: what is nearer to the claims comes first among equals.
    pub fn new(atlas: &Atlas, map: &Map) -> Self {
        let mut gazetteer = Self {
            entries: Vec::new(),
        };
        for place in atlas.places() {
            gazetteer.add(Target::Place(place), atlas.name(place), atlas.also(place));
        }
        for (n, actor) in atlas.actors.iter().enumerate() {
            let also = std::slice::from_ref(&actor.short);
            gazetteer.add(Target::Actor(ActorId(n)), &actor.name, also);
        }
        for (n, unit) in map.base.units.iter().enumerate() {
            gazetteer.add(Target::Unit(n), &unit.name, &unit.also);
        }
        for (n, town) in map.base.towns.iter().enumerate() {
            gazetteer.add(Target::Town(n), &town.name, &town.also);
        }
        gazetteer
    }

    fn add(&mut self, target: Target, name: &str, also: &[String]) {
        let named = self.entries.len();
        let spellings = also.iter().map(String::as_str);
        for text in std::iter::once(name).chain(spellings) {
            self.entries.push(Entry {
                target,
                named,
                text: text.to_owned(),
                folded: fold(text),
            });
        }
    }

    /// What is meant by a query, best first, each thing once; everything where nothing is asked for.
    pub fn search(&self, query: &str) -> Vec<Hit<'_>> {
        let query = fold(query);
        let ranked = if query.is_empty() {
            (0..self.entries.len()).collect()
        } else {
            rank(
                &query,
                self.entries.iter().map(|entry| entry.folded.as_str()),
            )
        };
        let mut found = std::collections::HashSet::new();
        let once = ranked
            .into_iter()
            .filter(|&n| found.insert(self.entries[n].target));
        once.map(|n| self.hit(n)).collect()
    }

    fn hit(&self, n: usize) -> Hit<'_> {
        let Entry {
            target,
            named,
            ref text,
            ..
        } = self.entries[n];
        Hit {
            target,
            name: &self.entries[named].text,
            spelling: (n != named).then_some(text),
        }
    }
}

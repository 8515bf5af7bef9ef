//! Subjects and actors that a claim can name: things that the map has, and new ones.

use crate::{
    atlas::{Atlas, Hue, Place, Position, Says, SiteKind},
    caption::words::count,
    file::MAP,
    geo::{Map, Town},
    import::Names,
    names::{Gazetteer, Target, fold, town_id},
};

use super::{
    entry::{Entry, NewActor, NewArea, NewSite},
    outline::Outline,
};

/// The map as it is while somebody writes on it.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Its claims and what they are about.
    pub atlas: &'a Atlas,
    /// Its areas on their base map.
    pub map: &'a Map,
    /// Every name on it.
    pub names: &'a Gazetteer,
}

/// A thing that a claim can name.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// Its id in the file.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    /// The kind of thing that it is.
    pub kind: Kind,
    /// Its entry, where the file has none yet.
    pub new: Option<Entry>,
}

/// The kinds of things, by what can be said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The whole country.
    Map,
    /// An area.
    Region,
    /// A point.
    Site,
    /// A town of the base map.
    Town,
    /// A party.
    Actor,
}

impl Kind {
    /// Tells whether that can be said of it.
    pub const fn fits(self, says: Says) -> bool {
        match self {
            Self::Region => says.fits_region(),
            Self::Site | Self::Town => says.fits_site(),
            Self::Map | Self::Actor => matches!(says, Says::Context),
        }
    }
}

impl Thing {
    /// The country as a whole.
    pub fn map() -> Self {
        Self {
            id: MAP.to_owned(),
            name: "The whole map".to_owned(),
            kind: Kind::Map,
            new: None,
        }
    }

    /// Tells what it is, in a word or two.
    pub const fn noun(&self) -> &'static str {
        match (self.kind, self.new.is_some()) {
            (Kind::Map, _) => "the country",
            (Kind::Region, false) => "region",
            (Kind::Region, true) => "new region",
            (Kind::Site, false) => "site",
            (Kind::Site, true) => "new site",
            (Kind::Town, _) => "town",
            (Kind::Actor, false) => "actor",
            (Kind::Actor, true) => "new actor",
        }
    }

    /// Tells how it will be written, where it is new.
    pub fn aside(&self) -> String {
        match &self.new {
            Some(Entry::Actor(actor)) => {
                format!("letter {}, {}", actor.letter, actor.colour.key())
            }
            Some(Entry::Region(region)) => match &region.area {
                NewArea::Units(units) => units.join(", "),
                NewArea::Within { ring, .. } => count(ring.len(), "corner"),
            },
            Some(Entry::Site(site)) => format!("{:.2}, {:.2}", site.at.lat, site.at.lon),
            _ => String::new(),
        }
    }

    /// Its name and what it is.
    pub fn words(&self) -> String {
        match self.aside() {
            aside if aside.is_empty() => format!("{}, {}", self.name, self.noun()),
            aside => format!("{}, {} ({aside})", self.name, self.noun()),
        }
    }
}

impl Ground<'_> {
    /// The thing that a name of the map leads to. Of towns whose names come to one id, each is a new site.
    pub fn thing(&self, target: Target, taken: &[String]) -> Thing {
        let known = |id: &str, name: &str, kind| Thing {
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            new: None,
        };
        match target {
            Target::Place(place) => {
                let kind = match place {
                    Place::Region(_) => Kind::Region,
                    Place::Site(id) if self.atlas[id].kind == SiteKind::Town => Kind::Town,
                    Place::Site(_) => Kind::Site,
                };
                known(self.atlas.id(place), self.atlas.name(place), kind)
            }
            Target::Actor(id) => known(&self.atlas[id].id, &self.atlas[id].name, Kind::Actor),
            Target::Unit(n) => {
                let unit = &self.map.base.units[n];
                known(&unit.id, &unit.name, Kind::Region)
            }
            Target::Town(n) => {
                let town = &self.map.base.towns[n];
                let id = town_id(&town.name);
                let has_id = |it: &&Town| town_id(&it.name) == id;
                if self.map.base.towns.iter().filter(has_id).count() == 1 {
                    return known(&id, &town.name, Kind::Town);
                }
                let at = Position {
                    lat: town.at.y,
                    lon: town.at.x,
                };
                site(&town.name, at, taken)
            }
        }
    }

    /// Finds the subjects that a line may mean, best first. `NAME @ LATITUDE, LONGITUDE` is a new site, and
    /// with three points or more, parted by `;`, a new region.
    pub fn subjects(&self, line: &str, taken: &[String]) -> Vec<Thing> {
        if let Some(place) = self.located(line, taken) {
            return vec![place];
        }
        if let Some(thing) = self.with_id(line.trim()) {
            return vec![thing];
        }
        let hits = self.names.search(line).into_iter();
        let found = hits.map(|hit| self.thing(hit.target, taken));
        let mut found: Vec<Thing> = found.collect();
        // What is called exactly so on the map comes before what would be new.
        let said = fold(line);
        found.sort_by_key(|thing| thing.new.is_some() || fold(&thing.name) != said);
        let map = line.trim().is_empty() || MAP.starts_with(&fold(line));
        map.then(Thing::map).into_iter().chain(found).collect()
    }

    /// The thing that a line names by its id, or exactly by a name.
    pub fn meant(&self, line: &str, taken: &[String]) -> Option<Thing> {
        let called = || Some(self.thing(self.names.called(line)?, taken));
        self.located(line, taken)
            .or_else(|| self.with_id(line.trim()))
            .or_else(called)
    }

    /// A place by its name and the point, or the corners, that are typed behind it.
    fn located(&self, line: &str, taken: &[String]) -> Option<Thing> {
        let (name, points) = line.rsplit_once('@')?;
        let name = name.trim();
        let mut outline = Outline::default();
        for words in points.split(';') {
            outline.add(point(words)?).ok()?;
        }
        let drawn = outline.close(&self.map.base).ok()?;
        (!name.is_empty()).then(|| drawn.named(name, taken))
    }

    fn with_id(&self, id: &str) -> Option<Thing> {
        let base = &self.map.base;
        let place = self
            .atlas
            .places()
            .find(|&place| self.atlas.id(place) == id);
        let unit = || {
            base.units
                .iter()
                .position(|unit| unit.id == id)
                .map(Target::Unit)
        };
        let town = || {
            base.towns
                .iter()
                .position(|town| town_id(&town.name) == id)
                .map(Target::Town)
        };
        let target = place.map(Target::Place).or_else(unit).or_else(town)?;
        Some(self.thing(target, &[]))
    }

    /// Finds the actors that a line may mean, best first. A name that no actor has is a new one; `NAME, LETTER, COLOUR` chooses
    /// what marks it.
    pub fn actors(&self, line: &str, taken: &[String]) -> Vec<Thing> {
        let hits = self.names.search(line).into_iter();
        let actors = hits.filter(|hit| matches!(hit.target, Target::Actor(_)));
        let mut found: Vec<Thing> = actors.map(|hit| self.thing(hit.target, taken)).collect();
        let called = self.names.called(line);
        if !matches!(called, Some(Target::Actor(_))) {
            found.extend(self.new_actor(line, taken));
        }
        found
    }

    pub(super) fn new_actor(&self, line: &str, taken: &[String]) -> Option<Thing> {
        let mut name = line.trim();
        let (mut wanted, mut hue) = (None, None);
        // What is neither a letter nor a colour belongs to the name.
        while let Some((rest, part)) = name.rsplit_once(',') {
            let part = part.trim();
            let is_letter = part.chars().count() == 1;
            let letter = part
                .chars()
                .next()
                .filter(|_| is_letter && wanted.is_none());
            let colour = Hue::NAMED.iter().copied().find(|hue| hue.key() == part);
            match (letter, colour.filter(|_| hue.is_none())) {
                (Some(letter), _) => wanted = Some(letter.to_ascii_uppercase()),
                (None, Some(colour)) => hue = Some(colour),
                (None, None) => break,
            }
            name = rest.trim_end();
        }
        if !name.contains(char::is_alphanumeric) {
            return None;
        }
        let actors = &self.atlas.actors;
        let core = without_article(name);
        let letters = fold(core).to_ascii_uppercase();
        let letters = letters.chars().filter(char::is_ascii_alphanumeric);
        let mut letters = wanted
            .into_iter()
            .chain(letters)
            .chain('A'..='Z')
            .chain('0'..='9');
        let letter = letters.find(|letter| {
            letter.is_ascii_alphanumeric() && actors.iter().all(|actor| actor.letter != *letter)
        })?;
        // The one that fewest have, of several the one that is furthest from the usual first.
        let taken_by = |hue: &&Hue| actors.iter().filter(|actor| actor.hue == **hue).count();
        let fewest = Hue::NAMED.iter().map(|hue| taken_by(&hue)).min();
        let is_rare = |hue: &&Hue| Some(taken_by(hue)) == fewest;
        let rare = if fewest == Some(0) {
            Hue::NAMED.iter().find(is_rare)
        } else {
            Hue::NAMED.iter().rfind(is_rare)
        };
        let colour = hue.or(rare.copied()).unwrap_or(Hue::Green);
        let id = free(taken, core, "actor");
        let actor = NewActor {
            id: id.clone(),
            name: name.to_owned(),
            letter,
            colour,
        };
        Some(Thing {
            id,
            name: name.to_owned(),
            kind: Kind::Actor,
            new: Some(Entry::Actor(actor)),
        })
    }
}

/// A name without the article that it begins with, which tells nobody from others.
fn without_article(name: &str) -> &str {
    let article = name
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("the "));
    article.map_or(name, |article| &name[article.len()..])
}

/// A point as it is typed: latitude and longitude.
fn point(words: &str) -> Option<Position> {
    let words = words.trim();
    let (lat, lon) = words.split_once(',').or_else(|| words.split_once(' '))?;
    let (lat, lon) = (lat.trim(), lon.trim());
    Some(Position {
        lat: lat.parse().ok().filter(|lat: &f64| lat.abs() <= 90.0)?,
        lon: lon.parse().ok().filter(|lon: &f64| lon.abs() <= 180.0)?,
    })
}

pub(super) fn site(name: &str, at: Position, taken: &[String]) -> Thing {
    let id = free(taken, name, "site");
    let new = NewSite {
        id: id.clone(),
        name: name.to_owned(),
        kind: kind_of(name),
        at,
        note: None,
    };
    Thing {
        id,
        name: name.to_owned(),
        kind: Kind::Site,
        new: Some(Entry::Site(new)),
    }
}

/// A new site that is put where a town is, and says so: nobody has said where it lies.
pub(super) fn site_of_town(name: &str, town: &Town, taken: &[String]) -> Thing {
    let at = Position {
        lat: town.at.y,
        lon: town.at.x,
    };
    let mut thing = site(name, at, taken);
    if let Some(Entry::Site(new)) = &mut thing.new {
        new.note = Some(format!(
            "Put where {} is; its own place isn’t known.",
            town.name
        ));
    }
    thing
}

/// The kind of a site whose name says it.
fn kind_of(name: &str) -> SiteKind {
    let name = name.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["air base", "airbase", "airfield"]) {
        SiteKind::AirBase
    } else if says(&["naval base", "naval facility"]) {
        SiteKind::NavalBase
    } else if says(&["airport"]) {
        SiteKind::Airport
    } else if says(&["crossing", "border post"]) {
        SiteKind::Crossing
    } else if says(&["base", "barracks", "garrison"]) {
        SiteKind::Base
    } else {
        SiteKind::Other
    }
}

/// An id after a name, which nothing has.
pub(super) fn free(taken: &[String], name: &str, otherwise: &str) -> String {
    let taken = taken.iter().map(String::as_str);
    Names::without(taken.chain([MAP])).free(name, otherwise)
}

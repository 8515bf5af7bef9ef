//! Sites that stand in a sentence by the town that they are at: “the airport at Kamishli”, “Kamishli airport”.

use crate::{
    atlas::{Place, SiteId},
    geo::Town,
    names::{Mention, Target, fold},
};

use super::{
    super::{
        entry::Entry,
        thing::{Ground, Thing, site_of_town},
    },
    Sentence,
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

impl Ground<'_> {
    /// The site that a place's name is part of. One that the map has near there is meant before a new one.
    pub(super) fn site_at(&self, sentence: &Sentence, mention: &Mention) -> Option<Thing> {
        let kind = site_beside(sentence.words, mention)?;
        let town = &self.map.base.towns[self.town(sentence, mention)?];
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
}

/// The word for a site that a name stands beside.
fn site_beside(words: &str, mention: &Mention) -> Option<&'static str> {
    let before = words[..mention.at.start].trim_end().to_lowercase();
    let after = words[mention.at.end..].trim_start().to_lowercase();
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
    let mut kinds = SITES.iter();
    let kind = kinds.clone().find(behind);
    kind.or_else(|| kinds.find(ahead)).copied()
}

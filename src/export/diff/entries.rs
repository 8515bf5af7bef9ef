//! The entries of a region file besides its claims and areas: sources, actors and questions; and the map as a whole.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::change::{Change, Field, by_key, differing};
use crate::{
    atlas::{Actor, Atlas, Date, Question, Source},
    caption::words,
    export::Exported,
};

/// A source, an actor or a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// The word that the region file calls it by.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
}

/// Names of fields with their values, in the same order for every entry of a kind.
type Fields = Vec<(&'static str, Option<String>)>;

/// An entry with its fields, by its id.
type Row = (String, (Entry, Fields));

/// The sources that differ.
pub fn sources(old: &Atlas, new: &Atlas) -> Vec<Change<Entry>> {
    changes(
        old.sources.iter().map(source),
        new.sources.iter().map(source),
    )
}

/// The actors that differ.
pub fn actors(old: &Atlas, new: &Atlas) -> Vec<Change<Entry>> {
    let all = |atlas| move |it| actor(atlas, it);
    changes(
        old.actors.iter().map(all(old)),
        new.actors.iter().map(all(new)),
    )
}

/// The questions that differ.
pub fn questions(old: &Atlas, new: &Atlas) -> Vec<Change<Entry>> {
    let (old, new) = (old.questions.iter(), new.questions.iter());
    changes(old.map(question), new.map(question))
}

/// The differences of the map as a whole.
pub fn whole(old: &Exported, new: &Exported) -> Vec<Field> {
    let fields = |map: &Exported| -> Fields {
        let (atlas, base) = (map.atlas, &map.map.base);
        let coordinates = base
            .units
            .iter()
            .map(|unit| format!("{}{:?}", unit.id, unit.shape));
        let ground = format!(
            "{}, {} ({})",
            words::count(base.units.len(), "unit"),
            words::square_km(map.map.total_km2),
            fingerprint(coordinates.collect::<String>().as_bytes()),
        );
        let stale = atlas.stale_after.map(days);
        let told = atlas.events.iter().map(|event| {
            let source = &atlas[event.source].id;
            let at = (event.at.lat, event.at.lon);
            format!(
                "{source}{}{at:?}{:?}{}",
                event.date.iso(),
                event.place,
                event.words
            )
        });
        let told: Vec<String> = told.collect();
        let events = format!(
            "{} ({})",
            words::count(atlas.events.len(), "event"),
            fingerprint(told.concat().as_bytes()),
        );
        vec![
            ("title", Some(atlas.title.clone())),
            ("as of", Some(atlas.as_of.iso())),
            ("stale after", stale),
            ("base map", Some(ground)),
            ("events", (!atlas.events.is_empty()).then_some(events)),
        ]
    };
    differing(fields(old), fields(new))
}

fn changes(old: impl Iterator<Item = Row>, new: impl Iterator<Item = Row>) -> Vec<Change<Entry>> {
    let changes = by_key(old.collect(), new.collect(), |before, after| {
        differing(before.1.clone(), after.1.clone())
    });
    changes
        .into_iter()
        .map(|change| change.map(|(entry, _)| entry))
        .collect()
}

fn row(id: &str, name: &str, fields: Fields) -> Row {
    let (id, name) = (id.to_owned(), name.to_owned());
    (id.clone(), (Entry { id, name }, fields))
}

fn source(source: &Source) -> Row {
    // The text itself may be another under the same name.
    let text = source.text.as_ref().map(|text| {
        let path = source.path.as_deref().unwrap_or_default();
        format!("{path} ({})", fingerprint(text.raw().as_bytes()))
    });
    let fields = vec![
        ("title", source.title.clone()),
        ("publisher", source.publisher.clone()),
        ("published", source.published.map(Date::iso)),
        ("url", source.url.clone()),
        ("origin", source.origin.clone()),
        ("text", text),
        ("language", Some(source.language.clone())),
        ("sha256", source.sha256.clone()),
        ("original", source.original.clone()),
        ("retrieved", source.retrieved.map(Date::iso)),
        ("archive", source.archive.clone()),
        (
            "reliability",
            source.reliability.map(|it| it.key().to_owned()),
        ),
        ("note", source.note.clone()),
    ];
    row(&source.id, source.name(), fields)
}

fn actor(atlas: &Atlas, actor: &Actor) -> Row {
    let fields = vec![
        ("name", Some(actor.name.clone())),
        ("short", Some(actor.short.clone())),
        ("also", several(&actor.also)),
        ("letter", Some(actor.letter.to_string())),
        ("colour", Some(actor.hue.key().into_owned())),
        ("part of", actor.part_of.map(|id| atlas[id].id.clone())),
        ("from", actor.from.map(Date::iso)),
        ("until", actor.until.map(Date::iso)),
        ("note", actor.note.clone()),
    ];
    row(&actor.id, &actor.name, fields)
}

fn question(question: &Question) -> Row {
    let fields = vec![
        ("asks", Some(question.asks.clone())),
        ("note", question.note.clone()),
    ];
    row(&question.id, &question.asks, fields)
}

/// Names in one value; `None` where there are none.
pub fn several(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

fn days(days: u32) -> String {
    words::count(days as usize, "day")
}

/// Six bytes of a hash: enough to see that something is not the same.
fn fingerprint(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(6)
        .fold("SHA-256 ".to_owned(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

//! The properties of an event.

use serde::Serialize;

use crate::{atlas::Event, export::Exported};

/// An event as a feature: `kind` is `event`, which no place's is.
#[derive(Debug, Serialize)]
pub struct Properties<'a> {
    kind: &'static str,
    name: String,
    date: String,
    words: &'a str,
    reported_by: Option<&'a str>,
    source: &'a str,
    url: Option<&'a str>,
    table: &'a str,
    line: u64,
    /// The date of the map.
    at: String,
    #[serde(rename = "marker-color")]
    colour: &'static str,
    #[serde(rename = "marker-size")]
    size: &'static str,
}

impl<'a> Properties<'a> {
    pub fn new(exported: &'a Exported, event: &'a Event) -> Self {
        let source = &exported.atlas[event.source];
        Self {
            kind: "event",
            name: event.place_name(),
            date: event.date.iso(),
            words: &event.words,
            reported_by: event.reported_by.as_deref(),
            source: source.name(),
            url: source.url.as_deref(),
            table: &event.table,
            line: event.line,
            at: exported.snapshot.date.iso(),
            colour: "#8a8a8a",
            size: "small",
        }
    }
}

//! A row an event.

use super::{MEDIA_TYPE, cell, table};
use crate::{
    atlas::{Atlas, Event},
    export::{ExportError, Exported, Exporter},
};

/// Every event that has come by the date and is not switched off.
#[derive(Clone, Copy, Debug)]
pub struct Events;

const HEADER: [&str; 9] = [
    "id",
    "date",
    "latitude",
    "longitude",
    "place",
    "words",
    "reported_by",
    "source",
    "source_id",
];

impl Exporter for Events {
    fn name(&self) -> &'static str {
        "events"
    }

    fn about(&self) -> &'static str {
        "A table with a row for each event that has come by the date (CSV)"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let (atlas, filter) = (exported.atlas, &exported.filter);
        let events = exported.events().filter(|event| event.is_of(atlas, filter));
        table(HEADER, events.map(|event| row(exported.atlas, event)))
    }
}

fn row(atlas: &Atlas, event: &Event) -> [String; HEADER.len()] {
    let source = &atlas[event.source];
    [
        cell::text(&event.id()),
        event.date.iso(),
        event.at.lat.to_string(),
        event.at.lon.to_string(),
        cell::some(event.place.as_deref()),
        cell::text(&event.words),
        cell::some(event.reported_by.as_deref()),
        cell::text(source.name()),
        source.id.clone(),
    ]
}

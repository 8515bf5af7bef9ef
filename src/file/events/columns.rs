//! The columns of a table of events: those that are asked for, or those whose names are known.

use std::collections::BTreeSet;

use crate::diagnostics::{clean, there_are};

/// The names of columns; `None` where the name is to be one of those that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The day of the event; a table without one can't be read.
    pub date: Option<String>,
    /// The name of a town of the base map, or of any place where there are positions.
    pub place: Option<String>,
    /// Degrees to the north.
    pub latitude: Option<String>,
    /// Degrees to the east.
    pub longitude: Option<String>,
    /// The party that took part; a second column of them is only found by its name.
    pub actor: Option<String>,
    /// The event in words.
    pub note: Option<String>,
    /// The one who reported it.
    pub source: Option<String>,
}

/// The names that are known, those of ACLED and of UCDP GED before others.
const DATE: &[&str] = &["event_date", "date_start", "date", "day", "when"];
const PLACE: &[&str] = &["location", "where_coordinates", "place", "town", "site"];
const LATITUDE: &[&str] = &["latitude", "lat", "y"];
const LONGITUDE: &[&str] = &["longitude", "lon", "lng", "long", "x"];
const ACTOR: &[&str] = &["actor1", "side_a", "actor"];
const OTHER_ACTOR: &[&str] = &["actor2", "side_b"];
const KIND: &[&str] = &["sub_event_type", "event_type", "type"];
const NOTE: &[&str] = &["notes", "source_headline", "note", "description", "summary"];
const SOURCE: &[&str] = &["source", "source_article", "publisher"];

/// The number of each column in one table.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub date: usize,
    pub place: Option<usize>,
    pub latitude: Option<usize>,
    pub longitude: Option<usize>,
    pub actors: [Option<usize>; 2],
    pub kind: Option<usize>,
    pub note: Option<usize>,
    pub source: Option<usize>,
}

impl Found {
    /// The numbers of all columns that something is taken from.
    pub fn all(&self) -> BTreeSet<usize> {
        let [actor, other] = self.actors;
        let found = [
            Some(self.date),
            self.place,
            self.latitude,
            self.longitude,
            actor,
            other,
            self.kind,
            self.note,
            self.source,
        ];
        found.into_iter().flatten().collect()
    }
}

impl Columns {
    /// Finds the columns by the names at the top of a table, or says which is missing.
    pub fn find(&self, head: &[&str]) -> Result<Found, String> {
        let named = |name: &str| {
            head.iter()
                .position(|column| column.trim().eq_ignore_ascii_case(name))
        };
        let there = || there_are(head.iter().map(|name| name.trim()));
        let find = |asked: &Option<String>, known: &[&str]| match asked {
            Some(name) => named(name)
                .map(Some)
                .ok_or_else(|| format!("there is no column `{}`; {}", clean(name), there())),
            None => Ok(known.iter().find_map(|name| named(name))),
        };
        let found = Found {
            date: find(&self.date, DATE)?
                .ok_or_else(|| format!("no column has dates; {}", there()))?,
            place: find(&self.place, PLACE)?,
            latitude: find(&self.latitude, LATITUDE)?,
            longitude: find(&self.longitude, LONGITUDE)?,
            actors: [find(&self.actor, ACTOR)?, find(&None, OTHER_ACTOR)?],
            kind: find(&None, KIND)?,
            note: find(&self.note, NOTE)?,
            source: find(&self.source, SOURCE)?,
        };
        match (found.place, found.latitude, found.longitude) {
            (None, None, _) | (None, _, None) => Err(format!(
                "no columns say where, be it by latitude and longitude or by place; {}",
                there()
            )),
            _ => Ok(found),
        }
    }
}

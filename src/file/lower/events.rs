//! Events: the tables that the file names, row by row.

use std::sync::Arc;

use crate::{
    atlas::{Event, Position},
    diagnostics::{Check, Code, Field, Located, Problem, Span},
    file::{
        events::{Columns, Table},
        folder::{self, Folder},
        ids::Ids,
        wire,
    },
    geo::Basemap,
    limits,
};

/// The events of all tables, in their order, and what is left out of each.
#[derive(Default)]
pub struct Read {
    pub events: Vec<Event>,
    pub left_out: Vec<(Span, String)>,
}

/// Reads every table.
pub fn events(
    list: Vec<Located<wire::Events>>,
    base: Option<&Basemap>,
    folder: &Folder,
    ids: &Ids,
    check: &mut Check,
) -> Read {
    let mut read = Read::default();
    for Located { value: wire, at } in list {
        let required = [
            ("file", wire.file.is_absent()),
            ("source", wire.source.is_absent()),
        ];
        check.require(&at, &required);
        let source = check.take(wire.source);
        let source = source.and_then(|id| ids.sources.find(&id, "source", [], Some, check));
        let file = check.take(wire.file);
        let mut column = |field: Field<String>| check.line(field);
        let columns = Columns {
            date: column(wire.date),
            place: column(wire.place),
            latitude: column(wire.latitude),
            longitude: column(wire.longitude),
            actor: column(wire.actor),
            note: column(wire.note),
            source: column(wire.reported_by),
        };
        let (Some(source), Some(file)) = (source, file) else {
            continue;
        };
        let Some(table) = table(&file, &columns, base, folder, check) else {
            continue;
        };
        if read.events.len() + table.rows.len() > limits::EVENTS {
            let message = format!("with these, there are more than {} events", limits::EVENTS);
            let problem = Problem::new(Code::TooLarge, &file.at, message);
            check.report(problem.help("leave out what the map doesn't need"));
            continue;
        }
        let left_out = table.told_left_out().map(|told| (file.at.clone(), told));
        read.left_out.extend(left_out);
        let name: Arc<str> = file.value.as_str().into();
        read.events.extend(table.rows.into_iter().map(|row| Event {
            date: row.date,
            at: Position {
                lat: row.at.y,
                lon: row.at.x,
            },
            place: row.place,
            words: row.words,
            source,
            reported_by: row.source,
            table: Arc::clone(&name),
            line: row.line,
        }));
    }
    Event::sort(&mut read.events);
    read
}

fn table(
    file: &Located<String>,
    columns: &Columns,
    base: Option<&Basemap>,
    folder: &Folder,
    check: &mut Check,
) -> Option<Table> {
    let bytes = folder.bytes(&file.value, limits::GEODATA);
    let bytes = bytes.and_then(|bytes| bytes.ok_or_else(|| folder::absent(&file.value)));
    let bytes = bytes.map_err(|unusable| check.report(unusable.at(&file.at)));
    let table = Table::read(&bytes.ok()?, columns, base);
    let report = |why: String| {
        let problem = Problem::new(Code::BadEvents, &file.at, why);
        check.report(problem.help(
            "name the columns beside `file`: `date`, `latitude`, `longitude`, `place`, `note`",
        ));
    };
    table.map_err(report).ok()
}

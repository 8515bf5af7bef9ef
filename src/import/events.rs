//! Tables of events: a source each, and an entry that says which columns are what. The rows stay where they are.

use crate::{
    diagnostics::cut,
    file::{
        entry::Entry,
        events::{Columns, Table},
    },
    geo::Basemap,
};

use super::draft::Draft;

/// The longest title of a source.
const TITLE: usize = 120;

/// Adds a table, or says what keeps it from being read.
pub fn add(
    name: &str,
    bytes: &[u8],
    asked: &Columns,
    base: Option<&Basemap>,
    draft: &mut Draft,
) -> Result<(), String> {
    let options = "`--date-column`, `--latitude-column`, `--longitude-column` and `--place-column` name columns";
    let table = Table::read(bytes, asked, base);
    let table = table.map_err(|why| format!("{name}: {why}; {options}"))?;
    if let Some(date) = &table.ambiguous {
        draft.notes.push(format!(
            "{name}: `{date}` is read with the day first; where the month stands first, write the dates as 2026-01-28"
        ));
    }
    if !table.unused.is_empty() {
        let columns: Vec<String> = table.unused.iter().map(|it| format!("`{it}`")).collect();
        let columns = columns.join(", ");
        draft.notes.push(format!(
            "{name}: nothing is taken from the columns {columns}"
        ));
    }
    let left_out = table.told_left_out();
    draft
        .notes
        .extend(left_out.map(|told| format!("{name}: {told}")));
    if let Some(newest) = table.rows.iter().map(|row| row.date).max() {
        draft.newest_event = draft.newest_event.max(Some(newest));
    } else {
        draft
            .notes
            .push(format!("{name}: no row of it can be read"));
    }
    let id = draft
        .source_names
        .free(name.rsplit_once('/').map_or(name, |(_, own)| own), "source");
    let mut source = Entry::table("source");
    source.text("id", &id);
    source
        .text("title", &cut(name, TITLE))
        .decide("what the table is called");
    source.open("publisher", "…", "who published it");
    source.open("url", "…", "where it can be found");
    draft.sources += &String::from(source);
    let mut events = Entry::table("events");
    events.text("file", name);
    events.text("source", &id);
    let columns = [
        ("date", &asked.date),
        ("place", &asked.place),
        ("latitude", &asked.latitude),
        ("longitude", &asked.longitude),
        ("actor", &asked.actor),
        ("note", &asked.note),
        ("reported_by", &asked.source),
    ];
    for (key, column) in columns {
        if let Some(column) = column {
            events.text(key, column);
        }
    }
    draft.places += &String::from(events);
    Ok(())
}

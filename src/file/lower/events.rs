//! Events: the tables that the file names, row by row.

use std::{collections::HashMap, sync::Arc};

use crate::{
    atlas::{Actor, ActorId, Event, Position},
    diagnostics::{Check, Code, Field, Located, Problem, Span},
    file::{
        events::{Columns, Table},
        folder::{self, Folder},
        ids::Ids,
        spans::Spans,
        wire,
    },
    geo::Basemap,
    limits,
    names::fold,
};

/// Reads every table; notes what is left out of each.
pub fn events(
    list: Vec<Located<wire::Events>>,
    base: Option<&Basemap>,
    folder: &Folder,
    ids: &Ids,
    actors: &[Option<Actor>],
    spans: &mut Spans,
    check: &mut Check,
) -> Vec<Event> {
    let mut events = Vec::new();
    let parties = Parties::new(actors);
    let mut left = limits::EVENTS;
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
        let Some(bytes) = bytes(&file, folder, check) else {
            continue;
        };
        let Some(less) = left.checked_sub(bytes.len() as u64) else {
            let most = limits::EVENTS / limits::MIB;
            let message = format!("the tables of events up to this one are larger than {most} MiB");
            let problem = Problem::new(Code::TooLarge, &file.at, message);
            check.report(problem.help("leave out what the map doesn't need"));
            break;
        };
        left = less;
        let Some(table) = table(&bytes, &file.at, &columns, base, check) else {
            continue;
        };
        let left_out = table.told_left_out().map(|told| (file.at.clone(), told));
        spans.left_out.extend(left_out);
        let ambiguous = table.ambiguous.map(|date| (file.at.clone(), vec![date]));
        spans.dates.extend(ambiguous);
        let name: Arc<str> = file.value.as_str().into();
        events.extend(table.rows.into_iter().map(|row| Event {
            date: row.date,
            at: Position {
                lat: row.at.y,
                lon: row.at.x,
            },
            place: row.place,
            words: row.words,
            actors: parties.find(&row.actors),
            source,
            reported_by: row.source,
            table: Arc::clone(&name),
            line: row.line,
        }));
    }
    Event::sort(&mut events);
    events
}

/// Actors by their folded names; a name that two of them have is nobody's.
struct Parties(HashMap<String, Option<ActorId>>);

impl Parties {
    fn new(actors: &[Option<Actor>]) -> Self {
        let mut parties: HashMap<String, Option<ActorId>> = HashMap::new();
        for (n, actor) in actors.iter().enumerate() {
            let id = ActorId::at(n);
            let names = actor.iter().flat_map(|actor| {
                let names = [&actor.name, &actor.short, &actor.id].into_iter();
                names.chain(&actor.also)
            });
            for name in names {
                let known = parties.entry(fold(name)).or_insert(Some(id));
                *known = known.filter(|other| *other == id);
            }
        }
        Self(parties)
    }

    fn find(&self, names: &[String]) -> Vec<ActorId> {
        let found = names.iter().filter_map(|name| self.0.get(&fold(name)));
        let mut found: Vec<ActorId> = found.copied().flatten().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn bytes(file: &Located<String>, folder: &Folder, check: &mut Check) -> Option<Vec<u8>> {
    let bytes = folder.bytes(&file.value, limits::EVENTS);
    let bytes = bytes.and_then(|bytes| bytes.ok_or_else(|| folder::absent(&file.value)));
    bytes
        .map_err(|unusable| check.report(unusable.at(&file.at)))
        .ok()
}

fn table(
    bytes: &[u8],
    at: &Span,
    columns: &Columns,
    base: Option<&Basemap>,
    check: &mut Check,
) -> Option<Table> {
    let help = "name the columns beside `file`: `date`, `latitude`, `longitude`, `place`, `note`";
    let report = |why| check.report(Problem::new(Code::BadEvents, at, why).help(help));
    Table::read(bytes, columns, base).map_err(report).ok()
}

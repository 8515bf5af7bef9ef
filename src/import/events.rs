//! Tables of dated events. An event at a place says nothing of who holds it: each is context, told of a site.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::{Contains, Coord, Point, coord};
use csv::{ReaderBuilder, StringRecord};

use crate::diagnostics::{clean, fit};
use crate::{
    atlas::Hue,
    file::{
        entry::{Entry, cut, date},
        string,
    },
    geo::{
        Basemap,
        dated_name::{date_in, is_ambiguous},
    },
    limits::ROWS,
    names::fold,
};

use super::{
    columns::{Columns, Found},
    draft::Draft,
};

/// Notes that are longer are told in the table's other words.
const NOTE: usize = 300;
/// The longest name of a place or a source.
const NAME: usize = 120;
/// The most that is printed: a region file may have no more than 1 MiB.
const BYTES: usize = 900 << 10;

/// Adds the events of a table, or says what keeps them from being read.
pub fn add(
    name: &str,
    bytes: &[u8],
    asked: &Columns,
    base: Option<&Basemap>,
    draft: &mut Draft,
) -> Result<(), String> {
    let why = |why: &str| format!("{name}: {why}");
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|_| why("it is not UTF-8: save it as UTF-8"))?;
    let mut table = ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(bytes);
    let head = table
        .headers()
        .map_err(|error| why(&error.to_string()))?
        .clone();
    let head: Vec<&str> = head.iter().collect();
    let columns = asked.find(&head).map_err(|missing| why(&missing))?;
    let rows: Result<Vec<StringRecord>, _> = table.into_records().take(ROWS + 1).collect();
    let rows = rows.map_err(|error| why(&error.to_string()))?;
    if rows.len() > ROWS {
        return Err(why(&format!(
            "it has more than {ROWS} rows: import it in parts"
        )));
    }
    let mut events = Events {
        columns,
        file: name,
        base,
        frequent: frequent(&rows, &columns),
        sites: BTreeMap::new(),
        sources: BTreeMap::new(),
        left_out: BTreeMap::new(),
    };
    let dates = rows.iter().filter_map(|row| row.get(events.columns.date));
    if let Some(date) = dates.into_iter().find(|date| is_ambiguous(date)) {
        draft.notes.push(format!(
            "{name}: `{}` is read with the day first; where the month stands first, write the dates as 2026-01-28",
            clean(date)
        ));
    }
    for row in &rows {
        if let Err(reason) = events.add(row, draft) {
            let line = row.position().map_or(0, csv::Position::line);
            events.left_out.entry(reason).or_default().push(line);
        }
    }
    draft.notes.extend(events.left_out(rows.len()));
    Ok(())
}

/// Finds the mark that stands between the cells: the commonest of the usual ones in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// The actors that are named most often, as many as there are colours.
fn frequent(rows: &[StringRecord], columns: &Found) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in rows.iter().flat_map(|row| actors(row, columns)) {
        *counts.entry(name).or_default() += 1;
    }
    let mut names: Vec<(String, usize)> = counts.into_iter().collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    names
        .into_iter()
        .take(Hue::ALL.len())
        .map(|(name, _)| name)
        .collect()
}

fn actors(row: &StringRecord, columns: &Found) -> Vec<String> {
    let cells = columns
        .actors
        .iter()
        .filter_map(|&column| cell(row, column));
    let mut actors: Vec<String> = cells.collect();
    actors.dedup();
    actors
}

fn cell(row: &StringRecord, column: Option<usize>) -> Option<String> {
    fit(row.get(column?)?)
}

/// The events of a table as they are added.
struct Events<'a> {
    columns: Found,
    file: &'a str,
    base: Option<&'a Basemap>,
    frequent: BTreeSet<String>,
    /// Ids by the names and positions of places.
    sites: BTreeMap<(String, String), String>,
    /// Ids by what the table calls the sources.
    sources: BTreeMap<String, String>,
    /// The lines that are left out, by why.
    left_out: BTreeMap<&'static str, Vec<u64>>,
}

impl Events<'_> {
    /// Adds an event, or says why it is left out.
    fn add(&mut self, row: &StringRecord, draft: &mut Draft) -> Result<(), &'static str> {
        let when = row.get(self.columns.date).and_then(date_in);
        let (when, _) = when.ok_or("no date that can be read")?;
        let (place, at) = self.place(row)?;
        if draft.places.len() + draft.sources.len() + draft.claims.len() > BYTES {
            return Err("no room in a region file, which has 1 MiB at most");
        }
        let site = self.site(place, at, draft);
        let mut about = vec![string(&site)];
        let named = actors(row, &self.columns);
        for name in named.iter().filter(|name| self.frequent.contains(*name)) {
            about.extend(
                draft
                    .actors
                    .id(name, &mut draft.names)
                    .map(|id| string(&id)),
            );
        }
        let source = self.source(row, draft);
        let mut claim = Entry::table("claim");
        claim.key("about", &format!("[{}]", about.join(", ")));
        claim.text("says", "context");
        claim.text("source", &source);
        claim.text("summary", &self.summary(row, &named));
        claim.key("when", &date(when));
        draft.claims += &String::from(claim);
        draft.note_date(when);
        Ok(())
    }

    /// The name of a place and where it is: as the table has it, or where the base map has a town of that name.
    fn place(&self, row: &StringRecord) -> Result<(String, Coord), &'static str> {
        let name = cell(row, self.columns.place).map(|name| cut(&name, NAME));
        let number = |column| {
            cell(row, column).map(|text| {
                text.parse::<f64>()
                    .map_err(|_| "a position that is no number")
            })
        };
        let at = match (
            number(self.columns.longitude),
            number(self.columns.latitude),
        ) {
            (Some(lon), Some(lat)) => coord! {x: lon?, y: lat?},
            _ => self.town(name.as_deref().ok_or("neither a position nor a place")?)?,
        };
        if !(at.x.abs() <= 180.0 && at.y.abs() <= 90.0) {
            return Err("a position that is no latitude and longitude");
        }
        if self
            .base
            .is_some_and(|base| !base.frame.contains(&Point::from(at)))
        {
            return Err("a position off the base map");
        }
        Ok((name.unwrap_or_else(|| format!("{}, {}", at.y, at.x)), at))
    }

    fn town(&self, name: &str) -> Result<Coord, &'static str> {
        let base = self
            .base
            .ok_or("no position: with `--base-map`, towns of it are found by their names")?;
        let wanted = fold(name);
        let mut towns = base.towns.iter().filter(|town| {
            let mut names = std::iter::once(&town.name).chain(&town.also);
            names.any(|name| fold(name) == wanted)
        });
        match (towns.next(), towns.next()) {
            (Some(town), None) => Ok(town.at),
            (Some(_), Some(_)) => {
                Err("no position, and several towns of that name on the base map")
            }
            _ => Err("no position, and no town of that name on the base map"),
        }
    }

    fn site(&mut self, name: String, at: Coord, draft: &mut Draft) -> String {
        let position = format!("{{ lat = {:?}, lon = {:?} }}", at.y, at.x);
        let key = (name, position);
        if let Some(id) = self.sites.get(&key) {
            return id.clone();
        }
        let id = draft.names.free(&key.0, "site");
        let mut site = Entry::table("site");
        site.text("id", &id);
        site.text("name", &key.0);
        site.text("kind", "other");
        site.key("at", &key.1);
        draft.places += &String::from(site);
        self.sites.insert(key, id.clone());
        id
    }

    /// The source that the table names, or the table itself. What one table tells has one origin.
    fn source(&mut self, row: &StringRecord, draft: &mut Draft) -> String {
        let title = cell(row, self.columns.source).or_else(|| fit(self.file));
        let title = title.unwrap_or_else(|| "A table of events".to_owned());
        if let Some(id) = self.sources.get(&title) {
            return id.clone();
        }
        let shown = cut(&title, NAME);
        let id = draft.source_names.free(&shown, "source");
        let mut source = Entry::table("source");
        source.text("id", &id);
        source.text("title", &shown);
        source.text("origin", self.file);
        draft.sources += &String::from(source);
        self.sources.insert(title, id.clone());
        id
    }

    /// The note where it is short, or else what kind of event it was and of whom.
    fn summary(&self, row: &StringRecord, actors: &[String]) -> String {
        let note = cell(row, self.columns.note).filter(|note| note.chars().count() <= NOTE);
        note.unwrap_or_else(|| {
            let kind = cell(row, self.columns.kind).unwrap_or_else(|| "An event".to_owned());
            let told = match actors {
                [] => kind,
                actors => format!("{kind}: {}", actors.join(", ")),
            };
            cut(&told, NOTE)
        })
    }

    /// Tells of the rows that are left out, if any.
    fn left_out(&self, rows: usize) -> Option<String> {
        const SHOWN: usize = 5;
        let reasons = self.left_out.iter().map(|(reason, lines)| {
            let mut shown: Vec<String> = lines.iter().take(SHOWN).map(u64::to_string).collect();
            if lines.len() > SHOWN {
                shown.push("…".to_owned());
            }
            let word = if lines.len() == 1 { "line" } else { "lines" };
            format!(
                "{} with {reason} ({word} {})",
                lines.len(),
                shown.join(", ")
            )
        });
        let reasons: Vec<String> = reasons.collect();
        let left: usize = self.left_out.values().map(Vec::len).sum();
        (left > 0).then(|| {
            format!(
                "{}: {left} of {rows} rows are left out: {}",
                self.file,
                reasons.join("; ")
            )
        })
    }
}

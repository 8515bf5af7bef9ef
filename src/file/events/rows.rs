//! The rows of a table of events.

use std::collections::{BTreeMap, BTreeSet};

use ::geo::{Contains, Coord, Point, coord};
use csv::{ReaderBuilder, StringRecord};

use super::{
    columns::{Columns, Found},
    unclosed::unclosed,
};
use crate::{
    atlas::Date,
    diagnostics::{clean, cut, fit},
    geo::{
        Basemap, Town,
        dated_name::{Order, ambiguous, date_in},
    },
    limits::ROWS,
    names::fold,
};

/// The longest words of an event, in characters.
const WORDS: usize = 1_000;
/// The longest name of a place or a source.
const NAME: usize = 120;
/// Lines that are told of for each reason why rows are left out.
const SHOWN: usize = 5;

/// An event as a table has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Counted from 1, the head's line.
    pub line: u64,
    /// The day, month or year that it is dated.
    pub date: Date,
    /// Longitude and latitude, in degrees.
    pub at: Coord,
    /// The name of the place, where there is one.
    pub place: Option<String>,
    /// The event in the words of the table.
    pub words: String,
    /// The names of those who took part.
    pub actors: Vec<String>,
    /// The one who reported it.
    pub source: Option<String>,
}

/// A table of events.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Those that can be read, in the order of the table.
    pub rows: Vec<Row>,
    /// The names of columns that nothing is taken from.
    pub unused: Vec<String>,
    /// A date that is read with the day first, where no row tells whether the month is meant to stand there.
    pub ambiguous: Option<String>,
    /// The lines that are left out, by why.
    left_out: BTreeMap<&'static str, Vec<u64>>,
}

impl Table {
    /// Reads a table; the error says what keeps it from being read. Rows that can't be read are left out.
    pub fn read(bytes: &[u8], asked: &Columns, base: Option<&Basemap>) -> Result<Self, String> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = str::from_utf8(bytes).map_err(|_| "it is not UTF-8: save it as UTF-8")?;
        let delimiter = delimiter(text);
        let reader = || {
            let mut reader = ReaderBuilder::new();
            reader.flexible(true).delimiter(delimiter);
            reader.from_reader(bytes)
        };
        let dates = |column: usize| -> Vec<String> {
            let records = reader().into_records().take(ROWS).flatten();
            let dates = records.filter_map(|record| record.get(column).map(str::to_owned));
            dates.collect()
        };
        let mut reader = reader();
        let head = reader.headers().map_err(|error| error.to_string())?.clone();
        let names: Vec<&str> = head.iter().map(str::trim).collect();
        let columns = asked.find(&names)?;
        let used = columns.all();
        let unused = names.iter().enumerate();
        let unused = unused.filter(|(n, name)| !used.contains(n) && !name.is_empty());
        let dates = dates(columns.date);
        let order = Order::of(&dates);
        let mut table = Self {
            unused: unused.map(|(_, name)| clean(name)).collect(),
            ambiguous: ambiguous(&dates).map(clean),
            ..Self::default()
        };
        let towns = base.map(Towns::new);
        let mut lines = Lines::new(text);
        for (n, record) in reader.into_records().enumerate() {
            if n == ROWS {
                return Err(format!("it has more than {ROWS} rows: take it in parts"));
            }
            let record = record.map_err(|error| error.to_string())?;
            let start = record.position().map_or(0, csv::Position::byte);
            let line = lines.go_to(start);
            // A cell too many, or one that is missing, moves those behind it to other columns.
            let read = if record.len() == names.len() {
                row(&record, line, order, &columns, towns.as_ref())
            } else {
                Err("another number of cells than there are columns")
            };
            match read {
                Ok(row) => table.rows.push(row),
                Err(why) => table.left_out.entry(why).or_default().push(line),
            }
        }
        match unclosed(
            text.get(lines.at..).unwrap_or_default(),
            delimiter,
            lines.line,
        ) {
            Some(line) => Err(format!(
                "the quotation mark in line {line} is never closed: close it, or write it twice where it is part of the words"
            )),
            None => Ok(table),
        }
    }

    /// Tells of the rows that are left out, if any: `2 of 90 rows are left out: …`.
    pub fn told_left_out(&self) -> Option<String> {
        let left: usize = self.left_out.values().map(Vec::len).sum();
        let all = left + self.rows.len();
        let reasons = self.left_out.iter().map(|(reason, lines)| {
            let mut shown: Vec<String> = lines.iter().take(SHOWN).map(u64::to_string).collect();
            if lines.len() > SHOWN {
                shown.push("…".to_owned());
            }
            let word = if lines.len() == 1 { "line" } else { "lines" };
            let count = lines.len();
            format!("{count} with {reason} ({word} {})", shown.join(", "))
        });
        let reasons: Vec<String> = reasons.collect();
        (left > 0).then(|| format!("{left} of {all} rows are left out: {}", reasons.join("; ")))
    }
}

/// A place in a text, with its line: the csv crate counts wrongly where lines end as on Windows, and behind empty ones.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    /// Counted from 1.
    line: u64,
}

impl<'a> Lines<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// Goes on to the record that begins at a byte or after the ends of lines there, and returns its line.
    fn go_to(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let byte = usize::try_from(byte).map_or(bytes.len(), |byte| byte.min(bytes.len()));
        let ends = |at: usize| matches!(bytes.get(at), Some(b'\r' | b'\n'));
        while self.at < byte || ends(self.at) {
            let is_end = match bytes[self.at] {
                b'\n' => true,
                // Before a line feed it is a part of that end.
                b'\r' => bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(is_end);
            self.at += 1;
        }
        self.line
    }
}

/// Finds the mark that stands between the cells: the commonest of the usual ones in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    let marks = [b'\t', b';', b','].into_iter();
    marks.max_by_key(count).unwrap_or(b',')
}

/// The towns of a base map by their folded names.
struct Towns<'a> {
    base: &'a Basemap,
    named: BTreeMap<String, BTreeSet<usize>>,
}

impl<'a> Towns<'a> {
    fn new(base: &'a Basemap) -> Self {
        let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (n, town) in base.towns.iter().enumerate() {
            for name in std::iter::once(&town.name).chain(&town.also) {
                named.entry(fold(name)).or_default().insert(n);
            }
        }
        Self { base, named }
    }

    fn find(&self, name: &str) -> Result<&'a Town, &'static str> {
        let found = self.named.get(&fold(name));
        let found: Vec<usize> = found.into_iter().flatten().copied().collect();
        match *found {
            [town] => Ok(&self.base.towns[town]),
            [] => Err("no position, and no town of that name on the base map"),
            _ => Err("no position, and several towns of that name on the base map"),
        }
    }
}

fn cell(record: &StringRecord, column: Option<usize>) -> Option<String> {
    fit(record.get(column?)?)
}

/// Reads a row, or says why it is left out.
fn row(
    record: &StringRecord,
    line: u64,
    order: Order,
    columns: &Found,
    towns: Option<&Towns>,
) -> Result<Row, &'static str> {
    let date = record.get(columns.date);
    let date = date.and_then(|text| date_in(text, order));
    let (date, _) = date.ok_or("no date that can be read")?;
    let place = cell(record, columns.place).map(|name| cut(&name, NAME));
    let at = position(record, columns, place.as_deref(), towns)?;
    let frame = towns.map(|towns| towns.base.frame);
    if frame.is_some_and(|frame| !frame.contains(&Point::from(at))) {
        return Err("a position off the base map");
    }
    let source = cell(record, columns.source).map(|name| cut(&name, NAME));
    Ok(Row {
        line,
        date,
        at,
        place,
        words: words(record, columns),
        actors: actors(record, columns),
        source,
    })
}

/// Finds the point of an event: that of the table, or that of the town of that name on the base map.
fn position(
    record: &StringRecord,
    columns: &Found,
    place: Option<&str>,
    towns: Option<&Towns>,
) -> Result<Coord, &'static str> {
    let number = |column| {
        let text = cell(record, column)?;
        Some(
            text.parse::<f64>()
                .map_err(|_| "a position that is no number"),
        )
    };
    let both = number(columns.longitude).zip(number(columns.latitude));
    let at = if let Some((lon, lat)) = both {
        coord! {x: lon?, y: lat?}
    } else {
        let place = place.ok_or("neither a position nor a place")?;
        let towns =
            towns.ok_or("no position: with `--base-map`, towns of it are found by their names")?;
        towns.find(place)?.at
    };
    if at.x.abs() <= 180.0 && at.y.abs() <= 90.0 {
        Ok(at)
    } else {
        Err("a position that is no latitude and longitude")
    }
}

fn actors(record: &StringRecord, columns: &Found) -> Vec<String> {
    let actors = columns.actors.iter();
    let mut actors: Vec<String> = actors.filter_map(|&it| cell(record, it)).collect();
    actors.dedup();
    actors
}

/// The note, or else what kind of event it was and of whom.
fn words(record: &StringRecord, columns: &Found) -> String {
    let note = cell(record, columns.note).unwrap_or_else(|| {
        let kind = cell(record, columns.kind).unwrap_or_else(|| "An event".to_owned());
        match &*actors(record, columns) {
            [] => kind,
            actors => format!("{kind}: {}", actors.join(", ")),
        }
    });
    cut(&note, WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_line_however_lines_end() {
        let rows = [
            "date,lat,lon,note",
            "2026-01-01,35,38,\"two|lines\"",
            "",
            "2026-01-02,35,38,x",
            "",
        ];
        for end in ["\n", "\r\n", "\r"] {
            let text = rows.join(end).replace('|', end);
            let table = Table::read(text.as_bytes(), &Columns::default(), None);
            let table = table.unwrap_or_else(|error| panic!("{error}"));
            let lines: Vec<u64> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 5], "{end:?}");
        }
    }
}

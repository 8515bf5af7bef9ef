//! Changes to the TOML of a region file: everything that is not changed stays as it was written.

use std::fmt;

use toml_edit::{ArrayOfTables, DocumentMut, Item, RawString, Table, TomlError, Value};

use super::{entries, entry::Entry, line_ends};
use crate::{
    atlas::Date,
    file::{entry, string},
};

/// A change to a region file.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Add an entry: a claim after those of its source, anything else after those of its kind.
    Add(Entry),
    /// Give a key of the nth entry of a kind, counted from 0, that text.
    Set {
        /// The name of its table, such as `claim`.
        kind: &'static str,
        /// Its place among them.
        nth: usize,
        /// The key, which may be new.
        key: &'static str,
        /// Its value.
        text: String,
    },
    /// Put entries behind all that there is, as they are written.
    Append(String),
    /// Give the file another date that it describes.
    AsOf(Date),
    /// Take a key out of the nth entry of a kind; comments on it stay, but for what it leaves to be decided.
    Unset {
        /// The name of its table, such as `claim`.
        kind: &'static str,
        /// Its place among them.
        nth: usize,
        /// The key.
        key: &'static str,
    },
    /// Take out the nth entry of a kind, and the comment right above it.
    Remove {
        /// The name of its table, such as `claim`.
        kind: &'static str,
        /// Its place among them.
        nth: usize,
    },
}

/// The reason why a file can't be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unchangeable {
    /// It is no TOML.
    Syntax(String),
    /// Its entries of that kind are not written as `[[tables]]`.
    NotTables(&'static str),
    /// There is no such entry.
    NoEntry,
}

impl fmt::Display for Unchangeable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(why) => f.write_str(why),
            Self::NotTables(kind) => {
                write!(
                    f,
                    "the file has no `[[{kind}]]` tables: write each {kind} as one"
                )
            }
            Self::NoEntry => f.write_str("the file has no such entry any more"),
        }
    }
}

impl std::error::Error for Unchangeable {}

impl From<TomlError> for Unchangeable {
    fn from(error: TomlError) -> Self {
        Self::Syntax(error.message().to_owned())
    }
}

/// Makes some changes, one after another. Whatever they leave alone stays as it was written, line ends too.
pub fn changed(toml: &str, changes: &[Change]) -> Result<String, Unchangeable> {
    let mut toml = toml.to_owned();
    for change in changes {
        toml = line_ends::kept(&toml, |toml| with(toml, change))?;
    }
    Ok(toml)
}

fn with(toml: &str, change: &Change) -> Result<String, Unchangeable> {
    let mut document: DocumentMut = toml.parse()?;
    match change {
        Change::Add(entry) => add(&mut document, entry)?,
        Change::Set {
            kind,
            nth,
            key,
            text,
        } => {
            let value = string(text).parse()?;
            put(nth_of(&mut document, kind, *nth)?, key, value);
        }
        Change::Append(entries) => {
            let end = if toml.ends_with('\n') { "" } else { "\n" };
            return Ok([toml, end, entries].concat());
        }
        Change::AsOf(date) => {
            put(
                document.as_table_mut(),
                "as_of",
                entry::date(*date).parse()?,
            );
        }
        Change::Unset { kind, nth, key } => {
            nth_of(&mut document, kind, *nth)?;
            return Ok(entries::without(toml, kind, *nth, key));
        }
        Change::Remove { kind, nth } => remove(&mut document, kind, *nth)?,
    }
    Ok(document.to_string())
}

/// Every id that an entry has.
pub fn ids(toml: &str) -> Vec<String> {
    let Ok(document) = toml.parse::<DocumentMut>() else {
        return Vec::new();
    };
    let tables = document
        .iter()
        .filter_map(|(_, item)| item.as_array_of_tables());
    let ids = tables.flat_map(|tables| tables.iter().filter_map(|table| table.get("id")?.as_str()));
    ids.map(str::to_owned).collect()
}

fn add(document: &mut DocumentMut, entry: &Entry) -> Result<(), Unchangeable> {
    let kind = entry.kind();
    let mut table = Table::new();
    for (key, value) in entry.keys() {
        table.insert(key, Item::Value(value.parse()?));
    }
    let last = last_position(document.as_table());
    let position = place(document, entry)
        .or(last)
        .map_or(0, |position| position);
    table.set_position(Some(position));
    // In a file without tables, everything behind the keys at its top is a comment: it stays above the first.
    let trailing = match last {
        Some(_) => String::new(),
        None => document.trailing().as_str().unwrap_or_default().to_owned(),
    };
    if !trailing.is_empty() {
        document.set_trailing("");
    }
    let gap = if trailing.is_empty() || trailing.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    table.decor_mut().set_prefix(trailing + gap);
    tables(document, kind)?.push(table);
    Ok(())
}

/// The order of the kinds of entries in a file.
const KINDS: [&str; 5] = ["source", "actor", "region", "site", "claim"];

/// The position in the file of the entry that a new one follows: of its kind, or else of those that come before it.
fn place(document: &DocumentMut, entry: &Entry) -> Option<isize> {
    let before = KINDS.iter().take_while(|kind| **kind != entry.kind());
    let before = before.filter_map(|kind| document.get(kind)?.as_array_of_tables());
    let before = before.flat_map(ArrayOfTables::iter);
    let before = || before.filter_map(end).max();
    behind_its_kind(document, entry).or_else(before)
}

/// The position of the last table of an entry, which may have its own, such as `[region.area]`.
fn end(table: &Table) -> Option<isize> {
    last_position(table).max(table.position())
}

/// The position of the last entry of its kind; for a claim, of those of its source.
fn behind_its_kind(document: &DocumentMut, entry: &Entry) -> Option<isize> {
    let tables = document.get(entry.kind())?.as_array_of_tables()?;
    let source = match entry {
        Entry::Claim(claim) => Some(claim.source.as_str()),
        _ => None,
    };
    let same =
        |table: &&Table| source.is_none() || table.get("source").and_then(Item::as_str) == source;
    let alike = tables.iter().filter(same).filter_map(end).max();
    alike.or_else(|| tables.iter().filter_map(end).max())
}

/// The position of the last table, however deep.
fn last_position(table: &Table) -> Option<isize> {
    let below = table.iter().filter_map(|(_, item)| match item {
        Item::Table(table) => last_position(table).max(table.position()),
        Item::ArrayOfTables(tables) => {
            let last = tables
                .iter()
                .map(|table| last_position(table).max(table.position()));
            last.max().flatten()
        }
        _ => None,
    });
    below.max()
}

/// Puts a value in the place of another one, with the space and the comment around it.
fn put(table: &mut Table, key: &str, mut value: Value) {
    if let Some(Item::Value(old)) = table.get(key) {
        *value.decor_mut() = old.decor().clone();
    }
    table.insert(key, Item::Value(value));
}

/// Takes an entry out with the comment right above it. What stands above that, behind an empty line, is of more than the
/// entry: it stays above what follows.
fn remove(document: &mut DocumentMut, kind: &'static str, nth: usize) -> Result<(), Unchangeable> {
    let table = nth_of(document, kind, nth)?;
    let position = table.position();
    let above = table.decor().prefix().and_then(RawString::as_str);
    let above = above.unwrap_or_default();
    let kept = above
        .rfind("\n\n")
        .map_or("", |end| &above[..end])
        .to_owned();
    tables(document, kind)?.remove(nth);
    if kept.trim().is_empty() {
        return Ok(());
    }
    let next = following(document.as_table_mut(), position);
    if let Some(next) = next {
        let prefix = next.decor().prefix().and_then(RawString::as_str);
        let prefix = kept + "\n" + prefix.unwrap_or_default();
        next.decor_mut().set_prefix(prefix);
    } else {
        let trailing = kept + "\n" + document.trailing().as_str().unwrap_or_default();
        document.set_trailing(trailing);
    }
    Ok(())
}

/// The table that stands next behind a position.
fn following(table: &mut Table, position: Option<isize>) -> Option<&mut Table> {
    let mut all = Vec::new();
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(table) => all.push(table),
            Item::ArrayOfTables(tables) => all.extend(tables.iter_mut()),
            _ => {}
        }
    }
    let behind = all.into_iter().filter(|table| table.position() > position);
    behind.min_by_key(|table| table.position())
}

fn nth_of<'a>(
    document: &'a mut DocumentMut,
    kind: &'static str,
    nth: usize,
) -> Result<&'a mut Table, Unchangeable> {
    let table = tables(document, kind)?.get_mut(nth);
    table.ok_or(Unchangeable::NoEntry)
}

/// The entries of a kind, which may be none yet.
fn tables<'a>(
    document: &'a mut DocumentMut,
    kind: &'static str,
) -> Result<&'a mut ArrayOfTables, Unchangeable> {
    let item = document
        .entry(kind)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut()
        .ok_or(Unchangeable::NotTables(kind))
}

#[cfg(test)]
mod tests;

//! From the text of a TOML file to its values: at once, or entry by entry.

use std::{collections::BTreeSet, iter, num::NonZero, panic::resume_unwind, thread};

use serde::{Deserialize, de::DeserializeOwned};
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use super::{
    Code, Field, Problem, Span,
    pieces::{Pieces, Whole, pieces},
    syntax,
};
use crate::limits::{MIB, PROBLEMS, TOML, VALUES};

/// A file that is a few keys and then lists of entries.
pub(crate) trait EntryFile: DeserializeOwned {
    /// An entry of one of the lists.
    type Entry: Send;

    /// Reads an entry of the list of that name, where there is such a list.
    fn entry(list: &str, value: ValueDeserializer<'_>) -> Option<Self::Entry>;

    /// Adds an entry to its list, which has one already.
    fn add(&mut self, entry: Self::Entry);
}

/// Bytes of entries that are read at a time, on all cores; memory is needed for no more of them.
const BATCH: usize = 512 * 1024;

/// Fewer bytes are read sooner than a thread is begun.
const ALONE: usize = 64 * 1024;

/// The values of a file.
pub(super) struct Read<T> {
    /// The root table, or why there is none.
    pub root: Result<Field<T>, Box<Problem>>,
    /// Errors of syntax, which the parser gets over.
    pub errors: Vec<Problem>,
}

/// The name of the list that an entry is of, and where the entry stands.
type Piece<'a> = (&'a str, Span);

/// The piece of a file that is an entry, as it was read: several where syntax is broken.
struct Entry<E> {
    entries: Vec<E>,
    errors: Vec<Problem>,
}

/// Reads a file at once.
pub(super) fn read_whole<T: DeserializeOwned>(text: &str) -> Read<T> {
    let (root, errors) = parse(text, &(0..text.len()));
    Read {
        root: deserialize(text, root),
        errors,
    }
}

/// Reads a file entry by entry, so that the memory it takes meanwhile is that of the largest. What is wrong with it is what
/// is found in reading it at once; but a file that is too large for that may have other problems beside its errors of
/// syntax, as each of its entries is read whatever is wrong with those before it.
pub(super) fn read_entries<T: EntryFile>(text: &str) -> Read<T> {
    let refused = |at: Span, what: String, help: &str| Read {
        root: Err(Box::new(Problem::new(Code::TooLarge, &at, what).help(help))),
        errors: Vec::new(),
    };
    let at_once = |at: Span| {
        if text.len() as u64 <= TOML {
            return read_whole(text);
        }
        let most = TOML / MIB;
        let what = format!("in a file larger than {most} MiB, each table is an entry of a list");
        refused(
            at,
            what,
            "write it as `[[…]]`, or next to the entry it is in",
        )
    };
    let Pieces { head, entries } = match pieces(text) {
        Ok(pieces) => pieces,
        Err(Whole::Table(at)) => return at_once(at),
        Err(Whole::Values(at)) => {
            let what = format!("before this one, this file has {VALUES} values");
            return refused(at, what, "leave out what the map doesn't need");
        }
    };
    let pieces = std::iter::once(&head).chain(entries.iter().map(|(_, at)| at));
    if let Some(at) = pieces.into_iter().find(|at| at.len() as u64 > TOML) {
        let what = format!("what starts here is longer than {} MiB", TOML / MIB);
        let help = "close its brackets and quotation marks, or make several entries of it";
        return refused(at.start..at.start + 1, what, help);
    }
    let (mut root, mut errors) = parse(text, &head);
    if let Some((_, at)) = entries
        .iter()
        .find(|(list, _)| root.get_ref().contains_key(*list))
    {
        return at_once(at.clone());
    }
    let mut seen = BTreeSet::new();
    let (firsts, others): (Vec<_>, Vec<_>) = entries
        .into_iter()
        .partition(|(list, _)| seen.insert(*list));
    for (_, at) in &firsts {
        let (entry, more) = parse(text, at);
        errors.extend(more);
        root.get_mut().extend(entry.into_inner());
    }
    let mut root = deserialize::<T>(text, root);
    if let Ok(Field::Given { value, .. }) = &mut root {
        let batches = batches(&others).map(|batch| read_batch::<T>(text, batch));
        for Entry {
            entries,
            errors: more,
        } in batches.flatten()
        {
            if errors.len() >= PROBLEMS {
                break;
            }
            errors.extend(more);
            entries.into_iter().for_each(|entry| value.value.add(entry));
        }
    }
    // Where syntax is broken, an entry by itself can be read otherwise than after the others.
    if !errors.is_empty() && text.len() as u64 <= TOML {
        return read_whole(text);
    }
    Read { root, errors }
}

/// Parts entries into batches of so many bytes, or of one entry that is larger.
fn batches<'a, 'b>(mut entries: &'a [Piece<'b>]) -> impl Iterator<Item = &'a [Piece<'b>]> {
    iter::from_fn(move || {
        let first = entries.first()?.1.start;
        let fit = entries.partition_point(|(_, at)| at.end <= first + BATCH);
        let batch;
        (batch, entries) = entries.split_at(fit.max(1));
        Some(batch)
    })
}

/// Reads a batch in order, a part of it on each core.
fn read_batch<T: EntryFile>(text: &str, batch: &[Piece]) -> Vec<Entry<T::Entry>> {
    let read = |part: &[Piece]| -> Vec<_> {
        let part = part.iter();
        part.map(|piece| read_entry::<T>(text, piece)).collect()
    };
    let bytes = batch.iter().map(|(_, at)| at.len()).sum::<usize>();
    if bytes < ALONE {
        return read(batch);
    }
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let mut parts = batch.chunks(batch.len().div_ceil(cores));
        let own = parts.next().unwrap_or_default();
        let others: Vec<_> = parts.map(|part| scope.spawn(move || read(part))).collect();
        let mut entries = read(own);
        for other in others {
            entries.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        entries
    })
}

fn read_entry<T: EntryFile>(text: &str, (list, at): &Piece) -> Entry<T::Entry> {
    let (table, errors) = parse(text, at);
    let mut entries = Vec::new();
    for (_, values) in table.into_inner() {
        if let DeValue::Array(values) = values.into_inner() {
            let read = |value: Spanned<DeValue>| T::entry(list, value.into());
            entries.extend(values.into_iter().filter_map(read));
        }
    }
    Entry { entries, errors }
}

fn deserialize<T: DeserializeOwned>(
    text: &str,
    root: Spanned<DeTable>,
) -> Result<Field<T>, Box<Problem>> {
    let root = Field::deserialize(toml::Deserializer::from(root));
    root.map_err(|error| Box::new(syntax::problem(text, &error)))
}

/// Parses a piece of a file, with the places in the file of all that is in it.
fn parse<'a>(text: &'a str, at: &Span) -> (Spanned<DeTable<'a>>, Vec<Problem>) {
    let piece = &text[at.clone()];
    let (table, errors) = DeTable::parse_recoverable(piece);
    let mut errors = syntax::problems(piece, table.get_ref(), &errors);
    errors.truncate(PROBLEMS);
    for error in &mut errors {
        error.at = error.at.start + at.start..error.at.end + at.start;
    }
    let root = table.span();
    let table = moved_table(table.into_inner(), at.start);
    (Spanned::new(root, table), errors)
}

fn moved_table(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    if by == 0 {
        return table;
    }
    let keys = table.into_iter().map(|(key, value)| {
        let at = moved(key.span(), by);
        (Spanned::new(at, key.into_inner()), moved_value(value, by))
    });
    keys.collect()
}

fn moved_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let at = moved(value.span(), by);
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved_table(table, by)),
        DeValue::Array(items) => DeValue::Array(
            items
                .into_iter()
                .map(|item| moved_value(item, by))
                .collect(),
        ),
        other => other,
    };
    Spanned::new(at, value)
}

fn moved(at: Span, by: usize) -> Span {
    at.start + by..at.end + by
}

//! What a region file says of data that people have: areas and days of a map in files of shapes, events in tables; and
//! base maps from files of shapes.
//!
//! Room rules: nothing of terminals. Files are read through [`file`](crate::file); what is made is handed back, not written.

mod actors;
mod areas;
pub mod basemap;
mod columns;
mod entry;
mod events;
mod holder;
mod layers;
mod names;

use std::path::{Component, Path, PathBuf};

use crate::{
    atlas::{Date, bidi},
    diagnostics::{clean, steers},
    file::{self, comment, string},
    geo::{
        Basemap,
        dated_name::date_in,
        formats::{self, Feature},
    },
};

use actors::Actors;
pub use columns::Columns;
use entry::Entry;
use names::Names;

/// What is known beforehand of the map that the entries are for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The name of its base map: with one, the keys at the top of a region file are printed too.
    pub basemap: Option<String>,
    /// Its date, unless it is to be the newest of the data.
    pub as_of: Option<Date>,
    /// The property that names who holds an area.
    pub actor_property: Option<String>,
    /// The columns of a table of events.
    pub columns: Columns,
}

/// Entries of a region file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub toml: String,
    /// What was left out or guessed, for people to know.
    pub notes: Vec<String>,
}

/// The reasons why nothing is printed: all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Files that can't be read.
    Unreadable(Vec<String>),
    /// Files that can be read, and of which no entries can be made as they are.
    Unfit(Vec<String>),
}

/// A file of shapes, as a region file names it.
struct Shapes {
    name: String,
    features: Vec<Feature>,
    /// The day that its name carries.
    date: Option<(Date, std::ops::Range<usize>)>,
}

/// Entries that grow file by file, in the order in which they are printed.
struct Draft {
    names: Names,
    actors: Actors,
    /// Sources have ids of their own.
    source_names: Names,
    sources: String,
    places: String,
    claims: String,
    newest: Option<Date>,
    notes: Vec<String>,
}

/// Reads files of shapes and tables of events into the entries of a region file.
pub fn import(files: &[PathBuf], asked: &Asked) -> Result<Imported, Refusal> {
    let base = asked.basemap.as_deref().map(file::open_basemap).transpose();
    let mut unreadable: Vec<String> = base.as_ref().err().cloned().into_iter().collect();
    let (mut shapes, mut tables) = (Vec::new(), Vec::new());
    for path in files {
        match read(path) {
            Ok(Data::Shapes(file)) => shapes.push(file),
            Ok(Data::Table(name, bytes)) => tables.push((name, bytes)),
            Err(why) => unreadable.push(why),
        }
    }
    let base = match base {
        Ok(base) if unreadable.is_empty() => base,
        _ => return Err(Refusal::Unreadable(unreadable)),
    };
    let mut draft = Draft::beside(base.as_ref());
    let mut unfit = Vec::new();
    let (dated, undated): (Vec<_>, Vec<_>) =
        shapes.into_iter().partition(|file| file.date.is_some());
    unfit.extend(layers::add(&dated, asked, &mut draft));
    unfit.extend(areas::add(&undated, asked, &mut draft));
    for (name, bytes) in &tables {
        unfit.extend(events::add(name, bytes, asked, base.as_ref(), &mut draft).err());
    }
    let head = asked
        .basemap
        .as_deref()
        .map(|basemap| head(basemap, asked.as_of.or(draft.newest)));
    if let Some(Err(why)) = &head {
        unfit.push(why.clone());
    }
    if unfit.is_empty() {
        Ok(draft.printed(&head.and_then(Result::ok).unwrap_or_default()))
    } else {
        Err(Refusal::Unfit(unfit))
    }
}

/// A file by what is in it.
enum Data {
    Shapes(Shapes),
    /// Its name, and its bytes.
    Table(String, Vec<u8>),
}

fn read(path: &Path) -> Result<Data, String> {
    let name = name_from_here(path)?;
    if matches!(formats::extension(&name).as_str(), "csv" | "tsv") {
        let bytes = file::ordinary_file(path, formats::limits::BYTES)?;
        return Ok(Data::Table(name, bytes));
    }
    let own = name.rfind('/').map_or(0, |slash| slash + 1);
    let date = date_in(&name[own..]);
    Ok(Data::Shapes(Shapes {
        features: file::features(path)?,
        date: date.map(|(date, at)| (date, at.start + own..at.end + own)),
        name,
    }))
}

/// The path of a file as a region file in this folder names it.
fn name_from_here(path: &Path) -> Result<String, String> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    let names = parts.map(|part| match part {
        Component::Normal(name) => name.to_str().filter(|name| !name.contains(steers)),
        _ => None,
    });
    let names: Option<Vec<&str>> = names.collect();
    names.map(|names| names.join("/")).ok_or_else(|| {
        let path = clean(&path.to_string_lossy());
        format!("{path} can't be named by a region file here: go to the folder of the region file, with the data in it or below it")
    })
}

/// The keys at the top of a region file.
fn head(basemap: &str, as_of: Option<Date>) -> Result<String, String> {
    let as_of = as_of.ok_or("no file has a date: give that of the map with `--as-of`")?;
    let mut head = Entry::top();
    head.key("format", &file::wire::FORMAT.to_string());
    head.text("title", "A map").decide("what the map is called");
    head.text("basemap", basemap);
    head.key("as_of", &entry::date(as_of));
    Ok(head.into())
}

impl Draft {
    /// An empty one, in which no id is one of the base map's.
    fn beside(base: Option<&Basemap>) -> Self {
        let outlines = base.iter().flat_map(|base| &base.outlines);
        Self {
            names: Names::without(outlines.map(|outline| outline.id.as_str()).chain(["map"])),
            actors: Actors::default(),
            source_names: Names::default(),
            sources: String::new(),
            places: String::new(),
            claims: String::new(),
            newest: None,
            notes: Vec::new(),
        }
    }

    /// Notes a date that the data is of.
    fn note_date(&mut self, date: Date) {
        self.newest = self.newest.max(Some(date));
    }

    /// Adds the source that a file of shapes is, and returns its id.
    fn add_source(&mut self, id: &str, title: &str) -> String {
        let id = self.source_names.free(id, "source");
        let mut source = Entry::table("source");
        source.text("id", &id);
        source.text("title", title).decide("who drew it");
        source.open("publisher", "…", "who published it");
        source.open("url", "…", "where it can be found");
        self.sources += &String::from(source);
        id
    }

    fn printed(self, head: &str) -> Imported {
        let open = [&self.sources, &self.places, &self.claims]
            .iter()
            .any(|part| part.contains("# decide:"));
        let mut toml = head.to_owned();
        if open {
            toml += &format!("\n{}", comment("What is marked `decide` is left to you."));
        }
        toml += &self.sources;
        toml += &self.actors.entries();
        toml += &self.places;
        toml += &self.claims;
        Imported {
            toml: toml.trim_start_matches('\n').to_owned(),
            notes: self.notes,
        }
    }
}

/// A text from data as it can stand in a region file: on one line, with nothing in it that isn't seen; `None` if nothing
/// is left.
fn fit(text: &str) -> Option<String> {
    let text = clean(text)
        .replace(crate::atlas::quote::is_idle, "")
        .replace(bidi::MARKS, "");
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The start of a text, as short as it has to be.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}

/// A table of TOML in one line.
fn inline(pairs: &[(String, String)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{} = {value}", string(key)))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

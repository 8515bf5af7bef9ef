//! Entries of a region file for data that people have: areas and days of a map in files of shapes, events in tables;
//! and base maps from files of shapes.
//!
//! Room rules: nothing of terminals. Files are read through [`crate::file`]; what is made is handed back, not written.

mod actors;
mod areas;
pub mod basemap;
mod draft;
mod events;
mod files;
mod holder;
mod layers;
mod names;
mod shapes;

use std::path::{Component, Path, PathBuf};

use crate::{
    atlas::Date,
    diagnostics::{clean, steers},
    file::{
        self,
        entry::{self, Entry},
    },
    geo::{dated_name::Order, formats},
};

pub use crate::file::events::Columns;
use draft::Draft;
pub(crate) use names::Names;
use shapes::Shapes;

/// Everything that is known beforehand of the map that the entries are for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The name of its base map: with one, the keys at the top of a region file are printed too.
    pub basemap: Option<String>,
    /// Its date, unless it is to be that of the newest layer, or of the newest event where there are no layers.
    pub as_of: Option<Date>,
    /// The property that names who holds an area.
    pub actor_property: Option<String>,
    /// The name of the one who holds all areas, instead of such a property.
    pub actor: Option<String>,
    /// The layer of files that have several.
    pub layer: Option<String>,
    /// The columns of a table of events.
    pub columns: Columns,
}

/// Entries of a region file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Tables to be put into a region file; with the keys at its top, a region file of their own.
    pub toml: String,
    /// Remarks on what was left out or guessed, for people to know.
    pub notes: Vec<String>,
}

/// The reasons why nothing is printed: all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Files that can't be read.
    Unreadable(Vec<String>),
    /// Names that were asked for and that nothing has.
    Misnamed(Vec<String>),
    /// Files that can be read, and of which no entries can be made as they are.
    Unfit(Vec<String>),
}

/// Reads files of shapes and tables of events into the entries of a region file.
pub fn import(files: &[PathBuf], asked: &Asked) -> Result<Imported, Refusal> {
    let base = asked.basemap.as_deref();
    let base = base.map(|name| file::open_basemap(name, Path::new(".")));
    let base = base.transpose();
    let mut unreadable: Vec<String> = base.as_ref().err().cloned().into_iter().collect();
    let (mut shapes, mut tables) = (Vec::new(), Vec::new());
    let files = match files::all(files) {
        Ok(files) => files,
        Err(why) => {
            unreadable.extend(why);
            Vec::new()
        }
    };
    let names = files.iter().filter_map(|path| path.file_name()?.to_str());
    let names: Vec<&str> = names.collect();
    let order = Order::of(&names);
    for path in &files {
        match read(path, order, asked.layer.as_deref()) {
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
    let whose = match (&asked.actor, &asked.actor_property) {
        (Some(actor), _) => Whose::Actor(actor),
        (None, Some(property)) => Whose::Property(property),
        (None, None) => Whose::ToBeFound,
    };
    unfit.extend(layers::add(&dated, whose, &mut draft));
    unfit.extend(areas::add(&undated, whose, &mut draft));
    for (name, bytes) in &tables {
        unfit.extend(events::add(name, bytes, &asked.columns, base.as_ref(), &mut draft).err());
    }
    let head = asked
        .basemap
        .as_deref()
        .map(|basemap| head(basemap, asked.as_of.or_else(|| draft.newest())));
    // Where a file can't be used, its date is not what is missing.
    if let (Some(Err(why)), true) = (&head, unfit.is_empty()) {
        unfit.push(why.clone());
    }
    if unfit.is_empty() {
        Ok(Imported {
            toml: draft.printed(&head.and_then(Result::ok).unwrap_or_default()),
            notes: draft.notes,
        })
    } else {
        Err(Refusal::Unfit(unfit))
    }
}

/// The way to tell whose areas are.
#[derive(Clone, Copy, Debug)]
enum Whose<'a> {
    /// They are all of the one who is called so.
    Actor(&'a str),
    /// The property of this name.
    Property(&'a str),
    /// A property with one of the usual names.
    ToBeFound,
}

/// A file by what is in it.
enum Data {
    Shapes(Shapes),
    /// Its name, and its bytes.
    Table(String, Vec<u8>),
}

fn read(path: &Path, order: Order, layer: Option<&str>) -> Result<Data, String> {
    let name = name_from_here(path)?;
    if matches!(formats::extension(&name).as_str(), "csv" | "tsv") {
        let bytes = file::ordinary_file(path, crate::limits::GEODATA)?;
        return Ok(Data::Table(name, bytes));
    }
    Shapes::read(path, name, order, layer).map(Data::Shapes)
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

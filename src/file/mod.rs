//! A region file and what it names, read into an atlas and its map, or into every problem there is.
//!
//! Room rules: nothing of terminals.
//!
//! [`TomlFile`](crate::diagnostics::TomlFile) → `wire` (what may be written, each value with its place) → `lower` (what makes sense) → atlas.
//! No step stops at its first problem.

mod area_file;
mod areas;
mod article;
mod basemap;
mod check;
mod dated_areas;
pub(crate) mod entry;
pub mod events;
mod folder;
mod geodata;
mod ids;
mod layers;
mod lower;
mod overlap;
mod prepared;
pub(crate) mod schema;
mod seal;
mod spans;
mod warnings;
pub(crate) mod wire;
mod write;

pub use article::{Article, Refusal};
pub use basemap::{basemap, basemap_in, open_basemap};
pub use folder::RegionFile;
pub use geodata::{features, files_in, ordinary_file};
pub use ids::MAP;
pub(crate) use lower::excess;
pub use lower::sha256;
pub use seal::seal;
pub use warnings::Held;
pub use wire::schema;
pub(crate) use write::{comment, string};

use crate::{atlas::Atlas, diagnostics::Diagnostics, geo::Map};
pub use prepared::Prepared;
use spans::Spans;

/// A region file that gives a map.
#[derive(Debug)]
pub struct Document {
    /// The claims and all that they are about, with their quotations looked up.
    pub atlas: Atlas,
    /// The areas of the regions, by the ids of the atlas, on the base map that the file names.
    pub map: Map,
    /// Quotations that are not found: `check` fails, the claims count for nothing, and the map opens.
    pub unproved: Diagnostics,
    spans: Spans,
}

/// The map of a region file, to be shown: a [`Document`] without what only checking needs.
#[derive(Debug)]
pub struct MapToShow {
    /// The claims and all that they are about.
    pub atlas: Atlas,
    /// The areas of the regions.
    pub map: Map,
    /// Quotations that are not found.
    pub unproved: Option<Diagnostics>,
}

impl From<Document> for MapToShow {
    fn from(document: Document) -> Self {
        Self {
            atlas: document.atlas,
            map: document.map,
            unproved: Some(document.unproved),
        }
    }
}

/// Reads a region file as [`load`] does, to show it; the one that comes with the program is prepared for that.
pub fn open(file: &RegionFile) -> Result<MapToShow, Diagnostics> {
    match Prepared::of(file).and_then(Prepared::map) {
        Some((atlas, map)) => Ok(MapToShow {
            atlas,
            map,
            unproved: None,
        }),
        None => load(file).map(MapToShow::from),
    }
}

/// Reads a region file and all that it names, or finds everything that is wrong with it.
pub fn load(file: &RegionFile) -> Result<Document, Diagnostics> {
    let (areas, poles) = Prepared::of(file)
        .map(|prepared| (prepared.areas, prepared.poles))
        .unwrap_or_default();
    let (lowered, report) = file.toml.read_entries(|root, check, lines| {
        lower::lower(root, lines, &file.folder, (areas, poles), check)
    });
    match lowered {
        Some((atlas, map, spans))
            if report
                .problems
                .iter()
                .all(|problem| problem.code.leaves_a_map()) =>
        {
            Ok(Document {
                atlas,
                map,
                unproved: report,
                spans,
            })
        }
        _ => Err(report),
    }
}

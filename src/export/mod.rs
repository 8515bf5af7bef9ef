//! The same atlas, scene and captions on other media than the screen: a file a format.
//!
//! A format is an [`Exporter`] and a row of [`FORMATS`]; the command line takes it from there. Citations are of one
//! claim, and apart.
//!
//! Room rules: nothing of terminals, but for the escape sequences that `ansi` is made of.

pub mod annotations;
mod ansi;
mod both;
mod brief;
pub mod cells;
pub mod citation;
mod claim_ids;
pub mod csv;
pub mod diff;
mod ending;
mod exported;
mod geojson;
pub mod json;
mod kml;
mod page;
mod place_state;
#[cfg(feature = "pictures")]
pub mod png;
mod qgis;
mod save;
mod svg;
mod text;
mod tone;
mod vector;
mod write;
mod xml;

use std::fmt;

pub use self::{
    csv::{Claims, Events, Shares, States},
    geojson::GeoJson,
};
pub use annotations::Annotations;
pub use ansi::AnsiText;
pub use brief::Brief;
pub use ending::{OtherFormat, check as check_ending};
use exported::tenths;
pub use exported::{Exported, Noted, Plot};
pub use json::Json;
pub use kml::Kml;
pub use page::Html;
#[cfg(feature = "pictures")]
pub use png::Png;
pub use qgis::QgisStyle;
pub use save::{Unsaved, save, save_folder};
pub use svg::Svg;
pub use text::Text;
pub use write::{Unwritten, Written, write};

/// Every format, in the order of the help.
pub const FORMATS: &[&dyn Exporter] = &[
    &Text,
    &AnsiText,
    &Brief,
    &Claims,
    &States,
    &Shares,
    &Events,
    &Json,
    &GeoJson,
    &QgisStyle,
    &Kml,
    &Annotations,
    &Svg,
    #[cfg(feature = "pictures")]
    &Png,
    &Html,
];

/// The names of the formats that are coloured by a lens.
pub const COLOURED: &[&str] = &["svg", "png", "html", "geojson", "kml"];

/// The names of the formats that the filter acts on: the first three highlight its places, the others have those alone.
pub const FILTERED: &[&str] = &[
    "svg", "png", "html", "geojson", "kml", "states", "events", "md",
];

/// A format that a map can be exported in.
pub trait Exporter: fmt::Debug + Sync {
    /// The word for it on the command line.
    fn name(&self) -> &'static str;

    /// A line of help.
    fn about(&self) -> &'static str;

    /// The ends that names of its files have, without the dot and in lower case; at least one.
    fn endings(&self) -> &'static [&'static str];

    /// The type of the bytes, as in `Content-Type`.
    fn media_type(&self) -> &'static str;

    /// Makes the bytes of the whole file.
    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError>;

    /// Returns `true` if it can be of a [`Plot`] instead of the map.
    fn plots(&self) -> bool {
        false
    }

    /// Returns `true` if it shows every date up to the one that is exported, not that one alone.
    fn is_of_all_dates(&self) -> bool {
        false
    }

    /// Says what is not in the file for want of something, if anything: lower case, no full stop.
    fn left_out(&self, _exported: &Exported) -> Option<String> {
        None
    }
}

/// The reason why a map can't be exported.
#[derive(Debug)]
pub enum ExportError {
    /// It can't be written as JSON.
    Json(serde_json::Error),
    /// It can't be written as CSV.
    Csv(::csv::Error),
    /// It can't be drawn in pixels.
    Picture,
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the map can't be written as JSON: {error}"),
            Self::Csv(error) => write!(f, "the map can't be written as CSV: {error}"),
            Self::Picture => f.write_str("the map can't be drawn in pixels"),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<::csv::Error> for ExportError {
    fn from(error: ::csv::Error) -> Self {
        Self::Csv(error)
    }
}

/// The format with that name.
pub fn format(name: &str) -> Option<&'static dyn Exporter> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

#[cfg(test)]
mod round_trip;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::Date,
        file::{self, Document, RegionFile},
    };

    #[test]
    fn every_format_is_found_by_its_name_and_says_what_it_is() {
        for &wanted in FORMATS {
            let found = format(wanted.name()).expect("a format");
            assert_eq!(found.about(), wanted.about());
            assert!(wanted.media_type().contains('/'));
            assert!(!wanted.about().ends_with('.'));
        }
        assert!(format("pdf").is_none());
    }

    #[test]
    fn what_is_switched_off_or_later_is_not_exported() {
        let Document { atlas, map, .. } = file::load(&RegionFile::builtin()).expect("a map");
        let count = |at: Option<Date>, without: &[&str]| {
            let off = without.iter().filter_map(|id| atlas.switch(id)).collect();
            Exported::new(&atlas, &map, at, &off).claims().count()
        };
        let all = atlas.claims.len();
        assert_eq!(count(None, &[]), all);
        assert!(count(None, &["inferred"]) < all);
        assert_eq!(count("1900".parse().ok(), &[]), 0);
    }
}

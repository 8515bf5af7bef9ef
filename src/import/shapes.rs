//! Files of shapes, as far as entries are made from them.

use std::{collections::BTreeMap, ops::Range, path::Path};

use crate::{
    atlas::Date,
    file,
    geo::{
        dated_name::{Order, date_in},
        formats::{self, Feature, GeodataError},
        polygons,
    },
};

/// A file of shapes without the shapes: of a year of days there would be too many to keep.
pub struct Shapes {
    /// As a region file names it.
    pub name: String,
    /// The day that its name carries, and where.
    pub date: Option<(Date, Range<usize>)>,
    /// The layer that is read of it, where it may have several.
    pub layer: Option<String>,
    /// The properties of each area in it.
    pub areas: Vec<BTreeMap<String, String>>,
    /// The fault that keeps all of it from being one area; not looked for in one day of many.
    pub fault: Option<GeodataError>,
}

impl Shapes {
    /// Reads a file, of one layer where it has several.
    pub fn read(
        path: &Path,
        name: String,
        order: Order,
        layer: Option<&str>,
    ) -> Result<Self, String> {
        let features = file::features(path, layer)?;
        let own = name.len() - own(&name).len();
        let date = date_in(&name[own..], order);
        let date = date.map(|(date, at)| (date, at.start + own..at.end + own));
        let whole = || polygons::area(&features).err();
        let fault = if date.is_some() { None } else { whole() };
        let areas = features.into_iter().filter(Feature::is_area);
        let may_have_layers = matches!(formats::extension(&name).as_str(), "json" | "topojson");
        Ok(Self {
            name,
            date,
            layer: layer.filter(|_| may_have_layers).map(str::to_owned),
            fault,
            areas: areas.map(|feature| feature.properties).collect(),
        })
    }
}

/// The name of a file without its folder.
pub fn own(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, own)| own)
}

//! The arguments of the commands that start from geodata.

use std::path::PathBuf;

use whoholds::{
    atlas::Date,
    diagnostics::fit,
    import::{Asked, Columns, basemap::Wanted},
};

/// The arguments of `import`: files, and how they are to be read.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// Files in GeoJSON, TopoJSON, KML, KMZ, Shapefile or CSV, or folders of them; a date in each name makes them the
    /// days of one map
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print the keys at the top of a region file as well, with this base map
    #[arg(long, value_name = "MAP")]
    pub base_map: Option<String>,
    /// The date of the map [default: that of the newest layer, or of the newest event]
    #[arg(long, value_name = "DATE", requires = "base_map")]
    pub as_of: Option<Date>,
    /// The property of shapes that names who holds them [default: found by its name and its few values]
    #[arg(long, value_name = "NAME")]
    pub actor_property: Option<String>,
    /// The name of the one who holds all that the shapes draw, where no property says so
    #[arg(long = "actor", value_name = "NAME", conflicts_with = "actor_property")]
    pub holder: Option<String>,
    /// The layer of TopoJSON files that have several
    #[arg(long, value_name = "NAME")]
    pub layer: Option<String>,
    #[command(flatten)]
    pub columns: EventColumns,
}

impl From<&Import> for Asked {
    fn from(given: &Import) -> Self {
        Self {
            basemap: given.base_map.clone(),
            as_of: given.as_of,
            actor_property: given.actor_property.clone(),
            actor: given.holder.clone(),
            layer: given.layer.clone(),
            columns: (&given.columns).into(),
        }
    }
}

/// The columns of a table of events; those of ACLED and UCDP GED are found.
#[derive(Debug, clap::Args)]
pub struct EventColumns {
    /// The column with the days of events [default: found by its name, as are the others]
    #[arg(long = "date-column", value_name = "NAME")]
    date: Option<String>,
    /// The column with the names of places
    #[arg(long = "place-column", value_name = "NAME")]
    place: Option<String>,
    /// The column with latitudes
    #[arg(long = "latitude-column", value_name = "NAME")]
    latitude: Option<String>,
    /// The column with longitudes
    #[arg(long = "longitude-column", value_name = "NAME")]
    longitude: Option<String>,
    /// The column with actors
    #[arg(long = "actor-column", value_name = "NAME")]
    actor: Option<String>,
    /// The column with what happened, in words
    #[arg(long = "note-column", value_name = "NAME")]
    note: Option<String>,
    /// The column with who reported it
    #[arg(long = "source-column", value_name = "NAME")]
    source: Option<String>,
}

impl From<&EventColumns> for Columns {
    fn from(given: &EventColumns) -> Self {
        Self {
            date: given.date.clone(),
            place: given.place.clone(),
            latitude: given.latitude.clone(),
            longitude: given.longitude.clone(),
            actor: given.actor.clone(),
            note: given.note.clone(),
            source: given.source.clone(),
        }
    }
}

/// The files that a base map is made from.
#[derive(Debug, clap::Args)]
pub struct Ground {
    /// Files with the units of the country, in GeoJSON, TopoJSON, KML, KMZ or Shapefile
    #[arg(required = true, value_name = "FILE")]
    units: Vec<PathBuf>,
    /// The property with the ids of units; shapes with one id are one unit [default: found by its name]
    #[arg(long, value_name = "NAME")]
    id_property: Option<String>,
    /// The property with the names of units [default: found by its name]
    #[arg(long, value_name = "NAME")]
    name_property: Option<String>,
    /// What a unit is, in a word, such as `province` [default: found where a property says so]
    #[arg(long, value_name = "WORD")]
    kind: Option<String>,
    /// The layer of TopoJSON files that have several
    #[arg(long, value_name = "NAME")]
    layer: Option<String>,
    /// A file with the countries around, as areas
    #[arg(long, value_name = "FILE")]
    neighbours: Option<PathBuf>,
    /// A file with rivers, as lines
    #[arg(long, value_name = "FILE")]
    rivers: Option<PathBuf>,
    /// A file with lakes, as areas
    #[arg(long, value_name = "FILE")]
    lakes: Option<PathBuf>,
    /// A file with towns, as points
    #[arg(long, value_name = "FILE")]
    towns: Option<PathBuf>,
    /// The grid that points are moved to, in degrees [default: a 5000th of the longer side of the country]
    #[arg(long, value_name = "DEGREES")]
    grid: Option<f64>,
}

impl From<&Ground> for Wanted {
    fn from(given: &Ground) -> Self {
        Self {
            units: given.units.clone(),
            id_property: given.id_property.clone(),
            name_property: given.name_property.clone(),
            kind: given.kind.as_deref().and_then(fit),
            layer: given.layer.clone(),
            neighbours: given.neighbours.clone(),
            rivers: given.rivers.clone(),
            lakes: given.lakes.clone(),
            towns: given.towns.clone(),
            grid: given.grid,
        }
    }
}

//! The sample atlas on a map of four squares.

use ::geo::MultiPolygon;

pub use crate::atlas::sample::{
    AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST,
};
use crate::{
    atlas::{Atlas, sample, state::Snapshot},
    caption::Captions,
    geo::{Basemap, Map, algebra},
};

pub struct Sample {
    pub atlas: Atlas,
    pub map: Map,
    pub snapshot: Snapshot,
}

impl Sample {
    pub fn new() -> Self {
        Self::at("2026-01-28")
    }

    pub fn at(date: &str) -> Self {
        let (atlas, map) = (sample::atlas(), map());
        let snapshot = Snapshot::at(&atlas, date.parse().expect("a date"));
        Self {
            atlas,
            map,
            snapshot,
        }
    }

    pub fn captions(&self) -> Captions<'_> {
        Captions {
            atlas: &self.atlas,
            map: &self.map,
            snapshot: &self.snapshot,
        }
    }
}

/// The south-western corners of the units, a degree wide and high.
const UNITS: [(&str, f64, f64); 4] = [
    ("NW", 36.0, 35.0),
    ("NE", 37.0, 35.0),
    ("SW", 36.0, 34.0),
    ("SE", 37.0, 34.0),
];

fn square(x: f64, y: f64) -> Vec<[f64; 2]> {
    vec![
        [x, y],
        [x + 1.0, y],
        [x + 1.0, y + 1.0],
        [x, y + 1.0],
        [x, y],
    ]
}

fn map() -> Map {
    on(UNITS.map(|(_, x, y)| square(x, y)))
}

/// A map of regions with these outlines on the four squares.
pub fn on(rings: impl IntoIterator<Item = Vec<[f64; 2]>>) -> Map {
    let features = UNITS.map(|(id, x, y)| {
        let ring = format!("{:?}", square(x, y));
        format!(
            r#"{{"type":"Feature","properties":{{"id":"{id}","name":"Unit {id}"}},
            "geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
        )
    });
    let units = format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    );
    let base = Basemap::read(|file| Ok((file == "units.geojson").then(|| units.clone())))
        .expect("a base map");
    let areas: Vec<MultiPolygon> = rings
        .into_iter()
        .map(|ring| algebra::ring(&ring).expect("a ring"))
        .collect();
    Map::new(base, areas).expect("few regions")
}

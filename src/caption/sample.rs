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

fn map() -> Map {
    let corners = [
        ("NW", 36.0, 35.0),
        ("NE", 37.0, 35.0),
        ("SW", 36.0, 34.0),
        ("SE", 37.0, 34.0),
    ];
    let square = |x: f64, y: f64| {
        [
            [x, y],
            [x + 1.0, y],
            [x + 1.0, y + 1.0],
            [x, y + 1.0],
            [x, y],
        ]
    };
    let features = corners.map(|(id, x, y)| {
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
    let areas: Vec<MultiPolygon> = corners
        .iter()
        .map(|&(_, x, y)| algebra::ring(&square(x, y)).expect("a ring"))
        .collect();
    Map::new(base, areas)
}

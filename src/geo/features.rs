//! GeoJSON feature collections of a known form, read straight into shapes.

use std::fmt;

use ::geo::{Coord, LineString, MultiPolygon, Polygon, Rect, coord};
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, SeqAccess, Visitor},
};

/// Features with properties `P` and geometries `G`.
#[derive(Debug, Deserialize)]
pub struct Collection<P, G> {
    bbox: Option<(f64, f64, f64, f64)>,
    pub features: Vec<Feature<P, G>>,
}

#[derive(Debug, Deserialize)]
pub struct Feature<P, G> {
    pub properties: P,
    pub geometry: G,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Area {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Way {
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Spot {
    Point(Position),
}

/// Longitude and latitude; a height is passed over.
#[derive(Debug)]
pub struct Position(pub Coord);

/// A text that is fit to be shown.
#[derive(Debug)]
pub struct Label(pub String);

impl<P, G> Collection<P, G> {
    /// Returns the frame that the features are taken from, where the file gives one.
    pub fn frame(&self) -> Option<Rect> {
        let corner = |x, y| coord! {x: x, y: y};
        self.bbox
            .map(|(west, south, east, north)| Rect::new(corner(west, south), corner(east, north)))
    }
}

impl From<Area> for MultiPolygon {
    fn from(area: Area) -> Self {
        match area {
            Area::Polygon(rings) => polygon(rings).into(),
            Area::MultiPolygon(parts) => parts.into_iter().map(polygon).collect(),
        }
    }
}

impl From<Way> for Vec<LineString> {
    fn from(way: Way) -> Self {
        match way {
            Way::LineString(line) => vec![self::line(line)],
            Way::MultiLineString(lines) => lines.into_iter().map(self::line).collect(),
        }
    }
}

fn polygon(rings: Vec<Vec<Position>>) -> Polygon {
    let mut rings = rings.into_iter().map(line);
    let exterior = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
    Polygon::new(exterior, rings.collect())
}

fn line(positions: Vec<Position>) -> LineString {
    positions.into_iter().map(|Position(at)| at).collect()
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;

        impl<'de> Visitor<'de> for Numbers {
            type Value = Position;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("longitude and latitude, in degrees")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let mut next = |n| {
                    seq.next_element()?
                        .ok_or_else(|| Error::invalid_length(n, &self))
                };
                let at: Coord = coord! {x: next(0)?, y: next(1)?};
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                if at.x.abs() <= 180.0 && at.y.abs() <= 90.0 {
                    Ok(Position(at))
                } else {
                    Err(Error::custom(format_args!(
                        "[{}, {}] is no longitude and latitude",
                        at.x, at.y
                    )))
                }
            }
        }

        deserializer.deserialize_seq(Numbers)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.chars().any(char::is_control) {
            return Err(Error::custom("a name has a control character"));
        }
        Ok(Self(text))
    }
}

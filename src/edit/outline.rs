//! Places drawn on the map: a point is a site, an outline goes round a region.

use std::fmt;

use ::geo::{Coord, Intersects, Line, coord, line_intersection::line_intersection};

use crate::{
    atlas::Position,
    geo::{Basemap, algebra},
};

use super::{
    entry::{Entry, NewArea, NewRegion},
    thing::{Kind, Thing, free, site},
};

/// Corners of an outline: nobody clicks more often.
const MOST: usize = 400;
/// Decimals of a degree beyond which nothing is told apart: about ten metres.
const FINEST: i32 = 4;

/// An outline while it is drawn, corner by corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline(Vec<Position>);

/// A place that is drawn, and not yet named.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// A site at a point.
    Point(Position),
    /// A region: the parts of some units within a ring.
    Ring {
        /// The ids of the units of which a part lies within.
        units: Vec<String>,
        /// The corners, in their order.
        ring: Vec<Position>,
    },
}

/// The reason why a corner, or an outline, is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misdrawn {
    /// A line of it would cross another, or run along it.
    Crosses,
    /// There is a corner already.
    Twice,
    /// There are as many corners as there may be.
    Full,
    /// There is no corner yet.
    Nothing,
    /// Two corners are neither a point nor an outline.
    TwoCorners,
    /// Nothing of the country is in it.
    Outside,
}

impl fmt::Display for Misdrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Crosses => f.write_str("that line would cross the outline"),
            Self::Twice => f.write_str("there is a corner already"),
            Self::Full => write!(f, "an outline has {MOST} corners at most"),
            Self::Nothing => f.write_str("set a point first"),
            Self::TwoCorners => {
                f.write_str("one point is a site, and an outline has three corners or more")
            }
            Self::Outside => f.write_str("nothing of the country lies in this outline"),
        }
    }
}

impl std::error::Error for Misdrawn {}

impl Outline {
    /// The corners so far.
    pub fn corners(&self) -> &[Position] {
        &self.0
    }

    /// Adds a corner, unless the line to it crosses the outline.
    pub fn add(&mut self, at: Position) -> Result<(), Misdrawn> {
        if self.0.contains(&at) {
            return Err(Misdrawn::Twice);
        }
        if self.0.len() == MOST {
            return Err(Misdrawn::Full);
        }
        if let Some(&last) = self.0.last() {
            self.check(last, at, 0)?;
        }
        self.0.push(at);
        Ok(())
    }

    /// Takes the last corner back; `false` where there is none.
    pub fn take_back(&mut self) -> bool {
        self.0.pop().is_some()
    }

    /// Closes the outline: one point is a site, three or more go round a region.
    pub fn close(&self, base: &Basemap) -> Result<Drawn, Misdrawn> {
        match self.0.as_slice() {
            [] => Err(Misdrawn::Nothing),
            &[at] => Ok(Drawn::Point(at)),
            [_, _] => Err(Misdrawn::TwoCorners),
            &[first, .., last] => {
                self.check(last, first, 1)?;
                let corners: Vec<[f64; 2]> = self.0.iter().map(|at| [at.lon, at.lat]).collect();
                let ring = algebra::ring(&corners).map_err(|_| Misdrawn::Crosses)?;
                let part = |shape| algebra::intersection([shape], [&ring]);
                let is_inside = |shape| {
                    ring.intersects(shape) && part(shape).is_ok_and(|part| !part.0.is_empty())
                };
                let units = base.units.iter().filter(|unit| is_inside(&unit.shape));
                let units: Vec<String> = units.map(|unit| unit.id.clone()).collect();
                if units.is_empty() {
                    return Err(Misdrawn::Outside);
                }
                let ring = self.0.clone();
                Ok(Drawn::Ring { units, ring })
            }
        }
    }

    /// Tells whether a line from the last corner keeps apart from the lines of the outline but the first few and the one
    /// that it goes on from.
    fn check(&self, from: Position, to: Position, skip: usize) -> Result<(), Misdrawn> {
        let line = Line::new(point(from), point(to));
        let mut lines = self.0.windows(2).skip(skip);
        let before = self.0.len().saturating_sub(2 + skip);
        let crosses = lines.by_ref().take(before).any(|ends| {
            let other = Line::new(point(ends[0]), point(ends[1]));
            line_intersection(line, other).is_some()
        });
        // Back along the line that it goes on from.
        let back = self.0.iter().rev().nth(1).is_some_and(|&before| {
            let other = Line::new(point(before), point(from));
            other.intersects(&point(to)) || line.intersects(&point(before))
        });
        if crosses || back {
            Err(Misdrawn::Crosses)
        } else {
            Ok(())
        }
    }
}

impl Drawn {
    /// The place by its name: a kind of site is read from it, and an id made of it.
    pub fn named(self, name: &str, taken: &[String]) -> Thing {
        match self {
            Self::Point(at) => site(name, at, taken),
            Self::Ring { units, ring } => {
                let id = free(taken, name, "region");
                let region = NewRegion {
                    id: id.clone(),
                    name: name.to_owned(),
                    area: NewArea::Within { units, ring },
                };
                Thing {
                    id,
                    name: name.to_owned(),
                    kind: Kind::Region,
                    new: Some(Entry::Region(region)),
                }
            }
        }
    }
}

/// Tells that some corner lies outside the country.
pub fn is_outside(base: &Basemap, corners: &[Position]) -> bool {
    corners.iter().any(|&at| base.unit_at(point(at)).is_none())
}

/// A point to as many decimals as a cell of that many degrees can tell.
pub fn to_scale(at: Position, cell: f64) -> Position {
    let decimals = (-cell.log10()).ceil().clamp(0.0, f64::from(FINEST));
    let steps = 10_f64.powf(decimals);
    // Adding nothing turns a negative nothing into a plain one.
    let rounded = |degrees: f64| (degrees * steps).round() / steps + 0.0;
    Position {
        lat: rounded(at.lat),
        lon: rounded(at.lon),
    }
}

fn point(at: Position) -> Coord {
    coord! { x: at.lon, y: at.lat }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::file;

    fn at(lon: f64, lat: f64) -> Position {
        Position { lat, lon }
    }

    fn drawn(corners: &[(f64, f64)]) -> Result<Outline, Misdrawn> {
        let mut outline = Outline::default();
        let add = |&(lon, lat): &(f64, f64)| outline.add(at(lon, lat));
        corners.iter().try_for_each(add)?;
        Ok(outline)
    }

    #[test]
    fn one_point_is_a_site_and_three_corners_are_a_region() {
        let base = file::open_basemap("syria", std::path::Path::new("")).expect("a base map");
        let close = |corners: &[(f64, f64)]| drawn(corners)?.close(&base);
        assert_eq!(close(&[]), Err(Misdrawn::Nothing));
        assert_eq!(close(&[(38.0, 35.0)]), Ok(Drawn::Point(at(38.0, 35.0))));
        assert_eq!(
            close(&[(38.0, 35.0), (39.0, 35.0)]),
            Err(Misdrawn::TwoCorners)
        );
        let ring = close(&[(38.8, 35.8), (39.2, 35.8), (39.0, 36.1)]);
        let Ok(Drawn::Ring { units, .. }) = ring else {
            panic!("{ring:?}")
        };
        assert_eq!(units, ["SY-RA"]);
        let far = close(&[(10.0, 5.0), (11.0, 5.0), (11.0, 6.0)]);
        assert_eq!(far, Err(Misdrawn::Outside));
    }

    #[test]
    fn no_line_crosses_the_outline_or_runs_back_along_it() {
        let square = [(38.0, 35.0), (39.0, 35.0), (39.0, 36.0)];
        assert_eq!(drawn(&square).map(|it| it.corners().len()), Ok(3));
        let and = |last: (f64, f64)| drawn(&[square.as_slice(), &[last]].concat()).err();
        assert_eq!(and((38.0, 36.0)), None);
        assert_eq!(and((38.5, 34.0)), Some(Misdrawn::Crosses));
        assert_eq!(and((38.5, 35.0)), Some(Misdrawn::Crosses));
        assert_eq!(and((39.0, 35.5)), Some(Misdrawn::Crosses));
        assert_eq!(and((39.0, 34.0)), Some(Misdrawn::Crosses));
        assert_eq!(and((38.0, 35.0)), Some(Misdrawn::Twice));
    }

    #[test]
    fn a_point_has_the_decimals_that_a_cell_can_tell() {
        let to = |cell| to_scale(at(38.123_456_7, -0.000_001), cell);
        assert_eq!(to(1.0), at(38.0, 0.0));
        assert_eq!(to(0.2), at(38.1, 0.0));
        assert_eq!(to(0.004), at(38.123, 0.0));
        assert_eq!(to(1e-9), at(38.1235, 0.0));
        assert!(to(1.0).lat.is_sign_positive());
    }

    proptest! {
        #[test]
        fn what_can_be_closed_is_a_ring(
            corners in prop::collection::vec((0..12_i32, 0..12_i32), 0..12),
        ) {
            let base = crate::caption::sample::Sample::new().map.base;
            let mut outline = Outline::default();
            for (x, y) in corners {
                let _ = outline.add(at(f64::from(x), f64::from(y)));
            }
            if let Ok(Drawn::Ring { ring, .. }) = outline.close(&base) {
                let points: Vec<[f64; 2]> = ring.iter().map(|at| [at.lon, at.lat]).collect();
                prop_assert!(algebra::ring(&points).is_ok());
            }
        }
    }
}

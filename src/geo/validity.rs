//! The validity of polygons, as OGC Simple Feature Access has it: no ring crosses or touches itself, holes lie within
//! and apart, and so do the parts, which touch in points at most.
//!
//! The geo crate finds the same by comparing every edge with every other; here an R-tree finds those that are near.

use std::{collections::BTreeMap, fmt};

use ::geo::{
    MultiPolygon,
    line_intersection::{LineIntersection, line_intersection},
    validation::{CoordIndex, GeometryIndex, InvalidMultiPolygon, InvalidPolygon, RingRole},
};

use super::{
    edge_index::{Edge, EdgeIndex, Looks},
    edges::{Count, TooIntricate},
    ring::{Ring, is_crossed},
};
use crate::limits::{EDGE_PAIRS, LOOKS};

/// The reason why polygons are no area.
#[derive(Clone, Debug, PartialEq)]
pub enum Flaw {
    /// A ring of it is no ring, or lies where it may not.
    Invalid(InvalidMultiPolygon),
    /// A point, counted from 1, is no longitude and latitude.
    OffTheGlobe {
        /// Counted from 1.
        point: usize,
        /// Longitude and latitude.
        found: [f64; 2],
    },
    /// Too many edges are near each other to be compared.
    TooIntricate(TooIntricate),
}

impl From<TooIntricate> for Flaw {
    fn from(it: TooIntricate) -> Self {
        Self::TooIntricate(it)
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Mostly it is the only one there is.
            Self::Invalid(InvalidMultiPolygon::InvalidPolygon(GeometryIndex(0), flaw)) => {
                flaw.fmt(f)
            }
            Self::Invalid(flaw) => flaw.fmt(f),
            Self::OffTheGlobe {
                point,
                found: [lon, lat],
            } => write!(
                f,
                "point {point} is [{lon}, {lat}], which is no longitude and latitude"
            ),
            Self::TooIntricate(it) => it.fmt(f),
        }
    }
}

/// Finds what is wrong with polygons, if anything.
pub fn check(shape: &MultiPolygon) -> Result<(), Flaw> {
    let rings = rings(shape).map_err(Flaw::Invalid)?;
    let edges = rings.iter().enumerate().map(|(ring, it)| {
        let numbered = it.edges().enumerate();
        numbered.map(move |(edge, line)| Edge {
            line,
            data: (ring, edge),
        })
    });
    let mut search = Search {
        rings: &rings,
        edges: EdgeIndex::new(edges),
        pairs: Count::up_to(EDGE_PAIRS),
    };
    let touching = search.touching()?;
    if rings.len() == 1 {
        return Ok(());
    }
    (0..rings.len()).try_for_each(|ring| search.check_nesting(ring, &touching))
}

/// The rings of all polygons, each outer one before its holes.
fn rings(shape: &MultiPolygon) -> Result<Vec<Ring>, InvalidMultiPolygon> {
    let mut rings = Vec::new();
    let parts = shape.0.iter().enumerate();
    for (part, polygon) in parts.filter(|(_, polygon)| !polygon.exterior().0.is_empty()) {
        let holes = polygon.interiors().iter().enumerate();
        let holes = holes.map(|(n, hole)| (RingRole::Interior(n), hole));
        let lines = std::iter::once((RingRole::Exterior, polygon.exterior())).chain(holes);
        for (role, line) in lines.filter(|(_, line)| !line.0.is_empty()) {
            let finite = |at: &::geo::Coord| at.x.is_finite() && at.y.is_finite();
            if let Some(n) = line.0.iter().position(|at| !finite(at)) {
                let flaw = InvalidPolygon::NonFiniteCoord(role, CoordIndex(n));
                return Err(in_part(part, flaw));
            }
            rings.push(Ring::new(part, role, line).map_err(|flaw| in_part(part, flaw))?);
        }
    }
    Ok(rings)
}

const fn in_part(part: usize, flaw: InvalidPolygon) -> InvalidMultiPolygon {
    InvalidMultiPolygon::InvalidPolygon(GeometryIndex(part), flaw)
}

/// The number of a ring, and that of an edge in it.
type Number = (usize, usize);

/// For two rings that touch in points, whether the first lies inside the second.
type Touching = BTreeMap<(usize, usize), bool>;

struct Search<'a> {
    rings: &'a [Ring],
    edges: EdgeIndex<Number>,
    pairs: Count,
}

impl Search<'_> {
    /// Compares all edges that are near each other: rings may touch one another in points, and do nothing else.
    fn touching(&mut self) -> Result<Touching, Flaw> {
        let mut touching = Touching::new();
        let mut crossing = None;
        let looks = Looks::up_to(LOOKS);
        for (one, other) in self.edges.pairs(&looks) {
            self.pairs.one()?;
            let (ring, edge) = one.data;
            let (other_ring, other_edge) = other.data;
            let [it, that] = [&self.rings[ring], &self.rings[other_ring]];
            if ring == other_ring && it.are_adjacent(edge, other_edge) {
                continue;
            }
            match line_intersection(one.line, other.line) {
                None => {}
                Some(_) if ring == other_ring => {
                    return Err(Flaw::Invalid(in_part(
                        it.part,
                        InvalidPolygon::SelfIntersection(it.role),
                    )));
                }
                Some(LineIntersection::Collinear { .. }) => {
                    return Err(Flaw::Invalid(on_a_line(it, that)));
                }
                Some(LineIntersection::SinglePoint {
                    is_proper: true, ..
                }) => {
                    crossing = Some((it, that));
                }
                Some(LineIntersection::SinglePoint {
                    intersection: at, ..
                }) => {
                    match (
                        it.holds(edge, that, other_edge, at),
                        that.holds(other_edge, it, edge, at),
                    ) {
                        (Some(around), Some(within)) => {
                            touching.insert((ring, other_ring), within);
                            touching.insert((other_ring, ring), around);
                        }
                        _ => crossing = Some((it, that)),
                    }
                }
            }
        }
        looks.check()?;
        // That rings share a line says more than that they cross where they leave it.
        crossing.map_or(Ok(touching), |(it, that)| {
            Err(Flaw::Invalid(over_an_area(it, that)))
        })
    }

    /// Checks where a ring lies that crosses no other.
    fn check_nesting(&mut self, ring: usize, touching: &Touching) -> Result<(), Flaw> {
        let it = &self.rings[ring];
        let around = self.around(ring, touching)?;
        let mut around = around.iter().map(|&other| &self.rings[other]);
        if it.role == RingRole::Exterior {
            // Another part's hole that is around it as well comes right after that part's outer ring.
            let others: Vec<&Ring> = around.filter(|other| other.part != it.part).collect();
            let parts = others.chunk_by(|one, other| one.part == other.part);
            let mut solid = parts.filter(|part| part.len() == 1);
            solid
                .next()
                .map_or(Ok(()), |part| Err(Flaw::Invalid(over_an_area(it, part[0]))))
        } else {
            let mut own = around.by_ref().filter(|other| other.part == it.part);
            match (own.next(), own.next()) {
                (Some(shell), None) if shell.role == RingRole::Exterior => Ok(()),
                (Some(_), Some(hole)) => Err(Flaw::Invalid(over_an_area(it, hole))),
                _ => Err(Flaw::Invalid(in_part(
                    it.part,
                    InvalidPolygon::InteriorRingNotContainedInExteriorRing(it.role),
                ))),
            }
        }
    }

    /// The rings that a ring lies in, in order.
    fn around(&mut self, ring: usize, touching: &Touching) -> Result<Vec<usize>, Flaw> {
        let at = self.rings[ring].first();
        let mut crossed = Vec::new();
        for edge in self.edges.left_of(at) {
            self.pairs.one()?;
            let (other, _) = edge.data;
            if other != ring && is_crossed(edge.line, at) {
                crossed.push(other);
            }
        }
        crossed.sort_unstable();
        let odd = crossed
            .chunk_by(|one, other| one == other)
            .filter(|it| it.len() % 2 == 1);
        // The point may lie on a ring that is touched.
        let odd = odd
            .map(|it| it[0])
            .filter(|&other| !touching.contains_key(&(ring, other)));
        let touched = touching.range((ring, 0)..(ring + 1, 0));
        let touched = touched
            .filter(|(_, within)| **within)
            .map(|((_, other), _)| *other);
        let mut around: Vec<usize> = odd.chain(touched).collect();
        around.sort_unstable();
        Ok(around)
    }
}

/// Rings that share a line.
fn on_a_line(one: &Ring, other: &Ring) -> InvalidMultiPolygon {
    let (one, other) = in_order(one, other);
    if one.part == other.part {
        in_part(
            one.part,
            InvalidPolygon::IntersectingRingsOnALine(one.role, other.role),
        )
    } else {
        InvalidMultiPolygon::ElementsTouchOnALine(
            GeometryIndex(one.part),
            GeometryIndex(other.part),
        )
    }
}

/// Rings that cross, or lie in each other where they may not.
fn over_an_area(one: &Ring, other: &Ring) -> InvalidMultiPolygon {
    let (one, other) = in_order(one, other);
    if one.part != other.part {
        InvalidMultiPolygon::ElementsOverlaps(GeometryIndex(one.part), GeometryIndex(other.part))
    } else if one.role == RingRole::Exterior {
        in_part(
            one.part,
            InvalidPolygon::InteriorRingNotContainedInExteriorRing(other.role),
        )
    } else {
        in_part(
            one.part,
            InvalidPolygon::IntersectingRingsOnAnArea(one.role, other.role),
        )
    }
}

fn in_order<'a>(one: &'a Ring, other: &'a Ring) -> (&'a Ring, &'a Ring) {
    if one.key() <= other.key() {
        (one, other)
    } else {
        (other, one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::{LineString, Polygon, RemoveRepeatedPoints, Validation, winding_order::Winding};
    use proptest::prelude::*;

    /// Points of a small grid, so that rings cross, touch, go back on themselves and repeat points often.
    fn ring(size: i8, points: std::ops::Range<usize>) -> impl Strategy<Value = LineString> {
        let point = (0..size, 0..size).prop_map(|(x, y)| (f64::from(x), f64::from(y)));
        prop::collection::vec(point, points).prop_map(LineString::from)
    }

    /// A rectangle or a diamond, with corners on the grid.
    fn simple(size: i8) -> impl Strategy<Value = LineString> {
        let extent = 1..=size / 2;
        (0..size, 0..size, extent.clone(), extent, any::<bool>()).prop_map(
            |(x, y, wide, high, slanted)| {
                let at = |dx: i8, dy: i8| (f64::from(x + dx), f64::from(y + dy));
                if slanted {
                    LineString::from(vec![at(-wide, 0), at(0, -high), at(wide, 0), at(0, high)])
                } else {
                    LineString::from(vec![at(0, 0), at(0, high), at(wide, high), at(wide, 0)])
                }
            },
        )
    }

    fn shapes(
        ring: impl Strategy<Value = LineString> + Clone,
        holes: usize,
    ) -> impl Strategy<Value = MultiPolygon> {
        let holes = prop::collection::vec(ring.clone(), 0..=holes);
        let part = (ring, holes).prop_map(|(shell, holes)| Polygon::new(shell, holes));
        prop::collection::vec(part, 1..4).prop_map(MultiPolygon::new)
    }

    fn some_ring() -> impl Strategy<Value = LineString> + Clone {
        prop_oneof![simple(6), simple(6), simple(3), ring(4, 3..7)].boxed()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn a_ring_is_as_valid_as_by_comparing_all_its_edges(ring in ring(5, 0..12)) {
            let shape = MultiPolygon::new(vec![Polygon::new(ring, Vec::new())]);
            if has_flat_triangle(&shape) {
                return Ok(());
            }
            let all = shape.check_validation().map_err(Flaw::Invalid);
            prop_assert_eq!(check(&shape), all);
        }

        #[test]
        fn polygons_are_as_valid_as_by_relating_all_their_rings(shape in shapes(some_ring(), 2)) {
            if has_flat_triangle(&shape) {
                return Ok(());
            }
            // The geo crate relates a polygon of one point to others, and stops at that in builds for tests.
            let is_point = |part: &Polygon| part.exterior().lines().all(|it| it.start == it.end);
            if shape.iter().any(is_point) {
                prop_assert!(check(&shape).is_err());
                return Ok(());
            }
            let (near, all) = (check(&shape), shape.check_validation());
            prop_assert_eq!(near.is_ok(), all.is_ok(), "{:?} {:?}", near, all);
        }
    }

    /// Three corners on a line go back on themselves: the geo crate sees that in some of them.
    fn has_flat_triangle(shape: &MultiPolygon) -> bool {
        let rings = shape
            .iter()
            .flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()));
        let mut corners = rings.map(RemoveRepeatedPoints::remove_repeated_points);
        corners.any(|ring| ring.0.len() == 4 && ring.winding_order().is_none())
    }
}

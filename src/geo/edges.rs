//! The edges of shapes, and how often they cross: where areas are made of areas, time and memory go by that.

use std::{fmt, iter};

use ::geo::{CoordsIter, Intersects, Line, LineString, MultiPolygon, Polygon};

use super::edge_index::{Edge, EdgeIndex, Looks};
use crate::limits::{CROSSINGS, EDGE_PAIRS, LOOKS};

/// Shapes with too many edges near each other, or across each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooIntricate;

impl fmt::Display for TooIntricate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [near, across] = [EDGE_PAIRS, CROSSINGS].map(|limit| limit / 1_000_000);
        write!(
            f,
            "more than {near} million pairs of edges are near each other, or {across} million across"
        )
    }
}

impl std::error::Error for TooIntricate {}

/// A count of what has been looked at, up to a limit.
#[derive(Debug)]
pub struct Count {
    left: usize,
}

impl Count {
    pub const fn up_to(limit: usize) -> Self {
        Self { left: limit }
    }

    pub fn one(&mut self) -> Result<(), TooIntricate> {
        self.left = self.left.checked_sub(1).ok_or(TooIntricate)?;
        Ok(())
    }
}

/// Fails where the edges of a shape cross each other too often.
pub fn check_crossings(shape: &MultiPolygon) -> Result<(), TooIntricate> {
    if cross_rarely(shape.coords_count(), shape.coords_count() / 2) {
        return Ok(());
    }
    let edges = index(shape);
    let looks = Looks::up_to(LOOKS);
    // What follows in a ring touches.
    let near = edges.pairs(&looks);
    let apart = near.filter(|(one, other)| one.data + 1 < other.data);
    count(apart.map(|(one, other)| (&one.line, &other.line)))?;
    looks.check()
}

/// Fails where the edges of a shape cross those of another too often.
pub fn check_crossings_of(one: &MultiPolygon, other: &MultiPolygon) -> Result<(), TooIntricate> {
    let [points, other_points] = [one, other].map(CoordsIter::coords_count);
    if cross_rarely(points, other_points) {
        return Ok(());
    }
    let [one, other] = [one, other].map(index);
    let looks = Looks::up_to(LOOKS);
    let near = one.pairs_with(&other, &looks);
    let near = near.map(|(one, other)| (&one.line, &other.line));
    count(near)?;
    looks.check()
}

/// Tells whether so many edges on either side are too few to cross too often.
const fn cross_rarely(edges: usize, others: usize) -> bool {
    edges.saturating_mul(others) <= CROSSINGS
}

fn index(shape: &MultiPolygon) -> EdgeIndex<usize> {
    let mut numbers = 0..;
    let rings = shape.iter().flat_map(rings);
    let lines = rings.map(|ring| {
        let numbered = ring.lines().zip(&mut numbers);
        let edges = numbered.map(|(line, data)| Edge { line, data });
        edges.collect::<Vec<_>>()
    });
    EdgeIndex::new(lines)
}

fn rings(part: &Polygon) -> impl Iterator<Item = &LineString> {
    iter::once(part.exterior()).chain(part.interiors())
}

fn count<'a>(near: impl Iterator<Item = (&'a Line, &'a Line)>) -> Result<(), TooIntricate> {
    let (mut pairs, mut crossings) = (Count::up_to(EDGE_PAIRS), Count::up_to(CROSSINGS));
    for (one, other) in near {
        pairs.one()?;
        if one.intersects(other) {
            crossings.one()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A comb of so many teeth, upright or lying.
    fn comb(teeth: i32, upright: bool) -> Polygon {
        let size = f64::from(teeth);
        let tooth = |n: i32| {
            let at = f64::from(n);
            [(at, 0.0), (at, size), (at + 0.5, size), (at + 0.5, 0.0)]
        };
        let points = (0..teeth)
            .flat_map(tooth)
            .chain([(size, -1.0), (0.0, -1.0)]);
        let turned = points.map(|(x, y)| if upright { (x, y) } else { (y, x) });
        Polygon::new(turned.collect::<LineString>(), Vec::new())
    }

    #[test]
    fn combs_across_each_other_are_too_intricate() {
        let both = |teeth| MultiPolygon::new(vec![comb(teeth, true), comb(teeth, false)]);
        assert_eq!(check_crossings(&both(450)), Ok(()));
        assert_eq!(check_crossings(&both(550)), Err(TooIntricate));
        let one = |teeth, upright| MultiPolygon::new(vec![comb(teeth, upright)]);
        let across = |teeth| check_crossings_of(&one(teeth, true), &one(teeth, false));
        assert_eq!(across(450), Ok(()));
        assert_eq!(across(550), Err(TooIntricate));
        assert_eq!(check_crossings(&one(5_000, true)), Ok(()));
    }

    #[test]
    fn looks_run_out() {
        let edges = index(&MultiPolygon::new(vec![comb(100, true)]));
        let all = |limit| {
            let looks = Looks::up_to(limit);
            (edges.pairs(&looks).count(), looks.check())
        };
        let (found, enough) = all(LOOKS);
        assert_eq!(enough, Ok(()));
        let (fewer, enough) = all(100);
        assert!(fewer < found && enough == Err(TooIntricate));
    }

    #[test]
    fn the_same_shape_again_and_again_is_too_intricate() {
        let many = |count| MultiPolygon::new(vec![comb(1, true); count]);
        assert_eq!(check_crossings(&many(300)), Ok(()));
        assert_eq!(check_crossings(&many(1_000)), Err(TooIntricate));
    }
}

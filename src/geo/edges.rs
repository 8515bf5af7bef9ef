//! The edges of shapes, and how often they cross: where areas are made of areas, time and memory go by that.

use std::{cell::Cell, fmt};

use ::geo::{CoordsIter, Intersects, Line, LinesIter, MultiPolygon, Point};
use rstar::{AABB, Envelope, RTree, RTreeObject, SelectionFunction, primitives::GeomWithData};

use crate::limits::{CROSSINGS, EDGE_PAIRS, LOOKS};

/// An edge with what is known of it.
pub type Edge<T> = GeomWithData<Line, T>;

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

/// All pairs of edges whose bounding boxes meet, each once, as long as there are looks left.
pub fn pairs<'a, T: PartialOrd>(
    edges: &'a RTree<Edge<T>>,
    looks: &'a Looks,
) -> impl Iterator<Item = (&'a Edge<T>, &'a Edge<T>)> {
    edges.iter().flat_map(move |one| {
        let near = looks.near(edges, one.geom());
        let after = near.filter(|other| one.data < other.data);
        after.map(move |other| (one, other))
    })
}

/// The looks that may be taken at the nodes of a tree. Where long edges lie side by side, as those of nested squares, its
/// nodes overlap though their edges don't.
#[derive(Debug)]
pub struct Looks(Cell<usize>);

impl Looks {
    pub const fn up_to(limit: usize) -> Self {
        Self(Cell::new(limit))
    }

    /// Fails where there were too few: what was found may not be all.
    pub fn check(&self) -> Result<(), TooIntricate> {
        (self.0.get() > 0).then_some(()).ok_or(TooIntricate)
    }

    fn near<'a, T>(
        &'a self,
        edges: &'a RTree<Edge<T>>,
        line: &Line,
    ) -> impl Iterator<Item = &'a Edge<T>> + 'a {
        edges.locate_with_selection_function(Near {
            around: line.envelope(),
            looks: self,
        })
    }

    /// Takes a look, if there is one left.
    fn take(&self) -> bool {
        let left = self.0.get().saturating_sub(1);
        self.0.set(left);
        left > 0
    }
}

/// Selects what lies near an edge.
struct Near<'a> {
    around: AABB<Point>,
    looks: &'a Looks,
}

impl<T> SelectionFunction<Edge<T>> for Near<'_> {
    fn should_unpack_parent(&self, envelope: &AABB<Point>) -> bool {
        self.looks.take() && envelope.intersects(&self.around)
    }

    fn should_unpack_leaf(&self, edge: &Edge<T>) -> bool {
        edge.envelope().intersects(&self.around)
    }
}

/// Fails where the edges of a shape cross each other too often.
pub fn check_crossings(shape: &MultiPolygon) -> Result<(), TooIntricate> {
    if cross_rarely(shape.coords_count(), shape.coords_count() / 2)
        || abreast(shape.lines_iter()) <= CROSSINGS
    {
        return Ok(());
    }
    let edges = index(shape);
    // What follows in a ring touches.
    let looks = Looks::up_to(LOOKS);
    let near = pairs(&edges, &looks).filter(|(one, other)| one.data + 1 < other.data);
    count(near.map(|(one, other)| (one.geom(), other.geom())))?;
    looks.check()
}

/// Fails where the edges of a shape cross those of another too often.
pub fn check_crossings_of(one: &MultiPolygon, other: &MultiPolygon) -> Result<(), TooIntricate> {
    let [points, other_points] = [one, other].map(CoordsIter::coords_count);
    if cross_rarely(points, other_points)
        || abreast(one.lines_iter().chain(other.lines_iter())) <= CROSSINGS
    {
        return Ok(());
    }
    let (few, many) = if points < other_points {
        (one, other)
    } else {
        (other, one)
    };
    let edges = index(few);
    let many: Vec<Line> = many.lines_iter().collect();
    let looks = Looks::up_to(LOOKS);
    let near = many.iter().flat_map(|line| {
        looks
            .near(&edges, line)
            .map(move |edge| (line, edge.geom()))
    });
    count(near)?;
    looks.check()
}

/// Tells whether so many edges on either side are too few to cross too often.
const fn cross_rarely(edges: usize, others: usize) -> bool {
    edges.saturating_mul(others) <= CROSSINGS
}

/// The number of pairs of edges that share a longitude, as two that cross do.
fn abreast(edges: impl Iterator<Item = Line>) -> usize {
    let (mut starts, mut ends): (Vec<f64>, Vec<f64>) = edges
        .map(|edge| (edge.start.x.min(edge.end.x), edge.start.x.max(edge.end.x)))
        .unzip();
    starts.sort_unstable_by(f64::total_cmp);
    ends.sort_unstable_by(f64::total_cmp);
    let (mut past, mut abreast) = (0, 0);
    for (begun, start) in starts.iter().enumerate() {
        past += ends[past..].iter().take_while(|end| *end < start).count();
        abreast += begun - past;
    }
    abreast
}

fn index(shape: &MultiPolygon) -> RTree<Edge<usize>> {
    let numbered = shape.lines_iter().enumerate();
    RTree::bulk_load(numbered.map(|(n, line)| Edge::new(line, n)).collect())
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
    use ::geo::{Coord, LineString, Polygon};
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn edges_that_cross_are_abreast(ends in prop::collection::vec((0..9_u8, 0..9_u8, 0..9_u8, 0..9_u8), 0..40)) {
            let at = |x: u8, y: u8| Coord { x: f64::from(x), y: f64::from(y) };
            let edges: Vec<Line> = ends.iter().map(|&(a, b, c, d)| Line::new(at(a, b), at(c, d))).collect();
            let others = |n: usize| edges[n + 1..].iter();
            let crossings = (0..edges.len()).map(|n| others(n).filter(|other| edges[n].intersects(*other)).count());
            prop_assert!(crossings.sum::<usize>() <= abreast(edges.iter().copied()));
        }
    }

    #[test]
    fn looks_run_out() {
        let edges = index(&MultiPolygon::new(vec![comb(100, true)]));
        let all = |limit| {
            let looks = Looks::up_to(limit);
            (pairs(&edges, &looks).count(), looks.check())
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

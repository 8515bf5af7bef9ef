//! Edges, found by where they are.
//!
//! Those that follow each other in a line lie together, so a tree of short runs of them is made in a fraction of the time
//! that a tree of all edges takes.

use std::{cell::Cell, ops::Range};

use ::geo::{Coord, Line};
use rstar::{
    AABB, Envelope, RTree, RTreeObject, SelectionFunction,
    primitives::{GeomWithData, Rectangle},
};

use super::edges::TooIntricate;

/// An edge with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Edge<T> {
    pub line: Line,
    pub data: T,
}

/// Edges that follow each other in a line, as a range of all edges.
type Run = GeomWithData<Rectangle<Coord>, Range<usize>>;

/// The most edges in a run.
const RUN: usize = 8;

/// The edges of lines.
#[derive(Debug)]
pub struct EdgeIndex<T> {
    edges: Vec<Edge<T>>,
    runs: RTree<Run>,
}

impl<T> EdgeIndex<T> {
    /// Takes the edges of each line in their order.
    pub fn new<L: IntoIterator<Item = Edge<T>>>(lines: impl IntoIterator<Item = L>) -> Self {
        let (mut edges, mut runs) = (Vec::new(), Vec::new());
        for line in lines {
            let start = edges.len();
            edges.extend(line);
            let starts = (start..edges.len()).step_by(RUN);
            runs.extend(starts.map(|start| {
                let run = start..edges.len().min(start + RUN);
                let lines = edges[run.clone()].iter().map(|edge| &edge.line);
                let ends = lines.flat_map(|line| [&line.start, &line.end]);
                Run::new(Rectangle::from_aabb(AABB::from_points(ends)), run)
            }));
        }
        let runs = RTree::bulk_load(runs);
        Self { edges, runs }
    }

    /// The edges that a ray from a point to the left may cross.
    pub fn left_of(&self, at: Coord) -> impl Iterator<Item = &Edge<T>> {
        let far_left = self.runs.root().envelope().lower().x;
        let ray = AABB::from_corners(Coord { x: far_left, ..at }, at);
        let runs = self.runs.locate_in_envelope_intersecting(&ray);
        let edges = runs.flat_map(|run| &self.edges[run.data.clone()]);
        edges.filter(move |edge| bounds(&edge.line).intersects(&ray))
    }

    /// All pairs of edges whose bounding boxes meet, each once and the earlier edge first, as long as there are looks
    /// left.
    pub fn pairs<'a>(
        &'a self,
        looks: &'a Looks,
    ) -> impl Iterator<Item = (&'a Edge<T>, &'a Edge<T>)> {
        let runs = self.runs_across(self, looks);
        let runs = runs.filter(|(run, other)| run.data.start <= other.data.start);
        let edges = runs.flat_map(move |(run, other)| self.edges_across(run, self, other, looks));
        let edges = edges.filter(|(one, other)| one < other);
        edges.map(|(one, other)| (&self.edges[one], &self.edges[other]))
    }

    /// All pairs of an edge and one of others whose bounding boxes meet, as long as there are looks left.
    pub fn pairs_with<'a>(
        &'a self,
        others: &'a Self,
        looks: &'a Looks,
    ) -> impl Iterator<Item = (&'a Edge<T>, &'a Edge<T>)> {
        let runs = self.runs_across(others, looks);
        let edges = runs.flat_map(move |(run, other)| self.edges_across(run, others, other, looks));
        edges.map(|(one, other)| (&self.edges[one], &others.edges[other]))
    }

    /// Runs, each with one of others that may have edges near its own.
    fn runs_across<'a>(
        &'a self,
        others: &'a Self,
        looks: &'a Looks,
    ) -> impl Iterator<Item = (&'a Run, &'a Run)> {
        self.runs.iter().flat_map(move |run| {
            let around = run.envelope();
            let near = Near { around, looks };
            let near = others.runs.locate_with_selection_function(near);
            near.map(move |other| (run, other))
        })
    }

    /// The edges of a run, by their numbers, each with one of a run of others that is near it.
    fn edges_across<'a>(
        &'a self,
        run: &Run,
        others: &'a Self,
        other: &'a Run,
        looks: &'a Looks,
    ) -> impl Iterator<Item = (usize, usize)> + use<'a, T> {
        let ones = self.of_run(run, other.envelope(), looks);
        ones.flat_map(move |one| {
            let near = others.of_run(other, bounds(&self.edges[one].line), looks);
            near.map(move |other| (one, other))
        })
    }

    /// The numbers of the edges of a run that are near.
    fn of_run<'a>(
        &'a self,
        run: &Run,
        around: AABB<Coord>,
        looks: &'a Looks,
    ) -> impl Iterator<Item = usize> + use<'a, T> {
        let near = move |n: &usize| bounds(&self.edges[*n].line).intersects(&around);
        run.data.clone().filter(move |n| looks.take() && near(n))
    }
}

fn bounds(line: &Line) -> AABB<Coord> {
    AABB::from_corners(line.start, line.end)
}

/// The looks that may be taken at edges, and at the nodes of a tree of them. Where long edges lie side by side, as those
/// of nested squares, its nodes overlap though their edges don't.
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

    /// Takes a look, if there is one left.
    fn take(&self) -> bool {
        let left = self.0.get().saturating_sub(1);
        self.0.set(left);
        left > 0
    }
}

/// Selects what lies near.
struct Near<'a> {
    around: AABB<Coord>,
    looks: &'a Looks,
}

impl SelectionFunction<Run> for Near<'_> {
    fn should_unpack_parent(&self, envelope: &AABB<Coord>) -> bool {
        self.looks.take() && envelope.intersects(&self.around)
    }

    fn should_unpack_leaf(&self, run: &Run) -> bool {
        run.envelope().intersects(&self.around)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lines on a small grid, whose edges meet often.
    fn lines() -> impl Strategy<Value = Vec<Vec<Edge<usize>>>> {
        let point = (0..20_u8, 0..20_u8).prop_map(|(x, y)| Coord {
            x: f64::from(x),
            y: f64::from(y),
        });
        let line = prop::collection::vec(point, 0..40);
        prop::collection::vec(line, 0..6).prop_map(|lines| {
            let mut numbers = 0..;
            let mut edges = |line: Vec<Coord>| -> Vec<Edge<usize>> {
                let lines = line.windows(2).map(|ends| Line::new(ends[0], ends[1]));
                let numbered = lines.zip(&mut numbers);
                numbered.map(|(line, data)| Edge { line, data }).collect()
            };
            lines.into_iter().map(&mut edges).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_near_is_found_once(lines in lines()) {
            let edges: Vec<Edge<usize>> = lines.iter().flatten().copied().collect();
            let index = EdgeIndex::new(lines);
            let looks = Looks::up_to(usize::MAX);
            let meet = |one: &Edge<usize>, other: &Edge<usize>| bounds(&one.line).intersects(&bounds(&other.line));
            let mut found: Vec<_> = index.pairs(&looks).map(|(one, other)| [one.data, other.data]).collect();
            found.sort_unstable();
            let all = edges.iter().flat_map(|one| edges[one.data + 1..].iter().map(move |other| (one, other)));
            let expected: Vec<_> = all.filter(|(one, other)| meet(one, other)).map(|(one, other)| [one.data, other.data]).collect();
            prop_assert_eq!(found, expected);
            let mut found: Vec<_> = index.pairs_with(&index, &looks).map(|(one, other)| [one.data, other.data]).collect();
            found.sort_unstable();
            let all = edges.iter().flat_map(|one| edges.iter().map(move |other| (one, other)));
            let expected: Vec<_> = all.filter(|(one, other)| meet(one, other)).map(|(one, other)| [one.data, other.data]).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

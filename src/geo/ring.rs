//! A ring of a polygon, and how another one passes it where they touch.

use ::geo::{
    Coord, Kernel as _, Line, LineString, Orientation, RemoveRepeatedPoints,
    algorithm::kernels::RobustKernel,
    validation::{InvalidPolygon, RingRole},
    winding_order::{Winding, WindingOrder},
};

/// A closed line without repeated points.
pub struct Ring {
    /// The number of its polygon.
    pub part: usize,
    pub role: RingRole,
    line: LineString,
    is_counterclockwise: bool,
}

impl Ring {
    /// Takes a ring that has at least three corners, and that does not end there by going back on itself.
    pub fn new(part: usize, role: RingRole, line: &LineString) -> Result<Self, InvalidPolygon> {
        let line = line.remove_repeated_points();
        if line.0.len() < 4 {
            return Err(InvalidPolygon::TooFewPointsInRing(role));
        }
        let order = line.winding_order();
        Ok(Self {
            part,
            role,
            line,
            is_counterclockwise: order.ok_or(InvalidPolygon::SelfIntersection(role))?
                == WindingOrder::CounterClockwise,
        })
    }

    pub fn edges(&self) -> impl ExactSizeIterator<Item = Line> + '_ {
        self.line.lines()
    }

    pub fn first(&self) -> Coord {
        self.line.0[0]
    }

    /// The order of rings: by part, each outer one before its holes.
    pub const fn key(&self) -> (usize, usize) {
        match self.role {
            RingRole::Exterior => (self.part, 0),
            RingRole::Interior(n) => (self.part, n + 1),
        }
    }

    pub fn len(&self) -> usize {
        self.line.0.len() - 1
    }

    /// Tells whether two of its edges follow each other.
    pub fn are_adjacent(&self, one: usize, other: usize) -> bool {
        let apart = one.abs_diff(other);
        apart == 1 || apart + 1 == self.len()
    }

    /// Tells whether another ring, where both touch in a point of the given edges, comes from inside this one and goes on
    /// inside it; `None` if it crosses.
    pub fn holds(&self, edge: usize, other: &Self, other_edge: usize, at: Coord) -> Option<bool> {
        let [before, after] = self.arms(edge, at);
        let is_left = |to: Coord| {
            let turns_left =
                |a, b, c| RobustKernel::orient2d(a, b, c) == Orientation::CounterClockwise;
            let sides = [turns_left(before, at, to), turns_left(at, after, to)];
            if turns_left(before, at, after) {
                sides[0] && sides[1]
            } else {
                sides[0] || sides[1]
            }
        };
        let [from, to] = other.arms(other_edge, at).map(is_left);
        (from == to).then_some(from == self.is_counterclockwise)
    }

    /// The points before and after a point of an edge.
    fn arms(&self, edge: usize, at: Coord) -> [Coord; 2] {
        let points = &self.line.0;
        let (start, end) = (points[edge], points[edge + 1]);
        if at == start {
            let before = edge.checked_sub(1).unwrap_or(self.len() - 1);
            [points[before], end]
        } else if at == end {
            let after = if edge + 1 == self.len() { 1 } else { edge + 2 };
            [start, points[after]]
        } else {
            [start, end]
        }
    }
}

/// Tells whether a ray to the left of a point crosses an edge; points on it belong to neither side.
pub fn is_crossed(edge: Line, from: Coord) -> bool {
    let Line { start, end } = edge;
    if (start.y <= from.y) == (end.y <= from.y) {
        return false;
    }
    let side = RobustKernel::orient2d(start, end, from);
    side == if start.y < end.y {
        Orientation::Clockwise
    } else {
        Orientation::CounterClockwise
    }
}

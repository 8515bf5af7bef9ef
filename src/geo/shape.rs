//! Shapes in the plane, ready to be drawn at any scale: levels of detail, cut into stretches that can be passed over.
//!
//! A level is the shape snapped to a grid, not simplified line by line as the crates for it do: areas that share a border
//! share it at every level, with no gap and no overlap between them.

use std::{f64::consts::SQRT_2, sync::OnceLock};

use ::geo::{Coord, Rect, coord};

/// Points in a stretch.
const STRETCH: usize = 32;
/// Levels of detail to each halving of the scale, and in all.
const STEPS: f64 = 3.0;
const LEVELS: usize = 48;
/// The tolerance of the first level, in plane units: about 10 m.
const FINEST: f64 = 1.0 / 8192.0;

/// The rings of a polygon, or ways.
#[derive(Clone, Debug)]
pub struct Shape {
    full: Lines,
    /// Each is coarser than the one before, from `FINEST` on; made when it is first asked for, and boxed since few are.
    levels: [OnceLock<Box<Lines>>; LEVELS],
    /// The point where words stand best; looked for when it is first asked for.
    pole: OnceLock<Coord>,
    pub(crate) bounds: Rect,
}

/// Lines cut into stretches.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    points: Vec<Coord>,
    /// For each stretch its points, the last of which begins the next, and what they span.
    stretches: Vec<(std::ops::Range<u32>, Span)>,
}

/// The extent of points: a rectangle that may have no width or height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub low: Coord,
    pub high: Coord,
}

/// Up to 32 connected edges.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// At least two, in the plane, each joined to the next.
    pub points: &'a [Coord],
    /// The rectangle around the points, so that a stretch out of sight is passed over.
    pub span: Span,
}

impl Shape {
    pub(crate) fn new(lines: impl Iterator<Item = Vec<Coord>>) -> Self {
        let full = Lines::new(lines);
        let Span { low, high } = Span::of(&full.points);
        Self {
            full,
            levels: std::array::from_fn(|_| OnceLock::new()),
            pole: OnceLock::new(),
            bounds: Rect::new(low, high),
        }
    }

    /// Lines that stray from the true ones by no more than `tolerance`, and have not many more points than it takes.
    ///
    /// A level snaps each point to a grid, whatever line it is on, and the tolerance alone says which level it is. So
    /// what shapes share they still share, and no gap opens between them.
    pub fn at(&self, tolerance: f64) -> &Lines {
        // A point moves by half the grid's diagonal at most.
        let level = ((tolerance * SQRT_2 / FINEST).log2() * STEPS).floor();
        if level < 0.0 || level.is_nan() {
            return &self.full;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative, and clamped"
        )]
        let level = (level as usize).min(LEVELS - 1);
        let grid = FINEST * (level as f64 / STEPS).exp2();
        self.levels[level].get_or_init(|| Box::new(self.full.snapped(grid)))
    }

    /// A point deep inside: where a name stays, however it is looked at.
    pub fn pole(&self) -> Coord {
        *self.pole.get_or_init(|| super::pole::of(self))
    }

    /// Takes the pole where it is known already.
    pub(crate) fn set_pole(&self, pole: Coord) {
        let _ = self.pole.set(pole);
    }

    /// The lines as they were given.
    pub const fn full(&self) -> &Lines {
        &self.full
    }
}

impl Lines {
    fn new(lines: impl Iterator<Item = Vec<Coord>>) -> Self {
        let mut all = Self::default();
        for line in lines.filter(|line| line.len() > 1) {
            let start = all.points.len();
            all.points.extend(line);
            let mut from = start;
            while from + 1 < all.points.len() {
                let until = (from + STRETCH + 1).min(all.points.len());
                let points = &all.points[from..until];
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "files are bounded far below 2³² points"
                )]
                all.stretches
                    .push((from as u32..until as u32, Span::of(points)));
                from = until - 1;
            }
        }
        all
    }

    fn snapped(&self, grid: f64) -> Self {
        let snap =
            |at: &Coord| coord! {x: rounded(at.x / grid) * grid, y: rounded(at.y / grid) * grid};
        Self::new(self.whole().map(|line| {
            let mut points: Vec<Coord> = Vec::new();
            for at in line.iter().map(snap) {
                if points.last() == Some(&at) {
                    continue;
                }
                if let [.., from, until] = points[..]
                    && goes_on(until - from, at - until)
                {
                    points.pop();
                }
                points.push(at);
            }
            points
        }))
    }

    /// Each line, from end to end.
    pub fn whole(&self) -> impl Iterator<Item = &[Coord]> {
        let connected = |a: &(std::ops::Range<u32>, Span), b: &(std::ops::Range<u32>, Span)| {
            a.0.end - 1 == b.0.start
        };
        self.stretches.chunk_by(connected).map(|line| {
            let (first, last) = (&line[0].0, &line[line.len() - 1].0);
            &self.points[first.start as usize..last.end as usize]
        })
    }

    /// The lines from the first to the last; a stretch begins where the one before it on the same line ends.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<'_>> {
        self.stretches.iter().map(|(range, span)| Stretch {
            points: &self.points[range.start as usize..range.end as usize],
            span: *span,
        })
    }

    /// The number of points.
    pub const fn len(&self) -> usize {
        self.points.len()
    }

    /// Returns `true` if no line of it had two points.
    pub const fn is_empty(&self) -> bool {
        self.points.is_empty()
    }
}

/// The nearest whole number, without the call that `round` is on most machines; every start waits for thousands of them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a country has fewer than 2⁶³ steps of the finest grid"
)]
fn rounded(number: f64) -> f64 {
    (number + 0.5_f64.copysign(number)) as i64 as f64
}

/// Returns `true` if a step leads on in the direction of the one before.
fn goes_on(before: Coord, step: Coord) -> bool {
    let turn = before.x * step.y - before.y * step.x;
    turn == 0.0 && before.x * step.x + before.y * step.y > 0.0
}

impl Stretch<'_> {
    pub(crate) fn bounds(&self) -> Rect {
        Rect::new(self.span.low, self.span.high)
    }
}

impl Span {
    fn of(points: &[Coord]) -> Self {
        let Some(&first) = points.first() else {
            return Self {
                low: Coord::zero(),
                high: Coord::zero(),
            };
        };
        points.iter().fold(
            Self {
                low: first,
                high: first,
            },
            |span, at| Self {
                low: coord! {x: span.low.x.min(at.x), y: span.low.y.min(at.y)},
                high: coord! {x: span.high.x.max(at.x), y: span.high.y.max(at.y)},
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(points: &[(f64, f64)]) -> Vec<Coord> {
        points.iter().map(|&(x, y)| coord! {x: x, y: y}).collect()
    }

    proptest! {
        #[test]
        fn a_level_strays_no_further_than_its_tolerance(
            points in prop::collection::vec((-1.0..1.0f64, -1.0..1.0f64), 2..200), tolerance in 0.0005..1.0f64,
        ) {
            let shape = Shape::new(std::iter::once(line(&points)));
            let level = shape.at(tolerance);
            prop_assert!(level.len() <= shape.full().len());
            for at in &level.points {
                let near = |from: &Coord| (from.x - at.x).hypot(from.y - at.y) <= tolerance;
                prop_assert!(shape.full().points.iter().any(near));
            }
        }

        #[test]
        fn stretches_join_up_to_the_lines_they_were_cut_from(
            lines in prop::collection::vec(prop::collection::vec((-1.0..1.0f64, -1.0..1.0f64), 2..120), 0..4),
        ) {
            let given: Vec<Vec<Coord>> = lines.iter().map(|points| line(points)).collect();
            let shape = Shape::new(given.iter().cloned());
            let whole: Vec<Vec<Coord>> = shape.full().whole().map(<[Coord]>::to_vec).collect();
            prop_assert_eq!(whole, given);
            for stretch in shape.full().stretches() {
                prop_assert!(stretch.points.len() > 1 && stretch.points.len() <= STRETCH + 1);
            }
        }
    }

    #[test]
    fn what_shapes_share_they_share_at_every_level() {
        let shared: Vec<(f64, f64)> = (0..400)
            .map(|n| (f64::from(n) / 400.0, (f64::from(n) * 0.7).sin() / 50.0))
            .collect();
        let mut back = shared.clone();
        back.reverse();
        let (a, b) = (
            Shape::new(std::iter::once(line(&shared))),
            Shape::new(std::iter::once(line(&back))),
        );
        for tolerance in [0.01, 0.05, 0.2] {
            let mut reversed = b.at(tolerance).points.clone();
            reversed.reverse();
            assert_eq!(a.at(tolerance).points, reversed);
            assert!(a.at(tolerance).len() < a.full().len());
        }
    }
}

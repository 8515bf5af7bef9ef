//! Decluttering: the scale from which on each town's name meets no other, so that names only come as one looks closer,
//! and stay as one moves.

use ::geo::Coord;
use unicode_width::UnicodeWidthStr;

use super::{Projection, Town, TownLabel};

/// Width of a cell for its height, in most terminals.
const ASPECT: f64 = 0.5;
/// Columns between names on a row, and one that is lost by rounding.
const AIR: f64 = 3.0;
/// Columns from a town to its name.
const GAP: f64 = 2.0;

/// A name that has its place.
struct Placed {
    at: Coord,
    /// Columns that it takes to the left and to the right of its town.
    sides: (f64, f64),
    row: f64,
}

/// Gives each town's name a side and a scale: those that matter more go first, and those of one rank in their order.
pub fn town_labels(towns: &[Town], projection: Projection) -> Vec<TownLabel> {
    let mut order: Vec<usize> = (0..towns.len()).collect();
    order.sort_by_key(|&n| towns[n].rank);
    let mut placed: Vec<Placed> = Vec::with_capacity(towns.len());
    let mut labels = vec![
        TownLabel {
            left: false,
            max_row: 0.0
        };
        towns.len()
    ];
    for n in order {
        let (at, width) = (
            projection.forward(towns[n].at),
            GAP + towns[n].name.width() as f64,
        );
        let [right, left] = [(0.0, width), (width, 0.0)].map(|sides| Placed {
            at,
            sides,
            row: scale(at, sides, &placed),
        });
        let goes_left = left.row > right.row;
        let best = if goes_left { left } else { right };
        labels[n] = TownLabel {
            left: goes_left,
            max_row: best.row,
        };
        placed.push(best);
    }
    labels
}

/// The scale from which on a name meets none that is there.
fn scale(at: Coord, sides: (f64, f64), placed: &[Placed]) -> f64 {
    placed.iter().fold(f64::INFINITY, |least, other| {
        let free = apart(at, sides, other);
        // Where the other comes later than they part, they never meet.
        if free < other.row {
            least.min(free)
        } else {
            least
        }
    })
}

/// The scale from which on two names are apart: by a row, or by their widths.
fn apart(at: Coord, sides: (f64, f64), other: &Placed) -> f64 {
    let way = other.at - at;
    let reach = if way.x > 0.0 {
        sides.1 + other.sides.0
    } else {
        sides.0 + other.sides.1
    };
    way.y.abs().max(way.x.abs() / (ASPECT * (reach + AIR)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::coord;
    use proptest::prelude::*;

    fn towns(given: &[(f64, f64, usize, u8)]) -> Vec<Town> {
        let town = |&(x, y, width, rank): &(f64, f64, usize, u8)| Town {
            name: "x".repeat(width),
            also: Vec::new(),
            at: coord! {x: x, y: y},
            rank,
        };
        given.iter().map(town).collect()
    }

    proptest! {
        #[test]
        fn names_that_are_shown_never_meet_at_any_scale(
            given in prop::collection::vec((-2.0..2.0f64, -2.0..2.0f64, 1..12usize, 1..5u8), 2..40),
            row in 0.001..0.5f64, shift in 0.0..1.0f64,
        ) {
            let (towns, projection) = (towns(&given), Projection::at(0.0));
            let shown = towns.iter().zip(town_labels(&towns, projection)).filter(|(_, label)| row <= label.max_row);
            let boxes: Vec<(f64, f64, f64)> = shown.map(|(town, label)| {
                let at = projection.forward(town.at);
                let (x, y) = ((at.x / (row * ASPECT) + shift).floor(), (at.y / row + shift).floor());
                let width = GAP + town.name.width() as f64;
                if label.left { (x - width, x, y) } else { (x, x + width, y) }
            }).collect();
            for (n, a) in boxes.iter().enumerate() {
                for b in &boxes[n + 1..] {
                    let same_row = (a.2 - b.2).abs() < 0.5;
                    prop_assert!(!same_row || a.1 < b.0 || b.1 < a.0, "{a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn what_matters_more_is_shown_from_further_away() {
        let given = [(0.0, 0.0, 5, 2), (0.1, 0.0, 5, 1), (0.1, 0.3, 5, 3)];
        let labels = town_labels(&towns(&given), Projection::at(0.0));
        assert!(labels[1].max_row.is_infinite() && labels[0].max_row.is_finite());
        assert!(labels[0].left && !labels[1].left);
    }
}

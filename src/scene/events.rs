//! The events of some days, one sign for those that are near each other.

use std::collections::BTreeMap;

use ::geo::{Rect, coord};

use super::{Class, Layers, placement::Labels};
use crate::geo::Viewport;

/// Columns and rows of the blocks of cells in which events share a sign.
const BLOCK: (u16, u16) = (6, 3);

/// The sign of an event; how many it stands for follows.
pub const SIGN: char = '×';
const ASCII_SIGN: char = '%';

/// Cells to the right and below where a sign stands, the nearest first, for where the middle of its events is taken.
const NEAR: [(isize, isize); 11] = [
    (0, 0),
    (0, -1),
    (0, 1),
    (1, 0),
    (-1, 0),
    (1, 1),
    (-1, 1),
    (1, -1),
    (-1, -1),
    (-2, 0),
    (2, 0),
];

/// The sign of an event on a medium.
pub const fn sign(is_ascii: bool) -> char {
    if is_ascii { ASCII_SIGN } else { SIGN }
}

/// A block of cells, in blocks from the left and from the top.
pub type Block = (u16, u16);

/// The part of the plane that a block of cells shows.
pub fn block_bounds(viewport: &Viewport, (across, down): Block) -> Rect {
    let corner = |across: u16, down: u16| {
        let (x, y) = (across.saturating_mul(BLOCK.0), down.saturating_mul(BLOCK.1));
        viewport.plane(coord! {x: f64::from(x), y: f64::from(y)})
    };
    let end = (across.saturating_add(1), down.saturating_add(1));
    Rect::new(corner(across, down), corner(end.0, end.1))
}

/// Events that share a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cluster {
    count: usize,
    /// The sums of their columns and rows.
    cols: usize,
    rows: usize,
}

impl Cluster {
    const fn middle(&self) -> (usize, usize) {
        (self.cols / self.count, self.rows / self.count)
    }
}

/// Cells, each of an event, as clusters by their blocks, upper ones first.
fn clusters(cells: impl Iterator<Item = (usize, usize)>) -> Vec<(Block, Cluster)> {
    let mut blocks: BTreeMap<(u16, u16), Cluster> = BTreeMap::new();
    let block = |cell: usize, of: u16| u16::try_from(cell / usize::from(of)).unwrap_or(u16::MAX);
    for (col, row) in cells {
        let at = (block(row, BLOCK.1), block(col, BLOCK.0));
        let cluster = blocks.entry(at).or_default();
        cluster.count += 1;
        cluster.cols += col;
        cluster.rows += row;
    }
    let blocks = blocks.into_iter();
    blocks
        .map(|((down, across), it)| ((across, down), it))
        .collect()
}

impl Labels<'_> {
    /// Marks the events that are shown at the date, wherever their signs find room.
    pub(super) fn events(&mut self) {
        let view = self.view;
        if view.layers == Layers::Areas {
            return;
        }
        let (date, switchboard) = (view.snapshot.date, &view.snapshot.switchboard);
        let events = view.atlas.events_at(date, switchboard);
        let events = events.filter(|event| event.is_of(view.atlas, view.filter));
        let cells = events.filter_map(|event| view.cell(view.map.projection.position(event.at)));
        for (block, cluster) in clusters(cells) {
            let sign = sign(view.resolution.is_ascii());
            let text = match cluster.count {
                1 => sign.to_string(),
                count => format!("{sign}{count}"),
            };
            let (col, row) = cluster.middle();
            let (col, row) = (col.cast_signed(), row.cast_signed());
            let near = NEAR.map(|(right, down)| (col + right, row + down));
            let free = near
                .into_iter()
                .find(|&(left, top)| self.taken.is_free(left, top, text.len()));
            if let Some((left, top)) = free {
                let at = (left.cast_unsigned(), top.cast_unsigned());
                self.push(at, text, Class::Event, None);
                if let Some(label) = self.placed.last_mut() {
                    label.block = Some(block);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_event_is_counted_once_and_near(
            cells in prop::collection::vec((0..120_usize, 0..40_usize), 0..300),
        ) {
            let clusters = clusters(cells.iter().copied());
            let all: usize = clusters.iter().map(|(_, it)| it.count).sum();
            prop_assert_eq!(all, cells.len());
            for (block, cluster) in clusters {
                let in_block = |&&(x, y): &&(usize, usize)| {
                    (x / usize::from(BLOCK.0), y / usize::from(BLOCK.1)) == (block.0.into(), block.1.into())
                };
                prop_assert_eq!(cells.iter().filter(in_block).count(), cluster.count);
                prop_assert!(in_block(&&cluster.middle()));
            }
        }
    }
}

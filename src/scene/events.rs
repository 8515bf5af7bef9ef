//! The events of some days, one sign for those that are near each other.

use std::collections::BTreeMap;

use super::{Class, Layers, placement::Labels};

/// Columns and rows of cells in which events share a sign.
const BLOCK: (usize, usize) = (6, 3);

/// The sign of an event; how many it stands for follows.
pub const SIGN: char = '×';
const ASCII_SIGN: char = '%';

/// The sign of an event on a medium.
pub const fn sign(is_ascii: bool) -> char {
    if is_ascii { ASCII_SIGN } else { SIGN }
}

/// Events that share a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cluster {
    count: usize,
    /// The sums of their columns and rows.
    cols: usize,
    rows: usize,
}

/// Cells, each of an event, as clusters: the middle of each, and how many events it stands for, upper ones first.
fn clusters(cells: impl Iterator<Item = (usize, usize)>) -> Vec<((usize, usize), usize)> {
    let mut blocks: BTreeMap<(usize, usize), Cluster> = BTreeMap::new();
    for (col, row) in cells {
        let cluster = blocks.entry((row / BLOCK.1, col / BLOCK.0)).or_default();
        cluster.count += 1;
        cluster.cols += col;
        cluster.rows += row;
    }
    let middle = |it: &Cluster| (it.cols / it.count, it.rows / it.count);
    blocks.values().map(|it| (middle(it), it.count)).collect()
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
        let cells = events.filter_map(|event| view.cell(view.map.projection.position(event.at)));
        for ((col, row), count) in clusters(cells) {
            let sign = sign(view.resolution.is_ascii());
            let text = match count {
                1 => sign.to_string(),
                count => format!("{sign}{count}"),
            };
            let (col, row) = (col.cast_signed(), row.cast_signed());
            let near = [
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
            let near = near.map(|(right, down)| (col + right, row + down));
            let free = near
                .into_iter()
                .find(|&(left, top)| self.taken.is_free(left, top, text.len()));
            if let Some((left, top)) = free {
                let at = (left.cast_unsigned(), top.cast_unsigned());
                self.push(at, text, Class::Event, None);
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
            let all: usize = clusters.iter().map(|(_, count)| count).sum();
            prop_assert_eq!(all, cells.len());
            for ((col, row), _) in clusters {
                let near = |&&(x, y): &&(usize, usize)| x.abs_diff(col) < BLOCK.0 && y.abs_diff(row) < BLOCK.1;
                prop_assert!(cells.iter().find(near).is_some());
            }
        }
    }
}

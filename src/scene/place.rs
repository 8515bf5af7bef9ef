//! Where labels go: on free cells, never on top of each other, never cut.

use std::{cmp::Reverse, collections::HashMap, hash::Hash, ops::Range, sync::OnceLock};

use super::grid::Grid;

/// Cells between labels on a line.
const AIR: usize = 2;

/// Cells that labels may still use.
#[derive(Clone, Debug)]
pub struct Room {
    taken: Grid<bool>,
}

impl Room {
    pub fn new(cols: usize, rows: usize) -> Self {
        Self {
            taken: Grid::new(cols, rows, false),
        }
    }

    pub const fn cols(&self) -> usize {
        self.taken.width()
    }

    pub const fn rows(&self) -> usize {
        self.taken.height()
    }

    pub fn is_free(&self, x: isize, y: isize, width: usize) -> bool {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return false;
        };
        y < self.taken.height()
            && x + width <= self.taken.width()
            && self.taken.row(y)[x..x + width].iter().all(|taken| !taken)
    }

    /// Takes a run of cells with some air on both sides; cells beyond the edge are left out.
    pub fn take(&mut self, x: usize, y: usize, width: usize) {
        if y < self.taken.height() {
            let end = (x + width + AIR).min(self.taken.width());
            self.taken.row_mut(y)[x.saturating_sub(AIR).min(end)..end].fill(true);
        }
    }
}

/// For each owner of cells, where a box of its size stands deepest inside.
#[derive(Clone, Debug)]
pub struct Depths<T> {
    owners: Grid<T>,
    /// How far each cell is from the nearest of another owner: in columns, a row counting two. Measured when it is first
    /// asked for, as most areas have their pole in sight.
    depth: OnceLock<Grid<u16>>,
    extents: HashMap<T, Extent>,
}

/// The rows and columns between which all cells of an owner lie.
#[derive(Clone, Debug)]
struct Extent {
    rows: Range<usize>,
    cols: Range<usize>,
}

impl<T: Copy + Eq + Hash> Depths<T> {
    pub fn new(owners: Grid<T>) -> Self {
        Self {
            extents: extents(&owners),
            owners,
            depth: OnceLock::new(),
        }
    }

    /// The top left cell of the best place for a box `width` × `height` of free cells that all belong to `owner`.
    pub fn deepest(
        &self,
        owner: T,
        (width, height): (usize, usize),
        room: &Room,
    ) -> Option<(usize, usize)> {
        let extent = self.extents.get(&owner)?;
        let depths = self.depth.get_or_init(|| depth(&self.owners));
        let mut best: Option<Spot> = None;
        for y in extent.rows.clone() {
            for x in extent.cols.clone() {
                let depth = depths.row(y)[x];
                if self.owners.row(y)[x] != owner
                    || best.as_ref().is_some_and(|best| depth < best.depth)
                {
                    continue;
                }
                let (Some(left), Some(top)) =
                    (x.checked_sub(width / 2), y.checked_sub((height - 1) / 2))
                else {
                    continue;
                };
                if !self.fits(owner, left, top, width, height, room) {
                    continue;
                }
                match &mut best {
                    Some(best) if best.depth == depth => best.widen(left, top),
                    _ => {
                        best = Some(Spot {
                            depth,
                            top,
                            left,
                            last: left,
                        });
                    }
                }
            }
        }
        best.map(|spot| (usize::midpoint(spot.left, spot.last), spot.top))
    }

    /// The top left cell of a box as in [`Self::deepest`], but of the one nearest to a cell.
    pub fn nearest(
        &self,
        owner: T,
        (width, height): (usize, usize),
        room: &Room,
        to: (usize, usize),
    ) -> Option<(usize, usize)> {
        let extent = self.extents.get(&owner)?;
        let mut rows: Vec<usize> = extent.rows.clone().collect();
        rows.sort_by_key(|y| y.abs_diff(to.1));
        let mut best: Option<(usize, (usize, usize))> = None;
        for y in rows {
            // A row is about as high as two columns are wide.
            let across = (2 * y.abs_diff(to.1)).pow(2);
            if best.is_some_and(|(least, _)| across >= least) {
                break;
            }
            for x in extent.cols.clone() {
                let distance = x.abs_diff(to.0).pow(2) + across;
                if self.owners.row(y)[x] != owner
                    || best.is_some_and(|(least, _)| distance >= least)
                {
                    continue;
                }
                if let (Some(left), Some(top)) =
                    (x.checked_sub(width / 2), y.checked_sub((height - 1) / 2))
                    && self.fits(owner, left, top, width, height, room)
                {
                    best = Some((distance, (left, top)));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// The left end of the run of free cells of which most belong to `owner`, more than half of them, nearest to a cell.
    pub fn astride(
        &self,
        owner: T,
        width: usize,
        room: &Room,
        to: (usize, usize),
    ) -> Option<(usize, usize)> {
        let extent = self.extents.get(&owner)?;
        let starts = extent.cols.start.saturating_sub(width)..extent.cols.end;
        let runs = extent
            .rows
            .clone()
            .flat_map(|y| starts.clone().map(move |x| (x, y)));
        let free = runs.filter(|&(x, y)| room.is_free(x.cast_signed(), y.cast_signed(), width));
        let rated = free.map(|(x, y)| {
            let own = self.own(owner, x, y, width);
            let away = (x + width / 2).abs_diff(to.0).pow(2) + (2 * y.abs_diff(to.1)).pow(2);
            (own, Reverse(away), (x, y))
        });
        let best = rated.filter(|(own, ..)| own * 2 > width).max();
        best.map(|(.., at)| at)
    }

    /// Whether more than half of a run of cells belongs to `owner`.
    pub fn is_mostly(&self, owner: T, left: usize, top: usize, width: usize) -> bool {
        self.own(owner, left, top, width) * 2 > width
    }

    /// How many cells of a run belong to `owner`.
    fn own(&self, owner: T, left: usize, top: usize, width: usize) -> usize {
        let run = self.owners.row(top)[left..left + width].iter();
        run.filter(|found| **found == owner).count()
    }

    /// The first cell that belongs to `owner`.
    pub fn first(&self, owner: T) -> Option<(usize, usize)> {
        let y = self.extents.get(&owner)?.rows.start;
        self.owners
            .row(y)
            .iter()
            .position(|found| *found == owner)
            .map(|x| (x, y))
    }

    /// Whether a run of cells has one owner.
    pub fn is_one(&self, left: usize, top: usize, width: usize) -> bool {
        let run = &self.owners.row(top)[left..left + width];
        run.iter().all(|owner| *owner == run[0])
    }

    fn fits(
        &self,
        owner: T,
        left: usize,
        top: usize,
        width: usize,
        height: usize,
        room: &Room,
    ) -> bool {
        top + height <= self.owners.height()
            && left + width <= self.owners.width()
            && (top..top + height).all(|y| {
                self.owners.row(y)[left..left + width]
                    .iter()
                    .all(|found| *found == owner)
                    && room.is_free(left.cast_signed(), y.cast_signed(), width)
            })
    }
}

/// Measures by two passes over the grid (a chamfer distance transform).
fn depth<T: Copy + Eq>(owners: &Grid<T>) -> Grid<u16> {
    let (width, height) = (owners.width(), owners.height());
    let mut depth = Grid::new(width, height, 0_u16);
    let mut above = vec![0; width];
    for y in 1..height.saturating_sub(1) {
        let (row, before, after) = (owners.row(y), owners.row(y - 1), owners.row(y + 1));
        let here = depth.row_mut(y);
        for x in 1..width.saturating_sub(1) {
            let owner = row[x];
            #[expect(clippy::needless_bitwise_bool, reason = "no branch to mispredict")]
            let within = (row[x - 1] == owner)
                & (row[x + 1] == owner)
                & (before[x] == owner)
                & (after[x] == owner);
            here[x] = if within {
                (here[x - 1] + 1).min(above[x] + 2)
            } else {
                0
            };
        }
        above.copy_from_slice(here);
    }
    let mut below = vec![0; width];
    for y in (0..height).rev() {
        let here = depth.row_mut(y);
        for x in (0..width.saturating_sub(1)).rev() {
            here[x] = here[x].min(here[x + 1] + 1).min(below[x] + 2);
        }
        below.copy_from_slice(here);
    }
    depth
}

fn extents<T: Copy + Eq + Hash>(owners: &Grid<T>) -> HashMap<T, Extent> {
    let mut extents: HashMap<T, Extent> = HashMap::new();
    for y in 0..owners.height() {
        let mut x = 0;
        for run in owners.row(y).chunk_by(T::eq) {
            let end = x + run.len();
            let extent = extents.entry(run[0]).or_insert(Extent {
                rows: y..y + 1,
                cols: x..end,
            });
            extent.rows.end = y + 1;
            extent.cols = extent.cols.start.min(x)..extent.cols.end.max(end);
            x = end;
        }
    }
    extents
}

/// A run of equally deep places in a row.
#[derive(Debug)]
struct Spot {
    depth: u16,
    top: usize,
    left: usize,
    last: usize,
}

impl Spot {
    const fn widen(&mut self, left: usize, top: usize) {
        if top == self.top && left == self.last + 1 {
            self.last = left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn taken_cells_are_not_given_again(boxes in prop::collection::vec((0..40usize, 0..12usize, 1..12usize), 1..60)) {
            let mut room = Room::new(40, 12);
            let mut given: Vec<(usize, usize, usize)> = Vec::new();
            for (x, y, width) in boxes {
                if room.is_free(x.cast_signed(), y.cast_signed(), width) {
                    prop_assert!(x + width <= 40);
                    for &(other, row, len) in &given {
                        prop_assert!(row != y || x >= other + len || other >= x + width);
                    }
                    room.take(x, y, width);
                    given.push((x, y, width));
                }
            }
        }

        #[test]
        fn a_box_stands_wholly_inside_its_owner(
            cells in prop::collection::vec(0..3u8, 20 * 10), width in 1..6usize, height in 1..3usize,
        ) {
            let mut owners = Grid::new(20, 10, 0);
            for (n, owner) in cells.iter().enumerate() {
                owners.set(n % 20, n / 20, *owner);
            }
            if let Some((left, top)) = Depths::new(owners.clone()).deepest(1, (width, height), &Room::new(20, 10)) {
                for y in top..top + height {
                    for x in left..left + width {
                        prop_assert_eq!(owners.get(x, y), Some(1));
                    }
                }
            }
        }
    }

    #[test]
    fn a_label_stands_in_the_middle_of_a_plain_area() {
        let owners = Grid::new(21, 9, 1);
        assert_eq!(
            Depths::new(owners.clone()).deepest(1, (5, 1), &Room::new(21, 9)),
            Some((8, 4))
        );
    }
}

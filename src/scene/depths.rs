//! The places deepest inside an area of cells, for labels to stand at.

use std::{cmp::Reverse, collections::HashMap, hash::Hash, ops::Range, sync::OnceLock};

use super::{Grid, occupancy::Occupancy};

/// A search for the places inside each owner's cells where a box stands.
#[derive(Clone, Debug)]
pub struct Depths<T> {
    owners: Grid<T>,
    /// The distance of each cell from the nearest of another owner: in columns, a row counting two. Measured when it is first
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

    /// Tells whether `owner` has any cell.
    pub fn has(&self, owner: T) -> bool {
        self.extents.contains_key(&owner)
    }

    /// The top left cell of the best place for a box `width` × `height` of free cells that all belong to `owner`.
    pub fn deepest(
        &self,
        owner: T,
        (width, height): (usize, usize),
        occupancy: &Occupancy,
    ) -> Option<(usize, usize)> {
        let extent = self.extent(owner, (width, height))?;
        let depths = self.depth.get_or_init(|| depth(&self.owners));
        let mut best: Option<Run> = None;
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
                if !self.fits(owner, left, top, width, height, occupancy) {
                    continue;
                }
                match &mut best {
                    Some(best) if best.depth == depth => best.widen(left, top),
                    _ => {
                        best = Some(Run {
                            depth,
                            top,
                            left,
                            last: left,
                        });
                    }
                }
            }
        }
        best.map(|run| (usize::midpoint(run.left, run.last), run.top))
    }

    /// The top left cell of a box as in [`Self::deepest`], but of the one nearest to a cell.
    pub fn nearest(
        &self,
        owner: T,
        (width, height): (usize, usize),
        occupancy: &Occupancy,
        to: (usize, usize),
    ) -> Option<(usize, usize)> {
        let extent = self.extent(owner, (width, height))?;
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
                    && self.fits(owner, left, top, width, height, occupancy)
                {
                    best = Some((distance, (left, top)));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }

    /// The left end of the run of free cells of which most belong to `owner`, at least so many of them, nearest to a cell.
    pub fn astride(
        &self,
        owner: T,
        width: usize,
        least: usize,
        occupancy: &Occupancy,
        to: (usize, usize),
    ) -> Option<(usize, usize)> {
        let extent = self.extent(owner, (least, 1))?;
        let starts = extent.cols.start.saturating_sub(width)..extent.cols.end;
        let runs = extent
            .rows
            .clone()
            .flat_map(|y| starts.clone().map(move |x| (x, y)));
        let free =
            runs.filter(|&(x, y)| occupancy.is_free(x.cast_signed(), y.cast_signed(), width));
        let rated = free.map(|(x, y)| {
            let own = self.count(owner, x, y, width);
            let away = (x + width / 2).abs_diff(to.0).pow(2) + (2 * y.abs_diff(to.1)).pow(2);
            (own, Reverse(away), (x, y))
        });
        let best = rated.filter(|(own, ..)| *own >= least).max();
        best.map(|(.., at)| at)
    }

    /// Tells whether more than half of a run of cells belongs to `owner`.
    pub fn is_mostly(&self, owner: T, left: usize, top: usize, width: usize) -> bool {
        self.count(owner, left, top, width) * 2 > width
    }

    /// The extent of an owner's cells, where it has room for a box.
    fn extent(&self, owner: T, (width, height): (usize, usize)) -> Option<&Extent> {
        let extent = self.extents.get(&owner)?;
        let has_room = extent.cols.len() >= width && extent.rows.len() >= height;
        has_room.then_some(extent)
    }

    /// The number of cells of a run that belong to `owner`.
    fn count(&self, owner: T, left: usize, top: usize, width: usize) -> usize {
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

    /// Tells whether a run of cells has one owner.
    pub fn has_one_owner(&self, left: usize, top: usize, width: usize) -> bool {
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
        occupancy: &Occupancy,
    ) -> bool {
        top + height <= self.owners.height()
            && left + width <= self.owners.width()
            && (top..top + height).all(|y| {
                self.owners.row(y)[left..left + width]
                    .iter()
                    .all(|found| *found == owner)
                    && occupancy.is_free(left.cast_signed(), y.cast_signed(), width)
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
struct Run {
    depth: u16,
    top: usize,
    left: usize,
    last: usize,
}

impl Run {
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
        fn a_box_stands_wholly_inside_its_owner(
            cells in prop::collection::vec(0..3u8, 20 * 10), width in 1..6usize, height in 1..3usize,
        ) {
            let mut owners = Grid::new(20, 10, 0);
            for (n, owner) in cells.iter().enumerate() {
                owners.set(n % 20, n / 20, *owner);
            }
            if let Some((left, top)) = Depths::new(owners.clone()).deepest(1, (width, height), &Occupancy::new(20, 10)) {
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
            Depths::new(owners.clone()).deepest(1, (5, 1), &Occupancy::new(21, 9)),
            Some((8, 4))
        );
    }
}

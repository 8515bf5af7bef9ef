//! A map with its regions at other numbers, as a second version of it has them.

use std::sync::Arc;

use ::geo::MultiPolygon;

use super::{Areas, Coverage, Map, Periods, Unread};
use crate::atlas::{Date, RegionId, state::Snapshot};

/// Areas at other numbers.
#[derive(Debug)]
struct Renumbered {
    areas: Arc<dyn Periods>,
    /// The new number of each region.
    to: Vec<RegionId>,
    /// The number of regions there are.
    number: usize,
}

impl Periods for Renumbered {
    fn starts(&self) -> &[Date] {
        self.areas.starts()
    }

    fn areas(&self, period: usize) -> Areas {
        let Areas { shapes, unread } = self.areas.areas(period);
        Areas {
            shapes: moved(shapes, &self.to, self.number),
            unread: unread
                .into_iter()
                .map(|it| Unread {
                    regions: it.regions.iter().map(|id| self.to[id.index()]).collect(),
                    ..it
                })
                .collect(),
        }
    }
}

/// Areas at their new numbers; of those that are nobody's, nothing.
fn moved(areas: Vec<MultiPolygon>, to: &[RegionId], number: usize) -> Vec<MultiPolygon> {
    let mut moved = vec![MultiPolygon::new(Vec::new()); number];
    for (area, id) in areas.into_iter().zip(to) {
        moved[id.index()] = area;
    }
    moved
}

impl Map {
    /// The same areas on the base map of another, each at its new number among so many regions.
    #[must_use]
    pub fn renumbered(&self, on: &Self, to: &[RegionId], number: usize) -> Self {
        let areas = moved(self.areas.clone(), to, number);
        let coverage = Coverage::new(&areas, &on.base, |_| false, |_, _| false);
        let coverage = coverage.unwrap_or_else(|_| Coverage::none(number));
        let map = on.with(areas, coverage);
        match &self.periods {
            None => map,
            Some(periods) => {
                let periods = Renumbered {
                    areas: Arc::clone(periods),
                    to: to.to_vec(),
                    number,
                };
                map.changing(Arc::new(periods), self.period, self.unread.clone())
            }
        }
    }

    /// The map with a former version of it, which has the same regions on the same base map.
    #[must_use]
    pub fn since(self, former: Self) -> Self {
        Self {
            former: Some(Arc::new(former)),
            ..self
        }
    }

    /// The areas that a snapshot is of: those of its date, in the version that it is of; `None` where that is this map.
    pub fn of_snapshot(&self, snapshot: &Snapshot) -> Option<Self> {
        match &self.former {
            Some(former) if snapshot.is_former => Some(former.of_date(snapshot.date).into_owned()),
            _ => self.at(snapshot.date),
        }
    }
}

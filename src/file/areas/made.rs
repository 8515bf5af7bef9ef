//! The make-up of regions, as far as it says which of them can't share land.

use std::collections::BTreeSet;

use crate::{diagnostics::List, file::wire};

/// The make-up of a region, as far as it says that it can't share land with another.
#[derive(Debug, Default)]
pub struct Made {
    /// The units that all of it lies in, in whole or in part; `None` where a file says what it is.
    units: Option<BTreeSet<String>>,
    /// The regions that are taken away.
    without: BTreeSet<String>,
}

impl Made {
    pub fn of(wire: &wire::Area) -> Self {
        let units = [&wire.all, &wire.part].into_iter().flat_map(ids);
        Self {
            units: wire.file.is_absent().then(|| units.collect()),
            without: ids(&wire.except).collect(),
        }
    }

    /// The whole of a unit that claims name.
    pub fn unit(id: &str) -> Self {
        Self {
            units: Some(BTreeSet::from([id.to_owned()])),
            without: BTreeSet::new(),
        }
    }

    /// Tells whether all of it lies in the country, by what it is made of.
    pub const fn is_inside(&self) -> bool {
        self.units.is_some()
    }

    /// Tells whether they share no land, by what they are made of: `one` and `other` are their ids.
    pub fn is_apart(&self, one: &str, from: &Self, other: &str) -> bool {
        let apart = match (&self.units, &from.units) {
            (Some(one), Some(other)) => one.is_disjoint(other),
            _ => false,
        };
        apart || self.without.contains(other) || from.without.contains(one)
    }
}

/// The ids that are written in a list.
fn ids(list: &List<String>) -> impl Iterator<Item = String> {
    list.given_items().map(|id| id.value.clone())
}

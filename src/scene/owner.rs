//! The owners of sub-cells.

use crate::atlas::RegionId;

/// An owner of sub-cells, in two bytes: a screen has some 10⁵ of them to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owner(u16);

/// The land or water that an [`Owner`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Land {
    /// Beyond what the base map covers.
    Void,
    /// Water: what the base map covers and no land lies on.
    Sea,
    /// Any lake of the base map, over the land that it lies in.
    Lake,
    /// The country, where no region is drawn.
    Ground,
    /// A neighbour of the base map, by its place in the list.
    Neighbour(usize),
    /// A region of the atlas that is drawn; of those that overlap, the last.
    Region(RegionId),
}

const FIRST_NEIGHBOUR: u16 = 4;
const FIRST_REGION: u16 = FIRST_NEIGHBOUR + 1024;

impl Owner {
    pub(crate) const VOID: Self = Self(0);
    pub(crate) const SEA: Self = Self(1);
    pub(crate) const LAKE: Self = Self(2);
    pub(crate) const GROUND: Self = Self(3);

    /// One of at most 1,024 neighbours; any further ones share the last place.
    pub fn neighbour(index: usize) -> Self {
        Self(u16::try_from(index).map_or(FIRST_REGION - 1, |n| {
            (FIRST_NEIGHBOUR + n.min(FIRST_REGION)).min(FIRST_REGION - 1)
        }))
    }

    /// One of at most 64,508 regions; any further ones share the last place.
    pub fn region(id: RegionId) -> Self {
        Self(
            u16::try_from(id.index())
                .unwrap_or(u16::MAX)
                .saturating_add(FIRST_REGION),
        )
    }

    /// The land or water it was made for; what shares the last place is taken for the one that has it.
    pub const fn land(self) -> Land {
        match self {
            Self::VOID => Land::Void,
            Self::SEA => Land::Sea,
            Self::LAKE => Land::Lake,
            Self::GROUND => Land::Ground,
            Self(n) if n < FIRST_REGION => Land::Neighbour((n - FIRST_NEIGHBOUR) as usize),
            Self(n) => Land::Region(RegionId::at((n - FIRST_REGION) as usize)),
        }
    }

    /// A place in a list of the void, the sea, lakes, bare ground, all neighbours as one, then each region.
    pub const fn slot(self) -> usize {
        match self.0 {
            n if n < FIRST_NEIGHBOUR => n as usize,
            n if n < FIRST_REGION => FIRST_NEIGHBOUR as usize,
            n => (n - FIRST_REGION + FIRST_NEIGHBOUR + 1) as usize,
        }
    }

    /// 0 for the same owner; a number, so that many are compared at once.
    pub const fn differs(self, other: Self) -> u16 {
        self.0 ^ other.0
    }

    /// Tells whether it is part of the country.
    pub const fn is_home(self) -> bool {
        matches!(self.land(), Land::Ground | Land::Region(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_owner_stands_for_what_it_was_made_of() {
        for n in [0, 1, 255, 1023] {
            assert_eq!(Owner::neighbour(n).land(), Land::Neighbour(n));
        }
        for n in [0, 1, 64_507] {
            assert_eq!(
                Owner::region(RegionId::at(n)).land(),
                Land::Region(RegionId::at(n))
            );
        }
        assert_eq!(Owner::neighbour(70_000).land(), Land::Neighbour(1023));
        assert_eq!(Owner::neighbour(5_000).land(), Land::Neighbour(1023));
        assert_eq!(
            Owner::region(RegionId::at(70_000)).land(),
            Land::Region(RegionId::at(64_507))
        );
    }
}

//! The kinds of places that the map shows.

use crate::atlas::Place;

/// Areas, sites, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layers {
    /// Every place is drawn.
    #[default]
    Both,
    /// Regions, and of the sites only the selected one.
    Areas,
    /// Sites, and of the regions only the selected one.
    Sites,
}

impl Layers {
    /// The one after it, and the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Both => Self::Areas,
            Self::Areas => Self::Sites,
            Self::Sites => Self::Both,
        }
    }

    pub(crate) const fn has(self, place: Place) -> bool {
        match place {
            Place::Region(_) => !matches!(self, Self::Sites),
            Place::Site(_) => !matches!(self, Self::Areas),
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Both => "areas and sites",
            Self::Areas => "areas only",
            Self::Sites => "sites only",
        }
    }
}

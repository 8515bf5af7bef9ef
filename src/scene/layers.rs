//! The kinds of places that the map shows.

use crate::atlas::Place;

/// Areas, sites, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layers {
    #[default]
    Both,
    Areas,
    Sites,
}

impl Layers {
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Both => Self::Areas,
            Self::Areas => Self::Sites,
            Self::Sites => Self::Both,
        }
    }

    pub const fn has(self, place: Place) -> bool {
        match place {
            Place::Region(_) => !matches!(self, Self::Sites),
            Place::Site(_) => !matches!(self, Self::Areas),
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => "areas and sites",
            Self::Areas => "areas only",
            Self::Sites => "sites only",
        }
    }
}

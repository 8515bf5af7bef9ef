//! The areas of the shipped map, made when it was last changed: every start would wait for them.
//!
//! `UPDATE=1 cargo test --test prepared` makes them anew.

use ::geo::{Coord, MultiPolygon};
use serde::{Deserialize, Serialize};

use super::RegionFile;

const PREPARED: &[u8] = include_bytes!("../../assets/regions.postcard");

/// The areas of a region file that have been worked out already; nothing of one that doesn't come with the program.
#[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
pub(super) struct Prepared {
    /// The areas of the regions that have one area each, in the order of the file.
    pub areas: Vec<MultiPolygon>,
    /// By region, the point of the plane where its name stands best.
    pub poles: Vec<Coord>,
}

impl Prepared {
    pub fn of(file: &RegionFile) -> Self {
        let known = file.is_builtin().then(|| postcard::from_bytes(PREPARED));
        // What can't be read is made.
        known.and_then(Result::ok).unwrap_or_default()
    }
}

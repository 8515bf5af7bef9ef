//! The areas of the shipped map, made when it was last changed: every start would wait for them.
//!
//! `UPDATE=1 cargo test --lib prepared` makes them anew.

use ::geo::{Coord, MultiPolygon};
use serde::{Deserialize, Serialize};

use super::RegionFile;

const PREPARED: &[u8] = include_bytes!("../../assets/regions.postcard");

/// What has been worked out of a region file already; nothing of one that doesn't come with the program.
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

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;
    use crate::file;

    #[test]
    fn what_is_prepared_is_what_would_be_made() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let shipped = RegionFile::open(&folder.join("regions.toml")).expect("the shipped file");
        assert_eq!(Prepared::of(&shipped), Prepared::default());
        let map = file::load(&shipped).expect("the shipped map").map;
        let poles = map.drawing.regions.iter().map(|shape| shape.pole());
        let now = Prepared {
            poles: poles.collect(),
            areas: map.areas,
        };
        if env::var_os("UPDATE").is_some() {
            let bytes = postcard::to_allocvec(&now).expect("memory takes everything");
            fs::write(folder.join("assets/regions.postcard"), bytes).expect("the file is written");
            return;
        }
        let kept = Prepared::of(&RegionFile::builtin());
        let why = "the areas have changed: UPDATE=1 cargo test --lib prepared";
        assert!(kept.areas == now.areas, "{why}");
        let apart = |(one, other): (&Coord, &Coord)| (one.x - other.x).hypot(one.y - other.y);
        let strayed = kept
            .poles
            .iter()
            .zip(&now.poles)
            .map(apart)
            .fold(0.0, f64::max);
        assert!(
            kept.poles.len() == now.poles.len() && strayed < 1e-6,
            "{why}"
        );
    }
}

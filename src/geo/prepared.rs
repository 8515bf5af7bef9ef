//! The base maps that come with the program: their files of GeoJSON are the source, and what is built in was prepared
//! from them, since every start waits for it.
//!
//! `UPDATE=1 cargo test --test file prepared` prepares them anew.

use super::{Basemap, BasemapError, basemap::fault};

macro_rules! builtin {
    ($($map:literal)+) => {
        const PREPARED: &[(&str, &[u8])] = &[
            $(($map, include_bytes!(concat!("../../assets/basemap/", $map, ".postcard")))),+
        ];

        /// The names of the base maps that come with the program.
        pub const BUILTIN: &[&str] = &[$($map),+];
    };
}

builtin! { "syria" }

impl Basemap {
    /// A base map that comes with the program, if there is one of that name.
    pub fn builtin(name: &str) -> Option<Result<Self, BasemapError>> {
        let (_, bytes) = PREPARED.iter().find(|(known, _)| *known == name)?;
        Some(postcard::from_bytes(bytes).map_err(|error| fault("built in", &error.to_string())))
    }
}

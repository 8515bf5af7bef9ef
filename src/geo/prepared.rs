//! The base maps that come with the program: their files of GeoJSON are the source, and what is built in was prepared
//! from them, since every start waits for it.
//!
//! `UPDATE=1 cargo test --lib prepared` prepares them anew.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Measures;
    use std::{env, fs, path::Path};

    fn bytes(base: &Basemap) -> Vec<u8> {
        postcard::to_allocvec(base).expect("memory takes everything")
    }

    #[test]
    fn what_is_built_in_is_what_the_files_say() {
        for name in BUILTIN {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/basemap");
            let file = |file| Ok(fs::read_to_string(folder.join(name).join(file)).ok());
            let read = Basemap::read(file).expect("a base map");
            let now = Basemap {
                measures: Some(Measures::of(&read)),
                ..read
            };
            if env::var_os("UPDATE").is_some() {
                let path = folder.join(format!("{name}.postcard"));
                fs::write(path, bytes(&now)).expect("the file is written");
                continue;
            }
            let kept = Basemap::builtin(name)
                .expect("it is built in")
                .expect("a base map");
            let why =
                format!("{name} is not what its files say: UPDATE=1 cargo test --lib prepared");
            // The last digits of a sine differ from one machine to another.
            let [kept_measures, measures] =
                [&kept, &now].map(|base| format!("{:.6?}", base.measures));
            assert!(kept_measures == measures, "{why}");
            let shapes = |base| Basemap {
                measures: None,
                ..base
            };
            assert!(bytes(&shapes(kept)) == bytes(&shapes(now)), "{why}");
        }
    }
}

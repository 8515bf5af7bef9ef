//! The map in a file.

use std::path::Path;

use super::{Dialogue, sentence};
use crate::{
    caption::words::{self, clean},
    export::{self, FORMATS},
};

impl Dialogue<'_> {
    /// Writes the map as it is now: `geojson map.geojson`, and `geojson map.geojson replace` where there is such a file.
    pub(super) fn export(&self, how: &str) -> Vec<String> {
        let (name, path) = how.split_once(' ').unwrap_or((how, ""));
        let Some(format) = export::format(&name.to_lowercase()) else {
            let names = words::list(FORMATS.iter().map(|format| format.name()));
            let asked = "Say export, a format and a file, such as export geojson map.geojson.";
            return vec![asked.to_owned(), format!("There are {names}.")];
        };
        let path = path.trim();
        let (path, replace) = match path.strip_suffix(" replace") {
            Some(path) => (path.trim_end(), true),
            None => (path, false),
        };
        if path.is_empty() {
            return vec![format!("Say export {} and a file to write.", format.name())];
        }
        let exported = self.session.exported(self.world);
        match export::write(&exported, format, Path::new(path), replace) {
            Ok(written) => vec![sentence(&written.words(&clean(path)))],
            Err(why) if why.is_there() => vec![format!(
                "There is a file {}. Say export {} {0} replace to replace it.",
                clean(path),
                format.name()
            )],
            Err(why) => vec![format!("Not written to {}: {why}.", clean(path))],
        }
    }
}

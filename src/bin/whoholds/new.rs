//! The command that starts a region file.

use std::path::Path;

use whoholds::{
    diagnostics::clean,
    edit,
    export::{Unsaved, save},
};

use crate::outcome::{Outcome, USAGE_OR_IO, today};

/// Prints a region file to start from, or writes it where there is none yet.
pub fn new(country: &Path, output: Option<&Path>) -> Result<Outcome, Outcome> {
    let failed = |why: String| Outcome::failed(USAGE_OR_IO, format!("error: {why}\n"));
    let beside = output.and_then(Path::parent).unwrap_or(Path::new(""));
    let file = edit::start(&country.to_string_lossy(), beside, today())
        .map_err(|why| failed(why.to_string()))?;
    let Some(path) = output else {
        return Ok(Outcome::printed(file));
    };
    let name = clean(&path.to_string_lossy());
    save(path, file.as_bytes(), false).map_err(|why| {
        let why = match why {
            Unsaved::Exists => "there is such a file".to_owned(),
            why => why.to_string(),
        };
        failed(format!("can't write {name}: {why}"))
    })?;
    Ok(Outcome::printed(format!("wrote {name}\n")))
}

//! The output of `whoholds diff`.

use std::path::Path;

use whoholds::{
    atlas::{Date, Switchboard},
    config::Colours,
    export::{
        Exported,
        diff::{self, Diff, Format},
    },
    file::{self, Document},
};

use crate::outcome::{CLEAN, Outcome, USAGE_OR_IO, open, problems, unreadable};

/// Exit code: something differs.
const DIFFERENT: u8 = 1;

/// Compares two region files. As diff(1) has it, 1 says that something differs, and all trouble is 2.
pub fn diff(
    files: [&Path; 2],
    folder: Option<&Path>,
    at: Option<Date>,
    format: Format,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let load = |path| {
        load(path, folder, color).map_err(|failed| Outcome {
            code: USAGE_OR_IO,
            ..failed
        })
    };
    let [old, new] = files;
    let (old, new) = (load(old)?, load(new)?);
    let exported = |date| {
        [&old, &new].map(|Document { atlas, map, .. }| {
            Exported::new(atlas, map, date, &Switchboard::default())
        })
    };
    let dates = match at {
        Some(at) => vec![at],
        None => {
            let [before, after] = exported(None);
            diff::dates(&before, &after)
        }
    };
    let [before, after] = exported(Some(at.unwrap_or(new.atlas.as_of)));
    let diff = Diff::new(&before, &after, &dates);
    let out = diff
        .write(format)
        .map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))?;
    Ok(Outcome {
        out: out.into_bytes(),
        code: if diff.is_empty() { CLEAN } else { DIFFERENT },
        ..Outcome::default()
    })
}

/// Reads a region file, and what it names from a folder, where one is given.
fn load(path: &Path, folder: Option<&Path>, color: Option<Colours>) -> Result<Document, Outcome> {
    let file = open(Some(path))?;
    let file = match folder {
        None => file,
        Some(folder) => file
            .moved_to(folder)
            .map_err(|error| unreadable(Some(folder), &error))?,
    };
    file::load(&file).map_err(|report| problems(&report, color))
}

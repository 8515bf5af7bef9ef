//! The output of `whoholds diff`.

use whoholds::{
    atlas::{Date, Inconsistent, Switchboard},
    config::Colours,
    export::{
        ExportError, Exported, Exporter, Svg,
        diff::{self, Diff, Format, Former, together},
    },
    file::{self, Document, RegionFile},
};

#[cfg(feature = "pictures")]
use whoholds::export::Png;

use crate::{
    args::{Compared, DiffFormat},
    outcome::{CLEAN, Outcome, USAGE_OR_IO, open, problems, unreadable},
};

/// Exit code: something differs.
const DIFFERENT: u8 = 1;

/// The files of two versions of a map.
pub struct Versions {
    pub old: RegionFile,
    pub new: RegionFile,
}

impl Versions {
    /// Finds both, which name files from one folder where one is given.
    pub fn open(compared: &Compared) -> Result<Self, Outcome> {
        let open = |path| {
            let file = open(Some(path))?;
            match &compared.folder {
                None => Ok(file),
                Some(folder) => file
                    .moved_to(folder)
                    .map_err(|error| unreadable(Some(folder), &error)),
            }
        };
        Ok(Self {
            old: open(&compared.old)?,
            new: open(&compared.new)?,
        })
    }

    /// Reads both. As diff(1) has it, all trouble is 2.
    pub fn load(&self, color: Option<Colours>) -> Result<[Document; 2], Outcome> {
        let load = |file| {
            file::load(file).map_err(|report| Outcome {
                code: USAGE_OR_IO,
                ..problems(&report, color)
            })
        };
        Ok([load(&self.old)?, load(&self.new)?])
    }
}

/// Compares two region files. As diff(1) has it, 1 says that something differs.
pub fn diff(
    compared: &Compared,
    format: DiffFormat,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let [old, new] = Versions::open(compared)?.load(color)?;
    let exported = |date| {
        [&old, &new].map(|Document { atlas, map, .. }| {
            Exported::new(atlas, map, date, &Switchboard::default())
        })
    };
    let dates = if let Some(at) = compared.at {
        vec![at]
    } else {
        let [before, after] = exported(None);
        diff::dates(&before, &after)
    };
    let at = compared.at.unwrap_or(new.atlas.as_of);
    let [before, after] = exported(Some(at));
    let diff = Diff::new(&before, &after, &dates);
    let picture = |format: &dyn Exporter| picture(&old, &new, at, format);
    let out = match format {
        DiffFormat::Text => written(&diff, Format::Text),
        DiffFormat::Md => written(&diff, Format::Markdown),
        DiffFormat::Json => written(&diff, Format::Json),
        DiffFormat::Svg => picture(&Svg),
        #[cfg(feature = "pictures")]
        DiffFormat::Png => picture(&Png),
        DiffFormat::Html => picture(&Svg).map(|svg| {
            let svg = String::from_utf8_lossy(&svg);
            diff.page(&svg).into_bytes()
        }),
    };
    let code = if diff.is_empty() { CLEAN } else { DIFFERENT };
    let told = Outcome::printed(out?).on_land(diff.doubts().clone());
    Ok(match told.code {
        CLEAN => Outcome { code, ..told },
        _ => Outcome {
            code: USAGE_OR_IO,
            ..told
        },
    })
}

fn written(diff: &Diff, format: Format) -> Result<Vec<u8>, Outcome> {
    let written = diff.write(format);
    written
        .map(String::into_bytes)
        .map_err(|error| failed(&error))
}

/// Draws the newer map at a date, hatched where the former one differs.
fn picture(
    old: &Document,
    new: &Document,
    at: Date,
    format: &dyn Exporter,
) -> Result<Vec<u8>, Outcome> {
    let former = Former::new(old.atlas.clone(), old.map.clone());
    let (atlas, map, former) =
        together(former, &new.atlas, &new.map).map_err(|error| at_odds(&error))?;
    let all = Switchboard::default();
    let exported = Exported {
        marked: Some(former.at(at, &all)),
        ..Exported::new(&atlas, &map, Some(at), &all)
    };
    format.export(&exported).map_err(|error| failed(&error))
}

/// Says that two versions have one name for different things.
pub fn at_odds(error: &Inconsistent) -> Outcome {
    let err = format!(
        "error: the two files can't be drawn as one map: {error}, in one a region, a site or an actor, and another in the \
         other\n\n`--format text` tells what differs\n"
    );
    Outcome::failed(USAGE_OR_IO, err)
}

fn failed(error: &ExportError) -> Outcome {
    Outcome::failed(USAGE_OR_IO, format!("error: {error}\n"))
}

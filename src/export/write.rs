//! An export that goes to a file.

use std::path::Path;

use super::{ExportError, Exported, Exporter, OtherFormat, Unsaved, check_ending, save};

/// The reason why a map is not written to a file.
#[derive(Debug)]
pub enum Unwritten {
    /// The map can't be put into the format.
    Export(ExportError),
    /// The name of the file promises another format.
    Name(OtherFormat),
    /// The file can't be written.
    Save(Unsaved),
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The size of the file.
    pub bytes: usize,
    /// A note of what is not in it, see [`Exporter::left_out`].
    pub left_out: Option<String>,
}

/// Writes a map to a file, whole or not at all.
pub fn write(
    exported: &Exported,
    format: &dyn Exporter,
    path: &Path,
    replace: bool,
) -> Result<Written, Unwritten> {
    check_ending(format, path).map_err(Unwritten::Name)?;
    let bytes = format.export(exported).map_err(Unwritten::Export)?;
    save(path, &bytes, replace).map_err(Unwritten::Save)?;
    Ok(Written {
        bytes: bytes.len(),
        left_out: format.left_out(exported),
    })
}

impl Unwritten {
    /// Returns `true` if it would be written were it said that the file that is there may be replaced.
    pub const fn is_there(&self) -> bool {
        matches!(self, Self::Save(Unsaved::Exists))
    }
}

impl std::fmt::Display for Unwritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Export(error) => error.fmt(f),
            Self::Name(error) => error.fmt(f),
            Self::Save(Unsaved::Exists) => f.write_str("there is such a file"),
            Self::Save(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Unwritten {}

impl Written {
    /// `97 kB written to map.json`, and what is left out.
    pub fn words(&self, path: &str) -> String {
        let left_out = self.left_out.as_ref().map(|what| format!("; {what}"));
        let size = match self.bytes {
            bytes @ 0..10_000 => format!("{bytes} bytes"),
            bytes => format!("{} kB", bytes / 1_000),
        };
        format!("{size} written to {path}{}", left_out.unwrap_or_default())
    }
}

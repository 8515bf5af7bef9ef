//! Files of features: those that a region file names, and those that lie anywhere.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    diagnostics::{clean, read_plain_file},
    geo::formats::{self, Feature, GeodataError},
    limits,
};

use super::folder::{self, Folder, Unusable};

/// The reason why a file gives no features.
pub(super) enum Unread {
    /// It can't be read at all.
    Unusable(Unusable),
    /// It can be read, and is of no use.
    Unfit(GeodataError),
}

impl Folder {
    /// Reads the features of a file that the region file names, by its path from there, of one layer where it has several.
    pub fn features(&self, name: &str, layer: Option<&str>) -> Result<Vec<Feature>, Unread> {
        let bytes = self
            .bytes(name, limits::GEODATA)
            .map_err(Unread::Unusable)?;
        let bytes = bytes.ok_or_else(|| Unread::Unusable(folder::absent(name)))?;
        let beside = |extension: &str| {
            let found = self.bytes(&sibling(name, extension), limits::GEODATA);
            found.map_err(|unusable| GeodataError::Beside(unusable.why))
        };
        formats::read(name, bytes, &beside, layer).map_err(Unread::Unfit)
    }
}

/// Reads the features of a file wherever it lies, of one layer where it has several; the error says of which file it is,
/// and the way out.
pub fn features(path: &Path, layer: Option<&str>) -> Result<Vec<Feature>, String> {
    let name = path.to_string_lossy();
    let bytes = ordinary_file(path, limits::GEODATA)?;
    let beside = |extension: &str| {
        let path = sibling(&name, extension);
        let path = Path::new(&path);
        if !path.exists() {
            return Ok(None);
        }
        ordinary_file(path, limits::GEODATA)
            .map(Some)
            .map_err(GeodataError::Beside)
    };
    formats::read(&name, bytes, &beside, layer)
        .map_err(|error| clean(&format!("{name}: {error}; {}", error.help())))
}

/// Reads an ordinary file wherever it lies, up to a limit in bytes; the error says of which file it is.
pub fn ordinary_file(path: &Path, limit: u64) -> Result<Vec<u8>, String> {
    let name = path.to_string_lossy();
    let why = match read_plain_file(path, limit) {
        Ok(bytes) if bytes.len() as u64 <= limit => return Ok(bytes),
        Ok(_) => format!("it is larger than {} MiB", limit >> 20),
        Err(error) => error.to_string(),
    };
    Err(clean(&format!("can't read {name}: {why}")))
}

/// The ordinary files in a folder, wherever it lies, by their names.
pub fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = paths.collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

/// The file beside one that has another extension, in capitals where that one has.
fn sibling(name: &str, extension: &str) -> String {
    let (stem, own) = name.rsplit_once('.').unwrap_or((name, ""));
    if own.chars().any(char::is_uppercase) {
        format!("{stem}.{}", extension.to_uppercase())
    } else {
        format!("{stem}.{extension}")
    }
}

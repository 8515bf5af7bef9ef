//! The files that are meant by paths of files and of folders.

use std::path::{Path, PathBuf};

use crate::{diagnostics::clean, file, geo::formats, limits::LAYERS};

/// The ends of names of files that are made something of.
const KNOWN: &[&str] = &[
    "geojson", "json", "topojson", "kml", "kmz", "shp", "csv", "tsv",
];
/// The ends of names of files beside a Shapefile.
const BESIDE_SHP: &[&str] = &[
    "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qmd", "xml",
];

/// The files that are named, and the known ones in the folders that are named, without what lies beside Shapefiles; or
/// why there are none in a folder.
pub fn all(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<String>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let is_of = |path: &Path, ends: &[&str]| {
        let end = formats::extension(&path.to_string_lossy());
        ends.contains(&end.as_str())
    };
    let with_shp = paths.iter().any(|path| is_of(path, &["shp"]));
    for path in paths {
        if path.is_dir() {
            match inside(path, |path| is_of(path, KNOWN)) {
                Ok(inside) => files.extend(inside),
                Err(why) => problems.push(clean(&format!("{}: {why}", path.to_string_lossy()))),
            }
        } else if !(with_shp && is_of(path, BESIDE_SHP)) {
            files.push(path.clone());
        }
    }
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

/// The files in a folder that are wanted, by their names.
fn inside(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, String> {
    let mut files = file::files_in(folder).map_err(|error| error.to_string())?;
    files.retain(|path| is_wanted(path));
    if files.is_empty() {
        return Err("there are neither files of shapes nor tables in it".to_owned());
    }
    if files.len() > LAYERS {
        return Err(format!(
            "there are more than {LAYERS} such files in it: take it in parts"
        ));
    }
    Ok(files)
}

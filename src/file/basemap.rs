//! The base map of a region file.

use std::{mem, path::Path};

use crate::{
    diagnostics::{Check, Code, Diagnostics, Field, Located, Problem, clean},
    geo::{BUILTIN, Basemap, BasemapError},
    limits,
};

use super::{
    folder::{Folder, RegionFile},
    wire,
};

/// Reads the base map of a region file and nothing else, or finds what is wrong with it.
pub fn basemap(file: &RegionFile) -> Result<Basemap, Diagnostics> {
    let (base, report) = file
        .toml
        .read_entries(|root: Field<wire::RegionFile>, check, _| {
            let Located { mut value, at } = check.take(root)?;
            check.require(&at, &[("basemap", value.basemap.is_absent())]);
            basemap_of(mem::take(&mut value.basemap), &file.folder, check)
        });
    base.ok_or(report)
}

/// Reads a base map that comes with the program, or a folder beside the file.
pub(super) fn basemap_of(
    field: Field<String>,
    folder: &Folder,
    check: &mut Check,
) -> Option<Basemap> {
    let Located { value: name, at } = check.take(field)?;
    match read(&name, folder) {
        Ok(base) => Some(base),
        Err(error) => {
            let problem = Problem::new(Code::BadBasemap, &at, unusable(&name, &error));
            check.report(problem.help(help()));
            None
        }
    }
}

/// Reads a base map by the name that a region file in a folder has for it; the error says the way out.
pub fn open_basemap(name: &str, folder: &Path) -> Result<Basemap, String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = Folder::open(folder)
        .map_err(|error| format!("can't read {}: {error}", clean(&folder.to_string_lossy())))?;
    read(name, &folder).map_err(|error| clean(&format!("{}; {}", unusable(name, &error), help())))
}

/// Reads the base map in a folder; the error says what is wrong with it.
pub fn basemap_in(path: &Path) -> Result<Basemap, String> {
    let name = clean(&path.to_string_lossy());
    let folder = Folder::open(path).map_err(|error| format!("can't read {name}: {error}"))?;
    let file = |file: &str| {
        folder
            .read_if_there(file, limits::GEODATA)
            .map_err(|unusable| unusable.why)
    };
    Basemap::read(file).map_err(|error| {
        clean(&format!("{name} is a folder, and can't be used as a base map: {error}; name a region file, or a folder with `units.geojson`"))
    })
}

fn read(name: &str, folder: &Folder) -> Result<Basemap, BasemapError> {
    let file = |file| {
        folder
            .read_if_there(&format!("{name}/{file}"), limits::GEODATA)
            .map_err(|unusable| unusable.why)
    };
    Basemap::builtin(name).unwrap_or_else(|| Basemap::read(file))
}

fn unusable(name: &str, error: &BasemapError) -> String {
    format!("`{name}` can't be used as a base map: {error}")
}

fn help() -> String {
    let names: Vec<String> = BUILTIN.iter().map(|name| format!("`{name}`")).collect();
    format!(
        "built in: {}; any other name is that of a folder",
        names.join(", ")
    )
}

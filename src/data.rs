//! The commands that start from geodata: what a region file says of it, base maps, and their units.

use std::path::{Path, PathBuf};

use whoholds::{
    config::Colours,
    diagnostics::clean,
    export::save_folder,
    file::{self, RegionFile},
    geo::algebra,
    import::{
        self, Asked, Imported, Refusal,
        basemap::{self, Wanted},
    },
};

use crate::outcome::{CLEAN, Outcome, PROBLEMS, USAGE_OR_IO, problems};

/// Prints the entries of a region file for what is in some files.
pub fn import(files: &[PathBuf], asked: &Asked) -> Result<Outcome, Outcome> {
    let Imported { toml, notes } = import::import(files, asked).map_err(refused)?;
    Ok(Outcome {
        out: toml.into_bytes(),
        err: lines("note", &notes),
        code: CLEAN,
    })
}

/// Writes a base map into a folder.
pub fn basemap(wanted: &Wanted, output: &Path) -> Result<Outcome, Outcome> {
    let folder = basemap::make(wanted).map_err(refused)?;
    let name = clean(&output.to_string_lossy());
    save_folder(output, &folder.files).map_err(|why| {
        Outcome::failed(USAGE_OR_IO, format!("error: can't write {name}: {why}\n"))
    })?;
    Ok(Outcome {
        err: lines("note", &folder.notes),
        ..Outcome::printed(format!("wrote {name}\n"))
    })
}

/// Lists the units of the base map of a region file.
pub fn units(file: &RegionFile, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let base = file::basemap(file).map_err(|report| problems(&report, color))?;
    let rows = base.units.iter().map(|unit| {
        let km2 = format!("{:.0}", algebra::area_km2(&unit.shape));
        [clean(&unit.id), clean(&unit.name), km2]
    });
    Ok(Outcome::printed(table(&rows.collect::<Vec<_>>())))
}

/// Rows with their columns below each other; the last is one of numbers.
fn table(rows: &[[String; 3]]) -> String {
    use unicode_width::UnicodeWidthStr;
    let width = |n: usize| {
        rows.iter()
            .map(|row| row[n].width())
            .max()
            .unwrap_or_default()
    };
    let (ids, names, numbers) = (width(0), width(1), width(2));
    let pad = |text: &str, width: usize| " ".repeat(width - text.width());
    let line = |[id, name, km2]: &[String; 3]| {
        format!(
            "{id}{}  {name}{}  {km2:>numbers$} km²\n",
            pad(id, ids),
            pad(name, names)
        )
    };
    rows.iter().map(line).collect()
}

fn refused(refusal: Refusal) -> Outcome {
    match refusal {
        Refusal::Unreadable(why) => Outcome::failed(USAGE_OR_IO, lines("error", &why)),
        Refusal::Unfit(why) => Outcome::failed(PROBLEMS, lines("error", &why)),
    }
}

fn lines(kind: &str, texts: &[String]) -> String {
    let lines = texts
        .iter()
        .map(|text| format!("{kind}: {}\n", clean(text)));
    lines.collect::<Vec<_>>().concat()
}

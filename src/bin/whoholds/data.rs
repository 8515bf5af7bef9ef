//! The commands that start from geodata: what a region file says of it, base maps, and their units.

use std::path::{Path, PathBuf};

use whoholds::{
    config::Colours,
    diagnostics::{SHOWN, clean},
    export::save_folder,
    file,
    geo::{Unit, algebra},
    import::{
        self, Asked, Imported, Refusal,
        basemap::{self, Wanted},
    },
    names::town_id,
};

use crate::outcome::{CLEAN, Outcome, PROBLEMS, USAGE_OR_IO, count, open, problems};

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

/// Lists the units of a base map, or its towns: of a region file's, or of a folder.
pub fn units(path: Option<&Path>, towns: bool, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let base = match path {
        Some(folder) if folder.is_dir() => file::basemap_in(folder)
            .map_err(|why| Outcome::failed(USAGE_OR_IO, lines("error", &[why])))?,
        path => file::basemap(&open(path)?).map_err(|report| problems(&report, color))?,
    };
    let rows: Vec<[String; 3]> = if towns {
        let unit = |at| base.unit_at(at).map_or("abroad", |unit| &unit.id);
        let rows = base.towns.iter();
        rows.map(|town| [&town_id(&town.name), &*town.name, unit(town.at)].map(clean))
            .collect()
    } else {
        let size = |unit: &Unit| format!("{:.0} km²", algebra::area_km2(&unit.shape));
        let rows = base.units.iter();
        rows.map(|unit| [&*unit.id, &*unit.name, &size(unit)].map(clean))
            .collect()
    };
    Ok(Outcome::printed(table(&rows)))
}

/// Rows with their columns below each other, the last to the right.
fn table(rows: &[[String; 3]]) -> String {
    use unicode_width::UnicodeWidthStr;
    let widths = [0, 1, 2].map(|n| rows.iter().map(|row| row[n].width()).max().unwrap_or(0));
    let pad = |n: usize, text: &str| " ".repeat(widths[n] - text.width());
    let line = |[id, name, last]: &[String; 3]| {
        let (after_id, after_name, before) = (pad(0, id), pad(1, name), pad(2, last));
        format!("{id}{after_id}  {name}{after_name}  {before}{last}\n")
    };
    rows.iter().map(line).collect()
}

fn refused(refusal: Refusal) -> Outcome {
    match refusal {
        Refusal::Unreadable(why) | Refusal::Misnamed(why) => {
            Outcome::failed(USAGE_OR_IO, lines("error", &why))
        }
        Refusal::Unfit(why) => Outcome::failed(PROBLEMS, lines("error", &why)),
    }
}

/// A line each, as far as they are shown.
fn lines(kind: &str, texts: &[String]) -> String {
    let shown = texts.iter().take(SHOWN);
    let shown = shown.map(|text| format!("{kind}: {}\n", clean(text)));
    let more = (texts.len() > SHOWN).then(|| {
        format!(
            "{}; the first {SHOWN} are shown\n",
            count(texts.len(), kind)
        )
    });
    shown.chain(more).collect::<Vec<_>>().concat()
}

//! A region file to start from: nothing is claimed yet, and comments show how each entry is written.

use std::{
    fmt,
    path::{Component, Path, PathBuf},
};

use crate::{
    atlas::Date,
    diagnostics::{clean, steers},
    file::{self, comment, entry, string},
    geo::{BUILTIN, Basemap},
    names::slug as slug_of,
};

/// The reason why there is no ground to draw a map on, with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoBasemap(String);

impl fmt::Display for NoBasemap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoBasemap {}

/// Writes a region file on a base map: one that is built in, by its name in any case, or a folder. The file is to lie in
/// the folder `beside`, which a base map of one's own has to be in.
pub fn start(country: &str, beside: &Path, today: Date) -> Result<String, NoBasemap> {
    let builtin = BUILTIN
        .iter()
        .find(|name| name.eq_ignore_ascii_case(country));
    let (name, title) = match builtin {
        Some(name) => ((*name).to_owned(), capitalised(name)),
        None => folder(Path::new(country), beside)?,
    };
    let base = file::open_basemap(&name, beside).map_err(NoBasemap)?;
    Ok(head(&name, &title, today) + &examples(&base))
}

/// A folder by its name from where the file is to lie, and what the map in it may be called.
fn folder(path: &Path, beside: &Path) -> Result<(String, String), NoBasemap> {
    let shown = clean(&path.to_string_lossy());
    if !path.is_dir() {
        return Err(NoBasemap(format!(
            "no base map `{shown}` is built in (built in: {}), and there is no such folder; `whoholds basemap` makes \
             one from files of shapes",
            BUILTIN.join(", ")
        )));
    }
    let outside = || {
        NoBasemap(format!(
            "{shown} does not lie in the folder that the region file is to be in; put the two beside each other"
        ))
    };
    let canonical = |path: &Path| {
        let path = if path.as_os_str().is_empty() {
            Path::new(".")
        } else {
            path
        };
        path.canonicalize().map_err(|error| {
            NoBasemap(format!(
                "can't read {}: {error}",
                clean(&path.to_string_lossy())
            ))
        })
    };
    let (path, beside): (PathBuf, PathBuf) = (canonical(path)?, canonical(beside)?);
    let inside = path.strip_prefix(&beside).map_err(|_| outside())?;
    let parts = inside.components().map(|part| match part {
        Component::Normal(name) => name.to_str().filter(|name| !name.contains(steers)),
        _ => None,
    });
    let parts: Vec<&str> = parts.collect::<Option<_>>().ok_or_else(outside)?;
    let last = parts.last().ok_or_else(outside)?;
    Ok((parts.join("/"), capitalised(last)))
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn head(basemap: &str, title: &str, today: Date) -> String {
    let title = string(&format!("{title}: who holds what"));
    let (basemap, today) = (string(basemap), entry::date(today));
    format!(
        "# Who holds what, and who says so. Nothing is claimed yet, so the whole map is silent.
#
# `whoholds add ARTICLE` with this file adds an article and takes you through what it says; `whoholds check` finds every
# mistake. What stands behind `# ` below shows how each entry is written by hand.

format = 1                           # the version of this format
title = {title}
basemap = {basemap}
as_of = {today}                   # the date shown first, and that of undated claims; a newer article moves it on

"
    )
}

/// Entries of every kind as comments, over units that the base map has.
fn examples(base: &Basemap) -> String {
    let mut out = String::new();
    if let Some(unit) = base.units.first() {
        out +=
            &comment("Areas are made of the units of the base map, which `whoholds units` lists:");
        out += &table(&[
            "[[region]]".to_owned(),
            format!("id = {}", string(&id(&unit.name))),
            format!("name = {}", string(&unit.name)),
            format!("area = {{ all = [{}] }}", string(&unit.id)),
            "drawn = \"administrative\"             # how far to trust its line".to_owned(),
        ]);
    }
    if let Some(town) = base.towns.first() {
        out += &comment("Sites are points:");
        out += &table(&[
            "[[site]]".to_owned(),
            format!("id = {}", string(&format!("{}-airport", id(&town.name)))),
            format!("name = {}", string(&format!("{} airport", town.name))),
            "kind = \"airport\"".to_owned(),
            format!("at = {{ lat = {:.4}, lon = {:.4} }}", town.at.y, town.at.x),
        ]);
    }
    out += &comment("Whoever holds, contests or runs a place is an actor:");
    out += &table(&[
        "[[actor]]".to_owned(),
        "id = \"government\"".to_owned(),
        "name = \"The government\"".to_owned(),
        "letter = \"G\"                         # identifies it without colour".to_owned(),
        "colour = \"green\"".to_owned(),
    ]);
    out += &comment(
        "A source is a text that lies beside this file, so that its words can be looked up in it:",
    );
    out += &table(&[
        "[[source]]".to_owned(),
        "id = \"gazette\"".to_owned(),
        "title = \"What the headline says\"".to_owned(),
        "publisher = \"The Gazette\"".to_owned(),
        "published = 2026-01-28".to_owned(),
        "text = \"gazette.txt\"".to_owned(),
    ]);
    let about = base.units.first().map(|unit| id(&unit.name));
    out += &comment("A claim says what a source says of a place, in the source's own words:");
    out += &table(&[
        "[[claim]]".to_owned(),
        format!("about = [{}]", string(about.as_deref().unwrap_or("map"))),
        "actor = \"government\"".to_owned(),
        "says = \"holds\"                       # holds, contests, holds-part, took-over, left, context, …".to_owned(),
        "source = \"gazette\"".to_owned(),
        "quote = \"the government holds the north\"".to_owned(),
    ]);
    out.trim_end().to_owned() + "\n"
}

/// An id made of a name.
fn id(name: &str) -> String {
    let slug = slug_of(name);
    if slug.is_empty() {
        "north".to_owned()
    } else {
        slug
    }
}

/// Lines as comments, and an empty line.
fn table(lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| comment(line)).collect();
    format!("#\n{lines}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_without_a_base_map_says_how_to_make_one() {
        let today = Date::new(2026, Some(1), Some(28)).expect("a date");
        let refused = start("Ruritania", Path::new("."), today).expect_err("no such country");
        assert_eq!(
            refused.to_string(),
            "no base map `Ruritania` is built in (built in: syria), and there is no such folder; `whoholds basemap` makes one \
             from files of shapes"
        );
    }
}

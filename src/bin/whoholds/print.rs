//! The commands that print what a region file comes to.

use std::{
    collections::BTreeSet,
    fmt,
    io::{self, Read},
    iter,
    path::Path,
};

use whoholds::{
    atlas::{ActorId, Atlas, Date, Place, Switchboard, state::Snapshot},
    caption::plain_text,
    config::Colours,
    diagnostics::{clean, suggest},
    edit,
    export::{COLOURED, Exported, Exporter, FILTERED, FORMATS, Plot},
    file::{self, Article, Document, Refusal, RegionFile},
    geo::Map,
    limits::ARTICLE,
    names::{Gazetteer, Target},
};

use crate::{
    args::{Drawn, Shown},
    outcome::{Outcome, PROBLEMS, USAGE_OR_IO, load, open, problems, today, unreadable},
};

/// The width of plain text.
const COLUMNS: usize = 80;

pub fn seal(path: Option<&Path>, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let file = open(path)?;
    let document = file::load(&file).map_err(|report| problems(&report, color))?;
    Ok(Outcome::printed_of(&document, file::seal(&file, &document)))
}

pub fn changes(
    from: Date,
    to: Date,
    path: Option<&Path>,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let document = load(path, color)?;
    let all = Switchboard::default();
    let [from, to] =
        [from, to].map(|date| Exported::new(&document.atlas, &document.map, Some(date), &all));
    let changes = to.captions().changes_text(&from.snapshot);
    let doubts = [&from, &to].map(|shown| shown.captions().land_doubts());
    let outcome = Outcome::printed_of(&document, plain_text(&changes, COLUMNS));
    Ok(outcome.on_land(doubts.into_iter().flatten()))
}

/// Exports a map: its bytes, and what is said beside them.
pub fn export(
    format: &dyn Exporter,
    shown: &Shown,
    drawn: &Drawn,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let plot = drawn.plot.map(Plot::from);
    if plot.is_some() && !format.plots() {
        let formats = FORMATS.iter().filter(|format| format.plots());
        let formats = formats.map(|format| format!("`{}`", format.name()));
        let formats = formats.collect::<Vec<_>>().join(" or ");
        let err = format!(
            "error: `--plot` draws a picture, and `{}` is none\n\nexport {formats}\n",
            format.name()
        );
        return Err(Outcome::failed(USAGE_OR_IO, err));
    }
    for (asked, option, formats) in [
        (drawn.lens.is_some(), "--lens", COLOURED),
        (!drawn.filter.is_empty(), "--filter", FILTERED),
    ] {
        if asked && !formats.contains(&format.name()) {
            let err = format!(
                "error: `{option}` changes nothing of `{}`\n\nexport one of {}\n",
                format.name(),
                formats.join(", ")
            );
            return Err(Outcome::failed(USAGE_OR_IO, err));
        }
    }
    let document = load(shown.path.as_deref(), color)?;
    let Document { atlas, map, .. } = &document;
    let exported = Exported {
        lens: drawn.lens.unwrap_or_default(),
        filter: filter(&drawn.filter, atlas, map)?,
        scale: drawn.scale,
        plot,
        ..Exported::new(atlas, map, shown.at, &switchboard(atlas, shown)?)
    };
    let bytes = format
        .export(&exported)
        .map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))?;
    let note = format.left_out(&exported);
    let note = note.map_or_else(String::new, |left_out| format!("note: {left_out}\n"));
    let all_dates = format.is_of_all_dates() || exported.plot.is_some();
    let outcome = Outcome::printed_of(&document, bytes).on_land(exported.land_doubts(all_dates));
    Ok(Outcome {
        err: note + &outcome.err,
        ..outcome
    })
}

pub fn explain(name: &str, shown: &Shown, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let document = load(shown.path.as_deref(), color)?;
    let Document { atlas, map, .. } = &document;
    let shown = Exported::of(atlas, map, snapshot(atlas, shown)?);
    let captions = shown.captions();
    let gazetteer = Gazetteer::new(atlas, map);
    let lines = match gazetteer.called(name) {
        Some(Target::Town(n)) => {
            let town = &map.base.towns[n];
            captions.explain_town(town, shown.map.region_at(town.at))
        }
        Some(Target::Unit(n)) => captions.explain_unit(n),
        _ => captions.explain(place_named(name, &gazetteer, atlas)?),
    };
    let outcome = Outcome::printed_of(&document, plain_text(&lines, COLUMNS));
    Ok(outcome.on_land(captions.land_doubts()))
}

/// The actors that names mean, each once, in the order of the file.
fn filter(names: &[String], atlas: &Atlas, map: &Map) -> Result<Vec<ActorId>, Outcome> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let gazetteer = Gazetteer::new(atlas, map);
    let actor = |name: &String| {
        let meant = gazetteer.resolve(name, |target| match target {
            Target::Actor(actor) => Some(actor),
            _ => None,
        });
        meant.map_err(|close| {
            let names = close.into_iter().map(|id| atlas[id].name.as_str());
            let ids = atlas.actors.iter().map(|actor| actor.id.as_str());
            unknown("actor", name, names, ids)
        })
    };
    let actors: Result<BTreeSet<ActorId>, Outcome> = names.iter().map(actor).collect();
    Ok(actors?.into_iter().collect())
}

/// The one region or site that a name means.
fn place_named(name: &str, gazetteer: &Gazetteer, atlas: &Atlas) -> Result<Place, Outcome> {
    let meant = gazetteer.resolve(name, |target| match target {
        Target::Place(place) => Some(place),
        _ => None,
    });
    meant.map_err(|close| {
        let names = close.into_iter().map(|place| atlas.name(place));
        let ids = atlas.places().map(|place| atlas.id(place));
        unknown("region, site, unit or town", name, names, ids)
    })
}

/// Prints what an article adds to a map, or appends it to the region file.
pub fn draft(
    text: &Path,
    regions: Option<&Path>,
    write: bool,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let regions = open(regions)?;
    let document = file::load(&regions).map_err(|report| problems(&report, color))?;
    let article = article(text, &regions, false)?;
    let failed = |why: &dyn fmt::Display| Outcome::failed(PROBLEMS, format!("error: {why}\n"));
    let draft = edit::draft(regions.clone(), &document, &article, today());
    let draft = draft.map_err(|why| failed(&why))?;
    if !write {
        return Ok(Outcome::printed_of(&document, draft.to_string()));
    }
    let label = clean(regions.label());
    let written = draft.write(regions, &document);
    written.map_err(|why| failed(&why))?;
    let told = draft.summary().join("\n");
    Ok(Outcome::printed_of(&document, format!("{label}: {told}\n")))
}

/// Reads an article, from standard input where it is called `-`; and keeps what its text is taken out of, where asked to.
pub fn article(path: &Path, beside: &RegionFile, keep: bool) -> Result<Article, Outcome> {
    if keep && path == Path::new("-") {
        let why = "standard input can’t be kept: save it in a file first";
        return Err(Outcome::failed(USAGE_OR_IO, format!("error: {why}\n")));
    }
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let mut input = io::stdin().lock().take(ARTICLE + 1);
        let read = input.read_to_end(&mut bytes);
        read.map_err(Refusal::Unreadable)
            .and_then(|_| Article::of(bytes, "", beside))
    } else if keep {
        Article::open_and_keep(path, beside)
    } else {
        Article::open(path, beside)
    };
    read.map_err(|refusal| match refusal {
        Refusal::Unreadable(error) => unreadable(Some(path), &error),
        Refusal::Unfit(why) => {
            let path = clean(&path.to_string_lossy());
            Outcome::failed(PROBLEMS, format!("error: can't add {path}: {why}\n"))
        }
    })
}

/// The state that is asked for: at its date, without what is left out.
pub fn snapshot(atlas: &Atlas, shown: &Shown) -> Result<Snapshot, Outcome> {
    let date = shown.at.unwrap_or(atlas.as_of);
    Ok(Snapshot::with(atlas, date, &switchboard(atlas, shown)?))
}

fn switchboard(atlas: &Atlas, shown: &Shown) -> Result<Switchboard, Outcome> {
    let switch = |id: &String| {
        atlas.switch(id).ok_or_else(|| {
            let ids: Vec<String> = atlas.switch_ids().collect();
            let ids = ids.iter().map(String::as_str);
            unknown("source, origin or grade", id, iter::empty(), ids)
        })
    };
    shown.without.iter().map(switch).collect()
}

/// Says that nothing is called so: what may be meant, or else which of the ids comes near.
fn unknown<'a>(
    kind: &str,
    said: &str,
    close: impl Iterator<Item = &'a str>,
    ids: impl Iterator<Item = &'a str>,
) -> Outcome {
    let close: Vec<&str> = close.collect();
    let help = if close.is_empty() {
        suggest(said, ids)
            .unwrap_or_else(|| "`whoholds --plain` lists them: say `list`, or `without`".to_owned())
    } else {
        format!("it may be {}", close.join(" or "))
    };
    let (said, help) = (clean(said), clean(&help));
    let err = format!("error: there is no {kind} `{said}`\n\n{help}\n");
    Outcome::failed(USAGE_OR_IO, err)
}

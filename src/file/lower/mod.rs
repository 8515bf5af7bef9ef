//! From what is written in a region file to an atlas and its map.

mod actors;
mod claims;
mod places;
mod questions;
mod quotation;
mod seal;
mod sources;
mod unproved;

pub use seal::sha256;
pub(super) use {quotation::excess, sources::is_readable};

use std::{mem, panic::resume_unwind, thread};

use ::geo::MultiPolygon;

use crate::{
    atlas::{Atlas, RegionId, link},
    diagnostics::{Check, Code, Field, Lines, Located, Problem},
    geo::{BUILTIN, Backdrop, Basemap, Coverage, Map, TooIntricate},
};

use super::{
    areas::Areas,
    folder::{self, Folder},
    ids::Ids,
    overlap,
    spans::{ClaimSpans, SourceSpans, Spans, allowed},
    wire,
};

/// Checks everything in a region file. There is an atlas unless a problem leaves none.
pub(super) fn lower(
    file: Field<wire::RegionFile>,
    lines: &Lines,
    folder: &Folder,
    check: &mut Check,
) -> Option<(Atlas, Map, Spans)> {
    let Located {
        value: mut file,
        at,
    } = check.take(file)?;
    check.require(
        &at,
        &[
            ("format", file.format.is_absent()),
            ("title", file.title.is_absent()),
            ("basemap", file.basemap.is_absent()),
            ("as_of", file.as_of.is_absent()),
        ],
    );
    let format = check.take(mem::take(&mut file.format));
    if let Some(Located { value: version, at }) = format
        && version != wire::FORMAT
    {
        let message = format!("format {version} is not known to this program");
        check.problems = vec![
            Problem::new(Code::UnknownFormat, &at, message)
                .help(format!("it reads format {}", wire::FORMAT)),
        ];
        return None;
    }
    let base = basemap(mem::take(&mut file.basemap), folder, check);
    // Areas take the longest: what depends on the base map alone is made meanwhile.
    let (made, backdrop) = thread::scope(|scope| {
        let backdrop = base
            .as_ref()
            .map(|base| scope.spawn(|| Backdrop::new(base)));
        let made = atlas(file, base.as_ref(), lines, folder, check);
        let backdrop =
            backdrop.map(|backdrop| backdrop.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (made, backdrop)
    });
    let (atlas, areas, coverage, spans) = made?;
    Some((atlas, Map::on(base?, backdrop?, areas, coverage), spans))
}

/// The atlas, the area of each region, how they cover the country, and where things stand in the file.
fn atlas(
    file: wire::RegionFile,
    base: Option<&Basemap>,
    lines: &Lines,
    folder: &Folder,
    check: &mut Check,
) -> Option<(Atlas, Vec<MultiPolygon>, Coverage, Spans)> {
    let title = check.line(file.title);
    let mut spans = Spans {
        as_of: file.as_of.at().cloned().unwrap_or_default(),
        allowed: allowed(file.allow, file.allow_reason, check),
        ..Spans::default()
    };
    let as_of = check.date(file.as_of).map(|date| date.value);
    let stale_after = check.days(file.stale_after);
    let mut ids = Ids::default();
    ids.things.reserve(
        base.iter()
            .flat_map(|base| &base.outlines)
            .map(|outline| outline.id.clone()),
    );
    let sources = check.items(file.source);
    spans.sources = sources.iter().map(SourceSpans::of).collect();
    let sources = sources::sources(sources, folder, &mut ids, check);
    let actors = check.items(file.actor);
    let hue = |actor: &Located<wire::Actor>| actor.value.colour.at().cloned();
    spans.hues = actors
        .iter()
        .map(|actor| hue(actor).unwrap_or_default())
        .collect();
    let actors = actors::actors(actors, &mut ids, check);
    let mut areas = Areas::new(base, folder);
    let outlines = check.items(file.outline);
    areas.outlines(outlines, &mut ids, check);
    let regions = check.items(file.region);
    let regions = places::regions(regions, &mut areas, &mut ids, check);
    let (areas, made) = areas.into_regions();
    let sites = check.items(file.site);
    let sites = places::sites(sites, base, &mut ids, check);
    let questions = check.items(file.question);
    let questions = questions::questions(questions, &mut ids, check);
    let mut claims = check.items(file.claim);
    let claim_spans = claims.iter_mut().map(|claim| ClaimSpans::of(claim, check));
    spans.claims = claim_spans.collect();
    let context = claims::Context {
        ids: &ids,
        sources: &sources,
        actors: &actors,
        as_of,
        lines,
    };
    let claims: Vec<_> = claims
        .into_iter()
        .map(|claim| context.claim(claim, check))
        .collect();
    let (questions, claims) = (whole(questions), whole(claims));
    if let (Some(questions), Some(claims)) = (&questions, &claims) {
        questions::check_answers(questions, claims, &ids, check);
    }
    if check.is_fatal() {
        return None;
    }

    let (mut sources, claims) = (whole(sources)?, claims?);
    link(&mut sources, &claims);
    let atlas = Atlas {
        title: title?,
        as_of: as_of?,
        stale_after,
        sources,
        actors: whole(actors)?,
        regions: whole(regions)?,
        sites: whole(sites)?,
        questions: questions?,
        claims,
    };
    let areas = whole(areas)?;
    let id = |region: RegionId| atlas[region].id.as_str();
    let trusted = base.is_some_and(|base| base.is_builtin);
    let coverage = Coverage::new(
        &areas,
        base?,
        |region| made[region.0].is_inside(),
        // The units of other base maps may overlap.
        |one, other| trusted && made[one.0].is_apart(id(one), &made[other.0], id(other)),
    );
    match coverage {
        Ok(coverage) => {
            overlap::overlaps(&atlas, &coverage, &ids, check);
            Some((atlas, areas, coverage, spans))
        }
        Err(TooIntricate(region)) => {
            let at = ids.things.place(id(region)).cloned().unwrap_or_default();
            let message = "up to this one, regions overlap in too many ways to be told apart";
            let help = "take regions from each other with `except`, or simplify their outlines";
            check.report(Problem::new(Code::TooLarge, &at, message).help(help));
            None
        }
    }
}

/// All of the items, or none where one is missing: ids are places in these lists.
fn whole<T>(items: Vec<Option<T>>) -> Option<Vec<T>> {
    items.into_iter().collect()
}

fn basemap(field: Field<String>, folder: &Folder, check: &mut Check) -> Option<Basemap> {
    let Located { value: name, at } = check.take(field)?;
    let read = |file| {
        folder
            .read_if_there(&format!("{name}/{file}"), folder::GEOJSON)
            .map_err(|unusable| unusable.why)
    };
    match Basemap::builtin(&name).unwrap_or_else(|| Basemap::read(read)) {
        Ok(base) => Some(base),
        Err(error) => {
            let problem = Problem::new(
                Code::BadBasemap,
                &at,
                format!("`{name}` can't be used as a base map: {error}"),
            );
            let builtin = BUILTIN
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ");
            check.report(problem.help(format!(
                "built in: {builtin}; any other name is that of a folder"
            )));
            None
        }
    }
}

//! From what is written in a region file to an atlas and its map.

mod actors;
mod claims;
mod dates;
mod events;
mod groups;
mod layers;
mod places;
mod questions;
mod quotation;
mod seal;
mod sources;
mod spoken;
mod unproved;
mod whose;

pub use quotation::excess;
pub use seal::sha256;

use std::{mem, panic::resume_unwind, sync::Arc, thread};

use ::geo::{Coord, MultiPolygon};

use crate::{
    atlas::{Atlas, Contents, EVENT_DAYS, RegionId},
    diagnostics::{Check, Code, Field, Lines, Located, Problem},
    geo::{Areas, Backdrop, Basemap, Coverage, Entangled, Map, Periods, Unread, period_at},
};

use spoken::Spoken;

use super::{
    areas::{self, Made},
    basemap::basemap_of,
    dated_areas::DatedAreas,
    folder::Folder,
    ids::Ids,
    overlap::{self, Period},
    spans::{ClaimSpans, SourceSpans, Spans, allowed, hues},
    wire,
};

/// Checks everything in a region file. There is an atlas unless a problem leaves none.
///
/// Areas of regions that have one area each, and the poles of all, may have been worked out before.
pub(super) fn lower(
    file: Field<wire::RegionFile>,
    lines: &Lines,
    folder: &Folder,
    (areas, poles): (Vec<MultiPolygon>, Vec<Coord>),
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
    let basemap_at = file.basemap.at().cloned().unwrap_or_default();
    let base = basemap_of(mem::take(&mut file.basemap), folder, check).map(Arc::new);
    // Areas take the longest: what depends on the base map alone is made meanwhile.
    let (made, backdrop) = thread::scope(|scope| {
        let backdrop = base
            .as_ref()
            .map(|base| scope.spawn(|| Backdrop::new(base)));
        let made = atlas(file, base.as_deref(), areas, lines, folder, check);
        let backdrop =
            backdrop.map(|backdrop| backdrop.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (made, backdrop)
    });
    let mut made = made?;
    made.spans.basemap = basemap_at;
    let map = Map::on(base?, backdrop?, made.areas, made.coverage);
    map.drawing.set_poles(&poles);
    let map = match made.changing {
        Some((dated, period, unread)) => map.changing(Arc::new(dated), period, unread),
        None => map,
    };
    Some((made.atlas, map, made.spans))
}

/// The result of lowering a region file, but for what is made of the base map alone.
struct Lowered {
    atlas: Atlas,
    /// By region, at the file's own date.
    areas: Vec<MultiPolygon>,
    coverage: Coverage,
    /// The positions of things in the file.
    spans: Spans,
    /// The areas at other dates, the period of the file's own, and what can't be read of it; where areas change.
    changing: Option<(DatedAreas, usize, Vec<Unread>)>,
}

fn atlas(
    file: wire::RegionFile,
    base: Option<&Basemap>,
    prepared: Vec<MultiPolygon>,
    lines: &Lines,
    folder: &Folder,
    check: &mut Check,
) -> Option<Lowered> {
    let spoken = Spoken::of(&file, base);
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
    spans.hues = hues(&actors);
    let actors = actors::actors(actors, &mut ids, check);
    let mut areas = areas::Areas::new(base, folder, prepared);
    let outlines = check.items(file.outline);
    areas.outlines(outlines, &mut ids, check);
    let mut regions = spoken.regions(&mut areas, &mut ids, &mut spans);
    let declared = check.items(file.region);
    let declared_at = declared.iter().map(|region| region.at.clone());
    spans.regions.extend(declared_at);
    places::regions(declared, &mut regions, &mut areas, &mut ids, check);
    let context = layers::Context {
        folder,
        sources: &sources,
        actors: &actors,
        lines,
    };
    let layers = check.items(file.layers);
    let drawn = context.layers(layers, &mut regions, &mut areas, &mut ids, check);
    spans.regions.extend(drawn.regions);
    let (areas, made) = areas.into_regions();
    let sites = check.items(file.site);
    let mut sites = places::sites(sites, base, &mut ids, check);
    spoken.sites(&mut sites, &mut ids);
    let event_days = check.days(file.event_days).unwrap_or(EVENT_DAYS);
    let tables = check.items(file.events);
    let events = events::events(tables, base, folder, &ids, &actors, &mut spans, check);
    let questions = questions::questions(check.items(file.question), &mut ids, check);
    let mut claims = check.items(file.claim);
    let claim_spans = claims.iter_mut().map(|claim| ClaimSpans::of(claim, check));
    spans.claims = claim_spans.collect();
    let context = claims::Context {
        ids: &ids,
        base,
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

    let (mut claims, layers) = (claims?, whole(drawn.layers)?);
    let (drawn_claims, at): (Vec<_>, Vec<_>) = drawn.claims.into_iter().unzip();
    claims.extend(drawn_claims);
    spans.claims.extend(at);
    spans.dates.extend(drawn.files);
    let atlas = Atlas::new(Contents {
        title: title?,
        as_of: as_of?,
        stale_after,
        sources: whole(sources)?,
        actors: whole(actors)?,
        regions: whole(regions)?,
        sites: whole(sites)?,
        questions: questions?,
        claims,
        events,
        event_days,
    })
    .ok()?;
    let dated = DatedAreas::new(whole(areas)?, layers, folder);
    let period = period_at(dated.starts(), atlas.as_of);
    let Areas { shapes, unread } = dated.areas(period);
    let holds = Period::of(dated.starts(), period);
    let coverage = coverage(&atlas, &shapes, &made, base?, &holds, &ids, check)?;
    let changing = (!dated.starts().is_empty()).then_some((dated, period, unread));
    Some(Lowered {
        atlas,
        areas: shapes,
        coverage,
        spans,
        changing,
    })
}

/// Works out how the areas at the file's own date cover the country; notes where they share land that they may not.
fn coverage(
    atlas: &Atlas,
    areas: &[MultiPolygon],
    made: &[Made],
    base: &Basemap,
    period: &Period,
    ids: &Ids,
    check: &mut Check,
) -> Option<Coverage> {
    let id = |region: RegionId| atlas[region].id.as_str();
    let coverage = Coverage::new(
        areas,
        base,
        |region| made[region.index()].is_inside(),
        // The units of other base maps may overlap.
        |one, other| {
            let (first, second) = (&made[one.index()], &made[other.index()]);
            base.is_builtin() && first.is_apart(id(one), second, id(other))
        },
    );
    match coverage {
        Ok(coverage) => {
            overlap::overlaps(atlas, &coverage, period, ids, check);
            Some(coverage)
        }
        Err(Entangled(region)) => {
            let at = ids.things.place(id(region)).cloned().unwrap_or_default();
            let message = "up to this one, regions overlap in too many ways to be told apart, or it crosses the borders of \
                           units too often";
            let help = "take regions from each other with `except`, or simplify their outlines";
            check.report(Problem::new(Code::TooIntricate, &at, message).help(help));
            None
        }
    }
}

/// All of the items, or none where one is missing: ids are places in these lists.
fn whole<T>(items: Vec<Option<T>>) -> Option<Vec<T>> {
    items.into_iter().collect()
}

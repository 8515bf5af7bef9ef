//! Gathers what the page's script is given.

use super::data::{
    About, Actor, Data, Glass, Happened, Period, Publication, Run, Said, Spot, Switched, Verb,
};
use crate::{
    atlas::{
        ActorId, Atlas, Claim, ClaimId, Date, Event, Grade, Lens, Place, RegionId, Says, Source,
        SourceId, Subject, Switch, Switchboard, says::Role, timeline, verdict::Weighed,
    },
    caption::{Captions, Entry, Founding, Part, Role as SpanRole, Words, quoted, words},
    export::{Exported, vector},
    geo::Map,
    scene,
};

/// The most events that a page has.
const MOST_EVENTS: usize = 2_000;

impl<'a> Data<'a> {
    /// Gathers what the page of a map is given, with its places in units of a chart.
    pub fn new(exported: &'a Exported, chart: &vector::Chart) -> Self {
        let atlas = exported.atlas;
        let sources = atlas.source_ids();
        let periods: Vec<Period> = exported
            .map
            .each_period()
            .map(|(start, map)| Period::new(exported, chart, start, &map))
            .collect();
        Self {
            title: &atlas.title,
            as_of: atlas.as_of.iso(),
            shown: exported.snapshot.date.iso(),
            stale_after: atlas.stale_after,
            actors: atlas.actors.iter().map(Actor::from).collect(),
            sources: sources.map(|id| publication(atlas, id)).collect(),
            verbs: Says::ALL.iter().map(|&says| verb(says)).collect(),
            roles: ROLES.iter().map(|&role| name(role)).collect(),
            regions: atlas.regions.len(),
            places: atlas
                .places()
                .map(|place| spot(exported, chart, place))
                .collect(),
            claims: atlas.claim_ids().map(|id| said(atlas, id)).collect(),
            events: newest(atlas)
                .iter()
                .map(|event| happened(event, chart, &exported.map))
                .collect(),
            event_days: atlas.event_days,
            dates: timeline::stops(atlas, exported.map.starts())
                .into_iter()
                .map(Date::iso)
                .collect(),
            total_km2: exported.map.total_km2,
            periods,
            lens: exported.lens as usize,
            filter: exported.filter.iter().map(|id| id.index()).collect(),
            lenses: Lens::ALL.iter().map(|&lens| glass(lens)).collect(),
            switches: switches(exported),
        }
    }
}

impl Period {
    fn new(exported: &Exported, chart: &vector::Chart, start: Option<Date>, map: &Map) -> Self {
        let captions = Captions {
            map,
            ..exported.captions()
        };
        let area = |id: RegionId| {
            let parts = captions.place(Place::Region(id)).parts;
            let area = parts.into_iter().find_map(|part| match part {
                Part::Fact {
                    label: "area",
                    value,
                } => Some(value),
                _ => None,
            });
            area.unwrap_or_default()
        };
        let changes = !exported.map.starts().is_empty();
        let pieces = map.coverage.pieces.iter();
        Self {
            start: start.map(Date::iso),
            pieces: pieces
                .map(|piece| {
                    let regions = exported.atlas.on_top(&piece.regions);
                    (piece.km2, regions.iter().map(|id| id.index()).collect())
                })
                .collect(),
            areas: exported.atlas.region_ids().map(area).collect(),
            landless: map.landless().map(|(region, _)| region.index()).collect(),
            paths: if changes {
                chart.areas(map)
            } else {
                Vec::new()
            },
            at: if changes {
                exported
                    .atlas
                    .region_ids()
                    .map(|id| spot_at(exported.atlas, chart, map, Place::Region(id)))
                    .collect()
            } else {
                Vec::new()
            },
            borders: if changes {
                chart.borders(map, false)
            } else {
                Vec::new()
            },
            unread: map.unread.iter().map(|it| words::clean(&it.why)).collect(),
        }
    }
}

impl<'a> From<&'a crate::atlas::Actor> for Actor<'a> {
    fn from(actor: &'a crate::atlas::Actor) -> Self {
        Self {
            id: &actor.id,
            name: &actor.name,
            short: &actor.short,
            letter: actor.letter,
            hue: vector::hue_class(actor.hue),
            group: actor.part_of.map(ActorId::index),
        }
    }
}

const ROLES: [Role; 9] = [
    Role::Holder,
    Role::Occupier,
    Role::PartHolder,
    Role::Contender,
    Role::Operator,
    Role::Guest,
    Role::Leaving,
    Role::Gone,
    Role::Bears,
];

fn name(role: Role) -> String {
    format!("{role:?}")
}

fn verb(says: Says) -> Verb {
    let rule = says.rule();
    let all = |verbs: &[Says]| verbs.iter().map(|&verb| verb as usize).collect();
    Verb {
        key: says.key(),
        region: rule.region.map(name),
        site: rule.site.map(name),
        own: all(rule.own),
        others: all(rule.others),
        within: all(rule.within),
        narrows: all(rule.narrows),
        event: rule.event,
        now: rule.now,
        past: rule.past,
        brief: rule.brief,
        plain: says.plain(),
    }
}

fn publication(atlas: &Atlas, id: SourceId) -> Publication<'_> {
    let source = &atlas[id];
    Publication {
        name: source.name(),
        publisher: source.publisher_beside_name(),
        published: source.published.map(Date::iso),
        url: source.url.as_deref().filter(|url| is_web(url)),
        note: source.note.as_deref(),
        rests: atlas.rests_on(id),
        text: held_text(atlas, id, source),
    }
}

/// Returns `true` if a link leads to a page, and so runs nothing here.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Paragraphs cut where a quotation begins or ends.
fn held_text(atlas: &Atlas, id: SourceId, source: &Source) -> Vec<(String, Vec<Run>)> {
    let Some(text) = &source.text else {
        return Vec::new();
    };
    let passages: Vec<_> = atlas
        .claims_of(id)
        .filter_map(|(claim, said)| Some((claim.index(), said.passage()?)))
        .flat_map(|(claim, passage)| passage.ranges.iter().map(move |range| (claim, range)))
        .collect();
    let paragraphs = text.paragraphs().map(|(name, range)| {
        let ends = passages.iter().flat_map(|(_, it)| [it.start, it.end]);
        let mut cuts: Vec<usize> = ends.filter(|at| range.contains(at)).collect();
        cuts.extend([range.start, range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let runs = cuts.windows(2).map(|cut| {
            let over = passages.iter().filter(|(_, it)| it.contains(&cut[0]));
            let claims = over.map(|(claim, _)| *claim).collect();
            (words::clean(&text.raw()[cut[0]..cut[1]]), claims)
        });
        (name.to_string(), runs.collect())
    });
    paragraphs.collect()
}

/// The point that a place stands at, in units of the map.
fn spot_at(atlas: &Atlas, chart: &vector::Chart, map: &Map, place: Place) -> (i64, i64) {
    let (x, y) = chart.frame.point(scene::anchor(map, atlas, place));
    (x / 10, y / 10)
}

fn spot<'a>(exported: &'a Exported, chart: &vector::Chart, place: Place) -> Spot<'a> {
    let atlas = exported.atlas;
    let (note, accuracy) = match place {
        Place::Region(id) => (&atlas[id].note, Some(atlas[id].accuracy.plain())),
        Place::Site(id) => (&atlas[id].note, None),
    };
    let parts = exported.captions().place(place).parts;
    let fact = |part| match part {
        // These depend on the date or stand apart.
        Part::Fact {
            label: "operator" | "area" | "also",
            ..
        } => None,
        Part::Fact { label, value } => Some((label, value)),
        _ => None,
    };
    Spot {
        id: atlas.id(place),
        name: atlas.name(place),
        also: atlas.also(place),
        note: note.as_deref(),
        accuracy,
        unsaid: words::unsaid(atlas, place),
        facts: parts.into_iter().filter_map(fact).collect(),
        at: spot_at(atlas, chart, &exported.map, place),
    }
}

fn said(atlas: &Atlas, id: ClaimId) -> Said {
    let claim: &Claim = &atlas[id];
    let entry = Entry::new(atlas, Weighed::shown(id));
    let spans = quoted(claim, claim.source.map(|id| &atlas[id])).unwrap_or_default();
    let found = matches!(entry.founding, Founding::Found(_));
    Said {
        about: claim.about.iter().map(|&it| about(atlas, it)).collect(),
        says: claim.says as usize,
        actor: claim.actor.map(ActorId::index),
        source: claim.source.map(SourceId::index),
        grade: claim.grade().map(|grade| grade as usize),
        when: claim.when.map(Date::iso),
        stale: claim.stale_after,
        draft: claim.draft.then_some(true),
        told: entry.says,
        quote: spans
            .into_iter()
            .map(|span| (span.text, u8::from(span.role == SpanRole::Quote)))
            .collect(),
        summary: match entry.words {
            Some(Words::Summary(words)) => Some(words),
            _ => None,
        },
        because: entry.because,
        founding: entry.founding.words().to_owned(),
        paragraph: entry.paragraph.filter(|_| found),
        grading: entry.grading,
    }
}

/// The newest events, as many as a page has.
pub(super) fn newest(atlas: &Atlas) -> &[Event] {
    let left_out = atlas.events.len().saturating_sub(MOST_EVENTS);
    &atlas.events[left_out..]
}

fn happened<'a>(event: &'a Event, chart: &vector::Chart, map: &Map) -> Happened<'a> {
    let (x, y) = chart.frame.point(map.projection.position(event.at));
    Happened {
        date: event.date.iso(),
        place: event.place_name(),
        words: &event.words,
        by: event.reported_by.as_deref(),
        source: event.source.index(),
        line: event.line,
        actors: event.actors.iter().map(|id| id.index()).collect(),
        at: (x / 10, y / 10),
    }
}

fn about(atlas: &Atlas, subject: Subject) -> About {
    match subject {
        Subject::Map => About::Map("map"),
        Subject::Region(id) => About::Place(id.index()),
        Subject::Site(id) => About::Place(atlas.regions.len() + id.index()),
        Subject::Actor(id) => About::Actor { actor: id.index() },
    }
}

fn glass(lens: Lens) -> Glass {
    Glass {
        key: lens.key(),
        plain: lens.plain(),
        steps: lens
            .steps()
            .iter()
            .map(|step| (step.letter, step.plain))
            .collect(),
        ramp: lens.ramp(),
    }
}

fn switches(exported: &Exported) -> Vec<Switched> {
    let atlas = exported.atlas;
    let off = |(switch, id): (Switch, String)| {
        let alone: Switchboard = std::iter::once(switch.clone()).collect();
        let claims = atlas.claims.iter().enumerate();
        let mut tables: Vec<SourceId> = atlas.events.iter().map(|event| event.source).collect();
        tables.sort_unstable();
        tables.dedup();
        tables.retain(|&source| !alone.counts_source(atlas, source, Grade::Reported));
        Switched {
            id,
            name: atlas.switch_name(&switch).to_owned(),
            kind: match switch {
                Switch::Grade(_) => "grade",
                Switch::Origin(_) => "origin",
                Switch::Source(_) => "source",
            },
            claims: claims
                .filter(|(_, claim)| !alone.counts(atlas, claim))
                .map(|(n, _)| n)
                .collect(),
            tables: tables.into_iter().map(SourceId::index).collect(),
            off: exported.snapshot.switchboard.is_off(&switch),
        }
    };
    let switches = atlas.switches().into_iter().zip(atlas.switch_ids());
    switches.map(off).collect()
}

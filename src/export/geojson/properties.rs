//! Everything that is said of a place, flat, so that a table of attributes shows it.

use serde::Serialize;

use crate::{
    atlas::{Date, Place},
    caption::Entry,
    export::{
        Exported,
        claim_ids::ClaimIds,
        json::Said,
        place_state::{PlaceState, best_claim, said},
        tone,
    },
};

/// The properties of a feature; what is not known is null.
#[derive(Debug, Serialize)]
pub struct Properties<'a> {
    id: &'a str,
    name: &'a str,
    /// `region`, or the kind of a site.
    kind: &'static str,
    state: &'static str,
    /// The holders by name, as one text; null where no source says.
    holder: Option<String>,
    holder_ids: Vec<&'a str>,
    /// The state in words: `held by …`.
    sentence: String,
    /// The things that are said of a site; empty for regions.
    said: Vec<Said<'a>>,
    grade: &'static str,
    inferred: bool,
    stale: bool,
    /// Independent sources that say so.
    sources: usize,
    /// The best founded claim that decides: its words in their sentence, or in the editor's words.
    quotation: Option<String>,
    summary: Option<String>,
    because: Option<String>,
    founding: Option<String>,
    source: Option<String>,
    url: Option<&'a str>,
    /// The date of that claim.
    claim_date: Option<String>,
    /// The date of the newest claim that decides, and the days from then to `at`.
    newest: Option<String>,
    age_days: Option<i32>,
    /// The ids of all claims that decide.
    claims: Vec<&'a str>,
    /// The date of the state, and that of the map's file.
    at: String,
    as_of: String,
    area_km2: Option<f64>,
    /// Colours by <https://github.com/mapbox/simplestyle-spec>.
    #[serde(flatten)]
    style: Style,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Style {
    Area {
        fill: String,
        #[serde(rename = "fill-opacity")]
        opacity: f64,
        stroke: &'static str,
        #[serde(rename = "stroke-width")]
        width: u8,
    },
    Point {
        #[serde(rename = "marker-color")]
        colour: String,
    },
}

impl<'a> Properties<'a> {
    pub fn new(exported: &'a Exported, ids: &'a ClaimIds, place: Place) -> Self {
        let atlas = exported.atlas;
        let state = PlaceState::new(&exported.captions(), place);
        let best = best_claim(&exported.captions(), place);
        let best = best.as_ref();
        let source = best.and_then(|entry| atlas[entry.claim].source);
        let all = said(&exported.snapshot, place).into_iter();
        Self {
            id: atlas.id(place),
            name: atlas.name(place),
            kind: match place {
                Place::Region(_) => "region",
                Place::Site(id) => atlas[id].kind.key(),
            },
            state: state.standing.key(),
            holder: state.holder(atlas),
            holder_ids: state.holder_ids(atlas),
            said: all.map(|said| Said::new(atlas, said)).collect(),
            grade: state.grade.key(),
            inferred: state.is_inferred,
            stale: state.is_stale,
            sources: state.sources,
            quotation: best.and_then(Entry::quotation),
            summary: best.and_then(Entry::summary).map(str::to_owned),
            because: best.and_then(|entry| entry.because.clone()),
            founding: best.map(|entry| entry.founding.words().to_owned()),
            source: best.and_then(Entry::cited),
            url: source.and_then(|id| atlas[id].url.as_deref()),
            claim_date: best.and_then(|entry| entry.dated.date()).map(Date::iso),
            newest: state.newest.map(Date::iso),
            age_days: state.age_days,
            claims: state.claims.iter().map(|&claim| &ids[claim]).collect(),
            at: exported.snapshot.date.iso(),
            as_of: atlas.as_of.iso(),
            area_km2: match place {
                Place::Region(id) => Some(exported.area_km2(id)),
                Place::Site(_) => None,
            },
            style: style(exported, place, &state),
            sentence: state.words,
        }
    }
}

fn style(exported: &Exported, place: Place, state: &PlaceState) -> Style {
    let colour = tone::css(tone::place(exported, place, state));
    match place {
        Place::Region(_) => Style::Area {
            fill: colour,
            opacity: tone::opacity(state),
            stroke: "#444444",
            width: 1,
        },
        Place::Site(_) => Style::Point { colour },
    }
}

//! A row a place.

use super::{MEDIA_TYPE, cell, table};
use crate::{
    atlas::{Date, Place},
    caption::Entry,
    export::{
        ExportError, Exported, Exporter,
        claim_ids::ClaimIds,
        place_state::{PlaceState, best_claim, said_words},
    },
};

/// Every place with its state at the date.
#[derive(Clone, Copy, Debug)]
pub struct States;

const HEADER: [&str; 23] = [
    "id",
    "name",
    "kind",
    "at",
    "state",
    "holder_ids",
    "holder",
    "sentence",
    "said",
    "grade",
    "inferred",
    "stale",
    "sources",
    "newest",
    "age_days",
    "quotation",
    "summary",
    "because",
    "source",
    "claims",
    "area_km2",
    "lat",
    "lon",
];

impl Exporter for States {
    fn name(&self) -> &'static str {
        "states"
    }

    fn about(&self) -> &'static str {
        "A table with a row for each place and its state (CSV)"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let ids = ClaimIds::new(exported.atlas);
        let places = exported.places();
        table(HEADER, places.map(|place| row(exported, &ids, place)))
    }
}

fn row(exported: &Exported, ids: &ClaimIds, place: Place) -> [String; 23] {
    let (atlas, captions) = (exported.atlas, exported.captions());
    let state = PlaceState::new(&captions, place);
    let best = best_claim(&captions, place);
    let best = best.as_ref();
    let (kind, area, lat, lon) = match place {
        Place::Region(id) => {
            let area = exported.area_km2(id).to_string();
            ("region", area, String::new(), String::new())
        }
        Place::Site(id) => {
            let site = &atlas[id];
            let (lat, lon) = (site.at.lat.to_string(), site.at.lon.to_string());
            (site.kind.key(), String::new(), lat, lon)
        }
    };
    [
        atlas.id(place).to_owned(),
        cell::text(atlas.name(place)),
        kind.to_owned(),
        exported.snapshot.date.iso(),
        state.standing.key().to_owned(),
        cell::ids(state.holder_ids(atlas)),
        cell::some(state.holder(atlas).as_deref()),
        cell::text(&state.words),
        said_words(atlas, &exported.snapshot, place).join(" "),
        state.grade.key().to_owned(),
        state.is_inferred.to_string(),
        state.is_stale.to_string(),
        state.sources.to_string(),
        state.newest.map(Date::iso).unwrap_or_default(),
        state
            .age_days
            .map(|days| days.to_string())
            .unwrap_or_default(),
        cell::some(best.and_then(Entry::quotation).as_deref()),
        cell::some(best.and_then(Entry::summary)),
        cell::some(best.and_then(|entry| entry.because.as_deref())),
        cell::some(best.and_then(Entry::cited).as_deref()),
        cell::ids(state.claims.iter().map(|&claim| &ids[claim])),
        area,
        lat,
        lon,
    ]
}

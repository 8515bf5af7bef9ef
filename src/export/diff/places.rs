//! Places whose state, grade or area differs.

use serde::Serialize;

use super::{Change, by_key, differing};
use crate::{
    atlas,
    export::{
        Exported,
        place_state::{PlaceState, said_words},
    },
};

/// A place with its state.
#[derive(Debug, Serialize)]
pub struct Place {
    id: String,
    pub name: String,
    state: &'static str,
    holders: Vec<String>,
    /// The things that are said of a site, each with its actor.
    said: Vec<String>,
    pub sentence: String,
    pub grade: &'static str,
    area_km2: Option<f64>,
}

const FIELDS: [&str; 3] = ["state", "evidence", "area"];

/// Places in the order of the newer map.
pub fn changes(old: &Exported, new: &Exported) -> Vec<Change<Place>> {
    by_key(all(old), all(new), |before, after| {
        // The same state may be told in another tense.
        let is_same = before.key() == after.key();
        let sentence = |place: &Place| (!is_same).then(|| place.sentence.clone());
        let values = |place: &Place| {
            let area = place.area_km2.map(|km2| format!("{km2} km²"));
            [sentence(place), Some(place.grade.to_owned()), area]
        };
        differing(FIELDS, values(before), values(after))
    })
}

fn all(exported: &Exported) -> Vec<(String, Place)> {
    let places = exported.atlas.places();
    let places = places.map(|place| Place::new(exported, place));
    places.map(|place| (place.id.clone(), place)).collect()
}

impl Place {
    fn new(exported: &Exported, place: atlas::Place) -> Self {
        let atlas = exported.atlas;
        let state = PlaceState::new(&exported.captions(), place);
        Self {
            id: atlas.id(place).to_owned(),
            name: atlas.name(place).to_owned(),
            state: state.standing.key(),
            holders: state
                .holder_ids(atlas)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            said: said_words(atlas, &exported.snapshot, place),
            grade: state.grade.plain(),
            area_km2: match place {
                atlas::Place::Region(id) => Some(exported.area_km2(id)),
                atlas::Place::Site(_) => None,
            },
            sentence: state.words,
        }
    }

    /// Returns what makes its state, whatever the words for it.
    fn key(&self) -> (&'static str, &[String], &[String]) {
        (self.state, &self.holders, &self.said)
    }
}

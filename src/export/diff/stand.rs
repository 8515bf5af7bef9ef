//! The state of a place, as differences compare it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    atlas::Place,
    export::{
        Exported,
        place_state::{PlaceState, said_words},
    },
};

/// The state of a place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Stand {
    /// The state in one word.
    state: &'static str,
    /// The ids of the actors that it is with.
    holders: Vec<String>,
    /// The things that are said of a site, each with its actor.
    said: Vec<String>,
    /// The state in a sentence.
    pub sentence: String,
    /// The weakest of the grades of evidence for it.
    pub grade: &'static str,
}

impl Stand {
    pub fn new(exported: &Exported, place: Place) -> Self {
        let atlas = exported.atlas;
        let state = PlaceState::new(&exported.captions(), place);
        let holders = state.holder_ids(atlas).into_iter();
        Self {
            state: state.standing.key(),
            holders: holders.map(str::to_owned).collect(),
            said: said_words(atlas, &exported.snapshot, place),
            grade: state.grade.plain(),
            sentence: state.words,
        }
    }

    /// The grounds of the state, whatever the words for it: the same state may be told in another tense.
    pub fn key(&self) -> String {
        format!("{} {:?} {:?}", self.state, self.holders, self.said)
    }
}

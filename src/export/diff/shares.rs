//! Shares of the area that differ, and do so as they are shown.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{Change, by_key, differing};
use crate::{
    caption::{self, Portion, words},
    export::Exported,
};

/// A share of the country's area: an actor's, or what is nobody's.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Share {
    /// The id of the actor; null for land that is contested, disputed or silent.
    actor: Option<String>,
    /// The name of the actor, or the word for what the land is.
    pub name: String,
    /// The share in words.
    pub words: String,
    /// The land of it that lies in the country; of an actor, what it has as a whole.
    pub area: Option<String>,
    /// As a whole, in parts and occupied, from 0 to 1; and what of it is inferred.
    land: [f64; 4],
    /// Sites that it has, and those at which sources differ over it.
    sites: [usize; 2],
}

/// Shares in the order of the newer map.
pub fn changes(old: &Exported, new: &Exported) -> Vec<Change<Share>> {
    by_key(all(old), all(new), |before, after| {
        // Sums of the same land may differ in their last digits, and so be rounded otherwise.
        if (before.land, before.sites) == (after.land, after.sites) {
            return Vec::new();
        }
        let values = |share: &Share| {
            let (words, area) = (share.words.clone(), share.area.clone());
            [("share", Some(words)), ("area in the country", area)]
        };
        differing(values(before), values(after))
    })
}

fn all(exported: &Exported) -> Vec<(String, Share)> {
    let legend = exported.captions().legend();
    let actors = legend.shares.iter().map(|share| {
        let row = Share::of_actor(exported, share);
        (format!("actor {}", exported.atlas[share.actor].id), row)
    });
    let rest = legend
        .rest()
        .into_iter()
        .filter(|(_, land)| !land.is_empty());
    let rest = rest.map(|(name, land)| (name.to_owned(), Share::of_nobody(exported, name, land)));
    actors.chain(rest).collect()
}

impl Share {
    fn of_actor(exported: &Exported, share: &caption::Share) -> Self {
        let actor = &exported.atlas[share.actor];
        Self {
            actor: Some(actor.id.clone()),
            name: actor.name.clone(),
            words: share.words(),
            area: area(exported, &[share.whole, share.occupied]),
            land: land([share.whole, share.parts, share.occupied]),
            sites: [share.sites, share.disputed_sites],
        }
    }

    fn of_nobody(exported: &Exported, name: &str, whole: Portion) -> Self {
        Self {
            actor: None,
            name: name.to_owned(),
            words: whole.words(),
            area: area(exported, &[whole]),
            land: land([whole, Portion::default(), Portion::default()]),
            sites: [0; 2],
        }
    }
}

fn area(exported: &Exported, portions: &[Portion]) -> Option<String> {
    let share: f64 = portions.iter().map(Portion::share).sum();
    (share > 0.0).then(|| words::square_km(share * exported.map.total_km2))
}

/// To a millionth, below which there is nothing but the rounding of sums.
fn land(portions: [Portion; 3]) -> [f64; 4] {
    let inferred = portions.iter().map(Portion::inferred).sum();
    let [whole, parts, occupied] = portions.map(|portion| portion.share());
    [whole, parts, occupied, inferred].map(|share| (share * 1e6).round() / 1e6)
}

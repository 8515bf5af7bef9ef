//! Shares of the area that differ as they are shown.

use serde::Serialize;

use super::{Change, by_key, differing};
use crate::{
    caption::{Portion, words},
    export::Exported,
};

/// A share of the country's area: an actor's, or what is nobody's.
#[derive(Debug, Serialize)]
pub struct Share {
    /// The id of the actor; null for land that is contested, disputed or silent.
    actor: Option<String>,
    pub name: String,
    pub words: String,
    /// The land of it, in square kilometres; of an actor, what it has as a whole.
    pub area: Option<String>,
}

pub fn changes(old: &Exported, new: &Exported) -> Vec<Change<Share>> {
    by_key(all(old), all(new), |before, after| {
        let values = |share: &Share| [Some(share.words.clone()), share.area.clone()];
        differing(["share", "area"], values(before), values(after))
    })
}

fn all(exported: &Exported) -> Vec<(String, Share)> {
    let (atlas, legend) = (exported.atlas, exported.captions().legend());
    let area = |portions: &[Portion]| {
        let share: f64 = portions.iter().map(Portion::share).sum();
        (share > 0.0).then(|| words::square_km(share * exported.map.total_km2))
    };
    let actors = legend.shares.iter().map(|share| {
        let actor = &atlas[share.actor];
        let row = Share {
            actor: Some(actor.id.clone()),
            name: actor.name.clone(),
            words: share.words(),
            area: area(&[share.whole, share.occupied]),
        };
        (format!("actor {}", actor.id), row)
    });
    let rest = [
        ("contested", legend.contested),
        ("disputed", legend.disputed),
        ("silent", legend.silent),
    ];
    let rest = rest.into_iter().filter(|(_, land)| !land.is_empty());
    let rest = rest.map(|(name, land)| {
        let row = Share {
            actor: None,
            name: name.to_owned(),
            words: land.words(),
            area: area(&[land]),
        };
        (name.to_owned(), row)
    });
    actors.chain(rest).collect()
}

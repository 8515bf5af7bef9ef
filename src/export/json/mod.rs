//! The atlas and its states as JSON, for programs.

mod build;
mod in_order;
mod schema;
mod wire;

use super::{ExportError, Exported, Exporter, claim_ids::ClaimIds};
use crate::atlas::Date;

pub use schema::schema;
pub use wire::{Document, Said};

/// So many states are written; at so many dates that there would be more, those at the one that is asked for are.
const MOST_STATES: usize = 250_000;

/// The atlas, and the state of every place at every date at which something is said.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl Exporter for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "The claims, and every place's state at every date, for programs; `whoholds schema json` describes it"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let ids = ClaimIds::new(exported.atlas);
        let mut json = serde_json::to_vec(&Document::new(exported, &ids))?;
        json.push(b'\n');
        Ok(json)
    }

    fn left_out(&self, exported: &Exported) -> Option<String> {
        let left_out = exported.stops().len() - dates(exported).len();
        let which = "the states at all others are too many";
        (left_out > 0).then(|| format!("states are of {} alone, {which}", exported.snapshot.date))
    }
}

/// The dates at which states are written.
fn dates(exported: &Exported) -> Vec<Date> {
    let stops = exported.stops();
    if stops.len() * exported.atlas.places().count() > MOST_STATES {
        vec![exported.snapshot.date]
    } else {
        stops
    }
}

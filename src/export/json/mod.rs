//! The atlas and its states as JSON, for programs.

mod build;
mod in_order;
mod schema;
mod wire;

use super::{ExportError, Exported, Exporter, claim_ids::ClaimIds};

pub use schema::schema;
pub use wire::{Document, Said};

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

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let ids = ClaimIds::new(exported.atlas);
        let mut json = serde_json::to_vec(&Document::new(exported, &ids))?;
        json.push(b'\n');
        Ok(json)
    }
}

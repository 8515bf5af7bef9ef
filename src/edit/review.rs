//! Claims in draft, gone through one by one: each is taken up, or taken out.

use std::collections::HashMap;

use crate::atlas::{Atlas, ClaimId};

use super::{
    change::Change,
    entries::{Standing, standing},
};

/// A claim that awaits somebody's review.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The claim, in the map that the file gives.
    pub claim: ClaimId,
    /// The line that it starts on, counted from 1.
    pub line: usize,
    /// Everything that is left to whoever reviews it.
    pub decide: Vec<String>,
    nth: usize,
}

/// The drafts of a file, in its order.
pub fn drafts(toml: &str, atlas: &Atlas) -> Vec<Draft> {
    let entries = standing(toml).into_iter();
    let claims = entries.filter(|entry| entry.kind == "claim");
    let mut on_line: HashMap<usize, Standing> = claims.map(|entry| (entry.line, entry)).collect();
    let drafts = atlas.claim_ids().filter(|&id| atlas[id].draft);
    let found = drafts.filter_map(|claim| {
        let line = atlas[claim].line;
        let Standing { nth, decide, .. } = on_line.remove(&line)?;
        Some(Draft {
            claim,
            line,
            decide,
            nth,
        })
    });
    found.collect()
}

impl Draft {
    /// The change by which it decides like any other claim.
    pub const fn accept(&self) -> Change {
        Change::Unset {
            kind: "claim",
            nth: self.nth,
            key: "draft",
        }
    }

    /// The change by which it is gone.
    pub const fn reject(&self) -> Change {
        Change::Remove {
            kind: "claim",
            nth: self.nth,
        }
    }
}

//! Quotations that don't name what their claim is about.

use super::Warning;
use crate::{
    atlas::{Atlas, Says, Subject},
    diagnostics::{Code, Problem},
    file::{Document, ids::MAP},
    names::{Gazetteer, Target},
};

/// Claims on who has a place whose quotation names neither the actor nor every place. A claim that says how it is read
/// is shown as an inference, and needs no name.
pub fn warnings(document: &Document, gazetteer: &Gazetteer) -> Vec<Warning> {
    let atlas = &document.atlas;
    let claims = atlas.claim_ids().zip(&atlas.claims);
    let claims = claims.filter(|(_, claim)| claim.says != Says::Context && claim.because.is_none());
    let warnings = claims.filter_map(|(nth, claim)| {
        let quote = claim.quote.as_ref().filter(|quote| quote.proof.proves())?;
        let named = gazetteer.named_in(&quote.exact);
        let is_named = |subject: Subject| target(subject).is_some_and(&named);
        let actor = Subject::Actor(claim.actor?);
        if is_named(actor) {
            return None;
        }
        let unnamed = claim.about.iter().find(|&&subject| !is_named(subject))?;
        let ids = [id(atlas, actor), id(atlas, *unnamed)];
        Some(Warning {
            claim: Some(nth),
            problem: Problem::new(
                Code::Unnamed,
                &document.spans.claims[nth.index()].quote,
                format!("this quotation names neither `{}` nor `{}`", ids[0], ids[1]),
            )
            .help("quote more, add what the source calls them to `also`, or say `because` how you read it"),
        })
    });
    warnings.collect()
}

fn id(atlas: &Atlas, subject: Subject) -> &str {
    match subject {
        Subject::Map => MAP,
        Subject::Region(id) => &atlas[id].id,
        Subject::Site(id) => &atlas[id].id,
        Subject::Actor(id) => &atlas[id].id,
    }
}

/// Returns the target that a text names it by; nothing names the whole map.
fn target(subject: Subject) -> Option<Target> {
    match subject {
        Subject::Actor(id) => Some(Target::Actor(id)),
        _ => subject.place().map(Target::Place),
    }
}

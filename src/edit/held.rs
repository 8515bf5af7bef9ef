//! Texts that a map holds already, and what is claimed of them.

use crate::atlas::{
    Atlas, ClaimId, Source,
    quote::{Passage, Text, Wanted},
};

/// The source that holds the same text already, word for word.
pub fn held<'a>(atlas: &'a Atlas, raw: &str) -> Option<&'a Source> {
    atlas.sources.iter().find(|source| holds(source, raw))
}

fn holds(source: &Source, raw: &str) -> bool {
    let is_same = |text: &Text| text.raw().split_whitespace().eq(raw.split_whitespace());
    source.text.as_ref().is_some_and(is_same)
}

/// The claims that quote a text, under whichever source has its words, each with where it quotes them.
pub fn claimed<'a>(
    atlas: &'a Atlas,
    text: &'a Text,
) -> impl Iterator<Item = (ClaimId, Passage)> + 'a {
    let sources = atlas
        .source_ids()
        .filter(|id| holds(&atlas[*id], text.raw()));
    let claims = sources.flat_map(|id| atlas.claims_of(id));
    claims.filter_map(|(id, claim)| {
        let quote = claim.quote.as_ref().filter(|quote| quote.proof.proves())?;
        let wanted = Wanted {
            exact: &quote.exact,
            before: quote.prefix.as_deref(),
            after: quote.suffix.as_deref(),
            across_paragraphs: quote.across_paragraphs,
        };
        Some((id, text.look_up(wanted).passage()?.clone()))
    })
}

//! Drafts of what a text adds to a map: its source, and a claim for each sentence that names a known place or actor.
//!
//! The output can be appended to the region file as it stands. Every quotation is found in the text; every
//! judgement is left to the editor, and until it is made a claim is context, which decides nothing.

mod article;
pub(crate) mod guess;
pub(crate) mod passage;
mod skeleton;
pub(crate) mod subjects;

pub use article::{Article, Refusal};

use std::ops::Range;

use crate::{
    atlas::{
        Atlas, Claim, Source,
        quote::{Passage, Text, Wanted},
    },
    names::Gazetteer,
};

use super::{Document, ids::MAP, write::comment};
use guess::guesses;
use subjects::Ground;

/// So many sentences are drafted: nobody judges more at one sitting.
const MOST: usize = 500;

/// Drafts the entries of a region file that cite a text for what it names.
pub fn draft(document: &Document, article: &Article) -> String {
    let atlas = &document.atlas;
    let read = &article.read;
    let text = Text::new(read.text.clone(), read.front);
    let known = held(atlas, &read.text);
    let id = known.map_or_else(|| free_id(atlas, &article.slug), |source| source.id.clone());
    let claimed = claimed(atlas, &text);
    let claimed: Vec<Range<usize>> = claimed.flat_map(|(_, it)| it.ranges).collect();
    let draft = Draft::of(&text, &id, document, &claimed);
    let head = match known {
        Some(_) => comment(&format!("The text is held already, as `{id}`.")),
        None => skeleton::source(article, &id),
    };
    draft.summary() + &head + &draft.claims
}

/// The claims that a text could make.
#[derive(Default)]
struct Draft {
    claims: String,
    sentences: usize,
    /// Sentences of one word, and those that can't be told from their twins.
    twins: usize,
    /// Sentences after the last that is drafted.
    left: usize,
}

impl Draft {
    fn of(text: &Text, source: &str, document: &Document, claimed: &[Range<usize>]) -> Self {
        let (atlas, map) = (&document.atlas, &document.map);
        let names = Gazetteer::new(atlas, map);
        let ground = Ground::new(atlas, map);
        let mut draft = Self::default();
        for at in passage::passages(text) {
            if claimed
                .iter()
                .any(|it| it.start < at.end && at.start < it.end)
            {
                continue;
            }
            let words = &text.raw()[at.clone()];
            let mentions = names.mentions(words);
            let subjects = ground.subjects(words, &mentions);
            if subjects.is_empty() {
                continue;
            }
            let guess = guesses(words, &mentions).into_iter().next();
            if draft.sentences + draft.twins == MOST {
                draft.left += 1;
            } else if let Some(quote) = passage::quote(text, &at) {
                draft.sentences += 1;
                draft.claims += &skeleton::claims(source, &subjects, &quote, guess.as_ref(), atlas);
            } else {
                draft.twins += 1;
            }
        }
        draft
    }

    fn summary(&self) -> String {
        let count = match self.sentences {
            0 => "No sentence here names a place or an actor of the map.".to_owned(),
            1 => "1 sentence here names a place or an actor of the map.".to_owned(),
            several => format!("{several} sentences here name places or actors of the map."),
        };
        let mut out = format!("\n{}", comment(&count));
        out += &comment("What is marked `decide` is left to you; until then claims are context.");
        if self.twins > 0 {
            let twins =
                "are one word, or stand elsewhere in the text word for word: quote more by hand";
            out += &comment(&format!("Left out: {} that {twins}.", self.twins));
        }
        if self.left > 0 {
            let left = "come after these: add the text in parts";
            out += &comment(&format!("Left out: {} that {left}.", self.left));
        }
        out
    }
}

/// The source that holds the same text already, word for word.
pub(crate) fn held<'a>(atlas: &'a Atlas, raw: &str) -> Option<&'a Source> {
    atlas.sources.iter().find(|source| holds(source, raw))
}

fn holds(source: &Source, raw: &str) -> bool {
    let is_same = |text: &Text| text.raw().split_whitespace().eq(raw.split_whitespace());
    source.text.as_ref().is_some_and(is_same)
}

/// The claims that quote a text, under whichever source has its words, each with where it quotes them.
pub(crate) fn claimed<'a>(
    atlas: &'a Atlas,
    text: &'a Text,
) -> impl Iterator<Item = (&'a Claim, Passage)> {
    let sources = atlas
        .source_ids()
        .filter(|id| holds(&atlas[*id], text.raw()));
    let claims = sources
        .flat_map(|id| atlas.claims_of(id))
        .map(|(_, claim)| claim);
    claims.filter_map(|claim| {
        let quote = claim.quote.as_ref().filter(|quote| quote.proof.proves())?;
        let wanted = Wanted {
            exact: &quote.exact,
            before: quote.prefix.as_deref(),
            after: quote.suffix.as_deref(),
            across_paragraphs: quote.across_paragraphs,
        };
        Some((claim, text.look_up(wanted).passage()?.clone()))
    })
}

/// An id that no source has.
fn free_id(atlas: &Atlas, slug: &str) -> String {
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    let mut ids = std::iter::once(slug.to_owned()).chain(numbered);
    let is_free = |id: &String| id != MAP && atlas.sources.iter().all(|source| source.id != *id);
    ids.find(is_free).unwrap_or_default()
}

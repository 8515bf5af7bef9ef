//! The place of words in a text, as the W3C's selectors have it.

use std::ops::Range;

use serde::Serialize;

use crate::atlas::{
    Quotation,
    quote::{self, Text},
};

/// Characters of context on each side of a quotation.
const CONTEXT: usize = 32;

/// The place of words in a text, in two ways that bear each other out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'a str,
    },
    /// Characters (code points) before the first and up to the last of the words.
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

/// Selects what is quoted of a text that is not held, one selector for each piece.
pub fn pieces(quote: &Quotation) -> impl Iterator<Item = Selector<'_>> {
    let pieces: Vec<&str> = quote::pieces(&quote.exact);
    let last = pieces.len().saturating_sub(1);
    pieces
        .into_iter()
        .enumerate()
        .map(move |(n, exact)| Selector::Quote {
            exact,
            prefix: quote
                .prefix
                .as_deref()
                .filter(|_| n == 0)
                .unwrap_or_default(),
            suffix: quote
                .suffix
                .as_deref()
                .filter(|_| n == last)
                .unwrap_or_default(),
        })
}

/// The selectors of the words in a byte range of a text.
pub fn selectors<'a>(text: &'a Text, range: &Range<usize>) -> [Selector<'a>; 2] {
    let (before, exact, after) = (
        &text.raw()[..range.start],
        &text.raw()[range.clone()],
        &text.raw()[range.end..],
    );
    let from = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(0, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(at, _)| at);
    let start = before.chars().count();
    [
        Selector::Quote {
            exact,
            prefix: &before[from..],
            suffix: &after[..to],
        },
        Selector::Position {
            start,
            end: start + exact.chars().count(),
        },
    ]
}

//! A quotation as it is shown: in its sentence, the quoted words between quotation marks.

use super::{Role, Span};
use crate::atlas::{
    Claim, Quotation, Source,
    quote::{Kind, Part, Text, visible},
    wording::Wording,
};

/// A stretch beside a quotation keeps so many words at each end where it is shortened.
const KEPT: usize = 6;
/// Fewer words are never left out.
const FEWEST: usize = 8;
/// So many words on each side may belong to a phrase with the first and the last that would be left out.
const PHRASE: usize = 2;

/// Yields the words of a claim's quotation: in its sentence where they are found, else as they were given.
pub fn quoted(claim: &Claim, source: Option<&Source>) -> Option<Vec<Span>> {
    let quote = claim.quote.as_ref()?;
    let spans = source.and_then(|source| in_sentence(quote, source));
    Some(spans.unwrap_or_else(|| vec![Span::new(Role::Quote, &marked(&quote.exact))]))
}

fn in_sentence(quote: &Quotation, source: &Source) -> Option<Vec<Span>> {
    let (text, passage) = (source.text.as_ref()?, quote.proof.passage()?);
    let wording = Wording::of(&source.language);
    let parts = text.in_sentence(passage, &source.language);
    let last = parts.len().saturating_sub(1);
    let parts = parts.iter().enumerate();
    Some(
        parts
            .map(|(n, part)| span(text, part, n == 0, n == last, wording))
            .collect(),
    )
}

/// A part of a sentence, its outer ends trimmed.
fn span(text: &Text, part: &Part, first: bool, last: bool, wording: Option<&Wording>) -> Span {
    let words = visible(&text.raw()[part.range.clone()]).replace(['\n', '\r', '\t'], " ");
    let words = if first { words.trim_start() } else { &words };
    let words = if last { words.trim_end() } else { words };
    match part.kind {
        Kind::Quoted => Span::new(Role::Quote, &marked(words)),
        Kind::Around | Kind::Gap => Span::new(Role::Context, &shortened(words, wording)),
    }
}

fn marked(words: &str) -> String {
    format!("“{words}”")
}

/// A stretch with its middle left out, unless it is short, or what would be left out may change what is claimed.
fn shortened(stretch: &str, wording: Option<&Wording>) -> String {
    let words: Vec<&str> = stretch.split_whitespace().collect();
    let count = words.len().saturating_sub(2 * KEPT);
    let Some(wording) = wording.filter(|_| count >= FEWEST) else {
        return stretch.to_owned();
    };
    let end = KEPT + count;
    if wording.qualifies(&words[KEPT - PHRASE..end + PHRASE].join(" ")) {
        return stretch.to_owned();
    }
    let (head, tail) = (words[..KEPT].join(" "), words[end..].join(" "));
    let space = |is_there: bool| if is_there { " " } else { "" };
    format!(
        "{}{head} [… {count} words …] {tail}{}",
        space(stretch.starts_with(char::is_whitespace)),
        space(stretch.ends_with(char::is_whitespace)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_stretch_is_shortened_but_never_over_a_word_that_changes_what_is_claimed() {
        let english = Wording::of("en");
        let words = |count: usize, instead: &str| {
            let word = |n| {
                if n == count / 2 {
                    instead.to_owned()
                } else {
                    format!("w{n}")
                }
            };
            format!(" {}, ", (0..count).map(word).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(
            shortened(&words(30, "thirty"), english),
            " w0 w1 w2 w3 w4 w5 [… 18 words …] w24 w25 w26 w27 w28 w29, "
        );
        for whole in [words(19, "x"), words(30, "reportedly"), words(13, "not")] {
            assert_eq!(shortened(&whole, english), whole);
        }
        let phrase = "a a a a a according to a a a a a a a a a a a a a a";
        assert_eq!(shortened(phrase, english), phrase);
        assert_eq!(shortened(&words(30, "x"), None), words(30, "x"));
    }
}

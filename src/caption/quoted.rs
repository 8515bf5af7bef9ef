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
        // What a gap leaves out may say who it is really said of, so it is shown whole, but not paragraphs of it.
        Kind::Gap if !text.raw()[part.range.clone()].contains('\n') => {
            Span::new(Role::Context, words)
        }
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

    use crate::{
        atlas::{
            Atlas, ClaimId, Quotation,
            quote::{Text, Wanted},
            sample,
            verdict::Weighed,
        },
        caption::Entry,
    };

    const HELD: &str = "A title\nThe visit came amid reports that Russia was pulling fo\u{ad}rces from the airport while \
                        retaining its base. Gen. Aye’s forces do not, whatever their spokesman says, hold the north.\n\
                        They left on foot.";

    /// An entry as it is shown, what is not quoted between braces.
    fn shown(exact: &str, across_paragraphs: bool) -> String {
        let mut atlas: Atlas = sample::atlas();
        let text = Text::new(HELD.to_owned(), 1);
        let proof = text.prove(Wanted {
            across_paragraphs,
            ..Wanted::from(exact)
        });
        atlas.sources[0].text = Some(text);
        atlas.claims[0].quote = Some(Quotation {
            exact: exact.to_owned(),
            prefix: None,
            suffix: None,
            across_paragraphs,
            proof,
        });
        let lines = Entry::new(&atlas, Weighed::shown(ClaimId::at(0))).lines(&atlas);
        let span = |span: &Span| match span.role {
            Role::Context => format!("{{{}}}", span.text),
            _ => span.text.clone(),
        };
        let lines = lines.iter().skip(1);
        let lines = lines.map(|line| line.spans.iter().map(span).collect::<String>());
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_quotation_is_shown_in_its_sentence() {
        insta::assert_snapshot!(shown("Russia was pulling forces from the airport", false), @"
        {The visit came amid reports that }“Russia was pulling forces from the airport”{ while retaining its base.}
        — A title, ¶1
        found in the held text ✓ (typography differs) · undated
        ");
        insta::assert_snapshot!(shown("Aye's forces […] hold the north", false), @"
        {Gen. }“Aye’s forces”{ do not, whatever their spokesman says, }“hold the north”{.}
        — A title, ¶1
        found in the held text ✓ (typography differs) · undated
        ");
        insta::assert_snapshot!(shown("hold the north. They left", true), @"
        {Gen. Aye’s forces do not, whatever their spokesman says, }“hold the north. They left”{ on foot.}
        — A title, ¶1–¶2
        found in the held text ✓ (typography differs, across paragraphs) · undated
        ");
    }

    #[test]
    fn a_gap_inside_a_paragraph_is_shown_whole_however_long() {
        let sentence = "Aye forces lost the city on Monday, after a week of heavy shelling, to fighters of Bee who came \
                    from the west while thousands of residents fled toward the desert in the south, and hold the north.";
        let held = Text::new(format!("A title\n{sentence}"), 1);
        let proof = held.prove(Wanted::from("Aye forces … hold the north"));
        let passage = proof.passage().expect("it is found");
        let parts = held.in_sentence(passage, "en");
        let last = parts.len() - 1;
        let shown = parts
            .iter()
            .enumerate()
            .map(|(n, part)| span(&held, part, n == 0, n == last, Wording::of("en")).text);
        let unquoted = shown.collect::<String>().replace(['“', '”'], "");
        assert_eq!(unquoted, sentence);
    }

    #[test]
    fn what_is_not_found_is_shown_as_it_was_given() {
        insta::assert_snapshot!(shown("hold the north. They left", false), @"
        “hold the north. They left”
        — A title
        NOT FOUND: no paragraph of the source has these words · undated
        ");
        insta::assert_snapshot!(shown("Aye’s forces hold the south", false), @"
        “Aye’s forces hold the south”
        — A title
        NOT FOUND: the source has “spokesman says, hold the north” (¶1) · undated
        ");
    }

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

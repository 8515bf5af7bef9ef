//! Sentences.

use std::{iter, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a paragraph, in bytes of it, each with the space after it: those of UAX #29, of which none ends after
/// an abbreviation or an initial, nor before a small letter. In doubt one goes on: more context misleads nobody.
pub fn sentences<'a>(
    paragraph: &'a str,
    abbreviations: &'a [&str],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let pieces = paragraph.split_sentence_bound_indices();
    let mut pieces = pieces.map(|(at, piece)| at..at + piece.len()).peekable();
    iter::from_fn(move || {
        let mut sentence = pieces.next()?;
        let is_of_it = |sentence: &Range<usize>, next: &Range<usize>| {
            let [sentence, next] = [sentence, next].map(|at| &paragraph[at.clone()]);
            goes_on(sentence, next, abbreviations)
        };
        while let Some(next) = pieces.next_if(|next| is_of_it(&sentence, next)) {
            sentence.end = next.end;
        }
        Some(sentence)
    })
}

/// Returns `true` if a sentence goes on in the piece after it.
fn goes_on(sentence: &str, next: &str, abbreviations: &[&str]) -> bool {
    let mut letters = next.chars().filter(|char| char.is_alphanumeric());
    letters.next().is_some_and(char::is_lowercase) || ends_shortened(sentence, abbreviations)
}

/// Returns `true` if the last full stop of a piece belongs to its last word.
fn ends_shortened(piece: &str, abbreviations: &[&str]) -> bool {
    let Some(rest) = piece.trim_end().strip_suffix('.') else {
        return false;
    };
    let is_edge = |char: char| !char.is_alphanumeric() && char != '.';
    let word = rest.rsplit(is_edge).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1;
    is_initial || word.contains('.') || abbreviations.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(paragraph: &str) -> Vec<&str> {
        let sentences = sentences(paragraph, &["gen", "u.s"]);
        sentences.map(|at| paragraph[at].trim_end()).collect()
    }

    #[test]
    fn sentences_end_at_their_full_stop() {
        assert_eq!(
            cut("They hold it. “Do they?” Yes!"),
            ["They hold it.", "“Do they?”", "Yes!"]
        );
        assert_eq!(
            cut("Some 3.5 km. الجملة؟ نعم."),
            ["Some 3.5 km.", "الجملة؟", "نعم."]
        );
        assert!(cut("").is_empty());
    }

    #[test]
    fn no_sentence_ends_after_an_abbreviation() {
        assert_eq!(
            cut("The U.S. Army met Gen. Ali J. Hasan. He left."),
            ["The U.S. Army met Gen. Ali J. Hasan.", "He left."]
        );
    }

    proptest! {
        #[test]
        fn sentences_leave_nothing_out(paragraph in "([A-Za-z.]{1,4}[ .!?]{0,2}){0,20}|\\PC{0,40}") {
            let mut end = 0;
            for at in sentences(&paragraph, &["a", "gen"]) {
                prop_assert_eq!(at.start, end);
                prop_assert!(at.end > at.start);
                end = at.end;
            }
            prop_assert_eq!(end, paragraph.len());
        }
    }
}

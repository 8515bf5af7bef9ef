//! Pieces of a text that can be quoted: sentences, and clauses of what is too long for one.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    atlas::quote::{self, Beside, PAGE, Proof, Text},
    file::excess,
};

/// A longer sentence is cut into clauses, in bytes: it is a list or a table, or lacks its full stops.
const LONGEST: usize = 600;
/// The marks that end a clause.
const MARKS: [&str; 8] = [",", ";", ":", "—", "–", "،", "؛", "、"];

/// A quotation that is found in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub exact: String,
    pub beside: Beside,
}

/// Every sentence of a text, or clause of a long one, without the space around it.
pub fn passages(text: &Text) -> impl Iterator<Item = Range<usize>> + '_ {
    text.paragraphs().flat_map(|(_, paragraph)| {
        let sentences = text.raw()[paragraph.clone()].split_sentence_bound_indices();
        sentences.flat_map(move |(at, sentence)| {
            let start = paragraph.start + at;
            let clauses = clauses(sentence).into_iter();
            clauses.map(move |clause| trimmed(sentence, clause, start))
        })
    })
}

/// A sentence in pieces that are not too long, cut after a clause or else after a word.
fn clauses(sentence: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let (mut start, mut after_clause, mut after_word) = (0, 0, 0);
    for (at, word) in sentence.split_word_bound_indices() {
        let end = at + word.len();
        if end - start > LONGEST {
            let cut = if after_clause > start {
                after_clause
            } else {
                after_word
            };
            if cut > start {
                clauses.push(start..cut);
                start = cut;
            }
        }
        after_word = end;
        if MARKS.contains(&word) {
            after_clause = end;
        }
    }
    clauses.push(start..sentence.len());
    clauses
}

/// A piece of a sentence without the space around it, in bytes of the whole text.
fn trimmed(sentence: &str, piece: Range<usize>, start: usize) -> Range<usize> {
    let words = &sentence[piece.clone()];
    let from = start + piece.start + words.len() - words.trim_start().len();
    from..from + words.trim().len()
}

/// The quotation of a passage, with the words beside it that tell it from its twins, if any do; one word is none.
pub fn quote(text: &Text, passage: &Range<usize>) -> Option<Quote> {
    let exact = &text.raw()[passage.clone()];
    if quote::is_one_word(exact) || excess(exact).is_some() {
        return None;
    }
    let beside = match text.look_up(exact) {
        Proof::Ambiguous(places) => {
            let place = places.iter().find(|place| place.extent() == *passage)?;
            text.beside(exact.into(), place)?
        }
        proof => proof.proves().then(Beside::default)?,
    };
    let too_long = |words: &Option<String>| words.as_deref().and_then(excess).is_some();
    if too_long(&beside.before) || too_long(&beside.after) {
        return None;
    }
    // Where a page begins is no part of the words.
    let spaced = |words: String| words.replace(PAGE, " ");
    Some(Quote {
        exact: spaced(exact.to_owned()),
        beside: Beside {
            before: beside.before.map(spaced),
            after: beside.after.map(spaced),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages_of(raw: &str) -> Vec<String> {
        let text = Text::new(raw.to_owned(), 0);
        passages(&text)
            .map(|at| text.raw()[at].to_owned())
            .collect()
    }

    #[test]
    fn a_text_is_cut_into_sentences() {
        assert_eq!(
            passages_of("A headline\r\n\r\n One.  “Two!” 3.5 m of three? \n الجملة؟ نعم."),
            [
                "A headline",
                "One.",
                "“Two!”",
                "3.5 m of three?",
                "الجملة؟",
                "نعم."
            ]
        );
    }

    #[test]
    fn what_is_too_long_for_a_sentence_is_cut_into_clauses() {
        let long = "many words and no end, ".repeat(100);
        let passages = passages_of(&long);
        assert!(passages.len() > 3);
        for passage in &passages {
            assert!(
                passage.len() <= LONGEST && passage.ends_with("end,"),
                "{passage}"
            );
        }
        assert_eq!(passages_of(&"x".repeat(2000)).len(), 1);
    }

    #[test]
    fn twins_are_told_apart_by_the_words_around_them() {
        let text = Text::new(
            "They left. He says so. They came. He says so.".to_owned(),
            0,
        );
        let quotes: Vec<_> = passages(&text).map(|at| quote(&text, &at)).collect();
        let second = quotes[1].as_ref().expect("a quotation");
        assert_eq!(second.beside.before.as_deref(), Some("They left."));
        assert!(quotes.iter().flatten().count() == 4);
        let same = Text::new("So. ".repeat(100), 0);
        assert_eq!(quote(&same, &(200..203)), None);
    }
}

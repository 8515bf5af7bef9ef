//! Pieces of a text that can be quoted: sentences, and clauses of what is too long for one.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{atlas::quote::Text, file::lower::excess};

/// A longer sentence is cut into clauses, in bytes: it is a list or a table, or lacks its full stops.
const LONGEST: usize = 600;
/// What ends a clause.
const MARKS: [&str; 8] = [",", ";", ":", "—", "–", "،", "؛", "、"];
/// So many words before and after a quotation are tried in turn until it stands in one place only.
const AROUND: [usize; 4] = [0, 3, 8, 20];

/// A quotation that is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    pub exact: &'a str,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
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

/// The quotation of a passage, with as many words around it as tell it from its twins, if any number does.
pub fn quote<'a>(text: &'a Text, passage: &Range<usize>) -> Option<Quote<'a>> {
    let exact = &text.raw()[passage.clone()];
    let around = |&count: &usize| Quote {
        exact,
        before: last_words(&text.raw()[..passage.start], count),
        after: first_words(&text.raw()[passage.end..], count),
    };
    let fits = |quote: &Quote| {
        let parts = [Some(exact), quote.before, quote.after];
        parts.iter().flatten().all(|words| excess(words).is_none())
    };
    let mut quotes = AROUND.iter().map(around).take_while(fits);
    quotes.find(|quote| text.prove(exact, quote.before, quote.after).proves())
}

fn last_words(text: &str, count: usize) -> Option<&str> {
    let nth = count.checked_sub(1)?;
    let mut words = text.unicode_word_indices().rev();
    let (start, _) = words
        .nth(nth)
        .or_else(|| text.unicode_word_indices().next())?;
    Some(text[start..].trim_end())
}

fn first_words(text: &str, count: usize) -> Option<&str> {
    let nth = count.checked_sub(1)?;
    let mut words = text.unicode_word_indices();
    let (last, word) = words
        .nth(nth)
        .or_else(|| text.unicode_word_indices().next_back())?;
    Some(text[..last + word.len()].trim_start())
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
        assert_eq!(second.before, Some("They left. "[..10].trim_end()));
        assert!(quotes.iter().flatten().count() == 4);
        let same = Text::new("So. ".repeat(100), 0);
        assert_eq!(quote(&same, &(200..203)), None);
    }
}

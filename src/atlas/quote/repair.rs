//! Guesses at what was meant by words that are not in a text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{GAP, Normal, Proof, Text, gap, visible};

/// At least this share of the words must agree for a passage to be suggested as a repair.
const ALIKE: f64 = 0.5;

/// No repair is looked for where it would take more comparisons of words: some hundredths of a second.
const COMPARISONS: usize = 1 << 18;

impl Text {
    /// The passage most like the wanted words, if any is like them at all, and it can be told in good time.
    pub(super) fn nearest(&self, exact: &str) -> Proof {
        let pieces: Vec<Normal> = gap::pieces(exact).into_iter().map(Normal::new).collect();
        let wanted: Vec<Word> = pieces.iter().flat_map(words_of).collect();
        if wanted.is_empty() {
            return Proof::Missing;
        }
        let Some(held) = self.few_words(COMPARISONS / wanted.len()) else {
            return Proof::Missing;
        };
        let texts = held.iter().map(|ranges| {
            let normal = &self.searched().normal;
            let words = ranges.iter().map(|range| &normal.text[range.clone()]);
            words.collect::<Vec<_>>()
        });
        let found = texts
            .enumerate()
            .filter_map(|(n, words)| Some((n, align(&wanted, &words)?)));
        let best = found.min_by(|(_, a), (_, b)| a.cost.total_cmp(&b.cost));
        let Some((paragraph, best)) = best else {
            return Proof::Missing;
        };
        if best.cost > (1.0 - ALIKE) * wanted.len() as f64 {
            return Proof::Missing;
        }
        let held = &held[paragraph];
        let words = best.runs.iter().map(|run| {
            let run = held[run.start].start..held[run.end - 1].end;
            let normal = &self.searched().normal;
            let raw = normal.raw_range(&normal.whole_words(run));
            visible(&self.raw[raw])
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        });
        Proof::Altered {
            words: words.collect::<Vec<_>>().join(GAP),
            paragraph: self.name_of(paragraph),
        }
    }

    /// Tells whether several places have just these words, whatever signs stand between them.
    pub fn has_twins(&self, exact: &str) -> bool {
        let normal = Normal::new(exact);
        let wanted: Vec<&str> = normal.text.unicode_words().collect();
        let text = &self.searched().normal.text;
        let places = self.searched().spans.iter().map(|span| {
            let words: Vec<&str> = text[span.clone()].unicode_words().collect();
            let same = words
                .windows(wanted.len().max(1))
                .filter(|it| **it == wanted);
            same.count()
        });
        places.sum::<usize>() > 1
    }

    /// The words of each paragraph, or `None` where they are more than a limit in all.
    fn few_words(&self, limit: usize) -> Option<Vec<Vec<Range<usize>>>> {
        let mut left = limit;
        let few = |span| {
            let words: Vec<_> = self.words_in(span).take(left + 1).collect();
            left = left.checked_sub(words.len())?;
            Some(words)
        };
        self.searched().spans.iter().map(few).collect()
    }

    fn words_in<'a>(&'a self, span: &'a Range<usize>) -> impl Iterator<Item = Range<usize>> + 'a {
        let words = self.searched().normal.text[span.clone()].unicode_word_indices();
        words.map(|(at, word)| span.start + at..span.start + at + word.len())
    }
}

/// A word of a quotation.
struct Word<'a> {
    text: &'a str,
    /// `true` if it is the first or the last of its piece, which no repair drops.
    outermost: bool,
    /// `true` if it is the last of its piece, so that a gap may follow.
    last: bool,
}

fn words_of(piece: &Normal) -> Vec<Word<'_>> {
    let words: Vec<&str> = piece.text.unicode_words().collect();
    let count = words.len();
    let numbered = words.into_iter().enumerate();
    numbered
        .map(|(n, text)| Word {
            text,
            outermost: n == 0 || n + 1 == count,
            last: n + 1 == count,
        })
        .collect()
}

/// Runs of held words, one a piece, and what it costs to turn them into the wanted ones.
struct Alignment {
    runs: Vec<Range<usize>>,
    cost: f64,
}

#[derive(Clone, Copy)]
enum Step {
    Swap,
    Drop,
    Skip,
}

/// Finds the runs of held words that cost least to turn into the wanted ones (Sellers' algorithm over words): a word
/// left out or put in costs 1, a wrong one up to 1 by how unlike it is, and what a gap leaves out nothing.
fn align(wanted: &[Word], held: &[&str]) -> Option<Alignment> {
    let mut row = vec![0.0; held.len() + 1];
    let mut steps = Vec::with_capacity(wanted.len());
    for word in wanted {
        let drop_cost = if word.outermost { f64::INFINITY } else { 1.0 };
        let skip_cost = if word.last { 0.0 } else { 1.0 };
        let mut next = vec![f64::INFINITY];
        let mut step = vec![Step::Drop];
        for (n, other) in held.iter().enumerate() {
            let choices = [
                (row[n] + unlike(word.text, other), Step::Swap),
                (row[n + 1] + drop_cost, Step::Drop),
                (next[n] + skip_cost, Step::Skip),
            ];
            let (cost, choice) =
                choices.into_iter().fold(
                    choices[0],
                    |best, other| if other.0 < best.0 { other } else { best },
                );
            next.push(cost);
            step.push(choice);
        }
        row = next;
        steps.push(step);
    }
    let ends = row.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
    let (end, &cost) = ends.filter(|(_, cost)| cost.is_finite())?;
    Some(Alignment {
        runs: trace(wanted, &steps, end),
        cost,
    })
}

/// The run of held words that each piece was turned from, read backwards from where the last one ends.
fn trace(wanted: &[Word], steps: &[Vec<Step>], end: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (mut word, mut at) = (wanted.len(), end);
    while let Some(above) = word.checked_sub(1) {
        match steps[above][at] {
            Step::Skip => at -= 1,
            Step::Drop => word = above,
            Step::Swap => {
                if wanted[above].last {
                    runs.push(at..at);
                }
                if let Some(run) = runs.last_mut() {
                    run.start = at - 1;
                }
                (word, at) = (above, at - 1);
            }
        }
    }
    runs.reverse();
    runs
}

fn unlike(a: &str, b: &str) -> f64 {
    if a == b {
        0.0
    } else {
        1.0 - strsim::normalized_levenshtein(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::quote::Paragraph;

    /// The repair of a quotation, and the paragraph that it is from, under one line of title.
    fn repair(raw: &str, quote: &str) -> Option<(String, Paragraph)> {
        match Text::new(format!("A title\n{raw}"), 1).prove(quote) {
            Proof::Altered { words, paragraph } => Some((words, paragraph)),
            Proof::Missing => None,
            proof => panic!("{quote}: {proof:?}"),
        }
    }

    /// The words of a repair from the first paragraph.
    fn repaired(raw: &str, quote: &str) -> Option<String> {
        let (words, paragraph) = repair(raw, quote)?;
        assert_eq!(paragraph, Paragraph::Body(1));
        Some(words)
    }

    #[test]
    fn wrong_words_are_answered_with_those_of_the_source() {
        let raw = "It rained. They hold the north, he said.";
        assert_eq!(
            repaired(raw, "They held a north"),
            Some("They hold the north".to_owned())
        );
        assert_eq!(
            repaired("It rained on the held towel.", "helt tower"),
            Some("held towel".to_owned())
        );
    }

    #[test]
    fn words_put_in_or_left_out_are_answered_with_those_of_the_source() {
        assert_eq!(
            repaired("Now they hold it.", "they firmly hold it"),
            Some("they hold it".to_owned())
        );
        assert_eq!(
            repaired("Now they do not hold it yet.", "they do hold it"),
            Some("they do not hold it".to_owned())
        );
    }

    #[test]
    fn a_repair_is_from_the_paragraph_that_is_most_like_the_quotation() {
        let raw = "They fled the north.\nThey hold the  north.\nThey left.";
        assert_eq!(
            repair(raw, "They held the north"),
            Some(("They hold the north".to_owned(), Paragraph::Body(2)))
        );
        assert_eq!(
            repair(raw, "The title"),
            Some(("A title".to_owned(), Paragraph::Heading))
        );
    }

    #[test]
    fn half_of_the_words_must_agree() {
        assert_eq!(
            repaired("They hold Rima.", "hold xyz"),
            Some("hold Rima".to_owned())
        );
        assert_eq!(repaired("They hold Rima.", "hold xyz uvw"), None);
        assert_eq!(
            repaired("one six", "one x y six"),
            Some("one six".to_owned())
        );
        assert_eq!(repaired("one six", "one x y z six"), None);
        assert_eq!(repaired("one x y z six", "one p q six"), None);
    }

    #[test]
    fn no_repair_drops_the_first_or_the_last_word_of_a_piece() {
        assert_eq!(repaired("hold town", "They hold town"), None);
        assert_eq!(repaired("hold town", "hold town xyz"), None);
        assert_eq!(repaired("hold town", "hold … xyz town uvw"), None);
    }

    #[test]
    fn what_a_gap_leaves_out_is_left_out_of_the_repair_at_no_cost() {
        assert_eq!(
            repaired(
                "Forces of two towns, it is said by all of them, hold the north.",
                "Forces of two town … held the north"
            ),
            Some("Forces of two towns … hold the north".to_owned())
        );
    }

    #[test]
    fn of_pieces_as_like_the_nearest_to_the_next_one_is_meant() {
        assert_eq!(
            repaired(
                "They hell it. They hold the older town.",
                "They held … the old town"
            ),
            Some("They hold … the older town".to_owned())
        );
    }

    #[test]
    fn no_repair_is_looked_for_where_it_takes_too_many_comparisons() {
        let line = |count: usize, last: &str| "a ".repeat(count - 1) + last;
        let quote = line(512, "c");
        let held = |count: usize| format!("b\n{}", line(count, "b"));
        // The title is two words, and the line before is one.
        let most = COMPARISONS / 512 - 3;
        assert_eq!(repair(&held(most + 1), &quote), None);
        let found = repair(&held(most), &quote);
        assert_eq!(found, Some((line(most, "b"), Paragraph::Body(2))));
    }
}

//! A quotation in its sentence, so that nothing that qualifies it is cut away unseen.

use std::ops::Range;

use super::{Passage, Text};
use crate::atlas::{sentence::sentences, wording::Wording};

/// The part of a sentence that some of its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words of the quotation.
    Quoted,
    /// The rest of the sentence.
    Around,
    /// The words that a gap in the quotation leaves out.
    Gap,
}

/// A part of a sentence: its bytes in the raw text, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the raw text.
    pub range: Range<usize>,
    /// Its relation to the quotation.
    pub kind: Kind,
}

impl Text {
    /// The sentence that a passage stands in, or all from its first to its last, in order and without a hole.
    pub fn in_sentence(&self, passage: &Passage, language: &str) -> Vec<Part> {
        let extent = passage.extent();
        let abbreviations = Wording::of(language).map_or(&[][..], |lists| &lists.abbreviations);
        let (first, last) = (extent.start, extent.end - 1);
        let sentence = self.sentence_at(first, abbreviations);
        let start = self.near(&sentence, first).start;
        let sentence = if last < sentence.end {
            sentence
        } else {
            self.sentence_at(last, abbreviations)
        };
        let end = self.near(&sentence, last).end;
        let mut parts = Vec::new();
        let mut part = |range: Range<usize>, kind| {
            if !self.raw[range.clone()].trim().is_empty() {
                parts.push(Part { range, kind });
            }
        };
        part(start..extent.start, Kind::Around);
        let mut last = extent.start;
        for range in &passage.ranges {
            part(last..range.start, Kind::Gap);
            part(range.clone(), Kind::Quoted);
            last = range.end;
        }
        part(last..end, Kind::Around);
        parts
    }

    /// The bytes of the sentence that a byte of the raw text is in. A paragraph of the body that does not end a sentence
    /// is taken for a line that was broken, so that nothing which qualifies the words is left behind on another line.
    fn sentence_at(&self, offset: usize, abbreviations: &[&str]) -> Range<usize> {
        let block = self.block_at(offset);
        let Some(raw) = self.raw.get(block.clone()) else {
            return offset..offset;
        };
        let text = raw.replace(['\n', '\r'], " ");
        let sentences = sentences(&text, abbreviations);
        let mut sentences = sentences.map(|at| block.start + at.start..block.start + at.end);
        let sentence = sentences.find(|at| offset < at.end);
        sentence.unwrap_or(offset..offset)
    }

    /// The lines that run on into and from the one that a byte of the raw text is in.
    pub fn block_at(&self, offset: usize) -> Range<usize> {
        let at = self.index_at(offset);
        let Some(paragraph) = self.paragraphs.get(at) else {
            return offset..offset;
        };
        let runs_on =
            |n: usize| n >= self.front && !ends_a_sentence(&self.raw[self.paragraphs[n].clone()]);
        let back = (0..at).rev().take(LINES).take_while(|&n| runs_on(n)).last();
        let on = (at..self.paragraphs.len() - 1)
            .take(LINES)
            .take_while(|&n| runs_on(n))
            .last();
        let start = back.map_or(paragraph.start, |n| self.paragraphs[n].start);
        start..on.map_or(paragraph.end, |n| self.paragraphs[n + 1].end)
    }

    /// Cuts an endless sentence to as much of it as anybody reads.
    fn near(&self, sentence: &Range<usize>, offset: usize) -> Range<usize> {
        let edge = |at: usize| (0..=at).rev().find(|&at| self.raw.is_char_boundary(at));
        let start = offset.saturating_sub(LONGEST).max(sentence.start);
        let end = (offset + LONGEST).min(sentence.end);
        edge(start).unwrap_or(0)..edge(end).unwrap_or(sentence.end)
    }
}

/// At most so many lines before and after are one sentence with a line.
const LINES: usize = 16;
/// At most so many bytes of a sentence are shown on each side of the quoted words.
const LONGEST: usize = 4_000;

/// Returns `true` if a line ends where a sentence can.
fn ends_a_sentence(line: &str) -> bool {
    let closing = |char: char| char.is_whitespace() || "\"'”’»)]".contains(char);
    let end = line.trim_end_matches(closing).chars().next_back();
    end.is_none_or(|char| ".!?…:;。！？؟।".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::quote::Wanted;

    const ONE: &str = "They met. The army held, he said, the town. They left.";

    /// Each part of the sentence of a quotation, in order, under `front` lines of title and standfirst.
    fn parts<'a>(raw: &'a str, front: usize, quote: &str) -> Vec<(Kind, &'a str)> {
        let text = Text::new(raw.to_owned(), front);
        let wanted = Wanted {
            across_paragraphs: true,
            ..Wanted::from(quote)
        };
        let proof = text.look_up(wanted);
        let passage = proof.passage().expect("a passage");
        let parts = text.in_sentence(passage, "en").into_iter();
        parts.map(|part| (part.kind, &raw[part.range])).collect()
    }

    /// The line that starts with some words, with those that run on into and from it.
    fn block<'a>(raw: &'a str, front: usize, line: &str) -> &'a str {
        let at = raw.find(line).expect("a line of the text");
        &raw[Text::new(raw.to_owned(), front).block_at(at)]
    }

    #[test]
    fn a_quotation_stands_in_the_whole_of_its_sentence_and_no_more() {
        assert_eq!(
            parts(ONE, 0, "army … the town"),
            [
                (Kind::Around, "The "),
                (Kind::Quoted, "army"),
                (Kind::Gap, " held, he said, "),
                (Kind::Quoted, "the town"),
                (Kind::Around, ". "),
            ]
        );
        assert_eq!(
            parts(ONE, 0, "They met"),
            [(Kind::Quoted, "They met"), (Kind::Around, ". ")]
        );
        assert_eq!(parts(ONE, 0, "They left."), [(Kind::Quoted, "They left.")]);
    }

    #[test]
    fn a_sentence_of_a_later_line_is_found_in_its_line() {
        let raw = "They met on the hill.\nIt rained. The army held the town. They left.";
        assert_eq!(
            parts(raw, 0, "The army"),
            [
                (Kind::Quoted, "The army"),
                (Kind::Around, " held the town. ")
            ]
        );
        assert_eq!(
            parts(raw, 0, "They met on the hill."),
            [(Kind::Quoted, "They met on the hill.")]
        );
    }

    #[test]
    fn a_quotation_of_several_sentences_stands_in_all_of_them() {
        assert_eq!(
            parts(ONE, 0, "met … They"),
            [
                (Kind::Around, "They "),
                (Kind::Quoted, "met"),
                (Kind::Gap, ". The army held, he said, the town. "),
                (Kind::Quoted, "They"),
                (Kind::Around, " left."),
            ]
        );
    }

    #[test]
    fn a_broken_line_is_read_with_the_lines_that_it_runs_on_into() {
        let raw = "They met.\nNobody says that\nthe army holds\nthe town.\nThey left";
        assert_eq!(
            parts(raw, 0, "the army holds"),
            [
                (Kind::Around, "Nobody says that\n"),
                (Kind::Quoted, "the army holds"),
                (Kind::Around, "\nthe town."),
            ]
        );
        for line in ["Nobody", "the army", "the town"] {
            let whole = "Nobody says that\nthe army holds\nthe town.";
            assert_eq!(block(raw, 0, line), whole, "{line}");
        }
        assert_eq!(block(raw, 0, "They met"), "They met.");
        assert_eq!(block(raw, 0, "They left"), "They left");
    }

    #[test]
    fn a_title_does_not_run_on_into_the_text() {
        let raw = "The war so far\nA year in the north\nThe army holds\nthe town.";
        for line in ["The war so far", "A year in the north"] {
            assert_eq!(block(raw, 2, line), line);
        }
        let body = "The army holds\nthe town.";
        assert_eq!(block(raw, 2, "The army"), body);
        assert_eq!(block(raw, 2, "the town"), body);
    }

    #[test]
    fn a_sentence_ends_with_its_stop_though_a_quotation_mark_or_a_bracket_closes_after_it() {
        for end in [
            ".", ".”", ".’ ", "?»", "!\"", "…", ":", ";", "。", "؟", "।", ".) ", ".]",
        ] {
            let line = format!("The army left{end}");
            let raw = format!("{line}\nThey stay.");
            assert_eq!(block(&raw, 0, "The army"), line, "{end}");
            assert_eq!(block(&raw, 0, "They stay"), "They stay.", "{end}");
        }
        for end in ["", ",", "”", " (all)", " –"] {
            let raw = format!("The army left{end}\nThey stay.");
            assert_eq!(block(&raw, 0, "The army"), raw, "{end}");
            assert_eq!(block(&raw, 0, "They stay"), raw, "{end}");
        }
    }

    #[test]
    fn only_so_many_lines_are_one_sentence() {
        let lines: Vec<_> = (0..3 * LINES).map(|n| format!("line {n}")).collect();
        let raw = lines.join("\n");
        let middle = 3 * LINES / 2;
        let around = lines[middle - LINES..=middle + LINES].join("\n");
        assert_eq!(block(&raw, 0, &lines[middle]), around);
    }

    #[test]
    fn a_place_beyond_the_last_line_is_in_no_block() {
        let text = Text::new("They met.\n".to_owned(), 0);
        assert_eq!(text.block_at(10), 10..10);
    }

    #[test]
    fn of_an_endless_sentence_only_so_much_is_shown_on_each_side() {
        let far = "word ".repeat(LONGEST / 5 + 2);
        let raw = format!("{far}here {far}");
        let [before, quoted, after] = parts(&raw, 0, "here")[..] else {
            panic!("words before and after")
        };
        assert_eq!(before, (Kind::Around, &far[far.len() - LONGEST..]));
        assert_eq!(quoted, (Kind::Quoted, "here"));
        // Counted from the last letter that is quoted.
        assert_eq!(after.1.len(), LONGEST - 1);
    }

    #[test]
    fn what_is_shown_of_an_endless_sentence_is_whole_characters() {
        let far = "é".repeat(LONGEST);
        let raw = format!("{far} here {far}");
        let shown = parts(&raw, 0, "here");
        assert_eq!(
            shown,
            [
                (Kind::Around, &*format!("{} ", &far[..LONGEST])),
                (Kind::Quoted, "here"),
                (Kind::Around, &*format!(" {}", &far[..LONGEST - 2])),
            ]
        );
    }
}

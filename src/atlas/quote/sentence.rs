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
    /// What it is to the quotation.
    pub kind: Kind,
}

impl Text {
    /// The sentence that a passage stands in, or all from its first to its last, in order and without a hole.
    pub fn in_sentence(&self, passage: &Passage, language: &str) -> Vec<Part> {
        let extent = passage.extent();
        let abbreviations = Wording::of(language).map_or(&[][..], |lists| &lists.abbreviations);
        let start = self.sentence_at(extent.start, abbreviations).start;
        let end = self.sentence_at(extent.end - 1, abbreviations).end;
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
        let sentences = sentences(&text, abbreviations).into_iter();
        let mut sentences = sentences.map(|at| block.start + at.start..block.start + at.end);
        let sentence = sentences.find(|at| offset < at.end);
        self.near(sentence.unwrap_or(offset..offset), offset)
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

    /// As much of an endless sentence as anybody reads.
    fn near(&self, sentence: Range<usize>, offset: usize) -> Range<usize> {
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

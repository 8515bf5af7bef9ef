//! A quotation in its sentence, so that nothing that qualifies it is cut away unseen.

use std::ops::Range;

use super::{Passage, Text};
use crate::atlas::{sentence::sentences, wording::Wording};

/// What part of a sentence some of its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Quoted,
    /// The rest of the sentence.
    Around,
    /// What a gap in the quotation leaves out.
    Gap,
}

/// A part of a sentence: its bytes in the raw text, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub range: Range<usize>,
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

    /// The bytes of the sentence that a byte of the raw text is in, within its paragraph.
    fn sentence_at(&self, offset: usize, abbreviations: &[&str]) -> Range<usize> {
        let Some(paragraph) = self.paragraphs.get(self.index_at(offset)).cloned() else {
            return offset..offset;
        };
        let text = &self.raw[paragraph.clone()];
        let start = paragraph.start;
        let sentences = sentences(text, abbreviations).into_iter();
        let mut sentences = sentences.map(|at| start + at.start..start + at.end);
        sentences
            .find(|at| offset < at.end)
            .unwrap_or(offset..offset)
    }
}

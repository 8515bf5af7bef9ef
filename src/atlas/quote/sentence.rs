//! A quotation in its sentence, so that nothing that qualifies it is cut away unseen.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Passage, Text};
use crate::atlas::wording::Wording;

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
        let mut sentence = paragraph.start..paragraph.end;
        for (at, _) in text.split_sentence_bound_indices().skip(1) {
            if !ends_sentence(&text[..at], &text[at..], abbreviations) {
                continue;
            }
            if paragraph.start + at <= offset {
                sentence.start = paragraph.start + at;
            } else {
                sentence.end = paragraph.start + at;
                break;
            }
        }
        sentence
    }
}

/// Whether a boundary that UAX #29 sees is one: not after an abbreviation or an initial, nor before a small letter. In
/// doubt it is none, for more context misleads nobody.
fn ends_sentence(before: &str, after: &str, abbreviations: &[&str]) -> bool {
    let goes_on = after
        .chars()
        .find(|char| char.is_alphanumeric())
        .is_some_and(char::is_lowercase);
    let word = before.trim_end().strip_suffix('.').map(|text| {
        let start = text.rfind(|char: char| char.is_whitespace() || "([“‘\"'".contains(char));
        start.map_or(text, |at| {
            text[at..].trim_start_matches(|char: char| !char.is_alphanumeric())
        })
    });
    let shortened = word.is_some_and(|word| {
        let word = word.to_lowercase();
        word.chars().count() == 1 || word.contains('.') || abbreviations.contains(&word.as_str())
    });
    !goes_on && !shortened
}

//! Words that are marked in a text, widened and narrowed by a word at either end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::atlas::quote::Text;

/// A range of whole words in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    range: Range<usize>,
    /// The starts and ends of the words of the paragraph, in bytes of the text.
    words: Vec<Range<usize>>,
}

impl Marking {
    /// Marks a sentence.
    pub fn new(text: &Text, range: Range<usize>) -> Self {
        let mut paragraphs = text.paragraphs().map(|(_, paragraph)| paragraph);
        let around = paragraphs.find(|it| it.start <= range.start && range.end <= it.end);
        let around = around.unwrap_or_else(|| range.clone());
        let words = text.raw()[around.clone()].unicode_word_indices();
        let words = words.map(|(at, word)| {
            let start = around.start + at;
            start..start + word.len()
        });
        Self {
            words: words.collect(),
            range,
        }
    }

    pub const fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// Moves an end by a word; `false` where there is no word to move to, or fewer than two would be left.
    pub fn stretch(&mut self, start: bool, forward: bool) -> bool {
        let Range {
            start: from,
            end: to,
        } = self.range;
        let mut words = self.words.iter();
        let moved = match (start, forward) {
            (true, true) => words
                .find(|word| word.start > from)
                .map(|word| word.start..to),
            (true, false) => words
                .rfind(|word| word.start < from)
                .map(|word| word.start..to),
            (false, true) => words.find(|word| word.end > to).map(|word| from..word.end),
            (false, false) => words.rfind(|word| word.end < to).map(|word| from..word.end),
        };
        let inside = |range: &Range<usize>| {
            let words = self.words.iter();
            words
                .filter(|word| range.start <= word.start && word.end <= range.end)
                .count()
        };
        let moved = moved.filter(|range| range.start < range.end && inside(range) >= 2);
        let can = moved.is_some();
        self.range = moved.unwrap_or_else(|| self.range.clone());
        can
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marking_keeps_to_its_paragraph_and_to_whole_words() {
        let text = Text::new("One two. “Three four,” he said.\n\nFive.".to_owned(), 0);
        let mut marking = Marking::new(&text, 9..31);
        let mut marked = |start, forward| {
            marking
                .stretch(start, forward)
                .then(|| &text.raw()[marking.range().clone()])
        };
        assert_eq!(marked(false, false), Some("“Three four,” he"));
        assert_eq!(marked(false, false), Some("“Three four"));
        assert_eq!(marked(true, true), Some("Three four"));
        assert_eq!(marked(false, false), None);
        assert_eq!(marked(true, false), Some("two. “Three four"));
        assert_eq!(marked(true, false), Some("One two. “Three four"));
        assert_eq!(marked(true, false), None);
    }
}

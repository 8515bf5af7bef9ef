//! The places of every word of a text, so that a quotation is found without reading the whole of it.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    ops::Range,
};

use super::Normal;

/// Words that stand in more places than these say nothing of where they are from.
pub const OFTEN: usize = 1 << 16;

/// Hashes of the words of a text with the offset of each, ascending.
#[derive(Clone, Debug)]
pub struct Index(Vec<(u64, u32)>);

impl Index {
    pub fn new(text: &Normal) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "held texts are bounded far below 4 GiB"
        )]
        let word = |run: Range<usize>| (hash(&text.text[run.clone()]), run.start as u32);
        let mut words: Vec<_> = text.runs().map(word).collect();
        words.sort_unstable();
        Self(words)
    }

    /// Finds words in the text, whole words only, in order: everywhere, unless they stand in more than [`OFTEN`]
    /// places.
    pub fn find(&self, text: &Normal, words: &Normal) -> Vec<Range<usize>> {
        let runs = words
            .runs()
            .map(|run| (self.places(&words.text[run.clone()]), run));
        let Some((places, run)) = runs.min_by_key(|(places, _)| places.len()) else {
            return Vec::new();
        };
        let whole = |&(_, at): &(u64, u32)| {
            let start = (at as usize).checked_sub(run.start)?;
            let end = start + words.text.len();
            let found = text.text.get(start..end)? == words.text;
            (found && text.is_edge(start) && text.is_edge(end)).then_some(start..end)
        };
        places.iter().filter_map(whole).take(OFTEN).collect()
    }

    fn places(&self, word: &str) -> &[(u64, u32)] {
        let hash = hash(word);
        let start = self.0.partition_point(|(other, _)| *other < hash);
        let places = &self.0[start..];
        &places[..places.partition_point(|(other, _)| *other == hash)]
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Finds where each place starts and ends.
    fn find(text: &str, words: &str) -> Vec<(usize, usize)> {
        let text = Normal::new(text);
        let found = Index::new(&text).find(&text, &Normal::new(words));
        found.iter().map(|range| (range.start, range.end)).collect()
    }

    #[test]
    fn words_are_found_everywhere_in_order() {
        let text = "the town, the north; the town";
        assert_eq!(find(text, "the town"), [(0, 8), (21, 29)]);
        assert_eq!(find(text, "north; the"), [(14, 24)]);
        assert_eq!(find(text, "the south"), []);
    }

    #[test]
    fn a_script_without_spaces_is_searched_from_any_of_its_characters() {
        assert_eq!(find("北京市", "京"), [(3, 6)]);
        assert_eq!(find("北京市", "京市"), [(3, 9)]);
    }

    #[test]
    fn a_quotation_may_end_in_an_apostrophe_that_the_words_after_it_make_a_possessive() {
        assert_eq!(find("They beat the Kurds’ ally.", "the Kurds’"), [(10, 20)]);
    }

    proptest! {
        #[test]
        fn finds_what_reading_the_whole_text_would(
            text in "[ab京5' .,-]{0,24}",
            words in "[ab京5' .,-]{0,2}[ab京5][ab京5' .,-]{0,2}",
        ) {
            let (text, words) = (Normal::new(&text), Normal::new(&words));
            let starts = (0..text.text.len()).filter(|&at| text.text.is_char_boundary(at));
            let whole = starts
                .filter(|&at| text.text[at..].starts_with(&words.text))
                .map(|at| at..at + words.text.len())
                .filter(|found| text.is_edge(found.start) && text.is_edge(found.end));
            prop_assert_eq!(Index::new(&text).find(&text, &words), whole.collect::<Vec<_>>());
        }
    }
}

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

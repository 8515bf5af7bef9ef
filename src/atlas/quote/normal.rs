//! A text in the form in which quotations compare.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A normalised text that knows where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Normal {
    pub text: String,
    /// For each byte of `text`, where the grapheme cluster it came from starts and ends in the raw text.
    origin: Vec<Range<u32>>,
    /// Word boundaries in `text`, ascending.
    edges: Vec<usize>,
}

impl Normal {
    pub fn new(raw: &str) -> Self {
        let (mut text, mut origin) = (
            String::with_capacity(raw.len()),
            Vec::with_capacity(raw.len()),
        );
        for (start, cluster) in raw.trim_end().grapheme_indices(true) {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "held texts are bounded far below 4 GiB"
            )]
            let from = start as u32..(start + cluster.len()) as u32;
            for char in cluster.nfc().map(plain) {
                if char == ' ' && (text.is_empty() || text.ends_with(' ')) {
                    continue;
                }
                text.push(char);
                origin.resize(text.len(), from.clone());
            }
        }
        let mut edges: Vec<usize> = text
            .split_word_bound_indices()
            .map(|(start, _)| start)
            .collect();
        edges.push(text.len());
        Self {
            text,
            origin,
            edges,
        }
    }

    fn is_edge(&self, offset: usize) -> bool {
        self.edges.binary_search(&offset).is_ok()
    }

    /// Where whole words stand at or after `from`.
    fn find<'a>(&'a self, words: &'a str, from: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let places = self.text[from..]
            .match_indices(words)
            .map(move |(at, _)| from + at..from + at + words.len());
        places.filter(|range| self.is_edge(range.start) && self.is_edge(range.end))
    }

    /// Where the pieces stand in order: every place of the first, each with the nearest of the others after it.
    pub fn places<'a>(
        &'a self,
        pieces: &'a [String],
    ) -> impl Iterator<Item = Vec<Range<usize>>> + 'a {
        // The first piece moves on from place to place, so one that still stands after it is still the nearest.
        let mut found = vec![0..0; pieces.len()];
        self.find(&pieces[0], 0).map_while(move |first| {
            found[0] = first;
            for n in 1..pieces.len() {
                let from = found[n - 1].end;
                if found[n].start < from {
                    found[n] = self.find(&pieces[n], from).next()?;
                }
            }
            Some(found.clone())
        })
    }

    pub fn raw_range(&self, range: &Range<usize>) -> Range<usize> {
        self.origin[range.start].start as usize..self.origin[range.end - 1].end as usize
    }
}

/// One character for every kind of space, quotation mark and dash.
const fn plain(char: char) -> char {
    match char {
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '`' | '´' => '\'',
        '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ if char.is_whitespace() => ' ',
        _ => char,
    }
}

//! A text in the form in which quotations compare.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::edge;

/// A normalised text that knows where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Normal {
    pub text: String,
    /// For each byte of `text`, where the grapheme cluster it came from starts and ends in the raw text.
    origin: Vec<Range<u32>>,
    /// For each byte of `text`, and its end, whether a word of the raw text may start or end before it.
    edges: Vec<bool>,
}

impl Normal {
    pub fn new(raw: &str) -> Self {
        // The characters of the source itself, one for each of the normalised text: edges are judged on them.
        let mut own: Vec<char> = Vec::with_capacity(raw.len());
        let mut text = String::with_capacity(raw.len());
        let mut origin = Vec::with_capacity(raw.len());
        let mut start = 0;
        while let Some(cluster) = first_cluster(&raw[start..]) {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "held texts are bounded far below 4 GiB"
            )]
            let from = start as u32..(start + cluster.len()) as u32;
            start += cluster.len();
            let mut note = |char| {
                let plain = plain(char);
                if plain == ' ' && text.is_empty() {
                    return;
                }
                if plain == ' ' && text.ends_with(' ') {
                    if char == '\n' {
                        own.pop();
                        own.push(char);
                    }
                    return;
                }
                own.push(char);
                text.push(plain);
                origin.resize(text.len(), from.clone());
            };
            match cluster.as_bytes() {
                // In NFC, visible, and no ligature.
                [byte] if byte.is_ascii() => note(char::from(*byte)),
                _ => spelt_out(cluster).for_each(note),
            }
        }
        if text.ends_with(' ') {
            text.pop();
            own.pop();
            origin.pop();
        }
        let mut edges = vec![false; text.len() + 1];
        let own: String = own.into_iter().collect();
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for (at, is_edge) in places.zip(edge::edges(&own)) {
            edges[at] = is_edge;
        }
        Self {
            text,
            origin,
            edges,
        }
    }

    pub fn is_edge(&self, offset: usize) -> bool {
        self.edges[offset]
    }

    /// The least range of whole words around a range.
    pub fn whole_words(&self, range: Range<usize>) -> Range<usize> {
        let start = (0..=range.start).rev().find(|&at| self.edges[at]);
        let end = (range.end..self.text.len()).find(|&at| self.edges[at]);
        start.unwrap_or(0)..end.unwrap_or(self.text.len())
    }

    /// Runs of letters and digits, cut at edges: what a text is indexed by.
    pub fn runs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut chars = self.text.char_indices().peekable();
        std::iter::from_fn(move || {
            let (start, _) = chars.find(|(_, char)| char.is_alphanumeric())?;
            while chars
                .next_if(|&(at, char)| char.is_alphanumeric() && !self.edges[at])
                .is_some()
            {}
            let end = chars.peek().map_or(self.text.len(), |(at, _)| *at);
            Some(start..end)
        })
    }

    /// Counts the words, each from edge to edge.
    pub fn words(&self) -> usize {
        let (mut words, mut fresh) = (0, true);
        for (at, char) in self.text.char_indices() {
            fresh |= self.edges[at];
            if fresh && char.is_alphanumeric() {
                words += 1;
                fresh = false;
            }
        }
        words
    }

    /// Returns the place of the first byte at or after a place of the raw text.
    pub fn offset(&self, raw: usize) -> usize {
        self.origin
            .partition_point(|from| (from.start as usize) < raw)
    }

    pub fn raw_range(&self, range: &Range<usize>) -> Range<usize> {
        self.origin[range.start].start as usize..self.origin[range.end - 1].end as usize
    }
}

/// The grapheme cluster that a text begins with. Between two ASCII characters is always an edge, unless they are a line
/// break.
fn first_cluster(text: &str) -> Option<&str> {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => text.get(..2),
        [one, next, ..] if one.is_ascii() && next.is_ascii() => text.get(..1),
        _ => text.graphemes(true).next(),
    }
}

/// A grapheme cluster in NFC, without what can't be seen, and with ligatures spelt out.
fn spelt_out(cluster: &str) -> impl Iterator<Item = char> + '_ {
    let visible = cluster.chars().filter(|&char| !is_invisible(char));
    let letters = visible.flat_map(|char| {
        let ligature = is_ligature(char).then(|| std::iter::once(char).nfkc());
        let other = (!is_ligature(char)).then_some(char);
        ligature.into_iter().flatten().chain(other)
    });
    letters.nfc()
}

/// The text without characters that can't be seen.
pub fn visible(text: &str) -> String {
    text.chars().filter(|&char| !is_invisible(char)).collect()
}

/// Returns `true` if a character takes no room: it says how others are broken, joined or ordered, or nothing.
pub const fn is_invisible(char: char) -> bool {
    is_idle(char)
        || matches!(
            char,
            '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Returns `true` if a character takes no room and no script needs it, so that it can only make a text look like another
/// one. Joiners and marks of direction are none of these.
pub const fn is_idle(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Latin and Armenian ligatures, and the Arabic presentation forms that old documents are set in.
const fn is_ligature(char: char) -> bool {
    matches!(char, '\u{fb00}'..='\u{fb17}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn clusters_are_those_of_the_standard(text in "[a-z \\r\\n\u{301}\u{200d}\u{600}é🇸🇾👩क्ष\u{ad}]{0,20}") {
            let mut rest = text.as_str();
            let clusters = std::iter::from_fn(|| {
                let cluster = first_cluster(rest)?;
                rest = &rest[cluster.len()..];
                Some(cluster)
            });
            prop_assert_eq!(clusters.collect::<Vec<_>>(), text.graphemes(true).collect::<Vec<_>>());
        }

        #[test]
        fn plain_characters_are_spelt_as_they_are(byte in 0..128_u8) {
            let char = char::from(byte);
            prop_assert_eq!(spelt_out(&char.to_string()).collect::<Vec<_>>(), [char]);
        }
    }

    fn normal(raw: &str) -> String {
        Normal::new(raw).text
    }

    #[test]
    fn every_run_of_space_is_one_space_and_none_is_outermost() {
        assert_eq!(
            normal("\u{a0}They\r\n hold\tit\u{202f}\u{2009}now.\n \n"),
            "They hold it now."
        );
        assert_eq!(normal(" \n\u{3000}"), "");
    }

    #[test]
    fn quotation_marks_and_dashes_are_those_of_a_keyboard() {
        assert_eq!(
            normal("‘a’ ‚b‛ `c´ 5′ “d” „e‟ «f» 5″ g‐h‑i‒j–k—l―m −5"),
            "'a' 'b' 'c' 5' \"d\" \"e\" \"f\" 5\" g-h-i-j-k-l-m -5"
        );
    }

    #[test]
    fn ligatures_are_spelt_out_and_other_signs_stay_what_they_are() {
        assert_eq!(normal("o\u{fb03}cers \u{fefb}"), "officers لا");
        assert_eq!(normal("5 km² ½ № ①"), "5 km² ½ № ①");
        assert_eq!(normal("cafe\u{301}"), "café");
    }

    #[test]
    fn every_word_knows_where_it_came_from() {
        let raw = " The  of\u{ad}\u{fb01}cers\u{200b} left";
        let normal = Normal::new(raw);
        assert_eq!(normal.text, "The officers left");
        let words: Vec<_> = normal
            .runs()
            .map(|run| &raw[normal.raw_range(&run)])
            .collect();
        assert_eq!(words, ["The", "of\u{ad}\u{fb01}cers", "left"]);
        let left = raw.find("left").expect("a word of the text");
        assert_eq!(normal.offset(left), "The officers ".len());
        assert_eq!(normal.offset(raw.len()), normal.text.len());
    }
}

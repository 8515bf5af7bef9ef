//! Quotations: whether quoted words stand in the text that is held of a source, and in which sentence.
//!
//! Both sides are normalised (Unicode NFC, white space, quotation marks, dashes, what can't be seen) and compared word
//! for word: a quotation, and each of its pieces, starts and ends at a word's edge, in one paragraph.

mod apart;
mod difference;
mod edge;
mod gap;
mod index;
mod normal;
mod place;
mod proof;
mod repair;
mod sentence;

pub use apart::Beside;
pub use difference::difference;
pub use gap::pieces;
pub use normal::{is_idle, is_invisible, visible};
pub use proof::{Paragraph, Passage, Proof, Wanted};
pub use sentence::{Kind, Part};

use std::{
    fmt,
    ops::Range,
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};

use index::Index;
use normal::Normal;
use place::{Place, in_order, within};

/// A quotation in so many places is ambiguous enough.
const PLACES: usize = 100;

/// Between a quotation and the words beside it stand at most so many signs and spaces.
const SIGNS: usize = 8;

/// The sign in a text at which a page begins: a form feed, as programs write it that take the text out of a PDF.
pub const PAGE: char = '\u{c}';

/// The sign for words left out where a quotation is put together again.
const GAP: &str = " … ";

/// A held text. A copy shares all that it was prepared with.
#[derive(Clone, Deserialize, Serialize)]
#[serde(from = "(String, usize)", into = "(String, usize)")]
pub struct Text {
    raw: Arc<str>,
    /// Byte ranges of `raw`, one a non-empty line.
    paragraphs: Arc<[Range<usize>]>,
    /// The places of the raw text at which its pages begin, but for the first.
    pages: Arc<[usize]>,
    /// The number of them that are title and standfirst.
    front: usize,
    /// Made when something is first looked up.
    searched: Arc<OnceLock<Searched>>,
}

/// A text as it is searched.
#[derive(Debug)]
struct Searched {
    normal: Normal,
    index: Index,
    /// The paragraphs in the normalised text.
    spans: Vec<Range<usize>>,
}

/// The same whether something was looked up in it or not.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Text");
        text.field("raw", &self.raw).field("front", &self.front);
        text.finish_non_exhaustive()
    }
}

impl From<(String, usize)> for Text {
    fn from((raw, front): (String, usize)) -> Self {
        Self::new(raw, front)
    }
}

impl From<Text> for (String, usize) {
    fn from(text: Text) -> Self {
        (text.raw.to_string(), text.front)
    }
}

impl Text {
    /// A text whose first `front` paragraphs are title and standfirst.
    pub fn new(raw: String, front: usize) -> Self {
        let start_of = |line: &str| line.as_ptr() as usize - raw.as_ptr() as usize;
        let lines = raw.lines().filter(|line| !line.trim().is_empty());
        let paragraphs: Vec<_> = lines
            .map(|line| start_of(line)..start_of(line) + line.len())
            .collect();
        Self {
            pages: raw.match_indices(PAGE).map(|(at, _)| at).collect(),
            raw: raw.into(),
            paragraphs: paragraphs.into(),
            front,
            searched: Arc::default(),
        }
    }

    fn searched(&self) -> &Searched {
        self.searched.get_or_init(|| {
            let normal = Normal::new(&self.raw);
            let span = |range: &Range<usize>| normal.offset(range.start)..normal.offset(range.end);
            Searched {
                spans: self.paragraphs.iter().map(span).collect(),
                index: Index::new(&normal),
                normal,
            }
        })
    }

    /// The same text with so many paragraphs as title and standfirst.
    #[must_use]
    pub fn with_front(self, front: usize) -> Self {
        Self { front, ..self }
    }

    /// The text as it was read, byte for byte.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Byte ranges of the raw text, one a paragraph, with what each is called.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Paragraph, Range<usize>)> + '_ {
        self.paragraphs
            .iter()
            .enumerate()
            .map(|(n, range)| (self.name_of(n), range.clone()))
    }

    /// Looks up a quotation. Where it is not there, looks for what may have been meant.
    pub fn prove<'a>(&self, wanted: impl Into<Wanted<'a>>) -> Proof {
        let wanted = wanted.into();
        match self.look_up(wanted) {
            Proof::Missing => self.nearest(wanted.exact),
            proof => proof,
        }
    }

    /// The same, without looking for a repair, which takes longer.
    pub fn look_up<'a>(&self, wanted: impl Into<Wanted<'a>>) -> Proof {
        let wanted = wanted.into();
        // A gap mark may be the source's own; else it stands for words left out.
        let literal = self.stands(&[wanted.exact], wanted);
        if literal == Proof::Missing {
            self.stands(&pieces(wanted.exact), wanted)
        } else {
            literal
        }
    }

    fn stands(&self, pieces: &[&str], wanted: Wanted) -> Proof {
        let places = self.places(pieces, wanted);
        match places.as_slice() {
            [] => Proof::Missing,
            [place] => {
                let passage = self.passage(place);
                let mut both = passage.ranges.iter().zip(pieces);
                if both.all(|(range, piece)| self.raw[range.clone()] == **piece) {
                    Proof::Exact(passage)
                } else {
                    Proof::Normalised(passage)
                }
            }
            several => Proof::Ambiguous(several.iter().map(|place| self.passage(place)).collect()),
        }
    }

    /// Everywhere that the pieces stand in order, up to [`PLACES`].
    fn places(&self, pieces: &[&str], wanted: Wanted) -> Vec<Place> {
        let mut lists = Vec::with_capacity(pieces.len());
        let Searched { normal, index, .. } = self.searched();
        for piece in pieces {
            let found = index.find(normal, &Normal::new(piece));
            if found.is_empty() {
                return Vec::new();
            }
            lists.push(found);
        }
        let across = wanted.across_paragraphs;
        if let (Some(words), Some(first)) = (wanted.before, lists.first_mut()) {
            let words = Normal::new(words);
            first.retain(|range| self.is_before(&words, range.start, across));
        }
        if let (Some(words), Some(last)) = (wanted.after, lists.last_mut()) {
            let words = Normal::new(words);
            last.retain(|range| self.is_after(&words, range.end, across));
        }
        let mut places = Vec::new();
        let Some(rarest) = lists.iter().min_by_key(|list| list.len()) else {
            return places;
        };
        // Text of many short lines is passed over without a search in each.
        let least: usize = lists
            .iter()
            .filter_map(|list| list.first())
            .map(Range::len)
            .sum();
        let mut next = 0;
        for range in rarest {
            if range.start < next || places.len() == PLACES {
                continue;
            }
            let span = self.span_around(range.start, across);
            next = span.end;
            if span.len() < least {
                continue;
            }
            let lists: Vec<_> = lists.iter().map(|list| within(list, &span)).collect();
            places.extend(in_order(&lists, PLACES - places.len()));
        }
        places
    }

    /// Returns `true` if words stand before an offset of the normalised text, with nothing but signs between.
    fn is_before(&self, words: &Normal, offset: usize, across: bool) -> bool {
        let start = self.span_around(offset, across).start;
        let normal = &self.searched().normal;
        let text = &normal.text[start..offset];
        let signs = text.char_indices().rev();
        let signs = signs.take_while(|(_, char)| !edge::is_word(*char));
        let mut ends = std::iter::once(text.len()).chain(signs.map(|(at, _)| at));
        !words.text.is_empty()
            && ends.by_ref().take(SIGNS).any(|end| {
                text[..end].ends_with(&words.text)
                    && normal.is_edge(start + end)
                    && normal.is_edge(start + end - words.text.len())
            })
    }

    /// Returns `true` if words stand after an offset of the normalised text, with nothing but signs between.
    fn is_after(&self, words: &Normal, offset: usize, across: bool) -> bool {
        let end = self.span_around(offset - 1, across).end;
        let normal = &self.searched().normal;
        let text = &normal.text[offset..end.max(offset)];
        let signs = text.char_indices();
        let signs = signs.take_while(|(_, char)| !edge::is_word(*char));
        let mut starts = std::iter::once(0).chain(signs.map(|(at, char)| at + char.len_utf8()));
        !words.text.is_empty()
            && starts.by_ref().take(SIGNS).any(|start| {
                text[start..].starts_with(&words.text)
                    && normal.is_edge(offset + start)
                    && normal.is_edge(offset + start + words.text.len())
            })
    }

    /// Returns the span that a quotation at an offset of the normalised text must lie in: its paragraph or the body.
    fn span_around(&self, offset: usize, across: bool) -> Range<usize> {
        let spans = &self.searched().spans;
        let index = spans.partition_point(|span| span.end <= offset);
        let span = spans.get(index).cloned().unwrap_or(offset..offset);
        match (spans.get(self.front), spans.last()) {
            (Some(first), Some(last)) if across && index >= self.front => first.start..last.end,
            _ => span,
        }
    }

    fn passage(&self, place: &Place) -> Passage {
        let normal = &self.searched().normal;
        let ranges = place.iter().map(|range| normal.raw_range(range));
        let ranges: Vec<_> = ranges.collect();
        let at = |offset: Option<usize>| self.paragraph_at(offset.unwrap_or(0));
        Passage {
            paragraph: at(ranges.first().map(|range| range.start)),
            until: at(ranges.last().map(|range| range.end - 1)),
            pages: self.pages_of(&ranges),
            ranges,
        }
    }

    fn pages_of(&self, ranges: &[Range<usize>]) -> Option<[usize; 2]> {
        let (first, last) = (ranges.first()?.start, ranges.last()?.end);
        let page = |offset: usize| 1 + self.pages.partition_point(|&start| start < offset);
        (!self.pages.is_empty()).then(|| [page(first), page(last)])
    }

    fn paragraph_at(&self, offset: usize) -> Paragraph {
        self.name_of(self.index_at(offset))
    }

    /// The number of the paragraph that a byte of the raw text is in.
    fn index_at(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|range| range.end <= offset)
    }

    const fn name_of(&self, index: usize) -> Paragraph {
        if index < self.front {
            Paragraph::Heading
        } else {
            Paragraph::Body(index + 1 - self.front)
        }
    }
}

/// Returns `true` if a quotation, without its gaps, is a single word.
pub fn is_one_word(exact: &str) -> bool {
    let words = pieces(exact)
        .into_iter()
        .map(|piece| Normal::new(piece).words());
    words.sum::<usize>() == 1
}

#[cfg(test)]
mod tests;

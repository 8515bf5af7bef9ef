//! Whether quoted words stand in a source.
//!
//! Both sides are normalised (Unicode NFC, white space, quotation marks, dashes) and compared word for word: a quotation
//! starts and ends at a word's edge, as UAX #29 has it, so that no letter can go missing unnoticed.

mod difference;
mod normal;

pub use difference::difference;
use normal::Normal;

use std::{fmt, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

/// The mark for words left out of a quotation.
const ELLIPSIS: char = '…';

/// At least this share of the words must agree for a passage to be suggested as a repair.
const ALIKE: f64 = 0.5;

/// No repair is looked for where it would take more comparisons of words: some hundredths of a second.
const COMPARISONS: usize = 1 << 18;

/// A quotation in so many places is ambiguous enough.
const PLACES: usize = 100;

/// A held text, ready to be searched.
#[derive(Clone, Debug)]
pub struct Text {
    raw: String,
    normal: Normal,
    /// Byte ranges of `raw`, one a non-empty line.
    paragraphs: Vec<Range<usize>>,
    /// How many of them are title and standfirst.
    front: usize,
}

/// Where a passage stands: a line before the body, or a paragraph of it counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paragraph {
    Heading,
    Body(usize),
}

impl fmt::Display for Paragraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Heading => f.write_str("heading"),
            Self::Body(n) => write!(f, "¶{n}"),
        }
    }
}

/// A place in a text: byte ranges of its raw form, one for each piece of the quotation, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub ranges: Vec<Range<usize>>,
    pub paragraph: Paragraph,
}

/// The outcome of looking a quotation up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It stands there byte for byte.
    Exact(Passage),
    /// It stands there apart from white space, quotation marks, dashes and Unicode form.
    Normalised(Passage),
    /// It stands in several places, and nothing tells them apart.
    Ambiguous(Vec<Paragraph>),
    /// Something like it stands there: the source's own words, as a repair.
    Altered { words: String, paragraph: Paragraph },
    /// Nothing like it stands there.
    Missing,
    /// No text is held to look it up in.
    NoText,
}

impl Proof {
    pub const fn proves(&self) -> bool {
        matches!(self, Self::Exact(_) | Self::Normalised(_))
    }

    /// Whether a text is held and does not bear the quotation out.
    pub const fn fails(&self) -> bool {
        matches!(
            self,
            Self::Ambiguous(_) | Self::Altered { .. } | Self::Missing
        )
    }

    pub const fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Exact(passage) | Self::Normalised(passage) => Some(passage),
            _ => None,
        }
    }

    /// One word for it.
    pub const fn plain(&self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Normalised(_) => "normalised",
            Self::Ambiguous(_) => "ambiguous",
            Self::Altered { .. } => "altered",
            Self::Missing => "missing",
            Self::NoText => "no text",
        }
    }
}

impl Text {
    /// Prepares a text whose first `front` paragraphs are title and standfirst.
    pub fn new(raw: String, front: usize) -> Self {
        let normal = Normal::new(&raw);
        let start_of = |line: &str| line.as_ptr() as usize - raw.as_ptr() as usize;
        let lines = raw.lines().filter(|line| !line.trim().is_empty());
        let paragraphs = lines
            .map(|line| start_of(line)..start_of(line) + line.len())
            .collect();
        Self {
            raw,
            normal,
            paragraphs,
            front,
        }
    }

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

    /// Looks up a quotation whose pieces, parted by `…`, must stand in that order; `prefix` and `suffix` are words
    /// right before and after it. Where it is not there, looks for what may have been meant.
    pub fn prove(&self, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Proof {
        match self.look_up(exact, prefix, suffix) {
            Proof::Missing => self.nearest(exact),
            proof => proof,
        }
    }

    /// The same, without looking for a repair, which takes longer.
    pub fn look_up(&self, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Proof {
        let pieces: Vec<&str> = pieces(exact).collect();
        let wanted: Vec<String> = pieces.iter().map(|piece| Normal::new(piece).text).collect();
        if wanted.is_empty() {
            return Proof::Missing;
        }
        let normal = |words: &str| Normal::new(words).text;
        let (prefix, suffix) = (prefix.map(normal), suffix.map(normal));
        let around = |ranges: &Vec<Range<usize>>| {
            let (start, end) = (ranges[0].start, ranges[ranges.len() - 1].end);
            let (before, after) = (&self.normal.text[..start], &self.normal.text[end..]);
            prefix
                .as_ref()
                .is_none_or(|words| before.trim_end().ends_with(words))
                && suffix
                    .as_ref()
                    .is_none_or(|words| after.trim_start().starts_with(words))
        };
        let places: Vec<_> = self
            .normal
            .places(&wanted)
            .filter(around)
            .take(PLACES)
            .collect();
        match places.as_slice() {
            [] => Proof::Missing,
            [ranges] => {
                let ranges: Vec<_> = ranges
                    .iter()
                    .map(|range| self.normal.raw_range(range))
                    .collect();
                let to_the_byte = ranges
                    .iter()
                    .zip(&pieces)
                    .all(|(range, piece)| self.raw[range.clone()] == **piece);
                let passage = Passage {
                    paragraph: self.paragraph_at(ranges[0].start),
                    ranges,
                };
                if to_the_byte {
                    Proof::Exact(passage)
                } else {
                    Proof::Normalised(passage)
                }
            }
            several => Proof::Ambiguous(
                several
                    .iter()
                    .map(|ranges| self.paragraph_at(self.normal.raw_range(&ranges[0]).start))
                    .collect(),
            ),
        }
    }

    fn paragraph_at(&self, offset: usize) -> Paragraph {
        self.name_of(self.paragraphs.partition_point(|range| range.end <= offset))
    }

    const fn name_of(&self, index: usize) -> Paragraph {
        if index < self.front {
            Paragraph::Heading
        } else {
            Paragraph::Body(index + 1 - self.front)
        }
    }

    /// The passage most like the wanted words, if any is like them at all, and it can be told in good time.
    fn nearest(&self, exact: &str) -> Proof {
        let wanted = Normal::new(exact).text;
        let wanted: Vec<&str> = wanted.unicode_words().collect();
        let held: Vec<(usize, &str)> = self.normal.text.unicode_word_indices().collect();
        if wanted.len() * held.len() > COMPARISONS {
            return Proof::Missing;
        }
        let Some((words, cost)) = align(&wanted, &held) else {
            return Proof::Missing;
        };
        if cost > (1.0 - ALIKE) * wanted.len() as f64 {
            return Proof::Missing;
        }
        let (last, word) = held[words.end - 1];
        let range = self
            .normal
            .raw_range(&(held[words.start].0..last + word.len()));
        Proof::Altered {
            paragraph: self.paragraph_at(range.start),
            words: self.raw[range].to_owned(),
        }
    }
}

/// What stands between the words left out of a quotation.
pub fn pieces(exact: &str) -> impl Iterator<Item = &str> {
    let pieces = exact.split(ELLIPSIS).map(str::trim);
    pieces.filter(|piece| !piece.is_empty())
}

/// Finds the run of held words that costs least to turn into the wanted ones (Sellers' algorithm over words): the run
/// and its cost, where a wrong word costs up to 1 by how unlike it is.
fn align(wanted: &[&str], held: &[(usize, &str)]) -> Option<(Range<usize>, f64)> {
    // One row a wanted word; a cell is the least cost of ending there and the held word that the run starts at.
    let mut row: Vec<(f64, usize)> = (0..=held.len()).map(|start| (0.0, start)).collect();
    for word in wanted {
        let mut above = row[0];
        row[0].0 += 1.0;
        for (n, (_, other)) in held.iter().enumerate() {
            let swap = (above.0 + unlike(word, other), above.1);
            above = row[n + 1];
            let drop = (above.0 + 1.0, above.1);
            let insert = (row[n].0 + 1.0, row[n].1);
            row[n + 1] = [drop, insert]
                .into_iter()
                .fold(swap, |best, next| if next.0 < best.0 { next } else { best });
        }
    }
    let ends = row
        .iter()
        .enumerate()
        .filter(|(end, (_, start))| end > start);
    let (end, (cost, start)) = ends.min_by(|a, b| a.1.0.total_cmp(&b.1.0))?;
    Some((*start..end, *cost))
}

fn unlike(a: &str, b: &str) -> f64 {
    if a == b {
        0.0
    } else {
        1.0 - strsim::normalized_levenshtein(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELD: &str = "Title of the text\nAid — “for now” — flows.\n\nForces hold the north. The town’s mayor left; \
                        the town  waits.\nForces hold the south. Cafe\u{301}s are open.\n";

    fn prove(quote: &str) -> Proof {
        Text::new(HELD.to_owned(), 1).prove(quote, None, None)
    }

    fn paragraph(proof: &Proof) -> Option<Paragraph> {
        proof.passage().map(|passage| passage.paragraph)
    }

    #[test]
    fn finds_words_to_the_byte_and_normalised() {
        let exact = prove("hold the north");
        assert!(matches!(exact, Proof::Exact(_)));
        assert_eq!(paragraph(&exact), Some(Paragraph::Body(2)));
        for quote in [
            "Aid - \"for now\" - flows",
            "the town waits",
            "The town's mayor",
            "Cafés are open",
        ] {
            assert!(
                matches!(prove(quote), Proof::Normalised(_)),
                "{quote}: {:?}",
                prove(quote)
            );
        }
        assert_eq!(
            paragraph(&prove("Title of the text")),
            Some(Paragraph::Heading)
        );
    }

    #[test]
    fn quotes_whole_words_only() {
        for quote in [
            "old the north",
            "hold the nort",
            "The town’",
            "The town’s mayo",
            "x hold the north",
        ] {
            assert!(prove(quote).fails(), "{quote}");
        }
    }

    #[test]
    fn pieces_stand_in_order() {
        let proof = prove("The town’s mayor … Forces hold the south");
        assert_eq!(proof.passage().map(|passage| passage.ranges.len()), Some(2));
        assert!(prove("Forces hold the south … The town’s mayor").fails());
        assert_eq!(prove(" … "), Proof::Missing);
    }

    #[test]
    fn twins_are_told_apart_by_what_stands_around() {
        assert_eq!(
            prove("Forces hold the"),
            Proof::Ambiguous(vec![Paragraph::Body(2), Paragraph::Body(3)])
        );
        let text = Text::new(HELD.to_owned(), 1);
        assert!(text.prove("Forces hold the", None, Some("south")).proves());
        assert!(text.prove("Forces hold the", Some("waits."), None).proves());
        assert!(text.prove("Forces hold the", Some("flows"), None).fails());
    }

    #[test]
    fn an_endless_text_is_searched_in_good_time() {
        let text = Text::new("a ".repeat(200_000) + "z", 0);
        let many = |count: usize| vec!["a"; count].join(" … ");
        assert!(
            matches!(text.prove("a … z", None, None), Proof::Ambiguous(places) if places.len() == PLACES)
        );
        assert!(text.prove("a … y", None, None).fails());
        assert!(text.prove(&(many(20) + " … y"), None, None).fails());
        assert!(text.prove("a … z", Some("y"), None).fails());
        assert_eq!(text.prove(&"b ".repeat(1_000), None, None), Proof::Missing);
    }

    #[test]
    fn an_altered_quotation_is_answered_with_the_words_of_the_source() {
        let Proof::Altered { words, paragraph } = prove("The town’s major left; the town waits")
        else {
            panic!("{:?}", prove("The town’s major left"))
        };
        assert_eq!(words, "The town’s mayor left; the town  waits");
        assert_eq!(paragraph, Paragraph::Body(2));
        assert_eq!(prove("nothing of this kind was ever said"), Proof::Missing);
    }
}

//! Quotations that are looked up in a text, and the outcomes.

use std::{fmt, ops::Range};

use serde::{Deserialize, Serialize};

/// The place of a passage: a line before the body, or a paragraph of it counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Paragraph {
    /// The title or the standfirst.
    Heading,
    /// The nth of the body.
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

/// Words to look up, whose pieces, parted by gap marks, must stand in that order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The quoted words; gap marks stand for words left out.
    pub exact: &'a str,
    /// Words right before them.
    pub before: Option<&'a str>,
    /// Words right after them.
    pub after: Option<&'a str>,
    /// `true` if they may run from one paragraph of the body into the next.
    pub across_paragraphs: bool,
}

impl<'a> From<&'a str> for Wanted<'a> {
    fn from(exact: &'a str) -> Self {
        Self {
            exact,
            ..Self::default()
        }
    }
}

/// A place in a text: byte ranges of its raw form, one for each piece of the quotation, in order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Passage {
    /// Never empty; bytes of the raw text.
    pub ranges: Vec<Range<usize>>,
    /// The paragraph that it starts in.
    pub paragraph: Paragraph,
    /// The paragraph that it ends in.
    pub until: Paragraph,
    /// The pages that it starts and ends on, counted from 1, where the text tells where its pages begin.
    pub pages: Option<[usize; 2]>,
}

impl Passage {
    /// Returns `true` if it ends in another paragraph than it starts in.
    pub fn is_across_paragraphs(&self) -> bool {
        self.paragraph != self.until
    }

    /// The bytes from its first word to its last, with what its gaps leave out.
    pub fn extent(&self) -> Range<usize> {
        let start = self.ranges.first().map_or(0, |range| range.start);
        start..self.ranges.last().map_or(start, |range| range.end)
    }

    /// Returns what a reader finds it by: `¶2`, `¶2–¶3`, or `p. 4, ¶2`.
    pub fn place(&self) -> String {
        let paragraph = if self.is_across_paragraphs() {
            format!("{}–{}", self.paragraph, self.until)
        } else {
            self.paragraph.to_string()
        };
        match self.page() {
            Some(page) => format!("p. {page}, {paragraph}"),
            None => paragraph,
        }
    }

    /// The page that it stands on, or the pages: `4`, `4–5`.
    pub fn page(&self) -> Option<String> {
        self.pages.map(|[first, last]| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
    }
}

/// The outcome of looking a quotation up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Proof {
    /// It stands there byte for byte.
    Exact(Passage),
    /// It stands there apart from white space, quotation marks, dashes, Unicode form and what can't be seen.
    Normalised(Passage),
    /// It stands in several places, and nothing tells them apart.
    Ambiguous(Vec<Passage>),
    /// Something like it stands there: the source's own words, as a repair.
    Altered {
        /// The words that stand there, to be quoted instead.
        words: String,
        /// The paragraph that it stands in.
        paragraph: Paragraph,
    },
    /// Nothing like it stands there.
    Missing,
    /// It is one word, which stands for nothing.
    TooShort,
    /// No text is held to look it up in.
    NoText,
}

impl Proof {
    /// Returns `true` if the quotation is found, in one place.
    pub const fn proves(&self) -> bool {
        matches!(self, Self::Exact(_) | Self::Normalised(_))
    }

    /// Returns `true` if a text is held and does not bear the quotation out.
    pub const fn fails(&self) -> bool {
        matches!(
            self,
            Self::Ambiguous(_) | Self::Altered { .. } | Self::Missing | Self::TooShort
        )
    }

    /// The place where it is found.
    pub const fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Exact(passage) | Self::Normalised(passage) => Some(passage),
            _ => None,
        }
    }
}

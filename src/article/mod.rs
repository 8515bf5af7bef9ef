//! Articles as people have them → the text that is held, and what is known of it.
//!
//! Room rules: nothing of terminals, files or region files. Bytes come in, an [`Article`] goes out.

#[cfg(feature = "articles")]
mod archive;
#[cfg(feature = "articles")]
mod charset;
pub mod dates;
mod guard;
#[cfg(feature = "articles")]
mod html;
#[cfg(feature = "articles")]
mod pdf;
mod plain;

use std::fmt;

use crate::{
    atlas::Date,
    diagnostics::steers,
    limits::{ARTICLE, MIB, TEXT, UNPACKED},
};

/// The sign in a text at which a page begins, as other programs write it, too: a form feed. The text before the first
/// is page 1.
pub use crate::atlas::quote::PAGE;
pub use guard::GUARDED;

/// An article whose text can be held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// A line for each paragraph, with blank lines between them.
    pub text: String,
    /// Paragraphs before the body: the headline, where it has one.
    pub front: usize,
    /// Its headline.
    pub title: Option<String>,
    /// The person who wrote it.
    pub author: Option<String>,
    /// The organisation that brought it out.
    pub publisher: Option<String>,
    /// The day it came out, as it says itself.
    pub published: Option<Date>,
    /// The day it was fetched, where the file says.
    pub retrieved: Option<Date>,
    /// The address that it gives for itself.
    pub url: Option<String>,
    /// The tag of its language, where it says.
    pub language: Option<String>,
    /// `true` if the text is not what the file holds, but was taken out of it.
    pub is_taken_out: bool,
}

/// The reason why no text can be taken from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is larger than a text may be.
    TooLarge,
    /// It is not UTF-8 from that line on, counted from 1.
    NotUtf8(usize),
    /// There is no text in it.
    Empty,
    /// Its elements stand within each other more deeply than any article needs.
    TooDeep,
    /// It is a PDF that can't be read, or one that breaks off.
    Damaged,
    /// It is a PDF that opens with a password only.
    Encrypted,
    /// It is a PDF with more in it than an article has.
    Intricate,
    /// Its pages are pictures.
    Pictures,
    /// It is a web archive that unpacks to too much.
    Unpacks,
    /// It is a web archive without a page, or without the one that is named.
    NoPage,
    /// It is a web archive with several pages: their addresses, or the first of them.
    Several(Vec<String>),
    /// It is a kind of file that no text can be taken out of here.
    Unknown(&'static str),
    /// That line has a character that steers a terminal or turns the direction of writing.
    Steers(usize, char),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "it is larger than {} MiB, or its text than {} MiB; cut it down to the article",
                ARTICLE / MIB,
                TEXT / MIB
            ),
            Self::NotUtf8(line) => write!(f, "line {line} is not UTF-8; save it as UTF-8"),
            Self::Empty => f.write_str("there is no text in it"),
            Self::TooDeep => {
                f.write_str("its elements are nested too deeply; save the article's text instead")
            }
            Self::Damaged => f.write_str("the PDF is broken; print it into a new one"),
            Self::Encrypted => {
                f.write_str("the PDF is encrypted; print it into a new one without a password")
            }
            Self::Intricate => {
                f.write_str("the PDF holds too much; print the pages of the article into a new one")
            }
            Self::Pictures => f.write_str(
                "its pages are pictures without text; have a program recognise the text in them first",
            ),
            Self::Unpacks => write!(
                f,
                "the archive unpacks to more than {} MiB; archive the article alone",
                UNPACKED / MIB
            ),
            Self::NoPage => f.write_str("the archive has no such page; name one as ARCHIVE#ADDRESS"),
            Self::Several(urls) => write!(
                f,
                "the archive has several pages; name one as ARCHIVE#ADDRESS: {}",
                urls.join(" ")
            ),
            Self::Unknown(kind) => write!(f, "it is {kind}; save its text as .txt or .html"),
            Self::Steers(line, char) => write!(
                f,
                "line {line} holds the control character U+{:04X}; take it out of the text",
                u32::from(*char)
            ),
        }
    }
}

impl std::error::Error for Unfit {}

/// The first bytes of files that no text can be taken out of, and what they are.
const UNKNOWN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a packed file, such as a Word document"),
    (b"\x1f\x8b", "a packed file"),
    (b"{\\rtf", "an RTF document"),
];

impl Article {
    /// Takes the text out of a file: of a page in HTML, its main text and what it says of itself; of any other text,
    /// all of it.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unfit> {
        Self::read_page(bytes, None)
    }

    /// The same; of a web archive, the page with that address.
    pub fn read_page(bytes: Vec<u8>, address: Option<&str>) -> Result<Self, Unfit> {
        if bytes.len() as u64 > ARTICLE {
            return Err(Unfit::TooLarge);
        }
        if is_pdf(&bytes) {
            return pdf(&bytes)?.checked();
        }
        if is_archive(&bytes) {
            return archived(&bytes, address)?.checked();
        }
        if let Some((_, kind)) = UNKNOWN.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Err(Unfit::Unknown(kind));
        }
        if bytes.len() as u64 > TEXT {
            return Err(Unfit::TooLarge);
        }
        if let Some(page) = page(&bytes) {
            return html(&page)?.checked();
        }
        let raw = String::from_utf8(bytes).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Unfit::NotUtf8(before.split(|&byte| byte == b'\n').count())
        })?;
        let raw = raw
            .strip_prefix('\u{feff}')
            .map_or(raw.clone(), str::to_owned);
        let article = if is_html(&raw) {
            html(&raw)?
        } else {
            plain::article(raw)
        };
        article.checked()
    }

    /// The article, if its text can be shown.
    fn checked(self) -> Result<Self, Unfit> {
        if self.text.trim().is_empty() {
            return Err(Unfit::Empty);
        }
        if self.text.len() as u64 > TEXT {
            return Err(Unfit::TooLarge);
        }
        let mut lines = self.text.lines().enumerate();
        let steering = lines.find_map(|(n, line)| {
            let char = line
                .chars()
                .find(|&char| steers(char) && !['\t', PAGE].contains(&char))?;
            Some(Unfit::Steers(n + 1, char))
        });
        steering.map_or(Ok(self), Err)
    }

    /// Its author and its publisher as one would cite them; none without a publisher, which no author is.
    pub fn credit(&self) -> Option<String> {
        let publisher = self.publisher.as_ref()?;
        let authors = self.author.iter().chain([publisher]);
        let authors: Vec<&str> = authors.map(String::as_str).collect();
        Some(authors.join(", "))
    }
}

#[cfg(feature = "articles")]
use {archive::is_archive, html::article as html, pdf::article as pdf};

/// The article of a web archive, which knows its address and when it was fetched.
#[cfg(feature = "articles")]
fn archived(bytes: &[u8], address: Option<&str>) -> Result<Article, Unfit> {
    let page = archive::page(bytes, address)?;
    let article = html(&page.text())?;
    Ok(Article {
        url: page.link().or(article.url),
        retrieved: page.fetched,
        ..article
    })
}

/// A page that is not in UTF-8, in the encoding that it says it has.
#[cfg(feature = "articles")]
fn page(bytes: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    let is_page = std::str::from_utf8(bytes).is_err()
        && is_html(&String::from_utf8_lossy(&bytes[..bytes.len().min(64)]));
    is_page.then(|| charset::decode(bytes, None))
}

#[cfg(not(feature = "articles"))]
const fn page(_: &[u8]) -> Option<String> {
    None
}

#[cfg(not(feature = "articles"))]
fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/")
}

#[cfg(not(feature = "articles"))]
const fn archived(_: &[u8], _: Option<&str>) -> Result<Article, Unfit> {
    Err(Unfit::Unknown("a web archive, which this build can't read"))
}

#[cfg(not(feature = "articles"))]
const fn pdf(_: &[u8]) -> Result<Article, Unfit> {
    Err(Unfit::Unknown("a PDF, which this build can't read"))
}

#[cfg(not(feature = "articles"))]
const fn html(_: &str) -> Result<Article, Unfit> {
    Err(Unfit::Unknown("a web page, which this build can't read"))
}

/// Tells whether a file is a PDF: some have a few bytes before their head.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|it| it == b"%PDF-") && !head.starts_with(b"WARC/")
}

/// A text on one line, with single spaces; none where nothing is left.
#[cfg(feature = "articles")]
fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Tells whether a text is a page of HTML by how it starts.
fn is_html(raw: &str) -> bool {
    let start = raw.trim_start();
    let starts = |tag: &str| {
        start
            .get(..tag.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(tag))
    };
    let mut tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<?xml",
        "<!--",
    ]
    .iter();
    tags.any(|tag| starts(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_text_can_be_taken_out_of_is_told() {
        let said = |bytes: &[u8]| Article::read(bytes.to_vec()).map_err(|unfit| unfit.to_string());
        for (bytes, why) in [
            (&b" \n"[..], "there is no text in it"),
            (b"one\nt\xffwo", "line 2 is not UTF-8; save it as UTF-8"),
            (b"%PDF-1.7", "the PDF is broken; print it into a new one"),
            (
                b"one\ntwo\x1b[31m",
                "line 2 holds the control character U+001B; take it out of the text",
            ),
        ] {
            assert_eq!(said(bytes), Err(why.to_owned()));
        }
        let large = vec![b'x'; usize::try_from(ARTICLE).expect("small") + 1];
        assert_eq!(Article::read(large), Err(Unfit::TooLarge));
    }
}

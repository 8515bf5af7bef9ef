//! The text of a PDF, paragraph by paragraph, with where its pages begin.

mod budget;
mod content;
mod font;
mod lines;
mod matrix;
mod paragraphs;

use lopdf::{DecompressError, Dictionary, Document, LoadOptions, Object, decode_text_string};

use super::{Article, Unfit, dates, guard::guarded, line};
use crate::atlas::Date;
use budget::UNPACKED;
use content::Reader;

/// Pages of a document.
const PAGES: usize = 2_000;
/// The letters of a headline are larger than those of the body by so much.
const LARGER: f32 = 1.15;
/// Programs that make a PDF of what is on the screen: it is as old as that, and not as what it shows.
const PRINTERS: &[&str] = &[
    "chrom",
    "skia",
    "firefox",
    "mozilla",
    "safari",
    "quartz",
    "wkhtml",
    "print to pdf",
    "webkit",
];

/// Takes the text out of a PDF.
pub fn article(bytes: &[u8]) -> Result<Article, Unfit> {
    guarded(|| read(bytes)).unwrap_or(Err(Unfit::Damaged))
}

fn read(bytes: &[u8]) -> Result<Article, Unfit> {
    if budget::is_exceeded_by(bytes) {
        return Err(Unfit::Intricate);
    }
    let mut document = opened(bytes, false)?;
    if document.page_iter().next().is_none() && !document.is_encrypted() {
        document = opened(bytes, true)?;
    }
    if document.is_encrypted() {
        return Err(Unfit::Encrypted);
    }
    tell_letters(&mut document);
    let ids: Vec<_> = document.page_iter().take(PAGES + 1).collect();
    if ids.len() > PAGES {
        return Err(Unfit::Intricate);
    }
    let mut reader = Reader::new(&document);
    let pages = ids.iter().map(|id| reader.page(*id).map(lines::lines));
    let mut pages: Vec<_> = pages.collect::<Option<_>>().ok_or(Unfit::Intricate)?;
    lines::without_heads(&mut pages);
    let paragraphs = paragraphs::paragraphs(&pages);
    if paragraphs.is_empty() {
        return Err(Unfit::Pictures);
    }
    let info = Info::of(&document);
    let headline = headline(&paragraphs, info.title.as_deref());
    let text: Vec<&str> = paragraphs.iter().map(|it| it.text.as_str()).collect();
    let text = text.join("\n\n") + "\n";
    let (created, retrieved) = if info.is_print {
        (None, info.created)
    } else {
        (info.created, None)
    };
    Ok(Article {
        front: headline.as_ref().map_or(0, |(front, _)| *front),
        title: headline.map(|(_, title)| title).or(info.title),
        author: info.author,
        published: dates::dateline(&text).or(created),
        retrieved,
        text,
        is_taken_out: true,
        ..Article::default()
    })
}

/// Opens a document; `search` looks for its objects where it doesn't say rightly where they are.
fn opened(bytes: &[u8], search: bool) -> Result<Document, Unfit> {
    budget::start();
    let options = LoadOptions {
        filter: Some(budget::pass),
        force_reconstruct: search,
        ..LoadOptions::with_max_decompressed_size(UNPACKED)
    };
    let document = Document::load_mem_with_options(bytes, options);
    if budget::is_spent() {
        return Err(Unfit::Intricate);
    }
    document.map_err(|error| match error {
        lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Unfit::Intricate,
        _ => Unfit::Damaged,
    })
}

/// Leaves fonts only the better of two ways to tell their letters, where they have both.
fn tell_letters(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Object::Dictionary(font) = object
            && font.has(b"ToUnicode")
        {
            font.remove(b"Encoding");
        }
    }
}

/// The headline, with the paragraphs up to it: what the document says its title is, or what stands first in larger
/// letters.
fn headline(paragraphs: &[paragraphs::Paragraph], title: Option<&str>) -> Option<(usize, String)> {
    let texts = paragraphs.iter().filter_map(|it| line(&it.text));
    let mut head = texts.take(3).enumerate();
    let named = head.find(|(_, text)| title.is_some_and(|title| title.eq_ignore_ascii_case(text)));
    if let Some((n, text)) = named.filter(|_| paragraphs.len() > 1) {
        return Some((n + 1, text));
    }
    let (first, rest) = paragraphs.split_first()?;
    let letters = |size: f32| {
        let same = rest.iter().filter(|it| (it.size - size).abs() < 0.5);
        same.map(|it| it.text.len()).sum::<usize>()
    };
    let sizes = rest.iter().map(|it| it.size);
    let body = sizes.max_by_key(|size| letters(*size))?;
    (first.size > LARGER * body)
        .then(|| Some((1, line(&first.text)?)))
        .flatten()
}

/// The document's own account of itself.
#[derive(Default)]
struct Info {
    title: Option<String>,
    author: Option<String>,
    created: Option<Date>,
    is_print: bool,
}

impl Info {
    fn of(document: &Document) -> Self {
        let info = document.trailer.get_deref(b"Info", document);
        let Ok(info) = info.and_then(Object::as_dict) else {
            return Self::default();
        };
        let text = |key: &[u8]| text(info, key, document);
        let title = text(b"Title").map(|title| {
            let title = title.trim_start_matches("Microsoft Word - ");
            title
                .trim_end_matches(".docx")
                .trim_end_matches(".doc")
                .to_owned()
        });
        let programs = [text(b"Creator"), text(b"Producer")];
        let mut programs = programs.into_iter().flatten().map(|it| it.to_lowercase());
        Self {
            title: title.filter(|title| title.chars().any(char::is_alphabetic)),
            author: text(b"Author"),
            created: text(b"CreationDate").and_then(|date| day(&date)),
            is_print: programs.any(|it| PRINTERS.iter().any(|printer| it.contains(printer))),
        }
    }
}

fn text(info: &Dictionary, key: &[u8], document: &Document) -> Option<String> {
    line(&decode_text_string(info.get_deref(key, document).ok()?).ok()?)
}

/// The day of a date such as `D:20260112093000Z`.
fn day(date: &str) -> Option<Date> {
    let digits = date.strip_prefix("D:").unwrap_or(date).get(..8)?;
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::new(
        year.parse().ok()?,
        Some(month.parse().ok()?),
        Some(day.parse().ok()?),
    )
    .ok()
}

#[cfg(test)]
mod tests;

//! Plain text, and Markdown, which is held as it is written.

use super::{Article, dates};

/// A first line that is longer is no headline, in bytes.
const HEADLINE: usize = 200;

/// The article that a text is.
pub fn article(raw: String) -> Article {
    let front = front(&raw);
    let first = raw.trim_start().lines().next().unwrap_or_default();
    let title = first.trim_start_matches('#').trim();
    Article {
        front,
        title: Some(title.to_owned()).filter(|title| front > 0 && !title.is_empty()),
        published: dates::dateline(&raw),
        text: raw,
        ..Article::default()
    }
}

/// Counts the headline paragraphs: one, if the first line is short, has no full stop, and is not all there is.
fn front(raw: &str) -> usize {
    let mut lines = raw.lines().map(str::trim).filter(|line| !line.is_empty());
    let ends = ['.', '!', ':', ';', ',', '۔', '。'];
    let first = lines.next().unwrap_or_default();
    usize::from(first.len() <= HEADLINE && !first.ends_with(ends) && lines.next().is_some())
}

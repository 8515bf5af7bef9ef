//! Paragraphs put together from lines, over the ends of pages.

use std::collections::{HashMap, HashSet};

use super::lines::Line;
use crate::atlas::quote::PAGE;

/// Letters that are one sign in print.
const LIGATURES: &[(char, &str)] = &[
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
];
/// Marks that end a sentence, and what may stand behind them.
const ENDS: &[char] = &['.', '!', '?', ':', '؟', '۔'];
const CLOSING: &[char] = &['”', '’', '"', '\'', ')', ']', '»'];
/// Signs of a line's end within a word.
const HYPHENS: &[char] = &['-', '‐', '\u{ad}'];

/// A paragraph, with the size of its letters; where a page ends in it or before it stands a form feed.
#[derive(Debug)]
pub struct Paragraph {
    pub text: String,
    pub size: f32,
}

/// Puts the lines of pages together.
pub fn paragraphs(pages: &[Vec<Line>]) -> Vec<Paragraph> {
    let words = Words::of(pages);
    let leading = leading(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut breaks = 0;
    for (n, page) in pages.iter().enumerate() {
        breaks += usize::from(n > 0);
        let rights = rights(page);
        let mut before = (n > 0).then(|| pages[n - 1].last()).flatten();
        for (nth, line) in page.iter().enumerate() {
            let goes_on = before.is_some_and(|before| {
                if nth == 0 {
                    alike(before, line) && !ends(&before.text)
                } else {
                    goes_on(before, line, leading, rights[nth])
                }
            });
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(last) => words.join(&mut last.text, &line.text, breaks),
                None => paragraphs.push(Paragraph {
                    text: PAGE.to_string().repeat(breaks) + &line.text,
                    size: line.size,
                }),
            }
            breaks = 0;
            before = Some(line);
        }
    }
    for paragraph in &mut paragraphs {
        for (sign, letters) in LIGATURES {
            paragraph.text = paragraph.text.replace(*sign, letters);
        }
    }
    paragraphs
}

fn alike(one: &Line, other: &Line) -> bool {
    (one.size - other.size).abs() < 0.1 * one.size
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with(ENDS)
}

/// Tells whether a line goes on with the paragraph of the line before it.
fn goes_on(before: &Line, line: &Line, leading: f32, right: f32) -> bool {
    let down = before.y - line.y;
    // The next column begins further up, and goes on unless a sentence has ended.
    if down < 0.0 {
        return alike(before, line) && !ends(&before.text) && line.x > before.x;
    }
    let is_near = down < 1.3 * leading.max(before.size);
    let is_over = ends(&before.text);
    let is_short =
        before.end < 0.75 * right && (is_over || !line.text.starts_with(char::is_lowercase));
    let is_indented = is_over && line.x > before.x + 0.8 * line.size;
    alike(before, line) && is_near && !is_indented && !is_short
}

/// For each line the right margin of its column, by the longest line of its size.
fn rights(page: &[Line]) -> Vec<f32> {
    let mut longest: HashMap<(usize, i32), f32> = HashMap::new();
    let mut column = 0;
    let mut keys = Vec::with_capacity(page.len());
    for (n, line) in page.iter().enumerate() {
        column += usize::from(n > 0 && line.y > page[n - 1].y);
        #[expect(clippy::cast_possible_truncation, reason = "letters are far smaller")]
        let key = (column, line.size.round() as i32);
        let right = longest.entry(key).or_default();
        *right = right.max(line.end);
        keys.push(key);
    }
    keys.iter().map(|key| longest[key]).collect()
}

/// The usual distance of lines in a paragraph: most lines are nearer to each other than paragraphs are.
fn leading(pages: &[Vec<Line>]) -> f32 {
    let pairs = pages.iter().flat_map(|page| page.windows(2));
    let down = pairs.map(|pair| pair[0].y - pair[1].y);
    let mut down: Vec<f32> = down.filter(|down| *down > 1.0).collect();
    down.sort_by(f32::total_cmp);
    down.get(down.len() / 4).copied().unwrap_or_default()
}

/// The words that stand within lines, by which a hyphen at a line's end is judged.
struct Words(HashSet<String>);

impl Words {
    fn of(pages: &[Vec<Line>]) -> Self {
        let lines = pages.iter().flatten();
        let words = lines.flat_map(|line| line.text.split_whitespace());
        Self(words.map(bare).collect())
    }

    /// Joins a line to those before it. A hyphen goes where it only parts a word for the line's end; it stays where the
    /// text has the word with it elsewhere, or where something else than a word goes on.
    fn join(&self, text: &mut String, line: &str, breaks: usize) {
        let pages = PAGE.to_string().repeat(breaks);
        let stem = text.strip_suffix(HYPHENS);
        let is_parted = stem.is_some_and(|stem| stem.ends_with(char::is_lowercase))
            && line.starts_with(char::is_lowercase);
        let Some(stem) = stem.filter(|_| is_parted) else {
            let space = if pages.is_empty() { " " } else { &pages };
            let space = if stem.is_some() && pages.is_empty() {
                ""
            } else {
                space
            };
            *text = format!("{text}{space}{line}");
            return;
        };
        let first = stem.rsplit(char::is_whitespace).next().unwrap_or_default();
        let last = line.split_whitespace().next().unwrap_or_default();
        let has_hyphen = self.0.contains(&bare(&format!("{first}-{last}")));
        let hyphen = if has_hyphen { "-" } else { "" };
        let rest = line[last.len()..].trim_start();
        let space = if breaks > 0 {
            &pages
        } else if rest.is_empty() {
            ""
        } else {
            " "
        };
        *text = format!("{stem}{hyphen}{last}{space}{rest}");
    }
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric())
        .to_lowercase()
}

//! Texts that steer no terminal.

use std::borrow::Cow;

use annotate_snippets::normalize_untrusted_str;

use crate::atlas::{bidi, quote::is_idle};

/// Text that can be printed: on one line, with a sign for each character that would steer the terminal, and without the
/// invisible marks of direction.
pub fn clean(text: &str) -> String {
    normalize_untrusted_str(&blunt(text).replace('\n', " ").replace(bidi::MARKS, ""))
}

/// A text from data as it can stand in a region file: on one line, with nothing in it that isn't seen; `None` if nothing
/// is left.
pub fn fit(text: &str) -> Option<String> {
    let text = clean(text).replace(is_idle, "").replace(bidi::MARKS, "");
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Replaces what `annotate_snippets` lets through, such as U+009B, which opens an escape sequence; every byte keeps its
/// place. ASCII control characters it replaces itself.
pub(super) fn blunt(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let replace = |char: char| match char.len_utf8() {
        2 if steers(char) => '·',
        3 if steers(char) => char::REPLACEMENT_CHARACTER,
        _ => char,
    };
    Cow::Owned(text.chars().map(replace).collect())
}

/// Tells whether a character can change how a terminal shows what stands around it: control characters, and those that
/// override or isolate the direction of writing.
pub(crate) fn steers(char: char) -> bool {
    char.is_control() || bidi::is_explicit(char) || bidi::is_separator(char)
}

/// The start of a text, as short as it has to be.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}

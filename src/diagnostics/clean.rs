//! Texts that steer no terminal.

use std::borrow::Cow;

use annotate_snippets::normalize_untrusted_str;

use crate::atlas::bidi;

/// Text that can be printed: on one line, with a sign for each character that would steer the terminal, and without the
/// invisible marks of direction.
pub fn clean(text: &str) -> String {
    normalize_untrusted_str(&blunt(text).replace('\n', " ").replace(bidi::MARKS, ""))
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

/// Tells whether a character takes no room and can make a text look like another one. Joiners, which some scripts need,
/// and marks of direction, which are never printed, are let through.
pub(crate) const fn hides(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

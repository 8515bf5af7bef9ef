//! Words in the markup of SVG and HTML.

use crate::caption::words;

/// The text as it may stand between tags and in quoted attributes, free of what no XML may hold.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in words::clean(text).chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            char => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_name_is_markup() {
        let hostile = "</title><script>\"'&\u{ffff}\u{7}\u{202e}";
        let escaped = "&lt;/title&gt;&lt;script&gt;&quot;&#39;&amp;\u{fffd} ";
        assert_eq!(escape(hostile), escaped);
    }
}

//! Cells that no spreadsheet takes for a formula.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`. A text that does gets an apostrophe before it, which
//! spreadsheets read as "this is text"; so does one that begins with an apostrophe. So whoever reads a table takes one
//! apostrophe off the front of any cell that has one, and has the text as it was. Numbers, dates and ids are never so.

/// Characters that make a spreadsheet take a text for a formula, or that it passes over to one that does; in full width
/// too.
const STARTS: [char; 12] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
];

/// A text as a cell.
pub fn text(text: &str) -> String {
    if text.trim_start_matches(' ').starts_with(STARTS) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A text as a cell, empty where there is none.
pub fn some(given: Option<&str>) -> String {
    given.map(text).unwrap_or_default()
}

/// The text of a cell.
pub fn read(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// Several ids.
pub fn ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_is_read_as_it_was(given in "[ '=+@＝\\t\\r\\n-]{0,3}.{0,9}") {
            let cell = text(&given);
            prop_assert_eq!(read(&cell), &given);
            prop_assert!(!cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '＝']));
        }
    }

    #[test]
    fn what_is_no_formula_stays_as_it_is() {
        for plain in ["", "Reds hold it", "“=1”", "a=b", "’tis"] {
            assert_eq!(text(plain), plain);
        }
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(text("'"), "''");
    }
}

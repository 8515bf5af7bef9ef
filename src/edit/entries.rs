//! The entries of a region file as they stand in it: which is on what line.

use std::ops::Range;

use toml_edit::{Document, Item, Table};

use crate::diagnostics::Lines;

/// An entry that is written as a table, such as `[[claim]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The name of its table.
    pub kind: String,
    /// Its place among those of its kind, counted from 0.
    pub nth: usize,
    /// The line that it starts on, counted from 1.
    pub line: usize,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Everything that comments behind its keys leave to be decided.
    pub decide: Vec<String>,
    /// The bytes of the file that its quotation takes up, with the marks around it.
    quote: Option<Range<usize>>,
}

/// The start of a comment on what is left to be decided.
const DECIDE: &str = "# decide:";

/// Finds every entry; none where the file is no TOML.
pub fn standing(toml: &str) -> Vec<Standing> {
    let Ok(document) = Document::parse(toml) else {
        return Vec::new();
    };
    let lines = Lines::new(toml);
    let mut found = Vec::new();
    for (kind, item) in document.as_table() {
        let tables = item.as_array_of_tables().into_iter().flatten();
        let entries = tables.enumerate().filter_map(|(nth, table)| {
            let start = table.span()?.start;
            Some(Standing {
                kind: kind.to_owned(),
                nth,
                line: lines.number(start),
                id: table.get("id").and_then(Item::as_str).map(str::to_owned),
                decide: decide(table, toml),
                quote: table.get("quote").and_then(Item::span),
            })
        });
        found.extend(entries);
    }
    found
}

fn decide(table: &Table, toml: &str) -> Vec<String> {
    let values = table.iter().filter_map(|(_, item)| item.as_value());
    let behind = values.filter_map(|value| toml.get(value.decor().suffix()?.span()?));
    let marks = behind.filter_map(|comment| comment.trim().strip_prefix(DECIDE));
    marks.map(|mark| mark.trim().to_owned()).collect()
}

/// A file without a key of the nth entry of a kind, if that has it. Comments stay, but for what is left to be decided.
pub fn without(toml: &str, kind: &str, nth: usize, key: &str) -> String {
    cut(toml, kind, nth, key).unwrap_or_else(|| toml.to_owned())
}

fn cut(toml: &str, kind: &str, nth: usize, key: &str) -> Option<String> {
    let document = Document::parse(toml).ok()?;
    let table = document.get(kind)?.as_array_of_tables()?.get(nth)?;
    let (key, value) = table.get_key_value(key)?;
    let (start, end) = (key.span()?.start, value.span()?.end);
    let line = toml[..start].rfind('\n').map_or(0, |at| at + 1);
    let next = toml[end..].find('\n').map_or(toml.len(), |at| end + at + 1);
    let comment = toml[end..next].trim_start();
    if comment.trim().is_empty() || comment.starts_with(DECIDE) {
        return Some([&toml[..line], &toml[next..]].concat());
    }
    Some([&toml[..start], comment, &toml[next..]].concat())
}

/// The line of the entry with that id.
pub fn line_of(toml: &str, id: &str) -> Option<usize> {
    let found = standing(toml);
    let entry = found.iter().find(|entry| entry.id.as_deref() == Some(id));
    entry.map(|entry| entry.line)
}

impl Standing {
    /// Tells whether its quotation takes up those bytes of the file.
    pub fn quotes_at(&self, at: &Range<usize>) -> bool {
        self.quote.as_ref() == Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# é\nformat = 1\n\n[[claim]]\nquote = \"one\" # decide: when\n\n[[region]]\nid = \"north\"\n\n\
                        [[claim]]\nabout = [\n  \"map\",\n]\nquote = '''two\nthree'''\n";

    #[test]
    fn every_entry_is_found_with_its_line() {
        let found = standing(FILE);
        let lines: Vec<_> = found
            .iter()
            .map(|entry| (entry.kind.as_str(), entry.nth, entry.line))
            .collect();
        assert_eq!(lines, [("claim", 0, 4), ("claim", 1, 10), ("region", 0, 7)]);
        assert_eq!(line_of(FILE, "north"), Some(7));
        assert_eq!(line_of(FILE, "south"), None);
        let at = FILE.find("'''two").expect("a quotation");
        let quoted = at..FILE.len() - 1;
        assert!(found[1].quotes_at(&quoted) && !found[0].quotes_at(&quoted));
        assert_eq!(found[0].decide, ["when"]);
        assert_eq!(standing("[[claim"), []);
    }
}

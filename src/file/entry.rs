//! Entries of a region file as they are written.

use std::collections::BTreeMap;

use crate::{
    atlas::{Date, date::Precision},
    diagnostics::clean,
};

use super::write::string;

/// A table of a region file, or the keys at its top.
pub struct Entry(String);

impl Entry {
    /// The keys at the top.
    pub const fn top() -> Self {
        Self(String::new())
    }

    pub fn table(name: &str) -> Self {
        Self(format!("\n[[{name}]]\n"))
    }

    /// Adds a key with a value as TOML has it.
    pub fn key(&mut self, key: &str, value: &str) -> &mut Self {
        self.0.extend([key, " = ", value, "\n"]);
        self
    }

    /// Adds a key with a text.
    pub fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key, &string(text))
    }

    /// Says of the last key what is left to the editor.
    pub fn decide(&mut self, what: &str) {
        self.0.truncate(self.0.trim_end().len());
        self.0.extend(["  # decide: ", &clean(what), "\n"]);
    }

    /// Adds a key that is left out until the editor has filled it in.
    pub fn open(&mut self, key: &str, value: &str, what: &str) {
        self.0 += "# ";
        self.key(key, value).decide(what);
    }
}

impl From<Entry> for String {
    fn from(entry: Entry) -> Self {
        entry.0
    }
}

/// A date as TOML has it: a month is none, so it is a text.
pub fn date(date: Date) -> String {
    match date.precision() {
        Precision::Month => string(&date.iso()),
        Precision::Year | Precision::Day => date.iso(),
    }
}

/// A table of TOML in one line.
pub fn inline(pairs: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{} = {value}", string(key)))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

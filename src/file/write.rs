//! Values as they are written into a region file.

use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::diagnostics::clean;

/// A text between quotation marks on one line, with whatever has to be escaped.
pub(super) fn string(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ");
    TomlStringBuilder::new(&line).as_basic().to_toml_value()
}

/// A line of comment, whatever stands in the text.
pub(super) fn comment(text: &str) -> String {
    format!("# {}\n", clean(text))
}

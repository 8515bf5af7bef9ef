//! Values as they are written into a region file.

use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::{atlas::quote::is_idle, diagnostics::clean};

/// A text between quotation marks on one line, with whatever has to be escaped, and without what can't be seen and is not
/// allowed.
pub(crate) fn string(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ").replace(is_idle, "");
    TomlStringBuilder::new(&line).as_basic().to_toml_value()
}

/// A line of comment, whatever stands in the text.
pub(crate) fn comment(text: &str) -> String {
    format!("# {}\n", clean(text))
}

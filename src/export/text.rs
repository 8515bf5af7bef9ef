//! The whole map in words.

use super::{ExportError, Exported, Exporter};
use crate::caption::plain_text;

/// Columns that a line of text has at most.
pub const COLUMNS: usize = 80;

/// Plain text, as it is printed where there is no terminal.
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl Exporter for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> &'static str {
        "The map's state in words"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let summary = exported.captions().summary();
        Ok(plain_text(&summary, COLUMNS).into_bytes())
    }
}

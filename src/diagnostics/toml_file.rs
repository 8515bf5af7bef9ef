//! A TOML file, read into what its values mean and everything that is wrong with it.

use std::{borrow::Cow, io, path::Path, sync::Arc};

use serde::de::DeserializeOwned;

use super::{
    Check, Code, Diagnostics, Field, Problem, clean,
    lines::Lines,
    pieces::pieces,
    plain_file,
    reader::{EntryFile, Read, read_entries, read_whole},
    report::Bytes,
    syntax,
};
use crate::limits::{MIB, REGION_FILE, TOML};

/// The bytes among which the first entry is looked for.
const HEAD: usize = 64 * 1024;

/// A TOML file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TomlFile {
    label: String,
    bytes: Bytes,
}

impl TomlFile {
    /// Takes the contents of a file; the label is what it is called to people.
    pub fn new(label: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            label: clean(label),
            bytes: Arc::new(Cow::Owned(bytes.into())),
        }
    }

    /// A file that the program is built with.
    pub(crate) fn builtin(label: &str, text: &'static str) -> Self {
        Self {
            label: clean(label),
            bytes: Arc::new(Cow::Borrowed(text.as_bytes())),
        }
    }

    /// Reads a file from disk, no further than is needed to see that it is too large.
    pub fn open(path: &Path) -> io::Result<Self> {
        let bytes = plain_file::read(path, REGION_FILE)?;
        Ok(Self::new(&path.to_string_lossy(), bytes))
    }

    /// The name for people, without what would steer a terminal.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Tells whether these are its contents.
    pub(crate) fn is(&self, text: &str) -> bool {
        **self.bytes == *text.as_bytes()
    }

    /// The contents, or `None` where they are not UTF-8.
    pub fn contents(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The file without its entries, where the first of them is found soon.
    pub(crate) fn head(&self) -> Option<Self> {
        let begin = &self.bytes[..self.bytes.len().min(HEAD)];
        let text = begin.utf8_chunks().next()?.valid();
        let pieces = pieces(text).ok()?;
        (!pieces.entries.is_empty()).then(|| Self::new(&self.label, &text[pieces.head]))
    }

    /// Reads the values into what `lower` makes of them, if anything, and everything that is wrong.
    #[cfg_attr(
        not(feature = "tui"),
        allow(dead_code, reason = "settings are read so")
    )]
    pub(crate) fn read<T: DeserializeOwned, R>(
        &self,
        lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
    ) -> (Option<R>, Diagnostics) {
        self.read_by(TOML, read_whole, lower)
    }

    /// The same of a file of entries, which may be longer.
    pub(crate) fn read_entries<T: EntryFile, R>(
        &self,
        lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
    ) -> (Option<R>, Diagnostics) {
        self.read_by(REGION_FILE, read_entries, lower)
    }

    fn read_by<T, R>(
        &self,
        limit: u64,
        read: impl FnOnce(&str) -> Read<T>,
        lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
    ) -> (Option<R>, Diagnostics) {
        let mut shown = Arc::clone(&self.bytes);
        let (problems, lowered) = match self.text(limit) {
            Ok(text) => lowered(text, read(text), lower),
            Err(problem) => {
                if problem.code == Code::TooLarge {
                    shown = Arc::default();
                }
                (vec![problem], None)
            }
        };
        let diagnostics = Diagnostics::new(self.label.clone(), shown, problems);
        (lowered, diagnostics)
    }

    /// The text, or what keeps it from being read.
    fn text(&self, limit: u64) -> Result<&str, Problem> {
        if self.bytes.len() as u64 > limit {
            let message = format!("this file is larger than {} MiB", limit / MIB);
            let problem = Problem::new(Code::TooLarge, &(0..0), message);
            let problem = problem.help("leave out what the map doesn't need");
            return Err(problem);
        }
        std::str::from_utf8(&self.bytes).map_err(|error| {
            let at = error.valid_up_to();
            let at = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            Problem::new(Code::NotUtf8, &at, "from here on this file is not UTF-8")
                .help("save it as UTF-8")
        })
    }
}

fn lowered<T, R>(
    text: &str,
    Read { root, mut errors }: Read<T>,
    lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
) -> (Vec<Problem>, Option<R>) {
    let lines = Lines::new(text);
    let mut check = Check::default();
    let lowered = match root {
        Ok(root) => lower(root, &mut check, &lines),
        Err(problem) => {
            check.report(*problem);
            None
        }
    };
    // Within a string of several lines they are no error of syntax.
    let conflicts = syntax::conflicts(text);
    if !conflicts.is_empty() {
        syntax::retain_outside(&mut check.problems, &conflicts);
        syntax::retain_outside(&mut errors, &conflicts);
        errors.extend(conflicts);
    }
    if !errors.is_empty() {
        syntax::retain_independent(&mut check.problems, &errors, &lines);
        check.problems.extend(errors);
    }
    (check.problems, lowered)
}

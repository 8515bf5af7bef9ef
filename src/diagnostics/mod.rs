//! TOML files that people write, and what is wrong with them: every problem in one run, each where it stands, with the
//! rule that it breaks and a way out.
//!
//! Region files, entry by entry, and settings are read alike: TOML tree → [`Field`]s, which know where they stand → a check takes their
//! values out and keeps what is wrong → [`Diagnostics`]. No step stops at its first problem.
//!
//! Room rules: nothing of what the files are about.

mod check;
mod clean;
mod code;
mod field;
mod lines;
mod pieces;
mod plain_file;
mod problem;
mod reader;
mod report;
mod suggest;
mod syntax;
mod toml_file;

pub use clean::{clean, cut, fit};
pub use code::{Code, Severity};
pub use field::{Entries, Field, List, Located, Unknown};
pub use problem::{Problem, Repair, Span};
pub use report::{Diagnostics, SHOWN, Style};
pub use suggest::{nearest, suggest, there_are};
pub use toml_file::TomlFile;

pub(crate) use {
    check::Check, clean::steers, lines::Lines, plain_file::read as read_plain_file,
    reader::EntryFile,
};

//! Files that commands write, and formats that their names promise.

use std::path::PathBuf;

use clap::ValueEnum;

/// The place where what a command makes goes.
#[derive(Debug, Default, clap::Args)]
pub struct Output {
    /// The file to write, whole or not at all [default: standard output]
    #[arg(id = "output", short, long, value_name = "FILE")]
    pub path: Option<PathBuf>,
    /// Replace the file where there is one
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// Formats that a file's name can promise.
pub trait ByEnding: Copy + ValueEnum + PartialEq + 'static {
    /// The format where nothing else is said.
    const DEFAULT: Self;

    /// The end of the names of its files.
    fn ending(self) -> &'static str;
}

//! The arguments of `diff`.

use std::path::PathBuf;

use clap::ValueEnum;

use whoholds::atlas::Date;

use super::{ByEnding, Output, Shown};

/// The arguments of `diff`: two versions of a map, and what is made of them.
#[derive(Debug, clap::Args)]
pub struct Diff {
    #[command(flatten)]
    pub compared: Compared,
    /// The format to write the differences in [default: that of the file's name, or else text]
    #[arg(long, value_name = "HOW")]
    pub format: Option<DiffFormat>,
    /// Show the newer file on the screen, with what differs hatched; `d` shows it alone, and again compared
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub screen: bool,
    #[command(flatten)]
    pub output: Output,
}

/// A format that differences are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Text,
    Json,
    Md,
    /// A page with the map, on which what differs is hatched
    Html,
    /// The map alone
    Svg,
    /// The map alone, in pixels
    #[cfg(feature = "pictures")]
    Png,
}

/// The two versions of a map that are compared.
#[derive(Debug, clap::Args)]
pub struct Compared {
    /// The former region file
    pub old: PathBuf,
    /// The region file as it is now
    pub new: PathBuf,
    /// Compare at this date alone [default: each at which either file says something, and shares and pictures at the
    /// newer file's own]
    #[arg(long, value_name = "DATE")]
    pub at: Option<Date>,
    /// The folder that the paths in both files start at [default: each file's own]
    #[arg(long, value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

impl Compared {
    /// The newer map, as it is shown on the screen.
    pub fn shown(&self) -> Shown {
        Shown {
            at: self.at,
            ..Shown::default()
        }
    }
}

impl ByEnding for DiffFormat {
    const DEFAULT: Self = Self::Text;

    fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::Md => "md",
            Self::Html => "html",
            Self::Svg => "svg",
            #[cfg(feature = "pictures")]
            Self::Png => "png",
        }
    }
}

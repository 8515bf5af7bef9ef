//! What the program is asked for on the command line.

use std::path::PathBuf;

use clap::{
    Parser, Subcommand,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use whoholds::{
    atlas::Date,
    config::{Choice, Colours, Word},
    export::{self, Exporter},
    scene::{Look, Marker},
    tui::{Graphics, Names},
};

/// Who holds what: a map in the terminal, where every colour is a claim and every claim shows its words
///
/// Without a terminal on standard output, the map's state is printed as text.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub looks: Looks,
    /// Talk in lines instead of drawing: for screen readers, and for terminals that can't be drawn on
    #[arg(long)]
    pub plain: bool,
    /// How many colours to use [default: what the terminal says it has; none with `NO_COLOR`]
    #[arg(long, global = true, value_parser = word::<Colours>(), value_name = "WHEN")]
    pub color: Option<Colours>,
}

/// What the map looks like; `whoholds config` shows what holds and who says so.
#[derive(Debug, clap::Args)]
pub struct Looks {
    /// What the map is drawn with [default: what the terminal is known to draw]
    #[arg(long, value_parser = word::<Choice<Marker>>())]
    pub marker: Option<Choice<Marker>>,
    /// Colours for which ground [default: what the terminal says its own is]
    #[arg(long, value_parser = word::<Choice<Look>>())]
    pub theme: Option<Choice<Look>>,
    /// Send names from right to left as they are read, or turned and joined as they are seen [default: logical]
    #[arg(long, value_parser = word::<Names>(), value_name = "ORDER")]
    pub names: Option<Names>,
    /// What the map is drawn as, in 256 colours or more [default: a picture where the terminal says that it shows it]
    #[arg(long, value_parser = word::<Choice<Graphics>>(), value_name = "HOW")]
    pub graphics: Option<Choice<Graphics>>,
    /// Leave the mouse to the terminal, to select text with
    #[arg(long)]
    pub no_mouse: bool,
}

/// A value by its word.
fn word<T: Word + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let words = T::all().into_iter().map(Word::word);
    PossibleValuesParser::new(words).try_map(|word| T::named(&word).ok_or("no such word"))
}

/// A format by its name.
fn format() -> impl TypedValueParser<Value = &'static dyn Exporter> {
    let value = |format: &&dyn Exporter| PossibleValue::new(format.name()).help(format.about());
    PossibleValuesParser::new(export::FORMATS.iter().map(value))
        .try_map(|name| export::format(&name).ok_or("no such format"))
}

/// What is shown, and as of when.
#[derive(Debug, Default, clap::Args)]
pub struct Shown {
    /// The region file; the built-in map of Syria if left out
    pub path: Option<PathBuf>,
    /// Show the state at this date: a year, a month or a day, such as 2024-12-08 [default: the file's own date]
    #[arg(long, value_name = "DATE")]
    pub at: Option<Date>,
    /// Leave out a source, an origin or a grade, by its id; may be given several times
    #[arg(long, value_name = "ID")]
    pub without: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find everything that is wrong with a region file, or may mislead
    Check {
        /// Exit with 1 where there are warnings, too
        #[arg(long)]
        strict: bool,
        /// The region file; the built-in map of Syria if left out
        path: Option<PathBuf>,
    },
    /// Print the settings that hold, where each comes from, and the path of their file
    Config {
        #[command(flatten)]
        looks: Looks,
    },
    /// Print the map in another format, or write it to a file
    Export {
        /// The format
        #[arg(value_parser = format())]
        format: &'static dyn Exporter,
        #[command(flatten)]
        shown: Shown,
        /// The file to write, whole or not at all [default: standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace the file where there is one
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Print the claims as W3C Web Annotations, as `export annotations` does
    Annotations {
        /// The region file; the built-in map of Syria if left out
        path: Option<PathBuf>,
    },
    /// Print what changed between two dates, with the claims that made the change
    Changes {
        /// A year, a month or a day, such as 2024-12-08
        from: Date,
        /// Another date
        to: Date,
        /// The region file; the built-in map of Syria if left out
        path: Option<PathBuf>,
    },
    /// Print the steps from the claims to the state of a region or a site
    Explain {
        /// The id of a region or a site
        id: String,
        #[command(flatten)]
        shown: Shown,
    },
    /// Print the keys that bind each held text to its source
    Seal {
        /// The region file; the built-in map of Syria if left out
        path: Option<PathBuf>,
    },
    /// Print the JSON Schema of region files, for editors
    Schema,
    /// Print a draft of the claims that a text makes, to be added to a region file
    #[command(alias = "cite")]
    Draft {
        /// The text to add
        text: PathBuf,
        /// The region file it is for; the built-in map of Syria if left out
        regions: Option<PathBuf>,
    },
}

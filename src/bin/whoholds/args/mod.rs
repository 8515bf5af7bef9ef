//! The arguments of the program on the command line.

mod command;
mod data;
mod diff;
mod export;
mod output;
mod render;

use std::path::PathBuf;

use clap::Parser;

use whoholds::{
    atlas::Date,
    config::{Choice, Colours},
    scene::{ColourScheme, Marker},
    tui::{Graphics, TextOrder},
};

pub use self::{
    command::{Command, Described},
    data::{Ground, Import},
    diff::{Compared, Diff, DiffFormat},
    export::{Drawn, Export},
    output::{ByEnding, Output},
    render::{Cells, Picture, Render},
};

/// A map of who holds what, in a terminal: every colour is a claim and every claim shows its words
///
/// Without a terminal on standard output, the map is printed as text.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub looks: Looks,
    /// Read and answer line by line instead of drawing: for screen readers and simple terminals
    #[arg(long)]
    pub plain: bool,
    /// The colours to use [default: as many as the terminal has; none with `NO_COLOR`]
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<Colours>,
}

/// The looks of the map; `whoholds config` prints the effective settings.
#[derive(Debug, clap::Args)]
pub struct Looks {
    /// The characters to draw the map with [default: the finest that the terminal is known to show]
    #[arg(long)]
    pub marker: Option<Choice<Marker>>,
    /// Colours for a dark or a light background [default: whichever the terminal has]
    #[arg(long)]
    pub theme: Option<Choice<ColourScheme>>,
    /// The order in which right-to-left text is sent: as it is read, or reordered and joined for terminals that don't
    /// do so [default: as the terminal needs it]
    #[arg(long, alias = "names", value_name = "ORDER")]
    pub text_order: Option<Choice<TextOrder>>,
    /// Draw the map in characters or as a picture, in 256 colours or more [default: a picture where the terminal
    /// reports that it shows one]
    #[arg(long, value_name = "HOW")]
    pub graphics: Option<Choice<Graphics>>,
    /// Leave the mouse to the terminal, to select text with
    #[arg(long)]
    pub no_mouse: bool,
}

/// The map to show, the date to show it at, and what to leave out of it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Shown {
    /// The region file [default: the built-in map of Syria]
    pub path: Option<PathBuf>,
    /// Show the map at this date: a year, a month or a day, such as 2024-12-08 [default: the file's own date]
    #[arg(long, value_name = "DATE")]
    pub at: Option<Date>,
    /// Leave out a source, an origin or a grade, by its id; may be given several times
    #[arg(long, value_name = "ID")]
    pub without: Vec<String>,
}

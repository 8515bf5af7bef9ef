//! The commands.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use clap_complete::Shell;

use whoholds::atlas::Date;

use super::{Diff, Export, Ground, Import, Looks, Render, Shown};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report every problem in a region file, and what may mislead
    Check {
        /// Exit with 1 if there are warnings, too
        #[arg(long)]
        strict: bool,
        /// Mend quotations whose words are those of the source but for their signs, and say which
        #[arg(long)]
        fix: bool,
        /// The region file [default: the built-in map of Syria]
        path: Option<PathBuf>,
    },
    /// Print the effective settings and where each comes from
    Config {
        #[command(flatten)]
        looks: Looks,
    },
    /// Print the map in another format, or write it to a file
    Export(Export),
    /// Print the screen as it is after some keys, or write it to a file
    Render(Render),
    /// Print the claims as W3C Web Annotations, as `export annotations` does
    Annotations {
        #[command(flatten)]
        shown: Shown,
    },
    /// Print what changed between two dates, with the claims behind each change
    Changes {
        /// A year, a month or a day, such as 2024-12-08
        from: Date,
        /// Another date
        to: Date,
        /// The region file [default: the built-in map of Syria]
        path: Option<PathBuf>,
    },
    /// Print what differs between two region files: entries, claims, states, areas and shares
    ///
    /// Exits with 0 if nothing differs, 1 if something does, and 2 in case of trouble, as diff(1) does.
    Diff(Diff),
    /// Print the steps from the claims to the state of a region or a site
    Explain {
        /// The id or the name of a region, a site, a unit or a town
        id: String,
        #[command(flatten)]
        shown: Shown,
    },
    /// Add an article to a region file: mark what it says, and see the map change before anything is written
    Add {
        /// A text, a web page, a PDF or a web archive (`ARCHIVE#ADDRESS` names a page in it), or `-` for standard input
        article: PathBuf,
        /// The region file, which is written only when you save
        #[arg(default_value = "regions.toml")]
        path: PathBuf,
        /// Keep the page, the PDF or the archive beside the text that is taken out of it
        #[arg(long)]
        keep_original: bool,
        /// Ask line by line instead of drawing, as without a terminal
        #[arg(long)]
        plain: bool,
        #[command(flatten)]
        looks: Looks,
    },
    /// Go through the claims in draft of a region file: see what each changes, then accept it or take it out
    Review {
        /// The region file, which is written whenever you decide
        #[arg(default_value = "regions.toml")]
        path: PathBuf,
        /// Ask line by line instead of drawing, as without a terminal
        #[arg(long)]
        plain: bool,
        #[command(flatten)]
        looks: Looks,
    },
    /// Print a region file to start from, or write it to a file
    New {
        /// A base map: one that is built in (`syria`), or a folder with one, as `whoholds basemap` makes it
        #[arg(value_name = "COUNTRY|FOLDER")]
        country: PathBuf,
        /// The file to write, which must be new [default: standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print the keys that bind each held text to its source
    Seal {
        /// The region file [default: the built-in map of Syria]
        path: Option<PathBuf>,
    },
    /// Print the JSON Schema of region files, for editors, or of what is printed as JSON
    Schema {
        /// The kind of file that it describes: region files, `export json` or `diff --format json`
        #[arg(default_value = "regions")]
        of: Described,
    },
    /// Print a draft of the claims that a text makes, to be added to a region file
    #[command(alias = "cite")]
    Draft {
        /// The article to draft from: a text, a web page, a PDF or a web archive (`ARCHIVE#ADDRESS`), or `-` for standard input
        text: PathBuf,
        /// The region file to draft for [default: the built-in map of Syria]
        regions: Option<PathBuf>,
        /// Append it to the region file, and save the article's text beside that
        #[arg(long, requires = "regions")]
        write: bool,
    },
    /// Print entries of a region file for data that you have: files of shapes, tables of events
    Import(Import),
    /// Make a base map from files of shapes: a folder, to be named under `basemap`
    Basemap {
        #[command(flatten)]
        ground: Ground,
        /// The folder to write, which must be new or empty
        #[arg(short, long, value_name = "FOLDER")]
        output: PathBuf,
    },
    /// List the units that areas are made of, each with its id, name and size
    Units {
        /// A region file, or a folder with a base map [default: the built-in map of Syria]
        path: Option<PathBuf>,
        /// List the towns instead, each with its id, name and unit
        #[arg(long)]
        towns: bool,
    },
    /// Print the completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page of the program or of a command, for `man`
    Man {
        /// A command, such as `check` [default: the program]
        command: Option<String>,
    },
}

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Described {
    Regions,
    Json,
    Diff,
}

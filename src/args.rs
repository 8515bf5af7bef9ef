//! The arguments of the program on the command line.

use std::{path::PathBuf, str::FromStr};

use clap::{
    Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use clap_complete::Shell;

use whoholds::{
    atlas::{Date, Lens},
    config::{Choice, Colours},
    diagnostics::fit,
    export::{self, Exporter, Plot},
    import::{Columns, basemap::Wanted},
    scene::{ColourScheme, Marker},
    tui::{Graphics, TextOrder},
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

/// A format by its name.
fn format() -> impl TypedValueParser<Value = &'static dyn Exporter> {
    let value = |format: &&dyn Exporter| PossibleValue::new(format.name()).help(format.about());
    PossibleValuesParser::new(export::FORMATS.iter().map(value))
        .try_map(|name| export::format(&name).ok_or("no such format"))
}

/// A lens by its name.
fn lens() -> impl TypedValueParser<Value = Lens> {
    let value = |lens: &Lens| PossibleValue::new(lens.key()).help(lens.plain());
    let named = |name: String| Lens::ALL.iter().copied().find(|lens| lens.key() == name);
    PossibleValuesParser::new(Lens::ALL.iter().map(value))
        .try_map(move |name| named(name).ok_or("no such lens"))
}

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Described {
    Regions,
    Json,
    Diff,
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

/// A plot that is drawn instead of the map.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PlotOf {
    /// Shares of the area over time
    Shares,
}

impl From<PlotOf> for Plot {
    fn from(plot: PlotOf) -> Self {
        match plot {
            PlotOf::Shares => Self::Shares,
        }
    }
}

/// The arguments of `export`: a map, a way to draw it, and a file.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The format
    #[arg(value_parser = format())]
    pub format: &'static dyn Exporter,
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub drawn: Drawn,
    /// The file to write, whole or not at all [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file where there is one
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// The way in which a map is exported.
#[derive(Debug, clap::Args)]
pub struct Drawn {
    /// Colour places by this, in formats that have colours [default: actors]
    #[arg(long, value_parser = lens())]
    pub lens: Option<Lens>,
    /// Highlight the places of an actor, or export those alone; may be given several times
    #[arg(long, value_name = "ACTOR")]
    pub filter: Vec<String>,
    /// Draw a plot in `svg` or `png` instead of the map
    #[arg(long, value_name = "WHAT")]
    pub plot: Option<PlotOf>,
    /// Pixels to each unit of a picture, 1 to 4
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
}

impl Default for Drawn {
    fn default() -> Self {
        Self {
            lens: None,
            filter: Vec::new(),
            plot: None,
            scale: 1,
        }
    }
}

/// The map to show, the date to show it at, and what to leave out of it.
#[derive(Debug, Default, clap::Args)]
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

/// A format of a picture of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Picture {
    Svg,
    #[cfg(feature = "pictures")]
    Png,
    Text,
}

/// Formats that a file's name can promise.
pub trait ByEnding: Copy + ValueEnum + PartialEq + 'static {
    /// The format where nothing else is said.
    const DEFAULT: Self;

    /// The end of the names of its files.
    fn ending(self) -> &'static str;
}

impl ByEnding for Picture {
    const DEFAULT: Self = Self::Svg;

    fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            #[cfg(feature = "pictures")]
            Self::Png => "png",
            Self::Text => "txt",
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

/// Columns and rows of a screen.
#[derive(Clone, Copy, Debug)]
pub struct Cells(pub u16, pub u16);

impl FromStr for Cells {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const MOST: u16 = 500;
        let side = |text: &str| text.parse().ok().filter(|side| (1..=MOST).contains(side));
        let sides = text.split_once('x');
        sides
            .and_then(|(cols, rows)| Some(Self(side(cols)?, side(rows)?)))
            .ok_or("expected columns and rows, each from 1 to 500, such as 120x36")
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report every problem in a region file, and what may mislead
    Check {
        /// Exit with 1 if there are warnings, too
        #[arg(long)]
        strict: bool,
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
    Render {
        #[command(flatten)]
        shown: Shown,
        /// The characters to draw the map with [default: octants]
        #[arg(long)]
        marker: Option<Choice<Marker>>,
        /// Colours for a dark or a light background [default: dark]
        #[arg(long)]
        theme: Option<Choice<ColourScheme>>,
        /// Columns and rows of the screen
        #[arg(long, value_name = "COLUMNSxROWS", default_value = "120x36")]
        size: Cells,
        /// Keys to press before, as `?` names them, parted by spaces
        #[arg(long, default_value = "")]
        keys: String,
        /// The format of the picture [default: that of the file's name, or else svg]
        #[arg(long)]
        format: Option<Picture>,
        /// Pixels to each unit of a picture in pixels, 1 to 4
        #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
        scale: u8,
        /// The file to write, whole or not at all [default: standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace the file where there is one
        #[arg(long, requires = "output")]
        force: bool,
    },
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
    Diff {
        #[command(flatten)]
        compared: Compared,
        /// The format to write the differences in [default: that of the file's name, or else text]
        #[arg(long, value_name = "HOW")]
        format: Option<DiffFormat>,
        /// Show the newer file on the screen, with what differs hatched; `d` shows it alone, and again compared
        #[arg(long, conflicts_with_all = ["format", "output"])]
        screen: bool,
        /// The file to write, whole or not at all [default: standard output]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace the file where there is one
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// Print the steps from the claims to the state of a region or a site
    Explain {
        /// The id or the name of a region, a site, a unit or a town
        id: String,
        #[command(flatten)]
        shown: Shown,
    },
    /// Add an article to a region file: mark what it says, and see the map change before anything is written
    Add {
        /// A text or a web page, or `-` for standard input
        article: PathBuf,
        /// The region file, which is written only when you save
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
        /// The article to draft from: a text or a web page, or `-` for standard input
        text: PathBuf,
        /// The region file to draft for [default: the built-in map of Syria]
        regions: Option<PathBuf>,
    },
    /// Print entries of a region file for data that you have: files of shapes, tables of events
    Import {
        /// Files in GeoJSON, TopoJSON, KML, KMZ, Shapefile or CSV; a date in each name makes them the days of one map
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Print the keys at the top of a region file as well, with this base map
        #[arg(long, value_name = "MAP")]
        base_map: Option<String>,
        /// The date of the map [default: the newest in the data]
        #[arg(long, value_name = "DATE", requires = "base_map")]
        as_of: Option<Date>,
        /// The property of shapes that names who holds them [default: found by its name and its few values]
        #[arg(long, value_name = "NAME")]
        actor_property: Option<String>,
        /// The layer of TopoJSON files that have several
        #[arg(long, value_name = "NAME")]
        layer: Option<String>,
        #[command(flatten)]
        columns: EventColumns,
    },
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

/// The columns of a table of events; those of ACLED and UCDP GED are found.
#[derive(Debug, clap::Args)]
pub struct EventColumns {
    /// The column with the days of events [default: found by its name, as are the others]
    #[arg(long = "date-column", value_name = "NAME")]
    date: Option<String>,
    /// The column with the names of places
    #[arg(long = "place-column", value_name = "NAME")]
    place: Option<String>,
    /// The column with latitudes
    #[arg(long = "latitude-column", value_name = "NAME")]
    latitude: Option<String>,
    /// The column with longitudes
    #[arg(long = "longitude-column", value_name = "NAME")]
    longitude: Option<String>,
    /// The column with actors
    #[arg(long = "actor-column", value_name = "NAME")]
    actor: Option<String>,
    /// The column with what happened, in words
    #[arg(long = "note-column", value_name = "NAME")]
    note: Option<String>,
    /// The column with who reported it
    #[arg(long = "source-column", value_name = "NAME")]
    source: Option<String>,
}

impl From<&EventColumns> for Columns {
    fn from(given: &EventColumns) -> Self {
        Self {
            date: given.date.clone(),
            place: given.place.clone(),
            latitude: given.latitude.clone(),
            longitude: given.longitude.clone(),
            actor: given.actor.clone(),
            note: given.note.clone(),
            source: given.source.clone(),
        }
    }
}

/// The files that a base map is made from.
#[derive(Debug, clap::Args)]
pub struct Ground {
    /// Files with the units of the country, in GeoJSON, TopoJSON, KML, KMZ or Shapefile
    #[arg(required = true, value_name = "FILE")]
    units: Vec<PathBuf>,
    /// The property with the ids of units; shapes with one id are one unit [default: found by its name]
    #[arg(long, value_name = "NAME")]
    id_property: Option<String>,
    /// The property with the names of units [default: found by its name]
    #[arg(long, value_name = "NAME")]
    name_property: Option<String>,
    /// What a unit is, in a word, such as `province`
    #[arg(long, value_name = "WORD")]
    kind: Option<String>,
    /// The layer of TopoJSON files that have several
    #[arg(long, value_name = "NAME")]
    layer: Option<String>,
    /// A file with the countries around, as areas
    #[arg(long, value_name = "FILE")]
    neighbours: Option<PathBuf>,
    /// A file with rivers, as lines
    #[arg(long, value_name = "FILE")]
    rivers: Option<PathBuf>,
    /// A file with lakes, as areas
    #[arg(long, value_name = "FILE")]
    lakes: Option<PathBuf>,
    /// A file with towns, as points
    #[arg(long, value_name = "FILE")]
    towns: Option<PathBuf>,
    /// The grid that points are moved to, in degrees [default: a 5000th of the longer side of the country]
    #[arg(long, value_name = "DEGREES")]
    grid: Option<f64>,
}

impl From<&Ground> for Wanted {
    fn from(given: &Ground) -> Self {
        Self {
            units: given.units.clone(),
            id_property: given.id_property.clone(),
            name_property: given.name_property.clone(),
            kind: given.kind.as_deref().and_then(fit),
            layer: given.layer.clone(),
            neighbours: given.neighbours.clone(),
            rivers: given.rivers.clone(),
            lakes: given.lakes.clone(),
            towns: given.towns.clone(),
            grid: given.grid,
        }
    }
}

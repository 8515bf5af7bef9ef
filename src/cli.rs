//! Arguments, and what is done for each.

use std::{
    env,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use clap::{Parser, Subcommand, ValueEnum, builder::PossibleValue};

use whoholds::{
    atlas::{Atlas, Date, state::Snapshot},
    caption::{Captions, plain_text},
    file::{self, Document, RegionFile, Style},
    report,
    scene::{Depth, Marker, Theme},
    tui::{self, Ending, Graphics, Keymap, World},
};

/// Exit code: nothing is wrong.
pub const CLEAN: u8 = 0;
/// Exit code: the file has problems.
pub const PROBLEMS: u8 = 1;
/// Exit code: the arguments make no sense, or a file or the terminal can't be used. clap uses the same.
pub const USAGE_OR_IO: u8 = 2;

/// Source lines are cut to this width where no terminal says how wide it is.
const WIDTH: usize = 120;

/// The width of plain text.
const COLUMNS: usize = 80;

/// Who holds what: a map in the terminal, where every colour is a claim and every claim shows its words
///
/// Without a terminal on standard output, the map's state is printed as text.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    shown: Shown,
    /// What the map is drawn with [default: what the terminal is known to draw]
    #[arg(long, value_enum)]
    marker: Option<MarkerArg>,
    /// Whether the map is a picture, and how that is sent: for terminals that show pictures, in 256 colours or more
    #[arg(long, value_enum, default_value_t = GraphicsArg::Auto, value_name = "HOW")]
    graphics: GraphicsArg,
    /// Leave the mouse to the terminal, to select text with
    #[arg(long)]
    no_mouse: bool,
    /// Talk in lines instead of drawing: for screen readers, and for terminals that can't be drawn on
    #[arg(long)]
    plain: bool,
    /// How many colours to use
    #[arg(long, global = true, value_enum, default_value_t = ColorArg::Auto, value_name = "WHEN")]
    color: ColorArg,
}

/// What is shown, and as of when.
#[derive(Debug, clap::Args)]
struct Shown {
    /// The region file; the built-in map of Syria if left out
    path: Option<PathBuf>,
    /// Show the state at this date: a year, a month or a day, such as 2024-12-08 [default: the file's own date]
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find everything that is wrong with a region file
    Check {
        /// The region file; the built-in map of Syria if left out
        path: Option<PathBuf>,
    },
    /// Print the claims as W3C Web Annotations, for annotation tools (JSON-LD)
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
}

/// A [`Marker`] by its name.
#[derive(Clone, Copy, Debug)]
struct MarkerArg(Marker);

impl ValueEnum for MarkerArg {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [MarkerArg; 6] = [
            MarkerArg(Marker::Octant),
            MarkerArg(Marker::Sextant),
            MarkerArg(Marker::Quadrant),
            MarkerArg(Marker::HalfBlock),
            MarkerArg(Marker::Braille),
            MarkerArg(Marker::Ascii),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum GraphicsArg {
    /// A picture where the terminal is known to show it
    Auto,
    /// Characters
    Cells,
    Kitty,
    Iterm2,
    Sixel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ColorArg {
    /// What the terminal says it has; none with `NO_COLOR`
    Auto,
    /// Colours even where they would be left out
    Always,
    /// None: hatch and letters
    Never,
    /// The terminal's own sixteen
    #[value(name = "16")]
    Sixteen,
    #[value(name = "256")]
    Cube,
    /// 24 bits
    True,
}

/// What a run comes to: the text for each stream, and the exit code.
#[derive(Debug, Default)]
pub struct Outcome {
    pub out: String,
    pub err: String,
    pub code: u8,
}

impl Outcome {
    fn printed(out: String) -> Self {
        Self {
            out,
            code: CLEAN,
            ..Self::default()
        }
    }

    fn failed(code: u8, err: String) -> Self {
        Self {
            err,
            code,
            ..Self::default()
        }
    }
}

/// Does what the arguments ask for.
pub fn run(args: &Args) -> Outcome {
    let done = match &args.command {
        Some(Command::Check { path }) => check(path.as_deref(), args.color),
        Some(Command::Annotations { path }) => annotate(path.as_deref(), args.color),
        Some(Command::Changes { from, to, path }) => {
            changes(*from, *to, path.as_deref(), args.color)
        }
        Some(Command::Explain { id, shown }) => explain(id, shown, args.color),
        None if args.plain => talk(args),
        None if io::stdout().is_terminal() => map(args),
        None => print(args),
    };
    done.unwrap_or_else(|failed| failed)
}

fn check(path: Option<&Path>, color: ColorArg) -> Result<Outcome, Outcome> {
    let document = load(path, color)?;
    if document.unproved.problems.is_empty() {
        let label = &document.unproved.label;
        return Ok(Outcome::printed(format!(
            "{label}: no problems ({})\n",
            contents(&document.atlas)
        )));
    }
    Err(problems(&document.unproved, color))
}

fn changes(from: Date, to: Date, path: Option<&Path>, color: ColorArg) -> Result<Outcome, Outcome> {
    let document = load(path, color)?;
    let [from, to] = [from, to].map(|date| Snapshot::at(&document.atlas, date));
    Ok(Outcome::printed(plain_text(
        &captions(&document, &to).changes_text(&from),
        COLUMNS,
    )))
}

fn annotate(path: Option<&Path>, color: ColorArg) -> Result<Outcome, Outcome> {
    let annotations = report::annotations(&load(path, color)?.atlas);
    let err = match annotations.left_out {
        0 => String::new(),
        left_out => format!(
            "note: {} left out: the source has no address, or the quotation is not proved\n",
            count(left_out, "claim")
        ),
    };
    Ok(Outcome {
        out: annotations.json,
        err,
        code: CLEAN,
    })
}

fn explain(id: &str, shown: &Shown, color: ColorArg) -> Result<Outcome, Outcome> {
    let document = load(shown.path.as_deref(), color)?;
    let Some(place) = document.atlas.place(id) else {
        let places: Vec<&str> = document
            .atlas
            .places()
            .map(|place| document.atlas.id(place))
            .collect();
        let err = format!(
            "error: there is no region or site `{id}`\n\nthere are: {}\n",
            places.join(", ")
        );
        return Err(Outcome::failed(USAGE_OR_IO, err));
    };
    let snapshot = Snapshot::at(&document.atlas, shown.at.unwrap_or(document.atlas.as_of));
    Ok(Outcome::printed(plain_text(
        &captions(&document, &snapshot).explain(place),
        COLUMNS,
    )))
}

fn print(args: &Args) -> Result<Outcome, Outcome> {
    let document = load(args.shown.path.as_deref(), args.color)?;
    let snapshot = Snapshot::at(
        &document.atlas,
        args.shown.at.unwrap_or(document.atlas.as_of),
    );
    Ok(Outcome::printed(plain_text(
        &captions(&document, &snapshot).summary(),
        COLUMNS,
    )))
}

fn talk(args: &Args) -> Result<Outcome, Outcome> {
    let Document { atlas, map, .. } = load(args.shown.path.as_deref(), args.color)?;
    let date = args.shown.at.unwrap_or(atlas.as_of);
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = input.is_terminal();
    let world = World::new(atlas, map, keymap()?);
    match tui::converse(&world, date, input.lock(), out.lock(), prompt) {
        // Nobody listens any more: no fault of ours.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't talk: {error}\n"),
        )),
        _ => Ok(Outcome::default()),
    }
}

fn keymap() -> Result<Keymap, Outcome> {
    Keymap::builtin().map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))
}

fn map(args: &Args) -> Result<Outcome, Outcome> {
    let var = |name: &str| env::var(name).ok();
    let Document { atlas, map, .. } = load(args.shown.path.as_deref(), args.color)?;
    let keymap = keymap()?;
    let marker = args
        .marker
        .map_or_else(|| Marker::for_terminal(var), |MarkerArg(marker)| marker);
    let theme = Theme::new(depth(args.color));
    let graphics = match args.graphics {
        GraphicsArg::Auto => Graphics::for_terminal(var),
        GraphicsArg::Cells => Graphics::Cells,
        GraphicsArg::Kitty => Graphics::Kitty,
        GraphicsArg::Iterm2 => Graphics::Iterm2,
        GraphicsArg::Sixel => Graphics::Sixel,
    };
    let date = args.shown.at.unwrap_or(atlas.as_of);
    let world = World::new(atlas, map, keymap);
    match tui::run(&world, marker, theme, date, !args.no_mouse, graphics) {
        Ok(Ending::Quit) => Ok(Outcome::default()),
        // What a shell makes of a signal that ended a program.
        Ok(Ending::Signal(signal)) => Err(Outcome {
            code: u8::try_from(128 + signal).unwrap_or(PROBLEMS),
            ..Outcome::default()
        }),
        Err(error) => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't use the terminal: {error}\n"),
        )),
    }
}

const fn captions<'a>(document: &'a Document, snapshot: &'a Snapshot) -> Captions<'a> {
    Captions {
        atlas: &document.atlas,
        map: &document.map,
        snapshot,
    }
}

fn load(path: Option<&Path>, color: ColorArg) -> Result<Document, Outcome> {
    let file = path.map_or_else(|| Ok(RegionFile::builtin()), RegionFile::open);
    let file = file.map_err(|error| unreadable(path, &error))?;
    file::load(&file).map_err(|report| problems(&report, color))
}

fn problems(report: &file::Report, color: ColorArg) -> Outcome {
    let style = Style {
        colour: colours(color, &io::stderr()),
        width: width(),
    };
    let all = report.problems.len();
    let shown = if all > file::SHOWN {
        format!("; the first {} are shown", file::SHOWN)
    } else {
        String::new()
    };
    Outcome::failed(
        PROBLEMS,
        format!(
            "{}{} in {}{shown}\n",
            report.render(style),
            count(all, "problem"),
            report.label
        ),
    )
}

fn unreadable(path: Option<&Path>, error: &io::Error) -> Outcome {
    let path = path.unwrap_or(Path::new("")).display();
    Outcome::failed(USAGE_OR_IO, format!("error: can't read {path}: {error}\n"))
}

fn contents(atlas: &Atlas) -> String {
    let proved = atlas
        .claims
        .iter()
        .filter_map(|claim| claim.quote.as_ref())
        .filter(|quote| quote.proof.proves());
    format!(
        "{}, {}, {}, {} proved",
        count(atlas.regions.len(), "region"),
        count(atlas.sites.len(), "site"),
        count(atlas.claims.len(), "claim"),
        count(proved.count(), "quotation"),
    )
}

fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}

/// Whether to use colours on a stream: an explicit choice wins, then `NO_COLOR`, then whether a terminal is there.
fn colours(choice: ColorArg, stream: &impl IsTerminal) -> bool {
    match choice {
        ColorArg::Auto => stream.is_terminal() && depth(choice) > Depth::None,
        ColorArg::Never => false,
        _ => true,
    }
}

/// How many colours the map has: an explicit choice wins over what the terminal says.
fn depth(choice: ColorArg) -> Depth {
    let var = |name: &str| env::var(name).ok();
    match choice {
        ColorArg::Auto => Depth::for_terminal(var),
        ColorArg::Always => {
            Depth::for_terminal(|name| var(name).filter(|_| name != "NO_COLOR")).max(Depth::Ansi16)
        }
        ColorArg::Never => Depth::None,
        ColorArg::Sixteen => Depth::Ansi16,
        ColorArg::Cube => Depth::Ansi256,
        ColorArg::True => Depth::True,
    }
}

fn width() -> usize {
    let terminal = io::stderr().is_terminal().then(tui::terminal_size);
    terminal
        .and_then(Result::ok)
        .map_or(WIDTH, |size| usize::from(size.cols))
}

//! The outcome of a command, and what every command starts from: files that are opened, and how much the terminal shows.

use std::{
    env,
    io::{self, IsTerminal},
    path::Path,
};

use jiff::{Timestamp, tz::TimeZone};

use whoholds::{
    atlas::Date,
    config::Colours,
    diagnostics::{Diagnostics, SHOWN, Severity, Style, clean},
    file::{self, Document, RegionFile},
    limits,
    scene::Depth,
    tui::{self, Keymap, Terminal},
};

/// Exit code: nothing is wrong.
pub const CLEAN: u8 = 0;
/// Exit code: the file has problems; with `--strict`, or warnings.
pub const PROBLEMS: u8 = 1;
/// Exit code: the arguments make no sense, or a file or the terminal can't be used. clap uses the same.
pub const USAGE_OR_IO: u8 = 2;

/// Source lines are cut to this width where no terminal says how wide it is.
const WIDTH: usize = 120;

/// The outcome of a run: the text for each stream, and the exit code.
#[derive(Debug, Default)]
pub struct Outcome {
    pub out: Vec<u8>,
    pub err: String,
    pub code: u8,
}

impl Outcome {
    pub fn printed(out: impl Into<Vec<u8>>) -> Self {
        Self {
            out: out.into(),
            code: CLEAN,
            ..Self::default()
        }
    }

    /// Prints what a file comes to. Where quotations are not found that is said, and a script can tell.
    pub fn printed_of(document: &Document, out: impl Into<Vec<u8>>) -> Self {
        let (err, code) = match document.unproved.count(Severity::Error) {
            0 => (String::new(), CLEAN),
            number => (
                format!(
                    "error: {} not found in the held texts; `whoholds check` shows {}\n",
                    if number == 1 {
                        "1 quotation is".to_owned()
                    } else {
                        format!("{number} quotations are")
                    },
                    if number == 1 { "it" } else { "them" },
                ),
                PROBLEMS,
            ),
        };
        Self {
            out: out.into(),
            err,
            code,
        }
    }

    /// Adds what is wrong with the land that is shown, each once; a script can tell.
    pub fn on_land(mut self, doubts: impl IntoIterator<Item = String>) -> Self {
        for doubt in doubts {
            let line = format!("error: {}\n", clean(&doubt));
            if !self.err.contains(&line) {
                self.err.push_str(&line);
            }
            self.code = self.code.max(PROBLEMS);
        }
        self
    }

    pub fn failed(code: u8, err: String) -> Self {
        Self {
            err,
            code,
            ..Self::default()
        }
    }
}

/// Reports on a file that has problems, or warnings where none are to be.
pub fn problems(report: &Diagnostics, color: Option<Colours>) -> Outcome {
    let [errors, warnings] =
        [Severity::Error, Severity::Warning].map(|severity| report.count(severity));
    let counted = match (errors, warnings) {
        (_, 0) => count(errors, "problem"),
        (0, _) => count(warnings, "warning"),
        _ => format!(
            "{} and {}",
            count(errors, "problem"),
            count(warnings, "warning")
        ),
    };
    Outcome::failed(
        PROBLEMS,
        format!(
            "{}{counted} in {}{}\n",
            report.render(style(color)),
            report.label,
            shown(report)
        ),
    )
}

/// Tells how many problems are shown, where that is not all.
pub fn shown(report: &Diagnostics) -> String {
    if report.problems.len() >= limits::PROBLEMS {
        format!("; the first {SHOWN} are shown, and more are not counted")
    } else if report.problems.len() > SHOWN {
        format!("; the first {SHOWN} are shown")
    } else {
        String::new()
    }
}

/// Returns the style of problems that are written to the terminal.
pub fn style(color: Option<Colours>) -> Style {
    Style {
        colour: colours(color.unwrap_or(Colours::Auto), &io::stderr()),
        width: width(),
    }
}

pub fn open(path: Option<&Path>) -> Result<RegionFile, Outcome> {
    let file = path.map_or_else(|| Ok(RegionFile::builtin()), RegionFile::open);
    file.map_err(|error| unreadable(path, &error))
}

pub fn load(path: Option<&Path>, color: Option<Colours>) -> Result<Document, Outcome> {
    let file = open(path)?;
    file::load(&file).map_err(|report| problems(&report, color))
}

pub fn unreadable(path: Option<&Path>, error: &io::Error) -> Outcome {
    let path = clean(&path.unwrap_or(Path::new("")).to_string_lossy());
    Outcome::failed(USAGE_OR_IO, format!("error: can't read {path}: {error}\n"))
}

pub fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}

/// Tells whether to use colours on a stream: an explicit choice wins, then `NO_COLOR`, then whether it is a terminal.
pub fn colours(choice: Colours, stream: &impl IsTerminal) -> bool {
    match choice {
        Colours::Auto => stream.is_terminal() && depth(choice) > Depth::None,
        Colours::Never => false,
        _ => true,
    }
}

/// Returns the depth of colour of the map: an explicit choice wins over what the terminal says.
pub fn depth(choice: Colours) -> Depth {
    depth_of(choice, &Terminal::new(|name: &str| env::var(name).ok()))
}

/// The same where the terminal has been asked.
pub fn depth_of(choice: Colours, terminal: &Terminal<impl Fn(&str) -> Option<String>>) -> Depth {
    match choice {
        Colours::Auto => terminal.depth(),
        Colours::Always => terminal.colours().max(Depth::Ansi16),
        Colours::Never => Depth::None,
        Colours::Sixteen => Depth::Ansi16,
        Colours::Cube => Depth::Ansi256,
        Colours::True => Depth::True,
    }
}

pub fn width() -> usize {
    let terminal = io::stderr().is_terminal().then(tui::terminal_size);
    terminal
        .and_then(Result::ok)
        .map_or(WIDTH, |(size, _)| usize::from(size.cols))
}

/// The keys as they are shipped.
pub fn keymap() -> Result<Keymap, Outcome> {
    Keymap::builtin().map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))
}

/// The day it is, in UTC.
pub fn today() -> Date {
    Date::of_day(TimeZone::UTC.to_datetime(Timestamp::now()).date())
}

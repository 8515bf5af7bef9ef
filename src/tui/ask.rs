//! The terminal's answers when it is asked: what it is, what its ground is like, and which pictures it shows.

#[cfg(unix)]
mod signals;

#[cfg(unix)]
use std::io::Write;
use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

#[cfg(unix)]
use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
#[cfg(unix)]
use signals::Signals;

#[cfg(unix)]
use super::flow::QUESTION;
use super::graphics::Graphics;
use crate::scene::ColourScheme;

/// The time that the answers may take. Terminals that don't know a question answer the last one, and so at once: this
/// is only waited for where nobody answers anything.
const PATIENCE: Duration = Duration::from_millis(500);

/// The status of a terminal with which all is well.
#[cfg(unix)]
const STATUS: &[u8] = b"\x1b[0n";

/// The questions that are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Questions {
    /// `true` to ask whether its ground is dark or light.
    pub scheme: bool,
    /// `true` to ask which pictures it shows.
    pub graphics: bool,
    /// `true` to ask for its name, and whether it takes a 24-bit colour as it is.
    pub name: bool,
}

/// The terminal's answers; dark ground and cells where it said nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Dark or light, as its ground is.
    pub scheme: ColourScheme,
    /// The way to draw that it says it knows.
    pub graphics: Graphics,
    /// Its name and version.
    pub name: Option<String>,
    /// `true` if it took a 24-bit colour as it is.
    pub true_colour: bool,
    /// `true` if it tells its status, by which it says how far it has come.
    pub status: bool,
    /// All the bytes that came while it was asked: keys may have been pressed between the answers.
    pub typed: Vec<u8>,
}

impl Questions {
    /// Keeps what a terminal of that name (`TERM`) may be asked: some write questions out, others answer out of order.
    #[must_use]
    pub fn only_for(self, term: &str) -> Self {
        let mute = matches!(term, "" | "dumb" | "linux" | "Eterm") || term.starts_with("screen");
        Self {
            scheme: self.scheme && !mute,
            graphics: self.graphics && !mute,
            name: self.name && !mute,
        }
    }

    /// Returns `true` if there is anything to ask.
    pub const fn are_any(self) -> bool {
        self.scheme || self.graphics || self.name
    }

    /// Asks, if there is anything to ask and somebody to ask it: the terminal answers while the program does other work.
    pub fn ask(self) -> Option<ReplyPending> {
        let heard = io::stdin().is_terminal() && io::stdout().is_terminal();
        (heard && self.are_any())
            .then(|| ReplyPending::new(self))
            .flatten()
    }
}

/// Questions that the terminal was asked. Until their answers are read it is in raw mode, so that they are not written out.
#[derive(Debug)]
pub struct ReplyPending {
    questions: Questions,
    /// The time from which nothing is waited for.
    late: Instant,
    /// Signals that would end the program, and leave the terminal as it is meanwhile.
    #[cfg(unix)]
    signals: Signals,
}

#[cfg(unix)]
impl ReplyPending {
    fn new(questions: Questions) -> Option<Self> {
        let signals = Signals::new();
        enable_raw_mode().ok()?;
        let asked = Self {
            questions,
            late: Instant::now() + PATIENCE,
            signals,
        };
        let mut out = io::stdout();
        let sent = out.write_all(&questions.words()).and_then(|()| out.flush());
        sent.is_ok().then_some(asked)
    }

    /// Returns the answers, for which it waits as long as that is worth it.
    pub fn answers(self) -> Answers {
        let said = terminal::said(self.late);
        self.questions.answers(&said.unwrap_or_default())
    }
}

#[cfg(not(unix))]
impl ReplyPending {
    fn new(questions: Questions) -> Option<Self> {
        let late = Instant::now() + PATIENCE;
        Some(Self { questions, late })
    }

    /// Asks for the ground, and returns what it is like.
    pub fn answers(self) -> Answers {
        use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

        let mut options = QueryOptions::default();
        options.timeout = self.late.saturating_duration_since(Instant::now());
        match self.questions.scheme.then(|| theme_mode(options)) {
            Some(Ok(ThemeMode::Light)) => Answers {
                scheme: ColourScheme::Light,
                ..Answers::default()
            },
            _ => Answers::default(),
        }
    }
}

#[cfg(unix)]
impl Drop for ReplyPending {
    fn drop(&mut self) {
        // Where the terminal is gone there is nobody to tell.
        let _ = disable_raw_mode();
        self.signals.heed();
    }
}

#[cfg(unix)]
impl Questions {
    /// Asks whether kitty's pictures are shown, what the ground is, what its name is (XTVERSION) and what it makes of a
    /// colour (DECRQSS), for its status, and what every terminal tells of itself: that answer says that the others will
    /// not come any more. Who answers for colours by XTGETTCAP does so by these as well.
    fn words(self) -> Vec<u8> {
        let kitty = self
            .graphics
            .then_some("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\");
        let ground = self.scheme.then_some("\x1b]11;?\x07");
        let name = self
            .name
            .then_some("\x1b[>q\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[m");
        let words = kitty.into_iter().chain(ground).chain(name);
        let words = words.chain([QUESTION, "\x1b[c"]);
        words.collect::<String>().into_bytes()
    }

    /// Returns what is meant by all that was said; dark ground and cells if that isn't all.
    pub fn answers(self, said: &[u8]) -> Answers {
        Answers {
            scheme: if self.scheme && lightness(said).is_some_and(|lightness| lightness > 0.5) {
                ColourScheme::Light
            } else {
                ColourScheme::Dark
            },
            graphics: if self.graphics {
                pictures(said)
            } else {
                Graphics::Cells
            },
            name: between(said, b"\x1bP>|", b"\x1b")
                .map(|name| String::from_utf8_lossy(name).into_owned()),
            true_colour: colour_taken(said),
            status: said.windows(STATUS.len()).any(|bytes| bytes == STATUS),
            typed: said.to_vec(),
        }
    }
}

#[cfg(unix)]
mod terminal {
    use std::{io, os::fd::AsFd, time::Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    /// No answers are longer.
    const LONGEST: usize = 1024;

    /// Returns what the terminal says in time, and what is typed meanwhile.
    pub fn said(late: Instant) -> io::Result<Vec<u8>> {
        let mut said = Vec::new();
        let input = io::stdin();
        let mut bytes = [0; 128];
        while super::attributes(&said).is_none() && said.len() <= LONGEST {
            let left = late.saturating_duration_since(Instant::now());
            let left = Timespec::try_from(left).map_err(io::Error::other)?;
            let mut ready = [PollFd::new(&input, PollFlags::IN)];
            if poll(&mut ready, Some(&left))? == 0 {
                break;
            }
            match rustix::io::read(input.as_fd(), &mut bytes)? {
                0 => break,
                count => said.extend_from_slice(&bytes[..count]),
            }
        }
        Ok(said)
    }
}

/// Finds what stands between two marks, the first time that it does.
#[cfg(unix)]
fn between<'a>(said: &'a [u8], from: &[u8], until: &[u8]) -> Option<&'a [u8]> {
    let start = said.windows(from.len()).position(|bytes| bytes == from)? + from.len();
    let length = said[start..].iter().position(|byte| until.contains(byte))?;
    Some(&said[start..start + length])
}

/// Finds what the terminal tells of itself (DA1), once it has.
#[cfg(unix)]
fn attributes(said: &[u8]) -> Option<&[u8]> {
    between(said, b"\x1b[?", b"c")
}

/// Finds the lightness of the ground, 0 to 1 (OSC 11).
#[cfg(unix)]
fn lightness(said: &[u8]) -> Option<f32> {
    // The library cuts what it reads into bytes, wherever letters end.
    let colour = between(said, b"\x1b]11;", b"\x07\x1b").filter(|colour| colour.is_ascii())?;
    let colour = xterm_color::Color::parse(colour).ok()?;
    Some(colour.perceived_lightness())
}

/// Tells whether the colour that was set is the one that is set now.
#[cfg(unix)]
fn colour_taken(said: &[u8]) -> bool {
    let style = between(said, b"\x1bP1$r", b"\x1b").unwrap_or_default();
    let parts = |part: &&[u8]| !part.is_empty();
    let numbers = style.split(|byte| b":;m".contains(byte)).filter(parts);
    let numbers: Vec<&[u8]> = numbers.collect();
    numbers.ends_with(&[b"48", b"2", b"1", b"2", b"3"])
}

/// Tells which pictures are shown.
#[cfg(unix)]
fn pictures(said: &[u8]) -> Graphics {
    /// Among a terminal's attributes, behind the first, which is its level: it shows sixels.
    const SIXEL: &[u8] = b"4";
    let attributes = attributes(said).unwrap_or_default();
    let mut attributes = attributes.split(|byte| *byte == b';').skip(1);
    if between(said, b"\x1b_Gi=31;", b"\x1b") == Some(b"OK") {
        Graphics::Kitty
    } else if attributes.any(|one| one == SIXEL) {
        Graphics::Sixel
    } else {
        Graphics::Cells
    }
}

#[cfg(test)]
mod tests;

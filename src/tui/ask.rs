//! The terminal's answers when it is asked: what its ground is like, and which pictures it shows.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::graphics::Graphics;
use crate::scene::ColourScheme;

/// The time that the answers may take. Terminals that don't know a question answer the last one, and so at once: this
/// is only waited for where nobody answers anything.
const PATIENCE: Duration = Duration::from_millis(500);

/// The questions that are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Questions {
    /// `true` to ask whether its ground is dark or light.
    pub scheme: bool,
    /// `true` to ask which pictures it shows.
    pub graphics: bool,
}

/// The terminal's answers; dark ground and cells where it said nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Dark or light, as its ground is.
    pub scheme: ColourScheme,
    /// The way to draw that it says it knows.
    pub graphics: Graphics,
    /// `true` if it may still answer, when nobody waits any more.
    pub reply_pending: bool,
}

impl Questions {
    /// Keeps what a terminal of that name (`TERM`) may be asked: some write questions out, others answer out of order.
    #[must_use]
    pub fn only_for(self, term: &str) -> Self {
        let mute = matches!(term, "" | "dumb" | "linux" | "Eterm") || term.starts_with("screen");
        Self {
            scheme: self.scheme && !mute,
            graphics: self.graphics && !mute,
        }
    }

    /// Returns `true` if there is anything to ask.
    pub const fn are_any(self) -> bool {
        self.scheme || self.graphics
    }

    /// Asks, and waits for the answers for as long as that is worth it.
    #[cfg(unix)]
    pub fn ask(self) -> Answers {
        use std::io::{self, IsTerminal};

        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Answers::default();
        }
        let said = terminal::said(&self.words(), PATIENCE);
        let answers = said.map(|said| self.answers(&said));
        answers.unwrap_or(Answers {
            reply_pending: true,
            ..Answers::default()
        })
    }

    #[cfg(not(unix))]
    pub fn ask(self) -> Answers {
        use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

        let mut options = QueryOptions::default();
        options.timeout = PATIENCE;
        match self.scheme.then(|| theme_mode(options)) {
            Some(Ok(ThemeMode::Light)) => Answers {
                scheme: ColourScheme::Light,
                ..Answers::default()
            },
            _ => Answers::default(),
        }
    }
}

#[cfg(unix)]
impl Questions {
    /// Asks whether kitty's pictures are shown, what the ground is, and what every terminal tells of itself: that
    /// answer says that the others will not come any more.
    fn words(self) -> Vec<u8> {
        let kitty = self
            .graphics
            .then_some("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\");
        let ground = self.scheme.then_some("\x1b]11;?\x07");
        let words = kitty.into_iter().chain(ground).chain(["\x1b[c"]);
        words.collect::<String>().into_bytes()
    }

    /// Returns what is meant by all that was said.
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
            reply_pending: false,
        }
    }
}

#[cfg(unix)]
mod terminal {
    use std::{
        io::{self, Write},
        os::fd::AsFd,
        time::{Duration, Instant},
    };

    use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    /// No answers are longer.
    const LONGEST: usize = 1024;

    /// Returns what the terminal says to a question, if it says all of it in time.
    pub fn said(question: &[u8], patience: Duration) -> Option<Vec<u8>> {
        enable_raw_mode().ok()?;
        let said = read(question, Instant::now() + patience);
        disable_raw_mode().ok()?;
        said
    }

    fn read(question: &[u8], late: Instant) -> Option<Vec<u8>> {
        let mut out = io::stdout();
        out.write_all(question).and_then(|()| out.flush()).ok()?;
        let (input, mut said) = (io::stdin(), Vec::new());
        let mut bytes = [0; 128];
        while super::attributes(&said).is_none() {
            let left = late.checked_duration_since(Instant::now())?;
            let left = Timespec::try_from(left).ok()?;
            let mut ready = [PollFd::new(&input, PollFlags::IN)];
            if said.len() > LONGEST || poll(&mut ready, Some(&left)).ok()? == 0 {
                return None;
            }
            match rustix::io::read(input.as_fd(), &mut bytes).ok()? {
                0 => return None,
                count => said.extend_from_slice(&bytes[..count]),
            }
        }
        Some(said)
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
    let colour = between(said, b"\x1b]11;", b"\x07\x1b")?;
    let colour = xterm_color::Color::parse(colour).ok()?;
    Some(colour.perceived_lightness())
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

/// Keeps answers that come too late from being taken for keys.
#[derive(Debug, Default)]
pub struct Late {
    /// The time when the one that is coming in began.
    since: Option<Instant>,
}

/// The time that an answer takes to come in, once it has begun.
const LENGTH: Duration = Duration::from_secs(1);

impl Late {
    /// Tells whether a key is part of an answer: a string from ESC and `]`, `_` or `P` to ESC and `\`, or to BEL.
    pub fn swallows(&mut self, key: &KeyEvent, now: Instant) -> bool {
        let is = |char, modifiers| key.code == KeyCode::Char(char) && key.modifiers == modifiers;
        let alt = |char| is(char, KeyModifiers::ALT);
        let begins = alt(']') || alt('_') || is('P', KeyModifiers::ALT | KeyModifiers::SHIFT);
        let inside = self
            .since
            .is_some_and(|since| now.saturating_duration_since(since) < LENGTH);
        let ends = alt('\\') || is('g', KeyModifiers::CONTROL);
        self.since = match (inside, begins, ends) {
            (_, true, _) => Some(now),
            (true, false, false) => self.since,
            _ => None,
        };
        inside || begins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn answers_are_whole_when_the_last_one_is() {
        let (kitty, dark, light) = (
            "\x1b_Gi=31;OK\x1b\\",
            "\x1b]11;rgb:1010/1010/1010\x07",
            "\x1b]11;rgb:ffff/ffff/e0e0\x1b\\",
        );
        let both = Questions {
            scheme: true,
            graphics: true,
        };
        for (said, answers) in [
            (String::new(), None),
            (kitty.to_owned(), None),
            (format!("{light}\x1b[?62;4"), None),
            (
                format!("{kitty}{dark}\x1b[?62;4;22c"),
                Some((ColourScheme::Dark, Graphics::Kitty)),
            ),
            (
                format!("{light}\x1b[?62;4;22c"),
                Some((ColourScheme::Light, Graphics::Sixel)),
            ),
            (
                "\x1b[?64;22c".to_owned(),
                Some((ColourScheme::Dark, Graphics::Cells)),
            ),
            (
                "\x1b[?4c".to_owned(),
                Some((ColourScheme::Dark, Graphics::Cells)),
            ),
            (
                "\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\\x1b]11;what\x07\x1b[?6c".to_owned(),
                Some((ColourScheme::Dark, Graphics::Cells)),
            ),
        ] {
            let said = said.as_bytes();
            let meant = attributes(said).map(|_| both.answers(said));
            let meant = meant.map(|answers| (answers.scheme, answers.graphics));
            assert_eq!(meant, answers, "{}", said.escape_ascii());
        }
    }

    #[test]
    fn nothing_is_asked_of_who_would_write_it_out() {
        let both = Questions {
            scheme: true,
            graphics: true,
        };
        for term in ["", "dumb", "linux", "screen.xterm-256color"] {
            assert!(!both.only_for(term).are_any(), "{term}");
        }
        assert_eq!(both.only_for("xterm-256color"), both);
    }

    #[test]
    fn a_late_answer_is_no_key() {
        let start = Instant::now();
        let key = |char, modifiers| KeyEvent::new(KeyCode::Char(char), modifiers);
        let (none, alt) = (KeyModifiers::NONE, KeyModifiers::ALT);
        let mut late = Late::default();
        assert!(!late.swallows(&key('q', none), start));
        for (char, modifiers) in [(']', alt), ('1', none), ('q', none), ('\\', alt)] {
            assert!(late.swallows(&key(char, modifiers), start), "{char}");
        }
        assert!(!late.swallows(&key('q', none), start));
        assert!(late.swallows(&key('_', alt), start));
        assert!(late.swallows(&key('g', KeyModifiers::CONTROL), start));
        assert!(!late.swallows(&key('r', none), start));
        assert!(late.swallows(&key(']', alt), start));
        assert!(
            !late.swallows(&key('q', none), start + LENGTH),
            "what was no answer doesn't hold the keys for ever"
        );
    }
}

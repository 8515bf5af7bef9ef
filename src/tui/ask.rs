//! What the terminal says when it is asked: what its ground is like, and which pictures it shows.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use terminal_colorsaurus::{Error, QueryOptions, ThemeMode, theme_mode};

use super::graphics::Graphics;
use crate::scene::Look;

/// How long an answer may take. Terminals that don't know a question answer the next one, and so at once: this is only
/// waited for where nobody answers anything.
const PATIENCE: Duration = Duration::from_millis(500);

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Questions {
    pub look: bool,
    pub graphics: bool,
}

/// What the terminal said; dark ground and cells where it said nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub look: Look,
    pub graphics: Graphics,
    /// Whether it may still answer, see [`Late`].
    pub owed: bool,
}

impl Questions {
    pub const fn are_any(self) -> bool {
        self.look || self.graphics
    }

    /// Asks, and waits for the answers for as long as that is worth it.
    pub fn ask(self) -> Answers {
        let mut answers = Answers::default();
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return answers;
        }
        if self.graphics {
            match pictures::asked(PATIENCE) {
                Some(graphics) => answers.graphics = graphics,
                // Who doesn't answer the one question doesn't answer the other.
                None => answers.owed = true,
            }
        }
        if self.look && !answers.owed {
            let mut options = QueryOptions::default();
            options.timeout = PATIENCE;
            match theme_mode(options) {
                Ok(ThemeMode::Light) => answers.look = Look::Light,
                Ok(ThemeMode::Dark) | Err(Error::UnsupportedTerminal(_)) => {}
                Err(_) => answers.owed = true,
            }
        }
        answers
    }
}

/// Asks for kitty's protocol, then for what every terminal tells of itself: the second answer says that the first will
/// not come any more.
#[cfg(unix)]
mod pictures {
    use std::{
        io::{self, Write},
        os::fd::AsFd,
        time::{Duration, Instant},
    };

    use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::Graphics;

    const QUESTION: &[u8] = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c";
    /// No answer is longer.
    const LONGEST: usize = 1024;

    /// What the terminal shows, or nothing where it doesn't answer in time.
    pub fn asked(patience: Duration) -> Option<Graphics> {
        enable_raw_mode().ok()?;
        let answer = answer(Instant::now() + patience);
        disable_raw_mode().ok()?;
        super::shown(&answer?)
    }

    /// What is read up to the end of the last answer.
    fn answer(late: Instant) -> Option<Vec<u8>> {
        let mut out = io::stdout();
        out.write_all(QUESTION).and_then(|()| out.flush()).ok()?;
        let (input, mut answer) = (io::stdin(), Vec::new());
        let mut bytes = [0; 128];
        while super::shown(&answer).is_none() && answer.len() < LONGEST {
            let left = late.checked_duration_since(Instant::now())?;
            let left = Timespec::try_from(left).ok()?;
            let mut ready = [PollFd::new(&input, PollFlags::IN)];
            if poll(&mut ready, Some(&left)).ok()? == 0 {
                return None;
            }
            let read = rustix::io::read(input.as_fd(), &mut bytes).ok()?;
            if read == 0 {
                return None;
            }
            answer.extend_from_slice(&bytes[..read]);
        }
        Some(answer)
    }
}

#[cfg(not(unix))]
mod pictures {
    use super::{Duration, Graphics};

    pub fn asked(_: Duration) -> Option<Graphics> {
        Some(Graphics::Cells)
    }
}

/// What pictures the answers are about: none until they are whole, which is when the last of them is.
#[cfg_attr(not(unix), expect(dead_code, reason = "nobody is asked"))]
fn shown(answers: &[u8]) -> Option<Graphics> {
    /// Among a terminal's attributes: it shows sixels.
    const SIXEL: &str = "4";
    let answers = String::from_utf8_lossy(answers);
    let (_, attributes) = answers.rsplit_once("\x1b[?")?;
    let (attributes, _) = attributes.split_once('c')?;
    Some(if answers.contains("\x1b_Gi=31;OK\x1b\\") {
        Graphics::Kitty
    } else if attributes.split(';').skip(1).any(|one| one == SIXEL) {
        Graphics::Sixel
    } else {
        Graphics::Cells
    })
}

/// Keeps answers that come too late from being taken for keys.
#[derive(Debug, Default)]
pub struct Late {
    /// When the one that is coming in began.
    since: Option<Instant>,
}

/// How long an answer takes to come in, once it has begun.
const LENGTH: Duration = Duration::from_secs(1);

impl Late {
    /// Whether a key is no key but part of an answer: a string from ESC and `]`, `_` or `P` to ESC and `\`, or to BEL.
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

    #[test]
    fn the_answers_say_which_pictures_are_shown() {
        for (answers, graphics) in [
            ("", None),
            ("\x1b_Gi=31;OK\x1b\\", None),
            ("\x1b_Gi=31;OK\x1b\\\x1b[?62;4;22c", Some(Graphics::Kitty)),
            ("\x1b[?62;4;22c", Some(Graphics::Sixel)),
            ("\x1b[?64;22c", Some(Graphics::Cells)),
            ("\x1b[?4c", Some(Graphics::Cells)),
            (
                "\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\\x1b[?6c",
                Some(Graphics::Cells),
            ),
            ("\x1b[?62;4", None),
        ] {
            assert_eq!(shown(answers.as_bytes()), graphics, "{answers:?}");
        }
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

//! Flow control: frames are sent no faster than the terminal shows them.
//!
//! Between the program and the terminal may lie a slow connection with room for many frames. Behind each frame the
//! terminal is therefore asked for its status, which it answers once it has come so far. While more than a little is
//! unanswered keys are heard but nothing is drawn, so the next frame is of the newest state.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// Asks for the terminal's status (DSR), which is answered by `ESC [ 0 n`.
pub const QUESTION: &str = "\x1b[5n";

/// Bytes that may be on their way: some frames, since on a fast connection with a long way every key is to be seen, and
/// less than a second of a slow one.
const WINDOW: usize = 4096;
/// An answer that takes so many times as long as the slowest of late is lost.
const TIMES: u32 = 4;
/// Each answer is waited for at least so long, whatever others took: a terminal may be busy for a moment.
const PATIENCE: Duration = Duration::from_millis(500);
/// The time that the first answer is taken to need, from a terminal far away.
const FIRST: Duration = Duration::from_secs(1);

/// The frames on their way to a terminal.
#[derive(Clone, Debug)]
pub struct Flow {
    terminal: Status,
    /// The frames that are not answered yet, the oldest first.
    unanswered: VecDeque<Frame>,
    /// The time that the slowest answer of late took; each that is faster lets it fall by an eighth.
    slowest: Duration,
}

/// The way the terminal takes the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// It would write the question out.
    Mute,
    /// It has not answered yet: it is asked once, and nothing waits for it.
    Unknown,
    Answers,
}

#[derive(Clone, Copy, Debug)]
struct Frame {
    bytes: usize,
    sent: Instant,
}

impl Flow {
    /// Begins with a terminal of that name (`TERM`), which may have answered the question already.
    pub fn new(term: &str, has_answered: bool) -> Self {
        let terminal = match term {
            "" | "dumb" | "Eterm" => Status::Mute,
            _ if cfg!(not(unix)) => Status::Mute,
            _ if has_answered => Status::Answers,
            _ => Status::Unknown,
        };
        Self {
            terminal,
            unanswered: VecDeque::new(),
            slowest: FIRST,
        }
    }

    /// The question to send behind the next frame; empty where there is none to ask.
    pub(super) fn question(&self) -> &'static str {
        if self.asks() { QUESTION } else { "" }
    }

    fn asks(&self) -> bool {
        match self.terminal {
            Status::Mute => false,
            Status::Unknown => self.unanswered.is_empty(),
            Status::Answers => true,
        }
    }

    /// A frame of so many bytes has been sent, with its question.
    pub(super) fn sent(&mut self, bytes: usize, now: Instant) {
        if self.asks() {
            self.unanswered.push_back(Frame { bytes, sent: now });
        }
    }

    /// The terminal has answered: the oldest frame is shown.
    pub(super) fn answered(&mut self, now: Instant) {
        if self.terminal == Status::Mute {
            return;
        }
        self.terminal = Status::Answers;
        if let Some(frame) = self.unanswered.pop_front() {
            let took = now.saturating_duration_since(frame.sent);
            self.slowest = took.max(self.slowest / 8 * 7);
        }
    }

    /// Tells whether to draw now. A terminal whose answer is late is not waited for until it answers again.
    pub(super) fn is_open(&mut self, now: Instant) -> bool {
        if self.late().is_some_and(|late| late <= now) {
            self.terminal = Status::Unknown;
            self.unanswered.clear();
        }
        let bytes: usize = self.unanswered.iter().map(|frame| frame.bytes).sum();
        self.terminal != Status::Answers || bytes < WINDOW
    }

    /// The moment until which an answer may come, if one is waited for.
    pub(super) fn late(&self) -> Option<Instant> {
        let oldest = self.unanswered.front();
        let oldest = oldest.filter(|_| self.terminal == Status::Answers);
        oldest.map(|frame| frame.sent + PATIENCE.max(self.slowest * TIMES))
    }
}

#[cfg(test)]
mod tests;

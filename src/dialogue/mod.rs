//! A front on a session, line by line: a line in, sentences out. For screen readers, for terminals that can't be drawn on, and
//! for pipes.
//!
//! `commands` is the table of all that can be said.
//!
//! Room rules: nothing of terminals.

mod commands;
mod converse;
mod dates;
mod export;
mod find;
mod lists;
mod places;
mod review;
mod sources;
mod writing;

use std::{
    collections::VecDeque,
    io::{self, BufRead, Write},
};

use crate::{
    caption::words,
    session::{Action, FileProblems, Refusal, Session, World, update},
};
use commands::{Command, QUIT};
use converse::converse;
pub use review::Review;
pub use writing::Interview;

/// Sentences that are said before the listener is asked for more.
const BREATH: usize = 8;

/// A session that is talked through.
#[derive(Debug)]
pub struct Dialogue<'a> {
    world: &'a World,
    session: Session,
    problems: Option<FileProblems>,
    /// The rest of the last answer.
    rest: VecDeque<String>,
}

impl<'a> Dialogue<'a> {
    /// A dialogue that has not begun; with `problems` it can tell what is wrong with the file.
    pub const fn new(world: &'a World, session: Session, problems: Option<FileProblems>) -> Self {
        Self {
            world,
            session,
            problems,
            rest: VecDeque::new(),
        }
    }

    /// Listens and answers until it is told to quit or nobody speaks any more; `prompt` shows where to type.
    pub fn hold(mut self, input: impl BufRead, out: impl Write, prompt: bool) -> io::Result<()> {
        converse(self.opening(), |line| self.answer(line), input, out, prompt)
    }

    fn opening(&self) -> Vec<String> {
        let mut sentences = vec![format!("{}.", words::clean(&self.world.atlas.title))];
        sentences.extend(self.whole_map().into_iter().take(1));
        sentences.push("Say a place, north, next, list, or help.".to_owned());
        sentences
    }

    /// The answer to a line, or `None` where it ends the dialogue.
    fn answer(&mut self, line: &str) -> Option<Vec<String>> {
        if QUIT.iter().any(|word| word.eq_ignore_ascii_case(line)) {
            return None;
        }
        if line.is_empty() || line.eq_ignore_ascii_case("more") {
            return Some(self.more(BREATH));
        }
        if line.eq_ignore_ascii_case("all") {
            if self.rest.is_empty() {
                self.rest = self.again().into();
            }
            return Some(self.more(usize::MAX));
        }
        let answer = match Command::of(line) {
            Some((command, argument)) => (command.answer)(self, argument),
            None => self.name(line),
        };
        self.rest = answer.into();
        Some(self.more(BREATH))
    }

    /// The next sentences of an answer, and how many are left.
    fn more(&mut self, most: usize) -> Vec<String> {
        if self.rest.is_empty() {
            return vec!["There is no more.".to_owned()];
        }
        let most = most.min(self.rest.len());
        let mut sentences: Vec<String> = self.rest.drain(..most).collect();
        if !self.rest.is_empty() {
            let left = words::count(self.rest.len(), "line");
            sentences.push(format!("{left} more: press enter."));
        }
        sentences
    }

    fn apply(&mut self, action: Action) -> Result<(), Refusal> {
        update(&mut self.session, self.world, action)
    }

    /// Applies an action, then says what is known where that leads; or why it leads nowhere.
    fn go(&mut self, action: Action) -> Vec<String> {
        match self.apply(action) {
            Ok(()) => self.here(),
            Err(refusal) => vec![sentence(&refusal.to_string())],
        }
    }
}

/// A message as a sentence.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", chars.as_str())
}

#[cfg(test)]
mod tests;

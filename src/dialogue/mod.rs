//! The other front on a session: a line in, sentences out. For screen readers, for terminals that can't be drawn on, and
//! for pipes.
//!
//! [`commands`] is the table of all that can be said. Room rules: knows `session` and what that knows, and `report`;
//! nothing of terminals.

mod commands;
mod dates;
mod find;
mod lists;
mod places;
mod sources;

use std::{
    collections::VecDeque,
    io::{self, BufRead, Read, Write},
};

use crate::{
    caption::words,
    session::{Action, FileProblems, Refusal, Session, World, update},
};
use commands::{Command, QUIT};

/// Sentences that are said before the listener is asked for more.
const BREATH: usize = 8;
/// The longest line that is listened to, in bytes.
const LONGEST: u64 = 4096;

/// A session that is talked through.
#[derive(Debug)]
pub struct Dialogue<'a> {
    world: &'a World,
    session: Session,
    problems: Option<FileProblems>,
    /// What is left of the last answer.
    rest: VecDeque<String>,
}

impl<'a> Dialogue<'a> {
    pub const fn new(world: &'a World, session: Session, problems: Option<FileProblems>) -> Self {
        Self {
            world,
            session,
            problems,
            rest: VecDeque::new(),
        }
    }

    /// Listens and answers until it is told to quit or nobody speaks any more; `prompt` shows where to type.
    pub fn hold(
        mut self,
        mut input: impl BufRead,
        mut out: impl Write,
        prompt: bool,
    ) -> io::Result<()> {
        let mut sentences = self.opening();
        loop {
            for sentence in sentences {
                writeln!(out, "{sentence}")?;
            }
            if prompt {
                write!(out, "> ")?;
            }
            out.flush()?;
            let mut line = Vec::new();
            if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            match self.answer(String::from_utf8_lossy(&line).trim()) {
                Some(answer) => sentences = answer,
                None => return Ok(()),
            }
        }
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
                self.rest = self.here().into();
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
mod tests {
    use super::*;
    use crate::caption::sample::Sample;

    fn said(lines: &str) -> String {
        let Sample { atlas, map, .. } = Sample::new();
        let world = World::new(atlas, map);
        let mut out = Vec::new();
        let session = Session::at(&world, world.atlas.as_of);
        Dialogue::new(&world, session, None)
            .hold(lines.as_bytes(), &mut out, false)
            .expect("nothing fails in memory");
        String::from_utf8(out).expect("text")
    }

    /// What is said to the last line.
    fn last(lines: &str) -> String {
        let before = lines.rfind('\n').map_or("", |end| &lines[..=end]);
        said(lines)[said(before).len()..].to_owned()
    }

    #[test]
    fn a_conversation_goes_the_way_of_the_map() {
        insta::assert_snapshot!(said("northwest\n\u{1b}[C\neast\nwest\nblue\n\nquit\nnext\n"), @"
        A land: who holds what.
        As of 28 Jan 2026, 4 regions, 2 sites, 2 sources.
        Say a place, north, next, list, or help.
        Northwest, region.
        Held by Reds.
        Quoted, 1 source, undated, its outline is schematic.
        “Reds hold the northwest”.
        From A title, paragraph 1.
        Found in the held text, undated.
        Area: about 10,100 square kilometres, 25% of the country.
        Sites here:
        1 line more: press enter.
        About 100 km east:
        Northeast, region.
        Parts held by Blues; which parts is not said.
        Quoted, 1 source, undated, its outline is schematic.
        “Blues roam the northeast” from in pockets.
        From A title, paragraph 1.
        Found in the held text, undated.
        Area: about 10,100 square kilometres, 25% of the country.
        8 lines more: press enter.
        About 90 km north-east:
        Blue airport, airport.
        Blues: withdrawing.
        Reported, 1 source, last said 8 days before.
        Blues are leaving.
        From A wire service.
        Reported, text not held, in our words, 20 Jan 2026.
        Kind: airport.
        5 lines more: press enter.
        About 170 km west:
        Red port, naval base.
        Operated by Reds.
        Quoted, 1 source, 1 more reported, last said 5 years before, and undated.
        May 2020, taken over by Reds.
        Reds took the port.
        From A wire service.
        Reported, text not held, in our words, May 2020.
        9 lines more: press enter.
        Blue airport, airport.
        Blues: withdrawing.
        Reported, 1 source, last said 8 days before.
        Blues are leaving.
        From A wire service.
        Reported, text not held, in our words, 20 Jan 2026.
        Kind: airport.
        Operator: not said.
        4 lines more: press enter.
        Position: 35.9000° N, 37.9000° E.
        Governorate: Unit NE.
        Also: ميناء.
        1 claim from after 28 Jan 2026 not shown.
        ");
    }

    #[test]
    fn lists_filters_dates_and_kinds_are_those_of_the_screen() {
        insta::assert_snapshot!(last("list by date"), @"
        6 places, by date.
        Blue airport: Blues, leaving, reported, 20 Jan 2026.
        Southwest: Reds or Blues?, reported, 2 Jan 2026.
        Red port: Reds, quoted, May 2020.
        Northeast: Blues, in parts, quoted, undated.
        Northwest: Reds, quoted, undated.
        Southeast: not found, silent, no claim.
        ");
        insta::assert_snapshot!(last("filter reds\nlist"), @"
        3 places, by name.
        Northwest: Reds, quoted, undated.
        Red port: Reds, quoted, May 2020.
        Southwest: Reds or Blues?, reported, 2 Jan 2026.
        ");
        insta::assert_snapshot!(last("filter r\nfilter none"), @"No filter: 6 places.");
        insta::assert_snapshot!(last("port\ndate 2021"), @"
        As of 2021.
        Red port, naval base.
        Had been taken over by Reds.
        Reported, 1 source, last said 19 months before.
        Reds took the port.
        From A wire service.
        Reported, text not held, in our words, May 2020.
        Kind: naval base.
        5 lines more: press enter.
        ");
        insta::assert_snapshot!(last("sites\nlist by name"), @"
        2 places, by name.
        Blue airport: Blues, leaving, reported, 20 Jan 2026.
        Red port: Reds, quoted, May 2020.
        ");
    }

    #[test]
    fn what_is_not_understood_is_answered_and_never_repeated_raw() {
        insta::assert_snapshot!(last("northest"), @"“northest” may be Northwest or Northeast.");
        insta::assert_snapshot!(last("blue\nup"), @"Nothing lies north of Blue airport.");
        insta::assert_snapshot!(last("list by size"), @"The list goes by name, holder, evidence and date.");
        insta::assert_snapshot!(last("date soon"), @"soon: expected a year, a month or a day: 2024, 2024-12 or 2024-12-08.");
        insta::assert_snapshot!(last("\u{1b}[31mred"), @"There is no place or word “ [31mred”. Say help, or list.");
        assert!(said(&"x".repeat(20_000)).len() < 1_000);
        for lines in ["", "quit", "next", "\n\n\n"] {
            assert!(
                said(lines).starts_with("A land: who holds what.\n"),
                "{lines:?}"
            );
        }
    }
}

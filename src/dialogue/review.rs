//! Claims in draft line by line: each is read out with what it would change, then accepted, taken out or left.

use std::io::{self, BufRead, Write};

use crate::{
    caption::words::clean,
    edit::{Change, Draft, NotMade, Revision},
    session::{Considered, draft_lines},
};

use super::{converse::converse, sentence};

/// The words that can be said, each with what it does.
const HELP: &[(&str, &str)] = &[
    ("next, previous", "go to another draft"),
    ("accept", "have it decide like any other claim"),
    ("reject", "take the claim out"),
    ("undo, redo", "take the last change back, or make it again"),
    ("quit", "leave; every change is saved already"),
];

/// A dialogue about the drafts of a file.
#[derive(Debug)]
pub struct Review {
    revision: Revision,
    nth: usize,
}

impl Review {
    /// A review that has not begun.
    pub const fn new(revision: Revision) -> Self {
        Self { revision, nth: 0 }
    }

    /// Listens and answers until it is told to quit or nobody speaks any more; `prompt` shows where to type.
    pub fn hold(mut self, input: impl BufRead, out: impl Write, prompt: bool) -> io::Result<()> {
        let cleaned = |said: Vec<String>| said.iter().map(|it| clean(it)).collect::<Vec<String>>();
        let mut opening = self.here();
        opening.push("Say help for what can be said.".to_owned());
        let answer = |line: &str| self.answer(line).map(cleaned);
        converse(cleaned(opening), answer, input, out, prompt)
    }

    /// The answer to a line, or `None` where it ends the review.
    fn answer(&mut self, line: &str) -> Option<Vec<String>> {
        Some(match line.to_lowercase().as_str() {
            "help" | "?" => HELP
                .iter()
                .map(|(say, does)| format!("{say}: {does}."))
                .collect(),
            "" | "next" => self.step(Some(self.nth + 1)),
            "previous" => self.step(self.nth.checked_sub(1)),
            "accept" => self.decide(Draft::accept),
            "reject" => self.decide(Draft::reject),
            "undo" => self.step_back(true),
            "redo" => self.step_back(false),
            "quit" | "exit" | "q" => return None,
            _ => vec!["Say help for what can be said.".to_owned()],
        })
    }

    fn step(&mut self, to: Option<usize>) -> Vec<String> {
        match to.filter(|to| *to < self.revision.drafts().len()) {
            Some(to) => {
                self.nth = to;
                self.here()
            }
            None => vec!["There is no other draft that way.".to_owned()],
        }
    }

    fn decide(&mut self, change: impl Fn(&Draft) -> Change) -> Vec<String> {
        let Some(change) = self.revision.drafts().get(self.nth).map(change) else {
            return self.here();
        };
        let made = self.revision.make(&[change]).map(drop);
        self.told(made)
    }

    fn step_back(&mut self, back: bool) -> Vec<String> {
        let stepped = self.revision.step_back(back).map(drop);
        self.told(stepped)
    }

    fn told(&mut self, made: Result<(), NotMade>) -> Vec<String> {
        if let Err(why) = made {
            return vec![sentence(&why.to_string())];
        }
        let last = self.revision.drafts().len().saturating_sub(1);
        self.nth = self.nth.min(last);
        let mut said = vec![format!("Saved in {}.", self.revision.label())];
        said.extend(self.here());
        said
    }

    /// The draft at hand, and what it would change.
    fn here(&self) -> Vec<String> {
        let drafts = self.revision.drafts();
        let Some(draft) = drafts.get(self.nth) else {
            return vec!["No claim is in draft.".to_owned()];
        };
        let Some(considered) = Considered::of(&self.revision, draft) else {
            return vec!["The file gives no map any more; whoholds check says why.".to_owned()];
        };
        let session = considered.session(draft.claim);
        let (now, before) = (&session.snapshot, session.compared.as_ref());
        let lines = draft_lines(&considered.world, draft, now, before);
        let lines = lines.iter().map(|line| line.text().trim_end().to_owned());
        let lines = lines.filter(|line| !line.is_empty());
        let first = format!("Draft {} of {}:", self.nth + 1, drafts.len());
        let refused = considered.refused.as_deref().map(sentence);
        std::iter::once(first).chain(lines).chain(refused).collect()
    }
}

//! Writing on an article line by line: a sentence is read out with what it seems to say, and each line changes that, keeps
//! it or goes on.

use std::io::{self, BufRead, Write};

use crate::{
    atlas::Says,
    caption::{
        Line,
        words::{clean, count},
    },
    edit::Entry,
    session::{Desk, Question, World},
};

use super::{converse::converse, sentence};

/// So many names are said of those that come near.
const NEAREST: usize = 5;

/// The words that can be said, each with what it does.
const HELP: &[(&str, &str)] = &[
    (
        "next, previous",
        "go to another sentence that names anything of the map",
    ),
    ("on, back", "go to the sentence beside"),
    (
        "about NAME",
        "add a subject or take it away; NAME @ LATITUDE, LONGITUDE is a new site, three points with ; between them a region",
    ),
    ("says VERB", "say that of it"),
    (
        "who NAME",
        "who does it; a new name can be followed by a letter and a colour",
    ),
    ("time DATE", "when it was so; alone: the date of the source"),
    ("more, less", "quote a word more or less at the end"),
    ("start more, start less", "the same at the start"),
    (
        "draft",
        "have it decide nothing until somebody has reviewed it; again for no draft",
    ),
    ("keep", "keep the claim"),
    ("undo, redo", "take a step back, or again"),
    ("map", "who would hold what"),
    ("save", "write the file"),
    (
        "quit",
        "leave; what is not saved is lost only if you say it twice",
    ),
];

/// A dialogue about an article.
#[derive(Debug)]
pub struct Interview {
    desk: Desk,
    /// The words that come first.
    note: Option<String>,
}

impl Interview {
    /// An interview that has not begun, with what is to be said first.
    pub const fn new(desk: Desk, note: Option<String>) -> Self {
        Self { desk, note }
    }

    /// Listens and answers until it is told to quit or nobody speaks any more; `prompt` shows where to type.
    pub fn hold(mut self, input: impl BufRead, out: impl Write, prompt: bool) -> io::Result<()> {
        let cleaned = |said: Vec<String>| said.iter().map(|it| clean(it)).collect::<Vec<String>>();
        let opening = cleaned(self.opening());
        let answer = |line: &str| self.answer(line).map(cleaned);
        converse(opening, answer, input, out, prompt)
    }

    fn opening(&self) -> Vec<String> {
        let sentences = self.desk.writing.sentences();
        let bearing = sentences.iter().filter(|it| !it.names.is_empty()).count();
        let mut said = vec![
            sentence(&format!(
                "{}, {}",
                self.desk.title(),
                count(sentences.len(), "sentence")
            )),
            format!(
                "{} what is on the map. Say help for what can be said.",
                match bearing {
                    1 => "1 of them names".to_owned(),
                    several => format!("{several} of them name"),
                }
            ),
        ];
        said.extend(self.note.as_deref().map(sentence));
        said.extend(self.here());
        said
    }

    /// The answer to a line, or `None` where it ends the interview.
    fn answer(&mut self, line: &str) -> Option<Vec<String>> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        Some(match (word.to_lowercase().as_str(), rest) {
            ("help" | "?", _) => HELP
                .iter()
                .map(|(say, does)| format!("{say}: {does}."))
                .collect(),
            ("" | "next", _) => self.step(true, true),
            ("previous", _) => self.step(false, true),
            ("on", _) => self.step(true, false),
            ("back", _) => self.step(false, false),
            ("more", _) => self.stretch(false, true),
            ("less", _) => self.stretch(false, false),
            ("start", "more") => self.stretch(true, false),
            ("start", "less") => self.stretch(true, true),
            ("about", name) => self.name(Question::Subject, name),
            ("who", name) => self.name(Question::Actor, name),
            ("says", verb) => self.says(verb),
            ("time", "") => {
                (self.desk.writing.claim.when, self.desk.writing.claim.asks) = (None, None);
                self.here()
            }
            ("time", date) => match date.parse() {
                Ok(date) => {
                    let claim = &mut self.desk.writing.claim;
                    (claim.when, claim.asks) = (Some(date), None);
                    self.here()
                }
                Err(why) => vec![sentence(&format!("{why}"))],
            },
            ("draft", _) => {
                self.desk.writing.claim.draft ^= true;
                self.here()
            }
            ("keep", _) => match self.desk.writing.keep() {
                Ok(document) => {
                    self.desk.rebase(document);
                    let mut said = vec!["Kept.".to_owned()];
                    said.extend(self.step(true, true));
                    said
                }
                Err(why) => vec![sentence(&why.to_string())],
            },
            ("undo", _) => self.step_back(true),
            ("redo", _) => self.step_back(false),
            ("map", _) => holders(&self.desk.shown()),
            ("save", _) => vec![match self.desk.writing.save() {
                Ok(()) => format!("Saved in {}.", self.desk.writing.editor().file().label()),
                Err(why) => sentence(&format!("not saved: {why}")),
            }],
            ("quit" | "exit" | "q", _) => {
                if self.desk.may_leave() {
                    return None;
                }
                vec!["Not saved yet: say save, or quit again to leave without.".to_owned()]
            }
            _ => vec!["Say help for what can be said.".to_owned()],
        })
    }

    fn step(&mut self, forward: bool, bearing: bool) -> Vec<String> {
        if self
            .desk
            .with(|writing, ground| writing.step(ground, forward, bearing))
        {
            self.here()
        } else {
            vec!["There is no such sentence any more; say save, or quit.".to_owned()]
        }
    }

    fn stretch(&mut self, start: bool, forward: bool) -> Vec<String> {
        if self.desk.writing.stretch(start, forward) {
            self.here()
        } else {
            vec!["A quotation has two words at least, and stays in its paragraph.".to_owned()]
        }
    }

    /// Takes what has exactly that name, or a new actor; where nothing has, says what comes near.
    fn name(&mut self, question: Question, name: &str) -> Vec<String> {
        let things = self.desk.answers(question, name);
        let meant = self.desk.meant(question, name);
        let new = || {
            things
                .iter()
                .find(|thing| matches!(thing.new, Some(Entry::Actor(_))))
                .cloned()
        };
        let Some(thing) = meant.or_else(new) else {
            let near: Vec<&str> = things
                .iter()
                .take(NEAREST)
                .map(|thing| thing.name.as_str())
                .collect();
            return vec![match near.as_slice() {
                [] => "Nothing of that name.".to_owned(),
                near => format!(
                    "Nothing has exactly that name. Near it: {}.",
                    near.join(", ")
                ),
            }];
        };
        let aside = format!("{}.", thing.words());
        match question {
            Question::Subject => self.desk.writing.toggle(thing),
            _ => self.desk.writing.name_actor(thing),
        }
        let mut said = vec![aside];
        said.extend(self.here());
        said
    }

    fn says(&mut self, verb: &str) -> Vec<String> {
        let fitting = self.desk.writing.fitting();
        let meant = fitting.iter().find(|says| says.key() == verb);
        if let Some(&says) = meant {
            self.desk.writing.say(says);
            return self.here();
        }
        let keys: Vec<&str> = fitting.iter().map(|says: &Says| says.key()).collect();
        vec![format!("What can be said of it: {}.", keys.join(", "))]
    }

    fn step_back(&mut self, back: bool) -> Vec<String> {
        let Some(stepped) = self.desk.step_back(back) else {
            return vec!["There is no such step.".to_owned()];
        };
        let mut said = vec![sentence(&stepped)];
        said.extend(self.here());
        said
    }

    /// The words that are marked, and the claim as far as it is put together.
    fn here(&self) -> Vec<String> {
        let writing = &self.desk.writing;
        let words = &writing.text().raw()[writing.marked().clone()];
        let lines = writing
            .claim_lines()
            .into_iter()
            .map(|line: Line| line.text());
        std::iter::once(format!("“{words}”")).chain(lines).collect()
    }
}

/// Lists the shares of a map, a sentence each.
fn holders(world: &World) -> Vec<String> {
    let session = crate::session::Session::at(world, world.atlas.as_of);
    super::Dialogue::new(world, session, None).whole_map()
}

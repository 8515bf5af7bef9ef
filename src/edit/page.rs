//! An article as it is written on: names lit, sentences that bear on the map marked, and the claim under it.

use std::ops::Range;

use crate::{
    atlas::{Says, quote::Paragraph},
    caption::{Line, Role, reading},
};

use super::{thing::Thing, writing::Writing};

/// Columns for the names of what is said.
const NAME: usize = 7;

impl Writing {
    /// The text with the names of the map in it, what is claimed already, and what is marked. Sentences that name
    /// nothing are quiet.
    pub fn lines(&self) -> Vec<Line> {
        let text = self.text();
        let mut marks: Vec<(Range<usize>, Role)> = Vec::new();
        for sentence in self.sentences() {
            if sentence.names.is_empty() {
                marks.push((sentence.at.clone(), Role::Context));
            }
            let names = sentence.names.iter();
            marks.extend(names.map(|at| (at.clone(), Role::State)));
        }
        let claimed = self.claimed.iter().flat_map(|(_, it)| it.ranges.clone());
        marks.extend(claimed.map(|at| (at, Role::Passage)));
        marks.push((self.marked().clone(), Role::Current));
        let mut lines = Vec::new();
        for (name, range) in text.paragraphs() {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let (margin, plain) = match name {
                Paragraph::Heading => ("#".to_owned(), Role::Title),
                body @ Paragraph::Body(_) => (body.to_string(), Role::Plain),
            };
            let width = reading::MARGIN;
            let mut line = Line::new(Role::Quiet, &format!("{margin:<width$}")).set_in(0, width);
            for (piece, role) in reading::pieces(range, &marks, plain) {
                line = line.and(role, &text.raw()[piece]);
            }
            lines.push(line);
        }
        lines
    }

    /// The claim as far as it is put together, each part with the key that changes it.
    pub fn claim_lines(&self) -> Vec<Line> {
        let claim = &self.claim;
        let named = |thing: &Thing| match thing.new {
            Some(_) => format!("{} ({}: {})", thing.name, thing.noun(), thing.aside()),
            None => thing.name.clone(),
        };
        let is_context = claim.says == Some(Says::Context);
        let actor = match &claim.actor {
            _ if is_context => "nobody: context names no actor".to_owned(),
            Some(thing) => named(thing),
            None => "…".to_owned(),
        };
        let when = match (&claim.when, &claim.asks) {
            (Some(date), _) => date.to_string(),
            (None, Some(words)) => format!("“{words}”?"),
            (None, None) => match self.published() {
                Some(date) => format!("that of the source, {date}"),
                None => "none: the source is undated".to_owned(),
            },
        };
        let about = if claim.about.is_empty() {
            "…".to_owned()
        } else {
            let subjects: Vec<String> = claim.about.iter().map(named).collect();
            subjects.join(", ")
        };
        let says = claim.says.map_or("…", |says| says.plain());
        let rows = [
            ("about", about),
            ("says", says.to_owned()),
            ("who", actor),
            ("time", when),
        ];
        let rows = rows.into_iter().map(|(name, value)| {
            let line = Line::new(Role::Quiet, &format!("{name:<NAME$}"));
            line.and(Role::Plain, &value).set_in(0, NAME)
        });
        let state = match self.lacks() {
            None => Line::new(
                Role::Proved,
                if claim.draft {
                    "a draft: it will decide nothing until it is reviewed"
                } else {
                    "ready to be kept"
                },
            ),
            Some(why) => Line::new(Role::Alarm, &why),
        };
        let notes = claim.notes.iter().map(|note| {
            let line = Line::new(Role::Quiet, &format!("{:<NAME$}", "note"));
            line.and(Role::Plain, note).set_in(0, NAME)
        });
        rows.chain(notes).chain([state]).collect()
    }
}

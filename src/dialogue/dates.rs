//! Dates, and what changed between two.

use super::{Dialogue, sentence};
use crate::{
    atlas::Date,
    caption::{Captions, spoken, words},
    session::{Action, Way},
};

impl Dialogue<'_> {
    /// Goes to a date, or says which is shown.
    pub(super) fn date(&mut self, date: &str) -> Vec<String> {
        match date.parse::<Date>() {
            Ok(date) => {
                let _ = self.apply(Action::At(date));
                self.as_of()
            }
            Err(_) if date.is_empty() => vec![self.shown()],
            Err(error) => vec![format!("{}: {error}.", words::clean(date))],
        }
    }

    /// Goes to another date at which something is said.
    pub(super) fn travel(&mut self, way: Way) -> Vec<String> {
        match self.apply(Action::Date(way)) {
            Ok(()) => self.as_of(),
            Err(refusal) => vec![sentence(&refusal.to_string())],
        }
    }

    fn as_of(&mut self) -> Vec<String> {
        let mut sentences = vec![self.shown()];
        sentences.extend(self.here());
        sentences
    }

    fn shown(&self) -> String {
        format!("As of {}.", self.session.snapshot.date)
    }

    /// Compares the date that is shown with another, or no longer.
    pub(super) fn changes(&mut self, date: &str) -> Vec<String> {
        if ["off", "none"].contains(&date.to_lowercase().as_str()) {
            if self.session.compared.is_some() {
                let _ = self.apply(Action::ToggleComparison);
            }
            return vec!["No dates are compared.".to_owned()];
        }
        if let Some((from, to)) = date.split_once(' ') {
            return match (from.parse(), to.trim().parse()) {
                (Ok(from), Ok(to)) => self.changes_between(from, to),
                (Err(error), _) => vec![format!("{}: {error}.", words::clean(from))],
                (_, Err(error)) => vec![format!("{}: {error}.", words::clean(to))],
            };
        }
        if !date.is_empty() {
            match date.parse() {
                Ok(date) => drop(self.apply(Action::CompareWith(date))),
                Err(error) => return vec![format!("{}: {error}.", words::clean(date))],
            }
        }
        let Some(compared) = &self.session.compared else {
            return vec!["Say changes and a date, such as changes 2024-12.".to_owned()];
        };
        let captions = self.session.captions(self.world);
        spoken(&captions.changes(compared).lines(&self.world.atlas))
    }

    /// Tells what changed between two dates, whichever is shown.
    fn changes_between(&self, from: Date, to: Date) -> Vec<String> {
        let off = &self.session.snapshot.switchboard;
        let (from, to) = (self.world.state_at(from, off), self.world.state_at(to, off));
        let map = self.world.map.of_date(to.date);
        let captions = Captions {
            atlas: &self.world.atlas,
            map: &map,
            snapshot: &to,
        };
        spoken(&captions.changes(&from).lines(&self.world.atlas))
    }
}

//! The modes: what the keys are about, and what that leads back to.

use super::{action::Cited, input::Input, mode_name::ModeName};
use crate::{
    atlas::Statement,
    atlas::date::NotADate,
    edit::{Change, Drawn, Outline},
    session::{Question, Reader},
};
use ::geo::Coord;

/// The subject of the keys, with what only matters there.
#[derive(Clone, Debug, PartialEq)]
pub enum Mode {
    /// The map.
    Browse,
    /// The panel.
    Inspect,
    /// The list of places.
    List {
        /// Rows above the first that is seen.
        top: usize,
    },
    /// The list of actors.
    Filter {
        /// Counted from 0, in the order of the file.
        cursor: usize,
    },
    /// A date is typed.
    Date {
        /// The line as far as it is typed.
        input: Input,
        /// The fault that was found in it when it was to be gone to.
        mistake: Option<NotADate>,
    },
    /// The keys.
    Help {
        /// Lines above the first that is seen.
        scroll: usize,
    },
    /// The problems with the file.
    Problems {
        /// Lines above the first that is seen.
        scroll: usize,
        /// The problem that the keys are about, counted from 0.
        chosen: usize,
    },
    /// A source, at a passage.
    Reader {
        /// The source and the stop it is open at.
        reader: Reader,
        /// Lines above the first that is seen.
        scroll: usize,
    },
    /// A list to choose from.
    Choose(Choice),
    /// A citation, to be copied by hand.
    Citation {
        /// The claim, and the form it is shown in.
        cited: Cited,
        /// Lines above the first that is seen.
        scroll: usize,
    },
    /// A name that is typed.
    Search {
        /// The name as far as it is typed.
        prompt: Prompt,
        /// Lines of the panel above the first that was seen before.
        scroll: usize,
    },
    /// A command that is typed.
    Palette(Prompt),
    /// A file that is named.
    Save(Saving),
    /// An article that is written on.
    Write {
        /// Lines above the first that is seen.
        scroll: usize,
    },
    /// An answer that is typed.
    Ask(Asked),
    /// A place that is drawn.
    Draw(Drawing),
    /// A change to the file, before it is made.
    Confirm(Proposed),
    /// A claim in draft, with the map that it would make.
    Review {
        /// The draft, counted from 0.
        nth: usize,
        /// Lines above the first that is seen.
        scroll: usize,
    },
}

/// A place while it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The points so far.
    pub outline: Outline,
    /// The place as it was closed, before it has a name.
    pub drawn: Option<Drawn>,
    /// The point of the plane that the keys set points at.
    pub cursor: Coord,
}

/// A change to the file that is looked at before it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// The change in a few words.
    pub title: String,
    /// The lines that show it: what each is called, and what it says.
    pub lines: Vec<(&'static str, String)>,
    /// The change.
    pub change: Change,
}

/// A question, and the answer as far as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// The answer.
    pub prompt: Prompt,
    /// The reason why it is none yet.
    pub refusal: Option<String>,
    /// `true` while the article that it names is read.
    pub reading: bool,
}

/// A line that is typed, and which of the things it leads to is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The line with its cursor.
    pub input: Input,
    /// Counted from 0; the best match is the first.
    pub chosen: usize,
}

/// A file that is to be named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// The place of its format in [`FORMATS`](crate::export::FORMATS).
    pub format: usize,
    pub input: Input,
    /// The reason that keeps it from being written.
    pub refusal: Option<String>,
    /// `true` if it is there already and would be replaced now.
    pub replaces: bool,
}

/// A list to choose from, with its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A source to read.
    Source {
        /// Counted from 0, in the order of the file.
        cursor: usize,
    },
    /// A place that the passage at hand names.
    Place {
        /// Counted from 0 among those places.
        cursor: usize,
    },
    /// A source, an origin or a grade to be switched off, or on again.
    Switch {
        /// Counted from 0 in [`switches`](crate::atlas::Atlas::switches).
        cursor: usize,
    },
    /// The format that a citation is written in.
    Format {
        /// The claim or the event that is cited.
        statement: Statement,
        /// Counted from 0 in [`ALL`](crate::export::citation::Format::ALL).
        cursor: usize,
    },
    /// The format that the map is exported in.
    Export {
        /// The format that is meant, counted from 0.
        cursor: usize,
    },
}

impl Choice {
    pub(crate) const fn cursor(self) -> usize {
        match self {
            Self::Source { cursor }
            | Self::Place { cursor }
            | Self::Switch { cursor }
            | Self::Export { cursor }
            | Self::Format { cursor, .. } => cursor,
        }
    }

    #[must_use]
    pub(crate) const fn at(self, cursor: usize) -> Self {
        match self {
            Self::Source { .. } => Self::Source { cursor },
            Self::Place { .. } => Self::Place { cursor },
            Self::Switch { .. } => Self::Switch { cursor },
            Self::Format { statement, .. } => Self::Format { statement, cursor },
            Self::Export { .. } => Self::Export { cursor },
        }
    }
}

impl Mode {
    /// Tells whether it leaves what it was opened over in sight.
    pub const fn is_pop_up(&self) -> bool {
        !matches!(
            self,
            Self::Browse
                | Self::Inspect
                | Self::List { .. }
                | Self::Reader { .. }
                | Self::Write { .. }
                | Self::Draw(_)
                | Self::Review { .. }
        )
    }

    /// Returns how far it is scrolled, where it has a page of its own.
    pub const fn scroll_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::List { top: scroll }
            | Self::Help { scroll }
            | Self::Problems { scroll, .. }
            | Self::Review { scroll, .. }
            | Self::Reader { scroll, .. }
            | Self::Write { scroll }
            | Self::Citation { scroll, .. } => Some(scroll),
            _ => None,
        }
    }

    /// The name that its keys are found by.
    pub const fn name(&self) -> ModeName {
        match self {
            Self::Browse => ModeName::Browse,
            Self::Inspect => ModeName::Inspect,
            Self::List { .. } => ModeName::List,
            Self::Filter { .. } => ModeName::Filter,
            Self::Date { .. } => ModeName::Date,
            Self::Help { .. } => ModeName::Help,
            Self::Problems { .. } => ModeName::Problems,
            Self::Reader { .. } => ModeName::Reader,
            Self::Choose(_) => ModeName::Choose,
            Self::Citation { .. } => ModeName::Citation,
            Self::Search { .. } => ModeName::Search,
            Self::Palette(_) => ModeName::Palette,
            Self::Save(_) => ModeName::Save,
            Self::Write { .. } => ModeName::Write,
            Self::Ask(_) => ModeName::Ask,
            Self::Draw(_) => ModeName::Draw,
            Self::Confirm(_) => ModeName::Confirm,
            Self::Review { .. } => ModeName::Review,
        }
    }
}

/// The modes that are open, each over the one that it leads back to. Under them all is the map, which can't be closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Modes(Vec<Mode>);

impl Modes {
    /// The mode that the keys are about.
    pub fn top(&self) -> &Mode {
        self.0.last().unwrap_or(&Mode::Browse)
    }

    /// The same, to be changed; `None` on the map, which has nothing to change.
    pub fn top_mut(&mut self) -> Option<&mut Mode> {
        self.0.last_mut()
    }

    /// Returns what the top one leads back to.
    pub fn below(&self) -> &Mode {
        let below = self.0.len().checked_sub(2);
        below.map_or(&Mode::Browse, |at| &self.0[at])
    }

    /// Returns what the map and the panel are about, whatever stands over them.
    pub fn base(&self) -> &Mode {
        let mut bases = self.iter().rev().filter(|mode| !mode.is_pop_up());
        bases.next().unwrap_or(&Mode::Browse)
    }

    /// Those that are open, the top one last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Mode> {
        self.0.iter()
    }

    /// Opens a mode over the others. Where one of its kind is open already it goes back there first, so that the way
    /// back never goes round in a circle and never grows without end.
    pub fn open(&mut self, mode: Mode) {
        let same = |open: &Mode| open.name() == mode.name();
        if let Some(at) = self.0.iter().position(same) {
            self.0.truncate(at);
        }
        self.0.push(mode);
    }

    /// Closes the top one, or opens it where another is the top.
    pub fn toggle(&mut self, mode: Mode) {
        if self.top().name() == mode.name() {
            self.close();
        } else {
            self.open(mode);
        }
    }

    /// Closes the top one; `None` on the map.
    pub fn close(&mut self) -> Option<Mode> {
        self.0.pop()
    }

    /// Goes back to the map.
    pub fn close_all(&mut self) {
        self.0.clear();
    }

    /// Closes the top one if it asks something.
    pub fn close_question(&mut self) {
        if matches!(self.top(), Mode::Ask(_)) {
            self.0.pop();
        }
    }

    /// Goes on with an outline that was closed, where one is drawn.
    pub fn reopen_drawing(&mut self) {
        if let Some(Mode::Draw(drawing)) = self.0.last_mut() {
            drawing.drawn = None;
        }
    }

    /// Turns each mode into another, or closes it.
    pub fn filter_map(&mut self, turned: impl Fn(&Mode) -> Option<Mode>) {
        self.0 = self.0.iter().filter_map(turned).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help() -> Mode {
        Mode::Help { scroll: 0 }
    }

    #[test]
    fn each_mode_leads_back_to_the_one_it_was_opened_over() {
        let mut modes = Modes::default();
        modes.open(Mode::List { top: 3 });
        modes.open(Mode::Filter { cursor: 0 });
        modes.open(help());
        assert_eq!(modes.below(), &Mode::Filter { cursor: 0 });
        assert_eq!(modes.base(), &Mode::List { top: 3 });
        modes.toggle(help());
        assert_eq!(modes.top(), &Mode::Filter { cursor: 0 });
        modes.close();
        assert_eq!(modes.top(), &Mode::List { top: 3 });
        modes.close();
        assert_eq!(modes.close(), None);
        assert_eq!(modes.top(), &Mode::Browse);
    }

    #[test]
    fn a_kind_of_mode_is_open_once() {
        let mut modes = Modes::default();
        for _ in 0..100 {
            modes.open(Mode::Inspect);
            modes.open(Mode::List { top: 0 });
        }
        assert_eq!(modes.iter().count(), 2);
        modes.open(Mode::Inspect);
        assert_eq!((modes.iter().count(), modes.top()), (1, &Mode::Inspect));
    }
}

//! The modes: what the keys are about, and what that leads back to.

use serde::Deserialize;

use super::{action::Cited, input::Input};
use crate::{atlas::ClaimId, atlas::date::NotADate, session::Reader};

/// The subject of the keys, with what only matters there.
#[derive(Clone, Debug, PartialEq)]
pub enum Mode {
    /// The map.
    Browse,
    /// The panel.
    Inspect,
    /// The list of places; rows above the first that is seen.
    List { top: usize },
    /// The list of actors; the cursor counts from 0.
    Filter { cursor: usize },
    /// A date is typed; what was wrong with it when it was to be gone to.
    Date {
        input: Input,
        mistake: Option<NotADate>,
    },
    /// The keys; lines above the first that is seen.
    Help { scroll: usize },
    /// The problems with the file; lines above the first that is seen.
    Problems { scroll: usize },
    /// A source, at a passage; lines above the first that is seen.
    Reader { reader: Reader, scroll: usize },
    /// A list to choose from.
    Choose(Choice),
    /// A citation, to be copied by hand; lines above the first that is seen.
    Citation { cited: Cited, scroll: usize },
    /// A name that is typed; lines of the panel above the first that was seen before.
    Search { prompt: Prompt, scroll: usize },
    /// A command that is typed.
    Palette(Prompt),
    /// A file that is named.
    Save(Saving),
}

/// A line that is typed, and which of the things it leads to is meant, counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    pub input: Input,
    pub chosen: usize,
}

/// A file that is to be named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// The place of its format in [`FORMATS`](crate::export::FORMATS).
    pub format: usize,
    pub input: Input,
    /// What keeps it from being written.
    pub refusal: Option<String>,
    /// `true` if it is there already and would be replaced now.
    pub replaces: bool,
}

/// A list to choose from, with its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Source {
        cursor: usize,
    },
    /// A place that the passage at hand names.
    Place {
        cursor: usize,
    },
    /// A source, an origin or a grade to be switched off, or on again.
    Switch {
        cursor: usize,
    },
    /// The format that a citation of the claim is written in.
    Format {
        claim: ClaimId,
        cursor: usize,
    },
    /// The format that the map is exported in.
    Export {
        cursor: usize,
    },
}

impl Choice {
    pub const fn cursor(self) -> usize {
        match self {
            Self::Source { cursor }
            | Self::Place { cursor }
            | Self::Switch { cursor }
            | Self::Export { cursor }
            | Self::Format { cursor, .. } => cursor,
        }
    }

    #[must_use]
    pub const fn at(self, cursor: usize) -> Self {
        match self {
            Self::Source { .. } => Self::Source { cursor },
            Self::Place { .. } => Self::Place { cursor },
            Self::Switch { .. } => Self::Switch { cursor },
            Self::Format { claim, .. } => Self::Format { claim, cursor },
            Self::Export { .. } => Self::Export { cursor },
        }
    }
}

/// A mode by its name in `assets/keys.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModeName {
    Browse,
    Inspect,
    List,
    Filter,
    Date,
    Help,
    Problems,
    Reader,
    Choose,
    Citation,
    Search,
    Palette,
    Save,
}

impl ModeName {
    pub const ALL: &[Self] = &[
        Self::Browse,
        Self::Inspect,
        Self::List,
        Self::Filter,
        Self::Date,
        Self::Help,
        Self::Problems,
        Self::Reader,
        Self::Choose,
        Self::Citation,
        Self::Search,
        Self::Palette,
        Self::Save,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Inspect => "inspect",
            Self::List => "list",
            Self::Filter => "filter",
            Self::Date => "date",
            Self::Help => "help",
            Self::Problems => "problems",
            Self::Reader => "reader",
            Self::Choose => "choose",
            Self::Citation => "citation",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Save => "save",
        }
    }

    /// Tells whether a character is typed, whatever it is bound to elsewhere.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Date | Self::Search | Self::Palette | Self::Save)
    }
}

impl Mode {
    /// Tells whether it leaves what it was opened over in sight.
    pub const fn is_pop_up(&self) -> bool {
        !matches!(
            self,
            Self::Browse | Self::Inspect | Self::List { .. } | Self::Reader { .. }
        )
    }

    /// Returns how far it is scrolled, where it has a page of its own.
    pub const fn scroll_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::List { top: scroll }
            | Self::Help { scroll }
            | Self::Problems { scroll }
            | Self::Reader { scroll, .. }
            | Self::Citation { scroll, .. } => Some(scroll),
            _ => None,
        }
    }

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

    /// Returns how many are open.
    pub const fn depth(&self) -> usize {
        self.0.len()
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
        assert_eq!(modes.depth(), 2);
        modes.open(Mode::Inspect);
        assert_eq!((modes.depth(), modes.top()), (1, &Mode::Inspect));
    }
}

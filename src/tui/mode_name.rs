//! The modes by their names.

use serde::{Deserialize, Serialize};

/// A mode by its name in `assets/keys.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModeName {
    /// Moving about the map.
    Browse,
    /// Going through the panel.
    Inspect,
    /// Going through the list of places.
    List,
    /// Choosing actors to filter by.
    Filter,
    /// Typing a date.
    Date,
    /// Reading about the keys.
    Help,
    /// Reading what is wrong with the file.
    Problems,
    /// Reading a source.
    Reader,
    /// Choosing from a list.
    Choose,
    /// Reading a citation.
    Citation,
    /// Typing a name.
    Search,
    /// Typing a command.
    Palette,
    /// Writing the map to a file.
    Save,
    /// Writing on an article.
    Write,
    /// Typing an answer.
    Ask,
    /// Drawing a place.
    Draw,
    /// Looking at a change before it is made.
    Confirm,
    /// Going through claims in draft.
    Review,
}

impl ModeName {
    /// The modes of a command that names none.
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
        Self::Write,
        Self::Ask,
        Self::Draw,
        Self::Confirm,
        Self::Review,
    ];

    /// The word for it in `assets/keys.toml` and in messages.
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
            Self::Write => "write",
            Self::Ask => "ask",
            Self::Draw => "draw",
            Self::Confirm => "confirm",
            Self::Review => "review",
        }
    }

    /// Tells whether a character is typed, whatever it is bound to elsewhere.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Date | Self::Search | Self::Palette | Self::Save | Self::Ask
        )
    }
}

//! Everything that can be asked of the screen.

use super::{clipboard::Delivery, input::Edit, reading::Cited};
use crate::atlas::{Date, Place};

/// A way on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Left,
    Up,
    Down,
    Right,
}

/// A way through lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scroll {
    /// Nowhere, but not past the end either.
    Stay,
    LineUp,
    LineDown,
    PageUp,
    PageDown,
    Top,
    Bottom,
}

/// A way through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    Earlier,
    Later,
    Earliest,
    Latest,
}

/// What to look at more or less closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zoom {
    In,
    Out,
    /// The whole map.
    Whole,
    /// The selection.
    Selection,
}

/// How large the terminal is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub cols: u16,
    pub rows: u16,
    /// Width of a cell for its height.
    pub aspect: f64,
}

/// What a key, or the terminal, asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Select the nearest place in that direction.
    Move(Direction),
    /// Select the next place of the list.
    Next,
    /// Select the previous place of the list.
    Previous,
    /// Select that place.
    Select(Place),
    /// Look more or less closely.
    Zoom(Zoom),
    /// Look further that way.
    Pan(Direction),
    /// Look more or less closely by a notch, at a column and a row of the map's pane.
    ZoomAt(Zoom, (u16, u16)),
    /// Pull the map along by columns and rows.
    Pull(i16, i16),
    /// Show areas, sites or both.
    NextLayers,
    /// Show the state at that date.
    At(Date),
    /// Open or close the list of places.
    List,
    /// Sort the list by the next of its columns.
    NextSort,
    /// Read the panel.
    Inspect,
    /// Leave the mode; on the map, select nothing.
    Back,
    /// Open or close the list of actors to filter by.
    Filter,
    /// Take what is under the cursor: toggle the actor, go to the place, do the command.
    Pick,
    /// Toggle the actor with that place in the file, counted from 0.
    Toggle(usize),
    /// Let everything stand out again.
    ClearFilter,
    /// Go through lines: of the panel, the help, or the list of actors.
    Scroll(Scroll),
    /// Open the source at the panel's current quotation.
    Read,
    /// Go to the next quotation or passage.
    NextPassage,
    /// Go to the previous quotation or passage.
    PreviousPassage,
    /// Go to the places that the passage bears on.
    Places,
    /// List the sources.
    Sources,
    /// Open the list of what can be switched off.
    Switchboard,
    /// Copy the current quotation as a citation.
    Cite,
    /// Choose what to write the citation in, and copy it.
    CiteAs,
    /// Say what became of a citation that was to be copied.
    Copied(Cited, Delivery),
    /// Colour the map by the next lens.
    NextLens,
    /// Show the next date in that way at which something is said.
    Date(Way),
    /// Type a date to go to.
    GoToDate,
    /// Mark the date to compare others with it, or no longer.
    MarkDate,
    /// Take what is typed.
    Accept,
    /// Draw the map in the next kind of pieces.
    NextMarker,
    /// Look for a place, a town or an actor by name.
    Search,
    /// Look for a command.
    Palette,
    /// Put a character into the line that is typed.
    Type(char),
    /// Change the line that is typed.
    Edit(Edit),
    /// Show or hide the keys.
    Help,
    /// Show or hide what is wrong with the file.
    Problems,
    /// Fit the terminal's new size.
    Resize(Size),
    Quit,
}

impl Action {
    /// Its name in `assets/keys.toml`; empty for what no key can be bound to.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, action)| *action == self);
        known.map_or("", |(name, _)| name)
    }

    /// The action with that name in `assets/keys.toml`.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, action)| action)
    }

    /// Every action that a key can be bound to.
    pub const NAMES: &[(&str, Self)] = &[
        ("move-left", Self::Move(Direction::Left)),
        ("move-up", Self::Move(Direction::Up)),
        ("move-down", Self::Move(Direction::Down)),
        ("move-right", Self::Move(Direction::Right)),
        ("next", Self::Next),
        ("previous", Self::Previous),
        ("zoom-in", Self::Zoom(Zoom::In)),
        ("zoom-out", Self::Zoom(Zoom::Out)),
        ("zoom-whole", Self::Zoom(Zoom::Whole)),
        ("zoom-selection", Self::Zoom(Zoom::Selection)),
        ("pan-left", Self::Pan(Direction::Left)),
        ("pan-up", Self::Pan(Direction::Up)),
        ("pan-down", Self::Pan(Direction::Down)),
        ("pan-right", Self::Pan(Direction::Right)),
        ("layers", Self::NextLayers),
        ("list", Self::List),
        ("sort", Self::NextSort),
        ("inspect", Self::Inspect),
        ("back", Self::Back),
        ("filter", Self::Filter),
        ("pick", Self::Pick),
        ("toggle-1", Self::Toggle(0)),
        ("toggle-2", Self::Toggle(1)),
        ("toggle-3", Self::Toggle(2)),
        ("toggle-4", Self::Toggle(3)),
        ("toggle-5", Self::Toggle(4)),
        ("toggle-6", Self::Toggle(5)),
        ("toggle-7", Self::Toggle(6)),
        ("toggle-8", Self::Toggle(7)),
        ("toggle-9", Self::Toggle(8)),
        ("clear-filter", Self::ClearFilter),
        ("line-up", Self::Scroll(Scroll::LineUp)),
        ("line-down", Self::Scroll(Scroll::LineDown)),
        ("page-up", Self::Scroll(Scroll::PageUp)),
        ("page-down", Self::Scroll(Scroll::PageDown)),
        ("top", Self::Scroll(Scroll::Top)),
        ("bottom", Self::Scroll(Scroll::Bottom)),
        ("read", Self::Read),
        ("next-passage", Self::NextPassage),
        ("previous-passage", Self::PreviousPassage),
        ("places", Self::Places),
        ("sources", Self::Sources),
        ("switchboard", Self::Switchboard),
        ("cite", Self::Cite),
        ("cite-as", Self::CiteAs),
        ("lens", Self::NextLens),
        ("earlier", Self::Date(Way::Earlier)),
        ("later", Self::Date(Way::Later)),
        ("earliest", Self::Date(Way::Earliest)),
        ("latest", Self::Date(Way::Latest)),
        ("go-to-date", Self::GoToDate),
        ("mark-date", Self::MarkDate),
        ("accept", Self::Accept),
        ("marker", Self::NextMarker),
        ("search", Self::Search),
        ("palette", Self::Palette),
        ("cursor-left", Self::Edit(Edit::Left)),
        ("cursor-right", Self::Edit(Edit::Right)),
        ("cursor-start", Self::Edit(Edit::Start)),
        ("cursor-end", Self::Edit(Edit::End)),
        ("erase", Self::Edit(Edit::Erase)),
        ("erase-next", Self::Edit(Edit::Delete)),
        ("erase-word", Self::Edit(Edit::EraseWord)),
        ("erase-all", Self::Edit(Edit::EraseAll)),
        ("help", Self::Help),
        ("problems", Self::Problems),
        ("quit", Self::Quit),
    ];
}

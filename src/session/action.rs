//! Everything that can be asked of a session, and why it may be refused.

use std::fmt;

use ::geo::Rect;

use crate::{
    atlas::{ActorId, Date, Lens, Place},
    caption::Sort,
    names::Target,
    scene::Layers,
};

/// A way on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To the west.
    Left,
    /// To the north.
    Up,
    /// To the south.
    Down,
    /// To the east.
    Right,
}

/// A way through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// To the nearest date before the one that is shown.
    Earlier,
    /// To the nearest date after the one that is shown.
    Later,
    /// To the first date of all.
    Earliest,
    /// To the last date of all.
    Latest,
}

/// A way through what stands in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Towards the end.
    Next,
    /// Towards the start.
    Previous,
}

/// A way to look more or less closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zoom {
    /// Closer, by a fixed factor.
    In,
    /// Farther by the same factor, to the whole map at most.
    Out,
    /// The whole map.
    Whole,
    /// The selection.
    Selection,
}

/// Something that is asked of a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Select the nearest place in that direction.
    Move(Direction),
    /// Select the next or the previous place in the order of the file.
    Place(Step),
    /// Select that place.
    Select(Place),
    /// Select the events in a part of the plane.
    Events(Rect),
    /// Let go of the selection, else of the comparison, else of the filter.
    LetGo,
    /// Look more or less closely.
    Zoom(Zoom),
    /// Look more or less closely by a notch, at a column and a row of the map's pane.
    ZoomAt(Zoom, (u16, u16)),
    /// Look further that way.
    Pan(Direction),
    /// Pull the map along by columns and rows.
    Pull(i16, i16),
    /// Keep within the limits of a pane that has changed.
    Refit,
    /// Show those kinds of places.
    Layers(Layers),
    /// Sort the list by that column.
    Sort(Sort),
    /// Colour the map by that lens.
    Lens(Lens),
    /// Show the state at that date.
    At(Date),
    /// Show the next date in that way at which something is said.
    Date(Way),
    /// Show the next or the previous date at which the selected place changes, or any place where none is selected.
    Change(Step),
    /// Mark the date that is shown to compare others with it, or no longer.
    ToggleComparison,
    /// Compare the date that is shown with that one.
    CompareWith(Date),
    /// Filter by that actor too, or no longer.
    ToggleActor(ActorId),
    /// Filter by no actor.
    ClearFilter,
    /// Switch off what has that place in [`switches`](crate::atlas::Atlas::switches), counted from 0, or on again.
    ToggleSwitch(usize),
    /// Go to the next or the previous claim of the subject.
    Claim(Step),
    /// Begin to look for a name: what is shown now can be brought back.
    BeginSearch,
    /// Show what a name leads to, or what was shown before where it leads nowhere.
    Preview(Option<Target>),
    /// Keep what is found.
    AcceptSearch(Target),
    /// Bring back what was shown before the search.
    CancelSearch,
}

/// The reason why an action changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// [`Action::Move`] has no place to go to on that side.
    NoPlaceThatWay,
    /// [`Action::Place`] has no place but the selected one to go to.
    NoOtherPlace,
    /// [`Action::LetGo`] has gone all the way back.
    NothingToLetGo,
    /// The camera has no pane to be moved in.
    NoMap,
    /// The camera is as close as it gets, or on the selection already.
    NoCloser,
    /// The camera has the whole map in sight.
    NoFarther,
    /// The camera is at its limit on that side.
    NothingMoreThatWay,
    /// [`Zoom::Selection`] has neither a selection nor a pin to go to.
    NothingSelected,
    /// A [`Way`] back leads to no other date.
    NoEarlierDate,
    /// A [`Way`] forward leads to no other date.
    NoLaterDate,
    /// [`Step::Previous`] leads to no change.
    NoEarlierChange,
    /// [`Step::Next`] leads to no change.
    NoLaterChange,
    /// [`Action::ToggleActor`] was given an id that no actor has.
    NoSuchActor,
    /// [`Action::ClearFilter`] has no actor to drop.
    NoFilter,
    /// [`Action::ToggleSwitch`] was given a number beyond the list.
    NoSuchSwitch,
    /// The subject shows no claim to go to.
    NoClaim,
    /// [`Step::Next`] has come to the end of a subject's claims, or of a source.
    LastClaim,
    /// [`Step::Previous`] has come to the start of a subject's claims, or of a source.
    FirstClaim,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPlaceThatWay => "no place lies that way",
            Self::NoOtherPlace => "there is no other place to go to",
            Self::NothingToLetGo => "nothing is selected, compared or filtered",
            Self::NoMap => "the map is not on the screen",
            Self::NoCloser => "the map goes no closer",
            Self::NoFarther => "this is the whole map",
            Self::NothingMoreThatWay => "there is no more of the map that way",
            Self::NothingSelected => "nothing is selected",
            Self::NoEarlierDate => "no claim is dated earlier",
            Self::NoLaterDate => "no claim is dated later",
            Self::NoEarlierChange => "nothing changes here earlier",
            Self::NoLaterChange => "nothing changes here later",
            Self::NoSuchActor => "there is no actor of that number",
            Self::NoFilter => "no filter is set",
            Self::NoSuchSwitch => "there is nothing to switch off",
            Self::NoClaim => "there is no quotation here",
            Self::LastClaim => "this is the last quotation",
            Self::FirstClaim => "this is the first quotation",
        })
    }
}

impl std::error::Error for Refusal {}

//! Reading a source passage by passage, choosing from lists, and citing what is read.

use super::{
    clipboard::Delivery,
    page,
    state::{Mode, State, World},
    switchboard,
    update::Effect,
};
use crate::{
    atlas::{ClaimId, Place, SourceId, Stop},
    export::citation::{self, Format},
};

/// A source that is open at one of its stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub source: SourceId,
    /// Counted from 0, in the order of [`crate::atlas::Atlas::stops`].
    pub stop: usize,
    /// Lines above the first that is seen.
    pub scroll: usize,
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
    /// What a citation of the claim is written in.
    Format {
        claim: ClaimId,
        cursor: usize,
    },
}

/// A claim to be cited, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    pub claim: ClaimId,
    pub format: Format,
}

/// Lines that are kept in sight above a passage.
const ABOVE: usize = 2;

impl Reader {
    pub fn stops(self, state: &State, world: &World) -> Vec<Stop> {
        world.atlas.stops(self.source, state.snapshot.date)
    }

    /// The claims at the stop.
    pub fn claims(self, state: &State, world: &World) -> Vec<ClaimId> {
        let stops = self.stops(state, world);
        stops
            .get(self.stop)
            .map(|stop| stop.claims.clone())
            .unwrap_or_default()
    }

    /// The places that the stop bears on; all where it is at none.
    pub fn bearing(self, state: &State, world: &World) -> Vec<Place> {
        match self.claims(state, world).as_slice() {
            [] => world.atlas.places().collect(),
            claims => world.atlas.bearing_on(claims, &state.snapshot),
        }
    }

    /// The places that the stop names.
    fn named(self, state: &State, world: &World) -> Vec<Place> {
        world.atlas.places_named(&self.claims(state, world))
    }
}

impl Choice {
    pub const fn cursor(self) -> usize {
        match self {
            Self::Source { cursor }
            | Self::Place { cursor }
            | Self::Switch { cursor }
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
        }
    }

    pub fn len(self, state: &State, world: &World) -> usize {
        match self {
            Self::Source { .. } => world.atlas.sources.len(),
            Self::Place { .. } => named(state, world).len(),
            Self::Switch { .. } => world.atlas.switches().len(),
            Self::Format { .. } => Format::ALL.len(),
        }
    }
}

/// The places that the passage at hand names.
pub fn named(state: &State, world: &World) -> Vec<Place> {
    state
        .reader()
        .map(|reader| reader.named(state, world))
        .unwrap_or_default()
}

/// Opens the source of the panel's current claim there, or the list of sources where the panel has no claim.
pub fn open(state: &mut State, world: &World) {
    let current = page::current(state, world);
    let source = current.and_then(|claim| world.atlas[claim].source);
    match (current, source) {
        (Some(claim), Some(source)) => read(state, world, source, Some(claim)),
        _ => sources(state),
    }
}

/// Opens a source at a claim, or at its start.
fn read(state: &mut State, world: &World, source: SourceId, claim: Option<ClaimId>) {
    let stops = world.atlas.stops(source, state.snapshot.date);
    let at = |claim| stops.iter().position(|stop| stop.claims.contains(&claim));
    let stop = claim.and_then(at).unwrap_or(0);
    let reader = Mode::Reader(Reader {
        source,
        stop,
        scroll: 0,
    });
    if matches!(state.mode, Mode::Reader(_)) {
        state.mode = reader;
    } else {
        state.open(reader);
    }
    show(state, world);
}

/// Goes to the next or the previous claim of the panel, or passage of the source; not past the ends.
pub fn step(state: &mut State, world: &World, forward: bool) {
    let to = |at: usize, count: usize| {
        let next = if forward {
            at + 1
        } else {
            at.saturating_sub(1)
        };
        next.min(count.saturating_sub(1))
    };
    match state.mode {
        Mode::Inspect => {
            state.current = to(state.current, page::claims(state, world).len());
            state.scroll = page::panel(state, world).showing_current(state.scroll, ABOVE);
        }
        Mode::Reader(reader) => {
            let stop = to(reader.stop, reader.stops(state, world).len());
            state.mode = Mode::Reader(Reader { stop, ..reader });
            show(state, world);
        }
        _ => {}
    }
}

/// Scrolls the reader to its stop.
fn show(state: &mut State, world: &World) {
    if let Mode::Reader(reader) = state.mode {
        let scroll = page::reader(state, world, reader).showing_current(reader.scroll, ABOVE);
        state.mode = Mode::Reader(Reader { scroll, ..reader });
    }
}

pub fn sources(state: &mut State) {
    let cursor = state.reader().map_or(0, |reader| reader.source.0);
    state.open(Mode::Choose(Choice::Source { cursor }));
}

/// Goes to the one place that the passage names, or lists them.
pub fn places(state: &mut State, world: &World) {
    match named(state, world).as_slice() {
        [] => state.notice = Some("this passage names no place on the map".to_owned()),
        [place] => go_to(state, world, *place),
        _ => state.open(Mode::Choose(Choice::Place { cursor: 0 })),
    }
}

/// Selects a place and opens the panel at the claim that was being read.
fn go_to(state: &mut State, world: &World, place: Place) {
    let read = state.reader().map(|reader| reader.claims(state, world));
    state.under.clear();
    state.mode = Mode::Inspect;
    (state.selected, state.scroll, state.current) = (Some(place), 0, 0);
    let listed = page::claims(state, world);
    let same = |claim: &ClaimId| read.as_ref().is_some_and(|read| read.contains(claim));
    state.current = listed.iter().position(same).unwrap_or(0);
    state.scroll = page::panel(state, world).showing_current(0, ABOVE);
}

/// Does what the chosen line of a list is for.
pub fn choose(state: &mut State, world: &World, choice: Choice) -> Option<Effect> {
    match choice {
        Choice::Source { cursor } if cursor < world.atlas.sources.len() => {
            state.close();
            read(state, world, SourceId(cursor), None);
        }
        Choice::Place { cursor } => {
            let place = named(state, world).get(cursor).copied();
            if let Some(place) = place {
                go_to(state, world, place);
            }
        }
        Choice::Format { claim, cursor } => {
            state.close();
            let format = *Format::ALL.get(cursor)?;
            return Some(copy(state, world, Cited { claim, format }));
        }
        Choice::Switch { cursor } => switchboard::toggle(state, world, cursor),
        Choice::Source { .. } => {}
    }
    None
}

/// The claim that a citation would be of: that of the reader's passage, or the panel's current one.
fn citable(state: &State, world: &World) -> Option<ClaimId> {
    match state.reader() {
        Some(reader) => reader.claims(state, world).first().copied(),
        None => page::current(state, world),
    }
}

pub fn cite(state: &mut State, world: &World) -> Option<Effect> {
    let Some(claim) = citable(state, world) else {
        state.notice = Some("there is nothing to cite here".to_owned());
        return None;
    };
    let format = Format::Plain;
    Some(copy(state, world, Cited { claim, format }))
}

pub fn cite_as(state: &mut State, world: &World) {
    match citable(state, world) {
        Some(claim) => state.open(Mode::Choose(Choice::Format { claim, cursor: 0 })),
        None => state.notice = Some("there is nothing to cite here".to_owned()),
    }
}

fn copy(state: &State, world: &World, cited: Cited) -> Effect {
    Effect::Copy(cited, citation(state, world, cited))
}

/// The citation at the date that is shown.
pub fn citation(state: &State, world: &World, Cited { claim, format }: Cited) -> String {
    citation::cite(&world.atlas, claim, state.snapshot.date, format)
}

/// Says that a citation was copied, or shows it where that is not certain.
pub fn copied(state: &mut State, cited: Cited, delivery: Delivery) {
    let name = cited.format.name();
    state.notice = Some(match delivery {
        Delivery::Copied => format!("copied as {name}"),
        Delivery::Sent => "sent to the terminal, which may not take it; here it is".to_owned(),
        Delivery::Failed => "no clipboard can be reached; here it is".to_owned(),
    });
    let by_hand = Mode::ByHand { cited, scroll: 0 };
    match (delivery, &state.mode) {
        (Delivery::Copied, _) => {}
        (_, Mode::ByHand { .. }) => state.mode = by_hand,
        _ => state.open(by_hand),
    }
}

//! Reading a source on the screen, choosing from lists, and citing what is read.

use super::{
    action::{Cited, Effect},
    clipboard::Delivery,
    exporting,
    mode::{Choice, Mode},
    state::State,
};
use crate::{
    atlas::{ClaimId, Place, SourceId, Statement},
    export::{FORMATS, citation::Format},
    session::{self, Reader, Refusal, Step, World},
};

/// Opens the source of the panel's current claim there, or the list of sources where the panel has no claim.
pub fn open(state: &mut State, world: &World) {
    let current = state.session.current(world);
    let source = current.and_then(|statement| statement.source(&world.atlas));
    match source {
        Some(source) => read(state, world, source, current.and_then(Statement::claim)),
        None => sources(state),
    }
}

/// Opens a source at a claim, or at its start.
fn read(state: &mut State, world: &World, source: SourceId, claim: Option<ClaimId>) {
    let reader = Reader::open(world, &state.session.snapshot, source, claim);
    state.modes.open(Mode::Reader { reader, scroll: 0 });
    state.reveals = true;
}

/// Goes to the next or the previous claim of the panel, or passage of the source; not past the ends.
pub fn step(state: &mut State, world: &World, step: Step) {
    let moved = match state.modes.top_mut() {
        Some(Mode::Reader { reader, .. }) => {
            let next = reader.step(world, &state.session.snapshot, step);
            let refusal = match step {
                Step::Next => Refusal::LastClaim,
                Step::Previous => Refusal::FirstClaim,
            };
            next.map(|next| *reader = next).ok_or(refusal)
        }
        _ => session::update(&mut state.session, world, session::Action::Claim(step)),
    };
    match moved {
        Ok(()) => state.reveals = true,
        Err(refusal) => state.notice = Some(refusal.to_string()),
    }
}

pub fn sources(state: &mut State) {
    let cursor = state.reader().map_or(0, |reader| reader.source.index());
    state.modes.open(Mode::Choose(Choice::Source { cursor }));
}

/// The places that the passage being read names.
pub fn named(state: &State, world: &World) -> Vec<Place> {
    let snapshot = &state.session.snapshot;
    let named = |reader: Reader| reader.named(world, snapshot);
    state.reader().map(named).unwrap_or_default()
}

/// Counts what there is to choose from.
pub fn len(state: &State, world: &World, choice: Choice) -> usize {
    match choice {
        Choice::Source { .. } => world.atlas.sources.len(),
        Choice::Place { .. } => named(state, world).len(),
        Choice::Switch { .. } => world.atlas.switches().len(),
        Choice::Format { .. } => Format::ALL.len(),
        Choice::Export { .. } => FORMATS.len(),
    }
}

/// Goes to the one place that the passage names, or lists them.
pub fn places(state: &mut State, world: &World) {
    match named(state, world).as_slice() {
        [] => state.notice = Some("this passage names no place on the map".to_owned()),
        [place] => go_to(state, world, *place),
        _ => state.modes.open(Mode::Choose(Choice::Place { cursor: 0 })),
    }
}

/// Selects a place and opens the panel at the claim that was being read.
fn go_to(state: &mut State, world: &World, place: Place) {
    let read = state.reader();
    let read = read.map(|reader| reader.claims(world, &state.session.snapshot));
    state.modes.open(Mode::Inspect);
    let session = &mut state.session;
    (session.selected, session.pin, state.scroll) = (Some(place), None, 0);
    let listed = session.statements(world);
    let same = |statement: &Statement| {
        let claim = statement.claim();
        claim.is_some_and(|claim| read.as_ref().is_some_and(|read| read.contains(&claim)))
    };
    session.current = listed.iter().position(same).unwrap_or(0);
    state.reveals = true;
}

/// Does what the chosen line of a list is for.
pub fn choose(state: &mut State, world: &World, choice: Choice) -> Option<Effect> {
    if choice.cursor() >= len(state, world, choice) {
        state.notice = Some("there is nothing to choose from".to_owned());
        return None;
    }
    match choice {
        Choice::Source { cursor } => {
            state.modes.close();
            read(state, world, SourceId::at(cursor), None);
        }
        Choice::Place { cursor } => {
            let place = named(state, world)[cursor];
            state.modes.close();
            go_to(state, world, place);
        }
        Choice::Format { statement, cursor } => {
            state.modes.close();
            let format = Format::ALL[cursor];
            return Some(copy(state, world, Cited { statement, format }));
        }
        Choice::Export { cursor } => exporting::ask(state, cursor),
        Choice::Switch { cursor } => {
            let toggle = session::Action::ToggleSwitch(cursor);
            if let Err(refusal) = session::update(&mut state.session, world, toggle) {
                state.notice = Some(refusal.to_string());
            }
        }
    }
    None
}

/// Copies a citation of the current quotation.
pub fn cite(state: &mut State, world: &World) -> Option<Effect> {
    let statement = citable(state, world)?;
    let format = Format::Plain;
    Some(copy(state, world, Cited { statement, format }))
}

/// Lists what a citation can be written in.
pub fn cite_as(state: &mut State, world: &World) {
    if let Some(statement) = citable(state, world) {
        let choice = Choice::Format {
            statement,
            cursor: 0,
        };
        state.modes.open(Mode::Choose(choice));
    }
}

/// The passage that is read, or what is meant in the panel.
fn citable(state: &mut State, world: &World) -> Option<Statement> {
    let session = &state.session;
    let statement = match session.reader {
        Some(_) => session.citable(world).first().copied(),
        None => session.current(world),
    };
    if statement.is_none() {
        state.notice = Some("there is nothing to cite here".to_owned());
    }
    statement
}

fn copy(state: &State, world: &World, cited: Cited) -> Effect {
    Effect::Copy(cited, state.citation(world, cited))
}

/// Says that a citation was copied, or shows it where that is not certain.
pub fn copied(state: &mut State, cited: Cited, delivery: Delivery) {
    let name = cited.format.name();
    state.notice = Some(match delivery {
        Delivery::Copied => format!("copied as {name}"),
        Delivery::Sent => "sent to the terminal, which may not take it; here it is".to_owned(),
        Delivery::Failed => "no clipboard can be reached; here it is".to_owned(),
    });
    if delivery != Delivery::Copied {
        state.modes.open(Mode::Citation { cited, scroll: 0 });
    }
}

//! Switching sources, origins and grades off and on again.

use super::{
    action::Scroll,
    reading::Choice,
    scroll::go,
    state::{Mode, State, World},
};
use crate::atlas::{Switchboard, state::Snapshot};

/// Opens the switchboard.
pub fn open(state: &mut State) {
    state.open(Mode::Choose(Choice::Switch { cursor: 0 }));
}

/// Switches what the cursor is on off, or on again.
pub fn toggle(state: &mut State, world: &World, cursor: usize) {
    if let Some(switch) = world.atlas.switches().into_iter().nth(cursor) {
        let mut switchboard = state.snapshot.switchboard.clone();
        switchboard.toggle(switch);
        set(state, world, &switchboard);
    }
}

/// Shows what is left of the map by a switchboard.
pub fn set(state: &mut State, world: &World, switchboard: &Switchboard) {
    let at = |date| Snapshot::with(&world.atlas, date, switchboard);
    state.snapshot = at(state.snapshot.date);
    state.marked = state.marked.as_ref().map(|marked| at(marked.date));
    go(state, world, Scroll::Stay);
}

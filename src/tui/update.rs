//! One step of the screen: an action, and pages that fit what it changed.

use super::{
    action::{Action, Effect},
    reduce::reduce,
    settle::settle,
    state::State,
};
use crate::session::World;

/// Applies an action to the state and fits what is scrolled to it.
pub fn update(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    if state.extent.is_none() {
        settle(state, world);
    }
    let effect = reduce(state, world, action);
    settle(state, world);
    effect
}

#[cfg(test)]
mod tests;

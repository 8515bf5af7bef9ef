//! One step of the screen: an action, and pages that fit what it changed.

use super::{
    action::{Action, Effect},
    reduce::reduce,
    reload::swap,
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

/// The same, and shows another map where the action leads to one.
pub fn advance(state: &mut State, world: &mut World, action: Action) -> Option<Effect> {
    let effect = update(state, world, action);
    if state.next.is_some() {
        swap(state, world);
        settle(state, world);
    }
    effect
}

#[cfg(test)]
mod tests;

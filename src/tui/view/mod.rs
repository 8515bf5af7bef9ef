//! The state as a frame: one file a part, none of which changes anything.

mod ascii;
mod banner;
mod by_hand;
mod choose;
mod date;
mod filter;
mod foot;
mod frame;
mod help;
mod map;
mod panel;
mod problems;
mod reader;
mod style;
mod timeline;

use ratatui::{buffer::Buffer, layout::Position};

use super::{
    layout::Layout,
    state::{Mode, State, World},
};
use crate::atlas::ActorId;

/// Draws everything.
pub fn draw(state: &State, world: &World, buf: &mut Buffer) {
    let layout = state.layout(world);
    map::draw(state, world, &layout, buf);
    timeline::draw(state, world, &layout, buf);
    match state.reader() {
        Some(reader) => reader::draw(state, world, &layout, reader, buf),
        None => panel::draw(state, world, &layout, buf),
    }
    foot::draw(state, world, &layout, buf);
    banner::draw(state, world, &layout, buf);
    match &state.mode {
        &Mode::Filter { cursor } => filter::draw(state, world, &layout, cursor, buf),
        &Mode::Help { scroll } => help::draw(state, world, scroll, buf),
        &Mode::Problems { scroll } => problems::draw(state, world, scroll, buf),
        &Mode::Choose(choice) => choose::draw(state, world, &layout, choice, buf),
        &Mode::ByHand { cited, scroll } => by_hand::draw(state, world, cited, scroll, buf),
        Mode::Date { input, mistake } => date::draw(state, &layout, input, *mistake, buf),
        Mode::Browse | Mode::Inspect | Mode::List { .. } | Mode::Reader(_) => {}
    }
    ascii::translate(buf, state.marker);
}

/// The actor at a cell of the screen: in the list to filter by, or in the legend.
pub fn actor_at(state: &State, world: &World, layout: &Layout, at: Position) -> Option<ActorId> {
    match state.mode {
        Mode::Filter { cursor } => filter::actor_at(state, world, layout, cursor, at),
        _ => foot::actor_at(state, world, layout, at),
    }
}

//! The state as a frame: one file a part, none of which changes anything.

mod ascii;
mod banner;
mod filter;
mod foot;
mod frame;
mod help;
mod map;
mod panel;
mod problems;
mod style;

use ratatui::buffer::Buffer;

use super::state::{Mode, State, World};

/// Draws everything.
pub fn draw(state: &State, world: &World, buf: &mut Buffer) {
    let layout = state.layout(world);
    map::draw(state, world, &layout, buf);
    panel::draw(state, world, &layout, buf);
    foot::draw(state, world, &layout, buf);
    banner::draw(state, world, &layout, buf);
    match state.mode {
        Mode::Filter { cursor } => filter::draw(state, world, &layout, cursor, buf),
        Mode::Help { scroll } => help::draw(state, world, scroll, buf),
        Mode::Problems { scroll } => problems::draw(state, world, scroll, buf),
        Mode::Browse | Mode::Inspect => {}
    }
    if state.marker.is_ascii() {
        ascii::translate(buf);
    }
}

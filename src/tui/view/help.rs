//! The keys, and how the map is read.

use ratatui::buffer::Buffer;

use super::{
    super::{
        page,
        state::{State, World},
    },
    frame,
};

pub fn draw(state: &State, world: &World, scroll: usize, buf: &mut Buffer) {
    let page = page::help(state, world);
    let (width, rows) = page::help_size(state);
    frame::page(&page, (width, rows), scroll, state, world, buf);
}

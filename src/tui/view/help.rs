//! The keys, and how the map is read.

use ratatui::buffer::Buffer;

use super::{
    super::{help, pages, state::State},
    frame,
};
use crate::session::World;

pub fn draw(state: &State, world: &World, scroll: usize, buf: &mut Buffer) {
    let page = help::page(state);
    let (width, rows) = pages::help_size(state);
    frame::page(&page, (width, rows), scroll, state, world, buf);
}

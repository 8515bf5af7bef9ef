//! What is wrong with the file.

use ratatui::buffer::Buffer;

use super::{
    super::{
        page,
        state::{State, World},
    },
    frame,
};

pub fn draw(state: &State, world: &World, scroll: usize, buf: &mut Buffer) {
    let page = page::problems(state, world);
    frame::page(&page, page::problems_size(state), scroll, state, world, buf);
}

//! The problems with the file.

use ratatui::buffer::Buffer;

use super::{
    super::{pages, state::State},
    frame,
};
use crate::session::World;

pub fn draw(state: &State, world: &World, scroll: usize, buf: &mut Buffer) {
    let page = pages::problems(state, world);
    frame::page(
        &page,
        pages::problems_size(state),
        scroll,
        state,
        world,
        buf,
    );
}

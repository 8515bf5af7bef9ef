//! The keys, and how the map is read.

use ratatui::{buffer::Buffer, layout::Rect};

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
    let height = rows.min(u16::try_from(page.lines.len() + 2).unwrap_or(u16::MAX));
    let area = Rect {
        x: (state.size.cols - width) / 2,
        y: (rows - height) / 2,
        width,
        height,
    };
    let area = frame::pop_up(state, &page.title, area, buf);
    frame::write(&page, scroll, state, world, area, buf);
}

//! A citation to be copied by hand, from edge to edge.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Rect},
    widgets::{Block, Borders, Clear, Widget},
};

use super::{
    super::{action::Cited, pages, state::State},
    frame,
};
use crate::session::World;

pub fn draw(state: &State, world: &World, cited: Cited, scroll: usize, buf: &mut Buffer) {
    let page = pages::citation(state, world, cited);
    let rows = u16::try_from(page.rows().min(page.lines.len())).unwrap_or(u16::MAX);
    let area = Rect {
        y: state.size.rows.saturating_sub(rows + pages::CITATION_EDGES),
        height: rows + 2,
        ..buf.area
    };
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    Block::new()
        .borders(Borders::TOP | Borders::BOTTOM)
        .border_style(state.theme.strong())
        .title(frame::heading(state, &page.title))
        .render(area, buf);
    frame::write(
        &page,
        scroll,
        state,
        world,
        area.inner(Margin::new(0, 1)),
        buf,
    );
}

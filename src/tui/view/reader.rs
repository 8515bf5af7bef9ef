//! The source that is read or written on, in the panel's place.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Block, Borders, Widget},
};

use super::{
    super::{layout::Layout, page::Page, state::State},
    frame,
    style::styled,
};
use crate::{
    caption::{Line, shortened},
    session::World,
};

pub fn draw(
    state: &State,
    world: &World,
    layout: &Layout,
    (text, foot): (Page, Vec<Line>),
    scroll: usize,
    buf: &mut Buffer,
) {
    let Some(pane) = layout.panel else { return };
    if pane.has_frame() {
        // As much of it as the frame has room for; it stands in full in the text.
        let room = usize::from(pane.outer.width.saturating_sub(4));
        let title = frame::heading(state, &shortened(&text.title, room));
        frame::frame(state.theme.strong(), [title], pane.outer, buf);
    }
    let height = u16::try_from(text.height).unwrap_or(u16::MAX);
    let above = Rect {
        height: height.min(pane.inner.height),
        ..pane.inner
    };
    frame::write(&text, scroll, state, world, above, buf);
    if foot.is_empty() {
        return;
    }
    let below = Rect {
        y: above.bottom(),
        height: pane.inner.height - above.height,
        ..pane.inner
    };
    let rule = Block::new()
        .borders(Borders::TOP)
        .border_style(state.theme.dim());
    let rows = rule.inner(below);
    rule.render(below, buf);
    for (line, y) in foot.iter().zip(rows.top()..rows.bottom()) {
        buf.set_line(rows.x, y, &styled(line, state, world), rows.width);
    }
}

//! What must be known before the map is trusted.

use ratatui::{buffer::Buffer, text::Line as Styled, widgets::Widget};

use super::super::{
    layout::Layout,
    state::{State, World},
};

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let (Some(area), Some(doubt)) = (layout.banner, state.captions(world).doubt()) else {
        return;
    };
    Styled::styled(
        format!(" ! {doubt}; `whoholds check` shows why"),
        state.theme.alarm(),
    )
    .render(area, buf);
}

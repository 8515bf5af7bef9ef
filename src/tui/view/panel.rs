//! The words on the selection.

use ratatui::{buffer::Buffer, widgets::Widget};

use super::{
    super::{
        layout::Layout,
        page,
        state::{State, World},
    },
    frame,
};

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let Some(pane) = layout.panel else { return };
    let words = page::panel(state, world);
    if pane.has_frame() {
        let read = state.inspects();
        let style = if read {
            state.theme.strong()
        } else {
            state.theme.dim()
        };
        // The map's own title stands in the frame beside or above.
        let whole =
            state.selected.is_none() && words.title == world.atlas.title && layout.map.is_some();
        let title = frame::heading(state, if whole { "The whole map" } else { &words.title });
        frame::frame(style).title_top(title).render(pane.outer, buf);
    }
    frame::write(&words, state.scroll, state, world, pane.inner, buf);
}

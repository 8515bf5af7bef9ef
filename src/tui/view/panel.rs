//! The words on the selection, or the list of places.

use std::sync::Arc;

use ratatui::buffer::Buffer;

use super::{
    super::{layout::Layout, list, mode::Mode, pages, state::State},
    frame,
};
use crate::session::World;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let Some(pane) = layout.panel else { return };
    let (words, scroll) = match state.modes.base() {
        &Mode::List { top } => (Arc::new(list::page(state, world)), top),
        _ => (pages::panel(state, world), state.scroll),
    };
    if pane.has_frame() {
        let read = matches!(state.modes.base(), Mode::Inspect | Mode::List { .. });
        let style = if read {
            state.theme.strong()
        } else {
            state.theme.dim()
        };
        // The map's own title stands in the frame beside or above.
        let whole = state.session.selected.is_none()
            && words.title == world.atlas.title
            && layout.map.is_some();
        let title = frame::heading(state, if whole { "The whole map" } else { &words.title });
        frame::frame(style, [title], pane.outer, buf);
    }
    frame::write(&words, scroll, state, world, pane.inner, buf);
}

//! The map in its frame.

use ratatui::{
    buffer::Buffer,
    text::{Line as Styled, Span},
};

use unicode_width::UnicodeWidthStr;

use super::{
    super::{layout::Layout, look, state::State},
    frame,
};
use crate::{
    caption::{shortened, words::clean},
    scene::{Layers, Scene},
    session::World,
};

/// The least columns of a title that are worth showing.
const SHORTEST: usize = 4;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let Some(pane) = layout.map else { return };
    let date = Styled::styled(
        match state.session.comparison() {
            Some((before, after)) => format!(" {} → {} ", before.date, after.date),
            None => format!(" as of {} ", state.session.snapshot.date),
        },
        frame::on_edge(state.theme.dim()),
    );
    let room = usize::from(pane.inner.width).saturating_sub(date.width() + 1);
    let title = title(state, world, room);
    let date = (title.width() <= room).then(|| date.right_aligned());
    let titles = date.into_iter().chain([title]);
    frame::frame(state.theme.dim(), titles, pane.outer, buf);
    let Some(view) = look::view(state, world) else {
        return;
    };
    let scene = Scene::on(state.ground.under(&view), &view);
    if state.is_picture() {
        scene.paint_over_picture(&state.theme, buf, pane.inner);
    } else {
        scene.paint(&state.theme, buf, pane.inner);
    }
}

/// The map's title, which layers it has and what it is filtered by: in full, or as letters where there is little room.
fn title(state: &State, world: &World, room: usize) -> Styled<'static> {
    let strong = frame::on_edge(state.theme.strong());
    let with = |full: bool, width: usize| {
        let name = shortened(&world.atlas.title, width);
        let mut spans = frame::heading(state, &name).spans;
        let dim = frame::on_edge(state.theme.dim());
        if state.session.layers != Layers::Both {
            spans.push(Span::styled("─ ", dim));
            spans.push(Span::styled(state.session.layers.name(), strong));
            spans.push(Span::raw(" "));
        }
        let off = state.session.snapshot.switchboard.off().count();
        if off > 0 {
            let words = if full {
                format!("{off} switched off ")
            } else {
                format!("-{off} ")
            };
            spans.push(Span::styled("─ ", dim));
            spans.push(Span::styled(words, strong));
        }
        if !state.session.filter.is_empty() {
            spans.push(Span::styled("─ only", dim));
        }
        for &id in &state.session.filter {
            let actor = &world.atlas[id];
            let name = if full {
                clean(&format!(" {}", actor.short))
            } else {
                String::new()
            };
            spans.push(Span::styled(
                " ■",
                frame::on_edge(state.theme.swatch(actor.hue)),
            ));
            spans.push(Span::styled(format!(" {}{name}", actor.letter), strong));
        }
        if !state.session.filter.is_empty() {
            spans.push(Span::raw(" "));
        }
        Styled::from(spans)
    };
    let full = with(true, usize::MAX);
    if full.width() <= room {
        return full;
    }
    // The date matters more than the title.
    let short = with(false, usize::MAX);
    let over = short.width().saturating_sub(room);
    let left = world.atlas.title.width().saturating_sub(over);
    match over {
        0 => short,
        _ if left >= SHORTEST => with(false, left),
        _ if state.session.filter.is_empty() && state.session.snapshot.switchboard.is_clear() => {
            Styled::default()
        }
        _ => short,
    }
}

//! The map in its frame.

use std::sync::Arc;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    super::{
        layout::{Layout, Pane},
        mode::Mode,
        scene_view,
        state::State,
    },
    frame,
    pane::MapPane,
};
use crate::{
    caption::{
        shortened,
        words::{self, clean},
    },
    scene::{self, Layers, Resolution, Scene},
    session::World,
};

/// The sign in every cell through which the picture shows. Boxes that open over the map are made of ordinary blanks.
pub const WINDOW: &str = "\u{a0}";

/// The least columns of a title that are worth showing.
const SHORTEST: usize = 4;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let Some(pane) = layout.map else { return };
    let date = Styled::styled(
        match state.session.comparison() {
            Some((_, after)) if matches!(state.modes.base(), Mode::Review { .. }) => {
                format!(" with the draft, as of {} ", after.date)
            }
            Some((before, after)) if before.is_former => {
                format!(" former version → {} ", after.date)
            }
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
    paint(state, world, pane, buf);
}

/// Paints the map without its frame.
pub fn paint(state: &State, world: &World, pane: Pane, buf: &mut Buffer) {
    let Some(scene) = scene(state, world) else {
        return;
    };
    if matches!(scene.resolution(), Resolution::Pixels(..)) {
        open(pane.inner, buf);
    }
    scene.paint(&state.theme, &mut MapPane::new(buf, pane.inner));
}

/// The scene in the map's pane, where there is one: drawn in cells, sent as a picture, and asked for what the pointer is
/// over.
pub fn scene(state: &State, world: &World) -> Option<Arc<Scene>> {
    Some(state.scenes.scene(&scene_view::view(state, world)?))
}

/// Makes every cell of an area a window on the picture.
fn open(area: Rect, buf: &mut Buffer) {
    for at in area.intersection(buf.area).positions() {
        if let Some(cell) = buf.cell_mut(at) {
            cell.reset();
            cell.set_symbol(WINDOW);
        }
    }
}

/// The map's title, its layers and its filter: in full, or as letters where there is little room.
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
        if let Some(events) = events(state, world, full) {
            spans.push(Span::styled("─ ", dim));
            spans.push(Span::styled(events, dim));
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

/// The sign of events with how many of them are shown, and of how many days; `None` where the file has none.
fn events(state: &State, world: &World, full: bool) -> Option<String> {
    if world.atlas.events.is_empty() || state.session.layers == Layers::Areas {
        return None;
    }
    let snapshot = &state.session.snapshot;
    let shown = world.atlas.events_at(snapshot.date, &snapshot.switchboard);
    let filter = &state.session.filter;
    let count = shown.filter(|it| it.is_of(&world.atlas, filter)).count();
    let (sign, days) = (
        scene::event_sign(state.marker.is_ascii()),
        world.atlas.event_days,
    );
    Some(if full {
        let (events, days) = (
            words::count(count, "event"),
            words::count(days as usize, "day"),
        );
        format!("{sign} {events} in {days} ")
    } else {
        format!("{sign}{count}/{days}d ")
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::{
        caption::sample::Sample,
        scene::{Depth, Marker, Theme},
        session::Session,
        tui::{self, Keymap, Pointer, Size, draw},
    };

    #[test]
    fn the_pointer_is_asked_of_the_scene_that_is_drawn() {
        let Sample { atlas, map, .. } = Sample::new();
        let world = World::new(atlas, map);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let size = Size {
            cols: 100,
            rows: 30,
            aspect: 0.5,
        };
        let session = Session::at(&world, world.atlas.as_of);
        let theme = Theme::new(Depth::True);
        let mut state = State::new(session, &world, keymap, Marker::Octant, theme, size);
        for pixels in [None, Some((8, 16))] {
            state.pixels = pixels;
            draw(&state, &world, &mut Buffer::empty(Rect::new(0, 0, 100, 30)));
            let drawn = scene(&state, &world).expect("a map");
            let pane = state.layout(&world).map.expect("a map").inner;
            let clicked = pane
                .positions()
                .any(|at| !tui::pointed(&state, &world, Pointer::Click, (at.x, at.y)).is_empty());
            assert!(clicked, "some place is under some cell");
            let after = scene(&state, &world).expect("a map");
            assert!(Arc::ptr_eq(&drawn, &after));
        }
    }
}

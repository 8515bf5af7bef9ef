//! The place that is drawn, over the map.

use ::geo::Coord;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::{
    super::{layout::Layout, mode::Drawing, state::State},
    frame,
};
use crate::{geo::Viewport, session::World};

/// The signs of a line, of a point and of the cursor; in ASCII as well.
const SIGNS: [[&str; 3]; 2] = [["·", "●", "┼"], [".", "o", "+"]];

/// Draws the outline as far as it goes, and the cursor.
pub fn draw(state: &State, world: &World, layout: &Layout, drawing: &Drawing, buf: &mut Buffer) {
    let (Some(map), Some(pane)) = (layout.map, state.map_pane(world)) else {
        return;
    };
    let seen = state.session.viewport_in(world, pane);
    let [line, corner, cursor] = SIGNS[usize::from(state.marker.is_ascii())];
    let strong = frame::on_edge(state.theme.strong());
    let corners = drawing.outline.corners();
    let corners: Vec<Coord> = corners
        .iter()
        .map(|at| seen.cell(world.map.projection.position(*at)))
        .collect();
    let last = drawing.drawn.is_none().then(|| seen.cell(drawing.cursor));
    let ends: Vec<Coord> = corners.iter().copied().chain(last).collect();
    for ends in ends.windows(2) {
        stroke(&seen, ends[0], ends[1], |at| {
            put(map.inner, at, line, strong, buf);
        });
    }
    if let (Some(first), Some(last), true) = (corners.first(), ends.last(), corners.len() > 1) {
        let dim = frame::on_edge(state.theme.dim());
        stroke(&seen, *last, *first, |at| {
            put(map.inner, at, line, dim, buf);
        });
    }
    for at in corners {
        put(map.inner, at, corner, strong, buf);
    }
    let reversed = strong.add_modifier(Modifier::REVERSED);
    put(map.inner, seen.cell(drawing.cursor), cursor, reversed, buf);
}

/// Goes along a line cell by cell, as far as it is seen.
fn stroke(seen: &Viewport, from: Coord, to: Coord, mut put: impl FnMut(Coord)) {
    let way = to - from;
    let steps = way.x.abs().max(way.y.abs()).ceil();
    let most = f64::from(seen.cols) + f64::from(seen.rows);
    // A line that leaves what is seen is gone along by so many steps at most.
    let steps = steps.min(64.0 * most);
    let mut step = 1.0;
    while step < steps {
        put(from + way * (step / steps));
        step += 1.0;
    }
}

fn put(pane: Rect, cell: Coord, sign: &str, style: Style, buf: &mut Buffer) {
    let inside = cell.x >= 0.0
        && cell.y >= 0.0
        && cell.x < f64::from(pane.width)
        && cell.y < f64::from(pane.height);
    if !inside {
        return;
    }
    // Inside, so that they are small and not below nothing.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the pane"
    )]
    let (x, y) = (pane.x + cell.x as u16, pane.y + cell.y as u16);
    if let Some(cell) = buf.cell_mut(Position { x, y }) {
        cell.set_symbol(sign).set_style(style);
    }
}

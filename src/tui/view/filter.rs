//! The list of actors to filter by, away from the map as far as there is room.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Position, Rect},
    text::{Line as Styled, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    super::{layout::Layout, state::State},
    frame,
};
use crate::{
    atlas::ActorId,
    caption::{Legend, Share, shortened, words::clean},
    session::World,
};

/// An actor, and its share where it has one.
struct Row {
    left: Styled<'static>,
    right: String,
}

pub fn draw(state: &State, world: &World, layout: &Layout, cursor: usize, buf: &mut Buffer) {
    let rows = rows(state, world, cursor);
    let outer = place(state, layout, &rows);
    let area = frame::pop_up(state, "Only these stand out", outer, buf);
    for (row, y) in rows
        .iter()
        .skip(first(area, cursor))
        .zip(area.top()..area.bottom())
    {
        buf.set_line(area.x, y, &row.left, area.width);
        let room = usize::from(area.width).saturating_sub(row.left.width() + 1);
        if room > 1 {
            let right = shortened(&row.right, room);
            let x = area.right() - cells(right.width());
            buf.set_string(x, y, &right, state.theme.dim());
        }
    }
}

/// The actor in the row at a cell of the screen.
pub fn actor_at(
    state: &State,
    world: &World,
    layout: &Layout,
    cursor: usize,
    at: Position,
) -> Option<ActorId> {
    let area = place(state, layout, &rows(state, world, cursor)).inner(Margin::new(1, 1));
    let row = area
        .contains(at)
        .then(|| first(area, cursor) + usize::from(at.y - area.y))?;
    world.atlas.actor_ids().nth(row)
}

/// The first row that is seen, so that the cursor's is.
fn first(area: Rect, cursor: usize) -> usize {
    cursor.saturating_sub(usize::from(area.height.saturating_sub(1)))
}

fn rows(state: &State, world: &World, cursor: usize) -> Vec<Row> {
    let legend = state.session.captions(world).legend();
    let ids = world.atlas.actor_ids();
    ids.map(|id| row(state, world, &legend, id, cursor))
        .collect()
}

/// The lower right corner, above the legend.
fn place(state: &State, layout: &Layout, rows: &[Row]) -> Rect {
    let widths = rows
        .iter()
        .map(|row| row.left.width() + row.right.width() + 2);
    let (width, height) = (widths.max().unwrap_or(0).max(24) + 4, rows.len() + 2);
    let bottom = layout.foot.map_or(state.size.rows, |foot| foot.outer.y);
    let (width, height) = (cells(width).min(state.size.cols), cells(height).min(bottom));
    Rect {
        x: state.size.cols - width,
        y: bottom - height,
        width,
        height,
    }
}

fn row(state: &State, world: &World, legend: &Legend, id: ActorId, cursor: usize) -> Row {
    let (actor, theme) = (&world.atlas[id], state.theme);
    let here = id.index() == cursor;
    let number = if id.index() < 9 {
        format!("{} ", id.index() + 1)
    } else {
        "  ".to_owned()
    };
    let chosen = if state.session.filter.contains(&id) {
        "[x] "
    } else {
        "[ ] "
    };
    let left = Styled::from(vec![
        Span::raw(if here { "▸ " } else { "  " }),
        Span::styled(number, theme.dim()),
        Span::raw(chosen),
        Span::styled("■ ", theme.swatch(actor.hue)),
        Span::styled(
            clean(&format!("{} {}", actor.letter, actor.name)),
            if here { theme.strong() } else { theme.text() },
        ),
    ]);
    // A group is chosen with its parts, so its row shows what they have together.
    let mut shares = legend.groups.iter().chain(&legend.shares);
    let share = shares.find(|share| share.actor == id);
    Row {
        left,
        right: share.map(Share::words).unwrap_or_default(),
    }
}

fn cells(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

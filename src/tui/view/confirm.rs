//! A change to the file, before it is made.

use ratatui::{buffer::Buffer, text::Line as Styled};

use super::{
    super::{layout::Layout, mode::Proposed, state::State},
    frame,
    style::styled,
};
use crate::{
    caption::{Line, Role, wrap},
    session::World,
};

/// Columns that it takes with its frame where it can.
const WIDTH: u16 = 72;
/// Columns of the frame and the air in it.
const EDGES: u16 = 4;

/// In the lower left corner of the map, above the timeline.
pub fn draw(state: &State, world: &World, layout: &Layout, proposed: &Proposed, buf: &mut Buffer) {
    let width = WIDTH.min(state.size.cols);
    let room = usize::from(width.saturating_sub(EDGES));
    let mut lines = Vec::new();
    for (name, words) in &proposed.lines {
        lines.push(Line::new(Role::Quiet, name));
        let words = words.lines().map(|line| Line::new(Role::Plain, line));
        lines.extend(words.map(|line| line.set_in(2, 2)));
    }
    let lines = wrap(&lines, room);
    let lines: Vec<Styled> = lines
        .iter()
        .map(|line| styled(line, state, world))
        .collect();
    frame::corner(state, layout, &proposed.title, width, &lines, buf);
}

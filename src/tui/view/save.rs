//! The pop-up where a file is named.

use ratatui::{buffer::Buffer, text::Line as Styled};

use super::{
    super::{layout::Layout, mode::Saving, state::State},
    frame,
    prompt::typed,
};
use crate::{
    caption::{Line, Role, wrap},
    export::FORMATS,
};

/// Columns that it takes with its frame where it can.
const WIDTH: u16 = 60;
/// Columns of the frame and the air in it.
const EDGES: u16 = 4;

/// In the lower left corner of the map, above the timeline.
pub fn draw(state: &State, layout: &Layout, saving: &Saving, buf: &mut Buffer) {
    let theme = state.theme;
    let (words, style) = match &saving.refusal {
        Some(why) => (why.as_str(), theme.alarm()),
        None => (
            "a file to write, from the folder the program was started in",
            theme.dim(),
        ),
    };
    let width = WIDTH.min(state.size.cols);
    let room = width.saturating_sub(EDGES);
    let words = wrap(&[Line::new(Role::Plain, words)], usize::from(room));
    let words = words.iter().map(|line| Styled::styled(line.text(), style));
    let line = typed(state, "→", &saving.input, room);
    let lines: Vec<Styled> = std::iter::once(line).chain(words).collect();
    let name = FORMATS
        .get(saving.format)
        .map_or("", |format| format.name());
    let title = format!("Export as {name}");
    frame::corner(state, layout, &title, width, &lines, buf);
}

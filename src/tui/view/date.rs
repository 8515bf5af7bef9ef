//! The pop-up where a date is typed.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line as Styled, Span},
};

use super::{
    super::{input::Input, layout::Layout, state::State},
    frame,
};
use crate::{
    atlas::date::NotADate,
    caption::{Line, Role, wrap},
};

/// Columns that it takes with its frame where it can.
const WIDTH: u16 = 46;
/// Columns of the frame and the air in it.
const EDGES: u16 = 4;

/// In the lower left corner of the map, above the timeline.
pub fn draw(
    state: &State,
    layout: &Layout,
    input: &Input,
    mistake: Option<NotADate>,
    buf: &mut Buffer,
) {
    let theme = state.theme;
    let (words, style) = match mistake {
        Some(why) => (
            format!("“{}” is no date: {why}", input.text()),
            theme.alarm(),
        ),
        None => (NotADate.to_string(), theme.dim()),
    };
    let width = WIDTH.min(state.size.cols);
    let words = wrap(
        &[Line::new(Role::Plain, &words)],
        usize::from(width.saturating_sub(EDGES)),
    );
    let (before, rest) = input.parts();
    // A date is digits and dashes: each character is one byte.
    let (here, after) = rest.split_at_checked(1).unwrap_or((" ", ""));
    let typed = Styled::from(vec![
        Span::styled(before, theme.strong()),
        Span::styled(here, Style::from(theme.text()).reversed()),
        Span::styled(after, theme.strong()),
    ]);
    let words = words.iter().map(|line| Styled::styled(line.text(), style));
    let lines: Vec<Styled> = std::iter::once(typed).chain(words).collect();
    let bottom = layout
        .timeline
        .or(layout.keybar)
        .map_or(state.size.rows, |below| below.y);
    let height = u16::try_from(lines.len() + 2)
        .unwrap_or(u16::MAX)
        .min(bottom);
    let area = Rect {
        x: 0,
        y: bottom - height,
        width,
        height,
    };
    let area = frame::pop_up(state, "Go to a date", area, buf);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        buf.set_line(area.x, y, line, area.width);
    }
}

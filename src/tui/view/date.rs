//! The pop-up where a date is typed.

use ratatui::{
    buffer::Buffer,
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
    frame::corner(state, layout, "Go to a date", width, &lines, buf);
}

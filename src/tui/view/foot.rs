//! The foot of the screen: the legend in its frame, and the key bar.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
};

use super::{
    super::{keymap::Command, layout::Layout, state::State},
    frame, legend,
};
use crate::{caption::words::clean, session::World};

/// Columns between keys.
const GAP: usize = 2;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    if let Some(pane) = layout.foot {
        let legend = legend::line(state, world, usize::from(pane.inner.width));
        frame::frame(state.theme.dim(), [legend], pane.outer, buf);
    }
    match (layout.keybar, &state.notice) {
        (Some(area), Some(notice)) => {
            let notice = Styled::styled(clean(notice), state.theme.strong());
            buf.set_line(area.x, area.y, &notice, area.width);
        }
        (Some(area), None) => keybar(state, area, buf),
        (None, _) => {}
    }
}

/// Draws as many of the mode's keys as there is room for, those that are kept in any case.
fn keybar(state: &State, area: Rect, buf: &mut Buffer) {
    let commands: Vec<(&Command, Styled)> = state
        .keymap
        .in_bar(state.mode().name())
        .filter_map(|command| Some((command, label(state, command)?)))
        .collect();
    let width = |wanted: bool| -> usize {
        commands
            .iter()
            .filter(|(command, _)| command.kept == wanted)
            .map(|(_, label)| label.width() + GAP)
            .sum()
    };
    let mut room = (usize::from(area.width) + GAP).saturating_sub(width(true));
    let mut x = area.x;
    for (command, label) in &commands {
        let needed = label.width() + GAP;
        if !command.kept {
            if needed > room {
                room = 0;
                continue;
            }
            room -= needed;
        }
        let left = area.right().saturating_sub(x);
        x = buf.set_line(x, area.y, label, left).0.saturating_add(2);
    }
}

fn label(state: &State, command: &Command) -> Option<Styled<'static>> {
    let word = command.bar.clone().unwrap_or_default();
    let keys = Span::styled(
        command.short_keys(state.mode().name())?,
        state.theme.strong(),
    );
    Some(Styled::from(vec![
        keys,
        Span::styled(format!(" {word}"), state.theme.dim()),
    ]))
}

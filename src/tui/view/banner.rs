//! The warning that must be known before the map is trusted.

use ratatui::{buffer::Buffer, text::Line as Styled, widgets::Widget};

use unicode_width::UnicodeWidthStr;

use super::super::{action::Action, layout::Layout, mode_name::ModeName, state::State};
use crate::{
    caption::{shortened, words::clean},
    session::World,
};

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let (Some(area), Some(warning)) = (layout.banner, state.warning(world)) else {
        return;
    };
    let key = state.keymap.key_for(ModeName::Browse, Action::Problems);
    let more = match (key, &state.problems) {
        (Some(key), Some(_)) => format!("; {key} shows more"),
        _ => "; `whoholds check` shows why".to_owned(),
    };
    let room = usize::from(area.width).saturating_sub(more.width() + 4);
    let text = format!(" ! {}{more}", shortened(&clean(&warning), room));
    Styled::styled(text, state.theme.alarm()).render(area, buf);
}

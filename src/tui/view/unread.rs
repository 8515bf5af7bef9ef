//! The screen while a file is read: its title, the ground under its map, and that it is read. Nothing is coloured, counted or
//! said to be silent, since none of its claims is known.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
};

use super::{
    super::{
        action::Action,
        layout::{Focus, Layout, Room},
        mode_name::ModeName,
        unread::Unread,
    },
    frame, map,
};
use crate::caption::{Line, Role, shortened, words::clean, wrap};

pub fn draw(it: &Unread, buf: &mut Buffer) {
    let (theme, size) = (it.options.theme, it.size);
    let layout = Layout::new(size.cols, size.rows, Focus::Map, false, Room::default());
    if let Some(pane) = layout.map {
        let room = usize::from(pane.inner.width).saturating_sub(2);
        let title = it.ground.as_ref().map(|(_, world)| {
            let title = shortened(&clean(&world.atlas.title), room);
            Styled::styled(format!(" {title} "), frame::on_edge(theme.strong()))
        });
        frame::frame(theme.dim(), title, pane.outer, buf);
        if let Some((state, world)) = &it.ground {
            map::paint(state, world, pane, buf);
        }
    }
    if let Some(pane) = layout.panel {
        if pane.has_frame() {
            frame::frame(theme.dim(), [], pane.outer, buf);
        }
        words(it, pane.inner, buf);
    }
    if let Some(pane) = layout.foot {
        frame::frame(theme.dim(), [], pane.outer, buf);
    }
    if let Some(bar) = layout.keybar {
        let key = it.options.keymap.key_for(ModeName::Browse, Action::Quit);
        let quit = [
            Span::styled(key.unwrap_or_default(), theme.strong()),
            Span::styled(" quit", theme.dim()),
        ];
        let reading = (layout.panel.is_none())
            .then(|| [Span::styled(reading(it), theme.text()), Span::raw("  ")]);
        let spans = reading.into_iter().flatten().chain(quit);
        buf.set_line(bar.x, bar.y, &spans.collect(), bar.width);
    }
}

/// `Reading regions.toml, 5.2 MB …`
fn reading(it: &Unread) -> String {
    format!("Reading {}, {:.1} MB …", it.name, it.bytes as f64 / 1e6)
}

fn words(it: &Unread, area: Rect, buf: &mut Buffer) {
    let theme = it.options.theme;
    let said = [
        (reading(it), theme.text()),
        (String::new(), theme.dim()),
        (
            "Nothing is shown of what it says before all of it is read.".to_owned(),
            theme.dim(),
        ),
    ];
    let lines = said.iter().flat_map(|(text, style)| {
        let lines = wrap(&[Line::new(Role::Plain, text)], usize::from(area.width));
        lines
            .into_iter()
            .map(move |line| Styled::styled(line.text(), *style))
    });
    for (line, y) in lines.zip(area.top()..area.bottom()) {
        buf.set_line(area.x, y, &line, area.width);
    }
}

//! Frames that join where they meet, and pages inside them.

use ratatui::{
    buffer::Buffer,
    layout::{Alignment, Rect},
    style::Style,
    symbols::merge::MergeStrategy,
    text::{Line as Styled, Span},
    widgets::{Block, Borders, Clear, Padding, Widget},
};

use super::{
    super::{layout::Layout, page::Page, state::State},
    style::styled,
};
use crate::{caption::words::clean, session::World};

/// Draws a frame with what stands in its upper edge, joined to those it meets. What is inside stays as it is.
pub fn frame<'a>(
    style: impl Into<Style>,
    titles: impl IntoIterator<Item = Styled<'a>>,
    area: Rect,
    buf: &mut Buffer,
) {
    edges(Borders::ALL, style.into(), titles, area, buf);
}

/// Draws some edges of a frame. A block would restyle all that is inside, so each edge is a block of its own.
fn edges<'a>(
    borders: Borders,
    style: Style,
    titles: impl IntoIterator<Item = Styled<'a>>,
    area: Rect,
    buf: &mut Buffer,
) {
    let area = area.intersection(buf.area);
    let block = |edges: Borders| {
        Block::new()
            .borders(edges & borders)
            .border_style(on_edge(style))
            .merge_borders(MergeStrategy::Exact)
    };
    if area.is_empty() {
        return;
    }
    let sides = Borders::LEFT | Borders::RIGHT;
    let bottom = u16::from(borders.contains(Borders::BOTTOM));
    let between = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1 + bottom),
        ..area
    };
    let top = block(Borders::TOP | sides);
    let top = titles.into_iter().fold(top, Block::title_top);
    top.render(Rect { height: 1, ..area }, buf);
    let (right, below) = (area.right() - 1, area.bottom() - 1);
    let rest = [
        (
            Borders::BOTTOM | sides,
            Rect {
                y: below,
                height: bottom,
                ..area
            },
        ),
        (
            Borders::LEFT,
            Rect {
                width: 1,
                ..between
            },
        ),
        (
            Borders::RIGHT,
            Rect {
                x: right,
                width: 1,
                ..between
            },
        ),
    ];
    for (edges, area) in rest {
        block(edges).render(area, buf);
    }
}

/// The style alone, whatever an edge that is shared was drawn in before.
pub fn on_edge(style: impl Into<Style>) -> Style {
    Style::reset().patch(style)
}

/// Clears an area and frames it; the inside of the frame, with a column of air on both sides.
pub fn pop_up(state: &State, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    let block = Block::bordered()
        .border_style(state.theme.strong())
        .padding(Padding::horizontal(1));
    let inner = block.inner(area);
    block.title(heading(state, title)).render(area, buf);
    inner
}

/// Pops lines up in the lower left corner of the map, above the timeline.
pub fn corner(
    state: &State,
    layout: &Layout,
    title: &str,
    width: u16,
    lines: &[Styled],
    buf: &mut Buffer,
) {
    let below = layout.timeline.or(layout.keybar);
    let bottom = below.map_or(state.size.rows, |below| below.y);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let height = height.min(bottom);
    let area = Rect {
        x: 0,
        y: bottom - height,
        width,
        height,
    };
    let area = pop_up(state, title, area, buf);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        buf.set_line(area.x, y, line, area.width);
    }
}

/// Frames an area again, joined to what is around it, with another title and nothing inside.
pub fn anew(state: &State, title: &str, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let inside_and_top = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
        ..area
    };
    Clear.render(inside_and_top, buf);
    // The lower edge is that of what is below.
    let area = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    let title = heading(state, title);
    edges(
        Borders::ALL - Borders::BOTTOM,
        state.theme.strong().into(),
        [title],
        area,
        buf,
    );
}

/// A title with air around it, for the upper edge of a frame.
pub fn heading(state: &State, title: &str) -> Styled<'static> {
    Styled::from(Span::styled(
        format!(" {} ", clean(title)),
        on_edge(state.theme.strong()),
    ))
}

/// A page in the middle of the screen, no larger than it needs to be.
pub fn page(
    page: &Page,
    (width, rows): (u16, u16),
    scroll: usize,
    state: &State,
    world: &World,
    buf: &mut Buffer,
) {
    let height = rows.min(u16::try_from(page.lines.len() + 2).unwrap_or(u16::MAX));
    let area = Rect {
        x: (state.size.cols - width) / 2,
        y: (rows - height) / 2,
        width,
        height,
    };
    let area = pop_up(state, &page.title, area, buf);
    write(page, scroll, state, world, area, buf);
}

/// Writes what is seen of a page, and how much is not.
pub fn write(
    page: &Page,
    scroll: usize,
    state: &State,
    world: &World,
    area: Rect,
    buf: &mut Buffer,
) {
    let scroll = scroll.min(page.extent().last);
    let seen = page.lines.iter().skip(scroll).take(page.rows());
    for (line, y) in seen.zip(area.top()..area.bottom()) {
        buf.set_line(area.x, y, &styled(line, state, world), area.width);
    }
    if let Some(text) = unseen(page, scroll).filter(|_| !area.is_empty()) {
        let line = Styled::styled(text, state.theme.dim()).alignment(Alignment::Right);
        line.render(
            Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            },
            buf,
        );
    }
}

/// `↓ 12 more lines`, `↑ 3  ↓ 12 more lines`, `↑ 15 lines above`.
fn unseen(page: &Page, scroll: usize) -> Option<String> {
    let below = page.lines.len().saturating_sub(scroll + page.rows());
    match (scroll, below) {
        (0, 0) => None,
        (0, 1) => Some("↓ 1 more line".to_owned()),
        (0, below) => Some(format!("↓ {below} more lines")),
        (1, 0) => Some("↑ 1 line above".to_owned()),
        (above, 0) => Some(format!("↑ {above} lines above")),
        (above, below) => Some(format!("↑ {above}  ↓ {below} more")),
    }
}

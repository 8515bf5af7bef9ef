//! The words of the panel and of what stands over it, wrapped for where they stand.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{
    action::Cited,
    drawing,
    layout::Pane,
    mode::Mode,
    page::{Page, PanelKey},
    reviewing,
    state::State,
};
use crate::{
    caption::{Line, Reading, Role, prose::mark, wrap},
    session::{FileProblems, Reader, World},
};

/// Columns that problems are wide where they can be.
const PROBLEMS_WIDTH: u16 = 100;
/// Rows around a citation that is to be copied by hand: its title, a rule, and the key bar with its frame.
pub const CITATION_EDGES: u16 = 5;
/// Columns that the help is wide where it can be.
const HELP_WIDTH: u16 = 72;
/// Columns that the palette is wide where it can be, so that what a command does stands beside its name.
const PALETTE_WIDTH: u16 = 96;
/// Rows that the palette takes where it can.
const PALETTE_HEIGHT: u16 = 20;

/// Returns what the panel says.
pub fn panel(state: &State, world: &World) -> Arc<Page> {
    let session = &state.session;
    let key = PanelKey {
        subject: session.subject(),
        date: session.snapshot.date,
        compared: session.compared.as_ref().map(|it| it.date),
        switchboard: session.snapshot.switchboard.clone(),
        current: (*state.modes.base() == Mode::Inspect).then_some(session.current),
        pane: state.layout(world).panel,
        outdated: state.problems.as_ref().and_then(FileProblems::stale),
    };
    let (current, pane, outdated) = (key.current, key.pane, key.outdated.clone());
    state.panel.get(key, || {
        let caption = session.caption(world);
        let mut lines = caption.lines(&world.atlas);
        if let Some(current) = current {
            let last = mark(&mut lines, None).len().saturating_sub(1);
            mark(&mut lines, Some(current.min(last)));
        }
        let Some(pane) = pane else {
            return Page {
                title: caption.title,
                lines: Vec::new(),
                height: 0,
            };
        };
        if !pane.has_frame() {
            lines.insert(0, Line::new(Role::Title, &caption.title));
            lines.splice(0..0, outdated.map(|text| Line::new(Role::Alarm, &text)));
        }
        Page {
            title: caption.title,
            lines: wrap(&lines, usize::from(pane.inner.width)),
            height: usize::from(pane.inner.height),
        }
    })
}

/// The source that is read, and what the passage at hand bears on.
pub fn reader_and_foot(state: &State, world: &World, reader: Reader) -> (Page, Vec<Line>) {
    let reading = state
        .session
        .captions(world)
        .reading(reader.source, reader.stop);
    parted(state, world, reading)
}

/// The article that is written on, and the claim that is put together.
pub fn desk(state: &State, world: &World) -> (Page, Vec<Line>) {
    let reading = state.desk.as_ref().map(|desk| Reading {
        title: desk.title(),
        text: desk.writing.lines(),
        foot: desk.writing.claim_lines(),
    });
    parted(state, world, reading.unwrap_or_default())
}

/// The place that is drawn.
pub fn drawing(state: &State, world: &World) -> Page {
    let title = "A new place".to_owned();
    in_panel(state, world, title, drawing::lines(state, world))
}

/// The claim in draft that is looked at.
pub fn review(state: &State, world: &World) -> Page {
    let (title, lines) = reviewing::lines(state, world);
    in_panel(state, world, title, lines)
}

fn in_panel(state: &State, world: &World, title: String, text: Vec<Line>) -> Page {
    let reading = Reading {
        title,
        text,
        foot: Vec::new(),
    };
    parted(state, world, reading).0
}

/// A text, and what stands under it as far as there is room.
fn parted(state: &State, world: &World, reading: Reading) -> (Page, Vec<Line>) {
    let (width, height, framed) = match state.layout(world).panel {
        Some(pane) => (pane.inner.width, pane.inner.height, pane.has_frame()),
        None => (0, 0, false),
    };
    let mut text = reading.text;
    if !framed {
        text.insert(0, Line::new(Role::Title, &reading.title));
    }
    let mut foot = wrap(&reading.foot, usize::from(width));
    let room = usize::from(height) / 3;
    if foot.len() > room {
        foot.truncate(room.saturating_sub(1));
        foot.extend((room > 1).then(|| Line::new(Role::Quiet, "…")));
    }
    // A line parts the two.
    let taken = if foot.is_empty() { 0 } else { foot.len() + 1 };
    let page = Page {
        title: reading.title,
        lines: wrap(&text, usize::from(width)),
        height: usize::from(height) - taken,
    };
    (page, foot)
}

/// The source that is read.
pub fn reader(state: &State, world: &World, reader: Reader) -> Page {
    reader_and_foot(state, world, reader).0
}

/// A citation from edge to edge, so that nothing else is copied with it.
pub fn citation(state: &State, world: &World, cited: Cited) -> Page {
    let text = state.citation(world, cited);
    let lines: Vec<Line> = text
        .lines()
        .map(|line| Line::new(Role::Plain, line))
        .collect();
    Page {
        title: format!("To be copied by hand: {}", cited.format.name()),
        lines: wrap(&lines, usize::from(state.size.cols)),
        height: usize::from(state.size.rows.saturating_sub(CITATION_EDGES)),
    }
}

/// Returns where a prompt and what it leads to stand: places in the panel's place or over the map's lower half, so that
/// they are seen on the map; commands over the middle.
pub fn prompt(state: &State, world: &World) -> Option<Pane> {
    let layout = state.layout(world);
    if let (Mode::Palette(_), Some(foot)) = (state.modes.top(), layout.foot) {
        let room = state.size.cols.saturating_sub(4).min(PALETTE_WIDTH);
        let width = room.max(help_size(state).0);
        let height = foot.outer.y.min(PALETTE_HEIGHT);
        return Some(Pane::padded(Rect {
            x: (state.size.cols - width) / 2,
            y: (foot.outer.y - height) / 2,
            width,
            height,
        }));
    }
    if let (Mode::Ask(_), Some(panel)) = (state.modes.top(), layout.panel) {
        let height = panel.outer.height.div_ceil(2);
        // The words that are marked stay in sight.
        let y = if marked_row(state, world) < usize::from(panel.outer.height - height) {
            panel.outer.bottom() - height
        } else {
            panel.outer.y
        };
        return Some(Pane::padded(Rect {
            y,
            height,
            ..panel.outer
        }));
    }
    layout.panel.or_else(|| {
        let map = layout.map?.outer;
        let height = map.height.div_ceil(2);
        Some(Pane::padded(Rect {
            y: map.bottom() - height,
            height,
            ..map
        }))
    })
}

/// The row of the panel that what is marked ends in.
fn marked_row(state: &State, world: &World) -> usize {
    let scroll = match *state.modes.base() {
        Mode::Write { scroll } => scroll,
        _ => 0,
    };
    let (page, _) = desk(state, world);
    let last = page.lines.iter().rposition(Line::is_current);
    last.unwrap_or(0).saturating_sub(scroll)
}

/// Rows there are for what a prompt leads to.
pub fn found(state: &State, world: &World) -> usize {
    prompt(state, world).map_or(0, |pane| usize::from(pane.inner.height).saturating_sub(1))
}

/// Returns the page of what is wrong with the file.
pub fn problems(state: &State, world: &World) -> Page {
    let (cols, rows) = problems_size(state);
    let width = usize::from(cols.saturating_sub(4));
    let chosen = match *state.mode() {
        Mode::Problems { chosen, .. } => Some(chosen),
        _ => None,
    };
    let lines = match (&state.problems, state.warning(world)) {
        (Some(problems), _) => problems.lines(width, chosen),
        (None, Some(warning)) => vec![
            Line::new(Role::Alarm, &warning),
            Line::new(Role::Plain, "`whoholds check` shows why."),
        ],
        (None, None) => vec![Line::new(Role::Plain, "There are none.")],
    };
    Page {
        title: "Problems".to_owned(),
        lines: wrap(&lines, width),
        height: usize::from(rows.saturating_sub(2)),
    }
}

/// Returns the columns and rows that the problems take with their frame.
pub fn problems_size(state: &State) -> (u16, u16) {
    (state.size.cols.min(PROBLEMS_WIDTH + 4), state.size.rows)
}

/// Returns the columns and rows that the help takes with its frame.
pub fn help_size(state: &State) -> (u16, u16) {
    (state.size.cols.min(HELP_WIDTH + 4), state.size.rows)
}

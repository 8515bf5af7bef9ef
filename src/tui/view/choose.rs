//! A list to choose from: sources, places, or what a citation is written in.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    super::{layout::Layout, mode::Choice, reading, state::State},
    frame,
};
use crate::{
    atlas::{Source, SourceId, Switch},
    caption::{shortened, words::clean},
    export::{Exporter, FORMATS, citation::Format},
    session::World,
};

/// A line of the list, and what is known of it.
struct Row {
    left: String,
    right: String,
}

pub fn draw(state: &State, world: &World, layout: &Layout, choice: Choice, buf: &mut Buffer) {
    let (title, rows) = match choice {
        Choice::Source { .. } => ("Sources", sources(state, world)),
        Choice::Place { .. } => ("It bears on", places(state, world)),
        Choice::Switch { .. } => ("What counts", switches(state, world)),
        Choice::Format { .. } => ("Copy as", formats()),
        Choice::Export { .. } => ("Export as", exports()),
    };
    let wanted = |row: &Row| row.left.width() + row.right.width() + 4;
    let width = rows
        .iter()
        .map(wanted)
        .max()
        .unwrap_or(0)
        .max(title.width())
        + 4;
    let area = frame::pop_up(
        state,
        title,
        place(state, layout, choice, width, rows.len() + 2),
        buf,
    );
    let cursor = choice.cursor();
    let first = cursor.saturating_sub(usize::from(area.height.saturating_sub(1)));
    let seen = rows.iter().enumerate().skip(first);
    for ((n, row), y) in seen.zip(area.top()..area.bottom()) {
        draw_row(
            state,
            row,
            n == cursor,
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
        );
    }
}

fn draw_row(state: &State, row: &Row, here: bool, area: Rect, buf: &mut Buffer) {
    let style = if here {
        state.theme.strong()
    } else {
        state.theme.text()
    };
    // What is known of it is left out where the name would be cut to less than it.
    let (whole, right) = (usize::from(area.width), row.right.width());
    let beside = whole.saturating_sub(right + 2);
    let both = row.left.width() + 2 <= beside || right <= beside;
    let name = shortened(
        &clean(&row.left),
        if both { beside } else { whole }.saturating_sub(2),
    );
    let line = Styled::from(vec![
        Span::raw(if here { "▸ " } else { "  " }),
        Span::styled(name, style),
    ]);
    buf.set_line(area.x, area.y, &line, area.width);
    if let (true, Ok(right)) = (both, u16::try_from(right)) {
        let x = area.right().saturating_sub(right);
        buf.set_string(x, area.y, &row.right, state.theme.dim());
    }
}

/// The middle of what it is about, above the legend: of the words, or of the map.
fn place(state: &State, layout: &Layout, choice: Choice, width: usize, height: usize) -> Rect {
    let bottom = layout.foot.map_or(state.size.rows, |foot| foot.outer.y);
    let cells = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    let (width, height) = (cells(width).min(state.size.cols), cells(height).min(bottom));
    let pane = match choice {
        Choice::Source { .. } | Choice::Place { .. } | Choice::Format { .. } => layout.panel,
        Choice::Switch { .. } | Choice::Export { .. } => layout.map,
    };
    let whole = Rect::new(0, 0, state.size.cols, bottom);
    let about = pane.map_or(whole, |pane| pane.outer);
    let middle = |start: u16, side: u16, own: u16, all: u16| {
        // What is larger than its subject is about it wherever it stands.
        let (start, side) = if own > side { (0, all) } else { (start, side) };
        (start + side / 2).saturating_sub(own / 2).min(all - own)
    };
    Rect {
        x: middle(about.x, about.width, width, state.size.cols),
        y: middle(about.y, about.height, height, bottom),
        width,
        height,
    }
}

fn sources(state: &State, world: &World) -> Vec<Row> {
    let captions = state.session.captions(world);
    let row = |id: SourceId| Row {
        left: cited(&world.atlas[id]),
        right: captions.counts(id).words(state.session.snapshot.date),
    };
    world.atlas.source_ids().map(row).collect()
}

fn places(state: &State, world: &World) -> Vec<Row> {
    let captions = state.session.captions(world);
    let places = reading::named(state, world).into_iter();
    let row = |place| Row {
        left: world.atlas.name(place).to_owned(),
        right: clean(&captions.stated(place).words),
    };
    places.map(row).collect()
}

fn switches(state: &State, world: &World) -> Vec<Row> {
    let (captions, off) = (
        state.session.captions(world),
        &state.session.snapshot.switchboard,
    );
    let row = |switch: &Switch| {
        let tick = if off.is_off(switch) { "[ ]" } else { "[x]" };
        let kind = match switch {
            Switch::Source(_) => "",
            Switch::Origin(_) => "all that rests on ",
            Switch::Grade(_) => "all that is ",
        };
        Row {
            left: format!("{tick} {kind}{}", named(world, switch)),
            right: captions.switched(switch),
        }
    };
    world.atlas.switches().iter().map(row).collect()
}

/// A source with its publisher and date, so that two of one publisher are told apart.
fn named(world: &World, switch: &Switch) -> String {
    match switch {
        Switch::Source(id) => cited(&world.atlas[*id]),
        other => world.atlas.switch_name(other).to_owned(),
    }
}

/// The name of a source, its publisher and its date.
fn cited(source: &Source) -> String {
    let dated = source.published.map(|date| date.to_string());
    let parts = [
        Some(source.name()),
        source.publisher_beside_name(),
        dated.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn exports() -> Vec<Row> {
    let widths = FORMATS.iter().map(|format| format.about().width());
    let widest = widths.max().unwrap_or(0);
    let row = |format: &&dyn Exporter| Row {
        left: format.name().to_owned(),
        right: format!("{:<widest$}", format.about()),
    };
    FORMATS.iter().map(row).collect()
}

fn formats() -> Vec<Row> {
    let row = |format: &Format| Row {
        left: format.name().to_owned(),
        right: String::new(),
    };
    Format::ALL.iter().map(row).collect()
}

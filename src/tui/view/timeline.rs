//! The dates at which something is said, the one that is shown, and the one it is compared with.

use jiff::civil;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_width::UnicodeWidthStr;

use super::super::{layout::Layout, state::State};
use crate::{
    atlas::Date,
    scene::{Axis, AxisMark, DENSEST, TextStyle},
    session::World,
};

/// Marks of dates that share a column, the densest last.
const DENSE: [&str; DENSEST as usize] = ["▄", "▆", "█"];

/// Days of a timeline in sight that is labelled with months.
const MONTHS: i32 = 20 * 366;
/// Days of one that is labelled with days.
const DAYS: i32 = 92;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    let Some(area) = layout.timeline else { return };
    let axis = state.timeline.axis(world, area.width);
    line(state, world, &axis, area, buf);
    if area.height > 1 {
        labels(state, world, &axis, area, buf);
    }
}

/// The marks: what comes after the date is quiet, between two dates that are compared the line is strong. The ends tell
/// that time goes on by itself, and that there is more of it than is seen.
fn line(state: &State, world: &World, axis: &Axis, area: Rect, buf: &mut Buffer) {
    let theme = state.theme;
    let here = axis.at(state.session.snapshot.date);
    let marked = state
        .session
        .compared
        .as_ref()
        .map(|snapshot| axis.at(snapshot.date));
    let between = marked.map_or(here..here, |marked| here.min(marked)..here.max(marked) + 1);
    for (mark, x) in axis.marks(&world.stops).into_iter().zip(0..) {
        let symbol = match mark {
            AxisMark::Line if between.contains(&x) => "═",
            AxisMark::Line => "─",
            AxisMark::Break => "┄",
            AxisMark::Span => "━",
            AxisMark::Day => "●",
            AxisMark::Days(level) => DENSE[usize::from(level - 1).min(DENSE.len() - 1)],
        };
        let style: Style = if matches!(mark, AxisMark::Line | AxisMark::Break) || x > here {
            theme.dim().into()
        } else {
            theme.text().into()
        };
        let style = if x == here {
            Style::from(theme.strong()).reversed()
        } else if Some(x) == marked {
            Style::from(theme.dim()).reversed()
        } else {
            style
        };
        buf.set_string(area.x + x, area.y, symbol, style);
    }
    let window = state.timeline.window;
    let ends = [
        (area.left(), "‹", window.start() > 0.0),
        (area.right() - 1, "›", window.end() < 1.0),
        (area.left(), "▶", state.timeline.playing),
    ];
    for (x, symbol, _) in ends.into_iter().filter(|(.., shown)| *shown) {
        buf.set_string(x, area.y, symbol, Style::from(theme.strong()));
    }
}

/// The number that tells a label from the one before.
type Part = fn(civil::Date) -> i16;

/// Under the marks: the date that is shown, the one it is compared with, and years, months and days, as there is room.
fn labels(state: &State, world: &World, axis: &Axis, area: Rect, buf: &mut Buffer) {
    let theme = state.theme;
    let mut row = Row {
        area: Rect {
            y: area.y + 1,
            height: 1,
            ..area
        },
        taken: vec![false; usize::from(area.width)],
    };
    let dates = [
        Some(&state.session.snapshot),
        state.session.compared.as_ref(),
    ];
    let styles = [theme.strong(), theme.text()];
    for (snapshot, style) in dates.into_iter().zip(styles) {
        let Some(snapshot) = snapshot else { continue };
        let text = snapshot.date.to_string();
        let half = u16::try_from(text.width() / 2).unwrap_or(0);
        let at = axis.at(snapshot.date).saturating_sub(half);
        row.write(at, &text, style, buf);
    }
    let mut stops: Vec<Date> = world.stops.clone();
    stops.retain(|&stop| axis.sees(stop));
    stops.sort_unstable_by_key(|stop| stop.first_day());
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return;
    };
    let days = first.first_day().until(last.last_day());
    let days = days.map_or(i32::MAX, |days| days.get_days());
    let parts: [(&str, Part, i32); 3] = [
        ("%Y", |day| day.year(), i32::MAX),
        ("%b", |day| day.month().into(), MONTHS),
        ("%-d", |day| day.day().into(), DAYS),
    ];
    for (format, part, _) in parts.into_iter().filter(|(.., most)| days <= *most) {
        let mut last = None;
        for stop in &stops {
            let day = stop.first_day();
            if last != Some(part(day)) {
                let label = day.strftime(format).to_string();
                row.write(axis.span(*stop).start, &label, theme.dim(), buf);
            }
            last = Some(part(day));
        }
    }
}

/// A row of words that never touch.
struct Row {
    area: Rect,
    taken: Vec<bool>,
}

impl Row {
    fn write(&mut self, at: u16, text: &str, style: TextStyle, buf: &mut Buffer) {
        let (all, width) = (self.taken.len(), text.width());
        let start = usize::from(at).min(all.saturating_sub(width));
        let end = (start + width + 1).min(all);
        if start + width > all || self.taken[start.saturating_sub(1)..end].contains(&true) {
            return;
        }
        self.taken[start..start + width].fill(true);
        let x = self.area.x + u16::try_from(start).unwrap_or(0);
        buf.set_string(x, self.area.y, text, style);
    }
}

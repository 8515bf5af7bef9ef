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
        // A date that is out of sight would stand for the first or the last one there.
        let is_in_sight = |date| state.timeline.window.is_whole() || axis.sees(date);
        let Some(snapshot) = snapshot.filter(|it| is_in_sight(it.date)) else {
            continue;
        };
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
    let units = [Unit::Year, Unit::Month, Unit::Day];
    let units: Vec<Unit> = units
        .into_iter()
        .filter(|unit| days <= unit.most_days())
        .collect();
    if let Some(finest) = units.last() {
        let label = first.first_day().strftime(finest.full()).to_string();
        row.write(axis.span(*first).start, &label, theme.dim(), buf);
    }
    for (column, label) in units.iter().flat_map(|unit| unit.labels(&stops, axis)) {
        row.write(column, &label, theme.dim(), buf);
    }
}

/// A unit of the calendar that stands under the marks.
#[derive(Clone, Copy)]
enum Unit {
    Year,
    Month,
    Day,
}

impl Unit {
    const fn format(self) -> &'static str {
        match self {
            Self::Year => "%Y",
            Self::Month => "%b",
            Self::Day => "%-d",
        }
    }

    /// The same with the larger units, for the first of a timeline.
    const fn full(self) -> &'static str {
        match self {
            Self::Year => "%Y",
            Self::Month => "%b %Y",
            Self::Day => "%-d %b %Y",
        }
    }

    /// The longest stretch of time in sight under which it stands.
    const fn most_days(self) -> i32 {
        match self {
            Self::Year => i32::MAX,
            Self::Month => 20 * 366,
            Self::Day => 92,
        }
    }

    /// The steps in which it may be counted.
    const fn steps(self) -> &'static [i32] {
        match self {
            Self::Month => &[1, 2, 3, 6],
            Self::Year | Self::Day => &[1, 2, 5, 10],
        }
    }

    /// Its number, so that those that follow each other have numbers that do.
    fn number(self, day: civil::Date) -> i32 {
        let year = i32::from(day.year());
        match self {
            Self::Year => year,
            Self::Month => year * 12 + i32::from(day.month()) - 1,
            Self::Day => {
                let hours = day.duration_since(civil::Date::ZERO).as_hours();
                i32::try_from(hours / 24).unwrap_or(0)
            }
        }
    }

    /// The labels at the dates that are the first of theirs. Where every one of them has a date and there is no room for
    /// all, those that are left are as far apart as each other.
    fn labels(self, stops: &[Date], axis: &Axis) -> Vec<(u16, String)> {
        let mut firsts: Vec<(i32, u16, String)> = Vec::new();
        for stop in stops {
            let day = stop.first_day();
            let number = self.number(day);
            if firsts.last().is_none_or(|(last, ..)| *last != number) {
                let label = day.strftime(self.format()).to_string();
                firsts.push((number, axis.span(*stop).start, label));
            }
        }
        let follow = |pair: &[(i32, u16, String)]| pair[1].0 == pair[0].0 + 1;
        if firsts.windows(2).all(follow) {
            let every = self.steps().iter();
            let kept = |step: &i32| -> Vec<_> {
                let kept = firsts.iter().filter(|(number, ..)| number % step == 0);
                kept.cloned().collect()
            };
            let has_room = |kept: &Vec<(i32, u16, String)>| {
                let apart = |pair: &[(i32, u16, String)]| {
                    usize::from(pair[1].1 - pair[0].1) > pair[0].2.width()
                };
                kept.windows(2).all(apart)
            };
            if let Some(roomy) = every.map(kept).find(has_room) {
                firsts = roomy;
            }
        }
        firsts
            .into_iter()
            .map(|(_, column, label)| (column, label))
            .collect()
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

//! An axis of time: by the calendar, or by order and overlap alone, the whole of it or a window.

use std::ops::Range;

use jiff::{ToSpan, civil};

use super::time_window::TimeWindow;
use crate::atlas::Date;

/// The lengths that stretches of time have on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Lengths as the calendar gives them.
    Proportional,
    /// The same length for every stretch between two days on which something begins or ends, so that a cluster of days is as
    /// readable as the decades around it.
    Even,
}

impl TimeScale {
    /// The scale to begin with: the calendar's, unless it leaves most of the dates no column of their own.
    pub fn fitting(dates: &[Date]) -> Self {
        let axis = Axis::new(dates, NOMINAL, Self::Proportional, TimeWindow::default());
        let mut columns: Vec<u16> = dates.iter().map(|&date| axis.at(date)).collect();
        columns.sort_unstable();
        columns.dedup();
        if columns.len() * 2 >= dates.len().min(usize::from(NOMINAL)) {
            Self::Proportional
        } else {
            Self::Even
        }
    }

    /// The other scale.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Proportional => Self::Even,
            Self::Even => Self::Proportional,
        }
    }
}

/// An axis of dates over so many columns.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The days on which a date starts, or has just ended, ascending.
    edges: Vec<civil::Date>,
    scale: TimeScale,
    window: TimeWindow,
    width: u16,
}

/// The mark in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisMark {
    /// Time of which nothing is said.
    Line,
    /// The same, and at least one whole calendar year of it, which takes less room than it lasted.
    Break,
    /// A part of a month or a year.
    Span,
    /// A date that is exact to the day.
    Day,
    /// Several of them, as densely as this of [`DENSEST`].
    Days(u8),
}

/// The densest of [`AxisMark::Days`], which begin at 1.
pub const DENSEST: u8 = 3;

/// Columns at each end for what comes before and after.
const END: u16 = 1;
/// The width by which a scale is chosen, so that it is the same on every screen.
const NOMINAL: u16 = 60;

impl Axis {
    /// An axis with room for those dates, in whatever order they come.
    pub fn new(dates: &[Date], width: u16, scale: TimeScale, window: TimeWindow) -> Self {
        let ends = dates
            .iter()
            .flat_map(|&date| [date.first_day(), day_after(date.last_day())]);
        let mut edges: Vec<civil::Date> = ends.collect();
        edges.sort_unstable();
        edges.dedup();
        Self {
            edges,
            scale,
            window,
            width,
        }
    }

    /// The columns of one of the dates, at least one.
    pub fn span(&self, date: Date) -> Range<u16> {
        self.days(date.first_day(), date.last_day())
    }

    /// The column at which any date has just come.
    pub fn at(&self, date: Date) -> u16 {
        let last = self.days(date.last_day(), date.last_day());
        if is_long(date) {
            last.end - 1
        } else {
            u16::midpoint(last.start, last.end - 1)
        }
    }

    /// The one of the dates in the window that stands nearest to a column; of several, the last.
    pub fn nearest(&self, dates: &[Date], column: u16) -> Option<Date> {
        let latest_first = dates.iter().rev().copied();
        let seen = latest_first.filter(|&date| self.sees(date));
        seen.min_by_key(|&date| self.at(date).abs_diff(column))
    }

    /// The place of a date on the whole axis, from 0 to 1.
    pub fn place(&self, date: Date) -> f64 {
        let day = date.last_day();
        f64::midpoint(self.place_of(day), self.place_of(day_after(day))).clamp(0.0, 1.0)
    }

    /// The place on the whole axis that a column shows, from 0 to 1.
    pub fn place_at(&self, column: u16) -> f64 {
        let inside = f64::from(column.saturating_sub(END)) + 0.5;
        self.window.start() + inside / f64::from(self.room().max(1)) * self.window.length()
    }

    /// The shortest window that is worth a look, as a part of the whole axis.
    pub fn shortest_window(&self) -> f64 {
        let least = match (self.scale, self.edges.as_slice()) {
            (TimeScale::Even, edges) => 8.0 / count(edges.len().saturating_sub(1)),
            (TimeScale::Proportional, [first, .., last]) => 7.0 / days_between(*first, *last),
            (TimeScale::Proportional, _) => 1.0,
        };
        least.min(1.0)
    }

    /// The mark in each column for these dates, the vaguer under the finer.
    pub fn marks(&self, dates: &[Date]) -> Vec<AxisMark> {
        let mut marks = vec![AxisMark::Line; usize::from(self.width)];
        let broken = self.edges.windows(2).filter(|pair| {
            let even = self.scale == TimeScale::Even;
            even && whole_year(pair[0], pair[1])
        });
        for pair in broken {
            fill(
                &mut marks,
                self.column(pair[0])..self.column(pair[1]),
                AxisMark::Break,
            );
        }
        let seen = dates.iter().copied().filter(|&date| self.sees(date));
        let (long, days): (Vec<Date>, Vec<Date>) = seen.partition(|&date| is_long(date));
        for date in long {
            fill(&mut marks, self.span(date), AxisMark::Span);
        }
        let mut dense = vec![0_usize; marks.len()];
        for date in days {
            if let Some(count) = dense.get_mut(usize::from(self.at(date))) {
                *count += 1;
            }
        }
        let most = dense.iter().copied().max().unwrap_or(0);
        for (mark, count) in marks.iter_mut().zip(dense) {
            match count {
                0 => {}
                1 => *mark = AxisMark::Day,
                _ => *mark = AxisMark::Days(density(count, most)),
            }
        }
        marks
    }

    /// Tells whether some of a date is inside the window.
    pub fn sees(&self, date: Date) -> bool {
        let (start, end) = (date.first_day(), day_after(date.last_day()));
        self.place_of(end) > self.window.start() && self.place_of(start) < self.window.end()
    }

    /// The columns from one day to another, both included.
    fn days(&self, first: civil::Date, last: civil::Date) -> Range<u16> {
        let start = self.column(first).min(self.last());
        start..self.column(day_after(last)).max(start + 1)
    }

    /// The column in which a day begins: the first or the last one where it is out of sight.
    fn column(&self, day: civil::Date) -> u16 {
        let place = self.place_of(day);
        let inside = (place - self.window.start()) / self.window.length();
        if inside < 0.0 {
            return 0;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is not negative, and a cast goes no further than the largest number"
        )]
        let column = (inside * f64::from(self.room()) + ROUNDING) as u16;
        column.saturating_add(END).min(self.last())
    }

    /// The place of a day's beginning on the whole axis: from 0 to 1, less before all dates and more after them.
    fn place_of(&self, day: civil::Date) -> f64 {
        let after = self.edges.partition_point(|&edge| edge <= day);
        let (Some(&first), Some(&last)) = (self.edges.first(), self.edges.last()) else {
            return 0.0;
        };
        let Some(&from) = after.checked_sub(1).and_then(|n| self.edges.get(n)) else {
            return -1.0;
        };
        match (self.scale, self.edges.get(after)) {
            (_, None) if day > last => 2.0,
            (_, None) => 1.0,
            (TimeScale::Proportional, Some(_)) => {
                days_between(first, day) / days_between(first, last)
            }
            (TimeScale::Even, Some(&to)) => {
                let within = days_between(from, day) / days_between(from, to);
                (count(after - 1) + within) / count(self.edges.len() - 1)
            }
        }
    }

    /// The columns between the two ends.
    const fn room(&self) -> u16 {
        self.width.saturating_sub(2 * END)
    }

    const fn last(&self) -> u16 {
        self.width.saturating_sub(1)
    }
}

/// The most that the rounding of a division may miss a column by.
const ROUNDING: f64 = 1e-9;

/// The density of a column with more than one date, where that is the most in any.
fn density(count: usize, most: usize) -> u8 {
    let levels = usize::from(DENSEST);
    let level = ((count - 1) * levels).div_ceil((most - 1).max(levels));
    u8::try_from(level).unwrap_or(DENSEST)
}

fn fill(marks: &mut [AxisMark], columns: Range<u16>, mark: AxisMark) {
    let columns = usize::from(columns.start)..usize::from(columns.end);
    if let Some(columns) = marks.get_mut(columns) {
        columns.fill(mark);
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many dates")]
const fn count(n: usize) -> f64 {
    n as f64
}

/// The days from one to a later one, at least one.
fn days_between(from: civil::Date, to: civil::Date) -> f64 {
    let days = from.until(to).map_or(0, |span| span.get_days());
    f64::from(days)
}

fn is_long(date: Date) -> bool {
    date.first_day() != date.last_day()
}

/// The day after another, or the same where the calendar ends.
fn day_after(day: civil::Date) -> civil::Date {
    day.saturating_add(1.day())
}

/// Tells whether there is a calendar year from its first to its last day between two days.
fn whole_year(from: civil::Date, to: civil::Date) -> bool {
    let first = if from == from.first_of_year() {
        from.year()
    } else {
        from.year().saturating_add(1)
    };
    first < to.year()
}

#[cfg(test)]
mod tests;

//! An axis of time that keeps order and overlap, not lengths: every stretch between two days on which something begins
//! or ends gets as much room, so that a cluster of days is as readable as the decades around it.

use std::ops::Range;

use jiff::{ToSpan, civil};

use crate::atlas::Date;

/// An axis of dates over so many columns.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The days on which a date starts, or has just ended, ascending.
    edges: Vec<civil::Date>,
    width: u16,
}

/// The mark in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisMark {
    /// Time of which nothing is said.
    Line,
    /// The same, and at least one whole calendar year of it.
    Break,
    /// A part of a month or a year.
    Span,
    /// A date that is exact to the day.
    Day,
}

/// Columns at each end for what comes before and after.
const END: u16 = 1;

impl Axis {
    /// An axis with room for those dates, in whatever order they come.
    pub fn new(dates: &[Date], width: u16) -> Self {
        let ends = dates
            .iter()
            .flat_map(|&date| [date.first_day(), day_after(date)]);
        let mut edges: Vec<civil::Date> = ends.collect();
        edges.sort_unstable();
        edges.dedup();
        Self { edges, width }
    }

    /// The columns of one of the dates, at least one.
    pub fn span(&self, date: Date) -> Range<u16> {
        let edge = |day| self.edges.partition_point(|&edge| edge < day);
        let start = self.column(edge(date.first_day()));
        start..self.column(edge(day_after(date))).max(start + 1)
    }

    /// The column at which any date has just come.
    pub fn at(&self, date: Date) -> u16 {
        let last = date.last_day();
        let after = self.edges.partition_point(|&edge| edge <= last);
        if after == 0 {
            return 0;
        }
        let (Some(&from), Some(&to)) = (self.edges.get(after - 1), self.edges.get(after)) else {
            return self.last();
        };
        let (start, end) = (self.column(after - 1), self.column(after));
        let ends_here = day_after(date) == to && date.first_day() <= from;
        if ends_here && is_long(date) {
            end.saturating_sub(1).max(start)
        } else {
            u16::midpoint(start, end.saturating_sub(1).max(start))
        }
    }

    /// The mark in each column for these dates, the vaguer under the finer.
    pub fn marks(&self, dates: &[Date]) -> Vec<AxisMark> {
        let mut marks = vec![AxisMark::Line; usize::from(self.width)];
        for (n, pair) in self.edges.windows(2).enumerate() {
            if whole_year(pair[0], pair[1]) {
                let columns = usize::from(self.column(n))..usize::from(self.column(n + 1));
                fill(&mut marks, columns, AxisMark::Break);
            }
        }
        let (long, days): (Vec<Date>, Vec<Date>) = dates.iter().partition(|&&date| is_long(date));
        for date in long {
            let span = self.span(date);
            fill(
                &mut marks,
                usize::from(span.start)..usize::from(span.end),
                AxisMark::Span,
            );
        }
        for date in days {
            let at = usize::from(self.at(date));
            fill(&mut marks, at..at + 1, AxisMark::Day);
        }
        marks
    }

    const fn last(&self) -> u16 {
        self.width.saturating_sub(1)
    }

    fn column(&self, edge: usize) -> u16 {
        let stretches = self.edges.len().saturating_sub(1).max(1);
        let room = usize::from(self.width.saturating_sub(2 * END));
        let column = u16::try_from(edge * room / stretches).unwrap_or(u16::MAX);
        column.saturating_add(END).min(self.last())
    }
}

fn fill(marks: &mut [AxisMark], columns: Range<usize>, mark: AxisMark) {
    if let Some(columns) = marks.get_mut(columns) {
        columns.fill(mark);
    }
}

fn is_long(date: Date) -> bool {
    date.first_day() != date.last_day()
}

/// The day after a date, or its last day where the calendar ends.
fn day_after(date: Date) -> civil::Date {
    date.last_day().saturating_add(1.day())
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dates(text: &str) -> Vec<Date> {
        let mut dates: Vec<Date> = text
            .split_whitespace()
            .map(|date| date.parse().expect("a date"))
            .collect();
        dates.sort_unstable();
        dates
    }

    fn drawn(text: &str, width: u16) -> String {
        let dates = dates(text);
        let marks = Axis::new(&dates, width).marks(&dates);
        marks
            .into_iter()
            .map(|mark| match mark {
                AxisMark::Line => '-',
                AxisMark::Break => ' ',
                AxisMark::Span => '=',
                AxisMark::Day => 'o',
            })
            .collect()
    }

    #[test]
    fn decades_and_a_cluster_of_days_are_read_alike() {
        assert_eq!(
            drawn(
                "1971 2015-09-30 2016-01 2026-01-26 2026-01-28 2026-02-04",
                35
            ),
            "-===   -o----===   -o-----o-----o--"
        );
    }

    #[test]
    fn a_day_inside_a_month_stands_on_it() {
        assert_eq!(drawn("2024-12 2024-12-08", 17), "-=======o=======-");
    }

    #[test]
    fn a_date_that_nothing_is_said_of_stands_between_its_neighbours() {
        let axis = Axis::new(&dates("2015-09-30 2019 2026-01-28"), 32);
        let at = |text: &str| axis.at(text.parse().expect("a date"));
        let order = [
            "1900",
            "2015-09-30",
            "2016",
            "2019",
            "2020",
            "2026-01-28",
            "2030",
        ]
        .map(at);
        assert!(order.is_sorted_by(|a, b| a < b), "{order:?}");
        assert_eq!((order[0], order[6]), (0, 31));
    }

    fn some_date() -> impl Strategy<Value = Date> {
        let rest = prop::option::of((1..13_i8, prop::option::of(1..29_i8)));
        (1990..2030_i16, rest).prop_map(|(year, rest)| {
            let (month, day) = rest.map_or((None, None), |(month, day)| (Some(month), day));
            Date::new(year, month, day).expect("a date")
        })
    }

    proptest! {
        #[test]
        fn order_is_kept_and_every_date_is_on_it(
            mut dates in prop::collection::vec(some_date(), 1..60), other in some_date(), width in 1..120_u16,
        ) {
            dates.sort_unstable();
            let axis = Axis::new(&dates, width);
            prop_assert_eq!(axis.marks(&dates).len(), usize::from(width));
            for pair in dates.windows(2) {
                if pair[0].is_before(pair[1]) {
                    prop_assert!(axis.at(pair[0]) <= axis.at(pair[1]));
                    prop_assert!(axis.span(pair[0]).start <= axis.span(pair[1]).start);
                }
            }
            for &date in dates.iter().chain([&other]) {
                prop_assert!(axis.at(date) < width);
            }
            for &date in &dates {
                let span = axis.span(date);
                prop_assert!(!span.is_empty() && span.end <= width);
            }
        }
    }
}

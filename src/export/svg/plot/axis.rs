//! An axis of time on which a day is as wide as any other, but for long times without news, which are cut short.

use crate::atlas::Date;

/// A stretch is cut where it is longer than this many times the middle one, and to how many.
const LONGEST: i64 = 20;
const CUT: i64 = 5;
/// The last date is followed by this part of the axis: what holds from it has to be seen.
const TAIL: f64 = 0.015;

/// Dates on an axis from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeAxis {
    /// The place of each date, and then the end.
    pub at: Vec<f64>,
    /// The dates, by number, after which time is cut short.
    pub breaks: Vec<usize>,
}

impl TimeAxis {
    /// Lays out dates that are in order. A date lies where it has surely come: a month on its last day.
    pub fn new(dates: &[Date]) -> Self {
        let stretches = dates
            .windows(2)
            .map(|pair| i64::from(pair[0].days_until(pair[1])));
        let stretches: Vec<i64> = stretches.collect();
        let mut sorted: Vec<i64> = stretches.iter().copied().filter(|days| *days > 0).collect();
        sorted.sort_unstable();
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(1);
        let is_cut = |days: i64| days > LONGEST * middle;
        let shown = |days: i64| if is_cut(days) { CUT * middle } else { days };
        let days: i64 = stretches.iter().map(|&days| shown(days)).sum();
        let day = (1.0 - TAIL) / days.max(1) as f64;
        let mut at = vec![0.0];
        let mut sum = 0;
        for &days in &stretches {
            sum += shown(days);
            at.push(sum as f64 * day);
        }
        at.push(1.0);
        let all = 0..stretches.len();
        Self {
            at,
            breaks: all.filter(|&nth| is_cut(stretches[nth])).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(dates: &str) -> TimeAxis {
        let dates = dates.split(' ').map(|date| date.parse().expect("a date"));
        TimeAxis::new(&dates.collect::<Vec<_>>())
    }

    #[test]
    fn days_are_as_wide_as_each_other_and_only_a_long_silence_is_cut() {
        let even = axis("2026-01-01 2026-01-02 2026-01-04 2026-01-05");
        let widths: Vec<f64> = even.at.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!((widths[1] - 2.0 * widths[0]).abs() < 1e-9);
        assert_eq!(even.breaks, [0; 0]);
        let cut = axis("1971 2026-01-01 2026-01-02 2026-01-03");
        assert_eq!(cut.breaks, [0]);
        let widths: Vec<f64> = cut.at.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!((widths[0] - 5.0 * widths[1]).abs() < 1e-9);
        // Dates that are all far apart are as they are.
        assert_eq!(axis("1900 1950 2000").breaks, [0; 0]);
    }

    #[test]
    fn one_date_has_the_whole_axis() {
        assert_eq!(axis("2026").at, [0.0, 1.0]);
    }
}

//! Dates in the names of files, and in other words of a line.
//!
//! A day is written in numbers with the year first or last (`2026-01-28`, `20260128`, `28.1.2026`) or with the name of
//! the month in English (`28Jan2026`, `January 28, 2026`). Names that stand together, in a folder or in a column, keep to
//! one [`Order`]: that is how `1/28/2026` and `28.01.26` are read.

use std::{cmp::Reverse, ops::Range};

use crate::atlas::{Date, month};

/// The years that numbers can be taken for.
const YEARS: Range<i16> = 1900..2100;

/// The order of the numbers of a day. A year of four digits may stand first in any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// `28.1.2026`.
    #[default]
    DayFirst,
    /// `1/28/2026`.
    MonthFirst,
    /// `28.01.26`.
    ShortDayFirst,
    /// `1/28/26`.
    ShortMonthFirst,
    /// `260128`.
    ShortYearFirst,
}

impl Order {
    const OTHERS: &[Self] = &[
        Self::MonthFirst,
        Self::ShortDayFirst,
        Self::ShortMonthFirst,
        Self::ShortYearFirst,
    ];

    /// Finds the order that texts keep to: the day first, unless more of them are days in another. Of several such, it is
    /// the one in which the days lie closest together. Short years are read where no text has one in full.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let texts = texts.iter().map(AsRef::as_ref);
        let days = |order: Self| texts.clone().filter_map(move |text| day_in(text, order));
        let usual = days(Self::default()).count();
        if usual == texts.len() {
            return Self::default();
        }
        let rank = |order: Self| {
            let days = || days(order).map(Date::first_day);
            let span = days().max().zip(days().min());
            let span = span.map_or(0, |(last, first)| (last - first).get_days());
            (days().count(), Reverse(span))
        };
        let others = Self::OTHERS.iter().copied();
        let others = others.filter(|order| usual == 0 || order.year_digits() == 4);
        let ranked: Vec<_> = others.map(|order| (rank(order), order)).collect();
        let best = ranked.iter().map(|(rank, _)| rank).max();
        let is_best = |(rank, _): &&(_, Self)| Some(rank) == best && rank.0 > usual;
        let best: Vec<_> = ranked.iter().filter(is_best).collect();
        match best[..] {
            [(_, order)] => *order,
            _ => Self::default(),
        }
    }

    /// Year, month and day of three numbers that stand in this order.
    const fn of_numbers<T: Copy>(self, [one, two, three]: [T; 3]) -> (T, T, T) {
        match self {
            Self::DayFirst | Self::ShortDayFirst => (three, two, one),
            Self::MonthFirst | Self::ShortMonthFirst => (three, one, two),
            Self::ShortYearFirst => (one, two, three),
        }
    }

    const fn year_digits(self) -> usize {
        match self {
            Self::DayFirst | Self::MonthFirst => 4,
            _ => 2,
        }
    }
}

/// The day that a name carries, and where in it; `None` where it has none, or more than one, or a number that may be the
/// other end of a range of days.
pub fn date_in(name: &str, order: Order) -> Option<(Date, Range<usize>)> {
    let words = words(name);
    let mut found: Option<(Date, Range<usize>)> = None;
    let mut from = 0;
    for n in 0..words.len() {
        if n < from {
            continue;
        }
        let Some((date, used)) = date_at(name, &words[n..], order) else {
            continue;
        };
        let is_other = found.as_ref().is_some_and(|(first, _)| *first != date);
        if is_other || is_range(name, &words, n..n + used) {
            return None;
        }
        found.get_or_insert((date, words[n].start..words[n + used - 1].end));
        // Three short numbers behind each other may begin another day with any of them.
        if order.year_digits() == 2 {
            from = n + used;
        }
    }
    found
}

/// Tells whether another day stands beside a date: after it where the year is first, before it where the day is. Two
/// numbers after it are a time of day.
fn is_range(name: &str, words: &[Range<usize>], date: Range<usize>) -> bool {
    let is_day = |n: usize| {
        words
            .get(n)
            .is_some_and(|word| number::<i8>(&name[word.clone()], 1..=2).is_some())
    };
    let joined = |n: usize| {
        let pair = words.get(n).zip(words.get(n + 1));
        pair.is_some_and(|(one, other)| ["-", "–", "_", "/"].contains(&&name[one.end..other.start]))
    };
    let is_time = is_day(date.end + 1) && joined(date.end);
    let after = is_day(date.end) && joined(date.end - 1) && !is_time;
    let before = date
        .start
        .checked_sub(1)
        .is_some_and(|n| is_day(n) && joined(n));
    if is_day(date.start) { before } else { after }
}

/// The first text that is another day with the month first, where no text tells which of the two is meant.
pub fn ambiguous<T: AsRef<str>>(texts: &[T]) -> Option<&str> {
    let is_told = |text: &str| {
        let orders = [Order::DayFirst, Order::MonthFirst];
        let [usual, other] = orders.map(|order| day_in(text, order).is_some());
        usual != other
    };
    let is_other = |text: &&str| {
        let usual = day_in(text, Order::DayFirst);
        usual.is_some() && usual != day_in(text, Order::MonthFirst)
    };
    let mut all = texts.iter().map(AsRef::as_ref);
    let found = all.clone().find(is_other)?;
    (!all.any(is_told)).then_some(found)
}

fn day_in(text: &str, order: Order) -> Option<Date> {
    date_in(text, order).map(|(date, _)| date)
}

/// Runs of digits, and runs of letters.
fn words(name: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, char) in name.char_indices() {
        let kind = if char.is_ascii_digit() {
            Some(true)
        } else {
            char.is_alphabetic().then_some(false)
        };
        if let Some(last) = words
            .last_mut()
            .filter(|_| kind.is_some() && kind == before)
        {
            last.end = at + char.len_utf8();
        } else if kind.is_some() {
            words.push(at..at + char.len_utf8());
        }
        before = kind;
    }
    words
}

/// The date that the first words are, and how many of them.
fn date_at(name: &str, words: &[Range<usize>], order: Order) -> Option<(Date, usize)> {
    let text = |n: usize| words.get(n).map(|word| &name[word.clone()]);
    let first = text(0)?;
    if let Some(date) = joined_digits(first, order) {
        return Some((date, 1));
    }
    let joined = |n: usize| {
        let between = &name[words.get(n)?.end..words.get(n + 1)?.start];
        let separators: &[&str] = &["", "-", "_", ".", "/", " ", ", ", ". "];
        separators.contains(&between).then_some(())
    };
    joined(0)?;
    joined(1)?;
    let (second, third) = (text(1)?, text(2)?);
    let digits = order.year_digits();
    let date = match (month(first), month(second)) {
        (Some(month), _) => {
            day(4, third, month, second).or_else(|| day(digits, third, month, second))
        }
        (_, Some(month)) => {
            let (year, _, day_of) = order.of_numbers([first, second, third]);
            let full = day(4, first, month, third).or_else(|| day(4, third, month, first));
            full.or_else(|| day(digits, year, month, day_of))
        }
        _ => numbers([first, second, third], order),
    };
    Some((date?, 3))
}

/// `20260128`, `28012026`, or `260128` where years are short.
fn joined_digits(digits: &str, order: Order) -> Option<Date> {
    let parts = |ends: [usize; 2]| {
        let (one, rest) = digits.split_at_checked(ends[0])?;
        let (two, three) = rest.split_at_checked(ends[1] - ends[0])?;
        Some([one, two, three])
    };
    match digits.len() {
        8 => year_first(parts([4, 6])?).or_else(|| numbers(parts([2, 4])?, order)),
        6 => numbers(parts([2, 4])?, order),
        _ => None,
    }
}

fn numbers(parts: [&str; 3], order: Order) -> Option<Date> {
    year_first(parts).or_else(|| {
        let (year, month, day_of) = order.of_numbers(parts);
        day(order.year_digits(), year, number(month, 1..=2)?, day_of)
    })
}

fn year_first([year, month, day_of]: [&str; 3]) -> Option<Date> {
    day(4, year, number(month, 1..=2)?, day_of)
}

/// A day with a year of so many digits; one of two is in this century.
fn day(digits: usize, year: &str, month: i8, day: &str) -> Option<Date> {
    let year: i16 = number(year, digits..=digits)?;
    let year = if digits == 2 { 2000 + year } else { year };
    let day = number(day, 1..=2)?;
    let date = Date::new(year, Some(month), Some(day)).ok()?;
    YEARS.contains(&year).then_some(date)
}

/// A number of so many digits.
fn number<T: std::str::FromStr>(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<T> {
    digits.contains(&text.len()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::atlas::MONTHS;
    use proptest::prelude::*;

    #[test]
    fn what_may_be_another_date_with_the_month_first_is_told() {
        let found = |texts: &[&str]| ambiguous(texts).map(str::to_owned);
        for text in ["03/04/2026", "3.4.2026", "on 12-11-2025"] {
            assert_eq!(found(&[text, "2026-03-04"]).as_deref(), Some(text));
            assert_eq!(found(&[text, "28.1.2026"]), None, "the day stands first");
            assert_eq!(found(&[text, "1/28/2026"]), None, "the month stands first");
        }
        for text in [
            "2026-03-04",
            "20260304",
            "28/01/2026",
            "04/04/2026",
            "3 April 2026",
            "no date",
        ] {
            assert_eq!(found(&[text]), None);
        }
    }

    #[test]
    fn a_name_that_may_be_of_another_day_has_no_date() {
        for name in [
            "v3.1-2026-01-28.geojson",
            "front-1-2-2026-01-28",
            "10-12-2026-01-28",
            "2026-01-21_28",
            "2026-01-21-28",
            "20260121-28",
            "2026-01-21/28",
            "1-7 January 2026",
        ] {
            assert_eq!(found(name), None, "{name}");
        }
        for name in [
            "2026-01-21_12-30",
            "2026-01-21 12:30",
            "2026-01-21T12:30",
            "front-3-2026-01-21",
            "2026-01-21_v2",
        ] {
            assert_eq!(found(name).as_deref(), Some("2026-01-21"), "{name}");
        }
    }

    fn found(name: &str) -> Option<String> {
        date_in(name, Order::default()).map(|(date, _)| date.iso())
    }

    /// The days of names that stand together.
    fn together(names: &[&str]) -> Vec<String> {
        let order = Order::of(names);
        let days = names.iter().map(|name| date_in(name, order));
        days.map(|day| day.map_or_else(|| "none".to_owned(), |(date, _)| date.iso()))
            .collect()
    }

    #[test]
    fn names_that_stand_together_tell_their_order() {
        let days = ["2026-01-28", "2026-01-29", "2026-02-01"];
        for names in [
            ["28-01-26.kml", "29-01-26.kml", "01-02-26.kml"],
            ["map 28.1.26 12:00", "map 29.1.26 12:00", "map 1.2.26 12:00"],
            ["1/28/2026", "1/29/2026", "2/1/2026"],
            ["1/28/26", "1/29/26", "2/1/26"],
            ["260128.kmz", "260129.kmz", "260201.kmz"],
            ["01282026", "01292026", "02012026"],
            ["28Jan26", "29Jan26", "1Feb26"],
        ] {
            assert_eq!(together(&names), days, "{names:?}");
        }
        // One alone, and days that no order reads, are left as they are.
        assert_eq!(together(&["28-01-26"]), ["none"]);
        assert_eq!(
            together(&["03/04/2026", "99/99/2026"]),
            ["2026-04-03", "none"]
        );
        assert_eq!(together(&["v1-2-26", "2026-01-28"]), ["none", "2026-01-28"]);
    }

    #[test]
    fn a_date_is_found_however_it_is_written() {
        for name in [
            "2026-01-28.geojson",
            "front_20260128.kml",
            "2026_01_28",
            "2026.01.28.shp",
            "2026-1-28",
            "front-28-01-2026.geojson",
            "28.1.2026",
            "28012026",
            "28Jan2026.kmz",
            "28-Jan-2026",
            "28 January 2026",
            "january_28_2026",
            "Jan 28, 2026",
            "2026jan28",
            "map 2026-01-28T12:00:00Z",
            "2026-01-28 00:00:00.000",
            "v2-2026-01-28-final3",
            "2026-01-28 (28 January 2026)",
        ] {
            assert_eq!(found(name).as_deref(), Some("2026-01-28"), "{name}");
        }
        assert_eq!(found("12 September 2025"), found("12sept2025"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for name in [
            "",
            "front.geojson",
            "2026.geojson",
            "2026-01",
            "front-12",
            "2026-02-30",
            "01-28-2026",
            "28-01-26",
            "120260128",
            "2026-01-28-to-2026-02-04",
            "12345678",
            "marching 28 2026",
            "3026-01-28",
            "28 ja 2026",
        ] {
            assert_eq!(found(name), None, "{name}");
        }
    }

    #[test]
    fn the_place_of_a_date_is_told() {
        let (_, at) =
            date_in("layers/front-2026-01-28-v2.geojson", Order::default()).expect("a date");
        assert_eq!(at, 13..23);
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(name in any::<String>()) {
            for &order in Order::OTHERS.iter().chain([&Order::DayFirst]) {
                if let Some((_, at)) = date_in(&name, order) {
                    prop_assert!(name.get(at).is_some());
                }
            }
        }

        #[test]
        fn every_day_is_found_in_every_form(year in 1900..2100i16, month in 1..=12i8, day in 1..=28i8) {
            let date = Date::new(year, Some(month), Some(day)).expect("a day");
            let word = &MONTHS[usize::try_from(month - 1).expect("a month")][..3];
            for name in [
                format!("{year}-{month:02}-{day:02}"), format!("{year}{month:02}{day:02}"),
                format!("{day}.{month}.{year}"), format!("{day:02}{month:02}{year}"), format!("{day}{word}{year}"),
            ] {
                prop_assert_eq!(date_in(&format!("x_{name}.kml"), Order::default()).map(|(found, _)| found), Some(date), "{}", name);
            }
        }
    }
}

//! Dates in the names of files, and in other words of a line.
//!
//! A day is written in numbers with the year first or last (`2026-01-28`, `20260128`, `28.1.2026`) or with the name of
//! the month in English (`28Jan2026`, `January 28, 2026`). Names that stand together, in a folder or in a column, keep to
//! one [`Order`]: that is how `1/28/2026` and `28.01.26` are read.

use std::ops::Range;

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

    /// Finds the order that texts keep to: the day first, unless more of them are days in another. Short years are read
    /// where no text has one in full, and where the texts leave one way to read them: a year that stood first would set
    /// the days of a series years apart.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let texts = texts.iter().map(AsRef::as_ref);
        let days = |order: Self| -> Vec<Date> {
            let days = texts.clone().filter_map(|text| day_in(text, order));
            days.collect()
        };
        let usual = days(Self::default()).len();
        if usual == texts.len() {
            return Self::default();
        }
        let others = Self::OTHERS.iter().copied();
        let others = others.filter(|order| usual == 0 || order.year_digits() == 4);
        let mut read: Vec<(Self, Vec<Date>)> = others.map(|order| (order, days(order))).collect();
        let most = read.iter().map(|(_, days)| days.len()).max();
        read.retain(|(_, days)| Some(days.len()) == most && days.len() > usual);
        read.dedup_by(|(_, days), (_, before)| days == before);
        let (year_first, day_or_month_first): (Vec<_>, Vec<_>) = read
            .iter()
            .partition(|(order, _)| *order == Self::ShortYearFirst);
        match (&day_or_month_first[..], &year_first[..]) {
            ([(order, _)], []) | ([], [(order, _)]) => *order,
            ([(order, days)], [(_, others)]) if span(days) * 2 < span(others) => *order,
            ([(_, others)], [(order, days)]) if span(days) * 2 < span(others) => *order,
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

/// The number of days from the first to the last.
fn span(days: &[Date]) -> i32 {
    let days = || days.iter().map(|day| day.first_day());
    let ends = days().max().zip(days().min());
    ends.map_or(0, |(last, first)| (last - first).get_days())
}

/// The day that a name carries, and where in it; `None` where it has none, or more than one, or a number that may be the
/// other end of a range of days.
pub fn date_in(name: &str, order: Order) -> Option<(Date, Range<usize>)> {
    let words = words(name);
    let mut found: Option<(Date, Range<usize>)> = None;
    let is_short = order.year_digits() == 2;
    let mut from = 0;
    for n in 0..words.len() {
        // Three short numbers in the middle of others are no day.
        if n < from || is_short && goes_on(name, &words, n) {
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
        if is_short {
            from = n + used;
        }
    }
    found
}

/// Tells whether numbers are in the middle of others: one before or one after the three is set off by their own mark.
fn goes_on(name: &str, words: &[Range<usize>], n: usize) -> bool {
    let is_number = |n: usize| {
        let word = words.get(n).map(|word| &name[word.clone()]);
        word.is_some_and(|word| word.starts_with(|char: char| char.is_ascii_digit()))
    };
    let between = |n: usize| Some(&name[words.get(n)?.end..words.get(n + 1)?.start]);
    let before = n.checked_sub(1);
    before.is_some_and(|n| is_number(n) && between(n) == between(n + 1))
        || (n..n + 4).all(is_number) && between(n + 1) == between(n + 2)
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

/// The first text that is another day with the month first, where the texts don't tell which of the two is meant, or tell
/// both.
pub fn ambiguous<T: AsRef<str>>(texts: &[T]) -> Option<&str> {
    let days = |text: &str| [Order::DayFirst, Order::MonthFirst].map(|order| day_in(text, order));
    let all = || {
        texts
            .iter()
            .map(|text| (text.as_ref(), days(text.as_ref())))
    };
    let (found, _) =
        all().find(|(_, [usual, other])| usual.is_some() && usual != other && other.is_some())?;
    let tells =
        |first: usize| all().any(|(_, days)| days[first].is_some() && days[1 - first].is_none());
    (tells(0) == tells(1)).then_some(found)
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
    let between = |n: usize| Some(&name[words.get(n)?.end..words.get(n + 1)?.start]);
    let joined = |n: usize| {
        let separators: &[&str] = &["", "-", "_", ".", "/", " ", ", ", ". "];
        separators.contains(&between(n)?).then_some(())
    };
    joined(0)?;
    joined(1)?;
    let (second, third) = (text(1)?, text(2)?);
    let digits = order.year_digits();
    let is_short = digits == 2;
    let date = match (month(first), month(second)) {
        (Some(month), _) => {
            day(4, third, month, second).or_else(|| day(digits, third, month, second))
        }
        (_, Some(month)) => {
            let (year, _, day_of) = order.of_numbers([first, second, third]);
            let full = day(4, first, month, third).or_else(|| day(4, third, month, first));
            full.or_else(|| day(digits, year, month, day_of))
        }
        _ if is_short && between(0) != between(1) => None,
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
mod tests;

//! Dates in the names of files, and in other words of a line.
//!
//! A day is written in numbers with the year first or last (`2026-01-28`, `20260128`, `28.1.2026`) or with the name of
//! the month in English (`28Jan2026`, `January 28, 2026`). A day always stands before its month in numbers: what would
//! only be a date the American way, with the month first, is none.

use crate::atlas::{Date, month};

/// The years that numbers can be taken for.
const YEARS: std::ops::Range<i16> = 1900..2100;

/// The day that a name carries, and where in it; `None` where it has none, or more than one, or a number that may be the
/// other end of a range of days.
pub fn date_in(name: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let words = words(name);
    let mut found: Option<(Date, std::ops::Range<usize>)> = None;
    for n in 0..words.len() {
        let Some((date, used)) = date_at(name, &words[n..]) else {
            continue;
        };
        let is_other = found.as_ref().is_some_and(|(first, _)| *first != date);
        if is_other || is_range(name, &words, n..n + used) {
            return None;
        }
        found.get_or_insert((date, words[n].start..words[n + used - 1].end));
    }
    found
}

/// Tells whether another day stands beside a date: after it where the year is first, before it where the day is. Two
/// numbers after it are a time of day.
fn is_range(name: &str, words: &[std::ops::Range<usize>], date: std::ops::Range<usize>) -> bool {
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

/// Tells whether a date in numbers alone would be another one with the month first.
pub fn is_ambiguous(name: &str) -> bool {
    let Some((date, at)) = date_in(name) else {
        return false;
    };
    let numbers: Vec<i16> = name[at]
        .split(|char: char| !char.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let month = date.month().map(i16::from);
    matches!(numbers[..], [first, second, _] if first != second && first <= 12 && Some(second) == month)
}

/// Runs of digits, and runs of letters.
fn words(name: &str) -> Vec<std::ops::Range<usize>> {
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
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
fn date_at(name: &str, words: &[std::ops::Range<usize>]) -> Option<(Date, usize)> {
    let text = |n: usize| words.get(n).map(|word| &name[word.clone()]);
    let first = text(0)?;
    if first.len() == 8
        && let Some(date) = eight_digits(first)
    {
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
    let date = match (month(first), month(second)) {
        (Some(month), _) => day(third, month, second),
        (_, Some(month)) => day(first, month, third).or_else(|| day(third, month, first)),
        _ => {
            let month = number(second, 1..=2)?;
            day(first, month, third).or_else(|| day(third, month, first))
        }
    };
    Some((date?, 3))
}

/// `20260128` or `28012026`.
fn eight_digits(digits: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| digits.get(range);
    let year_first = day(
        number(0..4)?,
        self::number(number(4..6)?, 2..=2)?,
        number(6..8)?,
    );
    year_first.or_else(|| {
        day(
            number(4..8)?,
            self::number(number(2..4)?, 2..=2)?,
            number(0..2)?,
        )
    })
}

fn day(year: &str, month: i8, day: &str) -> Option<Date> {
    let year: i16 = number(year, 4..=4)?;
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
        for text in ["03/04/2026", "3.4.2026", "on 12-11-2025"] {
            assert!(is_ambiguous(text), "{text}");
        }
        for text in [
            "2026-03-04",
            "20260304",
            "28/01/2026",
            "04/04/2026",
            "3 April 2026",
            "no date",
        ] {
            assert!(!is_ambiguous(text), "{text}");
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
        date_in(name).map(|(date, _)| date.iso())
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
        let (_, at) = date_in("layers/front-2026-01-28-v2.geojson").expect("a date");
        assert_eq!(at, 13..23);
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(name in any::<String>()) {
            if let Some((_, at)) = date_in(&name) {
                prop_assert!(name.get(at).is_some());
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
                prop_assert_eq!(date_in(&format!("x_{name}.kml")).map(|(found, _)| found), Some(date), "{}", name);
            }
        }
    }
}

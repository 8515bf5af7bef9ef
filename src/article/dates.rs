//! Days that a text names in words: its dateline, and what a sentence says of when.

use jiff::{ToSpan, civil::Weekday};
use unicode_segmentation::UnicodeSegmentation;

use crate::atlas::{Date, month};

/// Days of the week from Monday on.
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Words for a time that only a person can turn into a date.
const VAGUE: &[&str] = &[
    "last week",
    "last month",
    "last year",
    "this week",
    "this month",
    "this year",
    "recently",
    "in recent days",
    "days ago",
    "weeks ago",
    "months ago",
    "years ago",
    "last night",
    "over the weekend",
];
/// Words that say of a date that a text came out then.
const OUT: &[&str] = &[
    "first",
    "last",
    "published",
    "posted",
    "modified",
    "updated",
    "date",
    "dated",
    "on",
    "at",
    "am",
    "pm",
    "bst",
    "cet",
    "edt",
    "est",
    "gmt",
    "utc",
];
/// The longest dateline, in characters.
const DATELINE: usize = 60;
/// Lines that the day on which a text came out stands in the first of.
const HEAD: usize = 5;
/// Words without a capital that a byline has between names.
const BETWEEN: [&str; 6] = ["and", "at", "for", "from", "in", "on"];

/// The time that a sentence gives for what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A date, by itself or by the day on which the text came out.
    Date(Date),
    /// These words, which only a person can turn into a date.
    Vague(String),
}

/// The whole date that the first lines of a text give as the day on which it came out: in a dateline, in a byline, or in a
/// line that says nothing else. A date in a sentence is that of what it tells.
pub fn dateline(text: &str) -> Option<Date> {
    let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
    let day = |date: &Date| date.day().is_some();
    paragraphs.take(HEAD).find_map(|line| {
        let head = match dateline_len(line) {
            0 if is_date_alone(line) || is_byline(line) => line,
            length => &line[..length],
        };
        dates(head, None).into_iter().find(day)
    })
}

/// Tells whether a line is a date, with nothing else but that something came out then.
fn is_date_alone(line: &str) -> bool {
    let mut words = line.unicode_words().map(str::to_lowercase);
    words.all(|word| {
        let is_month = month(&word).is_some();
        let is_number = word.starts_with(|char: char| char.is_ascii_digit());
        is_number || is_month || is_weekday(&word) || OUT.contains(&word.as_str())
    })
}

/// Tells whether a line names who wrote a text, perhaps with where and when: “By Ada Reed, Harbour, 12 January 2026”.
pub fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_by = words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let is_name = words.clone().next().is_some_and(|word| {
        let word = word.trim_end_matches(',').to_lowercase();
        word.starts_with(char::is_alphabetic) && !is_weekday(&word) && month(&word).is_none()
    });
    let is_part = |word: &str| {
        let is_set = |char: char| char.is_uppercase() || char.is_numeric();
        BETWEEN.contains(&word) || word.contains(is_set) || !word.contains(char::is_alphabetic)
    };
    is_by && is_name && !line.trim_end().ends_with('.') && words.all(is_part)
}

/// Tells whether a word, in lower case, is a day of the week, or short for one.
pub fn is_weekday(word: &str) -> bool {
    word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word))
}

/// Bytes of the dateline that a sentence begins with: a place in capitals, perhaps a date, and a dash.
pub fn dateline_len(sentence: &str) -> usize {
    let dash = sentence.char_indices().take(DATELINE).find(|(at, char)| {
        let spaced = sentence[..*at].ends_with(' ');
        spaced && matches!(char, '—' | '–' | '-')
    });
    let first = sentence.split(|char: char| !char.is_alphabetic()).next();
    let is_place = first.is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
    let after = dash
        .filter(|_| is_place)
        .map(|(at, char)| at + char.len_utf8());
    after.map_or(0, |at| {
        let rest = sentence[at..].trim_start_matches(['-', ' ']);
        sentence.len() - rest.len()
    })
}

/// Finds when a sentence says that something was so. Days of the week and dates without a year are taken for the last
/// ones before the day on which the text came out.
pub fn when(sentence: &str, published: Option<Date>) -> Option<When> {
    let folded = sentence.to_lowercase();
    let vague = VAGUE.iter().find(|words| folded.contains(**words));
    let date = dates(sentence, published).into_iter().next();
    date.map(When::Date)
        .or_else(|| vague.map(|words| When::Vague((*words).to_owned())))
}

fn dates(text: &str, published: Option<Date>) -> Vec<Date> {
    let words: Vec<String> = text
        .unicode_words()
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect();
    let at = |n: usize| words.get(n).map_or("", String::as_str);
    let is_behind_time = |n: usize| n > 0 && BEFORE_TIMES.contains(&at(n - 1));
    let mut found = Vec::new();
    for n in 0..words.len() {
        if let Some(month) = month(at(n)) {
            let before = n.checked_sub(1).and_then(|n| day(at(n)));
            let date = match (before, day(at(n + 1))) {
                (Some(day), _) => dated(month, Some(day), year(at(n + 1)), published),
                (None, Some(day)) => dated(month, Some(day), year(at(n + 2)), published),
                (None, None) if year(at(n + 1)).is_some() || is_behind_time(n) => {
                    dated(month, None, year(at(n + 1)), published)
                }
                (None, None) => None,
            };
            found.extend(date);
        }
        if is_behind_time(n) {
            found.extend(year(at(n)).and_then(|year| Date::new(year, None, None).ok()));
        }
        found.extend(
            WEEKDAYS
                .iter()
                .position(|name| *name == at(n))
                .and_then(|nth| weekday(nth, published?)),
        );
        let back = match at(n) {
            "today" => Some(0),
            "yesterday" => Some(1),
            _ => None,
        };
        found.extend(back.and_then(|days| earlier(published?, days)));
    }
    // A date with hyphens is several words to Unicode.
    let iso = text.split(|char: char| !(char.is_ascii_digit() || char == '-'));
    found.extend(
        iso.filter(|piece| piece.len() == 10)
            .filter_map(|piece| piece.parse::<Date>().ok()),
    );
    found
}

/// Words before a month or a year that stands alone: “may” and “march” are words as well, and 2000 is a number.
const BEFORE_TIMES: &[&str] = &["in", "since", "during", "early", "late", "mid", "until"];

/// A date whose year is the text's own where it is left out, or the one before where that day was still to come.
fn dated(month: i8, day: Option<i8>, year: Option<i16>, published: Option<Date>) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, Some(month), day).ok();
    }
    let published = published.filter(|date| date.day().is_some())?;
    let years = [published.year(), published.year() - 1].into_iter();
    let mut dates = years.filter_map(|year| Date::new(year, Some(month), day).ok());
    dates.find(|date| date.first_day() <= published.first_day())
}

fn weekday(nth: usize, published: Date) -> Option<Date> {
    published.day()?;
    let today = usize::try_from(published.first_day().weekday().since(Weekday::Monday)).ok()?;
    earlier(published, (today + 7 - nth) % 7)
}

fn earlier(published: Date, days: usize) -> Option<Date> {
    published.day()?;
    let span = i64::try_from(days).ok()?.days();
    published
        .first_day()
        .checked_sub(span)
        .ok()
        .map(Date::of_day)
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    word.parse()
        .ok()
        .filter(|year| (1900..=2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_is_the_first_whole_day() {
        for (text, day) in [
            (
                "A headline\n\nHARBOUR, 12 January 2026 — They came.",
                Some("2026-01-12"),
            ),
            (
                "HARBOUR, Jan. 12, 2026 (AP) – They came.",
                Some("2026-01-12"),
            ),
            ("Published 2026-01-12\n\nThey came.", Some("2026-01-12")),
            ("HARBOUR, Jan 12 – They came.", None),
            ("In January 2026 they came.", None),
            ("31 February 2026", None),
            ("Published 12 January 2026\nThey came.", Some("2026-01-12")),
            (
                "A headline\nA standfirst\nAda Reed\nWed 14 Jan 2026 10.30 GMT\n\nThey came.",
                Some("2026-01-14"),
            ),
            (
                "A headline\n\nBy Ada Reed, Port ez-Zor, 14 January 2026\n\nThey came.",
                Some("2026-01-14"),
            ),
            (
                "BY ADA REED AND LEO VOSS | January 14, 2026",
                Some("2026-01-14"),
            ),
            ("1\n2\n3\n4\n5\n12 January 2026", None),
        ] {
            assert_eq!(dateline(text).map(Date::iso).as_deref(), day, "{text}");
        }
    }

    #[test]
    fn the_date_of_what_a_text_tells_is_not_its_own() {
        for text in [
            "The war began on 15 March 2011 in Daraa.",
            "Born 1 January 1970",
            "The paper was founded on 1 May 1999.",
            "The Guard met on 2026-01-12 — and left.",
            "By 12 January 2026 the Guard had left",
            "By Monday, 12 January 2026",
            "By Harbour the Guard waited on 12 January 2026",
            "By Ada, on 12 January 2026.",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
        assert!(dateline("Published on Monday, 12 January 2026").is_some());
    }

    #[test]
    fn a_dateline_ends_at_its_dash() {
        for (sentence, rest) in [
            ("HARBOUR, 12 January 2026 — They came.", "They came."),
            ("OLD QUAY (AP) -- They came.", "They came."),
            ("They came — and left.", "They came — and left."),
            ("HARBOUR is quiet.", "HARBOUR is quiet."),
        ] {
            assert_eq!(&sentence[dateline_len(sentence)..], rest);
        }
    }

    #[test]
    fn a_sentence_says_when_by_the_day_of_its_text() {
        // A Tuesday.
        let published = "2026-01-13".parse().ok();
        for (text, day) in [
            ("They came on Monday.", Some("2026-01-12")),
            ("They came on Wednesday.", Some("2026-01-07")),
            ("They left on Tuesday.", Some("2026-01-13")),
            ("They came yesterday.", Some("2026-01-12")),
            ("They came on 3 January.", Some("2026-01-03")),
            ("They came on December 8.", Some("2025-12-08")),
            ("They have held it since December 2024.", Some("2024-12")),
            ("They took it over in 2025.", Some("2025")),
            ("They withdrew in March.", Some("2025-03")),
            ("They came in January.", Some("2026-01")),
            ("They march on 2000 villages.", None),
            ("They may hold it.", None),
            ("They hold it.", None),
        ] {
            let said = when(text, published);
            let date = said.map(|said| match said {
                When::Date(date) => date.iso(),
                When::Vague(words) => words,
            });
            assert_eq!(date.as_deref(), day, "{text}");
        }
        assert_eq!(when("They came on Monday.", None), None);
        assert_eq!(
            when("They came last week.", published),
            Some(When::Vague("last week".to_owned()))
        );
    }
}

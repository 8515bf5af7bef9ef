//! Dates that keep the precision they were stated with.

use std::{cmp::Ordering, fmt, str::FromStr};

use jiff::civil;

use super::month;
use serde::{Deserialize, Serialize};

/// The exactness with which a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// Some day of a year.
    Year,
    /// Some day of a month.
    Month,
    /// The day itself.
    Day,
}

/// A year, a month or a day of the Gregorian calendar: a span of days, never widened or narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Date {
    first: civil::Date,
    precision: Precision,
}

/// Year, month and day of a date, as far as they are known.
type Parts = (i16, Option<i8>, Option<i8>);

impl TryFrom<Parts> for Date {
    type Error = NotADate;

    fn try_from((year, month, day): Parts) -> Result<Self, NotADate> {
        Self::new(year, month, day)
    }
}

impl From<Date> for Parts {
    fn from(date: Date) -> Self {
        (date.year(), date.month(), date.day())
    }
}

/// The error for a text that is no [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a year, a month or a day: 2024, 2024-12 or 2024-12-08")
    }
}

impl std::error::Error for NotADate {}

impl Date {
    /// A date of the given precision, or [`NotADate`] where the calendar has no such day.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, NotADate> {
        let precision = match (month, day) {
            (None, None) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
            (None, Some(_)) => return Err(NotADate),
        };
        if !(1..=9999).contains(&year) {
            return Err(NotADate);
        }
        let first = civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1));
        first
            .map(|first| Self { first, precision })
            .map_err(|_| NotADate)
    }

    /// One day.
    pub const fn of_day(day: civil::Date) -> Self {
        Self {
            first: day,
            precision: Precision::Day,
        }
    }

    /// Returns how exactly it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// From 1 to 9999.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// From 1 to 12; `None` where only the year is known.
    pub fn month(self) -> Option<i8> {
        match self.precision {
            Precision::Year => None,
            Precision::Month | Precision::Day => Some(self.first.month()),
        }
    }

    /// From 1 to 31; `None` where the day is not known.
    pub fn day(self) -> Option<i8> {
        match self.precision {
            Precision::Year | Precision::Month => None,
            Precision::Day => Some(self.first.day()),
        }
    }

    /// The first day the date may mean.
    pub const fn first_day(self) -> civil::Date {
        self.first
    }

    /// The last day the date may mean.
    pub fn last_day(self) -> civil::Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }

    /// Returns `true` if every day this may mean lies before every day `other` may mean.
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    /// Returns `true` if this has surely come by the end of `other`: a month counts once it is over.
    pub fn is_known_by(self, other: Self) -> bool {
        self.last_day() <= other.last_day()
    }

    /// Days from the end of this to the end of `other`.
    pub fn days_until(self, other: Self) -> i32 {
        (other.last_day() - self.last_day()).get_days()
    }
}

/// Orders dates by when they have surely come; of those that end on one day, the vaguer first.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.last_day(), self.first, self.precision).cmp(&(
            other.last_day(),
            other.first,
            other.precision,
        ))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads a date as it is written in a region file: `2024`, `2024-12`, `2024-12-08`.
impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (precision, rest) = match text.len() {
            4 => (Precision::Year, "-01-01"),
            7 => (Precision::Month, "-01"),
            10 => (Precision::Day, ""),
            _ => return Err(NotADate),
        };
        let first: civil::Date = format!("{text}{rest}").parse().map_err(|_| NotADate)?;
        let date = Self { first, precision };
        // ISO 8601 has more spellings than the one that is written here, and a year 0.
        let is_kept = date.year() > 0 && date.iso() == text;
        is_kept.then_some(date).ok_or(NotADate)
    }
}

/// For people: `2024`, `Dec 2024`, `8 Dec 2024`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        let month = month::abbreviated(month);
        // Maps of daily layers have thousands of them.
        let text = match self.precision {
            Precision::Day if f.width().is_none() => {
                return write!(f, "{day} {month} {year:04}");
            }
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{month} {year:04}"),
            Precision::Day => format!("{day} {month} {year:04}"),
        };
        f.pad(&text)
    }
}

impl Date {
    /// For machines, as [`FromStr`] reads it: `2024`, `2024-12`, `2024-12-08`.
    pub fn iso(self) -> String {
        let format = match self.precision {
            Precision::Year => "%Y",
            Precision::Month => "%Y-%m",
            Precision::Day => "%Y-%m-%d",
        };
        self.first.strftime(format).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn keeps_its_precision() {
        for (text, shown) in [
            ("2024", "2024"),
            ("2024-12", "Dec 2024"),
            ("2024-12-08", "8 Dec 2024"),
        ] {
            assert_eq!(date(text).to_string(), shown);
            assert_eq!(date(text).iso(), text);
        }
    }

    #[test]
    fn refuses_what_the_calendar_lacks() {
        for text in [
            "",
            "24",
            "2024-13",
            "2023-02-29",
            "2024-1-1",
            "2024-01-01-01",
            "20x4",
            "2024-",
            "+024",
            "0000",
            "2024-W50",
            "2024-W50-7",
            "2024-343",
            "20241208",
            "20241208T0",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
        assert_eq!(
            NotADate.to_string(),
            "expected a year, a month or a day: 2024, 2024-12 or 2024-12-08"
        );
        assert!("2024-02-29".parse::<Date>().is_ok());
    }

    proptest! {
        #[test]
        fn a_date_is_read_in_one_spelling_alone(
            text in "[0-9]{4}(-[0-9]{2}){0,2}|[0-9+TZW-]{4,10}|.{0,10}",
        ) {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.iso(), text);
                prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
            }
        }
    }

    #[test]
    fn dates_stand_in_the_order_in_which_they_have_surely_come() {
        let mut dates = [
            "2025",
            "2024-12-31",
            "2024",
            "2024-12",
            "2024-12-08",
            "2023-12-31",
        ]
        .map(date);
        dates.sort_unstable();
        assert_eq!(
            dates.map(Date::iso),
            [
                "2023-12-31",
                "2024-12-08",
                "2024",
                "2024-12",
                "2024-12-31",
                "2025"
            ]
        );
        assert_eq!(date("2024").days_until(date("2025-01-01")), 1);
        assert_eq!(date("1971").days_until(date("2024-12")), 19_359);
    }

    #[test]
    fn a_month_counts_once_it_is_over() {
        assert!(date("2024-12-08").is_known_by(date("2024-12")));
        assert!(!date("2024-12").is_known_by(date("2024-12-08")));
        assert!(date("2024-11").is_before(date("2024-12-08")));
        assert!(!date("2024-12").is_before(date("2024-12-08")));
        assert!(!date("2024-12-08").is_before(date("2024-12")));
    }
}

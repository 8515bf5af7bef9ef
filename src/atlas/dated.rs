//! The date that a claim is from, and what that rests on.

use super::Date;

/// The ground that a claim's date rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dated {
    /// The claim says when.
    Stated(Date),
    /// The claim's source was published then.
    Published(Date),
    /// Neither is known: only that it is from no later than the file's own date, which is given.
    Undated(Date),
}

impl Dated {
    /// The date, where there is one.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Stated(date) | Self::Published(date) => Some(date),
            Self::Undated(_) => None,
        }
    }

    /// Returns the date by which it has surely come.
    pub const fn by(self) -> Date {
        match self {
            Self::Stated(date) | Self::Published(date) | Self::Undated(date) => date,
        }
    }

    /// Returns `true` if it has surely come by the end of a date.
    pub fn is_known_by(self, date: Date) -> bool {
        self.by().is_known_by(date)
    }

    /// Returns `true` if it is surely earlier than another: nothing is surely earlier than what is undated.
    pub fn is_before(self, other: Self) -> bool {
        other.date().is_some_and(|date| self.by().is_before(date))
    }

    /// Days from when it had surely come to the end of a date.
    pub fn days_until(self, date: Date) -> i32 {
        self.by().days_until(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_undated_is_never_surely_later() {
        let date = |text: &str| text.parse().expect("a date");
        let undated = Dated::Undated(date("2026-01-28"));
        let (old, new) = (
            Dated::Stated(date("1971")),
            Dated::Published(date("2026-02")),
        );
        assert!(!old.is_before(undated) && !undated.is_before(undated));
        assert!(undated.is_before(new) && old.is_before(new));
        assert!(!undated.is_before(Dated::Stated(date("2026-01-28"))));
        assert!(!undated.is_known_by(date("2026-01-27")));
        assert!(undated.is_known_by(date("2026-01-28")));
        assert_eq!((undated.date(), new.date()), (None, Some(date("2026-02"))));
    }
}

//! Months by their English names.

/// The names in order, in lower case.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the number of a month, from 1, by its name or by the first three letters or more of it, whatever their case.
pub fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let is_meant = |name: &&str| word.len() >= 3 && name.starts_with(&word);
    let nth = MONTHS.iter().position(is_meant)?;
    i8::try_from(nth + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_told_by_three_letters_or_more() {
        for (word, number) in [
            ("January", Some(1)),
            ("sept", Some(9)),
            ("DEC", Some(12)),
            ("ma", None),
            ("", None),
            ("decembers", None),
        ] {
            assert_eq!(month(word), number, "{word}");
        }
    }
}

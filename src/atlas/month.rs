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
    let is_meant = |name: &&str| {
        let start = name.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    if word.len() < 3 || word.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let nth = MONTHS.iter().position(is_meant)?;
    i8::try_from(nth + 1).ok()
}

/// Returns the name of a month by its number, from 1, in three letters.
pub fn abbreviated(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let nth = usize::try_from(month - 1).ok();
    nth.and_then(|nth| NAMES.get(nth))
        .copied()
        .unwrap_or_default()
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

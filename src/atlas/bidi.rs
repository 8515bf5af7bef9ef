//! Characters that set the direction of writing, by the classes of UAX #9.

use unicode_bidi::{BidiClass, bidi_class};

/// The left-to-right, right-to-left and Arabic letter marks: they count as letters of their direction, and aren't seen.
pub const MARKS: [char; 3] = ['\u{200e}', '\u{200f}', '\u{61c}'];

/// Returns `true` if a character embeds, overrides or isolates what follows it, or ends that.
pub fn is_explicit(char: char) -> bool {
    // No letter of ASCII is looked up: most of what is asked about is.
    !char.is_ascii()
        && matches!(
            bidi_class(char),
            BidiClass::LRE
                | BidiClass::RLE
                | BidiClass::LRO
                | BidiClass::RLO
                | BidiClass::PDF
                | BidiClass::LRI
                | BidiClass::RLI
                | BidiClass::FSI
                | BidiClass::PDI
        )
}

/// Returns `true` if a character can put what stands around it in another order than from left to right: letters of
/// Hebrew, Arabic, Syriac, N’Ko and others, and Arabic numerals.
pub fn is_rtl(char: char) -> bool {
    !char.is_ascii()
        && matches!(
            bidi_class(char),
            BidiClass::R | BidiClass::AL | BidiClass::AN
        )
}

/// Returns `true` if a character ends a line or a paragraph without being a control character.
pub const fn is_separator(char: char) -> bool {
    matches!(char, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_explicit_characters_are_those_of_the_standard() {
        let explicit: String = (char::MIN..=char::MAX)
            .filter(|&char| is_explicit(char))
            .collect();
        assert_eq!(
            explicit,
            "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}"
        );
        assert!(MARKS.iter().all(|&mark| !is_explicit(mark)));
    }

    #[test]
    fn separators_are_no_control_characters() {
        let separators: Vec<char> = ('\u{2000}'..'\u{2100}')
            .filter(|&it| is_separator(it))
            .collect();
        assert_eq!(separators, ['\u{2028}', '\u{2029}']);
        assert!(!separators.iter().any(|it| it.is_control()));
    }

    #[test]
    fn scripts_from_right_to_left_are_known() {
        assert!("حלܐߊﺐ٣".chars().all(is_rtl));
        assert!(!"aЖ中3 –│".chars().any(is_rtl));
    }
}

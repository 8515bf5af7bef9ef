//! The edges of words in the text of a source.
//!
//! UAX #29 parts "non-state" in two, and a number from its sign. Here an edge is where nothing would be cut off that
//! changes what the word says.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Marks for each character of a text, and for its end, whether a word may start or end before it.
pub fn edges(text: &str) -> Vec<bool> {
    let chars: Vec<char> = text.chars().collect();
    let mut bounds = text.split_word_bound_indices().map(|(at, _)| at).peekable();
    let mut quoted = false;
    let mut edges = Vec::with_capacity(chars.len() + 1);
    for (n, (at, _)) in text.char_indices().enumerate() {
        let around = Around::of(&chars, n);
        let bound = bounds.next_if_eq(&at).is_some();
        let glued = around.is_glued() || is_grouped(&chars, n) || around.is_possessive() && !quoted;
        edges.push(bound && !glued);
        quoted = around.is_in_single_quotes(quoted);
    }
    edges.push(true);
    edges
}

/// Returns `true` if a character is part of a word or a number.
pub fn is_word(char: char) -> bool {
    char.is_alphanumeric() || is_combining_mark(char)
}

/// The characters around a place in a text, blank beyond its ends.
#[derive(Clone, Copy)]
struct Around {
    before: char,
    left: char,
    right: char,
    after: char,
    beyond: char,
}

impl Around {
    fn of(chars: &[char], n: usize) -> Self {
        let at = |n: Option<usize>| n.and_then(|n| chars.get(n)).copied().unwrap_or(' ');
        Self {
            before: at(n.checked_sub(2)),
            left: at(n.checked_sub(1)),
            right: at(Some(n)),
            after: at(Some(n + 1)),
            beyond: at(Some(n + 2)),
        }
    }

    fn is_glued(self) -> bool {
        let Self {
            before,
            left,
            right,
            after,
            ..
        } = self;
        let is_digit = char::is_numeric;
        let number_follows = is_digit(right) || ".,".contains(right) && is_digit(after);
        links(before, left, right)
            || links(left, right, after)
            || is_sign(left) && (number_follows || is_currency(right))
            || ".,".contains(left) && is_digit(right) && !is_word(before) && before != '.'
            || is_currency(left) && (is_word(right) || number_follows)
            || is_word(left) && is_currency(right)
            || is_unit(left) && is_word(right)
            || is_digit(left) && is_unit(right)
            || is_word(left) && is_word(right) && (is_digit(left) || is_digit(right))
    }

    /// Returns `true` if an apostrophe follows that makes a plural a possessive: `the Kurds’ ally`.
    fn is_possessive(self) -> bool {
        matches!(self.left, 's' | 'S')
            && matches!(self.right, '’' | '\'')
            && self.after.is_whitespace()
            && self.beyond.is_alphanumeric()
    }

    /// Returns `true` if single quotation marks are still open after the character on the right.
    fn is_in_single_quotes(self, open: bool) -> bool {
        match self.right {
            '\n' => false,
            '‘' | '\'' if !is_word(self.left) && is_word(self.after) => true,
            '’' | '\'' if !is_word(self.after) => false,
            _ => open,
        }
    }
}

/// Returns `true` if a sign makes one word or one number of what stands on both sides of it.
fn links(left: char, sign: char, right: char) -> bool {
    match sign {
        _ if is_hyphen(sign) || sign == '&' => is_word(left) && is_word(right),
        '.' | ',' | ':' | '·' | '˙' | '’' | '\'' | '×' | '^' => {
            left.is_numeric() && right.is_numeric()
        }
        // `and/or`, `northeast(ern)`, `[Anti]Kurds`.
        '/' | '(' | '[' | ')' | ']' => is_word(left) && is_word(right),
        _ => false,
    }
}

/// Returns `true` if a place is beside the space in `5 000`.
fn is_grouped(chars: &[char], n: usize) -> bool {
    let is_gap = |at: usize| {
        if !chars
            .get(at)
            .is_some_and(|char| char.is_whitespace() && *char != '\n')
        {
            return false;
        }
        let digits = |char: &&char| char.is_numeric();
        let left = chars[..at].iter().rev().take(4).take_while(digits).count();
        let right = chars[at + 1..].iter().take(4).take_while(digits).count();
        (1..=3).contains(&left) && right == 3
    };
    is_gap(n) || n.checked_sub(1).is_some_and(is_gap)
}

/// Hyphens, the minus sign and the en dash, which joins in `north–south`; an em dash parts.
const fn is_hyphen(char: char) -> bool {
    matches!(
        char,
        '-' | '\u{2010}'
            ..='\u{2013}'
                | '\u{2212}'
                | '\u{58a}'
                | '\u{5be}'
                | '\u{1806}'
                | '\u{2043}'
                | '\u{2e17}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

/// Signs that change the number after them.
const fn is_sign(char: char) -> bool {
    is_hyphen(char)
        || matches!(
            char,
            '+' | '±'
                | '∓'
                | '~'
                | '≈'
                | '<'
                | '>'
                | '≤'
                | '≥'
                | '⁻'
                | '➖'
                | '≪'
                | '≫'
                | '∼'
                | '≲'
                | '≳'
                | '≠'
                | '¬'
                | '√'
                | '×'
                | '^'
        )
}

/// Signs that say what the number before them counts.
const fn is_unit(char: char) -> bool {
    matches!(char, '%' | '‰' | '‱' | '٪' | '°' | '℃' | '℉' | '％' | '﹪')
}

const fn is_currency(char: char) -> bool {
    matches!(
        char,
        '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '\u{20a0}'..='\u{20cf}' | '﷼' | '＄' | '￡' | '￥'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a bar at every edge inside it.
    fn cut(text: &str) -> String {
        let edges = edges(text);
        let mut cut = String::new();
        for (n, char) in text.chars().enumerate() {
            if n > 0 && edges[n] {
                cut.push('|');
            }
            cut.push(char);
        }
        cut
    }

    #[test]
    fn words_and_numbers_are_whole() {
        for whole in [
            "non-state",
            "non\u{2011}state",
            "north–south",
            "Deir-ez-Zor",
            "town’s",
            "−5",
            "+5",
            "±0.5",
            "-$5",
            "US$5",
            "5€",
            "5,000",
            "3.5",
            ".5",
            "5%",
            "35°N",
            "10–15",
            "10:30",
            "1/2",
            "3½",
            "km²",
            "5 000",
            "5\u{202f}000\u{202f}000",
            "R&D",
            "x\u{302}-ray",
            "$.5",
            "-.5",
        ] {
            assert_eq!(cut(whole), whole);
        }
    }

    #[test]
    fn other_signs_part_words() {
        assert_eq!(cut("war—peace"), "war|—|peace");
        assert_eq!(cut("war--peace"), "war|-|-|peace");
        assert_eq!(cut("in 2025 300 men"), "in| |2025| |300| |men");
        assert_eq!(cut("(left)."), "(|left|)|.");
        assert_eq!(cut("He left.5 men"), "He| |left|.|5| |men");
        assert_eq!(cut("北京市"), "北|京|市");
    }

    #[test]
    fn an_apostrophe_after_a_plural_is_part_of_it_unless_it_ends_a_quotation() {
        assert_eq!(cut("the Kurds’ ally"), "the| |Kurds’| |ally");
        assert_eq!(cut("‘the Kurds’ left"), "‘|the| |Kurds|’| |left");
    }

    #[test]
    fn a_sign_belongs_to_what_stands_right_after_it_only() {
        assert_eq!(cut("- 5"), "-| |5");
        assert_eq!(cut("$ 5"), "$| |5");
        assert_eq!(cut("$, 5"), "$|,| |5");
    }

    #[test]
    fn only_a_space_groups_the_digits_of_a_number() {
        assert_eq!(cut("5—000"), "5|—|000");
        assert_eq!(cut("5\n000"), "5|\n|000");
    }

    #[test]
    fn an_apostrophe_inside_a_word_neither_opens_nor_closes_a_quotation() {
        assert_eq!(cut("town's Kurds’ ally"), "town's| |Kurds’| |ally");
        assert_eq!(
            cut("‘the town’s Kurds’ left"),
            "‘|the| |town’s| |Kurds|’| |left"
        );
    }

    #[test]
    fn a_quotation_in_single_marks_ends_with_its_mark_or_with_its_line() {
        assert_eq!(
            cut("‘all’ the Kurds’ ally"),
            "‘|all|’| |the| |Kurds’| |ally"
        );
        assert_eq!(cut("‘all\nthe Kurds’ ally"), "‘|all|\n|the| |Kurds’| |ally");
    }
}

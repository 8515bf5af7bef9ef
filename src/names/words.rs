//! The words of a text as names are compared, and what Arabic writes together with them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold;

/// The folded words of a text, each with the bytes it takes there; without English possessives.
pub fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let words = text.unicode_word_indices();
    words
        .map(|(at, word)| (fold_word(word), at..at + word.len()))
        .filter(|(word, _)| !word.is_empty())
}

fn fold_word(word: &str) -> String {
    let marks = ["'s", "’s", "ʼs"];
    let stem = marks.iter().find_map(|mark| word.strip_suffix(mark));
    fold(stem.unwrap_or(word)).replace(' ', "")
}

/// Letters that Arabic writes together with the word after them: “and”, then “in”, “to” or “like”.
const PROCLITICS: [&[char]; 2] = [&['و', 'ف'], &['ب', 'ل', 'ك']];
/// A word that is left over is no name if it is shorter.
const SHORTEST: usize = 3;

/// A folded word, and what is left of it without the letters that only lean on it.
pub fn without_proclitics(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    for letters in PROCLITICS {
        for form in forms.clone() {
            if let Some(rest) = form.strip_prefix(letters)
                && rest.chars().count() >= SHORTEST
            {
                // “To the …” loses the first letter of its article in writing.
                if let Some(noun) = form.strip_prefix("لل") {
                    forms.push(format!("ال{noun}"));
                }
                forms.push(rest.to_owned());
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_become_one() {
        for (one, other) in [
            ("Hesekê", "HESEKE"),
            ("Dar'a", "dar’a"),
            ("Russia’s", "russia"),
            ("İdlib", "idlib"),
            ("إدلب", "ادلب"),
            ("حماة", "حماه"),
            ("حَلَب", "حلب"),
            ("حـلـب", "حلب"),
            ("ﻻ", "لا"),
        ] {
            assert_eq!(fold_word(one), fold_word(other), "{one} {other}");
        }
        assert_ne!(fold_word("Homs"), fold_word("Hama"));
        assert_eq!(fold_word("’"), "");
    }

    #[test]
    fn words_know_where_they_stand() {
        let found: Vec<_> = words(" — Dar’a’s, deir ez-Zor").collect();
        let expected = [
            ("dara", 5..16),
            ("deir", 18..22),
            ("ez", 23..25),
            ("zor", 26..29),
        ];
        assert_eq!(found, expected.map(|(word, at)| (word.to_owned(), at)));
    }

    #[test]
    fn leaning_letters_are_taken_off() {
        let forms = |word| without_proclitics(&fold_word(word));
        assert!(forms("وحلب").contains(&fold_word("حلب")));
        assert!(forms("وبالقامشلي").contains(&fold_word("القامشلي")));
        assert!(forms("للقامشلي").contains(&fold_word("القامشلي")));
        assert_eq!(forms("بن").len(), 1);
    }
}

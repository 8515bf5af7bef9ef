//! The place where a quotation and the words of its source part.

use unicode_segmentation::UnicodeSegmentation;

use super::Normal;

/// The words of each text from the first to the last that the other doesn't have there; typography makes no difference.
pub fn difference<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let words = |text: &'a str| text.unicode_word_indices().collect::<Vec<_>>();
    let (left, right) = (words(a), words(b));
    let same =
        |(a, b): &(&(usize, &str), &(usize, &str))| Normal::new(a.1).text == Normal::new(b.1).text;
    let before = left.iter().zip(&right).take_while(same).count();
    let (left, right) = (&left[before..], &right[before..]);
    let ends = left.iter().rev().zip(right.iter().rev());
    let after = ends.take_while(same).count();
    (
        run(a, &left[..left.len() - after]),
        run(b, &right[..right.len() - after]),
    )
}

/// The piece of a text that a run of its words takes up.
fn run<'a>(text: &'a str, words: &[(usize, &str)]) -> &'a str {
    match words {
        [] => "",
        [(start, _), ..] => {
            let end = words.last().map_or(*start, |(at, word)| at + word.len());
            &text[*start..end]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_words_that_differ() {
        assert_eq!(
            difference("They hold the north.", "They held the north"),
            ("hold", "held")
        );
        assert_eq!(
            difference("the town’s mayor left", "the town's old mayor left"),
            ("", "old")
        );
        assert_eq!(
            difference("a very old, old town", "a town"),
            ("very old, old", "")
        );
        assert_eq!(difference("one two", "three"), ("one two", "three"));
        assert_eq!(difference("a “b” c", "a \"b\" c"), ("", ""));
        assert_eq!(difference("a a", "a"), ("a", ""));
    }
}

//! The words beside a passage that tell it from its twins.

use unicode_segmentation::UnicodeSegmentation;

use super::{Passage, Text, Wanted, visible};

/// So many words before and after a quotation are tried in turn until it stands in one place only.
const WORDS: [usize; 3] = [3, 8, 20];

/// Words to be given with a quotation, right before it, right after it, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The words to give as `before`.
    pub before: Option<String>,
    /// The words to give as `after`.
    pub after: Option<String>,
}

impl Text {
    /// The fewest words beside a passage that, given with the wanted ones, leave it alone; those that are given already
    /// stay. `None` where no words near it do.
    pub fn beside(&self, wanted: Wanted, passage: &Passage) -> Option<Beside> {
        let given = |words: Option<&str>| words.map(str::to_owned);
        let (before, after) = (given(wanted.before), given(wanted.after));
        let tries = WORDS.iter().flat_map(|&count| {
            let (left, right) = (self.left_of(passage, count), self.right_of(passage, count));
            [
                (left.clone(), after.clone()),
                (before.clone(), right.clone()),
                (left, right),
            ]
        });
        let mut tries = tries.map(|(before, after)| Beside { before, after });
        tries.find(|beside| {
            let wanted = Wanted {
                before: beside.before.as_deref(),
                after: beside.after.as_deref(),
                ..wanted
            };
            self.look_up(wanted).passage() == Some(passage)
        })
    }

    /// Up to so many words of its paragraph right before a passage.
    fn left_of(&self, passage: &Passage, count: usize) -> Option<String> {
        let end = passage.extent().start;
        let text = &self.raw[self.paragraphs.get(self.index_at(end))?.start..end];
        let words = text.unicode_word_indices().rev().take(count);
        let (start, _) = words.last()?;
        Some(visible(text[start..].trim()))
    }

    /// Up to so many words of its paragraph right after a passage.
    fn right_of(&self, passage: &Passage, count: usize) -> Option<String> {
        let start = passage.extent().end;
        let paragraph = self.paragraphs.get(self.index_at(start - 1))?;
        let text = &self.raw[start..paragraph.end.max(start)];
        let words = text.unicode_word_indices().take(count);
        let (last, word) = words.last()?;
        Some(visible(text[..last + word.len()].trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::quote::Proof;

    /// Finds what to give with wanted words so that the nth of the places where they stand is meant.
    fn beside(raw: &str, wanted: Wanted, nth: usize) -> Option<Beside> {
        let text = Text::new(raw.to_owned(), 0);
        let Proof::Ambiguous(places) = text.look_up(wanted) else {
            panic!("twins of {wanted:?}")
        };
        text.beside(wanted, &places[nth])
    }

    fn given(before: Option<&str>, after: Option<&str>) -> Beside {
        Beside {
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        }
    }

    #[test]
    fn words_before_a_passage_tell_it_from_its_twin() {
        let raw = "So it is. Forces hold the north. Forces hold the south.";
        let wanted = "Forces hold the".into();
        assert_eq!(beside(raw, wanted, 0), Some(given(Some("So it is."), None)));
        assert_eq!(
            beside(raw, wanted, 1),
            Some(given(Some("hold the north."), None))
        );
    }

    #[test]
    fn where_the_words_before_are_alike_those_after_it_tell_it_from_its_twin() {
        let raw = "We say that forces hold the north. We say that forces hold the south.";
        let wanted = "forces hold the".into();
        assert_eq!(
            beside(raw, wanted, 0),
            Some(given(None, Some("north. We say")))
        );
        assert_eq!(beside(raw, wanted, 1), Some(given(None, Some("south"))));
    }

    #[test]
    fn where_neither_side_is_enough_both_are_given() {
        let raw = "Now in the north forces hold all of the town. Now in the north forces hold none. \
                   Here in no town forces hold all of the town.";
        assert_eq!(
            beside(raw, "forces hold".into(), 0),
            Some(given(Some("in the north"), Some("all of the")))
        );
    }

    #[test]
    fn no_more_words_are_given_than_tell_it_from_its_twin() {
        let raw = "One a b c d they hold e f g h.\nTwo a b c d they hold e f g h.";
        assert_eq!(
            beside(raw, "they hold".into(), 1),
            Some(given(Some("Two a b c d"), None))
        );
        let far = "a b c d e f g h i j";
        let raw = format!("One {far} they hold.\nTwo {far} they hold.");
        assert_eq!(
            beside(&raw, "they hold".into(), 0),
            Some(given(Some(&format!("One {far}")), None))
        );
    }

    #[test]
    fn words_that_are_given_already_stay() {
        let before = Wanted {
            before: Some("c"),
            ..Wanted::from("they hold")
        };
        let raw = "a b c they hold one. a b c they hold two. They hold one.";
        assert_eq!(
            beside(raw, before, 1),
            Some(given(Some("c"), Some("two. They hold")))
        );
        let after = Wanted {
            after: Some("d"),
            ..Wanted::from("they hold")
        };
        let raw = "One they hold d. Two they hold d. Two they hold e.";
        assert_eq!(
            beside(raw, after, 1),
            Some(given(Some("hold d. Two"), Some("d")))
        );
    }

    #[test]
    fn twins_that_are_alike_all_around_cannot_be_told_apart() {
        let raw = "They say they hold it.\nThey say they hold it.";
        for exact in ["they hold", "They say they hold it."] {
            for nth in [0, 1] {
                assert_eq!(beside(raw, exact.into(), nth), None, "{exact}");
            }
        }
    }

    #[test]
    fn words_of_another_paragraph_are_not_beside_it() {
        let wanted = Wanted {
            across_paragraphs: true,
            ..Wanted::from("They hold it")
        };
        let raw = "One\nThey hold it\nTwo\nThey hold it\nThree";
        for nth in [0, 1] {
            assert_eq!(beside(raw, wanted, nth), None);
        }
    }

    #[test]
    fn words_to_be_given_are_without_what_cannot_be_seen() {
        let raw = "In the no\u{ad}rth they hold it.\nIn the south they hold it.";
        assert_eq!(
            beside(raw, "they hold".into(), 0),
            Some(given(Some("In the north"), None))
        );
    }
}

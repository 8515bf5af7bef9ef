//! The words beside a passage that tell it from its twins.

use unicode_segmentation::UnicodeSegmentation;

use super::{Passage, Text, Wanted, visible};

/// So many words before and after a quotation are tried in turn until it stands in one place only.
const WORDS: [usize; 3] = [3, 8, 20];

/// Words to be given with a quotation, right before it, right after it, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What to give as `before`.
    pub before: Option<String>,
    /// What to give as `after`.
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

//! A line that is typed, edited by the characters that people see.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// No name is longer, and what is typed is searched for with every key.
const LONGEST: usize = 256;

/// A line of text with a cursor between its grapheme clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// Bytes before the cursor.
    at: usize,
}

/// A change to the line, or to where the cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Goes back by one character.
    Left,
    /// Goes on by one character.
    Right,
    /// Goes before the first.
    Start,
    /// Goes behind the last.
    End,
    /// Takes back what stands before the cursor.
    Erase,
    /// Takes out what stands after the cursor.
    Delete,
    /// Takes back a word.
    EraseWord,
    /// Takes back all that stands before the cursor.
    EraseAll,
}

impl Input {
    /// The whole line, free of control characters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what stands before the cursor and after it.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.at)
    }

    pub(crate) fn insert(&mut self, char: char) {
        if !char.is_control() && self.text.len() + char.len_utf8() <= LONGEST {
            self.text.insert(self.at, char);
            self.at += char.len_utf8();
        }
    }

    pub(crate) fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => self.at = self.left(),
            Edit::Right => self.at = self.right(),
            Edit::Start => self.at = 0,
            Edit::End => self.at = self.text.len(),
            Edit::Erase => self.erase_from(self.left()),
            Edit::Delete => drop(self.text.drain(self.at..self.right())),
            Edit::EraseWord => self.erase_from(self.word()),
            Edit::EraseAll => self.erase_from(0),
        }
    }

    fn erase_from(&mut self, start: usize) {
        self.text.drain(start..self.at);
        self.at = start;
    }

    fn left(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.at, self.text.len(), true);
        let before = cursor.prev_boundary(&self.text, 0);
        before.ok().flatten().unwrap_or(0)
    }

    fn right(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.at, self.text.len(), true);
        let after = cursor.next_boundary(&self.text, 0);
        after.ok().flatten().unwrap_or(self.text.len())
    }

    /// Finds the start of the last word before the cursor.
    fn word(&self) -> usize {
        let mut words = self.text[..self.at].unicode_word_indices();
        words.next_back().map_or(0, |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> Input {
        let mut input = Input::default();
        text.chars().for_each(|char| input.insert(char));
        input
    }

    #[test]
    fn edits_by_what_is_seen_as_one_character() {
        let mut input = typed("قe\u{301}👨‍👩‍👧x");
        for left in ["قe\u{301}👨‍👩‍👧", "قe\u{301}", "ق", "", ""] {
            input.edit(Edit::Erase);
            assert_eq!(input.text(), left);
        }
        let mut input = typed("deir ez-zor");
        input.edit(Edit::EraseWord);
        assert_eq!(input.text(), "deir ez-");
        input.edit(Edit::EraseWord);
        assert_eq!(input.parts(), ("deir ", ""));
        input.edit(Edit::Left);
        input.edit(Edit::Left);
        input.insert('x');
        assert_eq!(input.parts(), ("deix", "r "));
        input.edit(Edit::Delete);
        input.edit(Edit::EraseAll);
        assert_eq!(input.parts(), ("", " "));
    }

    #[test]
    fn takes_no_control_characters_and_not_without_end() {
        assert_eq!(typed("a\u{1b}[b\n").text(), "a[b");
        assert!(typed(&"ق".repeat(10_000)).text().len() <= LONGEST);
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_between_characters(
            steps in prop::collection::vec((any::<char>(), 0..9_u8), 0..60),
        ) {
            let mut input = Input::default();
            for (char, step) in steps {
                match step {
                    0 => input.edit(Edit::Left),
                    1 => input.edit(Edit::Right),
                    2 => input.edit(Edit::Start),
                    3 => input.edit(Edit::End),
                    4 => input.edit(Edit::Erase),
                    5 => input.edit(Edit::Delete),
                    6 => input.edit(Edit::EraseWord),
                    _ => input.insert(char),
                }
                let (before, after) = input.parts();
                prop_assert_eq!(format!("{before}{after}"), input.text());
            }
        }
    }
}

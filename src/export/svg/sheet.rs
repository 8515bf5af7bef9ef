//! A column of a sheet that words are set in, line under line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::text_style::TextStyle;
use crate::export::vector::TextLine;

/// Units that a column of text takes on average, for the size that it is set in.
const ADVANCE: f64 = 0.51;

/// A column and what stands in it so far.
#[derive(Debug)]
pub struct Sheet {
    /// Its left edge.
    pub x: f64,
    /// The baseline of the next line.
    pub y: f64,
    width: f64,
    /// The elements beside its lines so far.
    pub shapes: String,
    /// The lines so far.
    pub lines: Vec<TextLine>,
}

impl Sheet {
    /// Begins a column at a point, so wide.
    pub const fn new(x: f64, y: f64, width: f64) -> Self {
        Self {
            x,
            y,
            width,
            shapes: String::new(),
            lines: Vec::new(),
        }
    }

    /// Leaves room below.
    pub fn skip(&mut self, by: f64) {
        self.y += by;
    }

    /// One line where the column is.
    pub fn text(&mut self, class: &'static str, text: &str) {
        self.text_at(class, 0.0, text);
    }

    fn text_at(&mut self, class: &'static str, indent: f64, text: &str) {
        let at = (self.x + indent, self.y);
        self.lines.push(TextLine::new(class, at, text));
    }

    /// A heading with room above it.
    pub fn heading(&mut self, text: &str) {
        self.text("heading", text);
        self.skip(20.0);
    }

    /// Words in as many lines as they take, and the column below them.
    pub fn paragraph(&mut self, class: &'static str, text: &str, indent: f64) {
        let size = TextStyle::of(class).size;
        for line in lines(text, (self.width - indent) / (size * ADVANCE)) {
            self.text_at(class, indent, &line);
            self.skip(size * 1.35);
        }
    }
}

/// Words broken into lines of so many columns, within a word only where it is longer than a line.
fn lines(text: &str, columns: f64) -> Vec<String> {
    let fits = |line: &str, word: &str| (line.width() + word.width()) as f64 <= columns;
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let pieces: Vec<&str> = if fits("", word) {
            vec![word]
        } else {
            word.graphemes(true).collect()
        };
        for piece in pieces {
            match lines.last_mut() {
                Some(line) if line.is_empty() || fits(line, piece.trim_end()) => {
                    line.push_str(piece);
                }
                _ => lines.push(piece.to_owned()),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_the_column_and_no_word_is_lost() {
        let text = "one two three fourfivesixseveneight nine";
        let broken = lines(text, 8.0);
        assert_eq!(broken.concat(), text);
        assert!(
            broken.iter().all(|line| line.trim_end().width() <= 8),
            "{broken:?}"
        );
    }
}

//! Lines broken to a width, by the columns that their graphemes take.

use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    columns,
    line::{Line, Role, Span},
};

/// A character that takes a column and is never broken at.
const NO_BREAK: &str = "\u{a0}";

struct Piece<'a> {
    text: &'a str,
    width: usize,
    role: Role,
}

/// Breaks lines at spaces so that none is wider than `width`; a word that is wider by itself is cut.
pub fn wrap(lines: &[Line], width: usize) -> Vec<Line> {
    let width = width.max(1);
    let folded = lines.iter().map(|line| match line.columns.as_slice() {
        [] => fold(line, width),
        columns => columns::set(columns, width),
    });
    folded.flatten().collect()
}

/// A text cut to a width, with a mark where something is cut off.
pub fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let mut room = width - 1;
    let fits = |grapheme: &&str| {
        let left = room.checked_sub(grapheme.width());
        room = left.unwrap_or(room);
        left.is_some()
    };
    let bytes = text.graphemes(true).take_while(fits).map(str::len);
    text[..bytes.sum()].trim_end().to_owned() + "…"
}

fn fold(line: &Line, width: usize) -> Vec<Line> {
    // Where there is hardly any room, none of it is spent on blanks.
    let (indent, hang) = if (line.indent + line.hang) * 2 > width {
        (0, 0)
    } else {
        (line.indent, line.hang)
    };
    let narrowest = width - indent - hang;
    let most = line.spans.iter().map(|span| span.text.len()).sum();
    let mut pieces = Vec::with_capacity(most);
    pieces.extend(
        line.spans
            .iter()
            .flat_map(self::pieces)
            .filter(|piece| piece.width <= narrowest),
    );
    let mut folded = Vec::new();
    let mut start = 0;
    loop {
        let indent = if folded.is_empty() {
            indent
        } else {
            indent + hang
        };
        let end = start + fitting(&pieces[start..], width - indent);
        folded.push(join(line, indent, trimmed(&pieces[start..end])));
        start = end
            + pieces[end..]
                .iter()
                .take_while(|piece| piece.text == " ")
                .count();
        if start >= pieces.len() {
            return folded;
        }
    }
}

/// The graphemes of a span. Most are letters of ASCII before another one, which nothing joins.
fn pieces(span: &Span) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = span.text.as_str();
    iter::from_fn(move || {
        let (text, width) = match rest.as_bytes() {
            [b' '..=b'~'] | [b' '..=b'~', b' '..=b'~', ..] => (&rest[..1], 1),
            _ => {
                let text = rest.graphemes(true).next()?;
                (text, text.width())
            }
        };
        rest = &rest[text.len()..];
        Some(Piece {
            text,
            width,
            role: span.role,
        })
    })
}

/// Counts the pieces that go into a line: up to the last space before it is full, or all that fit of a longer word.
fn fitting(pieces: &[Piece], room: usize) -> usize {
    let (mut used, mut after_word) = (0, None);
    for (n, piece) in pieces.iter().enumerate() {
        if piece.text == " " {
            after_word = Some(n);
        } else if used + piece.width > room {
            return after_word.filter(|&n| n > 0).unwrap_or(n.max(1));
        }
        used += piece.width;
    }
    pieces.len()
}

fn trimmed<'a, 'b>(pieces: &'a [Piece<'b>]) -> &'a [Piece<'b>] {
    let blanks = pieces
        .iter()
        .rev()
        .take_while(|piece| piece.text == " ")
        .count();
    &pieces[..pieces.len() - blanks]
}

fn join(line: &Line, indent: usize, pieces: &[Piece]) -> Line {
    let mut spans: Vec<Span> = Vec::new();
    for piece in pieces {
        let text = if piece.text == NO_BREAK {
            " "
        } else {
            piece.text
        };
        match spans.last_mut() {
            Some(span) if span.role == piece.role => span.text.push_str(text),
            _ => {
                let mut span = Span {
                    text: String::with_capacity(pieces.len()),
                    role: piece.role,
                };
                span.text.push_str(text);
                spans.push(span);
            }
        }
    }
    Line {
        indent,
        hang: 0,
        spans,
        statement: line.statement,
        columns: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(line: Line, width: usize) -> Vec<String> {
        let wrapped = wrap(&[line], width);
        wrapped
            .iter()
            .map(|line| " ".repeat(line.indent) + &line.text())
            .collect()
    }

    #[test]
    fn breaks_at_spaces_and_hangs() {
        let line = Line::new(Role::Quiet, "— Putin meets")
            .and(Role::Plain, " Syria’s new leader")
            .set_in(0, 2);
        assert_eq!(
            texts(line, 14),
            ["— Putin meets", "  Syria’s new", "  leader"]
        );
    }

    #[test]
    fn keeps_a_mark_with_its_name_and_cuts_long_words() {
        let line = Line::new(Role::State, "held by Kurds").and(Role::Plain, "\u{a0}■\u{a0}K");
        assert_eq!(texts(line, 14), ["held by", "Kurds ■ K"]);
        assert_eq!(
            texts(Line::new(Role::Plain, "abcdefgh"), 3),
            ["abc", "def", "gh"]
        );
        assert_eq!(texts(Line::default(), 3), [""]);
    }

    proptest! {
        #[test]
        fn pieces_are_graphemes(text in "([ -~]|\\PC|e\u{301}|\u{1f468}\u{200d}\u{1f469}|🇸🇾|ก็|[\u{600}-\u{605}]){0,12}") {
            let span = Span::new(Role::Plain, &text);
            let pieces: Vec<_> = pieces(&span).map(|piece| (piece.text, piece.width)).collect();
            let graphemes = span.text.graphemes(true).map(|text| (text, text.width()));
            prop_assert_eq!(pieces, graphemes.collect::<Vec<_>>());
        }

        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(
            words in proptest::collection::vec("[a-z–’طرé中]{1,9}", 0..30), width in 1..60usize, hang in 0..4usize,
        ) {
            let wrapped = wrap(&[Line::new(Role::Plain, &words.join(" ")).set_in(1, hang)], width);
            for line in &wrapped {
                prop_assert!(line.indent + line.text().width() <= width);
            }
            if width > 2 * (1 + hang) + 2 {
                let kept: String = wrapped.iter().map(Line::text).collect();
                prop_assert_eq!(kept.replace(' ', ""), words.concat());
            }
        }
    }
}

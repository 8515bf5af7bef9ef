//! The pieces that a TOML file can be taken apart into: what stands before its entries, and each entry `[[list]]` with the tables in it.
//!
//! The parser takes some fifty bytes for each byte that it has before it; piece by piece, that is for one entry at a time.

use toml_parser::{
    Source,
    lexer::{Token, TokenKind},
};

use super::Span;
use crate::limits::{ENTRY_VALUES, VALUES};

/// A file that can be read piece by piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pieces<'a> {
    /// Everything before the first entry.
    pub head: Span,
    /// The entries in order, each with the name of its list.
    pub entries: Vec<(&'a str, Span)>,
}

/// The reason why a file can't be read piece by piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// The table with this head is no entry of a list, nor a table in the one before it.
    Table(Span),
    /// There are more values than a file may have; this is the first beyond.
    Values(Span),
}

/// Finds the pieces of a file.
pub(super) fn pieces(text: &str) -> Result<Pieces<'_>, Whole> {
    let mut entries: Vec<(&str, Span)> = Vec::new();
    let (mut head, mut values, mut depth) = (0..text.len(), 0_usize, 0_usize);
    let mut is_line_start = true;
    let mut tokens = Source::new(text).lex().peekable();
    while let Some(token) = tokens.next() {
        let (kind, at) = (token.kind(), token.span().start());
        if is_line_start && depth == 0 && kind == TokenKind::LeftSquareBracket {
            let is_entry = tokens
                .next_if(|token| token.kind() == TokenKind::LeftSquareBracket)
                .is_some();
            let name: Vec<Token> =
                std::iter::from_fn(|| tokens.next_if(|token| is_of_name(*token))).collect();
            let first = name.iter().find(|token| token.kind() == TokenKind::Atom);
            let first = first.map(|token| &text[token.span().start()..token.span().end()]);
            let is_simple = name.iter().all(|token| token.kind() != TokenKind::Dot);
            match (first, entries.last_mut()) {
                (Some(name), last) if is_entry && is_simple => {
                    match last {
                        Some((_, before)) => before.end = at,
                        None => head.end = at,
                    }
                    entries.push((name, at..text.len()));
                }
                (Some(name), Some((last, _))) if !is_simple && name == *last => {}
                _ => return Err(Whole::Table(at..at + 1)),
            }
            values += ENTRY_VALUES;
            // The brackets that close the name follow.
            depth = if is_entry { 2 } else { 1 };
            is_line_start = false;
            continue;
        }
        match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        values += usize::from(matches!(
            kind,
            TokenKind::Equals
                | TokenKind::Comma
                | TokenKind::LeftSquareBracket
                | TokenKind::LeftCurlyBracket
        ));
        if values > VALUES {
            return Err(Whole::Values(at..at + 1));
        }
        is_line_start = match kind {
            TokenKind::Newline => true,
            TokenKind::Whitespace => is_line_start,
            _ => false,
        };
    }
    Ok(Pieces { head, entries })
}

/// Tells whether a token belongs to the plain name of a table; one in quotation marks is none.
fn is_of_name(token: Token) -> bool {
    matches!(
        token.kind(),
        TokenKind::Atom | TokenKind::Dot | TokenKind::Whitespace
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let Pieces { head, entries } = pieces(text).expect("pieces");
        let entries = entries.into_iter().map(|(_, at)| &text[at]);
        std::iter::once(&text[head]).chain(entries).collect()
    }

    #[test]
    fn each_entry_goes_with_the_tables_in_it() {
        let text = "a = 1\n[[b]]\nc = [\n[[2]],\n]\n[b.d]\ne = 3\n [[ f ]] # [[b]]\n[[b]]\n";
        assert_eq!(
            parts(text),
            [
                "a = 1\n",
                "[[b]]\nc = [\n[[2]],\n]\n[b.d]\ne = 3\n ",
                "[[ f ]] # [[b]]\n",
                "[[b]]\n"
            ]
        );
        assert_eq!(parts(""), [""]);
        assert_eq!(
            parts("a = \"\"\"\n[[b]]\n\"\"\""),
            ["a = \"\"\"\n[[b]]\n\"\"\""]
        );
    }

    #[test]
    fn a_table_that_is_no_entry_keeps_a_file_whole() {
        for text in [
            "[b]",
            "[[a]]\n[b.c]",
            "[[a.b]]",
            "[[\"a\"]]",
            "[[a]]\n[a]",
            "[",
        ] {
            assert!(matches!(pieces(text), Err(Whole::Table(_))), "{text}");
        }
    }

    #[test]
    fn values_are_counted() {
        let many = |count| format!("a = [{}]", "1,".repeat(count));
        assert!(pieces(&many(VALUES - 2)).is_ok());
        let beyond = VALUES * 2 + 2..VALUES * 2 + 3;
        assert_eq!(pieces(&many(VALUES)), Err(Whole::Values(beyond)));
    }
}

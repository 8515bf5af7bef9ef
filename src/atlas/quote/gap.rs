//! The marks for words left out of a quotation: `…` or three dots, in brackets or not.

use std::ops::Range;

const BRACKETS: [(char, char); 2] = [('[', ']'), ('(', ')')];

/// Returns the pieces of a quotation that stand between the words left out.
pub fn pieces(exact: &str) -> Vec<&str> {
    let marks = marks(exact);
    let starts = std::iter::once(0).chain(marks.iter().map(|mark| mark.end));
    let ends = marks.iter().map(|mark| mark.start).chain([exact.len()]);
    starts
        .zip(ends)
        .map(|(start, end)| exact[start..end].trim())
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn marks(exact: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut rest = 0;
    while let Some(at) = exact[rest..].find(['.', '…']) {
        let start = rest + at;
        let dots = exact[start..].trim_start_matches(['.', '…']);
        let end = exact.len() - dots.len();
        let run = &exact[start..end];
        if run.contains('…') || run.len() >= "...".len() {
            marks.push(with_brackets(exact, start..end));
        }
        rest = end;
    }
    marks
}

fn with_brackets(exact: &str, mark: Range<usize>) -> Range<usize> {
    let (before, after) = (&exact[..mark.start], &exact[mark.end..]);
    let are_around =
        |&(open, close): &(char, char)| before.ends_with(open) && after.starts_with(close);
    if BRACKETS.iter().any(are_around) {
        mark.start - 1..mark.end + 1
    } else {
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_marks_are_alike() {
        for mark in ["…", "...", "[…]", "[...]", "(…)", "(...)", ".…", "...."] {
            assert_eq!(pieces(&format!("a b {mark} c")), ["a b", "c"], "{mark}");
        }
        assert_eq!(
            pieces("in the U.S. (so far) .. here."),
            ["in the U.S. (so far) .. here."]
        );
        assert_eq!(pieces("… a (… b] …"), ["a (", "b]"]);
        assert_eq!(pieces(" … ..."), [""; 0]);
    }
}

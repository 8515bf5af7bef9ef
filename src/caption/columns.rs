//! Lines side by side, two columns at a time, or one after the other where there is no room.

use unicode_width::UnicodeWidthStr;

use super::{
    line::{Line, Role, Span},
    wrap,
};

/// The rule between two columns.
const RULE: &str = " │ ";
/// A column is at least as wide.
const LEAST: usize = 28;

/// Sets columns in lines that are no wider than `width`.
pub fn set(columns: &[Vec<Line>], width: usize) -> Vec<Line> {
    let each = width.saturating_sub(RULE.width()) / 2;
    let abreast = if each < LEAST { 1 } else { 2 };
    let mut lines = Vec::new();
    for row in columns.chunks(abreast) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        match row {
            [left, right] => lines.extend(beside(&wrap(left, each), &wrap(right, each), each)),
            _ => lines.extend(row.iter().flat_map(|column| wrap(column, width))),
        }
    }
    lines
}

fn beside(left: &[Line], right: &[Line], width: usize) -> Vec<Line> {
    let rows = 0..left.len().max(right.len());
    let blank = Line::default();
    let row = |n: usize| {
        let (left, right) = (
            left.get(n).unwrap_or(&blank),
            right.get(n).unwrap_or(&blank),
        );
        let used = left.indent + left.text().width();
        let rule = " ".repeat(width.saturating_sub(used)) + RULE + &" ".repeat(right.indent);
        let rule = std::iter::once(Span::new(Role::Quiet, &rule));
        Line {
            indent: left.indent,
            spans: left
                .spans
                .iter()
                .cloned()
                .chain(rule)
                .chain(right.spans.clone())
                .collect(),
            ..Line::default()
        }
    };
    rows.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: usize) -> String {
        let column = |date: &str, words: &str| {
            vec![
                Line::new(Role::State, date),
                Line::new(Role::Quote, words),
                Line::new(Role::Quiet, "— a source").set_in(2, 0),
            ]
        };
        let columns = [
            column(
                "2016",
                "They have been there since the first days of that year.",
            ),
            column("2019", "Since 2019."),
            column("2020", "Never."),
        ];
        let text = |line: Line| " ".repeat(line.indent) + &line.text();
        let lines: Vec<String> = set(&columns, width).into_iter().map(text).collect();
        assert!(lines.iter().all(|line| line.width() <= width), "{lines:#?}");
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
        lines.join("\n")
    }

    #[test]
    fn two_stand_side_by_side_where_there_is_room() {
        insta::assert_snapshot!(shown(60), @r"
        2016                         │ 2019
        They have been there since   │ Since 2019.
        the first days of that year. │   — a source
          — a source                 │

        2020
        Never.
          — a source
        ");
        insta::assert_snapshot!(shown(40), @r"
        2016
        They have been there since the first
        days of that year.
          — a source

        2019
        Since 2019.
          — a source

        2020
        Never.
          — a source
        ");
    }
}

//! Errors of TOML syntax, without the noise that follows from them.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue, Error};

use super::{Code, Problem, Span, lines::Lines};

/// The lines that Git puts around two versions, as they start.
const OURS: &str = "<<<<<<<";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>>";

/// The problem that a syntax error is.
pub(super) fn problem(text: &str, error: &Error) -> Problem {
    let at = error.span().unwrap_or(text.len()..text.len());
    Problem::new(Code::Syntax, &at, error.message())
}

/// The syntax errors that are worth reading. In a bracket that was never closed the parser stumbles over everything
/// that follows: of the errors within one value, the first says where it began and the last what is not closed.
pub(super) fn problems(text: &str, tree: &DeTable<'_>, errors: &[Error]) -> Vec<Problem> {
    if errors.is_empty() {
        return Vec::new();
    }
    let mut errors: Vec<Problem> = errors.iter().map(|error| problem(text, error)).collect();
    errors.sort_by_key(|error| error.at.start);
    let values = values(tree);
    let value_of = |error: &Problem| {
        let last = values
            .partition_point(|value| value.start <= error.at.start)
            .checked_sub(1)?;
        (error.at.start <= values[last].end).then_some(last)
    };
    let together =
        |a: &Problem, b: &Problem| value_of(a).is_some_and(|value| value_of(b) == Some(value));
    let ends = |run: &[Problem]| {
        [run.first(), run[1..].last()]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
    };
    errors.chunk_by(together).flat_map(ends).collect()
}

/// The places where Git has left two versions of some lines to be chosen from.
pub(super) fn conflicts(text: &str) -> Vec<Problem> {
    if !text.contains(OURS) {
        return Vec::new();
    }
    let mut start = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let at = start..start + line.trim_end().len();
        start += line.len();
        (line, at)
    });
    let mut conflicts = Vec::new();
    while let Some((_, from)) = lines.find(|(line, _)| line.starts_with(OURS)) {
        let to = lines.find(|(line, _)| line.starts_with(THEIRS));
        let message = "two versions of these lines are not merged";
        let help = format!(
            "keep what is right of both, and take out the lines that start with `{OURS}`, `{BETWEEN}` and `{THEIRS}`"
        );
        let problem = Problem::new(Code::MergeConflict, &from, message).help(help);
        conflicts.push(match to {
            Some((_, to)) => problem.also(&to, "to here"),
            None => problem,
        });
    }
    conflicts
}

/// Leaves out what lies in such a place.
pub(super) fn retain_outside(problems: &mut Vec<Problem>, conflicts: &[Problem]) {
    let inside = |problem: &Problem, conflict: &Problem| {
        let end = conflict.also.as_ref().map_or(usize::MAX, |(to, _)| to.end);
        (conflict.at.start..=end).contains(&problem.at.start)
    };
    problems.retain(|problem| !conflicts.iter().any(|conflict| inside(problem, conflict)));
}

/// Leaves out what may only have been hidden or garbled by syntax errors.
pub(super) fn retain_independent(others: &mut Vec<Problem>, errors: &[Problem], lines: &Lines) {
    let line = |problem: &Problem| lines.number(problem.at.start);
    let all_lines = |error: &Problem| {
        let last = error
            .also
            .as_ref()
            .map_or(error.at.start, |(at, _)| at.start);
        line(error)..=lines.number(last)
    };
    let garbled: BTreeSet<usize> = errors.iter().flat_map(all_lines).collect();
    others.retain(|other| !other.code.may_follow_from_syntax() && !garbled.contains(&line(other)));
}

/// Returns the places of the outermost values, in order.
fn values(tree: &DeTable<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for value in tree.values() {
        collect(value.get_ref(), value.span(), &mut spans);
    }
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    spans.retain(|span| {
        let outermost = span.start >= end;
        end = end.max(span.end);
        outermost
    });
    spans
}

fn collect(value: &DeValue<'_>, span: Span, spans: &mut Vec<Span>) {
    spans.push(span);
    match value {
        DeValue::Array(items) => items
            .iter()
            .for_each(|item| collect(item.get_ref(), item.span(), spans)),
        DeValue::Table(table) => table
            .values()
            .for_each(|value| collect(value.get_ref(), value.span(), spans)),
        _ => {}
    }
}

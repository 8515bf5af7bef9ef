//! All that is wrong with a file, written out for people with the lines it stands in.

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{
    Problem, Severity, Span,
    clean::{blunt, clean},
    lines::Lines,
};

/// Places that are at most so many lines apart are shown together.
const NEAR: usize = 8;

/// At most so many problems are written out: nobody reads on, and a hostile file has no end of them.
pub const SHOWN: usize = 100;

/// The style that problems are written out in.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// ANSI colours.
    pub colour: bool,
    /// Source lines are cut to this many columns.
    pub width: usize,
}

/// The problems of one file: the errors, then the warnings, each in the order of the file.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    /// The name of the file for people.
    pub label: String,
    /// All of them, however many are written out.
    pub problems: Vec<Problem>,
    bytes: Bytes,
    /// Made of the bytes where there is a problem to be shown.
    source: OnceLock<Source>,
}

/// The contents of a file, shared with it.
pub(super) type Bytes = Arc<Cow<'static, [u8]>>;

/// The contents of a file as they can be shown.
#[derive(Clone, Debug)]
struct Source {
    text: String,
    lines: Lines,
}

impl Source {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let lines = Lines::new(&text);
        Self { text, lines }
    }
}

impl Diagnostics {
    pub(super) fn new(label: String, bytes: Bytes, problems: Vec<Problem>) -> Self {
        let mut diagnostics = Self {
            label,
            problems: Vec::new(),
            bytes,
            source: OnceLock::new(),
        };
        diagnostics.add(problems);
        diagnostics
    }

    fn add(&mut self, mut problems: Vec<Problem>) {
        for problem in &mut problems {
            problem.at = whole_characters(&self.source().text, &problem.at);
        }
        self.problems.append(&mut problems);
        self.problems
            .sort_by_key(|problem| (problem.severity(), problem.at.start, problem.code));
    }

    fn source(&self) -> &Source {
        self.source.get_or_init(|| Source::of(&self.bytes))
    }

    /// The same with more problems.
    pub(crate) fn with(&self, more: Vec<Problem>) -> Self {
        let mut all = self.clone();
        all.add(more);
        all
    }

    /// Counts the problems of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let problems = self.problems.iter();
        problems
            .filter(|problem| problem.severity() == severity)
            .count()
    }

    /// Line and column of a problem, counted from 1, columns in characters.
    pub fn position(&self, problem: &Problem) -> (usize, usize) {
        let (at, Source { text, lines }) = (problem.at.start, self.source());
        let line = lines.number(at);
        (line, text[lines.start(line)..at].chars().count() + 1)
    }

    /// The problems for people, up to [`SHOWN`], each with its source lines; no control character of the file gets
    /// through.
    pub fn render(&self, style: Style) -> String {
        self.each(style).map(|problem| problem + "\n\n").collect()
    }

    /// The same, each by itself.
    pub fn each(&self, style: Style) -> impl Iterator<Item = String> + '_ {
        let renderer = if style.colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        }
        .term_width(style.width);
        let shown = self.problems.iter().take(SHOWN);
        shown.map(move |problem| renderer.render(&[self.group(problem)]))
    }

    fn group<'a>(&'a self, problem: &'a Problem) -> Group<'a> {
        let mut marks = vec![(AnnotationKind::Primary, &problem.at, None)];
        marks.extend(
            problem
                .also
                .as_ref()
                .map(|(at, label)| (AnnotationKind::Context, at, Some(*label))),
        );
        let lines = marks
            .iter()
            .map(|(_, at, _)| self.source().lines.number(at.start));
        let near = lines
            .clone()
            .max()
            .zip(lines.min())
            .is_some_and(|(last, first)| last - first <= NEAR);

        let level = match problem.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level
            .primary_title(clean(&problem.message))
            .id(problem.code.key());
        let group = title.elements(
            marks
                .chunks(if near { 2 } else { 1 })
                .map(|marks| self.snippet(marks)),
        );
        let help = problem.help.iter().map(|help| (Level::HELP, help.clone()));
        let repair = Level::HELP.with_name("write");
        let help = help.chain(
            problem
                .repair
                .iter()
                .map(|line| (repair.clone(), line.to_string())),
        );
        group.elements(help.map(|(level, text)| level.message(clean(&text))))
    }

    /// The lines around the marks. They alone are handed on, so that a problem costs the same in a file of any length.
    fn snippet<'a>(
        &'a self,
        marks: &[(AnnotationKind, &Span, Option<&'a str>)],
    ) -> Snippet<'a, Annotation<'a>> {
        let spans = || marks.iter().map(|(_, at, _)| at);
        let Source { text, lines } = self.source();
        let first = lines.number(spans().map(|at| at.start).min().unwrap_or_default());
        let last = spans().map(|at| at.end).max().unwrap_or_default();
        let from = lines.start(first);
        let rest = text[last..].split('\n').next().unwrap_or_default();
        let to = last + rest.strip_suffix('\r').unwrap_or(rest).len();
        let annotations = marks
            .iter()
            .map(|(kind, at, label)| kind.span(at.start - from..at.end - from).label(*label));
        Snippet::source(blunt(&text[from..to]))
            .path(clean(&self.label))
            .line_start(first)
            .annotations(annotations)
    }
}

/// A span that cuts no character in two and ends within the text: the TOML parser's don't always.
fn whole_characters(text: &str, at: &Span) -> Span {
    let is_edge = |at: &usize| text.is_char_boundary(*at);
    let start = (0..=at.start.min(text.len()))
        .rev()
        .find(is_edge)
        .unwrap_or_default();
    start
        ..(at.end.max(start)..text.len())
            .find(is_edge)
            .unwrap_or(text.len())
}

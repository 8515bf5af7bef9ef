//! A caption as lines of spans that know what they are.

use crate::atlas::{Atlas, Claim, Dated, Statement};

use super::{Caption, Entry, Founding, Line, Part, Role, Stated, Words, words};

/// Lists the claims that lines show, in the order they are read, and highlights the words of one of them.
pub fn mark(lines: &mut [Line], current: Option<usize>) -> Vec<Statement> {
    let mut statements = Vec::new();
    walk(lines, current, &mut statements);
    statements
}

fn walk(lines: &mut [Line], current: Option<usize>, statements: &mut Vec<Statement>) {
    let mut last = None;
    for line in lines {
        for column in &mut line.columns {
            walk(column, current, statements);
        }
        if line.statement != last {
            statements.extend(line.statement);
            last = line.statement;
        }
        if line.statement.is_some() && current.is_some_and(|nth| nth + 1 == statements.len()) {
            line.highlight();
        }
    }
}

impl Caption {
    /// Everything under the title, a blank line between what belongs apart.
    pub fn lines(&self, atlas: &Atlas) -> Vec<Line> {
        let mut lines = Vec::new();
        for (n, part) in self.parts.iter().enumerate() {
            if n > 0 && !self.parts[n - 1].joins(part) {
                lines.push(Line::default());
            }
            lines.extend(part.lines(atlas));
        }
        lines
    }
}

impl Part {
    /// Returns `true` if the two are read as one paragraph.
    const fn joins(&self, next: &Self) -> bool {
        matches!(
            (self, next),
            (Self::State(_), Self::Grade(_))
                | (Self::Fact { .. }, Self::Fact { .. })
                | (Self::Member { .. }, Self::Member { .. })
                | (Self::Holder(_), Self::Holder(_) | Self::Note(_))
                | (Self::Change { .. }, Self::Entry(_))
                | (Self::Event(_), Self::Event(_) | Self::Note(_))
                | (Self::Heading(_) | Self::Happened(_) | Self::Source(_), _)
        )
    }

    pub(super) fn lines(&self, atlas: &Atlas) -> Vec<Line> {
        match self {
            Self::State(Stated { words, actors }) => {
                vec![Line::new(Role::State, words).marked(atlas, actors)]
            }
            Self::Grade(words) | Self::Note(words) => vec![Line::new(Role::Quiet, words)],
            Self::Fact { label, value } => {
                vec![
                    Line::new(Role::Quiet, &format!("{label}: "))
                        .and(Role::Plain, value)
                        .set_in(0, 2),
                ]
            }
            Self::Heading(words) => vec![Line::new(Role::Heading, words)],
            Self::Source(named) => vec![Line::new(Role::Heading, named)],
            Self::Happened(words) => vec![Line::new(Role::Heading, words)],
            Self::Event(lines) => lines.clone(),
            Self::Member { name, stated } => vec![
                Line::new(Role::Plain, &format!("{name} · "))
                    .and(Role::Quiet, &stated.words)
                    .marked(atlas, &stated.actors)
                    .set_in(0, 2),
            ],
            Self::Change {
                name,
                before,
                after,
            } => vec![
                Line::new(Role::Heading, name),
                Line::new(Role::Quiet, &before.words)
                    .marked(atlas, &before.actors)
                    .set_in(2, 0),
                Line::new(Role::State, &format!("→ {}", after.words))
                    .marked(atlas, &after.actors)
                    .set_in(0, 2),
            ],
            Self::Holder(holder) => holder.lines(atlas),
            Self::Alarm(words) => vec![Line::new(Role::Alarm, words)],
            Self::Entry(entry) => entry.lines(atlas),
            Self::Layers {
                says,
                actor,
                source,
            } => vec![
                Line::new(Role::Plain, says)
                    .marked(atlas, actor.as_slice())
                    .set_in(0, 2),
                Line::new(Role::Quiet, source).set_in(0, 2),
            ],
            Self::Sides(sides) => sides.lines(|entry| entry.dated_lines(atlas)),
        }
    }
}

impl Entry {
    /// The claim, its words, the reason it is read so, where it is from and how it is founded.
    pub fn lines(&self, atlas: &Atlas) -> Vec<Line> {
        let says = self
            .says
            .as_ref()
            .filter(|_| !self.repeats_state)
            .map(|says| {
                let when = self.dated.date();
                let when = when.map(|date| format!("{date} · ")).unwrap_or_default();
                Line::new(Role::Plain, &format!("{when}{says}"))
                    .marked(atlas, self.actor.as_slice())
                    .set_in(0, 2)
            });
        says.into_iter()
            .map(|line| line.of(Statement::Claim(self.claim)))
            .chain(self.words_and_source(true))
            .collect()
    }

    /// The same under its date, to be set beside others.
    pub(super) fn dated_lines(&self, atlas: &Atlas) -> Vec<Line> {
        let mut line = Line::new(Role::State, &words::dated(self.dated));
        if let Some(says) = &self.says {
            line = line
                .and(Role::Plain, &format!(" · {says}"))
                .marked(atlas, self.actor.as_slice());
        }
        std::iter::once(line.set_in(0, 2).of(Statement::Claim(self.claim)))
            .chain(self.words_and_source(false))
            .collect()
    }

    /// Its words, and what they stand on; with its date unless that is said above.
    fn words_and_source(&self, dated: bool) -> impl Iterator<Item = Line> + '_ {
        let words = self.words_line();
        // Where the reading is all there is, it stands for the words.
        let reading = if words.is_none() {
            Role::Summary
        } else {
            Role::Plain
        };
        let because = self.because.as_ref().map(|why| {
            Line::new(Role::Heading, "Our reading: ")
                .and(reading, why)
                .set_in(0, 2)
        });
        let source = self
            .cited()
            .map(|cited| Line::new(Role::Quiet, &format!("— {cited}")).set_in(0, 2));
        let grading = self
            .grading
            .as_ref()
            .map(|grading| Line::new(Role::Quiet, grading).set_in(2, 2));
        [words, because, source, Some(self.foot(dated)), grading]
            .into_iter()
            .flatten()
            .map(|line| line.of(Statement::Claim(self.claim)))
    }

    /// The words it stands on: a quotation in its sentence, or a summary.
    pub(super) fn words_line(&self) -> Option<Line> {
        let line = match self.words.as_ref()? {
            Words::Quote(spans) => Line {
                spans: spans.clone(),
                ..Line::default()
            },
            Words::Summary(summary) => Line::new(Role::Summary, summary),
        };
        Some(line)
    }

    fn foot(&self, dated: bool) -> Line {
        let role = match self.founding {
            Founding::Found(_) => Role::Proved,
            Founding::Taken(_) => Role::Quiet,
            Founding::NotFound(_) => Role::Alarm,
        };
        let mut line = match &self.paragraph {
            Some(paragraph) if self.source.is_none() => {
                Line::new(Role::Quiet, &format!("{paragraph} · ")).and(role, self.founding.words())
            }
            _ => Line::new(role, self.founding.words()),
        };
        if dated {
            line = line.and(Role::Quiet, &format!(" · {}", words::dated(self.dated)));
        }
        line.set_in(2, 0)
    }
}

/// A claim in one line: what it says, of whom, where it is from, how it is founded and what its date rests on.
pub(super) fn digest(entry: &Entry, claim: &Claim) -> String {
    let says = entry
        .says
        .clone()
        .unwrap_or_else(|| claim.says.plain().to_owned());
    let grade = entry.grade.map_or("not found", |grade| grade.plain());
    let date = match entry.dated {
        Dated::Undated(date) => format!("undated, so counted from {date}"),
        dated => words::dated(dated),
    };
    let cited = entry.cited();
    let source = cited.as_deref().unwrap_or("no source");
    let graded = entry
        .grading
        .as_ref()
        .map(|grading| format!(" · {grading}"));
    format!(
        "{says} · {source} · {grade}{} · {date} · line {}",
        graded.unwrap_or_default(),
        claim.line
    )
}

//! Lines of spans that know what they are.

use super::words;
use crate::atlas::{ActorId, Atlas, Statement};

/// The part that a span plays, for a view to style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Plain,
    Title,
    /// The words for who has it.
    State,
    Heading,
    /// The source's own words.
    Quote,
    /// The content of a source whose text is not held, in the editor's words.
    Summary,
    /// Words of a held text that some claim quotes.
    Passage,
    /// The passage, or the words, that the keys are about.
    Current,
    /// Words around quoted ones in their sentence.
    Context,
    /// The origin of words, and other matter of second rank.
    Quiet,
    /// A quotation that is found in the held text.
    Proved,
    /// Something that must not be overlooked.
    Alarm,
    /// The mark of an actor.
    Mark(ActorId),
}

/// A run of text of one role, free of control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub role: Role,
}

/// A line of any length, to be wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Columns that the whole line is set in by.
    pub(crate) indent: usize,
    /// Columns more for what follows a break.
    pub(crate) hang: usize,
    pub(crate) spans: Vec<Span>,
    /// The claim or the event that it is part of.
    pub(crate) statement: Option<Statement>,
    /// Lines that stand side by side instead, where there is room.
    pub(crate) columns: Vec<Vec<Line>>,
}

impl Span {
    pub fn new(role: Role, text: &str) -> Self {
        Self {
            text: words::clean(text),
            role,
        }
    }
}

impl Line {
    pub(crate) fn new(role: Role, text: &str) -> Self {
        Self {
            spans: vec![Span::new(role, text)],
            ..Self::default()
        }
    }

    #[must_use]
    pub(crate) fn and(mut self, role: Role, text: &str) -> Self {
        self.spans.push(Span::new(role, text));
        self
    }

    #[must_use]
    pub(crate) fn set_in(self, indent: usize, hang: usize) -> Self {
        Self {
            indent,
            hang,
            ..self
        }
    }

    /// Adds `■ K` for each actor, not to be parted from what it stands behind.
    #[must_use]
    pub(crate) fn marked(mut self, atlas: &Atlas, actors: &[ActorId]) -> Self {
        for &actor in actors {
            let mark = format!("\u{a0}\u{a0}■\u{a0}{}", atlas[actor].letter);
            self.spans.push(Span {
                text: mark,
                role: Role::Mark(actor),
            });
        }
        self
    }

    /// The words of its own spans, without those of its columns.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.columns.is_empty() && self.spans.iter().all(|span| span.text.is_empty())
    }

    /// Highlights the words of its source.
    pub(crate) fn highlight(&mut self) {
        for span in &mut self.spans {
            if matches!(span.role, Role::Quote | Role::Summary) {
                span.role = Role::Current;
            }
        }
    }

    pub(crate) fn is_current(&self) -> bool {
        self.spans.iter().any(|span| span.role == Role::Current)
    }

    /// The line as a part of a claim or an event.
    #[must_use]
    pub(crate) fn of(self, statement: Statement) -> Self {
        Self {
            statement: Some(statement),
            ..self
        }
    }
}

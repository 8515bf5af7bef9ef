//! A thing that is wrong in a file, where it stands, and the way out.

use std::{fmt, ops::Range};

use super::{Code, Severity, clean};

/// Bytes of a file.
pub type Span = Range<usize>;

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken.
    pub code: Code,
    /// A message that says what is wrong: lower case, no full stop.
    pub message: String,
    /// The place in the file.
    pub at: Span,
    /// Another place that bears on it, and how.
    pub also: Option<(Span, &'static str)>,
    /// The way out.
    pub help: Option<String>,
    /// The value to write instead.
    pub repair: Option<Repair>,
}

/// A value that mends a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The key that it is of.
    pub key: &'static str,
    /// The value.
    pub text: String,
    /// The value as TOML has it.
    pub written: String,
}

impl fmt::Display for Repair {
    /// The line, ready to be pasted over the one that is wrong.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.key, self.written)
    }
}

impl Problem {
    pub(crate) fn new(code: Code, at: &Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            at: at.clone(),
            also: None,
            help: None,
            repair: None,
        }
    }

    /// Returns how much it weighs.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    pub(crate) fn also(mut self, at: &Span, label: &'static str) -> Self {
        self.also = Some((at.clone(), label));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn repair(mut self, repair: Repair) -> Self {
        self.repair = Some(repair);
        self
    }
}

/// Leaves out the place: for what is wrong in a file of another kind.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, key) = (self.severity().word(), self.code.key());
        write!(f, "{word}[{key}]: {}", clean(&self.message))?;
        match &self.help {
            Some(help) => write!(f, "\n  = help: {}", clean(help)),
            None => Ok(()),
        }
    }
}

//! Takes values out of their fields, and notes every problem on the way.

use super::{Code, Field, List, Located, Problem, Span, clean::steers, suggest::suggest};
use crate::{atlas::quote::is_idle, limits::PROBLEMS};

/// Takes values out of fields and keeps what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Check {
    pub problems: Vec<Problem>,
}

impl Check {
    /// Keeps a problem; beyond the limit only the last that leaves no map.
    pub fn report(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        } else if let Some(last) = self.problems.last_mut()
            && !problem.code.leaves_a_map()
        {
            *last = problem;
        }
    }

    /// Returns `true` if anything is wrong that leaves no map.
    pub fn is_fatal(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| !problem.code.leaves_a_map())
    }

    /// The value of a key that may be left out.
    pub fn take<T>(&mut self, field: Field<T>) -> Option<Located<T>> {
        match field {
            Field::Absent => None,
            Field::Wrong(Located { value: message, at }) => {
                self.report(Problem::new(Code::WrongType, &at, message));
                None
            }
            Field::Given { value, unknown } => {
                let keys = unknown.iter().flat_map(|unknown| {
                    let keys = unknown.keys.iter();
                    keys.map(|key| (key, unknown.known))
                });
                for (Located { value: key, at }, known) in keys {
                    let problem =
                        Problem::new(Code::UnknownKey, at, format!("unknown key `{key}`"));
                    self.report(Problem {
                        help: suggest(key, known.iter().copied()),
                        ..problem
                    });
                }
                Some(value)
            }
        }
    }

    /// Notes which required keys of an entry are absent.
    pub fn require(&mut self, entry: &Span, keys: &[(&str, bool)]) {
        let missing: Vec<_> = keys
            .iter()
            .filter(|(_, is_absent)| *is_absent)
            .map(|(key, _)| *key)
            .collect();
        if !missing.is_empty() {
            let problem = Problem::new(
                Code::MissingKey,
                entry,
                format!("missing here: `{}`", missing.join("`, `")),
            );
            self.report(problem.help(format!("add `{} = …`", missing.join(" = …`, `"))));
        }
    }

    /// The items of a list that are of the right type.
    pub fn items<T>(&mut self, list: List<T>) -> Vec<Located<T>> {
        let items = self.take(list).map(|list| list.value).unwrap_or_default();
        items
            .into_iter()
            .filter_map(|item| self.take(item))
            .collect()
    }

    /// The items of a list that, where it is given, is not empty.
    pub fn some_items<T>(&mut self, list: List<T>) -> Vec<Located<T>> {
        if let Field::Given {
            value: Located { value, at },
            ..
        } = &list
            && value.is_empty()
        {
            self.report(
                Problem::new(Code::Empty, at, "this list is empty")
                    .help("leave the key out, or fill it in"),
            );
        }
        self.items(list)
    }

    /// A text of one line that is shown to people.
    pub fn line(&mut self, text: Field<String>) -> Option<String> {
        self.take(text).and_then(|text| self.line_of(&text))
    }

    /// The same of a text that was already taken.
    pub fn line_of(&mut self, Located { value, at }: &Located<String>) -> Option<String> {
        self.readable(value, at, false)
            .then(|| value.trim().to_owned())
    }

    /// A text that may be written over several lines, and is one paragraph.
    pub fn prose(&mut self, text: Field<String>) -> Option<String> {
        let Located { value, at } = self.take(text)?;
        let pieces = || {
            value
                .split(['\n', '\r', '\t'])
                .map(str::trim)
                .filter(|piece| !piece.is_empty())
        };
        self.readable(&value, &at, true)
            .then(|| pieces().collect::<Vec<_>>().join(" "))
    }

    /// Notes what keeps a text from being shown: that it is blank, or would steer the terminal.
    fn readable(&mut self, text: &str, at: &Span, breaks: bool) -> bool {
        if text.trim().is_empty() {
            self.report(
                Problem::new(Code::Empty, at, "this text is blank")
                    .help("leave the key out, or fill it in"),
            );
            return false;
        }
        let steering = text.chars().find(|&char| {
            is_idle(char) || steers(char) && !(breaks && matches!(char, '\n' | '\r' | '\t'))
        });
        if let Some(char) = steering {
            let message = format!(
                "this text holds the control character U+{:04X}",
                u32::from(char)
            );
            self.report(Problem::new(Code::ControlCharacter, at, message).help("take it out"));
        }
        steering.is_none()
    }

    /// A word from a list, such as the kinds of sites.
    pub fn word<T: Copy, K: AsRef<str>>(
        &mut self,
        word: Field<String>,
        what: &str,
        all: &[T],
        key: impl Fn(T) -> K,
    ) -> Option<Located<T>> {
        let Located { value: word, at } = self.take(word)?;
        let keys: Vec<K> = all.iter().map(|&value| key(value)).collect();
        let found = keys.iter().position(|key| key.as_ref() == word);
        if found.is_none() {
            let problem = Problem::new(Code::UnknownWord, &at, format!("`{word}` is no {what}"));
            self.report(Problem {
                help: suggest(&word, keys.iter().map(AsRef::as_ref)),
                ..problem
            });
        }
        found.map(|n| Located { value: all[n], at })
    }
}

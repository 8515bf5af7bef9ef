//! Quotations that are not found, mended with the words that the source has.

use crate::{
    atlas::quote::difference,
    diagnostics::{Code, Diagnostics, Problem},
};

use super::{change::Change, entries::standing};

/// A quotation that is not found, and the words of the source that stand nearest to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// The line of its claim, counted from 1.
    pub line: usize,
    /// The words as the file has them, as they are written.
    pub before: String,
    /// The words as the source has them, as they will be written.
    pub after: String,
    /// The change that mends it.
    pub change: Change,
}

/// Finds every quotation that can be mended.
pub fn repairs<'a>(toml: &'a str, report: &'a Diagnostics) -> impl Iterator<Item = Repair> + 'a {
    let problems = report.problems.iter();
    problems.filter_map(move |problem| repair(toml, problem))
}

impl Repair {
    /// Tells whether the words stay the same, so that nobody has to judge what they mean: other signs stand between them.
    pub fn is_of_signs(&self) -> bool {
        difference(&self.before, &self.after) == ("", "")
    }
}

/// Finds how a problem can be mended; `None` where the words of the source are not known for certain.
pub fn repair(toml: &str, problem: &Problem) -> Option<Repair> {
    if problem.code != Code::QuoteAltered {
        return None;
    }
    let repair = problem.repair.as_ref()?;
    let entries = standing(toml);
    let claim = entries.iter().find(|entry| entry.quotes_at(&problem.at))?;
    Some(Repair {
        line: claim.line,
        before: toml.get(problem.at.clone())?.to_owned(),
        after: repair.written.clone(),
        change: Change::Set {
            kind: "claim",
            nth: claim.nth,
            key: "quote",
            text: repair.text.clone(),
        },
    })
}

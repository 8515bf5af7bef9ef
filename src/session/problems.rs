//! The problems with the file as it was last saved.

use crate::{
    caption::{Line, Role, words::count},
    diagnostics::{Diagnostics, Style},
};

/// Columns that what follows a break is set in by.
const HANG: usize = 6;

/// The reason why the map is not, or not all of, what the file now says.
#[derive(Clone, Debug)]
pub enum FileProblems {
    /// Some quotations are not found: the map is that of the file, and their claims count for nothing.
    Unproved(Diagnostics),
    /// The file gives no map: the last good one stays.
    Broken(Diagnostics),
    /// The file can't be read: the last good map stays.
    Unreadable {
        /// The name of the file for people.
        label: String,
        /// The words of the system for what went wrong.
        why: String,
    },
}

impl FileProblems {
    /// Returns what is wrong with a file that gives a map, if anything is.
    pub fn of(unproved: Diagnostics) -> Option<Self> {
        (!unproved.problems.is_empty()).then_some(Self::Unproved(unproved))
    }

    /// Says why what was saved last is not shown, if it isn't: the first problem with its line, and how many more.
    pub fn stale(&self) -> Option<String> {
        let why = match self {
            Self::Unproved(_) => return None,
            Self::Broken(report) => first(report),
            Self::Unreadable { label, why } => format!("can't read {label}: {why}"),
        };
        Some(format!("last save not shown, {why}"))
    }

    /// The problems, where the file can be read at all.
    pub const fn report(&self) -> Option<&Diagnostics> {
        match self {
            Self::Unreadable { .. } => None,
            Self::Unproved(report) | Self::Broken(report) => Some(report),
        }
    }

    /// Everything that is wrong, for a page of that width, with the problem marked that the keys are about.
    pub fn lines(&self, width: usize, chosen: Option<usize>) -> Vec<Line> {
        let report = self.report();
        let counted = |report: &Diagnostics| {
            let problems = count(report.problems.len(), "problem");
            format!("{problems} in {}", report.label)
        };
        let style = Style {
            colour: false,
            width,
        };
        let heads = self.stale().into_iter().chain(report.map(counted));
        let mut lines: Vec<Line> = heads.map(|text| Line::new(Role::Alarm, &text)).collect();
        lines.push(Line::default());
        let printed = report.into_iter().flat_map(|report| report.each(style));
        for (nth, printed) in printed.enumerate() {
            for (row, line) in printed.lines().enumerate() {
                let role = match row {
                    0 if Some(nth) == chosen => Role::Current,
                    0 => Role::Heading,
                    _ => Role::Plain,
                };
                lines.push(Line::new(role, line).set_in(0, HANG));
            }
            lines.push(Line::default());
        }
        lines
    }
}

fn first(report: &Diagnostics) -> String {
    let mut problems = report.problems.iter();
    let first = problems.next().map_or_else(String::new, |problem| {
        let (line, _) = report.position(problem);
        format!("line {line}: {}", problem.message)
    });
    match problems.len() {
        0 => first,
        more => format!("{first}, and {more} more"),
    }
}

//! Warnings: what may mislead though nothing is wrong, each where it stands in the file and with a way out.

mod allow;
mod drafts;
mod found;
mod named;
mod periods;
mod uptake;

use super::Document;
use crate::{
    atlas::{ClaimId, Date, misleading},
    diagnostics::{Code, Diagnostics, Problem, clean},
    geo::dated_name::ambiguous,
    names::Gazetteer,
};
pub use uptake::Held;

/// A warning, and the claim that may allow it; the file itself may allow what belongs to no claim.
struct Warning {
    claim: Option<ClaimId>,
    problem: Problem,
}

impl Document {
    /// Everything that is wrong with the file or may mislead, as it is known on a day.
    pub fn check(&self, today: Date) -> Diagnostics {
        let findings = misleading::findings(&self.atlas, today);
        let mut warnings: Vec<Warning> = findings
            .iter()
            .map(|finding| found::warning(finding, self))
            .collect();
        let names = Gazetteer::new(&self.atlas, &self.map);
        warnings.extend(named::warnings(self, &names));
        warnings.extend(uptake::warnings(self, &names));
        warnings.extend(drafts::warnings(self));
        warnings.extend(self.spans.left_out.iter().map(|(at, told)| {
            Warning {
                claim: None,
                problem: Problem::new(Code::EventsLeftOut, at, told.clone())
                    .help("mend the rows, or allow it where they are not needed"),
            }
        }));
        let dates = self.spans.dates.iter();
        let dates = dates.filter_map(|(at, names)| Some((at, ambiguous(names)?)));
        warnings.extend(dates.map(|(at, name)| {
            let message = format!("`{}` is read with the day first", clean(name));
            Warning {
                claim: None,
                problem: Problem::new(Code::DayOrMonth, at, message)
                    .help("write dates as 2026-01-28, or allow it where the day does stand first"),
            }
        }));
        let mut problems = periods::problems(self);
        let faults = self.map.base.faults();
        problems.extend(faults.iter().map(|fault| {
            let problem = Problem::new(Code::BadBasemap, &self.spans.basemap, fault.to_string());
            problem
                .help("`whoholds basemap` makes a base map of any file of shapes, and mends them")
        }));
        problems.extend(allow::silence(warnings, self));
        self.unproved.with(problems)
    }

    /// The held texts, in the order of the file.
    pub fn held(&self) -> impl Iterator<Item = Held<'_>> {
        Held::all(&self.atlas)
    }
}

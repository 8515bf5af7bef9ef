//! Values that only region files have.

use crate::{
    atlas::Date,
    diagnostics::{Check, Code, Field, Located, Problem},
};

use super::wire::When;

impl Check {
    /// A date, as precise as it is written.
    pub fn date(&mut self, when: Field<When>) -> Option<Located<Date>> {
        let Located {
            value: When(text),
            at,
        } = self.take(when)?;
        match text.parse() {
            Ok(value) => Some(Located { value, at }),
            Err(error) => {
                let problem = Problem::new(
                    Code::BadDate,
                    &at,
                    format!("`{text}` is no date that the map can show"),
                );
                self.report(problem.help(error.to_string()));
                None
            }
        }
    }

    /// A number of days, at least one.
    pub fn days(&mut self, number: Field<i64>) -> Option<u32> {
        let Located { value, at } = self.take(number)?;
        let days = u32::try_from(value).ok().filter(|days| *days > 0);
        if days.is_none() {
            let problem = Problem::new(
                Code::BadDate,
                &at,
                format!("`{value}` is no number of days"),
            );
            self.report(problem.help("write a whole number of days, such as 90"));
        }
        days
    }
}

//! The claims about one subject, side by side.

use jiff::civil;

use super::said::Said;

/// The claims after one among which those are looked for that put an end to it.
const AHEAD: usize = 16;

/// The claims about one subject, oldest first.
#[derive(Clone, Debug)]
pub struct Told {
    said: Vec<Said>,
    /// For each claim the day by which it, and all before it, are surely over.
    over: Vec<civil::Date>,
}

impl Told {
    /// Takes them in any order.
    pub fn new(mut said: Vec<Said>) -> Self {
        said.sort_unstable_by_key(Said::order);
        let over = (0..said.len()).map(|n| over_by(&said[n], &said[n + 1..]));
        let over = over.scan(civil::Date::MIN, |latest, over| {
            *latest = over.max(*latest);
            Some(*latest)
        });
        Self {
            over: over.collect(),
            said,
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Said] {
        &self.said
    }

    /// Those from no later than a day, without the oldest that are over by then, where no claim is switched off.
    pub fn present(&self, day: civil::Date) -> &[Said] {
        let begun = self.said.partition_point(|said| said.has_begun_by(day));
        let over = self.over[..begun].partition_point(|over| *over <= day);
        &self.said[over..begun]
    }
}

/// The day by which a claim is put an end to, as far as the next ones show.
fn over_by(said: &Said, later: &[Said]) -> civil::Date {
    let mut over = civil::Date::MAX;
    if !said.may_count() {
        return over;
    }
    // What begins after it is over puts no end to it before.
    for later in later.iter().take(AHEAD) {
        if !later.has_begun_by(over) {
            break;
        }
        if later.may_count() && later.supersedes(said) {
            over = over.min(later.last_day());
        }
    }
    over
}

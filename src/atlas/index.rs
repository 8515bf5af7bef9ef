//! Claims by what they are about, and by when they count.

use std::collections::HashMap;

use jiff::civil;

use super::{ClaimId, Contents, Date, Subject, said::Said, told::Told};

/// The claims of an atlas, to be found without looking at all of them.
#[derive(Clone, Debug)]
pub struct Index {
    /// The claims about each subject, each once, oldest first.
    about: HashMap<Subject, Told>,
    /// The days by which claims have surely come, in order, and the claims.
    days: Vec<civil::Date>,
    by_day: Vec<ClaimId>,
    /// The latest date of a claim; `None` where there are no claims.
    pub last: Option<Date>,
    /// The number of claims whose quotation is not found.
    pub not_found: usize,
}

impl Index {
    /// Sorts the claims of an atlas.
    pub fn new(contents: &Contents) -> Self {
        let mut about: HashMap<Subject, Vec<Said>> = HashMap::new();
        let mut by_day = Vec::with_capacity(contents.claims.len());
        let (mut last, mut not_found) = (None, 0);
        for (id, claim) in contents.claim_ids().zip(&contents.claims) {
            let dated = contents.dated(claim);
            by_day.push((dated.by().last_day(), id));
            let said = Said::new(id, claim, dated);
            last = last.max(Some(dated.by()));
            not_found += usize::from(!said.is_founded);
            for &subject in &claim.about {
                let others = about.entry(subject).or_default();
                if others.last().is_none_or(|last| last.id != id) {
                    others.push(said);
                }
            }
        }
        let about = about.into_iter();
        let about = about.map(|(subject, said)| (subject, Told::new(said)));
        // Layers come in order, actor by actor: runs that this sort only merges.
        by_day.sort();
        let (days, by_day) = by_day.into_iter().unzip();
        Self {
            about: about.collect(),
            days,
            by_day,
            last,
            not_found,
        }
    }

    /// The claims about a subject; `None` where there are none.
    pub fn about(&self, subject: Subject) -> Option<&Told> {
        self.about.get(&subject)
    }

    /// Counts the claims that have surely come by the end of a date.
    pub fn known_by(&self, date: Date) -> usize {
        let last = date.last_day();
        self.days.partition_point(|&day| day <= last)
    }

    /// The claims that have surely come by the end of the later of two dates, and not by that of the earlier.
    pub fn between(&self, one: Date, other: Date) -> &[ClaimId] {
        let [one, other] = [one, other].map(|date| self.known_by(date));
        &self.by_day[one.min(other)..one.max(other)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{ActorId, Atlas, sample, timeline::stops};

    #[test]
    fn claims_are_found_by_what_they_are_about_each_once_and_oldest_first() {
        let mut atlas = sample::atlas();
        let port = Subject::from(sample::PORT);
        let ids = |atlas: &Atlas, subject| -> Vec<usize> {
            let index = Index::new(atlas);
            let told = index.about(subject).into_iter();
            let said = told.flat_map(Told::all);
            said.map(|said| said.id.index()).collect()
        };
        assert_eq!(ids(&atlas, port), [3, 2]);
        atlas.claims[8].about = vec![port, Subject::Map, port];
        atlas.claims[8].when = Some("1999".parse().expect("a date"));
        assert_eq!(ids(&atlas, port), [8, 3, 2]);
        assert_eq!(ids(&atlas, Subject::Map).len(), 2);
        assert_eq!(ids(&atlas, Subject::Actor(ActorId::at(0))), [0_usize; 0]);
    }

    #[test]
    fn claims_turn_between_two_dates_if_they_are_known_by_one_alone() {
        let atlas = sample::atlas();
        let dates = stops(&atlas, &[]);
        for &one in &dates {
            for &other in &dates {
                let mut found: Vec<ClaimId> = Index::new(&atlas).between(one, other).to_vec();
                found.sort_unstable();
                let turns = |id: &ClaimId| {
                    let said = atlas.dated(&atlas[*id]);
                    said.is_known_by(one) != said.is_known_by(other)
                };
                let all: Vec<ClaimId> = atlas.claim_ids().filter(turns).collect();
                assert_eq!(found, all, "{one} {other}");
            }
        }
    }
}

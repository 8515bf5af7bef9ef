//! The claims that count: all of them, until a source, an origin or a grade is switched off.

use std::collections::{BTreeMap, BTreeSet};

use super::{Atlas, Claim, Grade, SourceId, evidence::folded};

/// One thing that can be switched off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Switch {
    /// Every claim of a grade.
    Grade(Grade),
    /// Every source that rests on this, see [`Atlas::rests_on`].
    Origin(String),
    /// Every claim of a source.
    Source(SourceId),
}

/// The set of things that are switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Switchboard {
    off: BTreeSet<Switch>,
}

impl Switchboard {
    /// Returns `true` if everything counts.
    pub fn is_clear(&self) -> bool {
        self.off.is_empty()
    }

    /// Everything that is switched off, grades first.
    pub fn off(&self) -> impl Iterator<Item = &Switch> {
        self.off.iter()
    }

    /// Returns `true` if that very thing is switched off.
    pub fn is_off(&self, switch: &Switch) -> bool {
        self.off.contains(switch)
    }

    /// Switches one thing off, or on again.
    pub fn toggle(&mut self, switch: Switch) {
        if !self.off.remove(&switch) {
            self.off.insert(switch);
        }
    }

    /// Switches everything on again.
    pub fn clear(&mut self) {
        self.off.clear();
    }

    /// Returns `true` if a claim counts.
    pub fn counts(&self, atlas: &Atlas, claim: &Claim) -> bool {
        self.off.iter().all(|switch| match switch {
            Switch::Source(id) => claim.source != Some(*id),
            Switch::Origin(origin) => claim
                .source
                .is_none_or(|source| atlas.rests_on(source) != folded(origin)),
            Switch::Grade(grade) => claim.grade() != Some(*grade),
        })
    }

    /// Returns `true` if what a source says counts, where it is of a grade.
    pub fn counts_source(&self, atlas: &Atlas, source: SourceId, grade: Grade) -> bool {
        self.off.iter().all(|switch| match switch {
            Switch::Source(id) => source != *id,
            Switch::Origin(origin) => atlas.rests_on(source) != folded(origin),
            Switch::Grade(off) => grade != *off,
        })
    }
}

impl FromIterator<Switch> for Switchboard {
    fn from_iter<I: IntoIterator<Item = Switch>>(switches: I) -> Self {
        Self {
            off: switches.into_iter().collect(),
        }
    }
}

impl Atlas {
    /// Everything that can be switched off: grades, what sources say that they rest on, then sources in the order of the
    /// file.
    pub fn switches(&self) -> Vec<Switch> {
        let sources = (0..self.sources.len()).map(SourceId);
        // Each in the spelling that comes first.
        let mut origins: BTreeMap<String, &str> = BTreeMap::new();
        for id in sources.clone() {
            if let Some(origin) = &self[id].origin {
                origins.entry(self.rests_on(id)).or_insert(origin);
            }
        }
        let grades = [Grade::Quoted, Grade::Reported, Grade::Inferred];
        let origins = origins
            .into_values()
            .map(|it| Switch::Origin(it.to_owned()));
        let grades = grades.into_iter().map(Switch::Grade);
        grades
            .chain(origins)
            .chain(sources.map(Switch::Source))
            .collect()
    }

    /// The switch that an id means: that of a source, a grade, or an origin.
    pub fn switch(&self, id: &str) -> Option<Switch> {
        let ids = self.switch_ids();
        let known = self.switches().into_iter().zip(ids);
        known
            .into_iter()
            .find(|(_, known)| known == id)
            .map(|(switch, _)| switch)
    }

    /// The id of everything that can be switched off.
    pub fn switch_ids(&self) -> impl Iterator<Item = String> + '_ {
        let switches = self.switches().into_iter();
        switches.map(|switch| self.switch_id(&switch).to_owned())
    }

    /// The id of something that can be switched off.
    pub fn switch_id<'a>(&'a self, switch: &'a Switch) -> &'a str {
        match switch {
            Switch::Source(source) => &self[*source].id,
            Switch::Origin(origin) => origin,
            Switch::Grade(grade) => grade.key(),
        }
    }

    /// Returns what a switch is called by people.
    pub fn switch_name<'a>(&'a self, switch: &'a Switch) -> &'a str {
        match switch {
            Switch::Source(id) => self[*id].name(),
            Switch::Origin(origin) => origin,
            Switch::Grade(grade) => grade.plain(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        sample::{self, NORTHWEST, PORT},
        state::{Control, SetAside, Snapshot},
    };

    #[test]
    fn what_is_switched_off_decides_nothing() {
        let atlas = sample::atlas();
        let without = |ids: &[&str]| {
            let switches = ids.iter().map(|id| atlas.switch(id).expect("a switch"));
            Snapshot::with(&atlas, atlas.as_of, &switches.collect())
        };
        assert_eq!(without(&[]).actors(NORTHWEST).len(), 1);
        for ids in [["article"], ["quoted"]] {
            let snapshot = without(&ids);
            assert!(snapshot.actors(NORTHWEST).is_empty(), "{ids:?}");
            assert_eq!(snapshot.regions[0].control, Control::Silent);
            assert_eq!(
                snapshot.regions[0].basis.set_aside,
                Some(SetAside::SwitchedOff)
            );
            assert!(!snapshot.actors(PORT).is_empty());
        }
        assert!(atlas.switch("nobody").is_none());
    }

    #[test]
    fn an_origin_switches_off_all_that_rests_on_it() {
        let mut atlas = sample::atlas();
        atlas.sources[1].origin = Some("An agency".to_owned());
        let off = atlas.switch("An agency").into_iter().collect();
        let snapshot = Snapshot::with(&atlas, atlas.as_of, &off);
        assert!(snapshot.actors(sample::SOUTHWEST).is_empty());
        assert!(!snapshot.actors(NORTHWEST).is_empty());
    }

    #[test]
    fn a_switch_goes_off_and_on() {
        let mut board = Switchboard::default();
        assert!(board.is_clear());
        board.toggle(Switch::Grade(Grade::Inferred));
        assert!(board.is_off(&Switch::Grade(Grade::Inferred)) && !board.is_clear());
        board.toggle(Switch::Grade(Grade::Inferred));
        assert!(board.is_clear());
        board.toggle(Switch::Grade(Grade::Quoted));
        board.clear();
        assert!(board.is_clear() && board.off().next().is_none());
    }

    #[test]
    fn what_is_off_is_listed_and_everything_has_a_name_for_people() {
        let atlas = sample::atlas();
        let switch = |id: &str| atlas.switch(id).expect("a switch");
        let mut board = Switchboard::default();
        assert!(board.is_clear() && board.off().next().is_none());
        board.toggle(switch("wire"));
        board.toggle(switch("inferred"));
        assert!(board.is_off(&switch("wire")) && !board.is_off(&switch("article")));
        let off: Vec<&str> = board.off().map(|switch| atlas.switch_id(switch)).collect();
        assert_eq!(off, ["inferred", "wire"]);
        let names: Vec<&str> = board
            .off()
            .map(|switch| atlas.switch_name(switch))
            .collect();
        assert_eq!(names, ["inferred", "A wire service"]);
        board.clear();
        assert!(board.is_clear());
    }
}

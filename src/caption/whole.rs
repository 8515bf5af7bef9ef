//! The caption for the whole map, and what is to be said of all of it.

use std::collections::BTreeSet;

use super::{
    Caption, Captions, Entry, Part,
    legend::SILENT,
    subject::{bears, claims, section},
    words::{self, Tense},
};
use crate::atlas::{Grade, RegionId, SourceId, Subject, state::Control};

impl Captions<'_> {
    /// Tells what concerns the whole map, which is shown where nothing is selected.
    pub fn map(&self) -> Caption {
        let atlas = self.atlas;
        let counts = [
            words::count(atlas.regions.len(), "region"),
            words::count(atlas.sites.len(), "site"),
            words::count(self.sources().len(), "source"),
        ];
        let mut parts = vec![Part::Grade(format!(
            "as of {} · {}",
            self.snapshot.date,
            counts.join(" · ")
        ))];
        parts.extend(self.last_word().map(Part::Note));
        parts.extend(self.doubts().into_iter().map(Part::Alarm));
        parts.extend(self.switched_off().map(Part::Alarm));
        let holders = self.holders().into_iter().map(Part::Holder);
        parts.extend(section("Who holds what", holders.collect()));
        parts.extend(self.silence().map(Part::Note));
        parts.extend(self.all_events());
        let weighed = self.bearing(Subject::Map);
        let differences = self.differences(None, &weighed);
        parts.extend(self.compared(None, &differences, &weighed));
        parts.extend(self.by_source(self.listed(&weighed, &differences, bears)));
        parts.extend(self.drafts(&weighed));
        parts.extend(self.unproved(&weighed));
        parts.extend(self.later().map(Part::Note));
        Caption {
            title: atlas.title.clone(),
            parts,
        }
    }

    /// The sources that claims or events known by the date are from, without those that are switched off.
    pub fn sources(&self) -> BTreeSet<SourceId> {
        let (atlas, snapshot) = (self.atlas, self.snapshot);
        let claims = atlas.claims.iter().filter(|claim| {
            let date = atlas.dated(claim);
            date.is_known_by(snapshot.date) && snapshot.switchboard.counts(atlas, claim)
        });
        let events = atlas.events.iter();
        let events = events.filter(|event| event.date.is_known_by(snapshot.date));
        let events = events.map(|event| event.source);
        let events = events.filter(|&id| {
            snapshot
                .switchboard
                .counts_source(atlas, id, Grade::Reported)
        });
        claims
            .filter_map(|claim| claim.source)
            .chain(events)
            .collect()
    }

    /// Tells what must be known before the map is trusted: quotations that are not found, areas that can't be read at
    /// the date, land that is drawn for one of several regions by chance.
    pub fn doubts(&self) -> Vec<String> {
        let not_found = self.not_found().into_iter();
        not_found.chain(self.land_doubts()).collect()
    }

    /// The same of the land at the date alone.
    pub fn land_doubts(&self) -> Vec<String> {
        let unread = self.map.unread.iter().map(|unread| {
            let names = unread.regions.iter();
            let names = words::list(names.map(|&id| self.atlas[id].name.as_str()));
            format!("not all of {names} can be drawn: {}", unread.why)
        });
        unread.chain(self.shared_land()).collect()
    }

    /// The same in one line.
    pub fn doubt(&self) -> Option<String> {
        let doubts = self.doubts();
        (!doubts.is_empty()).then(|| doubts.join("; "))
    }

    /// Names the first regions that share land while they are in different states, where areas change from date to date;
    /// a map whose areas don't is not opened with such.
    fn shared_land(&self) -> Option<String> {
        if self.map.starts().is_empty() {
            return None;
        }
        let control = |id: RegionId| &self.snapshot[id].control;
        // A unit that claims name lies under the regions of the file: silent, it takes nothing from them.
        let lies_under = |id: RegionId| self.atlas[id].is_unit && *control(id) == Control::Silent;
        let differ = |[one, other]: [RegionId; 2]| {
            control(one) != control(other) && !lies_under(one) && !lies_under(other)
        };
        let shared = self.map.coverage.shared_km2().into_iter();
        let mut unlike = shared.filter(|(pair, _)| differ(*pair));
        let ([one, other], km2) = unlike.next()?;
        let names = [&self.atlas[one].name, &self.atlas[other].name].map(String::as_str);
        let more = match unlike.count() {
            0 => String::new(),
            1 => ", and so does 1 more pair".to_owned(),
            count => format!(", and so do {count} more pairs"),
        };
        let names = words::list(names);
        Some(format!(
            "{names} share {km2:.0} km² and differ{more}: which of them is drawn there is chance"
        ))
    }

    /// Tells how many claims the date hides, if any.
    pub(super) fn later(&self) -> Option<String> {
        let later = self.atlas.later(self.snapshot.date);
        words::hidden(later, self.snapshot.date)
    }

    /// Tells until when anything is said, where the date lies after that.
    pub(super) fn last_word(&self) -> Option<String> {
        let last = self.atlas.last_date()?;
        (last.last_day() < self.snapshot.date.last_day())
            .then(|| format!("nothing here is said of any time after {last}"))
    }

    /// Tells how much of the country nobody is said to hold.
    fn silence(&self) -> Option<String> {
        let silent = self.legend().silent;
        (!silent.is_empty()).then(|| {
            let sources = if self.snapshot.switchboard.is_clear() {
                "no source here"
            } else {
                "no source that is left"
            };
            let holds = Tense::of(self.atlas, self.snapshot).choose("holds", "held");
            match self.silence_word() {
                SILENT => format!(
                    "silent · {} · {sources} says who {holds} it",
                    silent.words()
                ),
                unknown => format!("{unknown} · {}", silent.words()),
            }
        })
    }

    /// Tells how many quotations of the file are not found, if any.
    fn not_found(&self) -> Option<String> {
        let unproved = self.atlas.not_found();
        let they = if unproved == 1 {
            "it counts for nothing"
        } else {
            "they count for nothing"
        };
        (unproved > 0).then(|| {
            let quotations = words::count(unproved, "quotation");
            format!("{quotations} not found in the held texts: {they}")
        })
    }

    /// Claims under their sources, in the order in which the first of each stands.
    fn by_source(&self, entries: Vec<Entry>) -> Vec<Part> {
        let mut groups: Vec<(Option<SourceId>, String, Vec<Entry>)> = Vec::new();
        for mut entry in entries {
            let source = self.atlas[entry.claim].source;
            let heading = entry.source.take();
            if let Some((.., group)) = groups.iter_mut().find(|(known, ..)| *known == source) {
                group.push(entry);
            } else {
                let heading = heading.unwrap_or_else(|| "No source".to_owned());
                groups.push((source, heading, vec![entry]));
            }
        }
        let parts = groups.into_iter().flat_map(|(_, heading, group)| {
            std::iter::once(Part::Source(heading)).chain(claims(group))
        });
        parts.collect()
    }
}

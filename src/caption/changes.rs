//! Differences between two dates, in words.

use std::borrow::Cow;

use crate::atlas::{
    ClaimId, Place, RegionId,
    change::{self, Cause, Change},
    state::{Control, Snapshot},
    verdict::Weighed,
};

use super::{Caption, Captions, Entry, Line, Part, Role, Stated, subject::section, words};

/// The title of a list of changes.
const TITLE: &str = "What changed";

/// Less land than this, in square kilometres, is the rounding of borders.
const LEAST_KM2: f64 = 1.0;

impl Captions<'_> {
    /// Every place that changed between the date and another, from the earlier to the later, with the claims that made
    /// the change.
    pub fn changes(&self, marked: &Snapshot) -> Caption {
        let Some((before, after)) = marked.in_order(self.snapshot) else {
            return Caption {
                title: TITLE.to_owned(),
                parts: vec![Part::Note(format!(
                    "nothing changes between {} and itself: choose another date",
                    marked.date
                ))],
            };
        };
        let changes = change::between(self.atlas, before, after);
        let land = match self.land(before, after) {
            Ok(moved) => moved
                .into_iter()
                .map(|(region, words)| Part::Member {
                    name: self.atlas.name(Place::Region(region)).to_owned(),
                    stated: Stated {
                        words,
                        actors: after.actors(Place::Region(region)),
                    },
                })
                .collect(),
            Err(why) => vec![Part::Alarm(why.to_owned())],
        };
        let places = words::count(self.atlas.places().count(), "place");
        let number = match (changes.len(), land.is_empty()) {
            (0, true) => "nothing changed".to_owned(),
            (0, false) => "no holder changed, lines moved".to_owned(),
            (some, _) => format!("{some} of {places} changed"),
        };
        let mut parts = vec![Part::Grade(format!(
            "from {} · {number}",
            between(before, after)
        ))];
        parts.extend(section("Lines that moved", land));
        for change in &changes {
            parts.extend(self.change(change, before, after));
        }
        Caption {
            title: TITLE.to_owned(),
            parts,
        }
    }

    /// [`Self::changes`] under its title, for where there is no screen.
    pub fn changes_text(&self, marked: &Snapshot) -> Vec<Line> {
        let caption = self.changes(marked);
        let title = format!("{}: {}", self.atlas.title, caption.title.to_lowercase());
        let mut lines = vec![Line::new(Role::Title, &title)];
        lines.extend(caption.lines(self.atlas));
        lines
    }

    /// Tells what a place was and is at two dates, then what is known of it.
    pub fn place_since(&self, place: Place, marked: &Snapshot) -> Caption {
        let mut caption = self.place(place);
        if let Some((before, after)) = marked.in_order(self.snapshot) {
            let dates = between(before, after);
            let land = self.land(before, after).unwrap_or_default();
            let moved = land.into_iter().find(|(id, _)| Place::Region(*id) == place);
            let part = if before.agrees(after, place) {
                Part::Note(match moved {
                    Some((_, land)) => format!("from {dates} its holder is the same: {land}"),
                    None => format!("unchanged from {dates}"),
                })
            } else {
                Part::Change {
                    name: format!("From {dates}"),
                    before: words::stated(self.atlas, before, place),
                    after: words::stated(self.atlas, after, place),
                }
            };
            caption.parts.insert(0, part);
        }
        caption
    }

    /// The land that regions gained and lost between two dates in words, the region that gained most first; or why that
    /// can't be told.
    fn land(
        &self,
        before: &Snapshot,
        after: &Snapshot,
    ) -> Result<Vec<(RegionId, String)>, &'static str> {
        let [old, new] = [before, after].map(|snapshot| {
            let other = self.map.of_snapshot(snapshot);
            other.map_or(Cow::Borrowed(self.map), Cow::Owned)
        });
        let Ok(changes) = new.land_since(&old) else {
            return Err("lines cross in too many ways for the land that moved to be told");
        };
        let is_held = |region: RegionId| {
            [before, after]
                .iter()
                .any(|snapshot| snapshot[region].control != Control::Silent)
        };
        let mut changes: Vec<_> = changes
            .into_iter()
            .filter(|change| is_held(change.region))
            .map(|change| (change.region, change.gained_km2(), change.lost_km2()))
            .collect();
        changes.sort_by(|a, b| (b.1 - b.2).total_cmp(&(a.1 - a.2)));
        let words = |(region, gained, lost)| {
            let words = [("gained", gained), ("lost", lost)]
                .into_iter()
                .filter(|(_, km2)| *km2 >= LEAST_KM2)
                .map(|(verb, km2)| format!("{verb} {}", words::square_km(km2)));
            let words: Vec<String> = words.collect();
            (!words.is_empty()).then(|| (region, words.join(", ")))
        };
        Ok(changes.into_iter().filter_map(words).collect())
    }

    fn change(&self, change: &Change, before: &Snapshot, after: &Snapshot) -> Vec<Part> {
        let stated = |snapshot| words::stated(self.atlas, snapshot, change.place);
        let mut parts = vec![Part::Change {
            name: self.atlas.name(change.place).to_owned(),
            before: stated(before),
            after: stated(after),
        }];
        let told = self.told_between(change, before, after);
        let caused = |wanted: Cause| -> Vec<ClaimId> {
            let of = |id: &ClaimId| self.atlas.cause(*id, before.date, after.date) == Some(wanted);
            told.iter().copied().filter(of).collect()
        };
        let entries = |claims: &[ClaimId]| -> Vec<Part> {
            let entry = |&claim| Part::Entry(Entry::new(self.atlas, Weighed::shown(claim)));
            claims.iter().map(entry).collect()
        };
        parts.extend(section(
            "Said to have happened",
            entries(&caused(Cause::Event)),
        ));
        parts.extend(section("First said", entries(&caused(Cause::Reporting))));
        parts.extend(section(
            "Undated, and counted from the file’s own date",
            entries(&caused(Cause::Undated)),
        ));
        if told.is_empty() {
            let heading = if before.is_former {
                "Decides in this version"
            } else {
                "Said before, and decides now"
            };
            parts.extend(section(heading, entries(&change.after)));
        }
        parts
    }

    /// The claims from between two dates that made a change, and those that said the same before them, the first first.
    fn told_between(&self, change: &Change, before: &Snapshot, after: &Snapshot) -> Vec<ClaimId> {
        let said = |id: ClaimId| {
            let claim = &self.atlas[id];
            (
                claim.says.rule().region,
                claim.says.rule().site,
                claim.actor,
            )
        };
        let made: Vec<_> = change.after.iter().map(|&id| said(id)).collect();
        let weighed = after.history(self.atlas, change.place).into_iter();
        weighed
            .filter(|item| item.verdict.counts() && made.contains(&said(item.claim)))
            .map(|item| item.claim)
            .filter(|&id| self.atlas.cause(id, before.date, after.date).is_some())
            .collect()
    }
}

/// `2 Jan 2026 to 3 Jan 2026`, or the two versions and their date.
fn between(before: &Snapshot, after: &Snapshot) -> String {
    if before.is_former {
        format!("the former version to this one, at {}", after.date)
    } else {
        format!("{} to {}", before.date, after.date)
    }
}

#[cfg(test)]
mod tests {
    use crate::caption::{plain_text, sample::Sample};

    fn shown(from: &str, to: &str) -> String {
        let (marked, sample) = (Sample::at(from).snapshot, Sample::at(to));
        plain_text(&sample.captions().changes_text(&marked), 60)
    }

    #[test]
    fn a_change_shows_what_was_what_is_and_the_words_that_say_so() {
        insta::assert_snapshot!(shown("2025", "2026-01-20"), @"
        A land: who holds what: what changed
        from 2025 to 20 Jan 2026 · 2 of 6 places changed

        Southwest
          silent: no source here says who held it
        → disputed: sources differ between Reds and Blues  ■ R  ■ B

        First said
        2 Jan 2026 · held by Reds  ■ R
        Reds hold it.
        — A wire service
          reported, in our words · 2 Jan 2026

        2 Jan 2026 · held by Blues  ■ B
        Blues hold it.
        — A wire service
          reported, in our words · 2 Jan 2026

        Blue airport
          silent: no source here says who operated it
        → Blues: was withdrawing  ■ B

        First said
        20 Jan 2026 · Blues: withdrawing  ■ B
        Blues are leaving.
        — A wire service
          reported, in our words · 20 Jan 2026
        ");
    }

    #[test]
    fn the_earlier_date_comes_first_whichever_is_marked() {
        assert_eq!(shown("2026-03", "2025"), shown("2025", "2026-03"));
    }

    #[test]
    fn where_nothing_changed_it_says_so() {
        insta::assert_snapshot!(shown("2025-01", "2025-02"), @r"
        A land: who holds what: what changed
        from Jan 2025 to Feb 2025 · nothing changed
        ");
        insta::assert_snapshot!(shown("2025", "2025"), @r"
        A land: who holds what: what changed
        nothing changes between 2025 and itself: choose another date
        ");
    }
}

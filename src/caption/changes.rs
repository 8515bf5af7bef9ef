//! What differs between two dates, in words.

use crate::atlas::{
    ClaimId, Place,
    change::{self, Cause, Change},
    state::{Snapshot, Weighed},
};

use super::{Caption, Captions, Entry, Line, Part, Role, subject::section, words};

/// What a list of changes is called.
const TITLE: &str = "What changed";

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
        let places = words::count(self.atlas.places().count(), "place");
        let number = match changes.len() {
            0 => "nothing changed".to_owned(),
            some => format!("{some} of {places} changed"),
        };
        let mut parts = vec![Part::Grade(format!(
            "from {} to {} · {number}",
            before.date, after.date,
        ))];
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

    /// What is known of a place, after what it was and is at two dates.
    pub fn place_since(&self, place: Place, marked: &Snapshot) -> Caption {
        let mut caption = self.place(place);
        if let Some((before, after)) = marked.in_order(self.snapshot) {
            let dates = format!("{} to {}", before.date, after.date);
            let part = if before.agrees(after, place) {
                Part::Note(format!("unchanged from {dates}"))
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

    fn change(&self, change: &Change, before: &Snapshot, after: &Snapshot) -> Vec<Part> {
        let stated = |snapshot| words::stated(self.atlas, snapshot, change.place);
        let mut parts = vec![Part::Change {
            name: self.atlas.name(change.place).to_owned(),
            before: stated(before),
            after: stated(after),
        }];
        let happened =
            |claim: &&ClaimId| self.atlas.cause(**claim, before.date, after.date) == Cause::Event;
        let (events, reports): (Vec<&ClaimId>, Vec<&ClaimId>) =
            change.after.iter().partition(happened);
        for (heading, claims) in [("Said to have happened", events), ("First said", reports)] {
            let entries = claims
                .into_iter()
                .map(|&claim| Part::Entry(Entry::new(self.atlas, Weighed::shown(claim))));
            parts.extend(section(heading, entries.collect()));
        }
        parts
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
          reported, text not held, in our words · 2 Jan 2026

        2 Jan 2026 · held by Blues  ■ B
        Blues hold it.
        — A wire service
          reported, text not held, in our words · 2 Jan 2026

        Blue airport
          silent: no source here says who operated it
        → Blues: was withdrawing  ■ B

        First said
        20 Jan 2026 · Blues: withdrawing  ■ B
        Blues are leaving.
        — A wire service
          reported, text not held, in our words · 20 Jan 2026
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

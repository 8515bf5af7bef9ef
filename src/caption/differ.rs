//! Claims that differ, side by side, and the rule by which the map shows what it shows.

use crate::atlas::{
    ClaimId, Place,
    differ::{self, Difference, Matter},
    state::Control,
    verdict::{Verdict, Weighed},
};

use super::{Captions, Entry, Line, Role, words};

/// A matter on which sources differ, with what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    pub over: String,
    /// Anything that should be known about it.
    pub note: Option<String>,
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// The rule by which the map shows what it shows.
    pub rule: String,
}

impl Captions<'_> {
    /// Finds the matters that sources differ over at the date.
    pub(super) fn differences(&self, place: Option<Place>, weighed: &[Weighed]) -> Vec<Difference> {
        let opposed = weighed.iter().filter(|item| self.is_opposed(place, item));
        let opposed = opposed.map(|item| item.claim);
        differ::differences(self.atlas, weighed, opposed.collect())
    }

    /// Tells whether a claim stands against others over who has the place.
    fn is_opposed(&self, place: Option<Place>, item: &Weighed) -> bool {
        let claim = &self.atlas[item.claim];
        item.verdict.decides()
            && place.is_some_and(|place| match place {
                Place::Region(id) => self.snapshot[id].control.is_unsettled(),
                Place::Site(id) => self.snapshot[id].status.disputes(claim.says, claim.actor),
            })
    }

    pub(super) fn sides(
        &self,
        place: Option<Place>,
        difference: &Difference,
        weighed: &[Weighed],
    ) -> Sides {
        let question = match difference.matter {
            Matter::Question(id) => Some(&self.atlas[id]),
            Matter::Holder | Matter::Day => None,
        };
        let contested = self.is_contested(place);
        let over = match (difference.matter, question) {
            (_, Some(question)) => format!("Sources differ: {}", question.asks),
            (Matter::Holder, _) if contested => "Fought over: what is said".to_owned(),
            (Matter::Day, _) => "Sources differ: when was it?".to_owned(),
            (Matter::Holder, _) if matches!(place, Some(Place::Site(_))) => {
                "Sources differ: who is there?".to_owned()
            }
            _ => "Sources differ: who has it?".to_owned(),
        };
        let among = weighed
            .iter()
            .filter(|item| difference.claims.contains(&item.claim));
        let rule = match difference.matter {
            Matter::Holder if contested => {
                "The map shows it as contested: one of them says so, and nothing surely later \
                 settles it."
                    .to_owned()
            }
            Matter::Holder => {
                "The map shows them all: none is surely later than the others.".to_owned()
            }
            Matter::Question(_) | Matter::Day => {
                self.rule(place, &among.clone().copied().collect::<Vec<_>>())
            }
        };
        Sides {
            over,
            note: question.and_then(|question| question.note.clone()),
            entries: among.map(|&item| Entry::new(self.atlas, item)).collect(),
            rule,
        }
    }

    fn is_contested(&self, place: Option<Place>) -> bool {
        match place {
            Some(Place::Region(id)) => matches!(self.snapshot[id].control, Control::Contested(_)),
            _ => false,
        }
    }

    /// Tells which of the claims the map goes by, and why.
    fn rule(&self, place: Option<Place>, claims: &[Weighed]) -> String {
        let deciding: Vec<&Weighed> = claims
            .iter()
            .filter(|item| item.verdict.decides())
            .collect();
        let newer = claims.iter().rev().find_map(|item| match item.verdict {
            Verdict::Superseded(by) => Some(by),
            _ => None,
        });
        match (deciding.as_slice(), newer) {
            ([], Some(by)) => format!(
                "The map goes by none of them, but by a later claim: {}.",
                self.named(by)
            ),
            ([], None) => {
                "None of them says who has it, so none decides what the map shows.".to_owned()
            }
            (deciding, _) if deciding.iter().any(|item| self.is_opposed(place, item)) => {
                "The map shows that they differ: none is surely later than the others.".to_owned()
            }
            (deciding, _) => {
                let named: Vec<String> =
                    deciding.iter().map(|item| self.named(item.claim)).collect();
                format!(
                    "The map goes by the newest that says who has it: {}.",
                    words::list(named.iter().map(String::as_str))
                )
            }
        }
    }

    /// A claim by its source and date.
    fn named(&self, id: ClaimId) -> String {
        let claim = &self.atlas[id];
        let source = claim
            .source
            .map_or("no source", |source| self.atlas[source].name());
        format!("{source}, {}", words::dated(self.atlas.dated(claim)))
    }
}

impl Sides {
    /// The claims in columns, each under its date.
    pub(super) fn lines(&self, part: impl Fn(&Entry) -> Vec<Line>) -> Vec<Line> {
        let columns = Line {
            columns: self.entries.iter().map(part).collect(),
            ..Line::default()
        };
        let mut lines = vec![
            Line::new(Role::Heading, &self.over),
            columns,
            Line::default(),
        ];
        lines.push(Line::new(Role::Quiet, &self.rule).set_in(0, 2));
        lines.extend(
            self.note
                .iter()
                .map(|note| Line::new(Role::Quiet, note).set_in(0, 2)),
        );
        lines
    }
}

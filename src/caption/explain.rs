//! The steps from claims to a state, in the order of the rule.

use std::collections::HashMap;

use crate::atlas::{
    Atlas, ClaimId, Evidence, Grade, Place, RegionId, Statement,
    state::Control,
    verdict::{Verdict, Weighed},
};

use crate::geo::Town;

use super::{
    Captions, Entry, Line, Role,
    layers::{runs, summed_up},
    prose::digest,
    words,
};

impl Captions<'_> {
    /// Explains how the rule in [`crate::atlas::state`] came to the state of a place.
    pub fn explain(&self, place: Place) -> Vec<Line> {
        let weighed = self.snapshot.history(self.atlas, place);
        let grade = self.snapshot.grade(place);
        let title = format!(
            "{} ({}) on {}",
            self.atlas.name(place),
            self.atlas.id(place),
            self.snapshot.date
        );
        let steps = Steps::new(self.atlas, &weighed);
        let mut lines = vec![Line::new(Role::Title, &title), Line::default()];
        lines.push(step(
            1,
            &format!(
                "What is said of it, oldest first: {}.",
                words::count(weighed.len(), "claim")
            ),
        ));
        lines.extend(steps.claims());
        let (later, date) = (steps.with(Verdict::Later), self.snapshot.date);
        lines.push(step(
            2,
            &format!("From after {date}, or not surely before it, so set aside: {later}."),
        ));
        let is_draft = |item: &Weighed| item.verdict == Verdict::Draft;
        let drafts = if weighed.iter().any(is_draft) {
            format!(" In draft: {}.", steps.with(Verdict::Draft))
        } else {
            String::new()
        };
        lines.push(step(
            3,
            &format!(
                "Not found in the held text, so set aside: {}. Switched off: {}.{drafts}",
                steps.with(Verdict::Unproved),
                steps.with(Verdict::SwitchedOff)
            ),
        ));
        lines.push(step(
            4,
            &format!(
                "Contradicted, or said anew, by a later claim: {}.",
                steps.superseded()
            ),
        ));
        lines.push(step(
            5,
            &format!(
                "Says nothing of who has it: {}. Agrees with a claim that says more: {}.",
                steps.with(Verdict::Bears),
                steps.within()
            ),
        ));
        lines.push(step(
            6,
            &format!(
                "What is left decides: {}. Narrowed to parts by a later claim: {}.",
                steps.deciding(),
                steps.narrowed()
            ),
        ));
        lines.push(step(7, &self.result(place)));
        lines.push(step(8, &graded(grade)));
        lines.push(step(9, &self.aged(place)));
        for difference in self.differences(Some(place), &weighed) {
            let numbers = difference
                .claims
                .iter()
                .map(|&claim| format!("({})", steps.number(claim)));
            let sides = self.sides(Some(place), &difference, &weighed);
            let text = format!("{} {}. {}", sides.over, listed(numbers), sides.rule);
            lines.extend([Line::default(), Line::new(Role::Plain, &text)]);
        }
        lines
    }

    /// Tells in which region a town lies, and explains the state of that, which is of all of the region.
    pub fn explain_town(&self, town: &Town, region: Option<RegionId>) -> Vec<Line> {
        let title = Line::new(Role::Title, &format!("{}, a town", town.name));
        let Some(region) = region else {
            let silent = "It lies in no region of the map: no source here says who holds it.";
            return vec![title, Line::new(Role::Plain, silent)];
        };
        let lies = format!(
            "It lies in the region {}. What follows is of all of that, and may not hold of the town.",
            self.atlas[region].name
        );
        let head = [title, Line::new(Role::Plain, &lies), Line::default()];
        let steps = self.explain(Place::Region(region));
        head.into_iter().chain(steps).collect()
    }

    /// Tells which regions lie in a unit of the base map, by its place there: each has a state of its own.
    pub fn explain_unit(&self, nth: usize) -> Vec<Line> {
        let caption = self.unit(nth);
        let title = Line::new(Role::Title, &caption.title);
        let lines = caption.lines(self.atlas);
        std::iter::once(title).chain(lines).collect()
    }

    fn result(&self, place: Place) -> String {
        let why = match place {
            Place::Region(id) => match &self.snapshot[id].control {
                Control::Silent => "No claim is left that names who has it",
                Control::Held(_) => "They name one holder",
                Control::Occupied(_) => "They name one occupying power",
                Control::InParts(_) => {
                    "They name who holds parts of it, and nobody who holds all of it"
                }
                Control::Contested(_) => "One of them says that it is contested",
                Control::Disputed(actors) if actors.len() == 1 => {
                    "They differ over whether its holder has left"
                }
                Control::Disputed(_) => "They name different holders",
            },
            Place::Site(id) => match &self.snapshot[id].status {
                status if status.is_silent() => "No claim is left",
                status if status.disputed.is_empty() => "They say one thing of each actor",
                _ => "They say what can't all be so",
            },
        };
        format!("{why}. So: {}.", self.stated(place).words)
    }
}

impl Captions<'_> {
    fn aged(&self, place: Place) -> String {
        let evidence = Evidence::of(self.atlas, self.snapshot.weighed(place));
        let age = words::age(&evidence, self.snapshot.date);
        let age = age.unwrap_or_else(|| "nothing decides".to_owned());
        let stale = if self.snapshot.is_stale(place) {
            "; nobody has confirmed it for longer than the file allows"
        } else {
            ""
        };
        format!("Age: {age}{stale}.")
    }
}

fn step(number: usize, text: &str) -> Line {
    Line::new(Role::Plain, &format!("{number}. {text}")).set_in(0, 3)
}

fn graded(grade: Grade) -> String {
    match grade {
        Grade::Silent => "Grade: silent.".to_owned(),
        grade => format!(
            "Grade: {}. Each thing that is said is as well known as the best claim that says it; the least known of them counts.",
            grade.plain()
        ),
    }
}

struct Steps<'a> {
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
    /// The number that each claim is told by.
    numbers: HashMap<ClaimId, usize>,
}

impl<'a> Steps<'a> {
    fn new(atlas: &'a Atlas, weighed: &'a [Weighed]) -> Self {
        let claims = weighed.iter().map(|item| item.claim);
        Self {
            atlas,
            weighed,
            numbers: claims.zip(1..).collect(),
        }
    }

    fn claims(&self) -> impl Iterator<Item = Line> + '_ {
        runs(self.atlas, self.weighed).flat_map(|run| {
            let (text, words, claim) = match run {
                [first, .., last] => {
                    let numbers = self.range(first.claim, last.claim);
                    let told = summed_up(self.atlas, run, [first, last]);
                    (format!("{numbers} {told}"), None, None)
                }
                alone => {
                    let (item, claim) = (alone[0], &self.atlas[alone[0].claim]);
                    let entry = Entry::new(self.atlas, item);
                    let text = format!("({}) {}", self.number(item.claim), digest(&entry, claim));
                    (text, entry.words_line(), Some(item.claim))
                }
            };
            let head = Line::new(Role::Quiet, &text).set_in(3, 4);
            let words = words.map(|line| line.set_in(7, 0));
            std::iter::once(head).chain(words).map(move |line| Line {
                statement: claim.map(Statement::Claim),
                ..line
            })
        })
    }

    fn with(&self, verdict: Verdict) -> String {
        self.listed_by(|it| (it == verdict).then_some(None))
    }

    fn deciding(&self) -> String {
        self.listed_by(|verdict| verdict.decides().then_some(None))
    }

    fn superseded(&self) -> String {
        self.listed_by(|verdict| match verdict {
            Verdict::Superseded(by) => Some(Some((" by", by))),
            _ => None,
        })
    }

    fn narrowed(&self) -> String {
        self.listed_by(|verdict| match verdict {
            Verdict::Narrowed(by) => Some(Some((" by", by))),
            _ => None,
        })
    }

    fn within(&self) -> String {
        self.listed_by(|verdict| match verdict {
            Verdict::Within(bigger) => Some(Some((" with", bigger))),
            _ => None,
        })
    }

    /// The numbers of the claims that are wanted, with the claim that made them so.
    fn listed_by(
        &self,
        wanted: impl Fn(Verdict) -> Option<Option<(&'static str, ClaimId)>>,
    ) -> String {
        let wanted = self
            .weighed
            .iter()
            .map(|item| (item.claim, wanted(item.verdict)));
        let wanted: Vec<_> = wanted.collect();
        let runs = wanted.chunk_by(|one, next| one.1 == next.1);
        listed(runs.flat_map(|run| {
            let other = run[0].1.map(|other| match other {
                Some((how, claim)) => format!("{how} ({})", self.number(claim)),
                None => String::new(),
            });
            let numbers = match run {
                [first, _, .., last] if run.len() > MANY => vec![self.range(first.0, last.0)],
                run => run
                    .iter()
                    .map(|(claim, _)| format!("({})", self.number(*claim)))
                    .collect(),
            };
            let told = other.map(|other| numbers.into_iter().map(move |it| it + &other));
            told.into_iter().flatten()
        }))
    }

    fn range(&self, first: ClaimId, last: ClaimId) -> String {
        format!("({}) to ({})", self.number(first), self.number(last))
    }

    fn number(&self, claim: ClaimId) -> usize {
        self.numbers.get(&claim).copied().unwrap_or_default()
    }
}

/// More numbers than these in a row are told by the first and the last.
const MANY: usize = 5;

fn listed(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        "none".to_owned()
    } else {
        words::list(items.iter().map(String::as_str))
    }
}

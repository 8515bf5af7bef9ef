//! Lists: of places, of what is found, of actors, of how well the map is founded, of what is wrong with the file.

use super::{Dialogue, find::unknown};
use crate::{
    atlas::Lens,
    caption::{Row, Share, Sort, words},
    names::Target,
    scene::Layers,
    session::{Action, FileProblems},
};

/// Columns that problems are printed in.
const WIDTH: usize = 80;

impl Dialogue<'_> {
    pub(super) fn list(&mut self, by: &str) -> Vec<String> {
        let by = by.trim_start_matches("by ").to_lowercase();
        let sort = Sort::ALL.into_iter().find(|sort| sort.name() == by);
        match sort {
            Some(sort) => drop(self.apply(Action::Sort(sort))),
            None if by.is_empty() => {}
            None => {
                let sorts = Sort::ALL.map(Sort::name);
                return vec![format!("The list goes by {}.", words::list(sorts))];
            }
        }
        let (session, captions) = (&self.session, self.session.captions(self.world));
        let places = session.places(self.world).map(|(place, _)| place);
        let rows = captions.list(places, session.sort);
        let count = words::count(rows.len(), "place");
        let first = format!("{count}, by {}.", session.sort.name());
        std::iter::once(first).chain(rows.iter().map(row)).collect()
    }

    /// Everything that has a name like that, and what it is.
    pub(super) fn search(&mut self, name: &str) -> Vec<String> {
        if name.is_empty() {
            return vec!["Say find and a part of a name.".to_owned()];
        }
        let hits = self.world.gazetteer().search(name);
        let found = hits.iter().map(|hit| {
            let kind = hit.target.kind(&self.world.atlas, &self.world.map);
            let spelling = hit.spelling.map(|other| format!(", also {other}"));
            let spelling = spelling.unwrap_or_default();
            words::clean(&format!("{}, {kind}{spelling}.", hit.name))
        });
        let found: Vec<String> = found.collect();
        if found.is_empty() {
            return vec![unknown("name", name, std::iter::empty())];
        }
        found
    }

    pub(super) fn actors(&self) -> Vec<String> {
        let legend = self.session.captions(self.world).legend();
        let lines = self.world.atlas.actor_ids().map(|id| {
            let share = legend.shares.iter().find(|share| share.actor == id);
            let share = share.map_or_else(|| "nothing".to_owned(), Share::words);
            words::clean(&format!("{}: {share}.", self.world.atlas[id].name))
        });
        lines.collect()
    }

    pub(super) fn filter(&mut self, who: &str) -> Vec<String> {
        if ["", "none", "off", "all"].contains(&who.to_lowercase().as_str()) {
            let _ = self.apply(Action::ClearFilter);
        } else {
            let atlas = &self.world.atlas;
            let found = self.world.gazetteer().resolve(who, |target| match target {
                Target::Actor(actor) => Some(actor),
                _ => None,
            });
            match found {
                Ok(actor) => drop(self.apply(Action::ToggleActor(actor))),
                Err(close) => {
                    let names = close.into_iter().map(|id| atlas[id].name.as_str());
                    return vec![unknown("actor", who, names)];
                }
            }
        }
        let left = self.left();
        let filter = &self.session.filter;
        let names = filter.iter().map(|&id| self.world.atlas[id].name.as_str());
        vec![if filter.is_empty() {
            format!("No filter: {left}.")
        } else {
            format!("Only {}: {left}.", words::clean(&words::list(names)))
        }]
    }

    pub(super) fn layers(&mut self, layers: Layers) -> Vec<String> {
        let _ = self.apply(Action::Layers(layers));
        vec![format!("Now {}: {}.", layers.name(), self.left())]
    }

    /// Counts the places that there are to go through.
    fn left(&self) -> String {
        words::count(self.session.places(self.world).count(), "place")
    }

    /// Tells how much of the map is how well founded.
    pub(super) fn evidence(&mut self, by: &str) -> Vec<String> {
        let said = by.trim_start_matches("by ").to_lowercase();
        let lenses = Lens::ALL.iter().filter(|lens| !lens.steps().is_empty());
        let mut known = lenses
            .clone()
            .filter(|lens| said.is_empty() || lens.key() == said);
        let Some(&lens) = known.next() else {
            let keys: Vec<&str> = lenses.map(|lens| lens.key()).collect();
            return vec![format!(
                "Evidence goes by one of these: {}.",
                keys.join(", ")
            )];
        };
        let _ = self.apply(Action::Lens(lens));
        let captions = self.session.captions(self.world);
        let legend = captions.evidence(lens);
        let mut sentences = vec![format!("By {}:", lens.plain())];
        let steps = legend.steps.iter().filter(|step| !step.is_empty());
        sentences.extend(steps.map(|share| format!("{}: {}.", share.step.plain, share.words())));
        if !legend.silent.is_empty() {
            sentences.push(format!("{}: {}.", legend.silence, legend.silent.words()));
        }
        sentences
    }

    pub(super) fn problems(&self) -> Vec<String> {
        let Some(problems) = &self.problems else {
            return vec!["Nothing is wrong with the file.".to_owned()];
        };
        let lines = FileProblems::lines(problems, WIDTH, None).into_iter();
        lines
            .map(|line| line.text().trim_end().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }
}

fn row(row: &Row) -> String {
    let columns = [Sort::Holder, Sort::Evidence, Sort::Date].map(|column| row.column(column));
    format!("{}: {}.", row.name, columns.join(", "))
}

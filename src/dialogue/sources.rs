//! Sources: what is taken from each, reading one passage by passage, citing, and leaving some out.

use super::{
    Dialogue,
    find::{find, unknown},
};
use crate::{
    atlas::{SourceId, Statement, Switch},
    caption::{Line, Role, spoken, words},
    export::citation::{self, Format},
    session::{Action, Reader, Step},
};

impl Dialogue<'_> {
    pub(super) fn sources(&self) -> Vec<String> {
        let captions = self.session.captions(self.world);
        let atlas = &self.world.atlas;
        let lines = self.source_ids().map(|id| {
            let (source, counts) = (&atlas[id], captions.counts(id));
            let name = words::clean(source.name());
            let claims = words::count(counts.claims, "claim");
            let found = if counts.held {
                format!("{} found in its text", counts.found)
            } else {
                "its text is not held".to_owned()
            };
            format!("{name}, id {}: {claims}, {found}.", source.id)
        });
        lines.collect()
    }

    fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        self.world.atlas.source_ids()
    }

    /// Opens a source, or that of the current claim.
    pub(super) fn read(&mut self, name: &str) -> Vec<String> {
        let atlas = &self.world.atlas;
        let current = self.session.current(self.world);
        let (source, claim) = if name.is_empty() {
            let source = current.and_then(|statement| statement.source(atlas));
            match source {
                Some(source) => (source, current.and_then(Statement::claim)),
                None => return vec!["Say read and a source; sources lists them.".to_owned()],
            }
        } else {
            let found = find(name, self.source_ids(), |id| {
                let source = &atlas[id];
                let names = [Some(source.id.as_str()), Some(source.name())];
                let names = names.into_iter().chain([source.publisher.as_deref()]);
                names.flatten().map(str::to_owned).collect()
            });
            match found {
                Ok(source) => (source, None),
                Err(close) => {
                    let names = close.into_iter().map(|id| atlas[id].name());
                    return vec![unknown("source", name, names)];
                }
            }
        };
        let reader = Reader::open(self.world, &self.session.snapshot, source, claim);
        self.session.reader = Some(reader);
        let mut sentences = vec![format!("{}.", words::clean(atlas[source].name()))];
        sentences.extend(self.here_in(reader));
        sentences
    }

    /// Goes to another passage of the source that is read.
    pub(super) fn passage(&mut self, step: Step) -> Vec<String> {
        let Some(reader) = self.session.reader else {
            return vec!["Say read first.".to_owned()];
        };
        match reader.step(self.world, &self.session.snapshot, step) {
            Some(next) => {
                self.session.reader = Some(next);
                self.here_in(next)
            }
            None => vec![match step {
                Step::Next => "This is the last passage.".to_owned(),
                Step::Previous => "This is the first passage.".to_owned(),
            }],
        }
    }

    /// Tells which passage it is and what it bears on, then its words, then the paragraph that they stand in.
    pub(super) fn here_in(&self, reader: Reader) -> Vec<String> {
        let captions = self.session.captions(self.world);
        let reading = captions.reading(reader.source, reader.stop);
        let current: Vec<&Line> = reading
            .text
            .iter()
            .filter(|line| line.is_current())
            .collect();
        let highlighted = current.iter().flat_map(|line| &line.spans);
        let quoted: String = highlighted
            .filter(|span| span.role == Role::Current)
            .map(|span| span.text.as_str())
            .collect();
        let mut sentences = spoken(&reading.foot);
        if !quoted.trim().is_empty() {
            sentences.push(format!("The words: {}", quoted.trim()));
        }
        // As they stand in the source: a paragraph is not put in other words.
        let paragraphs = current.into_iter().map(|line| {
            let text = line.text();
            let words: Vec<&str> = text.split_whitespace().collect();
            words.join(" ").replace('¶', "Paragraph ")
        });
        sentences.extend(paragraphs.filter(|text| *text != quoted.trim()));
        sentences
    }

    /// Prints a citation: `2 markdown` is the second quotation as Markdown.
    pub(super) fn cite(&mut self, how: &str) -> Vec<String> {
        let (first, rest) = how.split_once(' ').unwrap_or((how, ""));
        let (number, format) = match first.parse::<usize>() {
            Ok(number) => (number, rest.trim()),
            Err(_) => (1, how),
        };
        let Some(format) = Self::format(format) else {
            let names = Format::ALL.iter().map(|format| format.name());
            return vec![format!("A citation is written in {}.", words::list(names))];
        };
        let citable = self.session.citable(self.world);
        let statement = number.checked_sub(1).and_then(|at| citable.get(at));
        let Some(&statement) = statement else {
            let there = words::count(citable.len(), "quotation");
            return vec![format!("There is no such quotation here: {there}.")];
        };
        let date = self.session.snapshot.date;
        let text = citation::cite(&self.world.atlas, statement, date, format);
        text.lines().map(str::to_owned).collect()
    }

    fn format(name: &str) -> Option<Format> {
        if name.is_empty() {
            return Some(Format::Plain);
        }
        let formats = Format::ALL.iter().copied();
        find(name, formats, |format| vec![format.name().to_owned()]).ok()
    }

    /// Leaves something out; without a name, says what can be left out.
    pub(super) fn without(&mut self, name: &str) -> Vec<String> {
        match name.to_lowercase().as_str() {
            "" => self.switches(),
            "none" | "nothing" => self.count_all(),
            _ => self.switch(name, true),
        }
    }

    /// Lets something count again.
    pub(super) fn with(&mut self, name: &str) -> Vec<String> {
        match name.to_lowercase().as_str() {
            "" => self.switches(),
            "all" | "everything" => self.count_all(),
            _ => self.switch(name, false),
        }
    }

    fn switches(&self) -> Vec<String> {
        let captions = self.session.captions(self.world);
        let (atlas, board) = (&self.world.atlas, &self.session.snapshot.switchboard);
        let ids = atlas.switch_ids();
        let lines = atlas.switches().into_iter().zip(ids).map(|(switch, id)| {
            let counts = if board.is_off(&switch) {
                "left out"
            } else {
                "counts"
            };
            words::clean(&format!("{id}: {counts}, {}.", captions.switched(&switch)))
        });
        lines.collect()
    }

    fn count_all(&mut self) -> Vec<String> {
        for (nth, switch) in self.world.atlas.switches().iter().enumerate() {
            if self.session.snapshot.switchboard.is_off(switch) {
                let _ = self.apply(Action::ToggleSwitch(nth));
            }
        }
        self.what_counts()
    }

    fn switch(&mut self, name: &str, off: bool) -> Vec<String> {
        let atlas = &self.world.atlas;
        let switches = atlas.switches();
        let ids: Vec<String> = atlas.switch_ids().collect();
        let names = |nth: usize| {
            vec![
                ids[nth].clone(),
                atlas.switch_name(&switches[nth]).to_owned(),
            ]
        };
        let nth = match find(name, 0..switches.len(), names) {
            Ok(nth) => nth,
            Err(close) => {
                let names = close.into_iter().map(|nth| ids[nth].as_str());
                return vec![unknown("source, origin or grade", name, names)];
            }
        };
        let switch: &Switch = &switches[nth];
        if self.session.snapshot.switchboard.is_off(switch) != off {
            let _ = self.apply(Action::ToggleSwitch(nth));
        }
        self.what_counts()
    }

    /// Tells what is left out, then what is known without it.
    fn what_counts(&mut self) -> Vec<String> {
        let off = self.session.captions(self.world).switched_off();
        let off = off.map_or_else(
            || "Everything counts.".to_owned(),
            |off| super::sentence(&words::clean(&off)),
        );
        let mut sentences = vec![off];
        let here = self.here().into_iter();
        let here: Vec<String> = here
            .filter(|sentence| !sentences.contains(sentence))
            .collect();
        sentences.extend(here);
        sentences
    }
}

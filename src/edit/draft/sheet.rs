//! The entries that are drafted of an article, sentence by sentence.

use crate::{caption::words::count, file::Document, names::Gazetteer};

use super::{
    super::{
        change::Change, editor::Refused, entry::Entry, pending::Incomplete, thing::Ground,
        writing::Writing,
    },
    marks,
};

/// So many sentences are drafted: nobody judges more at one sitting.
const MOST: usize = 500;

/// The map with the things that are drafted so far.
pub struct Map<'a> {
    before: &'a Document,
    grown: Option<Document>,
    names: Gazetteer,
}

impl<'a> Map<'a> {
    pub fn of(before: &'a Document) -> Self {
        Self {
            names: Gazetteer::new(&before.atlas, &before.map),
            before,
            grown: None,
        }
    }

    fn grow(&mut self, document: Document) {
        self.names = Gazetteer::new(&document.atlas, &document.map);
        self.grown = Some(document);
    }

    fn ground(&self) -> Ground<'_> {
        let document = self.grown.as_ref().unwrap_or(self.before);
        Ground {
            atlas: &document.atlas,
            map: &document.map,
            names: &self.names,
        }
    }
}

/// The entries below the source, as they are written, and what is left out.
#[derive(Default)]
pub struct Sheet {
    pub actors: String,
    pub sites: String,
    pub claims: String,
    sentences: usize,
    drafted: usize,
    /// Sentences of one word, and those that can't be told from their twins.
    twins: usize,
    /// Sentences after the last that is drafted.
    left: usize,
}

impl Sheet {
    /// Fills it with what a text says and nobody has claimed yet.
    pub fn fill(&mut self, mut writing: Writing, mut map: Map) -> Result<(), Refused> {
        writing.look_up(map.ground());
        for nth in 0..writing.sentences.len() {
            writing.look_at(map.ground(), nth);
            if !writing.is_open(map.ground(), nth) {
                continue;
            }
            if self.sentences + self.twins == MOST {
                self.left += 1;
                continue;
            }
            writing.mark(map.ground(), nth);
            match self.add_sentence(&mut writing, &mut map) {
                Ok(()) => self.sentences += 1,
                Err(Incomplete::Refused(why)) => return Err(why),
                Err(Incomplete::Words) => self.twins += 1,
                // It names a place abroad, say.
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Adds every claim of the sentence that is marked.
    fn add_sentence(&mut self, writing: &mut Writing, map: &mut Map) -> Result<(), Incomplete> {
        loop {
            if writing.claim.about.is_empty() {
                writing.claim.about = marks::actors(writing, map.ground());
            }
            writing.claim.draft = true;
            let entries = writing.entries()?;
            let mut new = Vec::new();
            for entry in entries {
                match &entry {
                    Entry::Claim(_) => {
                        self.drafted += 1;
                        self.claims += &marks::claim(&entry, writing, map.ground());
                        continue;
                    }
                    Entry::Actor(_) => self.actors += &marks::thing(&entry),
                    _ => self.sites += &marks::thing(&entry),
                }
                new.push(Change::Add(entry));
            }
            if !new.is_empty() {
                // What comes later in the text may mean the same.
                let document = writing.editor.change(&new).map_err(Incomplete::Refused)?;
                map.grow(document);
                writing.look_up(map.ground());
            }
            if !writing.go_on(map.ground()) {
                return Ok(());
            }
        }
    }

    /// Tells in some lines how much it is, and what is left out.
    pub fn summary(&self) -> Vec<String> {
        let mut lines = match self.drafted {
            0 => vec!["Nothing here that is not claimed yet names a place or an actor of the map.".to_owned()],
            drafted => vec![
                format!(
                    "{} in draft, of {}: `whoholds review` goes through them, and `D` on the screen.",
                    count(drafted, "claim"),
                    count(self.sentences, "sentence")
                ),
                "They decide nothing before they are accepted. What is marked `decide` is left to you.".to_owned(),
            ],
        };
        if self.twins > 0 {
            let twins =
                "are one word, or stand elsewhere in the text word for word: quote more by hand";
            lines.push(format!("Left out: {} that {twins}.", self.twins));
        }
        if self.left > 0 {
            let left = "come after these: add the text in parts";
            lines.push(format!("Left out: {} that {left}.", self.left));
        }
        lines
    }
}

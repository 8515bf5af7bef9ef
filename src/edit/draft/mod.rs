//! Drafts of what an article adds to a map: its source, and a claim in draft for each thing that its sentences seem to say.
//!
//! What is printed can be appended to the region file as it stands. It is what the screen proposes of the same article, in
//! the words that it would save; nothing of it decides until somebody has accepted it.

mod marks;

use crate::{
    atlas::Date,
    caption::words::count,
    file::{Article, Document, RegionFile, comment},
    names::Gazetteer,
};

use super::{
    change::Change,
    editor::Refused,
    entry::{Entry, NewSource},
    pending::Incomplete,
    thing::Ground,
    writing::Writing,
};

/// So many sentences are drafted: nobody judges more at one sitting.
const MOST: usize = 500;

/// Drafts the entries of a region file for what an article says and nobody has claimed yet. Nothing is written.
pub fn draft(
    file: RegionFile,
    document: &Document,
    article: &Article,
    today: Date,
) -> Result<String, Refused> {
    let (writing, with_source) = Writing::add(file, document, article, today)?;
    let source = match &with_source {
        Some(new) => {
            let as_of = Some(new.atlas.as_of).filter(|date| *date != document.atlas.as_of);
            let source = NewSource::of(article, writing.source().to_owned(), today);
            marks::before(article, as_of) + &marks::source(article, source)
        }
        None => comment(&format!(
            "The text is held already, as `{}`.",
            writing.source()
        )),
    };
    let mut sheet = Sheet::default();
    sheet.fill(
        writing,
        Drafted::of(with_source.as_ref().unwrap_or(document)),
    )?;
    Ok(sheet.summary() + &source + &sheet.actors + &sheet.sites + &sheet.claims)
}

/// The map with the things that are drafted so far.
struct Drafted<'a> {
    before: &'a Document,
    grown: Option<Document>,
    names: Gazetteer,
}

impl<'a> Drafted<'a> {
    fn of(before: &'a Document) -> Self {
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
struct Sheet {
    actors: String,
    sites: String,
    claims: String,
    sentences: usize,
    drafted: usize,
    /// Sentences of one word, and those that can't be told from their twins.
    twins: usize,
    /// Sentences after the last that is drafted.
    left: usize,
}

impl Sheet {
    fn fill(&mut self, mut writing: Writing, mut map: Drafted) -> Result<(), Refused> {
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
    fn add_sentence(&mut self, writing: &mut Writing, map: &mut Drafted) -> Result<(), Incomplete> {
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

    fn summary(&self) -> String {
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
        let lines: String = lines.iter().map(|line| comment(line)).collect();
        format!("\n{lines}")
    }
}

//! Drafts of what an article adds to a map: its source, and a claim in draft for each thing that its sentences seem to say.
//!
//! The output can be appended to the region file as it stands. It is what the screen proposes of the same article, in
//! the words that it would save; nothing of it decides until somebody has accepted it.

mod marks;
mod sheet;

use std::fmt;

use crate::{
    atlas::Date,
    file::{Article, Document, RegionFile, comment},
};

use super::{
    change::Change,
    editor::{Editor, Files, Refused},
    entry::NewSource,
    revision::NotMade,
    writing::Writing,
};
use sheet::{Map, Sheet};

/// Everything that an article adds to a region file.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The number of its claims, and what is left out.
    summary: Vec<String>,
    /// The steps that are left to whoever appends the entries, as comments.
    steps: String,
    /// The source, new actors and sites, and the claims.
    entries: String,
    /// The later date that the map is to have.
    as_of: Option<Date>,
    /// The files that are to lie beside the region file.
    beside: Files,
}

/// Drafts the entries of a region file for what an article says and nobody has claimed yet. Nothing is written.
pub fn draft(
    file: RegionFile,
    document: &Document,
    article: &Article,
    today: Date,
) -> Result<Drafted, Refused> {
    let (writing, new) = Writing::add(file, document, article, today)?;
    let id = writing.source().to_owned();
    let mut sheet = Sheet::default();
    sheet.fill(writing, Map::of(new.as_ref().unwrap_or(document)))?;
    let rest = [&sheet.actors, &sheet.sites, &sheet.claims].map(String::as_str);
    let summary = sheet.summary();
    let Some(new) = new else {
        return Ok(Drafted {
            summary,
            steps: comment(&format!("The text is held already, as `{id}`.")),
            entries: rest.concat(),
            as_of: None,
            beside: Files::new(),
        });
    };
    let as_of = Some(new.atlas.as_of).filter(|date| *date != document.atlas.as_of);
    Ok(Drafted {
        summary,
        steps: marks::before(article, as_of),
        entries: marks::source(article, NewSource::of(article, id, today)) + &rest.concat(),
        as_of,
        beside: article.files(),
    })
}

/// The entries as they are printed, to be appended to the region file.
impl fmt::Display for Drafted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let summary: String = self.summary.iter().map(|line| comment(line)).collect();
        write!(f, "\n{summary}{}{}", self.steps, self.entries)
    }
}

impl Drafted {
    /// Tells in some lines how many claims there are, and what is left out.
    pub fn summary(&self) -> &[String] {
        &self.summary
    }

    /// Appends the entries to the region file, and writes the text beside it where it doesn't lie there.
    pub fn write(&self, file: RegionFile, document: &Document) -> Result<(), NotMade> {
        if self.entries.is_empty() {
            return Ok(());
        }
        let mut editor = Editor::open(file, document).map_err(NotMade::Refused)?;
        let as_of = self.as_of.map(Change::AsOf).into_iter();
        let entries = [Change::Append(self.entries.clone())];
        let changes: Vec<Change> = as_of.chain(entries).collect();
        let held = editor.hold(&changes, self.beside.clone());
        held.map_err(NotMade::Refused)?;
        editor.save().map_err(NotMade::NotSaved)
    }
}

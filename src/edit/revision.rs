//! Changes to a region file that need no article: each is looked at, made and saved at once, and can be taken back.

use std::fmt;

use super::{
    change::{Change, ids},
    editor::{Editor, NotSaved, Refused},
    review::{Draft, drafts},
};
use crate::{
    diagnostics::Diagnostics,
    file::{self, Document, RegionFile},
};

/// A region file that is changed step by step, as it lies on the disk.
#[derive(Clone, Debug)]
pub struct Revision {
    editor: Editor,
    drafts: Vec<Draft>,
}

/// The reason why a step is not made.
#[derive(Debug)]
pub enum NotMade {
    /// The file would not be sound.
    Refused(Refused),
    /// It can't be written.
    NotSaved(NotSaved),
    /// There is no step to be taken back, or again.
    NoStep,
}

impl fmt::Display for NotMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) => why.fmt(f),
            Self::NotSaved(why) => write!(f, "not saved: {why}"),
            Self::NoStep => f.write_str("there is no such step"),
        }
    }
}

impl Revision {
    /// Reads a file that is to be changed, and the map that it gives. Fails where it gives none.
    pub fn open(file: RegionFile) -> Result<(Self, Document), Diagnostics> {
        let document = file::load(&file)?;
        // What gives a map is text.
        match Editor::open(file, &document) {
            Ok(editor) => {
                let drafts = drafts(editor.toml(), &document.atlas);
                Ok((Self { editor, drafts }, document))
            }
            Err(_) => Err(document.unproved),
        }
    }

    /// The TOML as it lies on the disk.
    pub fn toml(&self) -> &str {
        self.editor.toml()
    }

    /// The claims in draft, in the order of the file.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// Every id that an entry has.
    pub fn ids(&self) -> Vec<String> {
        ids(self.toml())
    }

    /// The name of the file for people.
    pub fn label(&self) -> String {
        self.editor.file().label().to_owned()
    }

    /// Reads the map that the file gives.
    pub fn document(&self) -> Result<Document, Diagnostics> {
        self.editor.document()
    }

    /// Tells whether nobody else has changed the file since.
    pub fn is_current(&self) -> bool {
        self.editor.file().is_current()
    }

    /// Reads the map as some changes would make it, and changes nothing.
    pub fn preview(&self, changes: &[Change]) -> Result<Document, Refused> {
        self.editor.preview(changes)
    }

    /// Makes some changes as one step and writes the file; where that can't be done, nothing is changed.
    pub fn make(&mut self, changes: &[Change]) -> Result<Document, NotMade> {
        let before = self.editor.clone();
        let document = self.editor.change(changes).map_err(NotMade::Refused)?;
        self.save_or(before)?;
        self.drafts = drafts(self.editor.toml(), &document.atlas);
        Ok(document)
    }

    /// Takes the last step back, or takes it again, and writes the file.
    pub fn step_back(&mut self, back: bool) -> Result<Document, NotMade> {
        let before = self.editor.clone();
        let editor = &mut self.editor;
        let moved = if back { editor.undo() } else { editor.redo() };
        if !moved {
            return Err(NotMade::NoStep);
        }
        let document = self.document();
        self.save_or(before)?;
        let document = document.map_err(|report| Refused::Problem(Box::new(report)));
        let document = document.map_err(NotMade::Refused)?;
        self.drafts = drafts(self.editor.toml(), &document.atlas);
        Ok(document)
    }

    fn save_or(&mut self, before: Editor) -> Result<(), NotMade> {
        let saved = self.editor.save().map_err(NotMade::NotSaved);
        if saved.is_err() {
            self.editor = before;
        }
        saved
    }
}

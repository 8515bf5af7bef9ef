//! Changes to a region file that need no article: each is looked at, made and saved at once, and can be taken back.

use std::fmt;

use crate::{
    diagnostics::Diagnostics,
    file::{self, Document, RegionFile},
};

use super::{
    change::Change,
    editor::{Editor, NotSaved, Refused},
};

/// A region file that is changed step by step, as it lies on the disk.
#[derive(Clone, Debug)]
pub struct Revision(Editor);

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
            Ok(editor) => Ok((Self(editor), document)),
            Err(_) => Err(document.unproved),
        }
    }

    /// The TOML as it lies on the disk.
    pub fn toml(&self) -> &str {
        self.0.toml()
    }

    /// The name of the file for people.
    pub fn label(&self) -> String {
        self.0.file().label().to_owned()
    }

    /// Tells whether nobody else has changed the file since.
    pub fn is_current(&self) -> bool {
        self.0.file().is_current()
    }

    /// Reads the map as some changes would make it, and changes nothing.
    pub fn preview(&self, changes: &[Change]) -> Result<Document, Refused> {
        self.0.preview(changes)
    }

    /// Makes some changes as one step and writes the file; where that can't be done, nothing is changed.
    pub fn make(&mut self, changes: &[Change]) -> Result<Document, NotMade> {
        let before = self.0.clone();
        let document = self.0.change(changes).map_err(NotMade::Refused)?;
        self.save_or(before)?;
        Ok(document)
    }

    /// Takes the last step back, or takes it again, and writes the file.
    pub fn step_back(&mut self, back: bool) -> Result<(), NotMade> {
        let before = self.0.clone();
        let moved = if back { self.0.undo() } else { self.0.redo() };
        if !moved {
            return Err(NotMade::NoStep);
        }
        self.save_or(before)
    }

    fn save_or(&mut self, before: Editor) -> Result<(), NotMade> {
        let saved = self.0.save().map_err(NotMade::NotSaved);
        if saved.is_err() {
            self.0 = before;
        }
        saved
    }
}

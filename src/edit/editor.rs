//! A region file that is being edited: nothing is written until it is saved, and every version still gives a map.

use std::{collections::BTreeMap, fmt, path::Path, sync::Arc};

use crate::{
    diagnostics::{Diagnostics, Severity},
    export::{Unsaved, save},
    file::{self, Document, RegionFile},
    limits::ARTICLE,
};

use super::change::{Change, Unchangeable, changed};

/// A region file with the changes made to it since it was opened.
#[derive(Clone, Debug)]
pub struct Editor {
    /// The file as it lies on the disk.
    file: RegionFile,
    versions: Vec<Version>,
    /// The version that is shown.
    now: usize,
    /// The version that lies on the disk.
    saved: usize,
    /// Quotations that were not found before anything was changed.
    unproved: usize,
}

/// Files by their paths from the folder of a region file.
pub type Files = BTreeMap<String, Arc<[u8]>>;

#[derive(Clone, Debug)]
struct Version {
    toml: String,
    /// Texts that are to be held and what they were taken out of, by their paths from the folder of the file.
    beside: Files,
}

/// The reason why a change is not made.
#[derive(Debug)]
pub enum Refused {
    /// The file can't be changed so.
    Unchangeable(Unchangeable),
    /// The file itself can't be read.
    Unreadable,
    /// The source holds no text that could be written on.
    NoText,
    /// The file would have that problem then.
    Problem(Box<Diagnostics>),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchangeable(why) => why.fmt(f),
            Self::Unreadable => f.write_str("the file is not UTF-8"),
            Self::NoText => f.write_str("the text of this source is not held"),
            Self::Problem(report) => match report.problems.first() {
                Some(problem) => f.write_str(&problem.message),
                None => f.write_str("the file would give no map"),
            },
        }
    }
}

/// The reason why nothing is saved.
#[derive(Debug)]
pub enum NotSaved {
    /// The file comes with the program.
    Builtin,
    /// Somebody else has changed the file since it was opened.
    Changed,
    /// The file is not to be written to.
    ReadOnly,
    /// Something that the file names has changed, so that it would have that problem.
    Problem(String),
    /// This file can't be written.
    Unwritable(String, Unsaved),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Builtin => f.write_str(
                "this map comes with the program; `whoholds new` starts a file of your own",
            ),
            Self::Changed => f.write_str(
                "the file was changed by somebody else since it was opened; open it again",
            ),
            Self::ReadOnly => f.write_str("the file is read-only"),
            Self::Problem(problem) => {
                write!(
                    f,
                    "what the file names has changed meanwhile: {problem}; open it again"
                )
            }
            Self::Unwritable(path, Unsaved::Exists) => {
                write!(
                    f,
                    "{path} is there with another text in it: move it, or rename the article"
                )
            }
            Self::Unwritable(path, why) => write!(f, "can't write {path}: {why}"),
        }
    }
}

impl Editor {
    /// Begins to edit a file that gives a map. Fails where it is no text.
    pub fn open(file: RegionFile, document: &Document) -> Result<Self, Refused> {
        let toml = file.text().ok_or(Refused::Unreadable)?.to_owned();
        let version = Version {
            toml,
            beside: Files::new(),
        };
        Ok(Self {
            unproved: document.unproved.count(Severity::Error),
            file,
            versions: vec![version],
            now: 0,
            saved: 0,
        })
    }

    /// The TOML as it is shown.
    pub fn toml(&self) -> &str {
        &self.versions[self.now].toml
    }

    /// The file as it is shown, with the texts that it would hold.
    pub fn file(&self) -> RegionFile {
        self.as_version(&self.versions[self.now])
    }

    fn as_version(&self, version: &Version) -> RegionFile {
        let file = self.file.clone().with_bytes(version.toml.as_str());
        file.with_beside(version.beside.clone())
    }

    /// Reads the map of the file as it was opened or saved last.
    pub fn on_disk(&self) -> Result<Document, Diagnostics> {
        file::load(&self.file)
    }

    /// Reads the map of the version that is shown.
    pub fn document(&self) -> Result<Document, Diagnostics> {
        file::load(&self.file())
    }

    /// Makes some changes as one step and reads the map as it is then; where that has a problem, nothing is changed.
    pub fn change(&mut self, changes: &[Change]) -> Result<Document, Refused> {
        self.hold(changes, Files::new())
    }

    /// The same, where an entry names files that are to lie beside the region file.
    pub fn hold(&mut self, changes: &[Change], files: Files) -> Result<Document, Refused> {
        let (version, document) = self.tried(changes, files)?;
        self.push(version);
        Ok(document)
    }

    /// Reads the map as some changes would make it, and changes nothing.
    pub fn preview(&self, changes: &[Change]) -> Result<Document, Refused> {
        self.tried(changes, Files::new())
            .map(|(_, document)| document)
    }

    fn tried(&self, changes: &[Change], files: Files) -> Result<(Version, Document), Refused> {
        let now = &self.versions[self.now];
        let toml = changed(&now.toml, changes).map_err(Refused::Unchangeable)?;
        let mut beside = now.beside.clone();
        beside.extend(files);
        let version = Version { toml, beside };
        let problem = |report| Refused::Problem(Box::new(report));
        let document = file::load(&self.as_version(&version)).map_err(problem)?;
        if document.unproved.count(Severity::Error) > self.unproved {
            return Err(problem(document.unproved));
        }
        Ok((version, document))
    }

    fn push(&mut self, version: Version) {
        self.versions.truncate(self.now + 1);
        self.versions.push(version);
        self.now += 1;
        if self.saved >= self.now {
            // What was saved is one of those that are no more.
            self.saved = usize::MAX;
        }
    }

    /// Goes back to the version before; `false` at the first.
    pub const fn undo(&mut self) -> bool {
        let can = self.now > 0;
        if can {
            self.now -= 1;
        }
        can
    }

    /// Goes to the version after; `false` at the last.
    pub const fn redo(&mut self) -> bool {
        let can = self.now + 1 < self.versions.len();
        if can {
            self.now += 1;
        }
        can
    }

    /// Tells whether anything would be lost.
    pub fn is_saved(&self) -> bool {
        self.saved == self.now
    }

    /// Writes the texts that are held now, and what they were taken out of, and then the file, each whole or not at all; neither where the file has
    /// changed meanwhile.
    pub fn save(&mut self) -> Result<(), NotSaved> {
        let path = self.file.path().ok_or(NotSaved::Builtin)?.to_owned();
        if !self.file.is_current() {
            return Err(NotSaved::Changed);
        }
        if path
            .metadata()
            .is_ok_and(|there| there.permissions().readonly())
        {
            return Err(NotSaved::ReadOnly);
        }
        self.check_what_it_names()?;
        let version = self.versions[self.now].clone();
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        for (name, bytes) in &version.beside {
            match save(&folder.join(name), bytes, false) {
                // Saved before, with an earlier version.
                Err(Unsaved::Exists) if holds(&folder.join(name), bytes) => {}
                outcome => outcome.map_err(|why| NotSaved::Unwritable(name.clone(), why))?,
            }
        }
        save(&path, version.toml.as_bytes(), true)
            .map_err(|why| NotSaved::Unwritable(self.file.label().to_owned(), why))?;
        self.file = self.file.clone().with_bytes(version.toml);
        self.saved = self.now;
        Ok(())
    }

    /// Reads the version that is to be saved with the files that it names as they are now: a text may have changed since
    /// it was sealed.
    fn check_what_it_names(&self) -> Result<(), NotSaved> {
        let problem = |report: &Diagnostics| {
            let first = report.problems.first();
            NotSaved::Problem(first.map_or_else(String::new, |first| first.message.clone()))
        };
        match self.document() {
            Err(report) => Err(problem(&report)),
            Ok(document) if document.unproved.count(Severity::Error) > self.unproved => {
                Err(problem(&document.unproved))
            }
            Ok(_) => Ok(()),
        }
    }
}

/// Tells whether a file has that in it.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    file::ordinary_file(path, ARTICLE).is_ok_and(|there| there == bytes)
}

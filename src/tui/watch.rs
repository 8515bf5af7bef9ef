//! Watches the open file and what it names, and reads them again once they are saved.
//!
//! Everything happens on a thread of its own that sleeps until the system tells of a change. Folders are watched rather
//! than files: many editors save by putting another file in the place of the old one.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use notify::{
    EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};

use crate::{
    file::{self, Document, RegionFile},
    session::FileProblems,
};

/// A file is read once nothing has been written for so long: saving is several steps.
const QUIET: Duration = Duration::from_millis(50);
/// It is read then in any case.
const LONGEST: Duration = Duration::from_secs(1);

/// Something that happens to a watched file.
#[derive(Debug)]
pub enum FileEvent {
    /// It was read again.
    Saved(Box<Result<Document, FileProblems>>),
    /// It can't be watched, and why.
    Unwatched(String),
}

/// Watches a file, as long as there is somebody to tell.
pub fn watch(file: RegionFile, tell: impl Fn(FileEvent) -> bool + Send + 'static) {
    thread::spawn(move || {
        if let Err(error) = Watch::begin(file).and_then(|mut watch| watch.go_on(&tell)) {
            tell(FileEvent::Unwatched(error.to_string()));
        }
    });
}

struct Watch {
    file: RegionFile,
    files: BTreeSet<PathBuf>,
    watcher: RecommendedWatcher,
    changes: Receiver<notify::Result<notify::Event>>,
}

impl Watch {
    fn begin(file: RegionFile) -> notify::Result<Self> {
        let (send, changes) = mpsc::channel();
        let mut watch = Self {
            files: BTreeSet::new(),
            file,
            watcher: notify::recommended_watcher(send)?,
            changes,
        };
        watch.look()?;
        Ok(watch)
    }

    fn go_on(&mut self, tell: &impl Fn(FileEvent) -> bool) -> notify::Result<()> {
        // It may have been saved between being loaded and being watched.
        let mut saved = !self.file.is_current();
        while saved || self.wait() {
            if !tell(FileEvent::Saved(Box::new(self.read()))) {
                break;
            }
            self.look()?;
            saved = false;
        }
        Ok(())
    }

    /// Watches the folders of all files as they are now, or of what they would lie in, and those that files are looked for
    /// in.
    fn look(&mut self) -> notify::Result<()> {
        self.files.extend(self.file.files());
        let nearest = |path: &PathBuf| path.ancestors().find(|it| it.is_dir()).map(Path::to_owned);
        let folders = self.files.iter().filter_map(nearest);
        let folders: BTreeSet<_> = folders.collect();
        folders
            .iter()
            .try_for_each(|folder| self.watcher.watch(folder, RecursiveMode::NonRecursive))
    }

    /// Sleeps until something is saved, and until that is done; or `false` when there is nothing to watch any more.
    fn wait(&self) -> bool {
        loop {
            match self.changes.recv() {
                Ok(change) if self.matters(&change) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        let began = Instant::now();
        while began.elapsed() < LONGEST {
            match self.changes.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }

    /// Tells whether a change can be one of the files, or of what lies in a folder that they are looked for in. That they
    /// are read is none: they are read here.
    fn matters(&self, change: &notify::Result<notify::Event>) -> bool {
        let Ok(event) = change else { return true };
        let is_read = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        };
        let is_in_ours = |path: &PathBuf| path.parent().is_some_and(|it| self.files.contains(it));
        let is_ours = |path: &PathBuf| {
            is_in_ours(path) || self.files.iter().any(|file| file.starts_with(path))
        };
        event.need_rescan() || (!is_read && event.paths.iter().any(is_ours))
    }

    fn read(&mut self) -> Result<Document, FileProblems> {
        self.file = self
            .file
            .reopen()
            .map_err(|error| FileProblems::Unreadable {
                label: self.file.label().to_owned(),
                why: error.to_string(),
            })?;
        file::load(&self.file).map_err(FileProblems::Broken)
    }
}

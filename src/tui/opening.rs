//! A map that is opened: at once where its file is small, and aside where it is large.

use std::{
    convert::Infallible,
    panic::resume_unwind,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crate::{
    file::{self, RegionFile},
    session::{FileProblems, Session, World},
};

/// Files of so many bytes are read on a thread of their own; what is smaller takes no longer than a thread and a frame.
const LARGE: usize = 256 * 1024;

/// The time until which a file may be read without a word about it.
const SOON: Duration = Duration::from_millis(30);

/// A map as the screen begins with it.
#[derive(Debug)]
pub struct Opened {
    /// All that is loaded of its file.
    pub world: World,
    /// The place in it where its user begins.
    pub session: Session,
    /// The problems with its file, which leave a map.
    pub problems: Option<FileProblems>,
}

/// A map that is opened, or `E` where there is none.
#[derive(Debug)]
pub struct Opening<E>(Way<E>);

/// The way in which it is opened.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of them")]
pub enum Way<E> {
    Done(Result<Opened, E>),
    Aside(Aside<E>),
}

/// A map that is read on a thread of its own.
#[derive(Debug)]
pub struct Aside<E> {
    pub reader: JoinHandle<Result<Opened, E>>,
    /// Closed as soon as the reader is done.
    done: Receiver<Infallible>,
    since: Instant,
    /// Reads the map without its entries.
    pub ground: JoinHandle<Option<World>>,
    /// The name of its file for people.
    pub name: String,
    /// The bytes that are read.
    pub bytes: usize,
}

impl<E> Opening<E> {
    /// A map that is there.
    pub fn done(opened: Opened) -> Self {
        Self(Way::Done(Ok(opened)))
    }

    /// Waits for a moment for what may be read soon.
    pub(super) fn soon(self) -> Way<E> {
        match self.0 {
            Way::Aside(aside) if aside.is_done_soon() => {
                let read = aside.reader.join();
                Way::Done(read.unwrap_or_else(|panic| resume_unwind(panic)))
            }
            way => way,
        }
    }
}

impl<E: Send + 'static> Opening<E> {
    /// Opens the map of a file by what reads so many bytes of it, and of others that go with it.
    pub fn begin(
        file: &RegionFile,
        bytes: usize,
        read: impl FnOnce() -> Result<Opened, E> + Send + 'static,
    ) -> Self {
        if bytes < LARGE {
            return Self(Way::Done(read()));
        }
        let (open, done) = mpsc::channel();
        let head = file.clone();
        Self(Way::Aside(Aside {
            reader: thread::spawn(move || {
                let read = read();
                drop(open);
                read
            }),
            done,
            since: Instant::now(),
            ground: thread::spawn(move || {
                let known = file::load(&head.head()?).ok()?;
                Some(World::new(known.atlas, known.map))
            }),
            name: file.name(),
            bytes,
        }))
    }
}

impl<E> Aside<E> {
    fn is_done_soon(&self) -> bool {
        let left = SOON.saturating_sub(self.since.elapsed());
        self.done.recv_timeout(left) == Err(RecvTimeoutError::Disconnected)
    }
}

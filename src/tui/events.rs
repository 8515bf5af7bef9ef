//! Events from outside, in one channel that the loop can sleep on.

use std::{
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use ratatui::crossterm::event::{KeyEvent, MouseEvent};
#[cfg(unix)]
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};
#[cfg(unix)]
use std::{
    io::{PipeReader, PipeWriter, pipe},
    thread::JoinHandle,
};

#[cfg(unix)]
use super::decode::{Decoder, Pressed};
use super::{
    action::Cited,
    adding::{self, Begun},
    clipboard::{self, Delivery},
    flow::Flow,
    watch::{self, FileEvent},
};
#[cfg(unix)]
use super::{
    errand::{Ended, is_away},
    terminal,
};
use crate::{atlas::Date, file::RegionFile};

/// Something from outside.
#[derive(Debug)]
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Resize,
    /// The moment has come that was waited for.
    Time,
    /// The terminal has shown a frame.
    Shown,
    /// The outcome for a citation that was to be copied.
    Copied(Cited, Delivery),
    /// The outcome for an article that was to be read, by its name.
    Article(String, Begun),
    /// The program is told to end, by the signal of that number.
    Signal(i32),
    /// The program is told to stop for a while.
    Stop,
    /// It goes on.
    Continue,
    /// Work that was begun aside is done.
    Done,
    /// The open file was saved, or can't be watched.
    File(FileEvent),
    /// The program that had the terminal has ended.
    #[cfg(unix)]
    Ended(io::Result<Ended>),
    /// The terminal can't be read any more.
    Lost(io::Error),
}

/// The two ends of the channel.
#[derive(Debug)]
pub struct Events {
    inbox: Receiver<Event>,
    outbox: Sender<Event>,
    /// The thread that reads keys, and what has it stop once it is dropped.
    #[cfg(unix)]
    reading: Option<(PipeWriter, JoinHandle<()>)>,
}

impl Events {
    /// Opens the channel and listens for signals, so that none is missed while the terminal is taken over.
    pub fn new() -> io::Result<Self> {
        let (outbox, inbox) = mpsc::channel();
        signals(outbox.clone())?;
        Ok(Self {
            inbox,
            outbox,
            #[cfg(unix)]
            reading: None,
        })
    }

    /// Listens for keys from now on, after those that were typed before, until the terminal is left.
    #[cfg(unix)]
    pub fn read_terminal(&mut self, typed: Vec<u8>) -> io::Result<()> {
        let outbox = self.outbox.clone();
        let (stop, stopper) = pipe()?;
        let thread = thread::spawn(move || {
            if let Err(error) = keys(&outbox, &typed, &stop) {
                // Where nobody listens there is nobody to tell.
                let _ = outbox.send(Event::Lost(error));
            }
        });
        self.reading = Some((stopper, thread));
        Ok(())
    }

    /// Leaves the terminal to another program: no key that is typed from now on comes here.
    #[cfg(unix)]
    pub fn leave_terminal(&mut self) {
        if let Some((stopper, thread)) = self.reading.take() {
            drop(stopper);
            let _ = thread.join();
        }
    }

    /// Has a thread wait for something, and tell of it.
    pub fn tell_when_it_ends(&self, wait: impl FnOnce(&dyn Fn(Event)) + Send + 'static) {
        let outbox = self.outbox.clone();
        thread::spawn(move || {
            wait(&|event| {
                let _ = outbox.send(event);
            });
        });
    }

    /// Sleeps until something comes.
    #[cfg(unix)]
    pub fn receive(&self) -> io::Result<Event> {
        self.inbox.recv().map_err(io::Error::other)
    }

    /// Has events come again, later.
    pub fn put_back(&self, events: Vec<Event>) {
        for event in events {
            let _ = self.outbox.send(event);
        }
    }

    /// Listens for keys from now on, after those that were typed before.
    #[cfg(not(unix))]
    pub fn read_terminal(&mut self, typed: Vec<u8>) -> io::Result<()> {
        let outbox = self.outbox.clone();
        thread::spawn(move || {
            if let Err(error) = keys(&outbox, &typed) {
                // Where nobody listens there is nobody to tell.
                let _ = outbox.send(Event::Lost(error));
            }
        });
        Ok(())
    }

    /// Listens for changes of a file from now on.
    pub fn watch(&self, file: RegionFile) {
        let outbox = self.outbox.clone();
        watch::watch(file, move |seen| outbox.send(Event::File(seen)).is_ok());
    }

    /// Copies a text aside, for a clipboard may take its time, and tells what became of it.
    pub fn copy(&self, cited: Cited, text: String) {
        let outbox = self.outbox.clone();
        thread::spawn(move || outbox.send(Event::Copied(cited, clipboard::copy(&text))));
    }

    /// Reads an article aside, and tells what became of it.
    pub fn read_article(&self, file: Option<RegionFile>, name: String, today: Date) {
        let outbox = self.outbox.clone();
        thread::spawn(move || {
            let begun = adding::read(file.as_ref(), &name, today);
            outbox.send(Event::Article(name, begun))
        });
    }

    /// Sleeps until something comes or a moment has come, then gives all there is.
    pub fn wait(&self, until: Option<Instant>) -> impl Iterator<Item = Event> + '_ {
        let first = match until {
            Some(moment) => match self
                .inbox
                .recv_timeout(moment.saturating_duration_since(Instant::now()))
            {
                Err(RecvTimeoutError::Timeout) => Some(Event::Time),
                received => received.ok(),
            },
            None => self.inbox.recv().ok(),
        };
        first.into_iter().chain(self.inbox.try_iter())
    }

    /// Waits for answers that are on their way, since whoever gets the terminal next would take them for keys. What else
    /// comes meanwhile is kept.
    pub fn catch_up(&self, flow: &mut Flow) {
        let last = Instant::now() + LEAVING;
        let mut kept = Vec::new();
        while let Some(late) = flow.late() {
            let left = late.min(last).saturating_duration_since(Instant::now());
            match self.inbox.recv_timeout(left) {
                Ok(Event::Shown) => flow.answered(Instant::now()),
                Ok(event) => kept.push(event),
                Err(_) => break,
            }
            if let Some(Event::Lost(_)) = kept.last() {
                break;
            }
        }
        self.put_back(kept);
    }
}

/// The longest that answers are waited for before the terminal is left.
const LEAVING: Duration = Duration::from_secs(2);
/// A sequence takes no longer to come in, once it has begun.
#[cfg(unix)]
const SEQUENCE: Duration = Duration::from_secs(1);
/// An escape is the key when nothing follows for so long.
#[cfg(unix)]
const ESCAPE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// Passes on what is pressed, until nobody listens, the terminal is gone, or the other end of `stop` is dropped.
#[cfg(unix)]
fn keys(outbox: &Sender<Event>, typed: &[u8], stop: &PipeReader) -> io::Result<()> {
    let input = terminal::input()?;
    let mut decoder = Decoder::default();
    let mut pressed = decoder.decode(typed);
    // No frame was asked about yet.
    pressed.retain(|pressed| *pressed != Pressed::Shown);
    let (mut bytes, mut last) = ([0; 1024], Instant::now());
    loop {
        for pressed in pressed.drain(..) {
            let event = match pressed {
                Pressed::Key(key) => Event::Key(key),
                Pressed::Mouse(mouse) => Event::Mouse(mouse),
                Pressed::Shown => Event::Shown,
            };
            if outbox.send(event).is_err() {
                return Ok(());
            }
        }
        let mut ready = [
            PollFd::new(&input, PollFlags::IN),
            PollFd::new(stop, PollFlags::IN),
        ];
        let polled = poll(&mut ready, decoder.is_escaped().then_some(&ESCAPE));
        if !ready[1].revents().is_empty() {
            return Ok(());
        }
        let count = match polled {
            Ok(0) => {
                pressed.extend(decoder.pause());
                continue;
            }
            Ok(_) => rustix::io::read(&input, &mut bytes),
            Err(error) => Err(error),
        };
        if last.elapsed() > SEQUENCE {
            decoder.pause();
        }
        last = Instant::now();
        match count {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => pressed = decoder.decode(&bytes[..count]),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Passes on what is pressed, until nobody listens or the terminal is gone.
#[cfg(not(unix))]
fn keys(outbox: &Sender<Event>, _: &[u8]) -> io::Result<()> {
    use ratatui::crossterm::event::{self, KeyEventKind, MouseEventKind};
    loop {
        let event = match event::read()? {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => Event::Key(key),
            event::Event::Mouse(mouse) if mouse.kind != MouseEventKind::Moved => {
                Event::Mouse(mouse)
            }
            event::Event::Resize(..) => Event::Resize,
            _ => continue,
        };
        if outbox.send(event).is_err() {
            return Ok(());
        }
    }
}

/// Passes signals on: that the size has changed, and that the program is to stop, to go on or to end. Told to end a second time, when the
/// loop seems stuck, it gives the terminal back and ends at once.
#[cfg(unix)]
fn signals(outbox: Sender<Event>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH])?;
    thread::spawn(move || {
        let mut asked_to_end = false;
        for signal in signals.forever() {
            // Typed for the program that has the terminal.
            if is_away() && matches!(signal, SIGCONT | SIGINT | SIGQUIT | SIGTSTP) {
                continue;
            }
            let event = match signal {
                SIGWINCH => Event::Resize,
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                signal => Event::Signal(signal),
            };
            let end = matches!(event, Event::Signal(_));
            let sent = outbox.send(event);
            if end && (asked_to_end || sent.is_err()) {
                terminal::restore();
                std::process::exit(128 + signal);
            }
            asked_to_end |= end;
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn signals(_: Sender<Event>) -> io::Result<()> {
    Ok(())
}

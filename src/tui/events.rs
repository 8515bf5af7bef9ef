//! Events from outside, in one channel that the loop can sleep on.

use std::{
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Instant,
};

use ratatui::crossterm::event::{self, KeyEvent, KeyEventKind, MouseEvent, MouseEventKind};

use super::{
    action::Cited,
    ask::Late,
    clipboard::{self, Delivery},
    terminal,
    watch::{self, FileEvent},
};
use crate::file::RegionFile;

/// Something from outside.
#[derive(Debug)]
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Resize,
    /// It is time for the next date, while time goes on by itself.
    Tick,
    /// The outcome for a citation that was to be copied.
    Copied(Cited, Delivery),
    /// The program is told to end, by the signal of that number.
    Signal(i32),
    /// The open file was saved, or can't be watched.
    File(FileEvent),
    /// The terminal can't be read any more.
    Lost(io::Error),
}

/// The two ends of the channel.
#[derive(Debug)]
pub struct Events {
    inbox: Receiver<Event>,
    outbox: Sender<Event>,
}

impl Events {
    /// Opens the channel and listens for signals, so that none is missed while the terminal is taken over.
    pub fn new() -> io::Result<Self> {
        let (outbox, inbox) = mpsc::channel();
        signals(outbox.clone())?;
        Ok(Self { inbox, outbox })
    }

    /// Listens for keys from now on; where a reply of the terminal is pending, that is none of them.
    pub fn read_terminal(&self, reply_pending: bool) {
        let outbox = self.outbox.clone();
        thread::spawn(move || {
            let mut late = reply_pending.then(Late::default);
            let mut answers = |key: &KeyEvent| {
                let late = late.as_mut();
                late.is_some_and(|late| late.swallows(key, Instant::now()))
            };
            loop {
                let event = match event::read() {
                    Ok(event::Event::Key(key)) if answers(&key) => continue,
                    Ok(event::Event::Key(key)) if key.kind != KeyEventKind::Release => {
                        Event::Key(key)
                    }
                    Ok(event::Event::Mouse(mouse)) if mouse.kind != MouseEventKind::Moved => {
                        Event::Mouse(mouse)
                    }
                    Ok(event::Event::Resize(..)) if cfg!(not(unix)) => Event::Resize,
                    Ok(_) => continue,
                    Err(error) => Event::Lost(error),
                };
                let last = matches!(event, Event::Lost(_));
                if outbox.send(event).is_err() || last {
                    return;
                }
            }
        });
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

    /// Sleeps until something comes, or it is time for the next tick, then gives all there is.
    pub fn wait(&self, next_tick: Option<Instant>) -> impl Iterator<Item = Event> + '_ {
        let first = match next_tick {
            Some(tick) => match self
                .inbox
                .recv_timeout(tick.saturating_duration_since(Instant::now()))
            {
                Err(RecvTimeoutError::Timeout) => Some(Event::Tick),
                received => received.ok(),
            },
            None => self.inbox.recv().ok(),
        };
        first.into_iter().chain(self.inbox.try_iter())
    }
}

/// Passes signals on: that the size has changed, and that the program is to end. Told to end a second time, when the
/// loop seems stuck, it gives the terminal back and ends at once.
#[cfg(unix)]
fn signals(outbox: Sender<Event>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH])?;
    thread::spawn(move || {
        let mut asked_to_end = false;
        for signal in signals.forever() {
            let end = signal != SIGWINCH;
            let sent = outbox.send(if end {
                Event::Signal(signal)
            } else {
                Event::Resize
            });
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

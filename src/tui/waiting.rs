//! The screen while a large file is read: it says so, and heeds what needs no map.

use std::{
    io,
    panic::resume_unwind,
    sync::mpsc::{self, Receiver},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::{
    action::Action,
    events::{Event, Events},
    front::Front,
    key::Key,
    mode_name::ModeName,
    opening::{Aside, Opened},
    options::Options,
    terminal,
    unread::Unread,
    view,
};

/// The first frame waits so long for the ground under the map, which most files have by then.
const GROUND: Duration = Duration::from_millis(10);

/// The way the screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// By the user's wish.
    Quit,
    /// By the signal of that number; a shell expects the exit code 128 more.
    Signal(i32),
}

/// The end of the wait.
pub enum Waited<E> {
    /// The map, or why there is none; with the events that wait for it, where keys are heard already.
    Read(Result<Opened, E>, Option<Vec<Event>>),
    /// The screen was left before.
    Left(Ending),
}

/// Shows that a file is read until it is. A key that leaves the screen or stops the program is heeded at once, unless it may
/// be a letter of a name that is typed; all others wait for the map, as they do wherever a program is slow to start.
pub fn wait<E: Send + 'static>(
    aside: Aside<E>,
    front: &mut Front,
    options: &Options,
) -> io::Result<Waited<E>> {
    front.events.read_terminal(options.typed.clone())?;
    let map = told(&front.events, aside.reader);
    let ground = told(&front.events, aside.ground);
    let mut unread = Unread {
        name: aside.name,
        bytes: aside.bytes,
        options,
        size: terminal::size()?.0,
        ground: None,
    };
    if let Ok(world) = ground.recv_timeout(GROUND) {
        unread.know(resumed(world));
        fit(&mut unread, front)?;
    }
    let (mut kept, mut behind) = (Vec::new(), true);
    loop {
        if behind && front.flow.is_open(Instant::now()) {
            show(&unread, front)?;
            behind = false;
        }
        let late = front.flow.late().filter(|_| behind);
        let batch: Vec<Event> = front.events.wait(late).collect();
        let mut batch = batch.into_iter();
        while let Some(event) = batch.next() {
            match event {
                Event::Key(key) => {
                    let key = Key::from(key);
                    match options.keymap.action(ModeName::Browse, key) {
                        Some(Action::Quit) if !may_be_typed(key, &kept) => {
                            return Ok(Waited::Left(Ending::Quit));
                        }
                        // Where there is no shell to go back to, that is told on the map.
                        Some(Action::Suspend) if terminal::suspend().is_ok() => {}
                        _ => kept.push(event),
                    }
                }
                Event::Done => {
                    if let Ok(world) = ground.try_recv() {
                        unread.know(resumed(world));
                        fit(&mut unread, front)?;
                        behind = true;
                    }
                    if let Ok(read) = map.try_recv() {
                        kept.extend(batch);
                        return Ok(Waited::Read(resumed(read), Some(kept)));
                    }
                }
                Event::Resize => {
                    fit(&mut unread, front)?;
                    behind = true;
                }
                Event::Stop | Event::Continue => {
                    front.come_back(&event)?;
                    fit(&mut unread, front)?;
                    behind = true;
                }
                Event::Shown => front.flow.answered(Instant::now()),
                Event::Signal(signal) => return Ok(Waited::Left(Ending::Signal(signal))),
                Event::Lost(error) => return Err(error),
                // What is clicked on is not there yet.
                Event::Mouse(_) | Event::Time => {}
                _ => kept.push(event),
            }
        }
    }
}

/// The outcome of a thread, of which an event tells.
fn told<T: Send + 'static>(events: &Events, thread: JoinHandle<T>) -> Receiver<thread::Result<T>> {
    let (send, receive) = mpsc::channel();
    events.tell_when_it_ends(move |tell| {
        // Where nobody listens there is nobody to tell.
        let _ = send.send(thread.join());
        tell(Event::Done);
    });
    receive
}

/// The outcome of a thread; where it has panicked, so does this one.
fn resumed<T>(done: thread::Result<T>) -> T {
    done.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Tells whether a key may be a letter of a name, as letters were typed before it.
fn may_be_typed(key: Key, before: &[Event]) -> bool {
    let is_letter =
        |event: &Event| matches!(event, Event::Key(key) if Key::from(*key).char().is_some());
    key.char().is_some() && before.iter().any(is_letter)
}

/// Takes in how large the terminal is.
fn fit(unread: &mut Unread, front: &Front) -> io::Result<()> {
    let pixels = front.canvas.pixels(terminal::pixels());
    unread.fit(terminal::size()?.0, pixels);
    Ok(())
}

fn show(unread: &Unread, front: &mut Front) -> io::Result<()> {
    let canvas = &mut front.canvas;
    let bytes = front.screen.draw(
        unread.size,
        unread.options.marker,
        front.flow.question(),
        |buf| view::unread(unread, buf),
        |shown, cleared, out| match &unread.ground {
            Some((state, world)) => canvas.draw(state, world, shown, cleared, out),
            None => Ok(()),
        },
    )?;
    front.sent(bytes);
    Ok(())
}

//! The screen: terminal event → [`keymap`] → [`Action`] → [`update`] → [`draw`].
//!
//! [`World`] is what is loaded, [`State`] what of it is shown. One function changes the state, one place carries out an
//! [`Effect`], views only read. The loop sleeps on a channel: while nothing happens, nothing runs.

mod action;
mod clipboard;
mod events;
mod graphics;
mod hit;
mod key;
pub mod keymap;
mod layout;
mod list;
mod look;
mod mouse;
mod navigate;
mod page;
mod plain;
mod reading;
mod state;
mod terminal;
mod time;
mod update;
mod view;
mod wire;

use std::{io, time::Instant};

pub use action::{Action, Direction, Scroll, Size, Way, Zoom};
pub use clipboard::Delivery;
pub use graphics::Graphics;
pub use hit::actions as pointed;
pub use key::Key;
pub use keymap::Keymap;
pub use layout::{Focus, Layout, Pane};
pub use mouse::Pointer;
pub use plain::converse;
pub use reading::{Choice, Cited, Reader};
pub use state::{Mode, ModeName, State, World};
pub use terminal::size as terminal_size;
pub use update::{Effect, update};
pub use view::draw;

use crate::{
    atlas::Date,
    scene::{Marker, Theme},
};
use events::{Event, Events};
use graphics::Canvas;
use mouse::Mouse;
use terminal::Screen;

/// How the screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Quit,
    /// By the signal of that number; a shell expects the exit code 128 more.
    Signal(i32),
}

/// Shows the world at a date until it is left; the terminal is then as it was, whatever happened. Without `mouse` the
/// terminal keeps the mouse to itself, to select text with.
pub fn run(
    world: &World,
    marker: Marker,
    theme: Theme,
    date: Date,
    mouse: bool,
    graphics: Graphics,
) -> io::Result<Ending> {
    let events = Events::new()?;
    let mut screen = Screen::open(mouse)?;
    let mut pointer = Mouse::default();
    let mut state = State::new(world, marker, theme, date, terminal::size()?);
    let mut canvas = Canvas::new(graphics);
    state.pixels = canvas.pixels(terminal::pixels());
    frame(&mut screen, &mut canvas, &state, world)?;
    events.read_terminal();
    loop {
        let mut changed = false;
        for event in events.wait() {
            let actions = match event {
                Event::Key(key) => state.action(world, key.into()).into_iter().collect(),
                Event::Mouse(event) => pointer
                    .pointer(event, Instant::now())
                    .map(|(pointer, at)| pointed(&state, world, pointer, at))
                    .unwrap_or_default(),
                Event::Resize => {
                    state.pixels = canvas.pixels(terminal::pixels());
                    vec![Action::Resize(terminal::size()?)]
                }
                Event::Signal(signal) => return Ok(Ending::Signal(signal)),
                Event::Copied(cited, delivery) => vec![Action::Copied(cited, delivery)],
                Event::Lost(error) => return Err(error),
            };
            for action in actions {
                match update(&mut state, world, action) {
                    Some(Effect::Quit) => return Ok(Ending::Quit),
                    Some(Effect::Copy(cited, text)) => events.copy(cited, text),
                    None => changed = true,
                }
            }
        }
        if changed {
            frame(&mut screen, &mut canvas, &state, world)?;
        }
    }
}

fn frame(screen: &mut Screen, canvas: &mut Canvas, state: &State, world: &World) -> io::Result<()> {
    screen.draw(
        state.size,
        |buf| draw(state, world, buf),
        |shown, cleared, out| canvas.draw(state, world, shown, cleared, out),
    )
}

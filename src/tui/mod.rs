//! The screen: terminal event → [`keymap`] → [`Action`] → [`update`] → [`draw`].
//!
//! [`World`] is what is loaded, [`State`] what of it is shown. One function changes the state, one place carries out an
//! [`Effect`], views only read. The loop sleeps on a channel: while nothing happens, nothing runs.

mod action;
mod ask;
mod clipboard;
mod events;
mod graphics;
mod hit;
mod input;
mod key;
pub mod keymap;
mod layout;
mod list;
mod look;
mod mouse;
mod navigate;
mod page;
mod palette;
mod plain;
mod reading;
mod rebind;
mod reload;
mod scroll;
mod search;
mod sgr;
mod state;
mod switchboard;
mod terminal;
mod time;
mod trouble;
mod update;
mod view;
mod watch;
mod wire;

use std::{io, time::Instant};

pub use action::{Action, Direction, Scroll, Size, Way, Zoom};
pub use ask::{Answers, Questions};
pub use clipboard::Delivery;
pub use graphics::Graphics;
pub use hit::actions as pointed;
pub use input::{Edit, Input};
pub use key::Key;
pub use keymap::Keymap;
pub use layout::{Focus, Layout, Pane};
pub use mouse::Pointer;
pub use plain::converse;
pub use reading::{Choice, Cited, Reader};
pub use reload::reload;
pub use search::{Before, Prompt};
pub use state::{Mode, ModeName, Names, State, World};
pub use terminal::size as terminal_size;
pub use trouble::Trouble;
pub use update::{Effect, update};
pub use view::{MapPane, WINDOW, draw};

use crate::{
    atlas::state::Snapshot,
    file::RegionFile,
    scene::{Marker, Theme},
};
use events::{Event, Events};
use graphics::Canvas;
use mouse::Mouse;
use terminal::Screen;
use watch::Seen;

/// What the screen starts with.
#[derive(Clone, Debug)]
pub struct Options {
    pub marker: Marker,
    pub theme: Theme,
    pub names: Names,
    /// Without it the terminal keeps the mouse to itself, to select text with.
    pub mouse: bool,
    /// What the map is drawn as.
    pub graphics: Graphics,
    /// The state that is shown first.
    pub snapshot: Snapshot,
    /// Whether the terminal may still answer what it was asked.
    pub owed: bool,
}

/// How the screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Quit,
    /// By the signal of that number; a shell expects the exit code 128 more.
    Signal(i32),
}

/// Shows the world of a file until it is left; the terminal is then as it was, whatever happened.
pub fn run(file: RegionFile, mut world: World, options: Options) -> io::Result<Ending> {
    let Options {
        marker,
        theme,
        names,
        mouse,
        graphics,
        snapshot,
        owed,
    } = options;
    let events = Events::new()?;
    let mut screen = Screen::open(mouse)?;
    let mut pointer = Mouse::default();
    let mut state = State::new(&world, marker, theme, snapshot.date, terminal::size()?);
    state.snapshot = snapshot;
    state.names = names;
    let mut canvas = Canvas::new(graphics);
    state.pixels = canvas.pixels(terminal::pixels());
    frame(&mut screen, &mut canvas, &state, &world)?;
    events.read_terminal(owed);
    if file.is_on_disk() {
        events.watch(file);
    }
    loop {
        let mut changed = false;
        for event in events.wait() {
            let actions = match event {
                Event::Key(key) => state.action(&world, key.into()).into_iter().collect(),
                Event::Mouse(event) => pointer
                    .pointer(event, Instant::now())
                    .map(|(pointer, at)| pointed(&state, &world, pointer, at))
                    .unwrap_or_default(),
                Event::Resize => {
                    state.pixels = canvas.pixels(terminal::pixels());
                    vec![Action::Resize(terminal::size()?)]
                }
                Event::File(Seen::Saved(read)) => {
                    reload(&mut state, &mut world, *read);
                    vec![Action::Scroll(Scroll::Stay)]
                }
                Event::File(Seen::Blind(why)) => {
                    world.blind = Some(why);
                    vec![Action::Scroll(Scroll::Stay)]
                }
                Event::Signal(signal) => return Ok(Ending::Signal(signal)),
                Event::Copied(cited, delivery) => vec![Action::Copied(cited, delivery)],
                Event::Lost(error) => return Err(error),
            };
            for action in actions {
                match update(&mut state, &world, action) {
                    Some(Effect::Quit) => return Ok(Ending::Quit),
                    Some(Effect::Copy(cited, text)) => events.copy(cited, text),
                    None => changed = true,
                }
            }
        }
        if changed {
            frame(&mut screen, &mut canvas, &state, &world)?;
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

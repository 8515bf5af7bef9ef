//! The screen: terminal event → [`keymap`] → [`Action`] → [`update`] → [`view`].
//!
//! [`World`] is what is loaded, [`State`] what of it is shown. One function changes the state, one place carries out an
//! [`Effect`], views only read. The loop sleeps on a channel: while nothing happens, nothing runs.

mod action;
mod events;
mod key;
pub mod keymap;
mod layout;
mod navigate;
mod page;
mod reload;
mod state;
mod terminal;
mod trouble;
mod update;
mod view;
mod watch;
mod wire;

use std::io;

pub use action::{Action, Direction, Scroll, Size};
pub use key::Key;
pub use keymap::Keymap;
pub use layout::{Focus, Layout, Pane};
pub use reload::reload;
pub use state::{Mode, ModeName, State, World};
pub use terminal::size as terminal_size;
pub use trouble::Trouble;
pub use update::{Effect, update};
pub use view::draw;

use crate::{
    atlas::Date,
    file::RegionFile,
    scene::{Marker, Theme},
};
use events::{Event, Events};
use terminal::Screen;
use watch::Seen;

/// How the screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Quit,
    /// By the signal of that number; a shell expects the exit code 128 more.
    Signal(i32),
}

/// Shows the world of a file at a date until it is left; the terminal is then as it was, whatever happened.
pub fn run(
    file: RegionFile,
    mut world: World,
    marker: Marker,
    theme: Theme,
    date: Date,
) -> io::Result<Ending> {
    let events = Events::new()?;
    let mut screen = Screen::open()?;
    let mut state = State::new(&world, marker, theme, date, terminal::size()?);
    screen.draw(state.size, |buf| draw(&state, &world, buf))?;
    events.read_terminal();
    if file.is_on_disk() {
        events.watch(file);
    }
    loop {
        let mut changed = false;
        for event in events.wait() {
            let action = match event {
                Event::Key(key) => world.keymap.action(state.mode.name(), key.into()),
                Event::Resize => Some(Action::Resize(terminal::size()?)),
                Event::File(Seen::Saved(read)) => {
                    reload(&mut state, &mut world, *read);
                    Some(Action::Scroll(Scroll::Stay))
                }
                Event::File(Seen::Blind(why)) => {
                    world.blind = Some(why);
                    Some(Action::Scroll(Scroll::Stay))
                }
                Event::Signal(signal) => return Ok(Ending::Signal(signal)),
                Event::Lost(error) => return Err(error),
            };
            let Some(action) = action else { continue };
            match update(&mut state, &world, action) {
                Some(Effect::Quit) => return Ok(Ending::Quit),
                None => changed = true,
            }
        }
        if changed {
            screen.draw(state.size, |buf| draw(&state, &world, buf))?;
        }
    }
}

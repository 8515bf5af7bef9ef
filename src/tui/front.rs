//! The terminal as the screen has it: what comes from it, and what is shown on it.

use std::{io, time::Instant};

use super::{
    events::{Event, Events},
    flow::Flow,
    graphics::Canvas,
    options::Options,
    state::State,
    terminal::Screen,
    view,
};
use crate::session::World;

/// The terminal, taken over until this is dropped.
pub struct Front {
    pub screen: Screen,
    pub events: Events,
    pub canvas: Canvas,
    pub flow: Flow,
}

impl Front {
    /// Takes the terminal over.
    pub fn open(options: &Options) -> io::Result<Self> {
        let events = Events::new()?;
        Ok(Self {
            screen: Screen::open(options.mouse)?,
            events,
            canvas: Canvas::new(options.graphics),
            flow: options.flow.clone(),
        })
    }

    /// Waits for answers that are on their way; see [`Events::catch_up`].
    pub fn catch_up(&mut self) {
        self.events.catch_up(&mut self.flow);
    }

    /// Stops where that is asked for, and takes the terminal over again when the program goes on.
    pub fn come_back(&mut self, event: &Event) -> io::Result<()> {
        #[cfg(unix)]
        if matches!(event, Event::Stop) {
            self.catch_up();
            return self.screen.stop();
        }
        self.screen.take()
    }

    /// Shows a frame of the map.
    pub fn show(&mut self, state: &State, world: &World) -> io::Result<()> {
        let canvas = &mut self.canvas;
        let bytes = self.screen.draw(
            state.size,
            state.marker,
            self.flow.question(),
            |buf| view::draw(state, world, buf),
            |shown, cleared, out| canvas.draw(state, world, shown, cleared, out),
        )?;
        self.sent(bytes);
        Ok(())
    }

    /// Counts the bytes of a frame as being on their way.
    pub fn sent(&mut self, bytes: usize) {
        if bytes > 0 {
            self.flow.sent(bytes, Instant::now());
        }
    }
}

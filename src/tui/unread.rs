//! The screen of a map that is not read yet, as far as it is known.

use super::{
    action::{Action, Size},
    options::Options,
    state::State,
    update::advance,
};
use crate::session::{Session, World};

/// A map while its file is read.
pub struct Unread<'a> {
    /// The name of the file for people.
    pub name: String,
    /// The bytes that are read.
    pub bytes: usize,
    /// The looks of the screen.
    pub options: &'a Options,
    /// As the terminal last said.
    pub size: Size,
    /// The map without its entries, once that is known.
    pub ground: Option<(State, World)>,
}

impl Unread<'_> {
    /// Takes in the map without its entries, if there is one.
    pub fn know(&mut self, world: Option<World>) {
        self.ground = world.map(|world| {
            let session = Session::at(&world, world.atlas.as_of);
            let &Options { marker, theme, .. } = self.options;
            let keymap = self.options.keymap.clone();
            let state = State::new(session, &world, keymap, marker, theme, self.size);
            (state, world)
        });
    }

    /// Fits it to the terminal: its size, and the columns and rows of pixels in a cell where it is drawn in them.
    pub fn fit(&mut self, size: Size, pixels: Option<(u16, u16)>) {
        self.size = size;
        if let Some((state, world)) = &mut self.ground {
            state.pixels = pixels;
            advance(state, world, Action::Resize(size));
        }
    }
}

//! The picture that the terminal shows, sent again only when it is another.

use std::{
    io::{self, Write},
    sync::Arc,
    sync::atomic::{AtomicBool, Ordering},
};

use ratatui::{
    buffer::Buffer,
    crossterm::{cursor::MoveTo, queue},
    layout::Rect,
};

use super::{
    super::{
        state::State,
        view::{self, WINDOW},
        wire,
    },
    Graphics, id,
};
use crate::{
    scene::{Resolution, Scene, Theme},
    session::World,
};

/// The picture on the terminal.
#[derive(Debug)]
pub struct Canvas {
    graphics: Graphics,
    shown: Option<Shown>,
}

/// All that the picture is made of: much cheaper to compare than its pixels.
#[derive(Debug)]
struct Shown {
    scene: Arc<Scene>,
    theme: Theme,
    area: Rect,
    /// Columns and rows of pixels in a cell.
    cell: (usize, usize),
    /// The cells through which it is seen, row by row.
    windows: Vec<bool>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.scene.has_picture_of(&other.scene)
            && self.theme == other.theme
            && self.area == other.area
            && self.cell == other.cell
            && self.windows == other.windows
    }
}

/// A cell of most terminals, in pixels; what scales pictures to cells needs no better.
const CELL: (u16, u16) = (10, 20);

/// The terminal keeps a picture apart from the cells, that must be taken away.
static KEPT: AtomicBool = AtomicBool::new(false);

/// Takes the picture away, if the terminal keeps one.
pub fn take_away(out: &mut impl Write) -> io::Result<()> {
    if KEPT.swap(false, Ordering::SeqCst) {
        Graphics::Kitty.remove(id(), out)?;
    }
    Ok(())
}

impl Canvas {
    pub fn new(graphics: Graphics) -> Self {
        Self {
            graphics,
            shown: None,
        }
    }

    /// Columns and rows of pixels in a cell where the map is drawn in them; `reported` is what the terminal says of its own.
    pub fn pixels(&self, reported: Option<(u16, u16)>) -> Option<(u16, u16)> {
        match self.graphics {
            Graphics::Cells => None,
            Graphics::Sixel => reported,
            Graphics::Kitty | Graphics::Iterm2 => Some(reported.unwrap_or(CELL)),
        }
    }

    /// Writes what brings the picture up to date under a screen that is shown already.
    pub fn draw(
        &mut self,
        state: &State,
        world: &World,
        screen: &Buffer,
        cleared: bool,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let next = next(state, world, screen);
        if cleared {
            self.shown = None;
        }
        if next == self.shown {
            return Ok(());
        }
        self.shown = next;
        let Some(shown) = &self.shown else {
            return self.graphics.remove(id(), out);
        };
        let Some(mut picture) = shown.scene.picture(&shown.theme) else {
            return Ok(());
        };
        queue!(out, MoveTo(shown.area.x, shown.area.y))?;
        for (n, _) in shown.windows.iter().enumerate().filter(|(_, seen)| !**seen) {
            let cols = usize::from(shown.area.width);
            picture.cut_out((n % cols, n / cols), shown.cell);
        }
        self.graphics.show(&picture, shown.area, id(), out)?;
        if self.graphics == Graphics::Kitty {
            KEPT.store(true, Ordering::SeqCst);
            return Ok(());
        }
        // There a picture takes the place of the words that were in its cells.
        wire::cells(screen, shown.area, |cell| cell.symbol() != WINDOW, out)
    }
}

/// The picture that belongs under a screen, if any.
fn next(state: &State, world: &World, screen: &Buffer) -> Option<Shown> {
    let Resolution::Pixels(wide, high) = state.resolution() else {
        return None;
    };
    let area = state.layout(world).map?.inner.intersection(screen.area);
    let seen = |at| screen.cell(at).is_some_and(|cell| cell.symbol() == WINDOW);
    let windows: Vec<bool> = area.positions().map(seen).collect();
    if !windows.contains(&true) {
        return None;
    }
    Some(Shown {
        scene: view::scene(state, world)?,
        theme: state.theme,
        area,
        cell: (wide.max(1).into(), high.max(1).into()),
        windows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        file::{self, RegionFile},
        scene::{Depth, Marker, Theme},
        session::{self, Direction, Session},
        tui::{self, Action, Keymap, Size},
    };

    fn world() -> World {
        let document = file::load(&RegionFile::builtin()).expect("the built-in map is right");
        World::new(document.atlas, document.map)
    }

    fn state(world: &World, canvas: &Canvas) -> State {
        let size = Size {
            cols: 100,
            rows: 30,
            aspect: 0.5,
        };
        let theme = Theme::new(Depth::True);
        let session = Session::at(world, world.atlas.as_of);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let mut state = State::new(session, world, keymap, Marker::Octant, theme, size);
        state.pixels = canvas.pixels(Some((8, 16)));
        state
    }

    fn sent(canvas: &mut Canvas, state: &State, world: &World, cleared: bool) -> Vec<u8> {
        let mut screen = Buffer::empty(Rect::new(0, 0, 100, 30));
        tui::draw(state, world, &mut screen);
        let mut out = Vec::new();
        canvas
            .draw(state, world, &screen, cleared, &mut out)
            .expect("memory takes everything");
        out
    }

    #[test]
    fn a_picture_is_sent_once_for_as_long_as_it_stays_the_same() {
        let world = world();
        for graphics in [Graphics::Kitty, Graphics::Iterm2, Graphics::Sixel] {
            let mut canvas = Canvas::new(graphics);
            let mut state = state(&world, &canvas);
            assert!(!sent(&mut canvas, &state, &world, true).is_empty());
            assert_eq!(sent(&mut canvas, &state, &world, false), b"");
            let down = Action::Session(session::Action::Move(Direction::Down));
            tui::update(&mut state, &world, down);
            assert!(!sent(&mut canvas, &state, &world, false).is_empty());
            assert_eq!(sent(&mut canvas, &state, &world, false), b"");
            assert!(!sent(&mut canvas, &state, &world, true).is_empty());
        }
    }

    #[test]
    fn words_are_written_again_over_a_picture_that_takes_their_place() {
        let world = world();
        for (graphics, end) in [(Graphics::Iterm2, "\x07"), (Graphics::Sixel, "\x1b\\")] {
            let mut canvas = Canvas::new(graphics);
            let state = state(&world, &canvas);
            let sent = sent(&mut canvas, &state, &world, true);
            let sent = String::from_utf8(sent).expect("text");
            let (_, after) = sent.split_once(end).expect("a picture");
            assert!(!after.contains(WINDOW));
            let side = |side: u16| side.try_into().expect("a side");
            let mut terminal = vt100::Parser::new(side(30), side(100), 0);
            terminal.process(after.as_bytes());
            let words = terminal.screen().contents();
            assert!(
                words.contains("NORTHEAST") && words.contains("Aleppo"),
                "{words}"
            );
        }
    }

    #[test]
    fn cells_send_none() {
        let world = world();
        let mut canvas = Canvas::new(Graphics::Cells);
        let state = state(&world, &canvas);
        assert_eq!(sent(&mut canvas, &state, &world, true), b"");
    }

    #[test]
    fn where_the_map_goes_its_picture_is_taken_away_once() {
        let world = world();
        let mut canvas = Canvas::new(Graphics::Kitty);
        let mut state = state(&world, &canvas);
        sent(&mut canvas, &state, &world, true);
        state.pixels = None;
        let mut removed = Vec::new();
        Graphics::Kitty
            .remove(id(), &mut removed)
            .expect("memory takes everything");
        assert_eq!(sent(&mut canvas, &state, &world, false), removed);
        assert_eq!(sent(&mut canvas, &state, &world, false), b"");
    }

    #[test]
    fn without_the_size_of_its_cells_no_terminal_gets_sixels() {
        assert_eq!(Canvas::new(Graphics::Sixel).pixels(None), None);
        assert!(Canvas::new(Graphics::Kitty).pixels(None).is_some());
    }
}

//! Little is sent to the terminal: bytes count where the connection is slow.

use ratatui::{buffer::Buffer, layout::Rect};
use whoholds::{
    file::{self, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{self, Direction, Session, World},
    tui::{Action, Keymap, Size, State, changes, draw, update},
};

use crate::made::Made;

/// A screen, and what the terminal shows of it.
struct Screen {
    world: World,
    state: State,
    shown: Buffer,
}

impl Screen {
    fn new(world: World, (cols, rows): (u16, u16), marker: Marker) -> Self {
        let size = Size {
            cols,
            rows,
            aspect: 0.5,
        };
        let state = State::new(
            Session::at(&world, world.atlas.as_of),
            &world,
            Keymap::builtin().expect("the shipped keys"),
            marker,
            Theme::new(Depth::True),
            size,
        );
        Self {
            world,
            state,
            shown: Buffer::empty(Rect::new(0, 0, cols, rows)),
        }
    }

    /// Draws a frame; the bytes that it takes and the cells that it changes.
    fn draw(&mut self) -> (usize, usize) {
        let mut next = Buffer::empty(self.shown.area);
        draw(&self.state, &self.world, &mut next);
        let mut bytes = Vec::new();
        changes(&self.shown, &next, self.state.marker, &mut bytes)
            .expect("memory takes everything");
        let cells = self.shown.content.iter().zip(&next.content);
        let changed = cells.filter(|(was, is)| was != is).count();
        self.shown = next;
        (bytes.len(), changed)
    }

    fn step(&mut self, direction: Direction) -> (usize, usize) {
        let arrow = Action::Session(session::Action::Move(direction));
        update(&mut self.state, &self.world, arrow);
        self.draw()
    }
}

const MARKERS: [Marker; 3] = [Marker::Quadrant, Marker::Sextant, Marker::Octant];

/// Bytes for each changed cell.
const LIMIT: f64 = 8.0;

/// Each step changes a label, the cells under the one before and words of the panel: most cells have two colours of
/// their own, each of which takes up to nineteen bytes to say.
#[test]
fn a_cell_that_a_step_changes_takes_few_bytes_among_1_000_regions() {
    for marker in MARKERS {
        let Made { atlas, map, .. } = Made::new(32, 2);
        let mut screen = Screen::new(World::new(atlas, map), (200, 50), marker);
        screen.draw();
        let there_and_back = [
            Direction::Right,
            Direction::Down,
            Direction::Right,
            Direction::Up,
        ];
        let ways = there_and_back.into_iter().cycle().take(24);
        let steps: Vec<_> = ways.map(|way| screen.step(way)).collect();
        let [bytes, cells] = [
            steps.iter().map(|step| step.0).sum::<usize>(),
            steps.iter().map(|step| step.1).sum(),
        ];
        let each = bytes as f64 / cells as f64;
        assert!(each <= LIMIT, "{marker:?}: {each:.2} bytes a cell");
    }
}

#[test]
fn the_first_frame_of_the_shipped_map_is_soon_sent() {
    for marker in MARKERS {
        let document = file::load(&RegionFile::builtin()).expect("the shipped map");
        let world = World::new(document.atlas, document.map);
        let (bytes, cells) = Screen::new(world, (120, 36), marker).draw();
        assert!(
            bytes <= 15_000,
            "{marker:?}: {bytes} bytes of {cells} cells"
        );
    }
}

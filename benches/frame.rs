//! The cost of a whole frame of the shipped map: `cargo bench --bench frame`.
//!
//! `whole` against `empty`: ≤ 6. `open` is all that happens before the first frame.

use divan::Bencher;
use ratatui::{Terminal, backend::TestBackend};
use whoholds::{
    atlas::{Lens, state::Snapshot},
    file::{self, RegionFile},
    geo::Viewport,
    scene::{Depth, Layers, Marker, Resolution, SceneCache, Theme, View},
    session::{self, Direction, Session, World, Zoom},
    tui::{Action, Keymap, Size, State, draw, update},
};

const SIZE: (u16, u16) = (200, 50);

fn main() {
    divan::main();
}

/// ratatui's own frame with nothing in it: what its diff of two blank screens costs.
#[divan::bench]
fn empty(bencher: Bencher) {
    let mut terminal = terminal();
    bencher.bench_local(|| terminal.draw(|_| {}).map(drop));
}

/// A frame of the shipped map where nothing has changed since the one before: map, panel and bars drawn into a buffer,
/// and ratatui's diff. Without loading, and without writing to a terminal.
#[divan::bench(args = [Marker::Octant, Marker::Quadrant])]
fn whole(bencher: Bencher, marker: Marker) {
    let world = world();
    let state = state(&world, marker);
    let mut terminal = terminal();
    bencher.bench_local(|| {
        terminal
            .draw(|frame| draw(&state, &world, frame.buffer_mut()))
            .map(drop)
    });
}

/// An arrow key and the frame that answers it: the action, then as in `whole`.
#[divan::bench]
fn step(bencher: Bencher) {
    let world = world();
    let mut state = state(&world, Marker::Octant);
    let mut terminal = terminal();
    let mut there_and_back = [Direction::Right, Direction::Left].into_iter().cycle();
    bencher.bench_local(|| {
        there_and_back.next().map(|direction| {
            let arrow = Action::Session(session::Action::Move(direction));
            update(&mut state, &world, arrow)
        });
        terminal
            .draw(|frame| draw(&state, &world, frame.buffer_mut()))
            .map(drop)
    });
}

/// The map moved by a step and the frame that shows it: the action, the scene of another viewport, then as in `whole`.
#[divan::bench]
fn moved(bencher: Bencher) {
    let world = world();
    let mut state = state(&world, Marker::Octant);
    let mut terminal = terminal();
    let look = |state: &mut State, what| update(state, &world, Action::Session(what));
    for _ in 0..4 {
        look(&mut state, session::Action::Zoom(Zoom::In));
    }
    let mut there_and_back = [Direction::Right, Direction::Left].into_iter().cycle();
    bencher.bench_local(|| {
        let direction = there_and_back.next().unwrap_or(Direction::Right);
        look(&mut state, session::Action::Pan(direction));
        terminal
            .draw(|frame| draw(&state, &world, frame.buffer_mut()))
            .map(drop)
    });
}

/// The scene and the picture of another selection, where the map is drawn in pixels: without panel and bars, and without
/// writing the picture in a terminal's protocol.
#[divan::bench]
fn picture(bencher: Bencher) {
    let World { atlas, map, .. } = world();
    let snapshot = Snapshot::at(&atlas, atlas.as_of);
    let view = View {
        atlas: &atlas,
        map: &map,
        snapshot: &snapshot,
        marked: None,
        lens: Lens::Actors,
        viewport: Viewport::fit(map.extent(), SIZE.0, SIZE.1, 0.5),
        selected: None,
        highlighted: None,
        layers: Layers::Both,
        resolution: Resolution::Pixels(10, 20),
        pin: None,
        filter: &[],
    };
    let (scenes, theme) = (SceneCache::default(), Theme::new(Depth::True));
    let mut places = atlas.places().cycle();
    bencher.bench_local(|| {
        let selected = places.next();
        scenes
            .scene(&View {
                selected,
                ..view.clone()
            })
            .picture(&theme)
    });
}

/// The first frame: as `whole`, with nothing kept from one before, neither scenes and pages nor the shapes at the scale
/// that is shown. Without loading.
#[divan::bench]
fn cold(bencher: Bencher) {
    let bencher = bencher.with_inputs(|| {
        let world = world();
        (state(&world, Marker::Octant), world, terminal())
    });
    bencher.bench_local_values(|(state, world, mut terminal)| {
        terminal
            .draw(|frame| draw(&state, &world, frame.buffer_mut()))
            .map(drop)
    });
}

/// Opening the shipped map, which is prepared. Without drawing.
#[divan::bench]
fn open(bencher: Bencher) {
    bencher.bench(|| file::open(&RegionFile::builtin()).is_ok());
}

/// Reading the shipped region file, whose base map and areas are prepared, and looking up its quotations. Without drawing.
#[divan::bench]
fn load(bencher: Bencher) {
    bencher.bench(|| file::load(&RegionFile::builtin()).is_ok());
}

fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap_or_else(|error| match error {})
}

#[expect(
    clippy::expect_used,
    reason = "a benchmark without a map has nothing to measure"
)]
fn world() -> World {
    let document = file::load(&RegionFile::builtin()).expect("the shipped map");
    World::new(document.atlas, document.map)
}

#[expect(clippy::expect_used, reason = "the shipped keys are read by tests")]
fn state(world: &World, marker: Marker) -> State {
    let session = Session::at(world, world.atlas.as_of);
    let keymap = Keymap::builtin().expect("the shipped keys");
    let size = Size {
        cols: SIZE.0,
        rows: SIZE.1,
        aspect: 0.5,
    };
    State::new(
        session,
        world,
        keymap,
        marker,
        Theme::new(Depth::True),
        size,
    )
}

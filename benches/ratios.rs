//! Ratios of what work costs as it grows: `cargo bench --bench ratios --profile dev` fails where one doesn't hold.
//!
//! Each row is measured side by side with what it is compared to, and the fastest of several runs counts, so that a busy
//! machine changes little. The limits are for a build without optimisation, which tests have made already, and leave as
//! much again as was measured when they were set, or half of it.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that can't go on fails, and tells what it found"
)]

use std::{
    fs,
    hint::black_box,
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Rect};
use whoholds::{
    atlas::{
        Atlas, Switchboard,
        quote::{Proof, Text},
    },
    export::{self, Exported, Exporter, FORMATS},
    file::{self, RegionFile},
    geo::Map,
    scene::{Depth, Marker, Theme},
    session::{self, Direction, Session, Way, World},
    tui::{Action, Keymap, Size, State, changes, draw, update},
};

#[path = "support/made.rs"]
mod made;
use made::{Made, PANE};
#[path = "support/dated.rs"]
mod dated;
use dated::{REGIONS, dated, steps};

const ROUNDS: usize = 7;

fn main() -> ExitCode {
    let rows = [
        start,
        vertices,
        canvas,
        dates,
        quiet_dates,
        date_keys,
        region_file,
        regions,
        keys,
        quotations,
        wrong_quotation,
        ring,
        ring_as_json,
    ];
    let formats = FORMATS.iter().map(|&format| in_format(format));
    let rows = rows.iter().map(|row| row()).chain(formats);
    let failed = rows.filter(|row| !row.holds()).count();
    ExitCode::from(u8::from(failed > 0))
}

/// Some work, and the work it is compared to.
struct Row {
    name: String,
    took: [Duration; 2],
    /// The most that the first may take for each second of the other.
    limit: f64,
}

impl Row {
    fn new(
        name: impl Into<String>,
        limit: f64,
        mut work: impl FnMut(),
        mut other: impl FnMut(),
    ) -> Self {
        let mut took = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            took[0] = took[0].min(timed(&mut work));
            took[1] = took[1].min(timed(&mut other));
        }
        Self {
            name: name.into(),
            took,
            limit,
        }
    }

    /// Prints the row, and tells whether it is within its limit.
    fn holds(&self) -> bool {
        let [work, other] = self.took;
        let ratio = work.as_secs_f64() / other.as_secs_f64();
        let holds = ratio <= self.limit;
        let (name, limit, mark) = (
            &self.name,
            self.limit,
            if holds { "" } else { "  TOO SLOW" },
        );
        println!("{name}: {work:.2?} against {other:.2?}, {ratio:.3} (at most {limit}){mark}");
        holds
    }
}

fn timed(work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// A painter of a whole map anew, scene and paint.
fn painter(made: &Made) -> impl FnMut() {
    let (snapshot, theme) = (made.snapshot(), Theme::new(Depth::True));
    let (viewport, mut buffer) = (made.viewport(1.0), Buffer::empty(PANE));
    move || made.paint(&snapshot, viewport, &theme, &mut buffer)
}

/// All of a start that the program itself does, up to the bytes of the first frame.
fn start() -> Row {
    const KEYS: &str = include_str!("../assets/keys.toml");
    let size = Size {
        cols: 120,
        rows: 36,
        aspect: 0.5,
    };
    let mut screen = Buffer::empty(Rect::new(0, 0, size.cols, size.rows));
    let start = || {
        let opened = file::open(&RegionFile::builtin()).expect("the shipped map");
        let world = World::new(opened.atlas, opened.map);
        let state = State::new(
            Session::at(&world, world.atlas.as_of),
            &world,
            Keymap::builtin().expect("the shipped keys"),
            Marker::Sextant,
            Theme::new(Depth::True),
            size,
        );
        screen.reset();
        draw(&state, &world, &mut screen);
        let mut bytes = Vec::new();
        changes(&Buffer::default(), &screen, state.marker, &mut bytes).expect("memory");
        black_box(bytes);
    };
    let read = || {
        black_box(file::load(&RegionFile::builtin()).expect("the shipped map"));
        black_box(Keymap::read(KEYS).expect("the shipped keys"));
    };
    Row::new(
        "a start with the shipped map against reading its file and that of the keys",
        0.8,
        start,
        read,
    )
}

fn vertices() -> Row {
    let [many, few] = [18 * 32, 18].map(|points| Made::new(16, points));
    Row::new(
        "a frame with 32 times the vertices",
        1.5,
        painter(&many),
        painter(&few),
    )
}

fn canvas() -> Row {
    let made = Made::new(32, 133);
    let mut buffer = Buffer::empty(PANE);
    let canvas = || made.canvas(1.0, &mut buffer);
    Row::new(
        "a frame of 545,000 vertices against their outlines by ratatui's canvas",
        0.6,
        painter(&made),
        canvas,
    )
}

fn dates() -> Row {
    let [many, few] = [40, 2].map(|days| dated(days, REGIONS));
    Row::new(
        "two date steps on which 2,500 regions are spoken of, 100,000 claims against 5,000",
        2.5,
        steps(&many),
        steps(&few),
    )
}

fn quiet_dates() -> Row {
    let [many, few] = [2_000, 100].map(|days| dated(days, 50));
    Row::new(
        "two date steps on which 50 of 2,500 regions are spoken of, 100,000 claims against 5,000",
        2.0,
        steps(&many),
        steps(&few),
    )
}

fn region_file() -> Row {
    let file = |claims| RegionFile::builtin().with_bytes(toml(claims));
    let [long, short] = [20_000, 2_000].map(file);
    let load = |file: &RegionFile| assert!(file::load(file).is_ok());
    Row::new(
        "reading a region file of 20,000 claims against 2,000",
        15.0,
        || load(&long),
        || load(&short),
    )
}

/// A region file of ten regions and so many claims.
fn toml(claims: u32) -> String {
    let head = "format = 1\ntitle = \"Made\"\nbasemap = \"syria\"\nas_of = 2026-01-01\n\
        [[actor]]\nid = \"us\"\nname = \"Us\"\nletter = \"U\"\ncolour = \"red\"\n";
    let units = ["HL", "RD", "HI", "HM", "LA", "ID", "HA", "DY", "TA", "RA"];
    let id = |unit: &str| unit.to_lowercase();
    let region = |unit: &&str| {
        let id = id(unit);
        format!(
            "[[region]]\nid = \"r{id}\"\nname = \"{unit}\"\narea = {{ all = [\"SY-{unit}\"] }}\n"
        )
    };
    let claim = |(n, unit): (u32, &&str)| {
        let (id, year, month) = (id(unit), 1500 + n / 120, n / 10 % 12 + 1);
        format!(
            "[[claim]]\nabout = [\"r{id}\"]\nactor = \"us\"\nsays = \"holds\"\nwhen = \"{year}-{month:02}\"\nbecause = \"Made up.\"\n"
        )
    };
    let claims = (0..claims).zip(units.iter().cycle()).map(claim);
    let parts = units.iter().map(region).chain(claims);
    std::iter::once(head.to_owned()).chain(parts).collect()
}

/// The screen of a made map, with nothing kept from a frame before.
struct Screen {
    world: World,
    state: State,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    fn new(cells: usize) -> Self {
        let Made { atlas, map, .. } = Made::new(cells, 2);
        Self::of(atlas, map)
    }

    fn of(atlas: Atlas, map: Map) -> Self {
        let world = World::new(atlas, map);
        let (cols, rows) = (200, 50);
        let size = Size {
            cols,
            rows,
            aspect: 0.5,
        };
        let state = State::new(
            Session::at(&world, world.atlas.as_of),
            &world,
            Keymap::builtin().expect("the shipped keys"),
            Marker::Octant,
            Theme::new(Depth::True),
            size,
        );
        let terminal = Terminal::new(TestBackend::new(cols, rows)).expect("a screen");
        Self {
            world,
            state,
            terminal,
        }
    }

    fn draw(&mut self) {
        let Self {
            world,
            state,
            terminal,
        } = self;
        let drawn = terminal.draw(|frame| draw(state, world, frame.buffer_mut()));
        drawn.map(drop).expect("memory takes everything");
    }

    fn key(&mut self, action: session::Action) {
        update(&mut self.state, &self.world, Action::Session(action));
        self.draw();
    }

    /// The same screen without what it keeps.
    fn cold(&self) -> Self {
        Self {
            world: self.world.clone(),
            state: self.state.clone(),
            terminal: self.terminal.clone(),
        }
    }
}

fn regions() -> Row {
    let [many, few] = [71, 7].map(Screen::new);
    Row::new(
        "a first frame, 5,041 regions against 49",
        12.0,
        || many.cold().draw(),
        || few.cold().draw(),
    )
}

fn keys() -> Row {
    let [mut many, mut few] = [71, 7].map(Screen::new);
    Row::new(
        "a key, 5,041 regions against 49",
        10.0,
        || many.key(session::Action::Move(Direction::Right)),
        || few.key(session::Action::Move(Direction::Right)),
    )
}

fn date_keys() -> Row {
    let [mut many, mut few] = [40, 2].map(|days| {
        let map = Made::new(50, 2).map;
        Screen::of(dated(days, REGIONS), map)
    });
    let there_and_back = |screen: &mut Screen| {
        for way in [Way::Earlier, Way::Later] {
            screen.key(session::Action::Date(way));
        }
    };
    Row::new(
        "two keys to dates on which 2,500 regions are spoken of, 100,000 claims against 5,000",
        2.0,
        || there_and_back(&mut many),
        || there_and_back(&mut few),
    )
}

/// Reads the shipped map and makes a file of it, as `whoholds export` does, but for writing it.
fn in_format(format: &'static dyn Exporter) -> Row {
    let export = |format: &dyn Exporter| {
        let document = file::load(&RegionFile::builtin()).expect("the shipped map");
        let nothing = Switchboard::default();
        let exported = Exported::new(&document.atlas, &document.map, None, &nothing);
        drop(black_box(format.export(&exported).expect("a file")));
    };
    // Pixels are painted by code of the program's own, which gains most from being optimised.
    let limit = if format.name() == "png" { 4.0 } else { 3.0 };
    Row::new(
        format!(
            "reading the shipped map and exporting it as {} against as text",
            format.name()
        ),
        limit,
        || export(format),
        || export(&export::Text),
    )
}

/// A text of 4 MB, and 2,000 quotations of it.
fn text() -> (String, Vec<String>) {
    let sentence = |n: usize| {
        format!(
            "On day {n} the forces of the {} held town {n}.\n",
            n * 7919 % 10_007
        )
    };
    let text: String = (0..85_000).map(sentence).collect();
    let quotations = (0..2_000).map(|n| sentence(n * 41).trim_end_matches('\n').to_owned());
    (text, quotations.collect())
}

fn quotations() -> Row {
    let (raw, quotations) = text();
    let text = Text::new(raw.clone(), 0);
    let look_up = || {
        assert!(
            quotations
                .iter()
                .all(|exact| text.prove(exact.as_str()).proves())
        );
    };
    let prepare = || drop(black_box(Text::new(raw.clone(), 0).look_up("On day 1")));
    Row::new(
        "2,000 quotations of a text of 4 MB against reading it",
        0.1,
        look_up,
        prepare,
    )
}

fn wrong_quotation() -> Row {
    let (raw, _) = text();
    let text = Text::new(raw.clone(), 0);
    let wrong = "On day 600 the forces of the 8 lost town 600";
    let look_up = || assert!(!matches!(text.prove(wrong), Proof::Exact(_)));
    let prepare = || drop(black_box(Text::new(raw.clone(), 0).look_up("On day 1")));
    Row::new(
        "a wrong quotation of a text of 4 MB against reading it",
        0.01,
        look_up,
        prepare,
    )
}

/// A region file whose one area is a ring of many points, and the file of the ring.
fn ring_file(folder: &Path, points: u32) -> (RegionFile, String) {
    let at = |n: u32| {
        let turn = f64::from(n) / f64::from(points) * std::f64::consts::TAU;
        let far = 0.8 + (turn * 300.0).sin() / 40.0;
        let (lon, lat) = (38.0 + turn.cos() * far, 35.0 + turn.sin() * far);
        format!("[{lon:.7},{lat:.7}]")
    };
    let ring: Vec<String> = (0..=points).map(|n| at(n % points)).collect();
    let shapes = format!(
        r#"{{"type":"Polygon","coordinates":[[{}]]}}"#,
        ring.join(",")
    );
    let (shapes_name, name) = (format!("{points}.geojson"), format!("{points}.toml"));
    let toml = format!(
        "format = 1\ntitle = \"A ring\"\nbasemap = \"syria\"\nas_of = 2026-01-01\n\n[[region]]\nid = \"ring\"\nname = \"Ring\"\narea = {{ file = \"{shapes_name}\" }}\n"
    );
    fs::write(folder.join(shapes_name), &shapes).expect("a file");
    fs::write(folder.join(&name), toml).expect("a file");
    let file = RegionFile::open(&folder.join(name)).expect("a file");
    (file, shapes)
}

fn ring() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let [many, few] = [64_000, 4_000].map(|points| ring_file(folder.path(), points).0);
    let load = |file: &RegionFile| assert!(file::load(file).is_ok());
    Row::new(
        "a ring of 64,000 points against 4,000",
        24.0,
        || load(&many),
        || load(&few),
    )
}

fn ring_as_json() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, shapes) = ring_file(folder.path(), 64_000);
    let parse = || assert!(serde_json::from_str::<serde_json::Value>(&shapes).is_ok());
    Row::new(
        "a ring of 64,000 points against its JSON alone",
        12.0,
        || assert!(file::load(&file).is_ok()),
        parse,
    )
}

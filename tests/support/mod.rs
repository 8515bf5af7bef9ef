//! A screen without a terminal: what it shows after some keys.
#![allow(dead_code, reason = "every test uses what it needs")]

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};
use whoholds::{
    file::{self, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{Session, World},
    tui::{self, Action, Key, Keymap, Size, State},
};

pub struct Screen {
    pub world: World,
    pub state: State,
}

impl Screen {
    pub fn new(cols: u16, rows: u16) -> Self {
        Self::of(&RegionFile::builtin(), cols, rows)
    }

    pub fn of(file: &RegionFile, cols: u16, rows: u16) -> Self {
        let document = file::load(file).unwrap_or_else(|report| panic!("{report:?}"));
        let keymap = Keymap::builtin().expect("the shipped keys");
        let world = World::new(document.atlas, document.map);
        let session = Session::at(&world, world.atlas.as_of);
        let size = Size {
            cols,
            rows,
            aspect: 0.5,
        };
        let theme = Theme::new(Depth::True);
        let state = State::new(session, &world, keymap, Marker::Quadrant, theme, size);
        Self { world, state }
    }

    pub fn in_colours(mut self, depth: Depth) -> Self {
        self.state.theme = Theme::new(depth);
        self
    }

    pub fn drawn_in(mut self, marker: Marker) -> Self {
        self.state.marker = marker;
        self
    }

    pub fn press(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|error| panic!("{error}"));
            let action = self.state.action(key).expect("a key that does something");
            assert_eq!(tui::update(&mut self.state, &self.world, action), None);
        }
        self
    }

    /// Presses the key of each character.
    pub fn type_in(self, text: &str) -> Self {
        text.chars().fold(self, |screen, char| match char {
            ' ' => screen.press("space"),
            char => screen.press(&char.to_string()),
        })
    }

    pub fn resize(mut self, cols: u16, rows: u16) -> Self {
        tui::update(
            &mut self.state,
            &self.world,
            Action::Resize(Size {
                cols,
                rows,
                aspect: 0.5,
            }),
        );
        self
    }

    pub fn buffer(&self) -> Buffer {
        let Size { cols, rows, .. } = self.state.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
        tui::draw(&self.state, &self.world, &mut buf);
        buf
    }

    /// The symbols alone.
    pub fn text(&self) -> String {
        lines(&self.buffer(), |cell| cell.symbol().to_owned())
    }

    /// The styles of the same cells, each as a letter, then what each letter stands for. They are kept apart from the
    /// symbols, so that a new shade changes no text, and a new word few styles.
    pub fn styles(&self) -> String {
        const NAMES: &[u8] =
            b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?$%&*+=<>/";
        let buf = self.buffer();
        let mut styles: Vec<String> = Vec::new();
        for cell in &buf.content {
            let style = style(cell);
            if !style.is_empty() && !styles.contains(&style) {
                styles.push(style);
            }
        }
        let name = |n: usize| char::from(*NAMES.get(n).unwrap_or(&b'~')).to_string();
        let of = |cell: &Cell| {
            let style = style(cell);
            let known = styles.iter().position(|known| *known == style);
            known.map_or_else(|| " ".to_owned(), name)
        };
        let mut shown = lines(&buf, of) + "\n";
        for (n, style) in styles.iter().enumerate() {
            writeln!(shown, "{} {style}", name(n)).expect("written to memory");
        }
        shown
    }
}

fn lines(buf: &Buffer, show: impl Fn(&Cell) -> String) -> String {
    let mut text = String::new();
    for row in buf.content.chunks(usize::from(buf.area.width).max(1)) {
        let mut line = String::new();
        for cell in row {
            line.push_str(&show(cell));
        }
        writeln!(text, "{}", line.trim_end()).expect("written to memory");
    }
    text
}

/// `#d8d9dc on blue bold`; empty for what the terminal shows anyway.
fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    // Of a blank cell only the ground is seen.
    if cell.fg != Color::Reset && cell.symbol() != " " {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg.to_string().to_lowercase()));
    }
    for (name, _) in (cell.modifier & !Modifier::HIDDEN).iter_names() {
        words.push(name.to_lowercase());
    }
    words.join(" ")
}

/// A file of the repository.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Fails where a file of the repository is not what the program makes of it now; with `UPDATE` set it is written.
pub fn assert_current(name: &str, now: &str) {
    if env::var_os("UPDATE").is_some() {
        fs::write(path(name), now).expect("the file is written");
    }
    let kept = fs::read_to_string(path(name)).unwrap_or_default();
    assert!(
        kept == now,
        "{name} is not what the program makes of it now: run the tests with UPDATE=1"
    );
}

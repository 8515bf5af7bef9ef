//! Tests of the keys that write the map to a file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};
use tempfile::TempDir;

use super::*;
use crate::{
    caption::sample::Sample,
    scene::{Depth, Marker, Theme},
    session::Session,
    tui::{Keymap, Size, draw, update},
};

const SIZE: Size = Size {
    cols: 80,
    rows: 24,
    aspect: 0.5,
};

/// A screen, and a folder to write in.
struct Screen {
    world: World,
    state: State,
    folder: TempDir,
}

impl Screen {
    fn new() -> Self {
        let Sample { atlas, map, .. } = Sample::new();
        let world = World::new(atlas, map);
        let session = Session::at(&world, world.atlas.as_of);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let theme = Theme::new(Depth::None);
        Self {
            state: State::new(session, &world, keymap, Marker::Quadrant, theme, SIZE),
            world,
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key = key.parse().expect("a key");
            let action = self.state.action(key).expect("it does something");
            if let Some(Effect::Save(mut file)) = update(&mut self.state, &self.world, action) {
                let path = self.folder.path().join(&file.path);
                file.path = path.to_str().expect("UTF-8").to_owned();
                save(&mut self.state, &self.world, &file);
            }
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.folder.path()).expect("a folder");
        files.map(|file| file.expect("a file").path()).collect()
    }

    fn shown(&self) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, SIZE.cols, SIZE.rows));
        draw(&self.state, &self.world, &mut buf);
        let rows = buf.content.chunks(usize::from(SIZE.cols));
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n")
            .collect()
    }

    fn read(&self, name: &str) -> String {
        let path = self.folder.path().join(Path::new(name));
        fs::read_to_string(path).expect("a file")
    }
}

#[test]
fn a_file_is_written_where_its_name_says_and_the_way_back_is_where_it_began() {
    let mut screen = Screen::new();
    screen.press("x");
    assert!(screen.shown().contains("Export as"), "{}", screen.shown());
    screen.press("enter enter");
    assert!(screen.shown().contains("type a name"), "{}", screen.shown());
    assert_eq!(screen.files(), [""; 0].map(PathBuf::from));
    screen.press("a . t enter");
    assert!(screen.read("a.t").starts_with("A land: who holds what\n"));
    assert_eq!(screen.state.mode(), &Mode::Browse);
    let notice = screen.state.notice.expect("it says so");
    assert!(notice.contains(" bytes written to "), "{notice}");
}

#[test]
fn what_is_there_is_replaced_only_where_it_is_said_twice() {
    let mut screen = Screen::new();
    fs::write(screen.folder.path().join("a"), "mine").expect("a file");
    screen.press("x enter a enter");
    let asked = "there is such a file: enter again replaces it";
    assert!(screen.shown().contains(asked), "{}", screen.shown());
    assert_eq!(screen.read("a"), "mine");
    // Another name is not said twice yet, nor is the same after another.
    screen.press("b backspace enter");
    assert_eq!(screen.read("a"), "mine");
    screen.press("enter");
    assert!(screen.read("a").starts_with("A land"));
    assert_eq!(screen.files().len(), 1);
}

#[test]
fn what_cannot_be_written_says_why_and_leads_back() {
    let mut screen = Screen::new();
    screen.press("x enter n / a enter");
    assert!(
        screen.shown().contains("not written: "),
        "{}",
        screen.shown()
    );
    screen.press("esc");
    assert!(matches!(screen.state.mode(), Mode::Choose(_)));
    screen.press("esc");
    assert_eq!(screen.state.mode(), &Mode::Browse);
    assert_eq!(screen.files().len(), 0);
}

#[test]
fn the_map_is_exported_as_it_is_seen() {
    let mut screen = Screen::new();
    let states = FORMATS.iter().position(|format| format.name() == "states");
    let down = "down ".repeat(states.expect("a table"));
    screen.press(&format!("1 , x {down} enter a enter"));
    let table = screen.read("a");
    let rows: Vec<&str> = table.lines().skip(1).collect();
    // The first actor's places alone, at the date before.
    assert!(!rows.is_empty() && rows.len() < screen.world.atlas.places().count());
    assert!(
        rows.iter()
            .all(|row| row.contains("2026-01-20") && row.contains("reds"))
    );
}

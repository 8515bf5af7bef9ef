//! A map in a folder, on a screen.

use std::fs;

use whoholds::{
    file::{self, RegionFile},
    session::FileProblems,
    tui::render,
};

use crate::{arena::Arena, support::Screen};

pub const MAP: &str = r#"# A map of nobody.
format = 1   # of this program
title = "A map"
basemap = "syria"
as_of = 2026-01-28

[[source]]
id = "gazette"
title = "The north"
text = "gazette.txt"
published = 2026-01-20

[[actor]]
id = "guard"     # the coast guard
name = "The Guard"
letter = "G"
colour = 'green'

# ── Areas ──

[[region]]
id = "idlib"
name = "Idlib"
area = { all = [ "SY-ID" ] }

[[claim]]
about = ["idlib"]
actor = "guard"
says = "holds"
source = "gazette"
quote = "The Guard holds Idlib" # word for word

# Ali is to look at this.
[[claim]]
about = ["SY-RA"]
actor = "guard"
says = "took-over"
source = "gazette"
quote = "it took over Raqqa"
draft = true

# The end.
"#;

pub const TEXT: &str = "The Guard holds Idlib, he said, and it took over Raqqa.\n";

/// A map in a folder, on a screen.
pub struct Desk {
    pub arena: Arena,
    pub screen: Screen,
}

impl Desk {
    pub fn new(toml: &str) -> Self {
        let arena = Arena::new();
        arena.write("map.toml", toml);
        arena.write("gazette.txt", TEXT);
        Self::open(arena, "map.toml")
    }

    pub fn open(arena: Arena, name: &str) -> Self {
        let file = RegionFile::open(&arena.0.join(name)).expect("a file");
        let mut screen = Screen::of(&file, 120, 36);
        let document = file::load(&file).expect("a map");
        screen.state.problems = FileProblems::of(document.unproved);
        screen.state.file = Some(file);
        Self { arena, screen }
    }

    pub fn press(&mut self, keys: &str) -> String {
        let Screen { state, world } = &mut self.screen;
        render::press(state, world, keys).expect("keys that do something");
        self.screen.text()
    }

    pub fn file(&self) -> String {
        fs::read_to_string(self.arena.0.join("map.toml")).expect("a file")
    }

    pub fn notice(&self) -> &str {
        self.screen.state.notice.as_deref().unwrap_or_default()
    }
}

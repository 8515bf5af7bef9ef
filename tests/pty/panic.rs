//! A panic leaves the terminal as it was.

use std::{convert::Infallible, env};

use portable_pty::CommandBuilder;
use whoholds::{
    atlas::{Place, RegionId},
    file::{self, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{self, World},
    tui::{self, Flow, Graphics, Keymap, Opened, Opening, Options, TextOrder},
};

use super::terminal::Session;

/// The screen of a world that has a place too many: whoever goes there panics.
#[test]
#[ignore = "panics in a terminal of its own, which the next test gives it"]
fn a_world_that_panics() {
    let document = file::load(&RegionFile::builtin()).expect("the built-in map has no problems");
    let keymap = Keymap::builtin().expect("the shipped keys");
    let mut world = World::new(document.atlas, document.map);
    world
        .points
        .push((Place::Region(RegionId::at(usize::MAX)), world.points[0].1));
    let session = session::Session::at(&world, world.atlas.as_of);
    let ending = tui::run(
        RegionFile::builtin(),
        Opening::<Infallible>::done(Opened {
            world,
            session,
            problems: None,
        }),
        Options {
            keymap,
            marker: Marker::Quadrant,
            theme: Theme::new(Depth::True),
            text_order: TextOrder::Logical,
            italics: true,
            mouse: true,
            graphics: Graphics::Cells,
            flow: Flow::new("", false),
            typed: Vec::new(),
            today: "2026-01-28".parse().expect("a date"),
            article: None,
            editor: None,
            reviews: false,
        },
    );
    panic!("it was left by {ending:?}");
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_is_told() {
    let mut command = CommandBuilder::new(env::current_exe().expect("this test"));
    command.args([
        "--ignored",
        "--exact",
        "--nocapture",
        "panic::a_world_that_panics",
    ]);
    // A backtrace would push the reason off the screen.
    command.env("RUST_BACKTRACE", "0");
    let mut session = Session::start_with(command);
    session.press("\x1b[Z");
    session.wait_for("index out of bounds");
    assert!(!session.end().success());
}

//! The picture in the README: the program's own screen.
//!
//! `UPDATE=1 cargo test --test picture` draws it anew.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use support::{Screen, assert_current};
use whoholds::{
    export::cells,
    scene::{ColourScheme, Marker},
    tui::render,
};

#[test]
fn the_picture_is_what_the_program_shows() {
    let screen = Screen::new(120, 36).drawn_in(Marker::Octant).press("right");
    let sheet = render::sheet(&screen.state, &screen.world);
    assert_current(
        "assets/screen.svg",
        &cells::draw(&sheet, ColourScheme::Dark),
    );
}

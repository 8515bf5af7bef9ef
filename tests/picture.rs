//! The picture in the README: the program's own screen.
//!
//! `UPDATE=1 cargo test --test picture` draws it anew.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use support::{Screen, assert_current};
use whoholds::{export::svg, scene::Marker};

#[test]
fn the_picture_is_what_the_program_shows() {
    let screen = Screen::new(120, 36).drawn_in(Marker::Octant).press("right");
    assert_current("assets/screen.svg", &svg::draw(&screen.buffer()));
}

//! The picture in the README: the program's own screen.
//!
//! `UPDATE=1 cargo test --test screen picture` draws it anew.

use crate::support::{Screen, assert_current};
use whoholds::{
    export::cells::{self, Backdrop},
    scene::ColourScheme,
    tui::render,
};

#[test]
fn the_picture_is_what_the_program_shows() {
    let screen = Screen::new(120, 36).press("/").type_in("northeast");
    let mut screen = screen.press("enter");
    screen.state.pixels = Some(Backdrop::pixels(2));
    let sheet = render::sheet(&screen.state, &screen.world);
    let backdrop = render::backdrop(&screen.state, &screen.world);
    assert!(backdrop.is_some());
    let picture = cells::draw(&sheet, ColourScheme::Dark, backdrop.as_ref());
    assert!(picture.contains("Northeast") && picture.contains("Kurdish-led forces hold"));
    assert_current("assets/screen.svg", &picture);
}

//! The picture in the README: the program's own screen.
//!
//! `UPDATE=1 cargo test --test picture` draws it anew.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use ratatui::{
    buffer::{self, Buffer},
    style::{Color, Modifier},
};
use support::{Screen, assert_current};
use whoholds::{
    export::cells::{self, Letter, LetterStyle, Sheet},
    scene::{Colour, Marker},
};

#[test]
fn the_picture_is_what_the_program_shows() {
    let screen = Screen::new(120, 36).drawn_in(Marker::Octant).press("right");
    assert_current("assets/screen.svg", &cells::draw(&sheet(&screen.buffer())));
}

fn sheet(screen: &Buffer) -> Sheet {
    let mut sheet = Sheet::new(screen.area.width, screen.area.height);
    for at in screen.area.positions() {
        let place = sheet.letter_mut((at.x, at.y)).expect("a cell of the sheet");
        *place = letter(&screen[at]);
    }
    sheet
}

fn letter(cell: &buffer::Cell) -> Letter {
    let is = |modifier| cell.modifier.contains(modifier);
    Letter {
        text: cell.symbol().to_owned(),
        foreground: colour(cell.fg),
        background: colour(cell.bg),
        dim: is(Modifier::DIM),
        reversed: is(Modifier::REVERSED),
        style: LetterStyle {
            bold: is(Modifier::BOLD),
            italic: is(Modifier::ITALIC),
            underlined: is(Modifier::UNDERLINED),
        },
    }
}

fn colour(colour: Color) -> Colour {
    match colour {
        Color::Reset => Colour::Default,
        Color::Rgb(r, g, b) => Colour::Rgb([r, g, b]),
        other => panic!("{other} on a screen of all colours"),
    }
}

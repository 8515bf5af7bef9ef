//! The screen without a terminal: keys are pressed as words, and what would be seen is a sheet of letters.

use std::fmt;

use ratatui::{
    buffer::{self, Buffer},
    layout::Rect,
    style::{Color, Modifier},
};

use super::{Action, Effect, Key, State, WINDOW, adding, advance, draw, graphics, view};
use crate::{
    export::cells::{Backdrop, Letter, LetterStyle, Sheet},
    scene::{Ansi, Colour, Resolution},
    session::World,
};

/// The reason why a key can't be pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpressed {
    /// It is the name of no key.
    Unknown(String),
    /// It does nothing on the screen that it is pressed on.
    Idle(String),
}

impl fmt::Display for Unpressed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(key) => write!(f, "there is no key `{key}`"),
            Self::Idle(key) => write!(f, "`{key}` does nothing on the screen it is pressed on"),
        }
    }
}

impl std::error::Error for Unpressed {}

/// Presses keys one after another, named as in `whoholds`' list of keys and parted by spaces, until one quits.
pub fn press(state: &mut State, world: &mut World, keys: &str) -> Result<(), Unpressed> {
    for word in keys.split_whitespace() {
        let key: Key = word
            .parse()
            .map_err(|_| Unpressed::Unknown(word.to_owned()))?;
        let action = state
            .action(key)
            .ok_or_else(|| Unpressed::Idle(word.to_owned()))?;
        match advance(state, world, action) {
            Some(Effect::Quit) => break,
            Some(Effect::ReadArticle(name)) => {
                let begun = adding::read(state.file.as_ref(), &name, state.today);
                adding::arrived(state, &name, begun);
                advance(state, world, Action::Resize(state.size));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The screen as it would be seen.
pub fn sheet(state: &State, world: &World) -> Sheet {
    let (cols, rows) = (state.size.cols, state.size.rows);
    let mut screen = Buffer::empty(Rect::new(0, 0, cols, rows));
    draw(state, world, &mut screen);
    let mut sheet = Sheet::new(cols, rows);
    for at in screen.area.positions() {
        if let Some(place) = sheet.letter_mut((at.x, at.y)) {
            *place = letter(&screen[at]);
        }
    }
    sheet
}

/// The smooth picture of the map under the letters, where the state asks for pixels.
pub fn backdrop(state: &State, world: &World) -> Option<Backdrop> {
    let scene = view::scene(state, world)?;
    matches!(scene.resolution(), Resolution::Pixels(..)).then_some(())?;
    let area = state.layout(world).map?.inner;
    let picture = scene.picture(&state.theme)?;
    Some(Backdrop {
        at: (area.x, area.y),
        size: (area.width, area.height),
        png: graphics::encode(&picture).ok()?,
        picture,
    })
}

fn letter(cell: &buffer::Cell) -> Letter {
    let is = |modifier| cell.modifier.contains(modifier);
    Letter {
        text: match cell.symbol() {
            WINDOW => " ".to_owned(),
            symbol => symbol.to_owned(),
        },
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

/// A colour of a terminal as the core has it.
fn colour(colour: Color) -> Colour {
    let ansi = Ansi::ALL.iter().copied().map(Colour::Ansi);
    match colour {
        Color::Rgb(r, g, b) => Colour::Rgb([r, g, b]),
        Color::Indexed(index) => Colour::Indexed(index),
        other => ansi
            .into_iter()
            .find(|&ansi| Color::from(ansi) == other)
            .unwrap_or_default(),
    }
}

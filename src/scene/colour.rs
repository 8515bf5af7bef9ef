//! Colours and styles of text before they are on any medium.

use super::rgb::Rgb;

/// A colour at one of the depths that media have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// The medium's own: its ground behind words, its ink in front.
    #[default]
    Default,
    /// One of the sixteen that a terminal's user chooses.
    Ansi(Ansi),
    /// An entry of the palette of 256, from 16 up; [`cube`](super::cube) gives its red, green and blue.
    Indexed(u8),
    Rgb(Rgb),
}

/// The sixteen colours of terminals, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ansi {
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightBlack,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    BrightWhite,
}

impl Ansi {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Self::Black,
        Self::Red,
        Self::Green,
        Self::Yellow,
        Self::Blue,
        Self::Magenta,
        Self::Cyan,
        Self::White,
        Self::BrightBlack,
        Self::BrightRed,
        Self::BrightGreen,
        Self::BrightYellow,
        Self::BrightBlue,
        Self::BrightMagenta,
        Self::BrightCyan,
        Self::BrightWhite,
    ];
}

/// A style of text; `None` leaves a colour as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextStyle {
    pub foreground: Option<Colour>,
    pub background: Option<Colour>,
    pub attributes: Attributes,
}

/// Attributes of text besides its colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attributes {
    pub bold: bool,
    pub dim: bool,
    /// Foreground and background swapped.
    pub reversed: bool,
}

impl Attributes {
    pub const BOLD: Self = Self {
        bold: true,
        dim: false,
        reversed: false,
    };
    pub const DIM: Self = Self {
        bold: false,
        dim: true,
        reversed: false,
    };
}

impl TextStyle {
    /// The medium's own style.
    pub const PLAIN: Self = Self {
        foreground: None,
        background: None,
        attributes: Attributes {
            bold: false,
            dim: false,
            reversed: false,
        },
    };

    #[must_use]
    pub const fn foreground(self, colour: Colour) -> Self {
        Self {
            foreground: Some(colour),
            ..self
        }
    }

    #[must_use]
    pub const fn background(self, colour: Colour) -> Self {
        Self {
            background: Some(colour),
            ..self
        }
    }

    #[must_use]
    pub const fn with(self, attributes: Attributes) -> Self {
        Self { attributes, ..self }
    }
}

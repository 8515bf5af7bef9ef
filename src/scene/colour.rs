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
    /// Any of the 24-bit colours.
    Rgb(Rgb),
}

/// The sixteen colours of terminals, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ansi {
    /// Number 0.
    Black,
    /// Number 1.
    Red,
    /// Number 2.
    Green,
    /// Number 3.
    Yellow,
    /// Number 4.
    Blue,
    /// Number 5.
    Magenta,
    /// Number 6.
    Cyan,
    /// Number 7. Many terminals show a light grey.
    White,
    /// Number 8. Many terminals show a dark grey.
    BrightBlack,
    /// Number 9.
    BrightRed,
    /// Number 10.
    BrightGreen,
    /// Number 11.
    BrightYellow,
    /// Number 12.
    BrightBlue,
    /// Number 13.
    BrightMagenta,
    /// Number 14.
    BrightCyan,
    /// Number 15.
    BrightWhite,
}

/// The colours that xterm has for the sixteen, whose users may choose others.
const XTERM: [Rgb; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

impl Ansi {
    /// The colour that xterm shows unless its user chooses another.
    pub(super) const fn xterm(self) -> Rgb {
        XTERM[self as usize]
    }

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
    /// The colour of the letters.
    pub foreground: Option<Colour>,
    /// The colour of the cells behind them.
    pub background: Option<Colour>,
    /// Set on top of those that the text has already.
    pub attributes: Attributes,
}

/// Attributes of text besides its colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attributes {
    /// In heavier strokes.
    pub bold: bool,
    /// In a paler tone than the foreground.
    pub dim: bool,
    /// Foreground and background swapped.
    pub reversed: bool,
}

impl Attributes {
    pub(crate) const BOLD: Self = Self {
        bold: true,
        dim: false,
        reversed: false,
    };
    pub(crate) const DIM: Self = Self {
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
    pub(crate) const fn foreground(self, colour: Colour) -> Self {
        Self {
            foreground: Some(colour),
            ..self
        }
    }

    #[must_use]
    pub(crate) const fn background(self, colour: Colour) -> Self {
        Self {
            background: Some(colour),
            ..self
        }
    }

    #[must_use]
    pub(crate) const fn with(self, attributes: Attributes) -> Self {
        Self { attributes, ..self }
    }
}

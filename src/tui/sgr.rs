//! Colours and attributes as the terminal's sequence for them: ECMA-48, Select Graphic Rendition.

use std::io::{self, Write};

use ratatui::style::{Color, Modifier};

/// The attributes that may be set, each with the parameters that set it and take it back.
pub const ATTRIBUTES: [(Modifier, u8, u8); 5] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

/// The side that a colour is for, by the parameter of its first one.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    Front = 30,
    Back = 40,
}

/// One sequence, of as many parameters as are added.
#[derive(Debug)]
pub struct Sequence {
    // Four ends or a reset, five attributes and two true colours are 19 parameters of up to three digits and their `;`,
    // of which few are that long.
    bytes: [u8; 64],
    len: usize,
}

impl Sequence {
    pub const fn new() -> Self {
        Self {
            bytes: [0; 64],
            len: 0,
        }
    }

    /// Tells whether it says nothing.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The number of bytes that it takes.
    pub const fn size(&self) -> usize {
        match self.len {
            0 => 0,
            parameters => 1 + parameters + 1,
        }
    }

    /// Takes back every colour and attribute; first in its sequence, where no number needs to be given for it.
    pub fn reset(&mut self) {
        self.push(b'[');
    }

    pub fn add(&mut self, parameter: u8) {
        self.push(if self.len == 0 { b'[' } else { b';' });
        for power in [100, 10] {
            if parameter >= power {
                self.push(b'0' + parameter / power % 10);
            }
        }
        self.push(b'0' + parameter % 10);
    }

    pub fn colour(&mut self, side: Side, colour: Color) {
        let first = side as u8;
        let (extended, default, bright) = (first + 8, first + 9, first + 60);
        match colour {
            Color::Rgb(red, green, blue) => self.add_all(&[extended, 2, red, green, blue]),
            Color::Indexed(n) => self.add_all(&[extended, 5, n]),
            Color::Reset => self.add(default),
            Color::Black => self.add(first),
            Color::Red => self.add(first + 1),
            Color::Green => self.add(first + 2),
            Color::Yellow => self.add(first + 3),
            Color::Blue => self.add(first + 4),
            Color::Magenta => self.add(first + 5),
            Color::Cyan => self.add(first + 6),
            Color::Gray => self.add(first + 7),
            Color::DarkGray => self.add(bright),
            Color::LightRed => self.add(bright + 1),
            Color::LightGreen => self.add(bright + 2),
            Color::LightYellow => self.add(bright + 3),
            Color::LightBlue => self.add(bright + 4),
            Color::LightMagenta => self.add(bright + 5),
            Color::LightCyan => self.add(bright + 6),
            Color::White => self.add(bright + 7),
        }
    }

    fn add_all(&mut self, parameters: &[u8]) {
        for &parameter in parameters {
            self.add(parameter);
        }
    }

    /// Writes it, unless it says nothing.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        if self.is_empty() {
            return Ok(());
        }
        out.write_all(b"\x1b")?;
        out.write_all(&self.bytes[..self.len])?;
        out.write_all(b"m")
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(fill: impl FnOnce(&mut Sequence)) -> String {
        let (mut sequence, mut out) = (Sequence::new(), Vec::new());
        fill(&mut sequence);
        sequence.write(&mut out).expect("memory takes everything");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn one_sequence_says_everything() {
        let said = written(|sequence| {
            sequence.reset();
            sequence.add(ATTRIBUTES[0].1);
            sequence.colour(Side::Front, Color::Rgb(0, 10, 255));
            sequence.colour(Side::Back, Color::Indexed(105));
        });
        assert_eq!(said, "\x1b[;1;38;2;0;10;255;48;5;105m");
    }

    #[test]
    fn the_sixteen_colours_are_their_own_parameters() {
        let colours = [
            (Color::Reset, "39", "49"),
            (Color::Black, "30", "40"),
            (Color::Gray, "37", "47"),
            (Color::DarkGray, "90", "100"),
            (Color::White, "97", "107"),
        ];
        for (colour, front, back) in colours {
            assert_eq!(
                written(|sequence| {
                    sequence.colour(Side::Front, colour);
                    sequence.colour(Side::Back, colour);
                }),
                format!("\x1b[{front};{back}m")
            );
        }
    }

    #[test]
    fn the_longest_fits_and_nothing_is_nothing() {
        let longest = written(|sequence| {
            sequence.reset();
            sequence.add_all(&ATTRIBUTES.map(|(_, parameter, _)| parameter));
            sequence.colour(Side::Front, Color::Rgb(255, 255, 255));
            sequence.colour(Side::Back, Color::Rgb(255, 255, 255));
        });
        assert!(longest.starts_with("\x1b[;1;2;3;4;7;38;2;"));
        assert_eq!(written(|_| ()), "");
    }
}

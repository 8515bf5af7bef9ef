//! Sixel: bands six pixels high, each drawn once a colour.
//!
//! Our own, as the few colours are known: the crates for it spend their time on finding colours for a photograph.
//!
//! <https://vt100.net/docs/vt3xx-gp/chapter14.html>

use std::io::{self, Write};

use crate::scene::Picture;

const BAND: usize = 6;

/// Draws a picture in pixels of the terminal, whose shape is square, and leaves what is clear as it was.
pub fn show(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    let (width, height) = (picture.pixels.width(), picture.pixels.height());
    write!(out, "\x1bP0;1q\"1;1;{width};{height}")?;
    for (n, rgb) in picture.palette.iter().enumerate().skip(1) {
        let [r, g, b] = rgb.map(percent);
        write!(out, "#{n};2;{r};{g};{b}")?;
    }
    let mut bands = Bands::new(picture);
    for top in (0..height).step_by(BAND) {
        bands.write(top, out)?;
        out.write_all(b"-")?;
    }
    out.write_all(b"\x1b\\")
}

fn percent(part: u8) -> u16 {
    (u16::from(part) * 100 + 127) / 255
}

struct Bands<'a> {
    picture: &'a Picture,
    /// By colour: which of the six pixels of each column have it; nothing where none has.
    masks: Vec<Vec<u8>>,
}

impl<'a> Bands<'a> {
    fn new(picture: &'a Picture) -> Self {
        Self {
            picture,
            masks: vec![Vec::new(); picture.palette.len()],
        }
    }

    fn write(&mut self, top: usize, out: &mut impl Write) -> io::Result<()> {
        let pixels = &self.picture.pixels;
        self.masks.iter_mut().for_each(Vec::clear);
        for (bit, y) in (top..pixels.height().min(top + BAND)).enumerate() {
            for (x, &index) in pixels.row(y).iter().enumerate() {
                if let Some(mask) = self.masks.get_mut(usize::from(index)) {
                    mask.resize(mask.len().max(x + 1), 0);
                    mask[x] |= 1 << bit;
                }
            }
        }
        let clear = usize::from(Picture::CLEAR) + 1;
        for (n, mask) in self.masks.iter().enumerate().skip(clear) {
            if mask.is_empty() {
                continue;
            }
            write!(out, "#{n}")?;
            for run in mask.chunk_by(|a, b| a == b) {
                let sixel = char::from(b'?' + run[0]);
                match run.len() {
                    1..=3 => run.iter().try_for_each(|_| write!(out, "{sixel}"))?,
                    many => write!(out, "!{many}{sixel}")?,
                }
            }
            // Back to the left, for the next colour.
            out.write_all(b"$")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Grid;
    use proptest::prelude::*;

    fn number(text: &mut std::iter::Peekable<std::slice::Iter<u8>>) -> usize {
        let mut number = 0;
        while let Some(digit) = text.next_if(|byte| byte.is_ascii_digit()) {
            number = number * 10 + usize::from(digit - b'0');
        }
        number
    }

    /// Draws the bands as a terminal does.
    fn drawn(bands: &[u8], width: usize, height: usize) -> Grid<u8> {
        let mut pixels = Grid::new(width, height, Picture::CLEAR);
        let (mut x, mut top, mut colour, mut many) = (0, 0, 0, 1);
        let mut text = bands.iter().peekable();
        while let Some(byte) = text.next() {
            match byte {
                b'#' => colour = u8::try_from(number(&mut text)).expect("a colour"),
                b'!' => many = number(&mut text),
                b'$' => x = 0,
                b'-' => (x, top) = (0, top + BAND),
                sixel => {
                    for x in x..x + many {
                        let set = (0..BAND).filter(|bit| (sixel - b'?') >> bit & 1 == 1);
                        set.for_each(|bit| pixels.set(x, top + bit, colour));
                    }
                    x += many;
                    many = 1;
                }
            }
        }
        pixels
    }

    proptest! {
        #[test]
        fn a_terminal_draws_the_same_pixels(
            width in 1..40_usize, height in 1..20_usize, runs in prop::collection::vec((0..4_u8, 1..12_usize), 1..80),
        ) {
            let mut pixels = Grid::new(width, height, Picture::CLEAR);
            let values = runs.iter().cycle().flat_map(|&(index, many)| std::iter::repeat_n(index, many));
            for (n, index) in values.take(width * height).enumerate() {
                pixels.set(n % width, n / width, index);
            }
            let palette = vec![[0; 3], [255, 0, 0], [0, 255, 0], [0, 0, 255]];
            let picture = Picture { palette, pixels };
            let mut out = Vec::new();
            show(&picture, &mut out).expect("memory takes everything");
            let head = format!("\x1bP0;1q\"1;1;{width};{height}#1;2;100;0;0#2;2;0;100;0#3;2;0;0;100");
            let bands = out.strip_prefix(head.as_bytes()).expect("the head");
            let bands = bands.strip_suffix(b"\x1b\\").expect("the end");
            prop_assert_eq!(drawn(bands, width, height), picture.pixels);
        }
    }
}

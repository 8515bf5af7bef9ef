//! Sixel: bands six pixels high, each drawn once a colour.
//!
//! Our own, as our few colours are known: what the crates for it do is to find colours for a photograph.
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

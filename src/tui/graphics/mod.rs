//! The map as a picture, in terminals that show some: the same scene, smooth, under the same words and keys.

mod canvas;
mod iterm2;
mod kitty;
mod png;
mod sixel;

pub use png::encode;

pub use canvas::{Canvas, take_away};

use std::io::{self, Write};

use ratatui::layout::Rect;

use crate::scene::Picture;

/// A way to draw the map on a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Graphics {
    /// Characters.
    #[default]
    Cells,
    /// <https://sw.kovidgoyal.net/kitty/graphics-protocol/>
    Kitty,
    /// <https://iterm2.com/documentation-images.html>
    Iterm2,
    /// <https://vt100.net/docs/vt3xx-gp/chapter14.html>
    Sixel,
}

impl Graphics {
    pub(crate) const ALL: &[Self] = &[Self::Cells, Self::Kitty, Self::Iterm2, Self::Sixel];

    /// The word for it in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cells => "cells",
            Self::Kitty => "kitty",
            Self::Iterm2 => "iterm2",
            Self::Sixel => "sixel",
        }
    }

    /// Writes a picture that covers an area of the screen.
    fn show(self, picture: &Picture, area: Rect, id: u32, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Cells => Ok(()),
            Self::Kitty => kitty::show(picture, area, id, out),
            Self::Iterm2 => iterm2::show(picture, area, out),
            Self::Sixel => sixel::show(picture, out),
        }
    }

    /// Takes the picture away where it lies apart from the cells; elsewhere what is written next replaces it.
    fn remove(self, id: u32, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Kitty => kitty::remove(id, out),
            _ => Ok(()),
        }
    }
}

/// The id of this program's picture on the terminal.
fn id() -> u32 {
    std::process::id().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Grid;

    /// Red and green over nothing and red.
    fn picture() -> Picture {
        let mut pixels = Grid::new(2, 2, 1);
        pixels.set(1, 0, 2);
        pixels.set(0, 1, Picture::CLEAR);
        Picture {
            palette: vec![[0; 3], [255, 0, 0], [0, 255, 0]],
            pixels,
        }
    }

    fn shown(graphics: Graphics) -> String {
        let mut out = Vec::new();
        let area = Rect::new(3, 4, 5, 6);
        graphics
            .show(&picture(), area, 7, &mut out)
            .expect("memory takes everything");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn each_protocol_says_it_in_its_own_way() {
        assert_eq!(shown(Graphics::Cells), "");
        insta::assert_debug_snapshot!([
            shown(Graphics::Kitty),
            shown(Graphics::Iterm2),
            shown(Graphics::Sixel),
        ]);
    }

    #[test]
    fn only_what_lies_apart_is_removed() {
        let removed = |graphics: Graphics| {
            let mut out = Vec::new();
            graphics
                .remove(7, &mut out)
                .expect("memory takes everything");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(removed(Graphics::Kitty), "\x1b_Ga=d,d=I,i=7,q=2\x1b\\");
        assert_eq!(removed(Graphics::Sixel), "");
    }
}

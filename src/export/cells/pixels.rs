//! A screen in pixels.

use super::{Backdrop, Sheet, draw};
use crate::{
    export::png,
    scene::{ColourScheme, Rgb},
};

/// Draws every cell of a sheet over its backdrop, if it has one, at so many pixels to a unit of its SVG.
pub fn pixels(
    sheet: &Sheet,
    scheme: ColourScheme,
    backdrop: Option<&Backdrop>,
    scale: u8,
) -> Option<Vec<u8>> {
    let ground = draw::ground(scheme);
    let under = |at: (u32, u32)| -> Rgb {
        let colour = backdrop.and_then(|backdrop| backdrop.colour(at, scale));
        colour.unwrap_or(ground)
    };
    png::pixels_over(&draw::letters(sheet, scheme), scale, &under)
}

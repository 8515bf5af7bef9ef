//! A picture as a PNG file, for the protocols that take one.

use std::io;

use png::{BitDepth, ColorType, Compression, Encoder};

use crate::scene::Picture;

pub fn encode(picture: &Picture) -> io::Result<Vec<u8>> {
    let pixels = &picture.pixels;
    let side = |side: usize| u32::try_from(side).map_err(io::Error::other);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, side(pixels.width())?, side(pixels.height())?);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_palette(picture.palette.concat());
    // How opaque the first colours are; all others are.
    encoder.set_trns(&[0][..]);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels.values())?;
    writer.finish()?;
    Ok(file)
}

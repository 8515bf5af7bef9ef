//! The picture of the map in pixels, with letters of fonts that come with the program: the same everywhere.

use std::{ops::Range, sync::Arc, thread};

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::{
    tiny_skia::{ColorU8, Pixmap, Transform},
    usvg::{
        Options, Tree,
        fontdb::{Database, Source},
    },
};

use super::{ExportError, Exported, Exporter, svg};
use crate::scene::Rgb;

/// Fonts of the Noto family, see `assets/fonts/NOTICE.md`.
const FONTS: [&[u8]; 6] = [
    include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansMono-Bold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
];

/// The most pixels of a picture on a side: no file makes one that takes all memory.
const MOST: f32 = 16_384.0;

/// The same picture as [`Svg`](super::Svg), in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Png;

impl Exporter for Png {
    fn name(&self) -> &'static str {
        "png"
    }

    fn about(&self) -> &'static str {
        "The same picture in pixels"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["png"]
    }

    fn media_type(&self) -> &'static str {
        "image/png"
    }

    fn plots(&self) -> bool {
        true
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let picture = svg::picture(exported);
        pixels(&picture, exported.scale).ok_or(ExportError::Picture)
    }
}

/// The colour of each pixel, by its column and row.
pub type Under<'a> = &'a (dyn Fn((u32, u32)) -> Rgb + Sync);

/// Draws an SVG at so many pixels to its unit.
fn pixels(svg: &str, scale: u8) -> Option<Vec<u8>> {
    pixels_over(svg, scale, None)
}

/// Draws an SVG over what lies under it.
pub fn pixels_over(svg: &str, scale: u8, under: Option<Under>) -> Option<Vec<u8>> {
    let options = Options {
        fontdb: Arc::new(fonts()),
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = tree.size();
    let scale = f32::from(scale).min(MOST / size.width().max(size.height()));
    let size = size.to_int_size().scale_by(scale)?;
    let half = size.height() / 2;
    let draw = |rows| band(&tree, scale, size.width(), rows, under);
    let bands = thread::scope(|scope| {
        let lower = || draw(half..size.height());
        let other = thread::Builder::new().spawn_scoped(scope, lower);
        let upper = draw(0..half);
        let lower = other.map_or_else(|_| lower(), |other| other.join().ok().flatten());
        [upper, lower]
    });
    encoded(
        size.width(),
        &bands.into_iter().collect::<Option<Vec<_>>>()?,
    )
    .ok()
}

/// Draws some rows of a picture; none where there are none.
fn band(
    tree: &Tree,
    scale: f32,
    width: u32,
    rows: Range<u32>,
    under: Option<Under>,
) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(width, rows.len().try_into().ok()?)?;
    if let Some(under) = under {
        let at = rows
            .clone()
            .flat_map(|row| (0..width).map(move |col| (col, row)));
        for (pixel, at) in pixmap.pixels_mut().iter_mut().zip(at) {
            let [red, green, blue] = under(at);
            *pixel = ColorU8::from_rgba(red, green, blue, u8::MAX).premultiply();
        }
    }
    let at = Transform::from_scale(scale, scale).post_translate(0.0, -(rows.start as f32));
    resvg::render(tree, at, &mut pixmap.as_mut());
    Some(pixmap)
}

fn fonts() -> Database {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family("Noto Sans");
    fonts.set_monospace_family("Noto Sans Mono");
    fonts
}

/// Packs pixels with little effort: maps are of few colours side by side, so that more takes many times as long for a
/// few bytes less.
fn encoded(width: u32, bands: &[Pixmap]) -> Result<Vec<u8>, EncodingError> {
    // The paper leaves nothing to see through.
    let colours = bands.iter().flat_map(Pixmap::pixels);
    let colours: Vec<u8> = colours
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut png = Vec::new();
    let height = bands.iter().map(Pixmap::height).sum();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(png)
}

//! The picture of the map in pixels, with letters of fonts that come with the program: the same everywhere.

mod coverage;
mod faces;
mod letters;
mod shapes;

use std::{
    io::{self, Write},
    ops::Range,
    sync::Arc,
};

use png::{ColorType, DeflateCompression, Encoder, EncodingError, Filter, Writer};
use resvg::{
    tiny_skia::{ColorU8, IntSize, Pixmap, Transform},
    usvg::{
        Options, Tree,
        fontdb::{Database, Source},
    },
};

use super::{ExportError, Exported, Exporter, both::both, svg};
use crate::scene::Rgb;
use faces::FONTS;
use letters::Stamp;
use shapes::Tiles;

/// The most pixels of a picture on a side: no file makes one that takes all memory.
const MOST: f32 = 16_384.0;

/// The share of a picture that is drawn and packed in the time in which the rest is drawn.
const UPPER: (u32, u32) = (2, 5);

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
        drawn(&picture, exported.scale).ok_or(ExportError::Picture)
    }
}

/// The colour of each pixel, by its column and row.
pub type Under<'a> = &'a (dyn Fn((u32, u32)) -> Rgb + Sync);

/// Draws a picture at so many pixels to its unit, its letters while its shapes are read.
fn drawn(picture: &svg::Picture, scale: u8) -> Option<Vec<u8>> {
    let scale = fitting(picture.size(), scale);
    let letters = || letters::stamps(&picture.lines, scale);
    let shapes = || Tree::from_str(&picture.without_lines(), &Options::default());
    let (stamps, shapes) = both(&letters, shapes);
    encoded(&shapes.ok()?, scale, None, &stamps)
}

/// Draws an SVG at so many pixels to its unit over what lies under it.
pub fn pixels_over(svg: &str, scale: u8, under: Under) -> Option<Vec<u8>> {
    let options = Options {
        fontdb: Arc::new(fonts()),
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = (tree.size().width(), tree.size().height());
    encoded(&tree, fitting(size, scale), Some(under), &[])
}

/// The scale, or the largest that keeps a picture within its bounds.
fn fitting((width, height): (f32, f32), scale: u8) -> f32 {
    f32::from(scale).min(MOST / width.max(height))
}

/// Draws the upper part and packs it while another thread draws the lower one.
fn encoded(tree: &Tree, scale: f32, under: Option<Under>, stamps: &[Stamp]) -> Option<Vec<u8>> {
    let size = tree.size().to_int_size().scale_by(scale)?;
    let tiles = Tiles::new(tree, scale);
    let draw = |rows| {
        Band {
            tree,
            tiles: &tiles,
            scale,
            width: size.width(),
            under,
            stamps,
        }
        .pixels(rows)
    };
    let cut = size.height() * UPPER.0 / UPPER.1;
    let mut png = Vec::new();
    let mut file = begun(&mut png, size).ok()?;
    let mut writer = file.stream_writer_with_size(CHUNK).ok()?;
    let (lower, upper) = both(&|| draw(cut..size.height()), || {
        write(&mut writer, &draw(0..cut)?).ok()
    });
    upper?;
    write(&mut writer, &lower?).ok()?;
    writer.finish().ok()?;
    file.finish().ok()?;
    Some(png)
}

/// Some rows of a picture.
struct Band<'a> {
    tree: &'a Tree,
    tiles: &'a Tiles,
    scale: f32,
    width: u32,
    under: Option<Under<'a>>,
    stamps: &'a [Stamp],
}

impl Band<'_> {
    /// Draws those rows; `None` where there are none.
    fn pixels(&self, rows: Range<u32>) -> Option<Pixmap> {
        let mut pixmap = Pixmap::new(self.width, rows.len().try_into().ok()?)?;
        if let Some(under) = self.under {
            let all = rows
                .clone()
                .flat_map(|row| (0..self.width).map(move |col| (col, row)));
            for (pixel, at) in pixmap.pixels_mut().iter_mut().zip(all) {
                let [red, green, blue] = under(at);
                *pixel = ColorU8::from_rgba(red, green, blue, u8::MAX).premultiply();
            }
        }
        let at =
            Transform::from_scale(self.scale, self.scale).post_translate(0.0, -(rows.start as f32));
        self.tiles.paint(self.tree, at, &mut pixmap.as_mut());
        for stamp in self.stamps {
            stamp.paint(&mut pixmap.as_mut(), rows.start);
        }
        Some(pixmap)
    }
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

/// Bytes of a picture that are packed at a time.
const CHUNK: usize = 1 << 16;

/// Begins a file that is packed with little effort: maps are of few colours side by side, so that more takes many times as
/// long for a few bytes less.
fn begun(png: &mut Vec<u8>, size: IntSize) -> Result<Writer<&mut Vec<u8>>, EncodingError> {
    let mut encoder = Encoder::new(png, size.width(), size.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()
}

/// Adds rows to a file, one at a time: memory that is new for each picture costs as much as drawing in it.
fn write(writer: &mut impl Write, pixels: &Pixmap) -> io::Result<()> {
    let mut colours = vec![0; pixels.width() as usize * 3];
    let rows = pixels.data().chunks_exact(pixels.width() as usize * 4);
    for row in rows {
        // The paper leaves nothing to see through.
        let row = row.as_chunks::<4>().0.iter();
        for (colour, &[red, green, blue, _]) in colours.as_chunks_mut().0.iter_mut().zip(row) {
            *colour = [red, green, blue];
        }
        writer.write_all(&colours)?;
    }
    Ok(())
}

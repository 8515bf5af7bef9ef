//! The picture of the map in pixels, with letters of fonts that come with the program: the same everywhere.

use std::sync::Arc;

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use super::{ExportError, Exported, Exporter, svg};

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

/// Draws an SVG at so many pixels to its unit.
pub fn pixels(svg: &str, scale: u8) -> Option<Vec<u8>> {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Noto Sans");
    fonts.set_monospace_family("Noto Sans Mono");
    let options = Options {
        fontdb: Arc::new(fonts),
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = tree.size();
    let scale = f32::from(scale).min(MOST / size.width().max(size.height()));
    let size = size.to_int_size().scale_by(scale)?;
    let mut pixmap = Pixmap::new(size.width(), size.height())?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().ok()
}

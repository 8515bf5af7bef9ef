//! Shapes of an SVG in pixels, as resvg draws them; but for fills of a pattern, which it draws a sample at a time, through
//! filters that tiles of whole pixels don't need.

use std::collections::HashMap;

use resvg::{
    tiny_skia::{self, Pixmap, PixmapMut, Transform},
    usvg::{FillRule, Group, Node, Paint, Path, Pattern, Tree},
};

use super::coverage::Coverage;
use crate::scene::Rgb;

/// The tiles of a tree's patterns, at a scale.
#[derive(Debug)]
pub struct Tiles(HashMap<String, Pixmap>);

impl Tiles {
    /// Draws the tile of each pattern.
    pub fn new(tree: &Tree, scale: f32) -> Self {
        let mut tiles = Self(HashMap::new());
        for pattern in tree.patterns() {
            if let Some(tile) = tile(pattern, scale) {
                tiles.0.insert(pattern.id().to_owned(), tile);
            }
        }
        tiles
    }

    /// Draws the shapes of a tree.
    pub fn paint(&self, tree: &Tree, at: Transform, pixels: &mut PixmapMut) {
        self.group(tree.root(), at, pixels);
    }

    fn group(&self, group: &Group, at: Transform, pixels: &mut PixmapMut) {
        for node in group.children() {
            match node {
                Node::Group(group) if !group.should_isolate() => {
                    self.group(group, at.pre_concat(group.transform()), pixels);
                }
                Node::Path(path) if self.tiled(path, at, pixels).is_some() => {}
                Node::Path(path) if plain(path, at, pixels).is_some() => {}
                _ => alone(node, at, pixels),
            }
        }
    }

    /// Draws a shape that a tile fills; `None` where it is none.
    fn tiled(&self, path: &Path, at: Transform, pixels: &mut PixmapMut) -> Option<()> {
        let fill = path.fill()?;
        let Paint::Pattern(pattern) = fill.paint() else {
            return None;
        };
        let tile = self.0.get(pattern.id())?;
        if path.stroke().is_some() || fill.rule() != FillRule::NonZero {
            return None;
        }
        let outline = path.data().clone().transform(at)?;
        let Some(coverage) = Coverage::within(&outline, (pixels.width(), pixels.height())) else {
            return Some(());
        };
        let (wide, high) = (tile.width(), tile.height());
        let unit = (
            wide as f32 / pattern.rect().width() / at.sx,
            high as f32 / pattern.rect().height() / at.sy,
        );
        let (cols, rows) = (
            Steps::new(at.tx, unit.0, wide, pixels.width()),
            Steps::new(at.ty, unit.1, high, pixels.height()),
        );
        let colour = |x: usize, y: usize| -> Rgb {
            let nth = rows.0[y] * wide as usize + cols.0[x];
            let colour = tile.pixels()[nth];
            [colour.red(), colour.green(), colour.blue()]
        };
        coverage.paint(pixels, 0, fill.opacity().get(), colour);
        Some(())
    }
}

/// The pixel of a tile that each pixel of a row or a column takes its colour from.
struct Steps(Vec<usize>);

impl Steps {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to the side of the tile"
    )]
    fn new(from: f32, unit: f32, side: u32, count: u32) -> Self {
        let step = |n: u32| ((n as f32 + 0.5 - from) * unit).rem_euclid(side as f32) as usize;
        let last = side as usize - 1;
        Self((0..count).map(|n| step(n).min(last)).collect())
    }
}

fn tile(pattern: &Pattern, scale: f32) -> Option<Pixmap> {
    let rect = pattern.rect();
    let size = rect.size().to_int_size().scale_by(scale)?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    let at = Transform::from_scale(
        size.width() as f32 / rect.width(),
        size.height() as f32 / rect.height(),
    );
    Tiles(HashMap::new()).group(pattern.root(), at, &mut pixels.as_mut());
    Some(pixels)
}

/// Draws a shape of plain colours; `None` where it has others.
fn plain(path: &Path, at: Transform, pixels: &mut PixmapMut) -> Option<()> {
    let is_colour = |paint: &Paint| matches!(paint, Paint::Color(_));
    let (fill, stroke) = (path.fill(), path.stroke());
    if !fill.is_none_or(|fill| is_colour(fill.paint()))
        || !stroke.is_none_or(|stroke| is_colour(stroke.paint()))
    {
        return None;
    }
    let paint = |paint: &Paint, opacity: u8| {
        let mut colour = tiny_skia::Paint::default();
        if let Paint::Color(rgb) = paint {
            colour.set_color_rgba8(rgb.red, rgb.green, rgb.blue, opacity);
        }
        colour.anti_alias = path.rendering_mode().use_shape_antialiasing();
        colour
    };
    if let Some(fill) = fill {
        let rule = match fill.rule() {
            FillRule::NonZero => tiny_skia::FillRule::Winding,
            FillRule::EvenOdd => tiny_skia::FillRule::EvenOdd,
        };
        let colour = paint(fill.paint(), fill.opacity().to_u8());
        pixels.fill_path(path.data(), &colour, rule, at, None);
    }
    if let Some(stroke) = stroke {
        let colour = paint(stroke.paint(), stroke.opacity().to_u8());
        pixels.stroke_path(path.data(), &colour, &stroke.to_tiny_skia(), at, None);
    }
    Some(())
}

/// Has resvg draw a node where it lies; by itself it would move it to the corner.
fn alone(node: &Node, at: Transform, pixels: &mut PixmapMut) {
    if let Some(bounds) = node.abs_layer_bounding_box() {
        let _ = resvg::render_node(node, at.pre_translate(bounds.x(), bounds.y()), pixels);
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::Options;

    use super::*;
    use crate::{
        atlas::Switchboard,
        export::{Exported, svg},
        file::{self, RegionFile},
    };

    #[test]
    fn shapes_look_as_resvg_draws_them() {
        let document = file::load(&RegionFile::builtin()).expect("a map");
        let nothing = Switchboard::default();
        let exported = Exported::new(&document.atlas, &document.map, None, &nothing);
        let svg = svg::picture(&exported).without_lines();
        let tree = Tree::from_str(&svg, &Options::default()).expect("an SVG");
        let scale = 2.0;
        let size = tree.size().to_int_size().scale_by(scale).expect("a size");
        let at = Transform::from_scale(scale, scale);
        let mut pictures = [(); 2].map(|()| Pixmap::new(size.width(), size.height()));
        let [Some(ours), Some(theirs)] = &mut pictures else {
            panic!("no memory")
        };
        Tiles::new(&tree, scale).paint(&tree, at, &mut ours.as_mut());
        resvg::render(&tree, at, &mut theirs.as_mut());
        let pairs = ours.data().iter().zip(theirs.data());
        let apart = pairs.filter(|(a, b)| a.abs_diff(**b) > 8).count();
        assert!(apart * 1_000 < ours.data().len(), "{apart}");
    }
}

//! The share of each pixel that something covers.

use std::rc::Rc;

use ab_glyph_rasterizer::{Rasterizer, point};
use resvg::tiny_skia::{FillRule, IntRect, Mask, Path, PathSegment, PixmapMut, Point, Transform};

use crate::scene::Rgb;

/// A rectangle of pixels, and how much of each is covered.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Its left upper corner.
    at: (i32, i32),
    width: usize,
    /// Row by row, from 0 to 255.
    data: Vec<u8>,
}

/// Bytes to a pixel of a pixmap.
const PIXEL: usize = 4;

impl Coverage {
    /// The pixels that a glyph covers, or `None` where there are none.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 255"
    )]
    pub fn of_glyph(outline: &Path) -> Option<Self> {
        let rect = outline.bounds().round_out()?;
        let (width, height) = (rect.width() as usize, rect.height() as usize);
        let mut raster = Rasterizer::new(width, height);
        let at = |to: Point| point(to.x - rect.x() as f32, to.y - rect.y() as f32);
        let (mut start, mut last) = (point(0.0, 0.0), point(0.0, 0.0));
        for segment in outline.segments() {
            let from = last;
            last = match segment {
                PathSegment::MoveTo(to) => {
                    start = at(to);
                    start
                }
                PathSegment::LineTo(to) => {
                    raster.draw_line(from, at(to));
                    at(to)
                }
                PathSegment::QuadTo(by, to) => {
                    raster.draw_quad(from, at(by), at(to));
                    at(to)
                }
                PathSegment::CubicTo(by, near, to) => {
                    raster.draw_cubic(from, at(by), at(near), at(to));
                    at(to)
                }
                PathSegment::Close => {
                    raster.draw_line(from, start);
                    start
                }
            };
        }
        let mut data = vec![0; width * height];
        raster.for_each_pixel(|nth, share| data[nth] = (share.min(1.0) * 255.0).round() as u8);
        Some(Self {
            at: (rect.x(), rect.y()),
            width,
            data,
        })
    }

    /// The pixels that an area covers in a picture that is so large, or `None` where there are none.
    pub fn within(path: &Path, (width, height): (u32, u32)) -> Option<Self> {
        let picture = IntRect::from_xywh(0, 0, width, height)?;
        let rect = path.bounds().round_out()?.intersect(&picture)?;
        let (left, top) = (rect.x(), rect.y());
        let mut mask = Mask::new(rect.width(), rect.height())?;
        let to_corner = Transform::from_translate(-left as f32, -top as f32);
        mask.fill_path(path, FillRule::Winding, true, to_corner);
        Some(Self {
            at: (left, top),
            width: mask.width() as usize,
            data: mask.take(),
        })
    }

    /// The number of its pixels, covered or not.
    #[cfg(test)]
    pub fn pixels(&self) -> usize {
        self.data.len()
    }

    fn height(&self) -> usize {
        self.data.len() / self.width
    }

    /// The pixels that several cover together, each moved to its place.
    pub fn union(parts: &[(Rc<Self>, (i32, i32))]) -> Option<Self> {
        let end = |at: i32, side: usize| at.checked_add_unsigned(u32::try_from(side).ok()?);
        let corners = parts.iter().filter_map(|(part, (x, y))| {
            let (left, top) = (part.at.0 + x, part.at.1 + y);
            Some((left, top, end(left, part.width)?, end(top, part.height())?))
        });
        let (left, top, right, bottom) =
            corners.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))?;
        let (width, height) = (right.abs_diff(left) as usize, bottom.abs_diff(top) as usize);
        let mut all = Self {
            at: (left, top),
            width,
            data: vec![0; width * height],
        };
        for (part, (x, y)) in parts {
            let right = (part.at.0 + x).abs_diff(left) as usize;
            let down = (part.at.1 + y).abs_diff(top) as usize;
            all.add(part, (right, down), 256);
        }
        Some(all)
    }

    /// Covers what another does, moved so far to the right and down, by so many 256ths of it.
    fn add(&mut self, other: &Self, (right, down): (usize, usize), share: u16) {
        let rows = self.data.chunks_exact_mut(self.width).skip(down);
        for (row, covered) in rows.zip(other.data.chunks_exact(other.width)) {
            for (all, one) in row[right..].iter_mut().zip(covered) {
                *all = (*all).max(((u16::from(*one) * share) >> 8) as u8);
            }
        }
    }

    /// The same with a rim around it that is so many pixels wide.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few pixels"
    )]
    pub fn grown(&self, rim: f32) -> Self {
        let reach = rim.ceil();
        let side = 2 * reach as usize;
        let width = self.width + side;
        let mut grown = Self {
            at: (self.at.0 - reach as i32, self.at.1 - reach as i32),
            width,
            data: vec![0; width * (self.height() + side)],
        };
        for (right, down) in (0..=side).flat_map(|x| (0..=side).map(move |y| (x, y))) {
            let far = (right as f32 - reach).hypot(down as f32 - reach);
            // A pixel at the edge of a letter is covered in part, and so is one at the edge of the rim.
            let share = (rim + 1.0 - far).clamp(0.0, 1.0) * 256.0;
            grown.add(self, (right, down), share as u16);
        }
        grown
    }

    /// Paints the pixels that are covered, in some rows of an opaque picture from that one on. Where opacity is 1, what
    /// lies under them is hidden; each has its colour by its column and its row.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 255"
    )]
    pub fn paint(
        &self,
        rows: &mut PixmapMut,
        first: u32,
        opacity: f32,
        colour: impl Fn(usize, usize) -> Rgb,
    ) {
        let (width, height) = (rows.width() as usize, rows.height() as usize);
        let inside = |at: i32, most: usize| usize::try_from(at).ok().filter(|&at| at < most);
        let opacity = (opacity * 255.0).round() as u32;
        let pixels = rows.data_mut();
        let top = self.at.1.saturating_sub_unsigned(first);
        for (y, covered) in (top..).zip(self.data.chunks_exact(self.width)) {
            let Some(y) = inside(y, height) else {
                continue;
            };
            let row = &mut pixels[y * width * PIXEL..][..width * PIXEL];
            for (x, &share) in (self.at.0..).zip(covered) {
                if share > 0
                    && let Some(x) = inside(x, width)
                {
                    let share = u32::from(share) * opacity / 255;
                    blend(&mut row[x * PIXEL..], colour(x, y), share);
                }
            }
        }
    }
}

/// Mixes so many 255ths of a colour into an opaque pixel.
#[expect(clippy::cast_possible_truncation, reason = "between two bytes")]
fn blend(pixel: &mut [u8], colour: Rgb, share: u32) {
    if share == 255 {
        pixel[..colour.len()].copy_from_slice(&colour);
        return;
    }
    for (under, over) in pixel.iter_mut().zip(colour) {
        let mixed = u32::from(*under) * (255 - share) + u32::from(over) * share;
        *under = ((mixed + 127) / 255) as u8;
    }
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::{PathBuilder, Pixmap, Rect};

    use super::*;

    /// A square of two pixels, half a pixel to the right of the origin.
    fn square() -> Coverage {
        let rect = Rect::from_xywh(0.5, 0.0, 2.0, 2.0).expect("a square");
        Coverage::of_glyph(&PathBuilder::from_rect(rect)).expect("pixels")
    }

    #[test]
    fn a_pixel_is_covered_by_the_area_in_it() {
        assert_eq!(square().data, [128, 255, 128].repeat(2));
    }

    #[test]
    fn a_rim_lies_on_every_side() {
        let grown = square().grown(1.0);
        assert_eq!((grown.at, grown.width, grown.height()), ((-1, -1), 5, 4));
        assert_eq!(&grown.data[..5], [74, 148, 255, 148, 74]);
    }

    #[test]
    fn what_lies_beyond_the_rows_is_not_painted() {
        let far = (Rc::new(square()), (-2, 1));
        let coverage = Coverage::union(&[far]).expect("pixels");
        let mut pixels = Pixmap::new(2, 1).expect("pixels");
        pixels.fill(resvg::tiny_skia::Color::WHITE);
        coverage.paint(&mut pixels.as_mut(), 2, 1.0, |_, _| [0; 3]);
        let red: Vec<u8> = pixels.pixels().iter().map(|it| it.red()).collect();
        assert_eq!(red, [127, 255]);
    }
}

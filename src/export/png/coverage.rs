//! How much of each pixel something covers.

use std::rc::Rc;

use resvg::tiny_skia::{FillRule, Mask, Path, PixmapMut, Transform};

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
    /// The pixels that an area covers, or `None` where there are none.
    #[expect(clippy::cast_precision_loss, reason = "inside the picture")]
    pub fn of(path: &Path) -> Option<Self> {
        let bounds = path.bounds().round_out()?;
        let (left, top) = (bounds.x(), bounds.y());
        let mut mask = Mask::new(bounds.width(), bounds.height())?;
        let to_corner = Transform::from_translate(-left as f32, -top as f32);
        mask.fill_path(path, FillRule::Winding, true, to_corner);
        Some(Self {
            at: (left, top),
            width: mask.width() as usize,
            data: mask.take(),
        })
    }

    /// What several cover together, each moved to its place.
    pub fn union(parts: &[(Rc<Self>, (i32, i32))]) -> Option<Self> {
        let corners = parts.iter().map(|(part, (x, y))| {
            let (left, top) = (part.at.0 + x, part.at.1 + y);
            let size = (part.width, part.data.len() / part.width);
            let end =
                |at: i32, size: usize| at.saturating_add_unsigned(u32::try_from(size).unwrap_or(0));
            (left, top, end(left, size.0), end(top, size.1))
        });
        let (left, top, right, bottom) =
            corners.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))?;
        let (width, height) = (right.abs_diff(left) as usize, bottom.abs_diff(top) as usize);
        let mut data = vec![0; width * height];
        for (part, (x, y)) in parts {
            let skipped = part.at.0.abs_diff(left - x) as usize;
            let first = part.at.1.abs_diff(top - y) as usize;
            let rows = data.chunks_exact_mut(width).skip(first);
            for (row, covered) in rows.zip(part.data.chunks_exact(part.width)) {
                for (all, one) in row[skipped..].iter_mut().zip(covered) {
                    *all = (*all).max(*one);
                }
            }
        }
        Some(Self {
            at: (left, top),
            width,
            data,
        })
    }

    /// The same with a rim around it that is so many pixels wide.
    pub fn grown(&self, rim: f32) -> Self {
        let reach = rim.ceil() as usize;
        let (width, height) = (self.width, self.data.len() / self.width);
        let mut data = vec![0; (width + 2 * reach) * (height + 2 * reach)];
        let middle = reach as f32;
        for (down, right) in (0..=2 * reach).flat_map(|y| (0..=2 * reach).map(move |x| (y, x))) {
            let far = (down as f32 - middle).hypot(right as f32 - middle);
            // Half a pixel more than the rim is covered in part.
            let share = (rim + 0.5 - far).clamp(0.0, 1.0);
            let share = (share * 256.0) as u16;
            let rows = data.chunks_exact_mut(width + 2 * reach).skip(down);
            for (row, covered) in rows.zip(self.data.chunks_exact(width)) {
                for (all, one) in row[right..].iter_mut().zip(covered) {
                    *all = (*all).max((u16::from(*one) * share >> 8) as u8);
                }
            }
        }
        let reach = reach as i32;
        Self {
            at: (self.at.0 - reach, self.at.1 - reach),
            width: width + 2 * reach as usize,
            data,
        }
    }

    /// Paints a colour on the pixels that are covered, in some rows of an opaque picture from that one on.
    pub fn paint(&self, rows: &mut PixmapMut, first: u32, colour: Rgb, opacity: f64) {
        let (width, height) = (rows.width() as usize, rows.height() as usize);
        let inside = |at: i32, most: usize| usize::try_from(at).ok().filter(|&at| at < most);
        let top = self.at.1.saturating_sub_unsigned(first);
        let pixels = rows.data_mut();
        for (y, covered) in (top..).zip(self.data.chunks_exact(self.width)) {
            let Some(y) = inside(y, height) else {
                continue;
            };
            let row = &mut pixels[y * width * PIXEL..][..width * PIXEL];
            for (x, &share) in (self.at.0..).zip(covered) {
                if share > 0
                    && let Some(x) = inside(x, width)
                {
                    blend(
                        &mut row[x * PIXEL..],
                        colour,
                        f64::from(share) / 255.0 * opacity,
                    );
                }
            }
        }
    }
}

/// Mixes so much of a colour into an opaque pixel.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between two bytes"
)]
fn blend(pixel: &mut [u8], colour: Rgb, share: f64) {
    for (under, over) in pixel.iter_mut().zip(colour) {
        let (from, to) = (f64::from(*under), f64::from(over));
        *under = (from + (to - from) * share).round() as u8;
    }
}

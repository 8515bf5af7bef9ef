//! Rectangles around things.

use ::geo::{BoundingRect, MultiPolygon, Rect, coord};

/// The rectangle around some shapes, in degrees.
pub fn bounds<'a>(shapes: impl Iterator<Item = &'a MultiPolygon>) -> Option<Rect> {
    union(shapes.filter_map(BoundingRect::bounding_rect))
}

/// The rectangle around some others.
pub fn union(rects: impl Iterator<Item = Rect>) -> Option<Rect> {
    rects.reduce(|a, b| {
        let (low, high) = (a.min(), a.max());
        Rect::new(
            coord! {x: low.x.min(b.min().x), y: low.y.min(b.min().y)},
            coord! {x: high.x.max(b.max().x), y: high.y.max(b.max().y)},
        )
    })
}

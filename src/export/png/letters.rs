//! Lines of text in pixels. Each glyph is drawn once, however often it stands in a picture.

use std::{collections::HashMap, rc::Rc};

use resvg::tiny_skia::PixmapMut;

use super::{
    coverage::Coverage,
    faces::{Faces, Glyph},
};
use crate::{
    export::{
        svg::{Halo, TextStyle},
        vector::{Anchor, TextLine},
    },
    scene::Rgb,
};

/// Places between two pixels that a glyph can begin at.
const STEPS: f32 = 4.0;

/// Marks above and below letters are piled up so high, in ems.
const PILE: f32 = 2.0;

const WHITE: Rgb = [u8::MAX; 3];

/// Letters in a colour.
#[derive(Debug)]
pub struct Stamp {
    coverage: Coverage,
    colour: Rgb,
    /// The share of what lies under it that is hidden, at most 1.
    opacity: f32,
}

impl Stamp {
    /// Paints it on some rows of a picture, from that one on.
    pub fn paint(&self, rows: &mut PixmapMut, first: u32) {
        let colour = |_, _| self.colour;
        self.coverage.paint(rows, first, self.opacity, colour);
    }
}

/// The stamps of lines at so many pixels to a unit, each with its halo before it.
pub fn stamps(lines: &[TextLine], scale: f32) -> Vec<Stamp> {
    let mut letters = Letters {
        faces: Faces::default(),
        scale,
        drawn: HashMap::new(),
    };
    lines.iter().flat_map(|line| letters.line(line)).collect()
}

/// The marks that tell glyphs in pixels apart: font, number, pixels to the em, and the step between two pixels.
type Key = (usize, u32, u32, u8);

struct Letters {
    faces: Faces,
    scale: f32,
    drawn: HashMap<Key, Option<Rc<Coverage>>>,
}

impl Letters {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no picture needs more than single precision"
    )]
    fn line(&mut self, line: &TextLine) -> Vec<Stamp> {
        let style = TextStyle::of(line.class);
        let em = style.size as f32 * self.scale;
        let spacing = (style.spacing / style.size) as f32;
        let set = self.faces.set(&line.text, style.is_bold, spacing);
        let left = match line.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => set.width / 2.0,
            Anchor::End => set.width,
        };
        let x = line.at.0 as f32 * self.scale - left * em;
        let y = (line.at.1 as f32 * self.scale).round();
        let glyphs = set.glyphs.into_iter();
        let glyphs = glyphs.filter(|glyph| glyph.at.1.abs() < PILE);
        let glyphs: Vec<_> = glyphs
            .filter_map(|glyph| {
                let at = (x + glyph.at.0 * em, y - glyph.at.1 * em);
                self.glyph(glyph, em, at)
            })
            .collect();
        let Some(coverage) = Coverage::union(&glyphs) else {
            return Vec::new();
        };
        let halo = style.halo.map(|Halo { width, opacity }| Stamp {
            coverage: coverage.grown(width as f32 / 2.0 * self.scale),
            colour: WHITE,
            opacity: opacity as f32,
        });
        let ink = Stamp {
            coverage,
            colour: style.ink,
            opacity: 1.0,
        };
        halo.into_iter().chain([ink]).collect()
    }

    /// A glyph, and the pixel that it lies at.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "inside the picture"
    )]
    fn glyph(
        &mut self,
        glyph: Glyph,
        em: f32,
        (x, y): (f32, f32),
    ) -> Option<(Rc<Coverage>, (i32, i32))> {
        let steps = (x * STEPS).round();
        let step = steps.rem_euclid(STEPS);
        let at = ((steps / STEPS).floor() as i32, y.round() as i32);
        let key = (glyph.face, glyph.id, em.to_bits(), step as u8);
        let draw = || {
            let outline = self.faces.outline(glyph, em, step / STEPS)?;
            Coverage::of_glyph(&outline).map(Rc::new)
        };
        let coverage = self.drawn.entry(key).or_insert_with(draw).clone()?;
        Some((coverage, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_piled_up_without_end() {
        let line = |marks: usize| TextLine {
            at: (0.0, 0.0),
            class: "name",
            anchor: Anchor::Start,
            place: None,
            text: format!("Q{}", "\u{301}".repeat(marks)),
        };
        let area = |marks| {
            let stamps = stamps(&[line(marks)], 4.0);
            let areas = stamps.iter().map(|stamp| stamp.coverage.pixels());
            areas.max().expect("letters")
        };
        assert!(area(2_000) <= area(20), "{} {}", area(2_000), area(20));
    }
}

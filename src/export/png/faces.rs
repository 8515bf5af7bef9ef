//! The fonts that come with the program, and which of their glyphs a text is set in.

use std::{cell::OnceCell, ops::Range};

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::tiny_skia::{Path, PathBuilder};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlineGlyphCollection, OutlinePen},
};
use unicode_bidi::{BidiInfo, Level};

/// Fonts of the Noto family, see `assets/fonts/NOTICE.md`.
pub const FONTS: [&[u8]; 6] = [
    include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansMono-Bold.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
];

/// The fonts that words are looked for in, by their number, the first that has a letter.
const REGULAR: [usize; 3] = [0, 4, 5];
const BOLD: [usize; 4] = [1, 0, 4, 5];

/// The number of the glyph that stands for what a font doesn't have.
const MISSING: u32 = 0;

/// A font, read as far as it is needed.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    letters: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    units_per_em: f32,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Some(Self {
            shaper: ShaperData::new(&font),
            letters: font.charmap(),
            outlines: font.outline_glyphs(),
            units_per_em: f32::from(metrics.units_per_em),
            font,
        })
    }

    fn has(&self, letter: char) -> bool {
        self.letters.map(letter).is_some()
    }
}

/// A glyph of a line.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// The number of its font.
    pub face: usize,
    /// Its number in the font.
    pub id: u32,
    /// Ems from the start of the line and above its baseline.
    pub at: (f32, f32),
}

/// A line of glyphs, from the left to the right.
#[derive(Debug, Default)]
pub struct Setting {
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// Ems that it is wide.
    pub width: f32,
}

/// All the fonts.
#[derive(Default)]
pub struct Faces([OnceCell<Option<Face>>; FONTS.len()]);

impl Faces {
    fn get(&self, nth: usize) -> Option<&Face> {
        self.0[nth].get_or_init(|| Face::new(FONTS[nth])).as_ref()
    }

    /// Sets a text, with so many ems between letters beside those of the font.
    pub fn set(&self, text: &str, is_bold: bool, spacing: f32) -> Setting {
        let faces: &[usize] = if is_bold { &BOLD } else { &REGULAR };
        let bidi = BidiInfo::new(text, Some(Level::ltr()));
        let mut setting = Setting::default();
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let is_ltr = levels[run.start].is_ltr();
                let mut pieces = self.pieces(text, run, faces);
                if !is_ltr {
                    pieces.reverse();
                }
                for (nth, range) in pieces {
                    self.shape(&mut setting, nth, &text[range], is_ltr, spacing);
                }
            }
        }
        setting
    }

    /// Parts a run where another font is needed: letters stay in that of the letters before where it has them.
    fn pieces(&self, text: &str, run: Range<usize>, faces: &[usize]) -> Vec<(usize, Range<usize>)> {
        let has = |nth: usize, letter| self.get(nth).is_some_and(|face| face.has(letter));
        let mut pieces: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, letter) in text[run.clone()].char_indices() {
            let (start, end) = (run.start + at, run.start + at + letter.len_utf8());
            let last = pieces.last().map(|(nth, _)| *nth);
            let mut likely = faces[..1].iter().chain(&last).chain(&faces[1..]).copied();
            let nth = likely.find(|&nth| has(nth, letter));
            match (nth.or(last).unwrap_or(faces[0]), pieces.last_mut()) {
                (nth, Some((known, piece))) if *known == nth => piece.end = end,
                (nth, _) => pieces.push((nth, start..end)),
            }
        }
        pieces
    }

    fn shape(&self, setting: &mut Setting, nth: usize, text: &str, is_ltr: bool, spacing: f32) {
        let Some(face) = self.get(nth) else {
            return;
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_ltr {
            Direction::LeftToRight
        } else {
            Direction::RightToLeft
        });
        buffer.guess_segment_properties();
        let shaper = face.shaper.shaper(&face.font).build();
        let set = shaper.shape(buffer, ShapeOptions::new());
        let ems = |units: i32| units as f32 / face.units_per_em;
        for (info, position) in set.glyph_infos().iter().zip(set.glyph_positions()) {
            setting.glyphs.push(Glyph {
                face: nth,
                id: info.glyph_id,
                at: (
                    setting.width + ems(position.x_offset),
                    ems(position.y_offset),
                ),
            });
            // Room between joined letters would part them.
            let spacing = if is_ltr { spacing } else { 0.0 };
            setting.width += ems(position.x_advance) + spacing;
        }
    }

    /// The outline of a glyph at so many pixels to the em, with its origin at so many pixels to the right.
    pub fn outline(&self, glyph: Glyph, em: f32, right: f32) -> Option<Path> {
        if glyph.id == MISSING {
            return missing(em, right);
        }
        let outlines = &self.get(glyph.face)?.outlines;
        let outline = outlines.get(GlyphId::new(glyph.id))?;
        let mut pen = Pen {
            path: PathBuilder::new(),
            right,
        };
        let size = DrawSettings::unhinted(Size::new(em), LocationRef::default());
        outline.draw(size, &mut pen).ok()?;
        pen.path.finish()
    }
}

/// A frame, which tells that there is a letter that no font has.
fn missing(em: f32, right: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (width, height, line) = (0.5 * em, 0.7 * em, 0.05 * em);
    let outer = [(line, 0.0), (width, 0.0), (width, -height), (line, -height)];
    let inner = [
        (2.0 * line, -line),
        (2.0 * line, line - height),
        (width - line, line - height),
        (width - line, -line),
    ];
    for [start, rest @ ..] in [outer, inner] {
        path.move_to(start.0 + right, start.1);
        for (x, y) in rest {
            path.line_to(x + right, y);
        }
        path.close();
    }
    path.finish()
}

/// Draws an outline downwards, as pixels go.
struct Pen {
    path: PathBuilder,
    right: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(x + self.right, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(x + self.right, -y);
    }

    fn quad_to(&mut self, x: f32, y: f32, end_x: f32, end_y: f32) {
        let right = self.right;
        self.path.quad_to(x + right, -y, end_x + right, -end_y);
    }

    fn curve_to(&mut self, x: f32, y: f32, next_x: f32, next_y: f32, end_x: f32, end_y: f32) {
        let right = self.right;
        let (first, next) = ((x + right, -y), (next_x + right, -next_y));
        self.path
            .cubic_to(first.0, first.1, next.0, next.1, end_x + right, -end_y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_joined_and_go_the_way_of_their_script() {
        let faces = Faces::default();
        let set = faces.set("a حلب", false, 0.0);
        let fonts: Vec<usize> = set.glyphs.iter().map(|glyph| glyph.face).collect();
        assert_eq!(fonts[..2], [0, 0]);
        assert!(fonts[2..].iter().all(|&nth| nth == 4), "{fonts:?}");
        let apart = |text: &str| faces.set(text, false, 0.0).glyphs.last().map(|it| it.id);
        // The first letter stands at the right, and joined it has another form than alone.
        let ids: Vec<u32> = set.glyphs.iter().map(|glyph| glyph.id).collect();
        assert_ne!(ids.last().copied(), apart("ح"));
        assert_eq!(ids.last().copied(), apart("حلب"));
    }

    #[test]
    fn what_no_font_has_is_set_all_the_same() {
        let faces = Faces::default();
        assert_eq!(faces.set("", true, 0.1).glyphs.len(), 0);
        let unknown = faces.set("\u{10ffff}\u{e000}", true, 0.1).glyphs;
        assert_eq!(unknown.len(), 2);
        assert!(
            unknown
                .iter()
                .all(|it| faces.outline(*it, 20.0, 0.0).is_some())
        );
        let (plain, wide) = (faces.set("ab", true, 0.0), faces.set("ab", true, 0.5));
        assert!((wide.width - plain.width - 1.0).abs() < 1e-5);
    }
}

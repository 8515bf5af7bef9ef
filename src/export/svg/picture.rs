//! A picture before it is a file: shapes as elements of SVG, and the lines of text over them.

use std::fmt::Write;

use super::{sheet::Sheet, text_style};
use crate::{
    export::{
        Exported,
        vector::{self, TextLine},
        xml::escape,
    },
    scene::ColourScheme,
};

/// Units that every picture is wide.
pub const WIDTH: f64 = 1200.0;

/// Everything about classes of shapes but the colours of the map.
const STYLE: &str = include_str!("style.css");

/// A picture as wide as every other, and so high.
#[derive(Debug)]
pub struct Picture {
    title: String,
    height: f64,
    /// The rules of its colours.
    colours: String,
    /// The patterns that its shapes are filled with.
    patterns: String,
    /// The elements of its shapes, the lowest first.
    shapes: String,
    /// Its lines of text, in the order in which they are read.
    pub lines: Vec<TextLine>,
}

impl Picture {
    /// Takes a blank sheet of paper.
    pub fn new(exported: &Exported, height: f64, patterns: String) -> Self {
        Self {
            title: exported.atlas.title.clone(),
            height,
            colours: vector::style(ColourScheme::Light, exported.atlas),
            patterns,
            shapes: String::new(),
            lines: Vec::new(),
        }
    }

    /// Units that it is wide and high.
    #[cfg(feature = "pictures")]
    #[expect(clippy::cast_possible_truncation, reason = "of few digits")]
    pub fn size(&self) -> (f32, f32) {
        (WIDTH as f32, self.height as f32)
    }

    /// Adds what is drawn from a point on.
    pub fn draw(&mut self, at: (f64, f64), shapes: &[&str], lines: Vec<TextLine>) {
        let (right, down) = at;
        let _ = writeln!(self.shapes, "<g transform=\"translate({right} {down})\">");
        self.shapes.extend(shapes.iter().copied());
        self.shapes += "</g>\n";
        let lines = lines.into_iter().map(|line| line.moved(at));
        self.lines.extend(lines);
    }

    /// Adds a column of words.
    pub fn add(&mut self, sheet: Sheet) {
        self.shapes += &sheet.shapes;
        self.lines.extend(sheet.lines);
    }

    /// The whole picture as SVG.
    pub fn svg(&self) -> String {
        let lines = self.lines.iter().map(TextLine::element);
        self.with(&text_style::rules(), &lines.collect::<String>())
    }

    /// The same without its lines.
    #[cfg(feature = "pictures")]
    pub fn without_lines(&self) -> String {
        self.with("", "")
    }

    fn with(&self, rules: &str, lines: &str) -> String {
        let Self {
            height,
            colours,
            patterns,
            shapes,
            ..
        } = self;
        let title = escape(&self.title);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" font-family=\"Noto Sans,Noto Sans Arabic,Helvetica,Arial,sans-serif\">\n\
             <title>{title}</title>\n<style>{colours}{rules}{STYLE}</style>\n<defs>\n{patterns}</defs>\n\
             <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n{shapes}{lines}</svg>\n"
        )
    }
}

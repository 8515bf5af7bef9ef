//! The way that lines of text are set, by their classes: as rules of a style sheet, and for whoever draws the letters.

use std::fmt::Write;

use crate::scene::Rgb;

/// The way that the lines of a class are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// The name of the class.
    pub class: &'static str,
    /// The size of its letters, in units of the picture.
    pub size: f64,
    /// In heavier strokes.
    pub is_bold: bool,
    /// Slanted, where there is a font for it.
    is_italic: bool,
    /// Units between letters beside those of the font.
    pub spacing: f64,
    /// The colour of the letters.
    pub ink: Rgb,
    /// The halo that sets letters off from what lies under them.
    pub halo: Option<Halo>,
}

/// A white rim around letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halo {
    /// The width of the line along the outline of each letter, half of which is seen.
    pub width: f64,
    /// The share of what lies under it that is hidden, at most 1.
    pub opacity: f64,
}

const BLACK: Rgb = [0x12, 0x13, 0x1a];
const DARK: Rgb = [0x4c, 0x4f, 0x56];
const GREY: Rgb = [0x62, 0x66, 0x6e];

const PLAIN: TextStyle = TextStyle {
    class: "plain",
    size: 11.0,
    is_bold: false,
    is_italic: false,
    spacing: 0.0,
    ink: [0; 3],
    halo: None,
};

/// Lines on a map.
const LABEL: TextStyle = TextStyle {
    size: 10.5,
    ink: BLACK,
    halo: Some(Halo {
        width: 2.6,
        opacity: 0.85,
    }),
    ..PLAIN
};

#[rustfmt::skip]
const STYLES: [TextStyle; 15] = [
    PLAIN,
    TextStyle { class: "title", size: 24.0, is_bold: true, ..PLAIN },
    TextStyle { class: "heading", size: 12.0, is_bold: true, ..PLAIN },
    TextStyle { class: "quiet", size: 12.0, ink: DARK, ..PLAIN },
    TextStyle { class: "foot", size: 9.0, ink: DARK, ..PLAIN },
    TextStyle { class: "letter", is_bold: true, halo: Some(Halo { width: 2.4, opacity: 1.0 }), ..PLAIN },
    TextStyle { class: "tick", size: 10.0, ink: [0x3a, 0x3c, 0x42], ..PLAIN },
    TextStyle { class: "name", is_bold: true, spacing: 0.4, ..LABEL },
    TextStyle { class: "holder", ..LABEL },
    TextStyle { class: "site", is_bold: true, ..LABEL },
    TextStyle { class: "event", size: 13.0, is_bold: true, ..LABEL },
    TextStyle { class: "town", size: 10.0, ..LABEL },
    TextStyle { class: "unit-name", size: 9.0, ink: GREY, ..LABEL },
    TextStyle { class: "around", size: 12.0, is_italic: true, ink: GREY, ..LABEL },
    TextStyle { class: "length", size: 11.0, ..LABEL },
];

impl TextStyle {
    /// The style of a class, or of plain words where it has none of its own.
    pub fn of(class: &str) -> &'static Self {
        let known = STYLES.iter().find(|style| style.class == class);
        known.unwrap_or(&PLAIN)
    }
}

/// The rules of every class.
pub fn rules() -> String {
    STYLES.iter().map(rule).collect()
}

fn rule(style: &TextStyle) -> String {
    let TextStyle { class, size, .. } = style;
    let [red, green, blue] = style.ink;
    let mut rule = format!(".{class}{{font-size:{size}px;fill:#{red:02x}{green:02x}{blue:02x}");
    if style.is_bold {
        rule.push_str(";font-weight:bold");
    }
    if style.is_italic {
        rule.push_str(";font-style:italic");
    }
    if style.spacing > 0.0 {
        let _ = write!(rule, ";letter-spacing:{}px", style.spacing);
    }
    if let Some(Halo { width, opacity }) = style.halo {
        let _ = write!(
            rule,
            ";stroke:#fff;stroke-opacity:{opacity};stroke-width:{width};stroke-linejoin:round;paint-order:stroke"
        );
    }
    rule + "}"
}

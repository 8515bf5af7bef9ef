//! The pattern of a fill, told apart in print by its lines and dots alone.
//!
//! The page's script draws the same patterns, see `assets/page/map.js`.

use std::fmt::Write;

use crate::{
    atlas::Hue,
    scene::{Pattern, Tint},
};

/// Units between dots, and between thin lines.
const STEP: usize = 6;
/// Units a slanted stripe is wide, measured along its lower edge.
const STRIPE: usize = 8;

/// The class of what is painted in a tint.
pub fn class(tint: Tint) -> String {
    match tint {
        Tint::Ground => "ground".to_owned(),
        Tint::Actor(hue) => hue_class(hue),
        Tint::Faint(hue) => faint(hue),
        Tint::Step { nth, of } => format!("step-{nth}-{of}"),
    }
}

/// The class of an actor's paler tone.
pub fn faint(hue: Hue) -> String {
    format!("{}-faint", hue_class(hue))
}

/// The class of an actor's colour.
pub fn hue_class(hue: Hue) -> String {
    match hue.name() {
        Ok(name) => name.to_owned(),
        Err([r, g, b]) => format!("c{r:02x}{g:02x}{b:02x}"),
    }
}

/// The attribute that fills a shape with a pattern.
pub fn paint(pattern: &Pattern) -> String {
    match (tile(pattern), pattern) {
        (Some((id, _)), _) => format!("fill=\"url(#{id})\""),
        (None, Pattern::Plain(tint)) => format!("class=\"{}\"", class(*tint)),
        (None, _) => "class=\"ground\"".to_owned(),
    }
}

/// The id and the element of a pattern, unless it is a plain colour: dots for what is inferred or not confirmed for
/// long, stripes on bare ground for parts, stripes side by side for what is not settled, thin bare lines for an
/// occupation.
///
/// Stripes are slanted within their tile: a tile that is turned itself is drawn many times slower, and less sharply.
pub fn tile(pattern: &Pattern) -> Option<(String, String)> {
    let (kind, tints) = match pattern {
        Pattern::Plain(tint @ Tint::Faint(_)) => ("plain", vec![*tint]),
        Pattern::Silent | Pattern::Plain(_) => return None,
        Pattern::Occupied(tint) => ("occupied", vec![*tint]),
        Pattern::InParts(tints) => ("parts", tints.clone()),
        Pattern::Between(tints) => ("between", tints.clone()),
    };
    let names: Vec<String> = tints.iter().map(|&tint| class(tint)).collect();
    let id = format!("{kind}-{}", names.join("-"));
    let (side, marks) = match pattern {
        Pattern::InParts(_) => Slant::Right.stripes(&tints, true),
        Pattern::Between(_) => Slant::Left.stripes(&tints, false),
        _ => (STEP, level(kind, tints[0])),
    };
    let element = format!(
        "<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">{marks}</pattern>\n"
    );
    Some((id, element))
}

/// A tile of one colour, with its dot or its line.
fn level(kind: &str, tint: Tint) -> String {
    let mut marks = ground(&class(tint), STEP);
    if matches!(tint, Tint::Faint(_)) {
        dot(&mut marks, STEP / 2, STEP / 2);
    }
    if kind == "occupied" {
        marks.push_str("<path class=\"bare\" d=\"M0 1h6\"/>");
    }
    marks
}

/// The way that stripes lean.
#[derive(Clone, Copy)]
enum Slant {
    Left,
    Right,
}

impl Slant {
    /// A tile of slanted stripes, one a tint, each beside bare ground or beside the next with a seam between: its side,
    /// and what is on it.
    fn stripes(self, tints: &[Tint], on_ground: bool) -> (usize, String) {
        let each = if on_ground { 2 } else { 1 };
        let side = tints.len() * each * STRIPE;
        let below = if on_ground {
            "ground".to_owned()
        } else {
            class(tints[0])
        };
        let (mut marks, mut seams) = (ground(&below, side), String::new());
        let over = match self {
            Self::Left => side.cast_signed(),
            Self::Right => -side.cast_signed(),
        };
        for (n, &tint) in tints.iter().enumerate() {
            let left = n * each * STRIPE;
            // What leaves the tile on one side comes in on the other.
            for x in [left.cast_signed(), left.cast_signed() - over] {
                if on_ground || n > 0 {
                    let tint = class(tint);
                    let _ = write!(
                        marks,
                        "<path class=\"{tint}\" d=\"M{x} 0h{STRIPE}l{over} {side}h-{STRIPE}z\"/>"
                    );
                }
                let _ = write!(seams, "M{x} 0l{over} {side}");
            }
            if matches!(tint, Tint::Faint(_)) {
                self.dots(&mut marks, left + STRIPE / 2, side);
            }
        }
        if !on_ground {
            // Both ends of the seam that runs through the corners.
            let _ = write!(seams, "M{} 0l{over} {side}", over.abs());
            let _ = write!(marks, "<path class=\"seam\" d=\"{seams}\"/>");
        }
        (side, marks)
    }

    /// Dots down the middle of a stripe, which begins there at the top of its tile.
    fn dots(self, marks: &mut String, middle: usize, side: usize) {
        let between = STRIPE / 2;
        for y in (between / 2..side).step_by(between) {
            let x = match self {
                Self::Left => middle + y,
                Self::Right => middle + side - y,
            };
            dot(marks, x % side, y);
        }
    }
}

fn ground(class: &str, side: usize) -> String {
    format!("<rect class=\"{class}\" width=\"{side}\" height=\"{side}\"/>")
}

fn dot(marks: &mut String, x: usize, y: usize) {
    let _ = write!(
        marks,
        "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\".8\"/>"
    );
}

//! The pattern of a fill, told apart in print by its lines and dots alone.
//!
//! The page's script draws the same patterns, see `assets/page/map.js`.

use std::fmt::Write;

use crate::{
    atlas::Hue,
    scene::{Pattern, Tint},
};

/// Units a stripe is wide, of ground or of who holds parts.
const STRIPE: usize = 6;

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
pub fn tile(pattern: &Pattern) -> Option<(String, String)> {
    let (kind, tints, turn) = match pattern {
        Pattern::Plain(tint @ Tint::Faint(_)) => ("plain", vec![*tint], 0),
        Pattern::Silent | Pattern::Plain(_) => return None,
        Pattern::Occupied(tint) => ("occupied", vec![*tint], 0),
        Pattern::InParts(tints) => ("parts", tints.clone(), 45),
        Pattern::Between(tints) => ("between", tints.clone(), -45),
    };
    let names: Vec<String> = tints.iter().map(|&tint| class(tint)).collect();
    let id = format!("{kind}-{}", names.join("-"));
    let bare = usize::from(kind == "parts");
    let width = STRIPE * tints.len() * (1 + bare);
    let mut marks = String::new();
    for (n, tint) in tints.iter().enumerate() {
        let x = n * STRIPE * (1 + bare);
        stripe(&mut marks, x, &names[n]);
        if matches!(tint, Tint::Faint(_)) {
            let _ = write!(
                marks,
                "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\".8\"/>",
                x + 3,
                3
            );
        }
        match kind {
            "parts" => stripe(&mut marks, x + STRIPE, "ground"),
            "between" => {
                let _ = write!(marks, "<path class=\"seam\" d=\"M{x} 0v{STRIPE}\"/>");
            }
            "occupied" => marks.push_str("<path class=\"bare\" d=\"M0 1h6\"/>"),
            _ => {}
        }
    }
    let element = format!(
        "<pattern id=\"{id}\" width=\"{width}\" height=\"{STRIPE}\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate({turn})\">{marks}</pattern>\n"
    );
    Some((id, element))
}

fn stripe(marks: &mut String, x: usize, class: &str) {
    let _ = write!(
        marks,
        "<rect class=\"{class}\" x=\"{x}\" width=\"{STRIPE}\" height=\"{STRIPE}\"/>"
    );
}

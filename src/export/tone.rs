//! The colour of a place for maps that have one colour a place.

use super::place_state::PlaceState;
use crate::{
    atlas::{ActorId, Atlas, Standing},
    scene::{Colour, ColourScheme, Depth, Emphasis, Theme, Tint},
};

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// Several actors have it, or claim it: none of their colours may stand for all.
pub const SEVERAL: Rgb = [138, 138, 138];
/// Nobody is said to have it.
pub const SILENT: Rgb = [255; 3];

/// The colour of an actor on light ground.
pub fn actor(atlas: &Atlas, actor: ActorId) -> Rgb {
    let theme = Theme::new(Depth::True).with(ColourScheme::Light);
    match theme.area(Tint::Actor(atlas[actor].hue), Emphasis::Plain) {
        Colour::Rgb(rgb) => rgb,
        _ => SEVERAL,
    }
}

/// The colour of a place: that of the one actor that it is said to be with.
pub fn place(atlas: &Atlas, state: &PlaceState) -> Rgb {
    match (state.standing, state.holders.as_slice()) {
        (Standing::Contested | Standing::Disputed, _) | (_, [_, _, ..]) => SEVERAL,
        (_, [only]) => actor(atlas, *only),
        (_, []) => SILENT,
    }
}

/// How much of what lies below a place hides, from 0 to 1: what is not known well, or not of all of it, is paler.
pub fn opacity(state: &PlaceState) -> f64 {
    match state.standing {
        Standing::Silent => 0.0,
        Standing::InParts | Standing::Contested | Standing::Disputed => 0.4,
        _ if state.is_inferred || state.is_stale => 0.4,
        _ => 0.75,
    }
}

/// A colour as CSS has it.
pub fn css([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

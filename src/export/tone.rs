//! The colour of a place for maps that have one colour a place.

use super::{Exported, place_state::PlaceState};
use crate::{
    atlas::{ActorId, Atlas, Evidence, Lens, Place, Standing},
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
    tint(Tint::Actor(atlas[actor].hue))
}

/// The colour of a step of a lens; what is off the ramp is grey.
fn step_of(lens: Lens, nth: usize) -> Rgb {
    let of = lens.ramp();
    if nth < of {
        tint(Tint::Step { nth, of })
    } else {
        SEVERAL
    }
}

fn tint(tint: Tint) -> Rgb {
    let theme = Theme::new(Depth::True).with(ColourScheme::Light);
    match theme.area(tint, Emphasis::Plain) {
        Colour::Rgb(rgb) => rgb,
        // In full colour there are no others.
        _ => SEVERAL,
    }
}

/// The colour of a place: that of the one actor that it is said to be with, or that of its step of the lens.
pub fn place(exported: &Exported, place: Place, state: &PlaceState) -> Rgb {
    let atlas = exported.atlas;
    let lens = exported.lens;
    if lens != Lens::Actors {
        let evidence = Evidence::of(atlas, exported.snapshot.weighed(place));
        let step = lens.step(&evidence, exported.snapshot.date);
        return step.map_or(SILENT, |nth| step_of(lens, nth));
    }
    match (state.standing, state.holders.as_slice()) {
        (Standing::Contested | Standing::Disputed, _) | (_, [_, _, ..]) => SEVERAL,
        (_, [only]) => actor(atlas, *only),
        (_, []) => SILENT,
    }
}

/// Returns the share of what lies below that a place hides, from 0 to 1: what is not known well, or not of all of it,
/// is paler.
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

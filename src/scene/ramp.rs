//! The colours of the steps of a lens: one hue that no actor has, from light to dark, so that lightness alone tells
//! the steps apart, whatever eyes or printers make of the hue.

use super::{
    Ansi,
    rgb::{Rgb, mix},
};

/// The way down the ramp to a step, in percent.
fn percent(nth: usize, of: usize) -> u16 {
    let last = of.saturating_sub(1).max(1);
    u16::try_from(nth.min(last) * 100 / last).unwrap_or(100)
}

/// A step on the way from the best founded to the last.
pub fn rgb([first, last]: [Rgb; 2], nth: usize, of: usize) -> Rgb {
    mix(first, last, percent(nth, of))
}

/// The same among sixteen colours.
pub fn ansi(ramp: [Ansi; 5], nth: usize, of: usize) -> Ansi {
    ramp[usize::from(percent(nth, of)) * (ramp.len() - 1) / 100]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::{Hue, Lens},
        scene::{Colour, ColourScheme, Depth, Emphasis, Theme, Tint},
    };

    fn lenses() -> impl Iterator<Item = usize> {
        Lens::ALL.iter().map(|lens| lens.ramp())
    }

    /// Perceived lightness, 0 to 255 (Rec. 601).
    fn lightness(rgb: Rgb) -> u32 {
        let [red, green, blue] = rgb.map(u32::from);
        (red * 299 + green * 587 + blue * 114) / 1000
    }

    #[test]
    fn every_step_is_clearly_nearer_to_the_ground_than_the_one_before() {
        for palette in ColourScheme::ALL.iter().map(|scheme| scheme.palette()) {
            let away = |rgb: Rgb| lightness(rgb).abs_diff(lightness(palette.ground.0));
            for (of, nth) in lenses().flat_map(|of| (1..of).map(move |nth| (of, nth))) {
                let (before, step) = (rgb(palette.ramp, nth - 1, of), rgb(palette.ramp, nth, of));
                assert!(
                    lightness(before).abs_diff(lightness(step)) >= 30,
                    "{nth} of {of}"
                );
                assert!(nth + 1 == of || away(before) > away(step), "{nth} of {of}");
            }
        }
    }

    #[test]
    fn steps_are_told_apart_from_each_other_actors_and_the_ground_at_every_depth() {
        let depths = [Depth::Ansi16, Depth::Ansi256, Depth::True];
        let themes =
            depths.map(|depth| ColourScheme::ALL.iter().map(move |&scheme| (depth, scheme)));
        for (depth, scheme) in themes.into_iter().flatten() {
            let theme = Theme::new(depth).with(scheme);
            for of in lenses() {
                let step = |nth| theme.area(Tint::Step { nth, of }, Emphasis::Plain);
                for nth in 0..of {
                    assert!((0..nth).all(|other| step(other) != step(nth)), "{depth:?}");
                    assert_ne!(step(nth), theme.ground(Emphasis::Plain));
                }
            }
        }
        // At full depth, no actor's colour is near a step's.
        let far = |one: Colour, other: Colour| match (one, other) {
            (Colour::Rgb([red, green, blue]), Colour::Rgb([r, g, b])) => {
                red.abs_diff(r).max(green.abs_diff(g)).max(blue.abs_diff(b))
            }
            _ => 0,
        };
        for (&hue, of) in Hue::ALL
            .iter()
            .flat_map(|hue| lenses().map(move |of| (hue, of)))
        {
            for nth in 0..of {
                for &scheme in ColourScheme::ALL {
                    let theme = Theme::new(Depth::True).with(scheme);
                    let [step, actor] = [Tint::Step { nth, of }, Tint::Actor(hue)]
                        .map(|tint| theme.area(tint, Emphasis::Plain));
                    assert!(far(step, actor) >= 24, "{scheme:?} {hue:?}, {nth} of {of}");
                }
            }
        }
    }
}

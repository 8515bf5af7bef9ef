//! The colours of the steps of a lens: one hue that no actor has, from light to dark, so that lightness alone tells
//! the steps apart, whatever eyes or printers make of the hue.

use ratatui::style::Color;

/// The first step, the best founded, and the last.
const ENDS: ([u8; 3], [u8; 3]) = ([238, 222, 186], [92, 74, 58]);

/// Five of the sixteen, from light to dark.
const ANSI: [Color; 5] = [
    Color::White,
    Color::LightYellow,
    Color::Gray,
    Color::Yellow,
    Color::Black,
];

/// How far down the ramp a step is, in percent.
fn percent(nth: usize, of: usize) -> u16 {
    let last = of.saturating_sub(1).max(1);
    u16::try_from(nth.min(last) * 100 / last).unwrap_or(100)
}

pub fn rgb(nth: usize, of: usize) -> [u8; 3] {
    super::theme::mix(ENDS.0, ENDS.1, percent(nth, of))
}

pub fn ansi(nth: usize, of: usize) -> Color {
    ANSI[usize::from(percent(nth, of)) * (ANSI.len() - 1) / 100]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::{Hue, Lens},
        scene::{Depth, Emphasis, Theme, Tint, theme::luminance},
    };

    fn lenses() -> impl Iterator<Item = usize> {
        Lens::ALL.iter().map(|lens| lens.steps().len())
    }

    #[test]
    fn every_step_is_clearly_darker_than_the_one_before() {
        for of in lenses() {
            for nth in 1..of {
                let (lighter, darker) = (luminance(rgb(nth - 1, of)), luminance(rgb(nth, of)));
                assert!(lighter >= darker + 30, "{nth} of {of}: {lighter}, {darker}");
            }
        }
    }

    #[test]
    fn steps_are_told_apart_from_each_other_actors_and_the_ground_at_every_depth() {
        for depth in [Depth::Ansi16, Depth::Ansi256, Depth::True] {
            let theme = Theme::new(depth);
            for of in lenses() {
                let step = |nth| theme.area(Tint::Step { nth, of }, Emphasis::Plain);
                for nth in 0..of {
                    assert!((0..nth).all(|other| step(other) != step(nth)), "{depth:?}");
                    assert_ne!(step(nth), theme.ground(Emphasis::Plain));
                }
            }
        }
        // At full depth, no actor's colour is near a step's.
        let theme = Theme::new(Depth::True);
        let far = |one: Color, other: Color| match (one, other) {
            (Color::Rgb(red, green, blue), Color::Rgb(r, g, b)) => {
                red.abs_diff(r).max(green.abs_diff(g)).max(blue.abs_diff(b))
            }
            _ => 0,
        };
        for (&hue, of) in Hue::ALL
            .iter()
            .flat_map(|hue| lenses().map(move |of| (hue, of)))
        {
            for nth in 0..of {
                let [step, actor] = [Tint::Step { nth, of }, Tint::Actor(hue)]
                    .map(|tint| theme.area(tint, Emphasis::Plain));
                assert!(far(step, actor) >= 24, "{hue:?}, {nth} of {of}");
            }
        }
    }
}

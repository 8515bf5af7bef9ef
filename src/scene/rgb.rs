//! Arithmetic on colours.

use std::sync::LazyLock;

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// `percent` of `b` in `a`.
pub const fn mix(a: Rgb, b: Rgb, percent: u16) -> Rgb {
    #[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
    const fn part(a: u8, b: u8, percent: u16) -> u8 {
        ((a as u16 * (100 - percent) + b as u16 * percent) / 100) as u8
    }
    [
        part(a[0], b[0], percent),
        part(a[1], b[1], percent),
        part(a[2], b[2], percent),
    ]
}

/// The light of each part of a colour, 0 to 1 (WCAG 2): looked up, as words ask for it at every cell.
static LIGHT: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|part| {
        let part = part as f64 / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
});

/// A colour between two, so many quarters of the way from the first to the second: mixed as light is.
pub fn blend(a: Rgb, b: Rgb, quarters: u8) -> Rgb {
    let share = f64::from(quarters) / 4.0;
    std::array::from_fn(|part| {
        let [a, b] = [a, b].map(|rgb| LIGHT[usize::from(rgb[part])]);
        let light = a * (1.0 - share) + b * share;
        // Light grows with the part, so the first that is no darker is found by halving.
        let part = LIGHT.partition_point(|&known| known < light);
        u8::try_from(part).unwrap_or(u8::MAX)
    })
}

/// Relative luminance, 0 to 1 (WCAG 2).
pub fn luminance(rgb: Rgb) -> f64 {
    let [red, green, blue] = rgb.map(|part| LIGHT[usize::from(part)]);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, 1 to 21 (WCAG 2).
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour that terminals have for an index from 16 up: a 6×6×6 cube, then 24 greys.
pub const fn cube(index: u8) -> Rgb {
    if index >= 232 {
        let grey = 8 + (index - 232) * 10;
        return [grey, grey, grey];
    }
    let n = index.saturating_sub(16);
    [
        STEPS[(n / 36) as usize],
        STEPS[(n / 6 % 6) as usize],
        STEPS[(n % 6) as usize],
    ]
}

/// The first index from 16 up whose colour is nearest.
pub fn nearest(rgb: Rgb) -> u8 {
    /// The weights of a difference in red, green and blue.
    const WEIGHTS: [u32; 3] = [3, 6, 1];
    let far = |index: u8| -> u32 {
        let parts = cube(index).into_iter().zip(rgb).zip(WEIGHTS);
        let squares = parts.map(|((a, b), weight)| weight * u32::from(a.abs_diff(b)).pow(2));
        squares.sum()
    };
    // The parts of the cube's colours are independent of each other.
    let [red, green, blue] = rgb.map(|part| {
        let steps = (0_u8..).zip(STEPS);
        let nearest = steps.min_by_key(|(_, step)| step.abs_diff(part));
        nearest.map_or(0, |(index, _)| index)
    });
    let grey = (232..=255).min_by_key(|&index| far(index)).unwrap_or(232);
    let coloured = 16 + 36 * red + 6 * green + blue;
    if far(grey) < far(coloured) {
        grey
    } else {
        coloured
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_the_cube_itself() {
        for index in 16..=255 {
            assert_eq!(cube(nearest(cube(index))), cube(index));
        }
    }

    #[test]
    fn nearest_is_no_farther_than_any_other() {
        let far = |index: u8, rgb: Rgb| -> u32 {
            let [red, green, blue] =
                [0, 1, 2].map(|part| u32::from(cube(index)[part].abs_diff(rgb[part])).pow(2));
            3 * red + 6 * green + blue
        };
        let parts = || (0..=255).step_by(15);
        for red in parts() {
            for green in parts() {
                for blue in parts() {
                    let rgb = [red, green, blue];
                    let first = (16..=255).min_by_key(|&index| far(index, rgb));
                    assert_eq!(Some(nearest(rgb)), first, "{rgb:?}");
                }
            }
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
    }
}

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

/// The index from 16 up whose colour is nearest.
pub const fn nearest(rgb: Rgb) -> u8 {
    let (mut best, mut least, mut index) = (16, u32::MAX, 16_u8);
    loop {
        let near = cube(index);
        let (r, g, b) = (
            near[0].abs_diff(rgb[0]),
            near[1].abs_diff(rgb[1]),
            near[2].abs_diff(rgb[2]),
        );
        let far = r as u32 * r as u32 * 3 + g as u32 * g as u32 * 6 + b as u32 * b as u32;
        if far < least {
            (best, least) = (index, far);
        }
        if index == 255 {
            return best;
        }
        index += 1;
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
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
    }
}

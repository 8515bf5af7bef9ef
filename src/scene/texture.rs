//! A texture for each hue, for terminals with few colours or none.
//!
//! Diagonals are left to stripes, which say that an area is held in parts or not by one alone.

use super::colour_scheme::nearest_named;
use crate::atlas::Hue;

/// Tells whether the texture of a hue sets a sub-cell. Each is dense enough to read as an area in sub-cells of half a cell.
pub fn is_set(hue: Hue, x: usize, y: usize) -> bool {
    let (odd_x, odd_y) = (x % 2 == 1, y % 2 == 1);
    let staggered = (x / 2 + y / 2).is_multiple_of(2);
    // In the order of `Hue::NAMED`.
    match nearest_named(hue) {
        // Dots.
        0 => odd_x && odd_y,
        // Lines across.
        1 => odd_y,
        // Lines down.
        2 => odd_x,
        // A chessboard.
        3 => staggered,
        // A grid.
        4 => x % 4 == 1 || y % 4 == 1,
        // Dashes across.
        5 => odd_y && staggered,
        // Bricks.
        6 => y % 4 == 1 || (x + y / 4 * 2) % 4 == 1,
        // Dashes down.
        7 => odd_x && staggered,
        // Bands across.
        8 => y % 4 < 2,
        // Dots far apart.
        9 => x % 4 == 1 && y % 4 == 1,
        // Bands down.
        10 => x % 4 < 2,
        // Squares.
        11 => x % 4 < 2 && y % 4 < 2,
        // Crosses.
        12 => x % 4 == 1 && y % 4 < 3 || y % 4 == 1 && x % 4 < 3,
        // Long dashes across.
        13 => odd_y && x % 4 < 3,
        // Long dashes down.
        14 => odd_x && y % 4 < 3,
        // Angles.
        _ => x % 4 == 2 && y % 4 < 3 || y % 4 == 2 && x % 4 < 3,
    }
}

/// Tells whether half of a texture is left at a sub-cell: for what is known less well.
pub const fn is_half(x: usize, y: usize) -> bool {
    (x / 2 + y / 2) % 4 < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_textures_are_alike_and_none_hides_the_ground() {
        let texture =
            |hue: Hue| -> Vec<bool> { (0..64).map(|n| is_set(hue, n % 8, n / 8)).collect() };
        for (n, &hue) in Hue::NAMED.iter().enumerate() {
            let set = texture(hue).iter().filter(|set| **set).count();
            assert!((4..=32).contains(&set), "{hue:?}: {set}");
            for &other in &Hue::NAMED[n + 1..] {
                let differ = texture(hue)
                    .iter()
                    .zip(texture(other))
                    .filter(|(a, b)| **a != *b)
                    .count();
                assert!(differ >= 4, "{hue:?} and {other:?}");
            }
        }
    }
}

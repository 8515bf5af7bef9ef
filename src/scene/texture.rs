//! A texture for each hue, for terminals with few colours or none.
//!
//! Diagonals are left to stripes, which say that an area is held in parts or not by one alone.

use super::colour_scheme::nearest_named;
use crate::atlas::Hue;

/// Tells whether the texture of a hue sets a sub-cell.
pub fn is_set(hue: Hue, x: usize, y: usize) -> bool {
    match hue {
        Hue::Exact(rgb) => is_set(nearest_named(rgb), x, y),
        // Sparse dots.
        Hue::Green => x % 4 == 1 && y % 4 == 1,
        // Lines across.
        Hue::Yellow => y % 4 == 1,
        // Lines down.
        Hue::Red => x % 4 == 1,
        // Dense dots.
        Hue::Blue => x % 2 == 1 && y % 2 == 1,
        // A grid.
        Hue::Purple => x % 8 == 1 || y % 4 == 1,
        // Dashes across.
        Hue::Cyan => y % 4 == 1 && (x + y / 4 * 4) % 8 < 4,
        // Bricks.
        Hue::Orange => y % 4 == 1 || (x + y / 4 * 4) % 8 == 1,
        // Dashes down.
        Hue::Pink => x % 4 == 1 && (y + x / 4 * 4) % 8 < 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_textures_are_alike_and_none_hides_the_ground() {
        let texture =
            |hue: Hue| -> Vec<bool> { (0..64).map(|n| is_set(hue, n % 8, n / 8)).collect() };
        for (n, &hue) in Hue::ALL.iter().enumerate() {
            let set = texture(hue).iter().filter(|set| **set).count();
            assert!((4..=32).contains(&set), "{hue:?}: {set}");
            for &other in &Hue::ALL[n + 1..] {
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

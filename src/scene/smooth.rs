//! Smooth edges: a picture of half the size, each pixel a blend of the four that it is made of.

use std::{cmp::Reverse, collections::HashMap};

use super::{Grid, Picture, rgb};

/// The most colours that a palette holds: as many as a byte counts, and as a terminal that shows sixels has registers.
const MOST: usize = 256;

/// Two colours of a palette, and how many of a pixel's four parts have the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Blend {
    first: u8,
    second: u8,
    quarters: u8,
}

impl Blend {
    /// The two colours that cover most of four parts that are not all alike.
    fn of(parts: [u8; 4]) -> Self {
        let count = |colour: u8| {
            let same = parts.map(|part| usize::from(part == colour));
            same.iter().sum::<usize>()
        };
        let mut colours = parts;
        colours.sort_by_key(|&colour| (Reverse(count(colour)), colour));
        let most = count(colours[0]).min(3);
        let (first, second) = (colours[0], colours[most]);
        let quarters = match count(second) {
            1 if most > 1 => 1,
            _ => 2,
        };
        Self {
            first,
            second,
            quarters,
        }
    }
}

/// Halves a picture. The commonest blends get places in its palette for as long as there are any; others are drawn in the
/// colour that covers most of the pixel.
pub fn halved(fine: Picture) -> Picture {
    let Picture {
        mut palette,
        pixels: fine,
    } = fine;
    let mut pixels = Grid::new(fine.width() / 2, fine.height() / 2, Picture::CLEAR);
    let mut edges: Vec<(usize, usize, Blend)> = Vec::new();
    let mut counts: HashMap<Blend, usize> = HashMap::new();
    for y in 0..pixels.height() {
        let (above, below) = (fine.row(2 * y), fine.row(2 * y + 1));
        let squares = above.chunks_exact(2).zip(below.chunks_exact(2));
        for (x, (pixel, (above, below))) in pixels.row_mut(y).iter_mut().zip(squares).enumerate() {
            if above == below && above[0] == above[1] {
                *pixel = above[0];
                continue;
            }
            let blend = Blend::of([above[0], above[1], below[0], below[1]]);
            *counts.entry(blend).or_default() += 1;
            edges.push((x, y, blend));
        }
    }
    let mut commonest: Vec<(Blend, usize)> = counts.into_iter().collect();
    commonest.sort_by_key(|&(blend, count)| (Reverse(count), blend));
    commonest.truncate(MOST.saturating_sub(palette.len()));
    let mut places: HashMap<Blend, u8> = HashMap::new();
    for (blend, _) in commonest {
        let [first, second] = [blend.first, blend.second].map(|index| palette[usize::from(index)]);
        places.insert(blend, u8::try_from(palette.len()).unwrap_or(u8::MAX));
        palette.push(rgb::blend(first, second, blend.quarters));
    }
    for (x, y, blend) in edges {
        pixels.set(x, y, places.get(&blend).copied().unwrap_or(blend.first));
    }
    Picture { palette, pixels }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PALETTE: [[u8; 3]; 4] = [[0; 3], [255, 0, 0], [0, 255, 0], [0, 0, 255]];

    fn fine(values: &[u8], width: usize) -> Picture {
        let mut pixels = Grid::new(width, values.len() / width, 0);
        for (n, value) in values.iter().enumerate() {
            pixels.set(n % width, n / width, *value);
        }
        Picture {
            palette: PALETTE.to_vec(),
            pixels,
        }
    }

    #[test]
    fn a_pixel_is_the_light_of_its_parts() {
        let shown = |values: &[u8; 4]| {
            let Picture { palette, pixels } = halved(fine(values, 2));
            palette[usize::from(pixels.values()[0])]
        };
        assert_eq!(shown(&[1, 1, 1, 1]), [255, 0, 0]);
        // Half of the light is far more than half of the number.
        assert_eq!(shown(&[1, 2, 1, 2]), [188, 188, 0]);
        assert_eq!(shown(&[2, 1, 1, 2]), [188, 188, 0]);
        assert_eq!(shown(&[1, 1, 1, 2]), [225, 137, 0]);
        assert_eq!(shown(&[3, 1, 1, 2]), [225, 137, 0]);
    }

    #[test]
    fn colours_that_have_no_place_are_those_that_cover_most() {
        let grey = |n: usize| [u8::try_from(n).unwrap_or(u8::MAX); 3];
        let mut picture = fine(&[1, 1, 1, 2], 2);
        picture.palette = (0..MOST).map(grey).collect();
        let Picture { palette, pixels } = halved(picture);
        assert_eq!((palette.len(), pixels.values()), (MOST, &[1][..]));
    }

    proptest! {
        #[test]
        fn only_edges_are_blended(values in prop::collection::vec(1..4_u8, 8 * 6)) {
            let before = fine(&values, 8);
            let Picture { palette, pixels } = halved(before.clone());
            prop_assert!(palette.len() <= MOST && palette.starts_with(&PALETTE));
            for (y, x) in (0..3).flat_map(|y| (0..4).map(move |x| (y, x))) {
                let parts: Vec<u8> = (0..4)
                    .map(|n| before.pixels.row(2 * y + n / 2)[2 * x + n % 2])
                    .collect();
                let pixel = pixels.row(y)[x];
                prop_assert!(usize::from(pixel) < palette.len());
                if parts.iter().all(|part| *part == parts[0]) {
                    prop_assert_eq!(pixel, parts[0]);
                } else {
                    prop_assert!(usize::from(pixel) >= PALETTE.len(), "{:?} is {}", parts, pixel);
                }
            }
        }
    }
}

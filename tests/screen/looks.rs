//! The looks of the screen, colours and all: at every size, at every depth, in every marker.

use crate::support::Screen;
use whoholds::scene::{Depth, Marker};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 16), (20, 5)];

#[test]
fn every_size_at_every_depth() {
    for (cols, rows) in SIZES {
        for &depth in Depth::ALL {
            let screen = Screen::new(cols, rows).in_colours(depth).press("right");
            let name = format!("{cols}x{rows}-{}", depth.name());
            insta::assert_snapshot!(format!("{name}-styles"), screen.styles());
            insta::assert_snapshot!(name, screen.text());
        }
    }
}

#[test]
fn every_marker() {
    for &marker in Marker::ALL {
        let screen = Screen::new(80, 24).drawn_in(marker).press("right");
        let name = format!("{}-true", marker.name());
        insta::assert_snapshot!(format!("{name}-styles"), screen.styles());
        insta::assert_snapshot!(name, screen.text());
        let screen = screen.in_colours(Depth::None);
        insta::assert_snapshot!(format!("{}-none", marker.name()), screen.text());
    }
}

#[test]
fn what_a_filter_leaves_out_is_dimmed() {
    for &depth in Depth::ALL {
        let screen = Screen::new(100, 30).in_colours(depth).press("2 3");
        let name = format!("filtered-{}", depth.name());
        insta::assert_snapshot!(format!("{name}-styles"), screen.styles());
        insta::assert_snapshot!(name, screen.text());
    }
}

#[test]
fn ascii_is_ascii_apart_from_names_in_other_scripts() {
    for keys in ["right", "f", "?", "? end", "left down enter end"] {
        let screen = Screen::new(120, 36).drawn_in(Marker::Ascii).press(keys);
        let strange = |char: &char| !char.is_ascii() && !char.is_alphabetic();
        let strange: String = screen.text().chars().filter(strange).collect();
        assert_eq!(strange, "", "{keys}");
    }
}

#[test]
fn in_few_colours_every_held_area_bears_its_letter() {
    for depth in [Depth::None, Depth::Ansi16] {
        for (cols, rows) in [(100, 30), (120, 36), (160, 45), (200, 60)] {
            let screen = Screen::new(cols, rows).in_colours(depth);
            let text = screen.text();
            let map: String = text
                .lines()
                .filter_map(|line| line.split('│').nth(1))
                .collect();
            // Where several have parts, their letters stand side by side.
            let alone = |letter: char| {
                let mut words = map.split(|char: char| !char.is_alphabetic());
                words.any(|word| {
                    word.contains(letter) && word.chars().all(|char| "GKODI".contains(char))
                })
            };
            for letter in ['G', 'K', 'O'] {
                assert!(alone(letter), "{letter} at {cols}×{rows}:\n{text}");
            }
        }
    }
}

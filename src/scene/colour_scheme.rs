//! The colours of each colour scheme, as data.
//!
//! The hues are as far apart as they can be while each still looks like its name: so that people who see no red, no
//! green or no blue tell every two of them apart, and each from the ground and the water around (the tests measure it).

use super::{Ansi, Colour, rgb::Rgb};
use crate::atlas::Hue;

/// A colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColourScheme {
    /// For a dark ground.
    #[default]
    Dark,
    /// For a light ground.
    Light,
    /// Stronger colours on black, and no grey words.
    Contrast,
}

impl ColourScheme {
    /// In the order that they are listed to people.
    pub const ALL: &[Self] = &[Self::Dark, Self::Light, Self::Contrast];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
        }
    }

    pub(super) const fn palette(self) -> &'static Palette {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::Contrast => &CONTRAST,
        }
    }
}

/// A colour in full, and the nearest that a terminal's own sixteen have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tone(pub Rgb, pub Colour);

/// The colours of one colour scheme.
#[derive(Debug)]
pub(super) struct Palette {
    pub void: Tone,
    pub sea: Tone,
    pub lake: Tone,
    pub neighbour: Tone,
    pub neighbour_line: Tone,
    pub ground: Tone,
    pub river: Tone,
    pub edge: Tone,
    pub dots: Tone,
    /// Words of second rank beside the map, where there are any.
    pub quiet: Option<Rgb>,
    /// The share of the edge's colour in a swatch, in percent, so that it stands out beside words.
    pub swatch: u16,
    /// The steps of a lens: from the best founded, which stands out from the ground most, to the last.
    pub ramp: [Rgb; 2],
    /// The same among sixteen colours.
    pub sixteen_ramp: [Ansi; 5],
    /// In the order of [`Hue::ALL`].
    pub hues: [Rgb; 8],
}

/// Dark words on the map.
pub(super) const INK: Rgb = [18, 19, 22];
/// Light words on the map.
pub(super) const TEXT: Rgb = [240, 241, 243];

const DARK: Palette = Palette {
    void: Tone([22, 23, 27], Colour::Default),
    // Of the 256 colours a blue is nearest, no grey.
    sea: Tone([8, 26, 68], Colour::Ansi(Ansi::Blue)),
    lake: Tone([38, 66, 102], Colour::Ansi(Ansi::Blue)),
    neighbour: Tone([36, 38, 44], Colour::Default),
    neighbour_line: Tone([60, 63, 71], Colour::Ansi(Ansi::BrightBlack)),
    ground: Tone([62, 66, 75], Colour::Ansi(Ansi::BrightBlack)),
    river: Tone([78, 122, 176], Colour::Ansi(Ansi::BrightBlue)),
    edge: Tone([255, 255, 255], Colour::Ansi(Ansi::BrightWhite)),
    dots: Tone([150, 155, 166], Colour::Ansi(Ansi::White)),
    quiet: Some([148, 153, 163]),
    swatch: 10,
    ramp: [[238, 222, 186], [92, 74, 58]],
    sixteen_ramp: [
        Ansi::BrightWhite,
        Ansi::BrightYellow,
        Ansi::White,
        Ansi::Yellow,
        Ansi::Black,
    ],
    hues: [
        [77, 140, 116],
        [211, 180, 89],
        [155, 66, 64],
        [54, 100, 157],
        [148, 116, 201],
        [88, 196, 212],
        [208, 113, 42],
        [211, 134, 171],
    ],
};

const LIGHT: Palette = Palette {
    void: Tone([250, 250, 249], Colour::Default),
    sea: Tone([205, 222, 238], Colour::Ansi(Ansi::BrightBlue)),
    lake: Tone([150, 186, 218], Colour::Ansi(Ansi::BrightBlue)),
    neighbour: Tone([250, 250, 249], Colour::Default),
    neighbour_line: Tone([216, 216, 211], Colour::Ansi(Ansi::White)),
    ground: Tone([216, 216, 222], Colour::Ansi(Ansi::White)),
    river: Tone([72, 122, 180], Colour::Ansi(Ansi::Blue)),
    edge: Tone([0, 0, 0], Colour::Ansi(Ansi::Black)),
    dots: Tone([120, 122, 128], Colour::Ansi(Ansi::BrightBlack)),
    quiet: Some([98, 102, 110]),
    swatch: 20,
    ramp: [[72, 52, 34], [206, 178, 134]],
    sixteen_ramp: [
        Ansi::Black,
        Ansi::Yellow,
        Ansi::BrightBlack,
        Ansi::BrightYellow,
        Ansi::BrightWhite,
    ],
    hues: [
        [47, 192, 125],
        [229, 204, 97],
        [181, 82, 77],
        [66, 108, 207],
        [114, 98, 145],
        [63, 149, 163],
        [221, 129, 47],
        [230, 161, 177],
    ],
};

const CONTRAST: Palette = Palette {
    void: Tone([0, 0, 0], Colour::Default),
    sea: Tone([0, 0, 40], Colour::Ansi(Ansi::Blue)),
    lake: Tone([0, 40, 110], Colour::Ansi(Ansi::Blue)),
    neighbour: Tone([0, 0, 0], Colour::Ansi(Ansi::Black)),
    neighbour_line: Tone([130, 130, 130], Colour::Ansi(Ansi::White)),
    ground: Tone([38, 38, 38], Colour::Ansi(Ansi::BrightBlack)),
    river: Tone([120, 190, 255], Colour::Ansi(Ansi::BrightBlue)),
    edge: Tone([255, 255, 255], Colour::Ansi(Ansi::BrightWhite)),
    dots: Tone([255, 255, 255], Colour::Ansi(Ansi::BrightWhite)),
    quiet: None,
    swatch: 0,
    ramp: [[238, 222, 186], [92, 74, 58]],
    sixteen_ramp: [
        Ansi::BrightWhite,
        Ansi::BrightYellow,
        Ansi::White,
        Ansi::Yellow,
        Ansi::Black,
    ],
    hues: [
        [61, 192, 109],
        [255, 225, 58],
        [207, 44, 47],
        [108, 150, 255],
        [156, 77, 195],
        [94, 235, 242],
        [238, 115, 0],
        [250, 155, 194],
    ],
};

impl Palette {
    pub fn hue(&self, hue: Hue) -> Tone {
        let rgb = match hue {
            Hue::Exact(rgb) => rgb,
            hue => self.named(hue),
        };
        Tone(rgb, Colour::Ansi(sixteen(hue).0))
    }

    /// The tone of a colour with a name.
    fn named(&self, hue: Hue) -> Rgb {
        let nth = Hue::ALL.iter().position(|&named| named == hue);
        self.hues[nth.unwrap_or_default()]
    }
}

/// For each of [`Hue::NAMED`], the colour of the sixteen that it is shown in, and the one beside it that its texture is
/// drawn in.
const SIXTEEN: [(Ansi, Ansi); 16] = [
    (Ansi::Green, Ansi::BrightGreen),
    (Ansi::Yellow, Ansi::BrightYellow),
    (Ansi::Red, Ansi::BrightRed),
    (Ansi::Blue, Ansi::BrightBlue),
    (Ansi::Magenta, Ansi::BrightMagenta),
    (Ansi::Cyan, Ansi::BrightCyan),
    (Ansi::BrightRed, Ansi::BrightYellow),
    (Ansi::BrightMagenta, Ansi::BrightWhite),
    (Ansi::Yellow, Ansi::Red),
    (Ansi::BrightGreen, Ansi::Yellow),
    (Ansi::BrightMagenta, Ansi::Red),
    (Ansi::Cyan, Ansi::Green),
    (Ansi::Magenta, Ansi::Blue),
    (Ansi::BrightYellow, Ansi::White),
    (Ansi::Green, Ansi::Yellow),
    (Ansi::Red, Ansi::Magenta),
];

pub(super) fn sixteen(hue: Hue) -> (Ansi, Ansi) {
    SIXTEEN[nearest_named(hue)]
}

/// The place among [`Hue::NAMED`] of a colour, or of the one that is nearest to it, for where there are too few colours to
/// show it.
pub(super) fn nearest_named(hue: Hue) -> usize {
    let rgb = |hue: Hue| match hue {
        Hue::Exact(rgb) => rgb,
        named => DARK.named(named),
    };
    let apart = |(a, b): (u8, u8)| u32::from(a.abs_diff(b)).pow(2);
    let far = |named: &Hue| -> u32 {
        let pairs = rgb(*named).into_iter().zip(rgb(hue));
        pairs.map(apart).sum()
    };
    let named = Hue::NAMED.iter().enumerate();
    named
        .min_by_key(|(_, named)| far(named))
        .map_or(0, |(nth, _)| nth)
}

#[cfg(test)]
mod tests {
    use palette::{Lab, Srgb, color_difference::Ciede2000, convert::IntoColor};

    use super::{
        super::rgb::{cube, nearest},
        *,
    };

    /// Linear red, green and blue as seen without one kind of cone (Machado, Oliveira and Fernandes 2009).
    const SIGHTS: [(&str, [[f32; 3]; 3]); 4] = [
        (
            "all cones",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn seen(rgb: Rgb, sight: &[[f32; 3]; 3]) -> Lab {
        let linear = Srgb::from(rgb).into_linear::<f32>();
        let from = [linear.red, linear.green, linear.blue];
        let part = |row: [f32; 3]| {
            let sum: f32 = row
                .iter()
                .zip(from)
                .map(|(weight, part)| weight * part)
                .sum();
            sum.clamp(0.0, 1.0)
        };
        palette::LinSrgb::new(part(sight[0]), part(sight[1]), part(sight[2])).into_color()
    }

    /// The least difference (CIEDE2000) between any two hues, and between any hue and what is around, with each sight.
    fn least(scheme: ColourScheme, shown: impl Fn(Rgb) -> Rgb) -> f32 {
        let palette = scheme.palette();
        let around = [palette.ground, palette.sea, palette.lake, palette.neighbour];
        let mut least = f32::MAX;
        for (_, sight) in &SIGHTS {
            let colour = |rgb: Rgb| seen(shown(rgb), sight);
            for (n, &hue) in palette.hues.iter().enumerate() {
                let others = palette.hues[n + 1..].iter().copied();
                for other in others.chain(around.map(|tone| tone.0)) {
                    least = least.min(colour(hue).difference(colour(other)));
                }
            }
        }
        least
    }

    #[test]
    fn every_two_hues_are_told_apart_by_everyone() {
        for &scheme in ColourScheme::ALL {
            let (full, indexed) = (
                least(scheme, |rgb| rgb),
                least(scheme, |rgb| cube(nearest(rgb))),
            );
            assert!(full >= 10.5, "{scheme:?}: {full}");
            assert!(indexed >= 8.5, "{scheme:?} in 256 colours: {indexed}");
        }
    }

    #[test]
    fn every_colour_with_a_name_is_unlike_the_others() {
        for &scheme in ColourScheme::ALL {
            let palette = scheme.palette();
            let (_, sight) = &SIGHTS[0];
            let seen = |hue: &Hue| seen(palette.hue(*hue).0, sight);
            for (n, hue) in Hue::NAMED.iter().enumerate() {
                for other in &Hue::NAMED[n + 1..] {
                    let apart = seen(hue).difference(seen(other));
                    assert!(apart >= 10.0, "{scheme:?} {hue:?} {other:?}: {apart}");
                }
                assert_eq!(nearest_named(*hue), n);
            }
        }
    }

    #[test]
    fn the_measure_knows_colours_that_are_mixed_up() {
        let (red, green) = ([150, 90, 40], [110, 120, 50]);
        let between = |sight: usize| {
            let sight = &SIGHTS[sight].1;
            seen(red, sight).difference(seen(green, sight))
        };
        assert!(between(0) > 25.0 && between(1) < 10.5 && between(2) < 10.5);
        // The pair that Sharma, Wu and Dalal (2005) publish first, to check the difference itself.
        let (a, b) = (
            Lab::<palette::white_point::D65, f32>::new(50.0, 2.6772, -79.7751),
            Lab::new(50.0, 0.0, -82.7485),
        );
        assert!((a.difference(b) - 2.0425).abs() < 0.001);
    }

    #[test]
    fn hues_look_like_their_names() {
        use palette::Oklch;
        let ranges = [
            (138.0, 172.0),
            (80.0, 104.0),
            (14.0, 34.0),
            (242.0, 268.0),
            (290.0, 316.0),
            (190.0, 225.0),
            (44.0, 66.0),
            (340.0, 372.0),
        ];
        for &scheme in ColourScheme::ALL {
            for ((hue, rgb), (low, high)) in Hue::ALL.iter().zip(scheme.palette().hues).zip(ranges)
            {
                let colour: Oklch = Srgb::from(rgb).into_linear::<f32>().into_color();
                let degrees = colour.hue.into_positive_degrees();
                let inside = |degrees: f32| (low..=high).contains(&degrees);
                assert!(
                    inside(degrees) || inside(degrees + 360.0),
                    "{scheme:?} {hue:?}: {degrees}"
                );
            }
        }
    }
}

//! The colours of actors.

use std::{borrow::Cow, str::FromStr};

use serde::{Deserialize, Serialize};

/// The colour of an actor: one with a name, which each colour scheme has a tone of, or one that is given in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Hue {
    /// `green`.
    Green,
    /// `yellow`.
    Yellow,
    /// `red`.
    Red,
    /// `blue`.
    Blue,
    /// `purple`.
    Purple,
    /// `cyan`.
    Cyan,
    /// `orange`.
    Orange,
    /// `pink`.
    Pink,
    /// Red, green and blue, the same in every colour scheme: `#7a4f2b`.
    Exact([u8; 3]),
}

impl Hue {
    /// The colours that each colour scheme has a tone of, so that everybody tells them apart.
    pub const ALL: &[Self] = &[
        Self::Green,
        Self::Yellow,
        Self::Red,
        Self::Blue,
        Self::Purple,
        Self::Cyan,
        Self::Orange,
        Self::Pink,
    ];

    /// Names for more, for maps of many actors. Each is the same in every colour scheme.
    const MORE: [(&str, [u8; 3]); 8] = [
        ("brown", [112, 72, 24]),
        ("lime", [164, 228, 40]),
        ("magenta", [226, 24, 150]),
        ("teal", [10, 104, 92]),
        ("indigo", [84, 28, 178]),
        ("beige", [204, 194, 172]),
        ("olive", [116, 112, 20]),
        ("maroon", [104, 6, 44]),
    ];

    /// Every colour with a name, in the order it is listed to people: [`Self::ALL`], and then the others.
    pub const NAMED: &[Self] = &[
        Self::Green,
        Self::Yellow,
        Self::Red,
        Self::Blue,
        Self::Purple,
        Self::Cyan,
        Self::Orange,
        Self::Pink,
        Self::Exact(Self::MORE[0].1),
        Self::Exact(Self::MORE[1].1),
        Self::Exact(Self::MORE[2].1),
        Self::Exact(Self::MORE[3].1),
        Self::Exact(Self::MORE[4].1),
        Self::Exact(Self::MORE[5].1),
        Self::Exact(Self::MORE[6].1),
        Self::Exact(Self::MORE[7].1),
    ];

    /// The name of its tones, or its red, green and blue where it has none.
    pub const fn name(self) -> Result<&'static str, [u8; 3]> {
        Ok(match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Purple => "purple",
            Self::Cyan => "cyan",
            Self::Orange => "orange",
            Self::Pink => "pink",
            Self::Exact(rgb) => return Err(rgb),
        })
    }

    /// Returns `true` if two colours can hardly be told apart: those with names always can, and from those without no
    /// more than their schemes let on is known.
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Exact(one), Self::Exact(other)) => {
                let [one, other] = [one, other].map(oklab);
                let apart = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
                apart.sum::<f32>().sqrt() < ALIKE
            }
            _ => self == other,
        }
    }

    /// The word for it in a region file.
    pub fn key(self) -> Cow<'static, str> {
        match self.name() {
            Ok(name) => name.into(),
            Err(rgb @ [r, g, b]) => match Self::MORE.iter().find(|(_, named)| *named == rgb) {
                Some((name, _)) => (*name).into(),
                None => format!("#{r:02x}{g:02x}{b:02x}").into(),
            },
        }
    }
}

/// Nearer colours than this are taken for one another on a map, in `OKLab`, where 0.02 can just be seen side by side.
const ALIKE: f32 = 0.05;

/// A colour in `OKLab`, in which the distance of two is how unlike they look (Ottosson 2020).
fn oklab(rgb: [u8; 3]) -> [f32; 3] {
    let linear = |channel: u8| {
        let channel = f32::from(channel) / 255.0;
        if channel <= 0.040_45 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    };
    let [r, g, b] = rgb.map(linear);
    let dot = |row: [f32; 3], column: [f32; 3]| {
        row[0] * column[0] + row[1] * column[1] + row[2] * column[2]
    };
    let cones = [
        [0.412_221_47, 0.536_332_54, 0.051_445_995],
        [0.211_903_5, 0.680_699_5, 0.107_396_96],
        [0.088_302_46, 0.281_718_85, 0.629_978_7],
    ];
    let seen = cones.map(|row| dot(row, [r, g, b]).cbrt());
    [
        [0.210_454_26, 0.793_617_8, -0.004_072_047],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_037, 0.782_771_77, -0.808_675_77],
    ]
    .map(|row| dot(row, seen))
}

/// A word is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHue;

impl FromStr for Hue {
    type Err = NoHue;

    fn from_str(word: &str) -> Result<Self, NoHue> {
        let Some(digits) = word.strip_prefix('#') else {
            let named = Self::NAMED.iter().find(|hue| hue.key() == word);
            return named.copied().ok_or(NoHue);
        };
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoHue);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NoHue)?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self::Exact([r, g, b]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_word_that_is_no_colour_is_refused() {
        for word in [
            "", "#", "#12345", "#1234567", "#+12345", "#12345g", "Green", "#é1234",
        ] {
            assert_eq!(word.parse::<Hue>(), Err(NoHue), "{word}");
        }
    }

    #[test]
    fn white_and_black_are_where_oklab_has_them() {
        let near = |one: [f32; 3], other: [f32; 3]| {
            one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-3)
        };
        assert!(near(oklab([255, 255, 255]), [1.0, 0.0, 0.0]));
        assert!(near(oklab([0, 0, 0]), [0.0, 0.0, 0.0]));
        assert!(near(oklab([255, 0, 0]), [0.628, 0.225, 0.126]));
    }

    #[test]
    fn colours_are_alike_if_they_are_near() {
        let like = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|hue| hue.parse::<Hue>().expect("a colour"));
            assert_eq!(one.is_like(other), other.is_like(one));
            one.is_like(other)
        };
        assert!(like("#7a4f2b", "#7a4f2b") && like("#7a4f2b", "#7c512f"));
        assert!(!like("#7a4f2b", "#2b4f7a") && !like("#000000", "#ffffff"));
        assert!(like("red", "red") && !like("red", "pink") && !like("red", "#ff0000"));
    }

    proptest! {
        #[test]
        fn every_colour_is_read_back(rgb in any::<[u8; 3]>(), nth in 0..Hue::ALL.len()) {
            for hue in [Hue::Exact(rgb), Hue::ALL[nth]] {
                prop_assert_eq!(hue.key().parse(), Ok(hue));
            }
        }
    }
}

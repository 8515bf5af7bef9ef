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
    /// Every colour with a name, in the order it is listed to people.
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

    /// Its name, or its red, green and blue where it has none.
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

    /// The word for it in a region file.
    pub fn key(self) -> Cow<'static, str> {
        match self.name() {
            Ok(name) => name.into(),
            Err([r, g, b]) => format!("#{r:02x}{g:02x}{b:02x}").into(),
        }
    }
}

/// A word is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHue;

impl FromStr for Hue {
    type Err = NoHue;

    fn from_str(word: &str) -> Result<Self, NoHue> {
        let Some(digits) = word.strip_prefix('#') else {
            let named = Self::ALL.iter().find(|hue| hue.key() == word);
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

    proptest! {
        #[test]
        fn every_colour_is_read_back(rgb in any::<[u8; 3]>(), nth in 0..Hue::ALL.len()) {
            for hue in [Hue::Exact(rgb), Hue::ALL[nth]] {
                prop_assert_eq!(hue.key().parse(), Ok(hue));
            }
        }
    }
}

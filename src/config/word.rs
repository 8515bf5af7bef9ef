//! The words for what can be set: one table for arguments, the environment and the settings file.

use clap::{ValueEnum, builder::PossibleValue};

use crate::{
    scene::{ColourScheme, Marker},
    tui::{Graphics, TextOrder},
};

/// A value, or what suits the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    /// The value that the terminal is known to show.
    Auto,
    /// This value, whatever the terminal is.
    This(T),
}

/// A choice of how many colours to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// The colours that the terminal says it has; none with `NO_COLOR`
    Auto,
    /// Colours even with `NO_COLOR` or without a terminal
    Always,
    /// No colours: textures and letters
    Never,
    /// The terminal's own sixteen colours
    #[value(name = "16")]
    Sixteen,
    /// The 256 colours that most terminals share
    #[value(name = "256")]
    Cube,
    /// 24-bit colours
    True,
}

/// The word for a value.
pub fn word<T: ValueEnum + Copy>(value: T) -> String {
    let possible = value.to_possible_value();
    possible.map_or_else(String::new, |possible| possible.get_name().to_owned())
}

/// The words for every value, in the order in which they are listed to people.
pub fn words<T: ValueEnum + Copy>() -> String {
    let words: Vec<String> = T::value_variants().iter().copied().map(word).collect();
    words.join(", ")
}

/// `Auto`, and then each of `all`; `N` is one more than there are of these.
const fn choices<T: Copy, const N: usize>(all: &[T]) -> [Choice<T>; N] {
    let mut choices = [Choice::Auto; N];
    let mut n = 1;
    while n < N {
        choices[n] = Choice::This(all[n - 1]);
        n += 1;
    }
    choices
}

macro_rules! words {
    ($($kind:ident)+) => {
        $(impl ValueEnum for $kind {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.name()))
            }
        })+
    };
}

macro_rules! or_auto {
    ($($kind:ident)+) => {
        $(impl ValueEnum for Choice<$kind> {
            fn value_variants<'a>() -> &'a [Self] {
                const { &choices::<_, { $kind::ALL.len() + 1 }>($kind::ALL) }
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                match self {
                    Self::Auto => Some(PossibleValue::new("auto")),
                    Self::This(value) => value.to_possible_value(),
                }
            }
        })+
    };
}

words!(Graphics ColourScheme Marker TextOrder);
or_auto!(Graphics ColourScheme Marker TextOrder);

//! The words for what can be set.

use crate::{
    scene::{Look, Marker},
    tui::{Graphics, Names},
};

/// A value that has a word in files, in the environment and on the command line.
pub trait Word: Copy + 'static {
    /// Every value, in the order it is listed to people.
    fn all() -> Vec<Self>;

    fn word(self) -> &'static str;

    fn named(word: &str) -> Option<Self> {
        Self::all().into_iter().find(|value| value.word() == word)
    }
}

/// What is chosen, or left to what the terminal is known to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    Auto,
    This(T),
}

/// How many colours to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// What the terminal says it has; none with `NO_COLOR`.
    Auto,
    /// Colours even where they would be left out.
    Always,
    /// None: textures and letters.
    Never,
    /// The terminal's own sixteen.
    Sixteen,
    Cube,
    /// 24 bits.
    True,
}

impl Word for Colours {
    fn all() -> Vec<Self> {
        vec![
            Self::Auto,
            Self::Always,
            Self::Never,
            Self::Sixteen,
            Self::Cube,
            Self::True,
        ]
    }

    fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
            Self::Sixteen => "16",
            Self::Cube => "256",
            Self::True => "true",
        }
    }
}

impl<T: Word> Word for Choice<T> {
    fn all() -> Vec<Self> {
        let chosen = T::all().into_iter().map(Self::This);
        std::iter::once(Self::Auto).chain(chosen).collect()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::This(value) => value.word(),
        }
    }
}

impl Word for bool {
    fn all() -> Vec<Self> {
        vec![true, false]
    }

    fn word(self) -> &'static str {
        if self { "true" } else { "false" }
    }
}

macro_rules! words {
    ($($kind:ident)+) => {
        $(impl Word for $kind {
            fn all() -> Vec<Self> {
                Self::ALL.to_vec()
            }

            fn word(self) -> &'static str {
                self.name()
            }
        })+
    };
}

words!(Graphics Look Marker Names);

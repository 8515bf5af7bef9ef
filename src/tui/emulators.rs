//! The abilities of the terminal at hand, by the table of those that are known.
//!
//! A terminal that answers when it is asked for its name (XTVERSION) is believed before the environment, which programs
//! started from another terminal inherit.

mod table;

use table::{
    EMULATORS, Emulator,
    Sign::{self, Inside, Is, Says, Set, Since, Term},
    UNKNOWN,
};

use super::{graphics::Graphics, state::TextOrder};
use crate::scene::{Depth, Marker};

/// The terminal at hand, as far as it tells of itself.
#[derive(Debug)]
pub struct Terminal<'a, V> {
    /// The environment.
    pub var: V,
    /// The name and version that it answers with, where it was asked and answered.
    pub name: Option<&'a str>,
    /// `true` if it says that it took a 24-bit colour as it is.
    pub true_colour: bool,
}

impl<V: Fn(&str) -> Option<String>> Terminal<'_, V> {
    /// The terminal as the environment has it.
    pub const fn new(var: V) -> Self {
        Self {
            var,
            name: None,
            true_colour: false,
        }
    }

    fn emulator(&self) -> &'static Emulator {
        let first = |counts: fn(&Sign) -> bool| {
            let shown = |sign: &Sign| counts(sign) && self.shows(*sign);
            EMULATORS.iter().find(|known| known.signs.iter().any(shown))
        };
        first(|sign| matches!(sign, Inside(_)))
            .or_else(|| first(|sign| matches!(sign, Says(..))))
            .or_else(|| first(|_| true))
            .unwrap_or(&UNKNOWN)
    }

    fn shows(&self, sign: Sign) -> bool {
        let number = |text: &str| {
            let digits = text.split(|char: char| !char.is_ascii_digit()).next();
            digits.and_then(|digits| digits.parse::<u32>().ok())
        };
        match sign {
            Term(name) => self.var("TERM").starts_with(name),
            Inside(name) | Set(name) => self.is_set(name),
            Is(name, value) => self.var(name) == value,
            Since(name, least) => number(&self.var(name)).is_some_and(|found| found >= least),
            Says(name, least) => {
                let version = self.name.and_then(|said| said.strip_prefix(name));
                version.is_some_and(|version| least == 0 || number(version) >= Some(least))
            }
        }
    }

    fn var(&self, name: &str) -> String {
        (self.var)(name).unwrap_or_default()
    }

    fn is_set(&self, name: &str) -> bool {
        !self.var(name).is_empty()
    }

    /// The colours that are wanted of it, and that it shows.
    pub fn depth(&self) -> Depth {
        if self.is_set("NO_COLOR") || self.var("TERM") == "dumb" {
            Depth::None
        } else {
            self.colours()
        }
    }

    /// The colours that it shows, whether they are wanted or not.
    pub fn colours(&self) -> Depth {
        let (term, (least, most)) = (self.var("TERM"), self.emulator().depths);
        let colorterm = self.var("COLORTERM");
        let said = if self.true_colour
            || matches!(colorterm.as_str(), "truecolor" | "24bit")
            || term.contains("direct")
        {
            Depth::True
        } else if term.contains("256color") {
            Depth::Ansi256
        } else {
            Depth::Ansi16
        };
        said.clamp(least, most)
    }

    /// The finest pieces that it can be trusted to draw: a missing glyph shows as a box, a coarser one only looks
    /// coarser.
    pub fn marker(&self) -> Marker {
        let term = self.var("TERM");
        let mut locales = ["LC_ALL", "LC_CTYPE", "LANG"]
            .map(|name| self.var(name))
            .into_iter();
        let locale = locales.find(|locale| !locale.is_empty());
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        if term == "dumb" || term.is_empty() && !cfg!(windows) || !utf8 {
            Marker::Ascii
        } else {
            self.emulator().marker
        }
    }

    /// The pictures that it is known to show; `None` where it may be asked.
    pub fn graphics(&self) -> Option<Graphics> {
        self.emulator().graphics
    }

    /// The order that it wants right-to-left text in.
    pub fn text_order(&self) -> TextOrder {
        self.emulator().text_order
    }

    /// Tells whether italics show as such.
    pub fn italics(&self) -> bool {
        self.emulator().italics
    }

    /// Tells whether it may be asked for its name and its colours: some terminals write the questions out.
    pub fn answers_by_name(&self) -> bool {
        !self.is_set("TMUX") && self.var("TERM_PROGRAM") != "Apple_Terminal"
    }
}

#[cfg(test)]
mod tests;

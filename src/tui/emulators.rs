//! The terminal emulators that are known: how each is recognised, and what it shows, as data.
//!
//! A terminal that answers when it is asked for its name (XTVERSION) is believed before the environment, which programs
//! started from another terminal inherit.

use super::{graphics::Graphics, state::TextOrder};
use crate::scene::{Depth, Marker};

/// A sign that a terminal is of a kind.
#[derive(Clone, Copy, Debug)]
enum Sign {
    /// Its name (`TERM`) begins so.
    Term(&'static str),
    /// A variable is set by what stands between the program and the terminal.
    Inside(&'static str),
    /// A variable is set.
    Set(&'static str),
    /// A variable has this value.
    Is(&'static str, &'static str),
    /// A variable is a number and no less than this.
    Since(&'static str, u32),
    /// Asked for its name, it begins so, and its version in thousands is no less than this.
    Says(&'static str, u32),
}

use Sign::{Inside, Is, Says, Set, Since, Term};

/// What a kind of terminal shows.
#[derive(Debug)]
struct Emulator {
    /// Any one of them is enough.
    signs: &'static [Sign],
    /// The finest pieces that it draws whatever its font is.
    marker: Marker,
    /// The colours that it has even if it says nothing of them, and those that it shows at most.
    depths: (Depth, Depth),
    /// The pictures that it shows; `None` to ask.
    graphics: Option<Graphics>,
    text_order: TextOrder,
    /// `false` where italics show as something else, such as the colours swapped.
    italics: bool,
    /// When and where that was seen: by `tests/terminals/run` in the version of Debian 13, unless it says otherwise.
    #[cfg_attr(not(test), expect(dead_code, reason = "for those who mend the table"))]
    seen: &'static str,
}

/// The first that fits is taken: what stands between the program and a terminal first, what only a name tells last.
const EMULATORS: &[Emulator] = &[
    Emulator {
        signs: &[Inside("STY")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::Ansi256),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: false,
        seen: "2026-11-25: GNU screen 4.9 in alacritty; garbles 24-bit colours and writes out questions",
    },
    Emulator {
        signs: &[Inside("TMUX"), Term("tmux"), Says("tmux ", 0)],
        marker: Marker::Quadrant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "2026-11-25: tmux 3.5a in alacritty; brings 24-bit colours down to what is outside",
    },
    Emulator {
        signs: &[Inside("ZELLIJ")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its documentation",
    },
    Emulator {
        signs: &[Term("screen")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::Ansi256),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: false,
        seen: "2026-11-25: GNU screen 4.9, as it is seen from another machine",
    },
    Emulator {
        signs: &[Term("linux")],
        marker: Marker::HalfBlock,
        depths: (Depth::Ansi16, Depth::Ansi16),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Visual,
        italics: false,
        seen: "not seen: the kernel's console has half blocks in every font, and 16 colours",
    },
    Emulator {
        signs: &[Says("kitty(", 0), Term("xterm-kitty")],
        marker: Marker::Octant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Kitty),
        text_order: TextOrder::Words,
        italics: true,
        seen: "2026-11-25: kitty 0.41.1; draws octants and sextants itself, shapes words but leaves them in their order",
    },
    Emulator {
        signs: &[
            Says("ghostty ", 0),
            Term("xterm-ghostty"),
            Is("TERM_PROGRAM", "ghostty"),
        ],
        marker: Marker::Octant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Kitty),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its documentation",
    },
    Emulator {
        signs: &[Says("foot(", 0), Term("foot")],
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Sixel),
        text_order: TextOrder::Visual,
        italics: true,
        seen: "2026-11-25: foot 1.21 in sway without a screen",
    },
    Emulator {
        signs: &[Says("WezTerm ", 0), Is("TERM_PROGRAM", "WezTerm")],
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Iterm2),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its documentation",
    },
    Emulator {
        signs: &[Says("iTerm2 ", 0), Is("TERM_PROGRAM", "iTerm.app")],
        marker: Marker::Quadrant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Iterm2),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its documentation",
    },
    Emulator {
        signs: &[Is("TERM_PROGRAM", "Apple_Terminal")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: it writes out the question for pictures",
    },
    Emulator {
        signs: &[Term("mlterm"), Set("MLTERM")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen, as Debian 13 has none: its sixels are reported to move labels",
    },
    Emulator {
        signs: &[Term("alacritty")],
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Visual,
        italics: true,
        seen: "2026-11-25: alacritty 0.15.1; draws sextants itself since 0.14, octants are boxes",
    },
    Emulator {
        signs: &[Term("st-"), Is("TERM", "st")],
        marker: Marker::Quadrant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Visual,
        italics: true,
        seen: "2026-11-25: st 0.9.2; octants are blank, sextants are its font's",
    },
    Emulator {
        signs: &[Term("rxvt-unicode")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::Ansi256),
        graphics: Some(Graphics::Cells),
        text_order: TextOrder::Visual,
        italics: true,
        seen: "2026-11-25: rxvt-unicode 9.31; octants, sextants and braille are boxes",
    },
    Emulator {
        signs: &[Says("VTE(", 8001), Since("VTE_VERSION", 8001)],
        marker: Marker::Octant,
        depths: (Depth::True, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "2026-11-25: VTE 0.80.1 in GNOME Terminal and Xfce's; draws octants and sextants itself",
    },
    Emulator {
        signs: &[Says("VTE(", 6200), Since("VTE_VERSION", 6200)],
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its release notes",
    },
    Emulator {
        signs: &[Says("Konsole ", 25), Since("KONSOLE_VERSION", 250_400)],
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "2026-11-25: Konsole 25.04; draws sextants itself, octants are boxes",
    },
    Emulator {
        signs: &[Says("Konsole ", 0), Set("KONSOLE_VERSION")],
        marker: Marker::Quadrant,
        depths: (Depth::True, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its release notes",
    },
    Emulator {
        signs: &[Set("WT_SESSION")],
        marker: Marker::Quadrant,
        depths: (Depth::True, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "not seen: its documentation",
    },
    Emulator {
        signs: &[Says("XTerm(", 0), Set("XTERM_VERSION")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::True),
        graphics: None,
        text_order: TextOrder::Visual,
        italics: true,
        seen: "2026-11-25: xterm 398; octants are boxes, sextants too in its own font; reports 24-bit colours when asked",
    },
    Emulator {
        signs: &[Term("xterm")],
        marker: Marker::Quadrant,
        depths: (Depth::Ansi256, Depth::True),
        graphics: None,
        text_order: TextOrder::Logical,
        italics: true,
        seen: "no terminal of our time that calls itself xterm has fewer colours",
    },
];

/// What nothing is known of.
const UNKNOWN: Emulator = Emulator {
    signs: &[],
    marker: Marker::Quadrant,
    depths: (Depth::Ansi16, Depth::True),
    graphics: None,
    text_order: TextOrder::Logical,
    italics: true,
    seen: "",
};

/// What the terminal at hand says of itself.
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

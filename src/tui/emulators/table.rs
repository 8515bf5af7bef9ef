//! The terminal emulators that are known, as data: how each is recognised, what it shows, and how that was seen.

use Sign::{Inside, Is, Says, Set, Since, Term};

use super::super::{graphics::Graphics, state::TextOrder};
use crate::scene::{Depth, Marker};

/// A sign that a terminal is of a kind.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
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

/// The abilities of a kind of terminal.
#[derive(Debug)]
pub struct Emulator {
    /// Any one of them is enough.
    pub signs: &'static [Sign],
    /// The finest pieces that it draws whatever its font is.
    pub marker: Marker,
    /// The colours that it has even if it says nothing of them, and those that it shows at most.
    pub depths: (Depth, Depth),
    /// The pictures that it shows; `None` to ask.
    pub graphics: Option<Graphics>,
    pub text_order: TextOrder,
    /// `false` where italics show as something else, such as the colours swapped.
    pub italics: bool,
    /// The occasion on which that was seen: by `tests/terminals/run` in the version of Debian 13, unless it says otherwise.
    #[cfg_attr(not(test), expect(dead_code, reason = "for those who mend the table"))]
    pub seen: &'static str,
}

/// The first that fits is taken: what stands between the program and a terminal first, what only a name tells last.
pub const EMULATORS: &[Emulator] = &[
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
        marker: Marker::Sextant,
        depths: (Depth::True, Depth::True),
        graphics: Some(Graphics::Kitty),
        text_order: TextOrder::Words,
        italics: true,
        seen: "2026-11-26: kitty 0.41.1; draws sextants itself but boxes for four of the octants, shapes words but leaves them in their order",
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

/// The terminal of which nothing is known.
pub const UNKNOWN: Emulator = Emulator {
    signs: &[],
    marker: Marker::Quadrant,
    depths: (Depth::Ansi16, Depth::True),
    graphics: None,
    text_order: TextOrder::Logical,
    italics: true,
    seen: "",
};

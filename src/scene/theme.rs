//! The colour of each thing on the map and beside it, at each depth that a medium has.

use super::{
    Ansi, Attributes, Colour, Emphasis, TextStyle, Tint,
    colour_scheme::{ColourScheme, INK, Palette, TEXT, Tone, sixteen},
    ramp,
    rgb::{Rgb, contrast, cube, mix, nearest},
};
use crate::atlas::Hue;

/// The number of colours that a medium shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: hatch and letters carry everything.
    None,
    /// The sixteen the user has chosen.
    Ansi16,
    /// The palette of 256, of which those from 16 up are the same everywhere.
    Ansi256,
    /// Every colour of 24 bits.
    True,
}

impl Depth {
    /// Fewest colours first.
    pub const ALL: &[Self] = &[Self::None, Self::Ansi16, Self::Ansi256, Self::True];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ansi16 => "16",
            Self::Ansi256 => "256",
            Self::True => "true",
        }
    }
}

/// The share of the ground in a faint colour, in percent.
const PALE: u16 = 45;

/// The colours of one colour scheme at one depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub(crate) depth: Depth,
    pub(crate) scheme: ColourScheme,
}

/// A step of a lens. Selected, among sixteen colours it keeps its own: the outline and the marks show it.
fn step(palette: &Palette, nth: usize, of: usize) -> (Tone, Colour) {
    let ansi = Colour::Ansi(ramp::ansi(palette.sixteen_ramp, nth, of));
    let tone = Tone(ramp::rgb(palette.ramp, nth, of), ansi);
    (tone, tone.1)
}

impl Theme {
    /// The dark colour scheme.
    pub const fn new(depth: Depth) -> Self {
        Self {
            depth,
            scheme: ColourScheme::Dark,
        }
    }

    /// The same depth in another colour scheme.
    #[must_use]
    pub const fn with(self, scheme: ColourScheme) -> Self {
        Self { scheme, ..self }
    }

    const fn palette(&self) -> &'static Palette {
        self.scheme.palette()
    }

    pub(crate) fn void(&self) -> Colour {
        self.tone(self.palette().void)
    }

    pub(crate) fn sea(&self) -> Colour {
        self.tone(self.palette().sea)
    }

    pub(crate) fn lake(&self) -> Colour {
        self.tone(self.palette().lake)
    }

    pub(crate) fn neighbour(&self) -> Colour {
        self.tone(self.palette().neighbour)
    }

    pub(crate) fn neighbour_line(&self) -> Colour {
        self.tone(self.palette().neighbour_line)
    }

    pub(crate) fn river(&self) -> Colour {
        self.tone(self.palette().river)
    }

    /// A river through an area: calmer than what it runs through.
    pub(crate) fn river_on(&self, area: Colour) -> Colour {
        let river = self.palette().river;
        match area {
            Colour::Rgb(area) => self.rgb(mix(area, river.0, 50)),
            Colour::Indexed(area) => self.rgb(mix(cube(area), river.0, 55)),
            _ => self.tone(river),
        }
    }

    /// The outline of what is selected.
    pub fn edge(&self) -> Colour {
        self.tone(self.palette().edge)
    }

    /// The dotted outline of what is silent.
    pub fn dots(&self) -> Colour {
        self.tone(self.palette().dots)
    }

    /// The country where nobody is said to hold it.
    pub fn ground(&self, emphasis: Emphasis) -> Colour {
        let ground = self.palette().ground;
        match (emphasis, self.depth) {
            (Emphasis::Selected, Depth::Ansi16) => Colour::Ansi(Ansi::White),
            (Emphasis::Selected, _) => self.rgb(mix(ground.0, self.palette().edge.0, 30)),
            _ => self.tone(ground),
        }
    }

    /// An area by what its colour means.
    pub fn area(&self, tint: Tint, emphasis: Emphasis) -> Colour {
        let palette = self.palette();
        let (tone, bright) = match tint {
            Tint::Ground => return self.ground(emphasis),
            Tint::Actor(actor) => (palette.hue(actor), Colour::Ansi(sixteen(actor).1)),
            Tint::Faint(actor) => {
                let Tone(rgb, ansi) = palette.hue(actor);
                let pale = mix(rgb, palette.ground.0, PALE);
                (Tone(pale, ansi), Colour::Ansi(sixteen(actor).1))
            }
            Tint::Step { nth, of } => step(palette, nth, of),
        };
        match (emphasis, self.depth) {
            (Emphasis::Plain, _) => self.tone(tone),
            (Emphasis::Selected, Depth::Ansi16) => bright,
            (Emphasis::Selected, _) => self.rgb(mix(tone.0, palette.edge.0, 30)),
            (Emphasis::Dimmed, Depth::Ansi16) => palette.ground.1,
            (Emphasis::Dimmed, _) => self.rgb(mix(palette.ground.0, tone.0, 22)),
        }
    }

    /// The colour of an area's texture where there are too few colours to tell areas apart by them alone: bare ground in
    /// what is paler, and another colour in what water, or an actor with one of the eight colours, has the colour of.
    pub fn texture(&self, tint: Tint, emphasis: Emphasis) -> Option<Colour> {
        if self.depth != Depth::Ansi16 {
            return None;
        }
        let (actor, is_faint) = match tint {
            Tint::Actor(actor) => (actor, false),
            Tint::Faint(actor) => (actor, true),
            Tint::Ground | Tint::Step { .. } => return None,
        };
        let (plain, beside) = sixteen(actor);
        match emphasis {
            Emphasis::Selected => Some(Colour::Ansi(plain)),
            Emphasis::Plain if is_faint => Some(self.palette().ground.1),
            Emphasis::Plain if plain == Ansi::Blue || matches!(actor, Hue::Exact(_)) => {
                Some(Colour::Ansi(beside))
            }
            Emphasis::Plain | Emphasis::Dimmed => None,
        }
    }

    /// A border between two regions of the given colour.
    pub fn line_on(&self, area: Colour) -> Colour {
        self.shade(area, 30)
    }

    /// A border between units of the country, inside an area of the given colour.
    pub(crate) fn unit_line_on(&self, area: Colour) -> Colour {
        self.shade(area, 14)
    }

    /// A colour darkened by so many percent.
    fn shade(&self, area: Colour, percent: u16) -> Colour {
        match area {
            Colour::Rgb(area) => self.rgb(mix(area, INK, percent)),
            Colour::Indexed(area) => self.rgb(mix(cube(area), INK, percent)),
            Colour::Default | Colour::Ansi(_) if self.depth == Depth::None => Colour::Default,
            // Among so few colours a line on the dark one would be a chunk of black.
            Colour::Ansi(Ansi::BrightBlack) => area,
            Colour::Default | Colour::Ansi(_) => Colour::Ansi(Ansi::BrightBlack),
        }
    }

    /// The ground of words over a colour of the map: the same, but where some terminals have a dark grey for it and some a
    /// light one, so that neither black words nor white ones are sure to be read.
    pub(crate) const fn ground_of_words(behind: Colour) -> Colour {
        match behind {
            Colour::Ansi(Ansi::BrightBlack) => Colour::Default,
            other => other,
        }
    }

    /// The colour of words that reads best on a colour of the map.
    pub fn text_on(&self, background: Colour) -> Colour {
        let background_rgb = match background {
            Colour::Rgb(rgb) => rgb,
            Colour::Indexed(index) => cube(index),
            Colour::Ansi(colour) => colour.xterm(),
            Colour::Default if self.depth == Depth::Ansi16 => return Colour::Default,
            Colour::Default => INK,
        };
        let [ink, text] = match self.depth {
            Depth::Ansi16 => [BLACK, WHITE],
            _ => [INK, TEXT],
        };
        let dark = contrast(background_rgb, ink) > contrast(background_rgb, text);
        match (dark, self.depth) {
            (_, Depth::None) => Colour::Default,
            (true, Depth::Ansi16) => Colour::Ansi(Ansi::Black),
            (false, Depth::Ansi16) => Colour::Ansi(Ansi::BrightWhite),
            (true, Depth::Ansi256) => self.rgb(BLACK),
            (false, Depth::Ansi256) => self.rgb(WHITE),
            (true, Depth::True) => self.rgb(readable(background_rgb, INK, BLACK)),
            (false, Depth::True) => self.rgb(readable(background_rgb, TEXT, WHITE)),
        }
    }

    /// Secondary words on a colour of the map.
    pub fn quiet_on(&self, background: Colour) -> Colour {
        match (self.text_on(background), background) {
            (Colour::Rgb(text), Colour::Rgb(background)) if self.palette().quiet.is_some() => {
                let soft = mix(background, text, 74);
                self.rgb(readable(background, soft, text))
            }
            (text, _) => text,
        }
    }

    /// The swatch of an actor in words and legends.
    pub fn swatch(&self, actor: Hue) -> TextStyle {
        let palette = self.palette();
        let tone = palette.hue(actor);
        match self.depth {
            Depth::None => TextStyle::PLAIN.with(Attributes::BOLD),
            Depth::Ansi16 => TextStyle::PLAIN.foreground(tone.1),
            _ => {
                let rgb = mix(tone.0, palette.edge.0, palette.swatch);
                TextStyle::PLAIN.foreground(self.rgb(rgb))
            }
        }
    }

    /// The swatch of an actor that has sites alone: their symbols stand on it, as they do on the map.
    pub fn site_swatch(&self, actor: Hue) -> TextStyle {
        self.swatch_under(Tint::Actor(actor))
    }

    /// The swatch of a step of a lens: its letter stands on it, as some steps are as dark as the terminal's ground.
    pub fn step_swatch(&self, nth: usize, of: usize) -> TextStyle {
        self.swatch_under(Tint::Step { nth, of })
    }

    fn swatch_under(&self, tint: Tint) -> TextStyle {
        if self.depth == Depth::None {
            return TextStyle::PLAIN.with(Attributes::BOLD);
        }
        let ground = self.area(tint, Emphasis::Plain);
        TextStyle::PLAIN
            .background(ground)
            .foreground(self.text_on(ground))
    }

    /// Ordinary words beside the map, in the medium's own colours.
    pub const fn text(&self) -> TextStyle {
        TextStyle::PLAIN
    }

    /// Words of second rank beside the map.
    pub fn dim(&self) -> TextStyle {
        match (self.depth, self.palette().quiet) {
            (_, None) => TextStyle::PLAIN,
            (Depth::None, _) => TextStyle::PLAIN.with(Attributes::DIM),
            (Depth::Ansi16, _) => TextStyle::PLAIN.foreground(Colour::Ansi(Ansi::BrightBlack)),
            (_, Some(quiet)) => TextStyle::PLAIN.foreground(self.rgb(quiet)),
        }
    }

    /// A heading, a key, the chosen row of a list.
    pub const fn strong(&self) -> TextStyle {
        TextStyle::PLAIN.with(Attributes::BOLD)
    }

    /// Something is wrong.
    pub const fn alarm(&self) -> TextStyle {
        match self.depth {
            Depth::None => TextStyle::PLAIN.with(Attributes {
                reversed: true,
                ..Attributes::BOLD
            }),
            _ => TextStyle::PLAIN
                .foreground(Colour::Ansi(Ansi::Red))
                .with(Attributes::BOLD),
        }
    }

    fn tone(&self, tone: Tone) -> Colour {
        match self.depth {
            Depth::Ansi16 => tone.1,
            _ => self.rgb(tone.0),
        }
    }

    fn rgb(&self, rgb: Rgb) -> Colour {
        match self.depth {
            Depth::True => Colour::Rgb(rgb),
            Depth::Ansi256 => Colour::Indexed(nearest(rgb)),
            Depth::None | Depth::Ansi16 => Colour::Default,
        }
    }
}

/// The softer of two colours of words, where it reads well.
fn readable(background: Rgb, soft: Rgb, hard: Rgb) -> Rgb {
    if contrast(background, soft) >= READABLE {
        soft
    } else {
        hard
    }
}

const BLACK: Rgb = [0; 3];
const WHITE: Rgb = [255; 3];

/// The contrast that words need (WCAG 2, AA). Black or white has it on every colour.
const READABLE: f64 = 4.5;

#[cfg(test)]
mod tests;

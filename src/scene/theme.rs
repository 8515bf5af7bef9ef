//! Colours: what each thing on the map and beside it looks like, at each depth a terminal has.

use ratatui::style::{Color, Modifier, Style};

use super::{Emphasis, Tint, ramp};
use crate::atlas::Hue;

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: hatch and letters carry everything.
    None,
    /// The sixteen the user has chosen.
    Ansi16,
    Ansi256,
    True,
}

impl Depth {
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

    /// What the terminal says of itself in the environment.
    pub fn for_terminal(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let term = var("TERM").unwrap_or_default();
        let colorterm = var("COLORTERM").unwrap_or_default();
        if set("NO_COLOR") || term == "dumb" {
            Self::None
        } else if matches!(colorterm.as_str(), "truecolor" | "24bit")
            || term.contains("direct")
            || set("WT_SESSION")
        {
            Self::True
        } else if term.contains("256color") {
            Self::Ansi256
        } else {
            Self::Ansi16
        }
    }
}

/// Red, green and blue.
type Rgb = [u8; 3];

/// A colour as it is meant and as the sixteen have it.
#[derive(Clone, Copy, Debug)]
struct Tone(Rgb, Color);

/// The colours for one depth, on a dark ground.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    pub depth: Depth,
}

const VOID: Tone = Tone([22, 23, 27], Color::Reset);
const SEA: Tone = Tone([15, 29, 50], Color::Blue);
const LAKE: Tone = Tone([38, 66, 102], Color::Blue);
const NEIGHBOUR: Tone = Tone([36, 38, 44], Color::Reset);
const NEIGHBOUR_LINE: Tone = Tone([60, 63, 71], Color::DarkGray);
const GROUND: Tone = Tone([62, 66, 75], Color::DarkGray);
const RIVER: Tone = Tone([78, 122, 176], Color::LightBlue);
const EDGE: Tone = Tone([255, 255, 255], Color::White);
const DOTS: Tone = Tone([150, 155, 166], Color::Gray);
const TEXT: Tone = Tone([232, 233, 236], Color::White);
const QUIET: Tone = Tone([148, 153, 163], Color::Gray);
const INK: Tone = Tone([18, 19, 22], Color::Black);

const fn hue(hue: Hue) -> (Tone, Color) {
    match hue {
        Hue::Green => (Tone([58, 130, 96], Color::Green), Color::LightGreen),
        Hue::Yellow => (Tone([206, 166, 62], Color::Yellow), Color::LightYellow),
        Hue::Red => (Tone([178, 66, 68], Color::Red), Color::LightRed),
        Hue::Blue => (Tone([66, 112, 176], Color::Blue), Color::LightBlue),
        Hue::Purple => (Tone([136, 96, 178], Color::Magenta), Color::LightMagenta),
        Hue::Cyan => (Tone([72, 164, 178], Color::Cyan), Color::LightCyan),
        Hue::Orange => (Tone([208, 118, 52], Color::LightRed), Color::LightYellow),
        Hue::Pink => (Tone([212, 140, 172], Color::LightMagenta), Color::White),
    }
}

/// A step of a lens. Selected, among sixteen colours it keeps its own: the outline and the marks show it.
fn step(nth: usize, of: usize) -> (Tone, Color) {
    let tone = Tone(ramp::rgb(nth, of), ramp::ansi(nth, of));
    (tone, tone.1)
}

impl Theme {
    pub const fn new(depth: Depth) -> Self {
        Self { depth }
    }

    pub fn void(&self) -> Color {
        self.tone(VOID)
    }

    pub fn sea(&self) -> Color {
        self.tone(SEA)
    }

    pub fn lake(&self) -> Color {
        self.tone(LAKE)
    }

    pub fn neighbour(&self) -> Color {
        self.tone(NEIGHBOUR)
    }

    pub fn neighbour_line(&self) -> Color {
        self.tone(NEIGHBOUR_LINE)
    }

    pub fn river(&self) -> Color {
        self.tone(RIVER)
    }

    /// The outline of what is selected.
    pub fn edge(&self) -> Color {
        self.tone(EDGE)
    }

    /// The dotted outline of what is silent.
    pub fn dots(&self) -> Color {
        self.tone(DOTS)
    }

    /// The country where nobody is said to hold it.
    pub fn ground(&self, emphasis: Emphasis) -> Color {
        match (emphasis, self.depth) {
            (Emphasis::Selected, Depth::Ansi16) => Color::Gray,
            (Emphasis::Selected, _) => self.rgb(mix(GROUND.0, EDGE.0, 18)),
            _ => self.tone(GROUND),
        }
    }

    /// An area by what its colour means.
    pub fn area(&self, tint: Tint, emphasis: Emphasis) -> Color {
        let (tone, bright) = match tint {
            Tint::Ground => return self.ground(emphasis),
            Tint::Actor(actor) => hue(actor),
            Tint::Step { nth, of } => step(nth, of),
        };
        match (emphasis, self.depth) {
            (Emphasis::Plain, _) => self.tone(tone),
            (Emphasis::Selected, Depth::Ansi16) => bright,
            (Emphasis::Selected, _) => self.rgb(mix(tone.0, EDGE.0, 20)),
            (Emphasis::Dimmed, Depth::Ansi16) => Color::DarkGray,
            (Emphasis::Dimmed, _) => self.rgb(mix(GROUND.0, tone.0, 22)),
        }
    }

    /// A border inside an area of the given colour.
    pub fn line_on(&self, area: Color) -> Color {
        match area {
            Color::Rgb(r, g, b) => self.rgb(mix([r, g, b], INK.0, 45)),
            Color::Indexed(_) => self.rgb(INK.0),
            _ => Color::Black,
        }
    }

    /// What reads well on a colour of the map.
    pub const fn text_on(&self, background: Color) -> Color {
        let light = match background {
            Color::Rgb(r, g, b) => luminance([r, g, b]) > 105,
            Color::Indexed(index) => luminance(cube(index)) > 105,
            Color::Reset | Color::Black | Color::Blue | Color::DarkGray | Color::Red => false,
            _ => true,
        };
        match (light, self.depth) {
            (_, Depth::None) => Color::Reset,
            (_, Depth::Ansi16) if matches!(background, Color::Reset) => Color::Reset,
            (true, Depth::Ansi16) => Color::Black,
            (false, Depth::Ansi16) => Color::White,
            (true, _) => self.tone(INK),
            (false, _) => self.tone(TEXT),
        }
    }

    /// Secondary words on a colour of the map.
    pub fn quiet_on(&self, background: Color) -> Color {
        match (self.depth, background) {
            (Depth::None, _) => Color::Reset,
            (Depth::Ansi16, _) => self.text_on(background),
            (_, Color::Rgb(r, g, b)) if luminance([r, g, b]) > 105 => {
                self.rgb(mix([r, g, b], INK.0, 78))
            }
            (_, Color::Rgb(r, g, b)) => self.rgb(mix([r, g, b], TEXT.0, 62)),
            _ => self.text_on(background),
        }
    }

    /// The swatch of an actor in words and legends.
    pub fn swatch(&self, actor: Hue) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::BOLD),
            Depth::Ansi16 => Style::new().fg(hue(actor).0.1),
            _ => Style::new().fg(self.rgb(mix(hue(actor).0.0, EDGE.0, 10))),
        }
    }

    /// The swatch of a step of a lens: what its letter stands on, as some steps are as dark as the terminal's ground.
    pub fn step_swatch(&self, nth: usize, of: usize) -> Style {
        if self.depth == Depth::None {
            return Style::new().add_modifier(Modifier::BOLD);
        }
        let ground = self.area(Tint::Step { nth, of }, Emphasis::Plain);
        Style::new().bg(ground).fg(self.text_on(ground))
    }

    /// Ordinary words beside the map, in the terminal's own colours.
    pub const fn text(&self) -> Style {
        Style::new()
    }

    /// Words of second rank beside the map.
    pub const fn dim(&self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            Depth::Ansi16 => Style::new().fg(Color::DarkGray),
            _ => Style::new().fg(self.tone(QUIET)),
        }
    }

    /// A heading, a key, what is chosen in a list.
    pub const fn strong(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Something is wrong.
    pub const fn alarm(&self) -> Style {
        match self.depth {
            Depth::None => Style::new().add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            _ => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
        }
    }

    const fn tone(&self, tone: Tone) -> Color {
        match self.depth {
            Depth::Ansi16 => tone.1,
            _ => self.rgb(tone.0),
        }
    }

    const fn rgb(&self, rgb: Rgb) -> Color {
        match self.depth {
            Depth::True => Color::Rgb(rgb[0], rgb[1], rgb[2]),
            Depth::Ansi256 => Color::Indexed(nearest(rgb)),
            Depth::None | Depth::Ansi16 => Color::Reset,
        }
    }
}

/// `percent` of `b` in `a`.
pub(super) const fn mix(a: Rgb, b: Rgb, percent: u16) -> Rgb {
    #[expect(clippy::cast_possible_truncation, reason = "a mean of bytes is a byte")]
    const fn part(a: u8, b: u8, percent: u16) -> u8 {
        ((a as u16 * (100 - percent) + b as u16 * percent) / 100) as u8
    }
    [
        part(a[0], b[0], percent),
        part(a[1], b[1], percent),
        part(a[2], b[2], percent),
    ]
}

/// Perceived lightness, 0 to 255 (Rec. 601).
pub(super) const fn luminance(rgb: Rgb) -> u32 {
    (rgb[0] as u32 * 299 + rgb[1] as u32 * 587 + rgb[2] as u32 * 114) / 1000
}

const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour that terminals have for an index from 16 up: a 6×6×6 cube, then 24 greys.
pub const fn cube(index: u8) -> Rgb {
    if index >= 232 {
        let grey = 8 + (index - 232) * 10;
        return [grey, grey, grey];
    }
    let n = index.saturating_sub(16);
    [
        STEPS[(n / 36) as usize],
        STEPS[(n / 6 % 6) as usize],
        STEPS[(n % 6) as usize],
    ]
}

/// The index from 16 up whose colour is nearest.
const fn nearest(rgb: Rgb) -> u8 {
    let (mut best, mut least, mut index) = (16, u32::MAX, 16_u8);
    loop {
        let near = cube(index);
        let (r, g, b) = (
            near[0].abs_diff(rgb[0]),
            near[1].abs_diff(rgb[1]),
            near[2].abs_diff(rgb[2]),
        );
        let far = r as u32 * r as u32 * 3 + g as u32 * g as u32 * 6 + b as u32 * b as u32;
        if far < least {
            (best, least) = (index, far);
        }
        if index == 255 {
            return best;
        }
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_the_cube_itself() {
        for index in 16..=255 {
            assert_eq!(cube(nearest(cube(index))), cube(index));
        }
    }

    #[test]
    fn depth_follows_the_environment() {
        let depth = |vars: &'static [(&str, &str)]| {
            Depth::for_terminal(move |name| {
                vars.iter()
                    .find(|(k, _)| *k == name)
                    .map(|(_, v)| (*v).to_owned())
            })
        };
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]),
            Depth::True
        );
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Ansi256);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Ansi16);
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]),
            Depth::None
        );
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]),
            Depth::Ansi256
        );
        assert_eq!(
            depth(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]),
            Depth::None
        );
    }
}

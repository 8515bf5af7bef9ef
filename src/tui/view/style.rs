//! Roles, colours and styles of the core to those of the terminal.

use ratatui::{
    style::{Color, Modifier, Style},
    text::{Line as Styled, Span as StyledSpan},
};

use super::super::state::State;
use crate::{
    caption::{Line, Role},
    scene::{Ansi, Attributes, Colour, TextStyle},
    session::World,
};

impl From<Colour> for Color {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Default => Self::Reset,
            Colour::Ansi(ansi) => sixteen(ansi),
            Colour::Indexed(index) => Self::Indexed(index),
            Colour::Rgb([red, green, blue]) => Self::Rgb(red, green, blue),
        }
    }
}

/// One of the sixteen by ratatui's name.
const fn sixteen(ansi: Ansi) -> Color {
    match ansi {
        Ansi::Black => Color::Black,
        Ansi::Red => Color::Red,
        Ansi::Green => Color::Green,
        Ansi::Yellow => Color::Yellow,
        Ansi::Blue => Color::Blue,
        Ansi::Magenta => Color::Magenta,
        Ansi::Cyan => Color::Cyan,
        Ansi::White => Color::Gray,
        Ansi::BrightBlack => Color::DarkGray,
        Ansi::BrightRed => Color::LightRed,
        Ansi::BrightGreen => Color::LightGreen,
        Ansi::BrightYellow => Color::LightYellow,
        Ansi::BrightBlue => Color::LightBlue,
        Ansi::BrightMagenta => Color::LightMagenta,
        Ansi::BrightCyan => Color::LightCyan,
        Ansi::BrightWhite => Color::White,
    }
}

impl From<Attributes> for Modifier {
    fn from(attributes: Attributes) -> Self {
        let Attributes {
            bold,
            dim,
            reversed,
        } = attributes;
        [
            (bold, Self::BOLD),
            (dim, Self::DIM),
            (reversed, Self::REVERSED),
        ]
        .into_iter()
        .filter_map(|(set, modifier)| set.then_some(modifier))
        .collect()
    }
}

impl From<TextStyle> for Style {
    fn from(style: TextStyle) -> Self {
        Self {
            fg: style.foreground.map(Color::from),
            bg: style.background.map(Color::from),
            ..Self::new().add_modifier(style.attributes.into())
        }
    }
}

/// The style of a role.
pub fn style(role: Role, state: &State, world: &World) -> Style {
    let theme = state.theme;
    match role {
        Role::Plain | Role::Summary => theme.text().into(),
        Role::Passage => Style::from(theme.text()).underlined(),
        Role::Current => Style::from(theme.strong()).underlined().reversed(),
        Role::Title | Role::State | Role::Heading => theme.strong().into(),
        Role::Quote => Style::from(theme.text()).italic(),
        Role::Context | Role::Quiet | Role::Proved => theme.dim().into(),
        Role::Alarm => theme.alarm().into(),
        Role::Mark(actor) => theme.swatch(world.atlas[actor].hue).into(),
    }
}

/// A line in the styles of its roles.
pub fn styled<'a>(line: &'a Line, state: &State, world: &World) -> Styled<'a> {
    let spans = line
        .spans
        .iter()
        .map(|span| StyledSpan::styled(span.text.as_str(), style(span.role, state, world)));
    let indent = (line.indent > 0).then(|| StyledSpan::raw(" ".repeat(line.indent)));
    indent.into_iter().chain(spans).collect()
}

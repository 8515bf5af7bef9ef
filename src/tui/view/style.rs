//! Roles to styles.

use ratatui::{
    style::{Modifier, Style},
    text::{Line as Styled, Span as StyledSpan},
};

use super::super::state::State;
use crate::{
    caption::{Line, Role},
    session::World,
};

/// How a role looks.
pub fn style(role: Role, state: &State, world: &World) -> Style {
    let theme = state.theme;
    match role {
        Role::Plain | Role::Summary => theme.text(),
        Role::Passage => theme.text().add_modifier(Modifier::UNDERLINED),
        Role::Current => theme
            .strong()
            .add_modifier(Modifier::UNDERLINED | Modifier::REVERSED),
        Role::Title | Role::State | Role::Heading => theme.strong(),
        Role::Quote => theme.text().add_modifier(Modifier::ITALIC),
        Role::Context | Role::Quiet | Role::Proved => theme.dim(),
        Role::Alarm => theme.alarm(),
        Role::Mark(actor) => theme.swatch(world.atlas[actor].hue),
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

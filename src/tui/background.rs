//! What the terminal's own ground is like.

use std::{io::IsTerminal, time::Duration};

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use crate::scene::Look;

/// How long an answer may take. Terminals that don't know the question answer the next one, and so at once: this is
/// only waited for where nobody answers anything.
const PATIENCE: Duration = Duration::from_millis(500);

/// Asks the terminal for its ground; dark where it doesn't say.
pub fn look() -> Look {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    let there = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    match there.then(|| theme_mode(options)) {
        Some(Ok(ThemeMode::Light)) => Look::Light,
        _ => Look::Dark,
    }
}

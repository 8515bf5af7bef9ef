//! A key as it is written in a file of keys, and as it is shown.

use std::{fmt, str::FromStr};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with the modifiers that are held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// Names of keys in a file, how each is shown, and what the terminal calls it.
const NAMED: &[(&str, &str, KeyCode)] = &[
    ("left", "←", KeyCode::Left),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("right", "→", KeyCode::Right),
    ("enter", "enter", KeyCode::Enter),
    ("esc", "esc", KeyCode::Esc),
    ("tab", "tab", KeyCode::Tab),
    ("space", "space", KeyCode::Char(' ')),
    ("backspace", "backspace", KeyCode::Backspace),
    ("delete", "delete", KeyCode::Delete),
    ("home", "home", KeyCode::Home),
    ("end", "end", KeyCode::End),
    ("pageup", "pgup", KeyCode::PageUp),
    ("pagedown", "pgdn", KeyCode::PageDown),
];

const MODIFIERS: &[(&str, KeyModifiers)] = &[
    ("ctrl-", KeyModifiers::CONTROL),
    ("alt-", KeyModifiers::ALT),
    ("shift-", KeyModifiers::SHIFT),
];

impl Key {
    /// One form for what terminals report in several.
    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let modifiers =
            modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => Self {
                code: KeyCode::Tab,
                modifiers: modifiers | KeyModifiers::SHIFT,
            },
            // The character itself says whether shift was held.
            KeyCode::Char(_) => Self {
                code,
                modifiers: modifiers - KeyModifiers::SHIFT,
            },
            _ => Self { code, modifiers },
        }
    }

    /// Returns the key as it is written in a file of keys.
    pub fn written(self) -> String {
        let modifiers = MODIFIERS
            .iter()
            .filter(|(_, modifier)| self.modifiers.contains(*modifier))
            .map(|(name, _)| *name);
        let named = NAMED.iter().find(|(.., code)| *code == self.code);
        let code = match (named, self.code) {
            (Some((name, ..)), _) => (*name).to_owned(),
            (None, KeyCode::Char(char)) => char.to_string(),
            (None, code) => code.to_string().to_lowercase(),
        };
        modifiers.collect::<String>() + &code
    }

    /// The character that it types.
    pub(super) fn char(self) -> Option<char> {
        match self.code {
            KeyCode::Char(char) if self.modifiers.is_empty() => Some(char),
            _ => None,
        }
    }

    /// Tells whether it is an arrow with no other key held down.
    pub(super) fn is_arrow(self) -> bool {
        let arrows = [KeyCode::Left, KeyCode::Up, KeyCode::Down, KeyCode::Right];
        self.modifiers.is_empty() && arrows.contains(&self.code)
    }

    pub(super) const fn is_digit(self) -> bool {
        matches!(self.code, KeyCode::Char('0'..='9'))
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        Self::new(event.code, event.modifiers)
    }
}

/// The reason why a text names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAKey(String);

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no key", self.0)
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (mut rest, mut modifiers) = (text, KeyModifiers::NONE);
        while let Some((name, modifier)) = MODIFIERS
            .iter()
            .find(|(name, _)| rest.len() > name.len() && rest.starts_with(name))
        {
            rest = &rest[name.len()..];
            modifiers |= *modifier;
        }
        let named = NAMED
            .iter()
            .find(|(name, ..)| *name == rest)
            .map(|&(.., code)| code);
        let function = rest
            .strip_prefix('f')
            .and_then(|n| n.parse().ok())
            .filter(|n| (1..=12).contains(n))
            .map(KeyCode::F);
        let mut chars = rest.chars();
        let char = match (chars.next(), chars.next()) {
            (Some(char), None) if !char.is_control() => Some(KeyCode::Char(char)),
            _ => None,
        };
        let code = named
            .or(function)
            .or(char)
            .ok_or_else(|| NotAKey(text.to_owned()))?;
        Ok(Self::new(code, modifiers))
    }
}

/// As the help screen shows it: `↑`, `enter`, `shift-tab`, `^C`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, modifier) in MODIFIERS
            .iter()
            .filter(|(_, modifier)| self.modifiers.contains(*modifier))
        {
            f.write_str(if *modifier == KeyModifiers::CONTROL {
                "^"
            } else {
                name
            })?;
        }
        match (
            NAMED.iter().find(|(.., code)| *code == self.code),
            self.code,
        ) {
            (Some((_, shown, _)), _) => f.write_str(shown),
            (None, KeyCode::Char(char)) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", char.to_ascii_uppercase())
            }
            (None, KeyCode::Char(char)) => write!(f, "{char}"),
            (None, code) => write!(f, "{code}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_shows_keys() {
        for (written, shown) in [
            ("left", "←"),
            ("shift-tab", "shift-tab"),
            ("ctrl-c", "^C"),
            ("-", "-"),
            ("ctrl--", "^-"),
            ("F", "F"),
            ("f5", "F5"),
            ("?", "?"),
            ("alt-enter", "alt-enter"),
        ] {
            let key: Key = written.parse().expect(written);
            assert_eq!(
                (key.to_string().as_str(), key.written().as_str()),
                (shown, written)
            );
        }
        for text in ["", "hyper-x", "leftt", "ctrl-", "f13", "ab"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }

    #[test]
    fn terminals_mean_the_same_key_in_several_forms() {
        let back_tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(Key::from(back_tab), "shift-tab".parse().expect("a key"));
        let capital = KeyEvent::new(KeyCode::Char('F'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(capital), "F".parse().expect("a key"));
    }
}

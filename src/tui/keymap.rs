//! The meaning of each key in each mode, from a file of keys.

use std::{collections::HashSet, fmt};

use serde::{Deserialize, Serialize};

use super::{
    action::Action,
    key::{Key, NotAKey},
    mode_name::ModeName,
};

/// The keys that the program comes with, `assets/keys.toml` as it was read when it was last changed: every start would
/// wait for that.
///
/// `UPDATE=1 cargo test --test file prepared` reads it anew.
const PREPARED: &[u8] = include_bytes!("../../assets/keys.postcard");

/// Every command with its keys, and what a key means in a mode.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// In the order of the file, which help keeps to.
    pub commands: Vec<Command>,
}

/// Keys that belong together, with a line of help.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its keys, each with what it does.
    pub bindings: Vec<(Key, Action)>,
    /// The modes that the keys work in; all, where the file names none.
    pub modes: Vec<ModeName>,
    /// The words that the help screen has for it.
    pub help: String,
    /// The word in the key bar, where it is in it.
    pub bar: Option<String>,
    /// `true` if it stays in the bar however narrow that is.
    pub kept: bool,
}

/// The reason why a text is no file of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    /// It is no TOML, or not of the form of a file of keys; the parser's words.
    Syntax(String),
    /// It names a key that there isn't; the whole message.
    Key(String),
    /// No action has that name.
    Action(String),
    /// A command has neither one action for all its keys nor one for each.
    Uneven(String),
    /// Two commands want the same key in the same mode.
    Twice(Key, ModeName),
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(why) | Self::Key(why) => f.write_str(why),
            Self::Action(name) => write!(f, "there is no action `{name}`"),
            Self::Uneven(help) => write!(
                f,
                "“{help}” needs one action for all its keys, or one for each"
            ),
            Self::Twice(key, mode) => {
                write!(f, "the key {key} is bound twice in {} mode", mode.name())
            }
        }
    }
}

impl std::error::Error for KeymapError {}

impl From<NotAKey> for KeymapError {
    fn from(error: NotAKey) -> Self {
        Self::Key(error.to_string())
    }
}

/// A file of keys as it is written.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    command: Vec<WrittenCommand>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenCommand {
    keys: Vec<String>,
    actions: Vec<String>,
    modes: Option<Vec<ModeName>>,
    help: String,
    bar: Option<String>,
    #[serde(default)]
    kept: bool,
}

impl KeyFile {
    /// Reads what is of the form of a file of keys; whether it can be meant, [`Keymap::read`] tells.
    pub fn read(text: &str) -> Result<Self, KeymapError> {
        toml::from_str(text).map_err(|error| KeymapError::Syntax(error.to_string()))
    }
}

impl Keymap {
    /// The keys of `assets/keys.toml`, which the program is built with.
    pub fn builtin() -> Result<Self, KeymapError> {
        let file = postcard::from_bytes(PREPARED);
        Self::of(file.map_err(|error| KeymapError::Syntax(error.to_string()))?)
    }

    /// Reads a file of keys; what is written twice or can't be meant is an error.
    pub fn read(text: &str) -> Result<Self, KeymapError> {
        let keymap = Self::of(KeyFile::read(text)?)?;
        match keymap.twice() {
            Some((key, mode)) => Err(KeymapError::Twice(key, mode)),
            None => Ok(keymap),
        }
    }

    fn of(file: KeyFile) -> Result<Self, KeymapError> {
        let commands = file.command.into_iter().map(Command::read);
        Ok(Self {
            commands: commands.collect::<Result<_, _>>()?,
        })
    }

    /// Finds a key that means two things in one mode.
    fn twice(&self) -> Option<(Key, ModeName)> {
        let mut known = HashSet::new();
        let mut bindings = self.commands.iter().flat_map(|command| {
            let keys = command.bindings.iter().map(|(key, _)| *key);
            keys.flat_map(|key| command.modes.iter().map(move |mode| (key, *mode)))
        });
        bindings.find(|binding| !known.insert(*binding))
    }

    /// Returns the action that a key asks for in a mode, if any; characters are typed where the mode takes text.
    pub fn action(&self, mode: ModeName, key: Key) -> Option<Action> {
        if let Some(char) = key.char().filter(|_| mode.takes_text()) {
            return Some(Action::Type(char));
        }
        let mut bindings = self.bindings_in(mode);
        bindings.find_map(|&(bound, action)| (bound == key).then_some(action))
    }

    /// A key for an action in a mode, as it is shown to people.
    pub fn key_for(&self, mode: ModeName, wanted: Action) -> Option<String> {
        let mut bindings = self.bindings_in(mode);
        bindings.find_map(|(key, action)| (*action == wanted).then(|| key.to_string()))
    }

    fn bindings_in(&self, mode: ModeName) -> impl Iterator<Item = &(Key, Action)> {
        let commands = self.commands.iter();
        commands
            .filter(move |command| command.modes.contains(&mode))
            .flat_map(|command| &command.bindings)
    }

    /// The commands that the key bar has room to name in a mode.
    pub fn in_bar(&self, mode: ModeName) -> impl Iterator<Item = &Command> {
        self.commands
            .iter()
            .filter(move |command| command.bar.is_some() && command.short_keys(mode).is_some())
    }
}

impl Command {
    fn read(written: WrittenCommand) -> Result<Self, KeymapError> {
        let keys: Vec<Key> = written
            .keys
            .iter()
            .map(|key| key.parse())
            .collect::<Result<_, _>>()?;
        let named =
            |name: &String| Action::named(name).ok_or_else(|| KeymapError::Action(name.clone()));
        let actions: Vec<Action> = written
            .actions
            .iter()
            .map(named)
            .collect::<Result<_, _>>()?;
        let bindings: Vec<(Key, Action)> = match actions.as_slice() {
            [one] => keys.into_iter().map(|key| (key, *one)).collect(),
            each if each.len() == keys.len() => keys.into_iter().zip(actions).collect(),
            _ => return Err(KeymapError::Uneven(written.help)),
        };
        let modes = written.modes.unwrap_or_else(|| ModeName::ALL.to_vec());
        Ok(Self {
            bindings,
            modes,
            help: written.help,
            bar: written.bar,
            kept: written.kept,
        })
    }

    /// All its keys: `←↑↓→`, `1–9`, `q ^C`.
    pub fn keys(&self) -> String {
        let keys: Vec<Key> = self.bindings.iter().map(|(key, _)| *key).collect();
        match keys.as_slice() {
            [first, .., last] if keys.len() > 2 && keys.iter().all(|key| key.is_digit()) => {
                format!("{first}–{last}")
            }
            _ => {
                let shown: Vec<String> = keys.iter().map(Key::to_string).collect();
                shown.join(if keys.iter().all(|key| key.is_arrow()) {
                    ""
                } else {
                    " "
                })
            }
        }
    }

    /// Tells whether one of its keys does that.
    pub fn does(&self, action: Action) -> bool {
        self.bindings.iter().any(|(_, bound)| *bound == action)
    }

    /// The keys that do that.
    pub fn keys_for(&self, action: Action) -> impl Iterator<Item = Key> + '_ {
        let bound = self.bindings.iter();
        bound.filter_map(move |&(key, does)| (does == action).then_some(key))
    }

    /// Tells whether it is two ways by two characters, as `, .` is.
    fn is_pair(&self) -> bool {
        matches!(self.bindings.as_slice(), [(a, one), (b, other)] if a.char().and(b.char()).is_some() && one != other)
    }

    /// The keys in a mode as the bar has room for them: the first, or all of them where they are arrows or a pair.
    pub fn short_keys(&self, mode: ModeName) -> Option<String> {
        let typed = |key: Key| mode.takes_text() && key.char().is_some();
        let (first, _) = self
            .bindings
            .iter()
            .find(|(key, _)| self.modes.contains(&mode) && !typed(*key))?;
        Some(if first.is_arrow() || self.is_pair() {
            self.keys()
        } else {
            first.to_string()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_key_and_every_mode_a_way_out() {
        let keymap = Keymap::builtin().expect("the shipped keys");
        let bound: Vec<Action> = keymap
            .commands
            .iter()
            .flat_map(|c| c.bindings.iter().map(|(_, a)| *a))
            .collect();
        for (name, action) in Action::NAMES {
            assert!(bound.contains(action), "{name} has no key");
        }
        for &mode in ModeName::ALL {
            let q = if mode.takes_text() {
                Action::Type('q')
            } else {
                Action::Quit
            };
            for (key, action) in [("esc", Action::Back), ("q", q), ("ctrl-c", Action::Quit)] {
                assert_eq!(
                    keymap.action(mode, key.parse().expect(key)),
                    Some(action),
                    "{mode:?}"
                );
            }
        }
    }

    #[test]
    fn refuses_what_cannot_be_meant() {
        let command = |rest: &str| format!("[[command]]\nhelp = \"x\"\n{rest}\n");
        let twice = command("keys = [\"x\"]\nactions = [\"quit\"]")
            + &command("keys = [\"x\"]\nactions = [\"back\"]");
        assert!(matches!(Keymap::read(&twice), Err(KeymapError::Twice(..))));
        for (text, why) in [
            (
                "keys = [\"x\"]\nactions = [\"fly\"]",
                "there is no action `fly`",
            ),
            ("keys = [\"xy\"]\nactions = [\"quit\"]", "`xy` is no key"),
            (
                "keys = [\"x\", \"y\", \"z\"]\nactions = [\"quit\", \"back\"]",
                "“x” needs one action for all its keys, or one for each",
            ),
        ] {
            assert_eq!(
                Keymap::read(&command(text)).expect_err(text).to_string(),
                why
            );
        }
        assert!(matches!(
            Keymap::read(&command("keyz = []")),
            Err(KeymapError::Syntax(_))
        ));
    }

    #[test]
    fn keys_are_shown_short() {
        let keymap = Keymap::builtin().expect("the shipped keys");
        let shown: Vec<String> = keymap.commands.iter().map(Command::keys).collect();
        for keys in ["←↑↓→", "1–9", "q ^C", "tab shift-tab"] {
            assert!(shown.iter().any(|shown| shown == keys), "{keys}: {shown:?}");
        }
    }
}

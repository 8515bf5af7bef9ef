//! A user's own keys in the place of the program's.

use super::{
    action::Action,
    key::Key,
    keymap::{Command, Keymap},
    mode_name::ModeName,
};

impl Keymap {
    /// Lets keys do something else, or nothing, in every mode that it can be done in; there they do nothing else.
    pub fn rebind(&mut self, keys: &[(Key, Option<Action>)]) {
        for &(key, action) in keys {
            let modes = match action {
                Some(action) => self.modes_of(action),
                None => ModeName::ALL.to_vec(),
            };
            self.free(key, &modes);
            if let Some(action) = action {
                let commands = self.commands.iter_mut();
                commands
                    .filter(|command| command.does(action))
                    .for_each(|command| command.bindings.insert(0, (key, action)));
            }
        }
        self.commands.retain(|command| !command.bindings.is_empty());
    }

    fn modes_of(&self, action: Action) -> Vec<ModeName> {
        let commands = self.commands.iter().filter(|command| command.does(action));
        commands.flat_map(|command| command.modes.clone()).collect()
    }

    /// Takes a key from whatever it does in these modes; what else it does goes to a command of its own.
    fn free(&mut self, key: Key, modes: &[ModeName]) {
        let mut rest = Vec::new();
        for command in &mut self.commands {
            let taken = |mode: &ModeName| modes.contains(mode);
            let bound = command.bindings.iter().position(|(bound, _)| *bound == key);
            if let Some(at) = bound.filter(|_| command.modes.iter().any(taken)) {
                let binding = command.bindings.remove(at);
                let left: Vec<_> = command
                    .modes
                    .iter()
                    .copied()
                    .filter(|mode| !taken(mode))
                    .collect();
                if !left.is_empty() {
                    rest.push(Command {
                        bindings: vec![binding],
                        modes: left,
                        ..command.clone()
                    });
                }
            }
        }
        self.commands.extend(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        name.parse().expect(name)
    }

    fn rebound(keys: &[(&str, Option<Action>)]) -> Keymap {
        let mut keymap = Keymap::builtin().expect("the shipped keys");
        let keys: Vec<_> = keys
            .iter()
            .map(|&(name, action)| (key(name), action))
            .collect();
        keymap.rebind(&keys);
        keymap
    }

    #[test]
    fn a_key_does_what_it_is_told_and_nothing_else() {
        let keymap = rebound(&[
            ("ctrl-f", Some(Action::Search)),
            ("k", Some(Action::Filter)),
        ]);
        let does = |mode, name: &str| keymap.action(mode, key(name));
        assert_eq!(does(ModeName::Browse, "ctrl-f"), Some(Action::Search));
        assert_eq!(does(ModeName::Browse, "/"), Some(Action::Search));
        assert_eq!(does(ModeName::Browse, "k"), Some(Action::Filter));
        // Where there is nothing to filter it still does what it did.
        let scrolls = Keymap::builtin().expect("the shipped keys");
        let before = scrolls.action(ModeName::Help, key("k"));
        assert!(before.is_some());
        assert_eq!(does(ModeName::Help, "k"), before);
        let shown: Vec<_> = keymap.commands.iter().map(Command::keys).collect();
        assert!(shown.iter().any(|keys| keys == "^F /"), "{shown:?}");
    }

    #[test]
    fn a_key_can_do_nothing() {
        let keymap = rebound(&[("q", None), ("x", Some(Action::Quit))]);
        for &mode in ModeName::ALL.iter().filter(|mode| !mode.takes_text()) {
            assert_eq!(keymap.action(mode, key("q")), None);
            assert_eq!(keymap.action(mode, key("x")), Some(Action::Quit));
        }
        assert_eq!(
            keymap.action(ModeName::Search, key("q")),
            Some(Action::Type('q'))
        );
    }
}

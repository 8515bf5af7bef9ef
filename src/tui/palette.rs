//! The command palette: everything that the keys do, found by its name or its line of help.

use super::{
    action::Action,
    keymap::{Command, Keymap},
    search::Prompt,
    state::{Mode, ModeName, State, World},
};
use crate::names::{fold, rank};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed<'a> {
    pub name: &'static str,
    pub action: Action,
    /// The keys that do it, as they are shown.
    pub keys: String,
    pub help: &'a str,
}

/// Starts with nothing typed.
pub fn open(state: &mut State) {
    state.open(Mode::Palette(Prompt::default()));
}

/// What the line leads to, best first: of all that can be done in the mode that the palette stands over.
pub fn deeds<'a>(state: &State, world: &'a World, prompt: &Prompt) -> Vec<Deed<'a>> {
    let mode = state.under.last().map_or(ModeName::Browse, Mode::name);
    let deeds = all(&world.keymap, mode);
    let query = fold(prompt.input.text());
    if query.is_empty() {
        return deeds;
    }
    // What is called so comes before what only has to do with it.
    let names: Vec<String> = deeds.iter().map(|deed| fold(deed.name)).collect();
    let helps: Vec<String> = deeds.iter().map(|deed| fold(deed.help)).collect();
    let mut ranked = rank(&query, names.iter().map(String::as_str));
    let helpful = rank(&query, helps.iter().map(String::as_str));
    let beside: Vec<usize> = helpful
        .into_iter()
        .filter(|n| !ranked.contains(n))
        .collect();
    ranked.extend(beside);
    ranked.into_iter().map(|n| deeds[n].clone()).collect()
}

/// The chosen action, with the palette closed.
pub fn accept(state: &mut State, world: &World) -> Option<Action> {
    let Mode::Palette(prompt) = &state.mode else {
        return None;
    };
    let action = deeds(state, world, prompt).get(prompt.chosen)?.action;
    state.close();
    Some(action)
}

fn all(keymap: &Keymap, mode: ModeName) -> Vec<Deed<'_>> {
    let commands = || {
        keymap
            .commands
            .iter()
            .filter(move |command| command.modes.contains(&mode))
    };
    let bound = |action: Action| commands().find(move |command| command.does(action));
    let keys = |action: Action| -> Vec<String> {
        commands()
            .flat_map(|command| command.keys_for(action))
            .map(|key| key.to_string())
            .collect()
    };
    Action::NAMES
        .iter()
        .filter(|(_, action)| *action != Action::Palette)
        .filter_map(|&(name, action)| {
            let Command { help, .. } = bound(action)?;
            Some(Deed {
                name,
                action,
                keys: keys(action).join(" "),
                help,
            })
        })
        .collect()
}

//! The command palette: everything that the keys do, found by its name or its line of help.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    action::Action,
    keymap::{Command, Keymap},
    mode_name::ModeName,
};
use crate::{
    names::{fold, rank},
    session,
};

/// A command that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    pub name: &'static str,
    pub action: Action,
    /// The keys that do it, as they are shown.
    pub keys: String,
    pub help: &'a str,
}

/// The commands of a mode that a query finds, best first. Where nothing is asked for, all of them: those that were done
/// most, then those that the key bar shows.
pub fn find<'a>(
    keymap: &'a Keymap,
    mode: ModeName,
    uses: &HashMap<&'static str, u32>,
    query: &str,
) -> Vec<Entry<'a>> {
    let mut entries = all(keymap, mode);
    let query = fold(query);
    if query.is_empty() {
        let in_bar = |entry: &Entry| {
            let mut commands = keymap.commands.iter();
            commands.any(|command| command.bar.is_some() && command.does(entry.action))
        };
        entries.sort_by_cached_key(|entry| {
            let uses = uses.get(entry.name).copied().unwrap_or_default();
            (Reverse(uses), is_steering(entry.action), !in_bar(entry))
        });
        return entries;
    }
    // What is called so comes before what only has to do with it.
    let names: Vec<String> = entries.iter().map(|entry| fold(entry.name)).collect();
    let helps: Vec<String> = entries.iter().map(|entry| fold(entry.help)).collect();
    let mut ranked = rank(&query, names.iter().map(String::as_str));
    let helpful = rank(&query, helps.iter().map(String::as_str));
    let beside: Vec<usize> = helpful
        .into_iter()
        .filter(|n| !ranked.contains(n))
        .collect();
    ranked.extend(beside);
    ranked.into_iter().map(|n| entries[n].clone()).collect()
}

/// Tells whether nobody would look for it by name, as it is done again and again.
const fn is_steering(action: Action) -> bool {
    matches!(
        action,
        Action::Session(
            session::Action::Move(_)
                | session::Action::Pan(_)
                | session::Action::Place(_)
                | session::Action::Zoom(_)
        ) | Action::Scroll(_)
            | Action::Back
    )
}

fn all(keymap: &Keymap, mode: ModeName) -> Vec<Entry<'_>> {
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
            Some(Entry {
                name,
                action,
                keys: keys(action).join(" "),
                help,
            })
        })
        .collect()
}

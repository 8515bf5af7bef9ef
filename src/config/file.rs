//! The settings file.

use clap::ValueEnum;
use serde::Deserialize;

use super::{Layer, word};
use crate::{
    diagnostics::{Check, Code, Diagnostics, Entries, Field, Located, Problem, TomlFile},
    tui::{Action, Key, Keymap},
};

/// The word for no action, bound to a key that is to do nothing.
const NOTHING: &str = "nothing";

/// The keys that may be written.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wire {
    marker: Field<String>,
    color: Field<String>,
    theme: Field<String>,
    /// Called `names` before.
    #[serde(alias = "names")]
    text_order: Field<String>,
    graphics: Field<String>,
    mouse: Field<bool>,
    keys: Field<Entries<String>>,
}

/// Reads the settings, or finds everything that is wrong with them.
pub fn read(file: &TomlFile) -> Result<Layer, Diagnostics> {
    let (layer, report) = file.read(|root, check, _| lower(root, check));
    layer.filter(|_| report.problems.is_empty()).ok_or(report)
}

fn lower(root: Field<Wire>, check: &mut Check) -> Option<Layer> {
    let wire = check.take(root)?.value;
    Some(Layer {
        marker: choice(wire.marker, "marker", check),
        color: choice(wire.color, "number of colours", check),
        theme: choice(wire.theme, "theme", check),
        text_order: choice(wire.text_order, "text order", check),
        graphics: choice(wire.graphics, "kind of graphics", check),
        mouse: check.take(wire.mouse).map(|mouse| mouse.value),
        keys: keys(wire.keys, check),
    })
}

fn choice<T: ValueEnum + Copy>(field: Field<String>, what: &str, check: &mut Check) -> Option<T> {
    let found = check.word(field, what, T::value_variants(), word::word);
    found.map(|found| found.value)
}

fn keys(field: Field<Entries<String>>, check: &mut Check) -> Vec<(Key, Option<Action>)> {
    let Some(Located {
        value: Entries(entries),
        at,
    }) = check.take(field)
    else {
        return Vec::new();
    };
    let keys: Vec<_> = entries
        .into_iter()
        .filter_map(|(key, action)| binding(&key, action, check))
        .collect();
    // Whoever can't leave is caught in a terminal that passes no signals on.
    if let Ok(mut keymap) = Keymap::builtin() {
        keymap.rebind(&keys);
        if !keymap
            .commands
            .iter()
            .any(|command| command.does(Action::Quit))
        {
            let problem = Problem::new(Code::NoWayOut, &at, "no key is left that quits");
            check.report(problem.help("bind one: `\"q\" = \"quit\"`"));
        }
    }
    keys
}

fn binding(
    key: &Located<String>,
    action: Field<String>,
    check: &mut Check,
) -> Option<(Key, Option<Action>)> {
    let parsed: Option<Key> = key.value.parse().ok();
    if parsed.is_none() {
        let problem = Problem::new(Code::BadKey, &key.at, format!("`{}` is no key", key.value));
        check.report(problem.help(
            "a character, or a name such as `left`, `enter`, `pageup` or `f1`, after `ctrl-`, `alt-` or `shift-`",
        ));
    }
    let named = Action::NAMES
        .iter()
        .map(|&(name, action)| (name, Some(action)));
    let named: Vec<_> = named.chain([(NOTHING, None)]).collect();
    let action = check.word(action, "action", &named, |(name, _)| name)?;
    Some((parsed?, action.value.1))
}

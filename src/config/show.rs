//! The effective settings, as a settings file would give them.

use std::{fmt::Write, path::Path};

use clap::ValueEnum;

use super::{Origin, Set, Settings, word};
use crate::{caption::words::clean, tui::Action};

/// Columns before the origin of a value.
const VALUE: usize = 26;

/// The path of the settings file, every value and its origin, as TOML; `there` says whether the file exists.
pub fn show(settings: &Settings, path: Option<&Path>, there: bool) -> String {
    let mut out = String::new();
    let path = path.map_or_else(
        || "no configuration folder is known".to_owned(),
        |path| clean(&path.display().to_string()),
    );
    let missing = if there {
        ""
    } else {
        " (there is no such file)"
    };
    // Writing to a string can't fail.
    let _ = writeln!(out, "# {path}{missing}\n");
    quoted(&mut out, "marker", settings.marker);
    quoted(&mut out, "color", settings.color);
    quoted(&mut out, "theme", settings.theme);
    quoted(&mut out, "text_order", settings.text_order);
    quoted(&mut out, "graphics", settings.graphics);
    let mouse = settings.mouse;
    line(&mut out, &format!("mouse = {}", mouse.value), mouse.from);
    let _ = writeln!(out, "\n[keys]");
    for (key, action) in &settings.keys {
        let name = action.map_or("nothing", Action::name);
        let text = format!("{:?} = \"{name}\"", key.written());
        line(&mut out, &text, Origin::File);
    }
    let _ = writeln!(out, "# all other keys keep their defaults: `?` shows them");
    out
}

fn quoted<T: ValueEnum>(out: &mut String, name: &str, set: Set<T>) {
    let word = word::word(set.value);
    line(out, &format!("{name} = \"{word}\""), set.from);
}

fn line(out: &mut String, text: &str, from: Origin) {
    let _ = writeln!(out, "{text:<VALUE$}# {}", from.name());
}

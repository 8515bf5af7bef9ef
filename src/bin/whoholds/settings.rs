//! The settings that hold, and the command that prints them.

use std::{env, io, path::PathBuf};

use etcetera::BaseStrategy;

use whoholds::{
    config::{self, Colours, Layer, Settings},
    diagnostics::TomlFile,
};

use crate::{
    args::Looks,
    outcome::{Outcome, USAGE_OR_IO, problems, unreadable},
};

/// Prints the settings that hold.
pub fn config(looks: &Looks, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let (settings, path, there) = settings(looks, color)?;
    Ok(Outcome::printed(config::show(
        &settings,
        path.as_deref(),
        there,
    )))
}

/// Returns the settings that hold in the end, the path of the settings file, and whether it is there.
pub fn settings(
    looks: &Looks,
    color: Option<Colours>,
) -> Result<(Settings, Option<PathBuf>, bool), Outcome> {
    let arguments = Layer {
        marker: looks.marker,
        color,
        theme: looks.theme,
        text_order: looks.text_order,
        graphics: looks.graphics,
        mouse: looks.no_mouse.then_some(false),
        keys: Vec::new(),
    };
    let environment = Layer::environment(|name| env::var(name).ok())
        .map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))?;
    let path = etcetera::choose_base_strategy()
        .ok()
        .map(|folders| folders.config_dir().join(config::FILE));
    let file = match path.as_deref().map(TomlFile::open) {
        None => None,
        Some(Err(error)) if error.kind() == io::ErrorKind::NotFound => None,
        Some(file) => Some(file.map_err(|error| unreadable(path.as_deref(), &error))?),
    };
    let said = file.as_ref().map(config::read).transpose();
    let said = said
        .map_err(|report| problems(&report, color))?
        .unwrap_or_default();
    let settings = Settings::new(&arguments, &environment, &said);
    Ok((settings, path, file.is_some()))
}

//! The map as it is seen, written to a file of the user's naming.

use std::path::Path;

use super::{
    action::{Effect, SaveAs},
    mode::{Choice, Mode, Saving},
    state::State,
};
use crate::{
    caption::words::clean,
    export::{self, FORMATS},
    session::World,
};

/// Lists the formats.
pub fn open(state: &mut State) {
    let choice = Choice::Export { cursor: 0 };
    state.modes.open(Mode::Choose(choice));
}

/// Asks for the name of the file.
pub fn ask(state: &mut State, format: usize) {
    state.modes.open(Mode::Save(Saving {
        format,
        ..Saving::default()
    }));
}

/// Asks for the file to be written, once it has a name.
pub fn accept(state: &mut State) -> Option<Effect> {
    let Some(Mode::Save(saving)) = state.modes.top_mut() else {
        return None;
    };
    if saving.input.text().trim().is_empty() {
        saving.refusal = Some("type a name for the file".to_owned());
        return None;
    }
    Some(Effect::Save(SaveAs {
        format: saving.format,
        path: saving.input.text().to_owned(),
        replace: saving.replaces,
    }))
}

/// Writes the file, and says so; or why not, with the name to be changed.
pub fn save(state: &mut State, world: &World, file: &SaveAs) {
    let Some(&format) = FORMATS.get(file.format) else {
        return;
    };
    let exported = state.session.exported(world);
    let written = export::write(&exported, format, Path::new(&file.path), file.replace);
    match (written, state.modes.top_mut()) {
        (Ok(written), _) => {
            if matches!(state.mode(), Mode::Save(_)) {
                state.modes.close();
            }
            if matches!(state.mode(), Mode::Choose(Choice::Export { .. })) {
                state.modes.close();
            }
            state.notice = Some(written.words(&clean(&file.path)));
        }
        (Err(why), Some(Mode::Save(saving))) => {
            saving.replaces = why.is_there();
            saving.refusal = Some(if saving.replaces {
                "there is such a file: enter again replaces it".to_owned()
            } else {
                format!("not written: {why}")
            });
        }
        (Err(why), _) => state.notice = Some(format!("not written: {why}")),
    }
}

#[cfg(test)]
mod tests;

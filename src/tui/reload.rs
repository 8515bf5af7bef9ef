//! Puts what was read again in the place of what was there, and keeps what is on the screen as far as it is still there.

use super::{
    state::{Mode, State, World},
    trouble::Trouble,
};
use crate::{
    atlas::{ActorId, Place, state::Snapshot},
    file::Document,
};

/// Shows a file as it was read again; where it gives no map the last good one stays, and what is wrong is told.
pub fn reload(state: &mut State, world: &mut World, read: Result<Document, Trouble>) {
    match read {
        Ok(document) => {
            let mut new = World::new(document.atlas, document.map, world.keymap.clone());
            new.trouble = Trouble::of(document.unproved);
            new.blind.clone_from(&world.blind);
            carry_over(state, world, &new);
            *world = new;
        }
        Err(trouble) => world.trouble = Some(trouble),
    }
}

/// Turns what the state knows by number in the old world into what it is in the new one, by its id.
fn carry_over(state: &mut State, old: &World, new: &World) {
    let place = |place: Place| new.atlas.place(old.atlas.id(place));
    let actor = |id: ActorId| {
        let same = |other: &ActorId| new.atlas[*other].id == old.atlas[id].id;
        new.atlas.actor_ids().find(same)
    };
    let selected = state.selected.and_then(place);
    if selected.is_none() && state.selected.is_some() {
        state.scroll = 0;
    }
    state.selected = selected;
    state.filter = state.filter.iter().filter_map(|&id| actor(id)).collect();
    state.filter.sort_unstable();
    state.mode = match state.mode {
        Mode::Filter { cursor } => Mode::Filter {
            cursor: actor(ActorId(cursor)).map_or(0, |id| id.0),
        },
        mode @ (Mode::Browse
        | Mode::Inspect
        | Mode::List { .. }
        | Mode::Help { .. }
        | Mode::Problems { .. }) => mode,
    };
    if new.map.extent() != old.map.extent() {
        state.camera = None;
    }
    // A date that was chosen stays; the file's own date follows the file.
    let date = if state.snapshot.date == old.atlas.as_of {
        new.atlas.as_of
    } else {
        state.snapshot.date
    };
    state.snapshot = Snapshot::at(&new.atlas, date);
}

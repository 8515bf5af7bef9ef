//! Puts what was read again in the place of what was there, and keeps what is on the screen as far as it is still there.

use super::{
    action::Cited,
    mode::{Choice, Mode},
    page::PanelCache,
    reviewing,
    state::State,
};
use crate::{
    atlas::{ActorId, SourceId},
    file::Document,
    scene::SceneCache,
    session::{self, FileProblems, Renumbering, World},
};

/// Takes in a file as it was read again: the world that it gives, or `None` where it gives no map and the last good one
/// stays.
pub fn reload(
    state: &mut State,
    world: &World,
    read: Result<Document, FileProblems>,
) -> Option<World> {
    match read {
        Ok(document) => {
            let new = world.renewed(document.atlas, document.map);
            state.problems = FileProblems::of(document.unproved);
            carry_over(state, world, &new);
            Some(new)
        }
        Err(problems) => {
            state.problems = Some(problems);
            None
        }
    }
}

/// Puts the map that is to be shown in the place of the one that is, with what the claim at hand is about selected.
pub fn swap(state: &mut State, world: &mut World) {
    let Some(next) = state.next.take() else {
        return;
    };
    carry_over(state, world, &next);
    *world = next;
    let published = state
        .desk
        .as_ref()
        .and_then(|desk| desk.writing.published());
    if let Some(date) = published.filter(|date| *date > state.session.snapshot.date) {
        // What an article says is seen from the day on that it came out.
        let to = session::Action::At(date);
        let _ = session::update(&mut state.session, world, to);
    }
    if let Some(place) = state.desk.as_ref().and_then(|desk| desk.place(world)) {
        state.session.selected = Some(place);
    }
    if let Some(place) = state.wanted.take().and_then(|id| world.atlas.place(&id)) {
        state.session.selected = Some(place);
    }
    reviewing::shown(state, world);
}

fn carry_over(state: &mut State, old: &World, new: &World) {
    let selected = state.session.selected;
    let renumbering = state.session.carry_over(old, new);
    state.modes.filter_map(|open| mode(open, &renumbering));
    if selected.is_some() && state.session.selected.is_none() {
        state.scroll = 0;
    }
    state.session.reader = state.reader();
    state.scenes = SceneCache::default();
    state.panel = PanelCache::default();
}

/// A mode with what it knows by number as it is in the new world; `None` where that is gone.
fn mode(mode: &Mode, renumbering: &Renumbering) -> Option<Mode> {
    Some(match *mode {
        Mode::Filter { cursor } => Mode::Filter {
            cursor: renumbering.actor(ActorId::at(cursor))?.index(),
        },
        Mode::Reader { reader, scroll } => Mode::Reader {
            reader: renumbering.reader(reader)?,
            scroll,
        },
        Mode::Choose(Choice::Format { statement, cursor }) => Mode::Choose(Choice::Format {
            statement: renumbering.statement(statement)?,
            cursor,
        }),
        Mode::Choose(Choice::Source { cursor }) => Mode::Choose(Choice::Source {
            cursor: renumbering.source(SourceId::at(cursor))?.index(),
        }),
        // The passage may name other places now, and other sources may be there to be switched off.
        Mode::Choose(choice) => Mode::Choose(choice.at(0)),
        Mode::Citation { cited, scroll } => Mode::Citation {
            cited: Cited {
                statement: renumbering.statement(cited.statement)?,
                ..cited
            },
            scroll,
        },
        Mode::Browse
        | Mode::Inspect
        | Mode::List { .. }
        | Mode::Date { .. }
        | Mode::Help { .. }
        | Mode::Search { .. }
        | Mode::Palette(_)
        | Mode::Save(_)
        | Mode::Write { .. }
        | Mode::Ask(_)
        | Mode::Draw(_)
        | Mode::Confirm(_)
        | Mode::Review { .. }
        | Mode::Problems { .. } => mode.clone(),
    })
}

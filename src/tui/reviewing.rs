//! Claims in draft, gone through one by one, each with what the map would be with it.

use super::{
    mode::Mode,
    revising::{made, revision, show},
    state::State,
};
use crate::{
    caption::Line,
    edit::{Change, Draft},
    session::{self, Considered, Step, World, day, draft_lines},
};

/// Begins with the first draft.
pub fn open(state: &mut State) {
    match load(state) {
        Ok(drafts) if drafts.is_empty() => {
            state.notice = Some("no claim is in draft".to_owned());
        }
        Ok(_) => {
            state.modes.open(Mode::Review { nth: 0, scroll: 0 });
            renew(state);
        }
        Err(why) => state.notice = Some(why),
    }
}

/// The drafts of the file as it lies on the disk.
fn load(state: &mut State) -> Result<Vec<Draft>, String> {
    let revision = revision(state)?;
    Ok(revision.drafts().to_vec())
}

/// The drafts as they were read last.
pub fn drafts(state: &State) -> &[Draft] {
    state
        .revision
        .as_ref()
        .map_or(&[], |revision| revision.drafts())
}

/// Shows the draft again after the file has changed; the map without any where there is none left.
pub fn renew(state: &mut State) {
    let Mode::Review { nth, .. } = *state.modes.base() else {
        return;
    };
    match load(state) {
        Ok(drafts) if drafts.is_empty() => leave(state),
        Ok(drafts) => {
            let nth = nth.min(drafts.len() - 1);
            if let Some(Mode::Review { nth: at, scroll }) = state.modes.top_mut() {
                (*at, *scroll) = (nth, 0);
            }
            preview(state, &drafts[nth]);
        }
        Err(why) => {
            state.notice = Some(why);
            leave(state);
        }
    }
}

/// Has the map shown that the draft would make, beside the one that the file gives.
fn preview(state: &mut State, draft: &Draft) {
    let revision = state.revision.as_ref();
    let Some(considered) = revision.and_then(|it| Considered::of(it, draft)) else {
        return;
    };
    state.notice = considered.refused.or(state.notice.take());
    state.next = Some(considered.world);
}

/// Compares the map of the draft, once it is the one that is shown, with that of the file.
pub fn shown(state: &mut State, world: &World) {
    let Mode::Review { nth, .. } = *state.modes.base() else {
        return;
    };
    let Some(id) = drafts(state).get(nth).map(|draft| draft.claim) else {
        return;
    };
    let session = &mut state.session;
    if let Some(date) = day(world, id).filter(|date| *date > session.snapshot.date) {
        let _ = session::update(session, world, session::Action::At(date));
    }
    let snapshot = &session.snapshot;
    session.compared = world.former_at(snapshot.date, &snapshot.switchboard);
    let claim = world.atlas.claims.get(id.index());
    let place = claim.and_then(|claim| claim.about.iter().find_map(|it| it.place()));
    session.selected = place;
}

/// Leaves the drafts for the map of the file.
pub fn leave(state: &mut State) {
    if matches!(state.mode(), Mode::Review { .. }) {
        state.modes.close();
    }
    state.session.compared = None;
    let document = state.revision.as_ref().and_then(|it| it.document().ok());
    state.next = document.map(|document| World::new(document.atlas, document.map));
}

/// Goes to another draft.
pub fn step(state: &mut State, step: Step) {
    let last = drafts(state).len().saturating_sub(1);
    let Some(Mode::Review { nth, scroll }) = state.modes.top_mut() else {
        return;
    };
    let to = match step {
        Step::Next => Some(*nth + 1).filter(|to| *to <= last),
        Step::Previous => nth.checked_sub(1),
    };
    match to {
        Some(to) => {
            (*nth, *scroll) = (to, 0);
            renew(state);
        }
        None => state.notice = Some("there is no other draft that way".to_owned()),
    }
}

/// Has the draft decide like any other claim.
pub fn accept(state: &mut State, world: &World) {
    decide(state, world, Draft::accept, "accepted");
}

/// Takes the draft out.
pub fn reject(state: &mut State, world: &World) {
    decide(state, world, Draft::reject, "taken out");
}

fn decide(state: &mut State, world: &World, change: impl Fn(&Draft) -> Change, done: &str) {
    let Mode::Review { nth, .. } = *state.mode() else {
        return;
    };
    let Some(change) = drafts(state).get(nth).map(change) else {
        return;
    };
    let notice = match made(state, change) {
        Ok((document, label)) => {
            show(state, world, document);
            format!("{done}, and saved in {label}; u takes it back")
        }
        Err(why) => why,
    };
    renew(state);
    state.notice = Some(notice);
}

/// The draft at hand in words: which it is, what it says, and what the map shows with it.
pub fn lines(state: &State, world: &World) -> (String, Vec<Line>) {
    let (Mode::Review { nth, .. }, drafts) = (state.modes.base(), drafts(state)) else {
        return (String::new(), Vec::new());
    };
    let title = format!("Draft {} of {}", nth + 1, drafts.len());
    let session = &state.session;
    let lines = |draft| {
        let (now, before) = (&session.snapshot, session.compared.as_ref());
        draft_lines(world, draft, now, before)
    };
    (title, drafts.get(*nth).map(lines).unwrap_or_default())
}

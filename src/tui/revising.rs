//! Changes to the region file from the screen: quotations mended, places added, steps taken back; and the file in the
//! user's own editor.

use std::path::absolute;

use super::{
    action::Effect,
    editor::Spot,
    mode::{Choice, Mode, Proposed},
    reviewing,
    state::State,
    writing,
};
use crate::{
    atlas::{ClaimId, Place},
    diagnostics::SHOWN,
    edit::{Change, NotMade, Revision, line_of, repair},
    file::Document,
    session::{FileProblems, Step, World},
};

/// The file as it lies on the disk, ready to be changed.
pub fn revision(state: &mut State) -> Result<&mut Revision, String> {
    let is_current = |revision: &Revision| revision.is_current();
    if !state.revision.as_deref().is_some_and(is_current) {
        let file = writing::on_disk(state)?;
        let broken = |_| "mend what is wrong with the file first: `!` shows it".to_owned();
        let (revision, _) = Revision::open(file).map_err(broken)?;
        state.revision = Some(Box::new(revision));
    }
    let revision = state.revision.as_deref_mut();
    revision.ok_or_else(|| "the file can't be changed".to_owned())
}

/// Opens the file in the user's own editor, at what the keys are about.
pub fn open_editor(state: &mut State, world: &World) -> Option<Effect> {
    let file = match writing::on_disk(state) {
        Ok(file) => file,
        Err(why) => {
            state.notice = Some(why);
            return None;
        }
    };
    let toml = file.text().unwrap_or_default();
    let (line, column) = spot(state, world, toml).unwrap_or((1, 1));
    let path = absolute(file.path()?).ok()?;
    Some(Effect::OpenEditor(Spot { path, line, column }))
}

/// The line and the column of what the keys are about: a problem, a claim, or an entry.
fn spot(state: &State, world: &World, toml: &str) -> Option<(usize, usize)> {
    let atlas = &world.atlas;
    let of_claim = |claim: ClaimId| (atlas[claim].line, 1);
    let of_id = |id: &str| Some((line_of(toml, id)?, 1));
    let current = || state.session.current(world)?.claim();
    match *state.mode() {
        Mode::Problems { chosen, .. } => {
            let report = state.problems.as_ref()?.report()?;
            Some(report.position(report.problems.get(chosen)?))
        }
        Mode::Reader { reader, .. } => {
            let claims = reader.claims(world, &state.session.snapshot);
            let claim = claims.first().copied().map(of_claim);
            claim.or_else(|| of_id(&atlas[reader.source].id))
        }
        Mode::Choose(Choice::Source { cursor }) => of_id(&atlas.sources.get(cursor)?.id),
        Mode::Inspect => current().map(of_claim),
        Mode::Review { nth, .. } => {
            let drafts = reviewing::drafts(state);
            Some((drafts.get(nth)?.line, 1))
        }
        _ => {
            let place: Place = state.session.selected?;
            // A unit or a town that claims name has no entry of its own.
            let claim = || current().map(of_claim);
            of_id(atlas.id(place)).or_else(claim)
        }
    }
}

/// Goes to another problem.
pub fn go_to_problem(state: &mut State, step: Step) {
    let report = state.problems.as_ref().and_then(FileProblems::report);
    let count = report.map_or(0, |report| report.problems.len().min(SHOWN));
    let Some(Mode::Problems { chosen, .. }) = state.modes.top_mut() else {
        return;
    };
    let to = match step {
        Step::Next => Some(*chosen + 1).filter(|to| *to < count),
        Step::Previous => chosen.checked_sub(1),
    };
    match to {
        Some(to) => {
            *chosen = to;
            state.reveals = true;
        }
        None => state.notice = Some("there is no other problem that way".to_owned()),
    }
}

/// Shows how the problem that the keys are about can be mended.
pub fn mend(state: &mut State) {
    let Mode::Problems { chosen, .. } = *state.mode() else {
        return;
    };
    let report = state.problems.as_ref().and_then(FileProblems::report);
    let Some(problem) = report
        .and_then(|report| report.problems.get(chosen))
        .cloned()
    else {
        state.notice = Some("there is nothing to be mended".to_owned());
        return;
    };
    let found = revision(state).map(|revision| repair(revision.toml(), &problem));
    match found {
        Ok(Some(repair)) => state.modes.open(Mode::Confirm(Proposed {
            title: format!("Mend the quotation on line {}?", repair.line),
            lines: vec![
                ("the file has", repair.before),
                ("the source has", repair.after),
            ],
            change: repair.change,
        })),
        Ok(None) => {
            let why = "only a quotation that the source has nearly so can be mended here; E opens the file there";
            state.notice = Some(why.to_owned());
        }
        Err(why) => state.notice = Some(why),
    }
}

/// Makes the change that is looked at, and writes the file.
pub fn confirm(state: &mut State, world: &World) {
    let Mode::Confirm(proposed) = state.mode().clone() else {
        return;
    };
    state.modes.close();
    let made = made(state, proposed.change);
    match made {
        Ok((document, label)) => {
            if matches!(state.mode(), Mode::Draw(_)) {
                state.modes.close();
            }
            show(state, world, document);
            state.notice = Some(format!("saved in {label}; u takes it back"));
        }
        Err(why) => {
            leave(state, world);
            state.notice = Some(why);
        }
    }
}

/// Makes a change that was looked at in the file as it was then; the map that it gives, and the name of the file.
pub fn made(state: &mut State, change: Change) -> Result<(Document, String), String> {
    let is_current = |revision: &&mut Box<Revision>| revision.is_current();
    let revision = state.revision.as_mut().filter(is_current);
    let revision = revision.ok_or("the file was changed meanwhile: look at it again")?;
    let document = revision.make(&[change]).map_err(|why| why.to_string())?;
    Ok((document, revision.label()))
}

/// Leaves a change that was looked at: the map is that of the file again, and a place can be drawn on.
pub fn leave(state: &mut State, world: &World) {
    state.modes.reopen_drawing();
    let document = state.revision.as_ref().and_then(|it| it.document().ok());
    if let Some(document) = document {
        show(state, world, document);
    }
}

/// Takes the last change to the file back, or makes it again.
pub fn step_back(state: &mut State, world: &World, back: bool) {
    let nothing = if back {
        "there is no change to be taken back"
    } else {
        "there is no change to be made again"
    };
    let Some(revision) = state.revision.as_mut() else {
        state.notice = Some(nothing.to_owned());
        return;
    };
    let stepped = revision.step_back(back);
    let label = revision.label();
    state.notice = Some(match stepped {
        Ok(document) => {
            let done = if back { "taken back" } else { "made again" };
            show(state, world, document);
            format!("{done}, and saved in {label}")
        }
        Err(NotMade::NoStep) => nothing.to_owned(),
        Err(why) => why.to_string(),
    });
    reviewing::renew(state);
}

/// Has the map of the file shown as it is now.
pub fn show(state: &mut State, world: &World, document: Document) {
    state.problems = FileProblems::of(document.unproved);
    state.next = Some(world.renewed(document.atlas, document.map));
}

//! Claims in draft, gone through one by one, each with what the map would be with it.

use super::{
    mode::Mode,
    revising::{revision, show},
    state::State,
};
use crate::{
    caption::{
        Line, Role,
        words::{claimed, count},
    },
    edit::{Change, Draft},
    export::diff::Former,
    session::{self, Step, World},
};

/// Columns for the names of what a claim says.
const NAME: usize = 8;

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
    let Mode::Review { nth, .. } = *state.mode() else {
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
            state.modes.close();
        }
    }
}

/// Has the map shown that the draft would make, beside the one that the file gives.
fn preview(state: &mut State, draft: &Draft) {
    let Some(revision) = state.revision.as_ref() else {
        return;
    };
    let Ok(now) = revision.document() else { return };
    let next = match revision.preview(&[draft.accept()]) {
        Ok(new) => {
            let former = Former::new(now.atlas, now.map);
            let beside = World::since(former, &new.atlas, &new.map);
            beside.unwrap_or_else(|_| World::new(new.atlas, new.map))
        }
        Err(why) => {
            state.notice = Some(format!("it can't be accepted as it is: {why}"));
            World::new(now.atlas, now.map)
        }
    };
    state.next = Some(next);
}

/// Compares the map of the draft, once it is the one that is shown, with that of the file.
pub fn shown(state: &mut State, world: &World) {
    let Mode::Review { nth, .. } = *state.mode() else {
        return;
    };
    let claim = drafts(state).get(nth).map(|draft| draft.claim);
    let claim = claim.and_then(|id| world.atlas.claims.get(id.index()));
    let Some(claim) = claim else { return };
    let when = claim
        .when
        .or(claim.source.and_then(|id| world.atlas[id].published));
    let session = &mut state.session;
    if let Some(date) = when.filter(|date| *date > session.snapshot.date) {
        let _ = session::update(session, world, session::Action::At(date));
    }
    let snapshot = &session.snapshot;
    session.compared = world.former_at(snapshot.date, &snapshot.switchboard);
    session.selected = claim.about.iter().find_map(|subject| subject.place());
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
    let is_same = state.revision.as_ref().is_some_and(|it| it.is_current());
    if !is_same {
        renew(state);
        state.notice = Some("the file was changed meanwhile: look at the draft again".to_owned());
        return;
    }
    let made = revision(state).map(|revision| (revision.make(&[change]), revision.label()));
    let notice = match made {
        Ok((Ok(document), label)) => {
            show(state, world, document);
            format!("{done}, and saved in {label}; u takes it back")
        }
        Ok((Err(why), _)) => why.to_string(),
        Err(why) => why,
    };
    renew(state);
    state.notice = Some(notice);
}

/// The draft at hand in words: which it is, how it is written, and what the map shows with it.
pub fn lines(state: &State, world: &World) -> (String, Vec<Line>) {
    let (Mode::Review { nth, .. }, drafts) = (state.modes.base(), drafts(state)) else {
        return (String::new(), Vec::new());
    };
    let title = format!("Draft {} of {}", nth + 1, drafts.len());
    let Some(draft) = drafts.get(*nth) else {
        return (title, Vec::new());
    };
    let mut lines = claim(world, draft);
    lines.extend([
        Line::default(),
        Line::new(Role::Heading, "If it is accepted"),
    ]);
    let changes = changes(state, world);
    if changes.is_empty() {
        let date = state.session.snapshot.date;
        lines.push(Line::new(
            Role::Plain,
            &format!("nobody has anything else on {date}"),
        ));
    } else {
        lines.push(Line::new(Role::Quiet, &count(changes.len(), "change")));
        lines.extend(changes);
    }
    (title, lines)
}

/// What the draft says, and whose words they are.
fn claim(world: &World, draft: &Draft) -> Vec<Line> {
    let atlas = &world.atlas;
    let Some(claim) = atlas.claims.get(draft.claim.index()) else {
        return Vec::new();
    };
    let source = claim.source.map(|id| atlas[id].name());
    let when = claim.when.map(|date| date.to_string());
    let rows = [
        ("says", Some(claimed(atlas, claim))),
        ("time", when),
        ("source", source.map(str::to_owned)),
        ("line", Some(draft.line.to_string())),
    ];
    let row = |(name, words): (&str, Option<String>)| {
        let line = Line::new(Role::Quiet, &format!("{name:<NAME$}"));
        Some(line.and(Role::Plain, &words?).set_in(0, NAME))
    };
    let quote = claim.quote.as_ref();
    let quote = quote.map(|quote| Line::new(Role::Quote, &format!("“{}”", quote.exact)));
    let others = [
        (Role::Summary, &claim.summary),
        (Role::Plain, &claim.because),
    ];
    let others = others.into_iter();
    let others = others.filter_map(|(role, words)| Some(Line::new(role, words.as_deref()?)));
    let words = quote
        .into_iter()
        .chain(others)
        .flat_map(|line| [Line::default(), line]);
    rows.into_iter().filter_map(row).chain(words).collect()
}

/// Each place that would be in another state.
fn changes(state: &State, world: &World) -> Vec<Line> {
    let Some(before) = &state.session.compared else {
        return Vec::new();
    };
    let (after, atlas) = (&state.session.snapshot, &world.atlas);
    let places = atlas.places().filter(|&place| !before.agrees(after, place));
    let change = |place| {
        let words = [before, after].map(|snapshot| atlas.brief(snapshot, place));
        Line::new(Role::State, &format!("{}: ", atlas.name(place)))
            .and(Role::Quiet, &words[0])
            .and(Role::Plain, &format!(" → {}", words[1]))
            .set_in(0, 2)
    };
    places.map(change).collect()
}

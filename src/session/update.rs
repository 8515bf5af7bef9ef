//! The one place where a session changes.

use super::{
    action::{Action, Refusal, Step},
    camera,
    navigate::{beside, towards},
    search,
    state::Session,
    travel,
    world::World,
};
use crate::atlas::{ActorId, Place};

/// Applies an action to a session; where that changes nothing, says why.
pub fn update(session: &mut Session, world: &World, action: Action) -> Result<(), Refusal> {
    let before = session.subject();
    let done = apply(session, world, action);
    if session.subject() != before && !restores(action) {
        session.current = 0;
    }
    done
}

/// Tells whether the claim that was meant comes back with the subject.
const fn restores(action: Action) -> bool {
    matches!(action, Action::CancelSearch | Action::Preview(_))
}

fn apply(session: &mut Session, world: &World, action: Action) -> Result<(), Refusal> {
    match action {
        Action::Move(direction) => {
            let place = towards(session, world, direction).ok_or(Refusal::NoPlaceThatWay)?;
            select(session, world, place);
        }
        Action::Place(step) => {
            let places: Vec<Place> = session.places(world).map(|(place, _)| place).collect();
            let place = beside(&places, session.selected, step);
            let place = place.filter(|place| session.selected != Some(*place));
            select(session, world, place.ok_or(Refusal::NoOtherPlace)?);
        }
        Action::Select(place) => select(session, world, place),
        Action::Events(spot) => {
            session.selected = None;
            session.pin = None;
            session.spot = Some(spot);
        }
        Action::LetGo => return let_go(session),
        Action::Zoom(zoom) => return camera::zoom(session, world, zoom),
        Action::ZoomAt(zoom, cell) => return camera::zoom_at(session, world, zoom, cell),
        Action::Pan(direction) => return camera::pan(session, world, direction),
        Action::Pull(cols, rows) => return camera::pull(session, world, cols, rows),
        Action::Refit => camera::refit(session, world),
        Action::Layers(layers) => session.layers = layers,
        Action::Sort(sort) => session.sort = sort,
        Action::Lens(lens) => session.lens = lens,
        Action::At(date) => travel::show(session, world, date),
        Action::Date(way) => return travel::travel(session, world, way),
        Action::Change(step) => return travel::change(session, world, step),
        Action::ToggleComparison => {
            session.compared = if session.compared.is_some() {
                None
            } else {
                let now = &session.snapshot;
                let former = world.former_at(now.date, &now.switchboard);
                Some(former.unwrap_or_else(|| now.clone()))
            };
        }
        Action::CompareWith(date) => {
            let switchboard = &session.snapshot.switchboard;
            session.compared = Some(world.state_at(date, switchboard));
        }
        Action::ToggleActor(actor) => return toggle(session, world, actor),
        Action::ClearFilter if session.filter.is_empty() => return Err(Refusal::NoFilter),
        Action::ClearFilter => session.filter.clear(),
        Action::ToggleSwitch(nth) => return switch(session, world, nth),
        Action::Claim(step) => return step_claim(session, world, step),
        Action::BeginSearch => search::begin(session),
        Action::Preview(target) => search::preview(session, world, target),
        Action::AcceptSearch(target) => search::accept(session, world, target),
        Action::CancelSearch => search::cancel(session),
    }
    Ok(())
}

/// Selects a place and looks where it is.
fn select(session: &mut Session, world: &World, place: Place) {
    if session.selected != Some(place) {
        session.selected = Some(place);
        session.pin = None;
        session.spot = None;
    }
    camera::reveal(session, world);
}

fn let_go(session: &mut Session) -> Result<(), Refusal> {
    if session.selected.is_some() || session.pin.is_some() || session.spot.is_some() {
        session.selected = None;
        session.pin = None;
        session.spot = None;
    } else if session.compared.is_some() {
        session.compared = None;
    } else if session.filter.is_empty() {
        return Err(Refusal::NothingToLetGo);
    } else {
        session.filter.clear();
    }
    Ok(())
}

fn toggle(session: &mut Session, world: &World, actor: ActorId) -> Result<(), Refusal> {
    if actor.index() >= world.atlas.actors.len() {
        return Err(Refusal::NoSuchActor);
    }
    match session.filter.binary_search(&actor) {
        Ok(at) => drop(session.filter.remove(at)),
        Err(at) => session.filter.insert(at, actor),
    }
    Ok(())
}

fn switch(session: &mut Session, world: &World, nth: usize) -> Result<(), Refusal> {
    let switch = world.atlas.switches().into_iter().nth(nth);
    let mut switchboard = session.snapshot.switchboard.clone();
    switchboard.toggle(switch.ok_or(Refusal::NoSuchSwitch)?);
    session.show(world, session.snapshot.date, &switchboard);
    let compared = session.compared.as_ref();
    session.compared = compared.map(|it| world.again(it, &switchboard));
    Ok(())
}

fn step_claim(session: &mut Session, world: &World, step: Step) -> Result<(), Refusal> {
    let last = session.statements(world).len().checked_sub(1);
    let last = last.ok_or(Refusal::NoClaim)?;
    let current = session.current.min(last);
    session.current = match step {
        Step::Next if current == last => return Err(Refusal::LastClaim),
        Step::Next => current + 1,
        Step::Previous => current.checked_sub(1).ok_or(Refusal::FirstClaim)?,
    };
    Ok(())
}

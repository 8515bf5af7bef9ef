//! Searching: what is typed is looked for with every key, and the map shows what is found at once.

use ::geo::Coord;

use super::{
    input::Input,
    look,
    state::{Mode, State, World},
};
use crate::{
    atlas::{ActorId, Place},
    find::{Hit, Target},
    geo::Camera,
    scene::Mark,
};

/// A line that is typed, and which of the things it leads to is meant, counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    pub input: Input,
    pub chosen: usize,
}

/// What was on the screen before something was looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    mode: Mode,
    selected: Option<Place>,
    filter: Vec<ActorId>,
    mark: Option<Mark>,
    camera: Option<Camera>,
    scroll: usize,
}

/// Starts with nothing typed.
pub fn open(state: &mut State) {
    let before = Before {
        mode: state.mode.clone(),
        selected: state.selected,
        filter: state.filter.clone(),
        mark: state.mark,
        camera: state.camera,
        scroll: state.scroll,
    };
    state.mode = Mode::Search {
        prompt: Prompt::default(),
        before: Box::new(before),
    };
}

/// What the line leads to, best first.
pub fn hits<'a>(prompt: &Prompt, world: &'a World) -> Vec<Hit<'a>> {
    world.gazetteer.search(prompt.input.text())
}

/// Shows what is chosen; where nothing is asked for or found, what was there before.
pub fn preview(state: &mut State, world: &World) {
    let Mode::Search { prompt, before } = &state.mode else {
        return;
    };
    let asked = !prompt.input.text().is_empty() || prompt.chosen > 0;
    let hit = hits(prompt, world)
        .get(prompt.chosen)
        .map(|hit| hit.target)
        .filter(|_| asked);
    state.selected = before.selected;
    state.filter.clone_from(&before.filter);
    state.mark = before.mark;
    state.camera = before.camera;
    state.scroll = if hit.is_some() { 0 } else { before.scroll };
    if let Some(target) = hit {
        show(state, world, target);
    }
}

/// Keeps what is shown, where something is found.
pub fn accept(state: &mut State, world: &World) {
    if let Mode::Search { prompt, .. } = &state.mode
        && let Some(hit) = hits(prompt, world).get(prompt.chosen)
    {
        let target = hit.target;
        state.mode = Mode::Browse;
        state.scroll = 0;
        show(state, world, target);
    }
}

/// Goes back to what was on the screen before.
pub fn cancel(state: &mut State, before: Before) {
    state.mode = before.mode;
    state.selected = before.selected;
    state.filter = before.filter;
    state.mark = before.mark;
    state.camera = before.camera;
    state.scroll = before.scroll;
}

/// Selects a place, lets an actor stand out, or marks what is of the base map in the region it lies in.
fn show(state: &mut State, world: &World, target: Target) {
    state.mark = Mark::of(target);
    match target {
        Target::Place(place) => state.selected = Some(place),
        Target::Actor(id) => {
            state.selected = None;
            state.filter = vec![id];
        }
        Target::Unit(n) => lies(state, world, world.map.base.units[n].inside()),
        Target::Town(n) => lies(state, world, Some(world.map.base.towns[n].at)),
    }
    if state.mark.is_none() {
        look::reveal(state, world);
    }
}

/// Selects the region that a point, in degrees, lies in, and looks there.
fn lies(state: &mut State, world: &World, at: Option<Coord>) {
    let region = at.and_then(|at| world.map.region_at(at));
    state.selected = region.map(Place::Region);
    if let Some(at) = at {
        look::reveal_at(state, world, world.map.projection.forward(at));
    }
}

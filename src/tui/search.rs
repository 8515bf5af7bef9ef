//! Searching: what is typed is looked for with every key, and the map shows what is found at once.

use ::geo::Coord;

use super::{
    input::Input,
    look,
    state::{Mode, State, World},
};
use crate::{
    atlas::{ActorId, Place},
    geo::Camera,
    names::{Hit, Target},
    scene::Pin,
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
    selected: Option<Place>,
    filter: Vec<ActorId>,
    pin: Option<Pin>,
    camera: Option<Camera>,
    scroll: usize,
    current: usize,
}

impl Before {
    /// The same in a world whose places and actors have other numbers.
    #[must_use]
    pub fn renumbered(
        &self,
        place: impl Fn(Place) -> Option<Place>,
        actor: impl Fn(ActorId) -> Option<ActorId>,
    ) -> Self {
        Self {
            selected: self.selected.and_then(place),
            filter: self.filter.iter().filter_map(|&id| actor(id)).collect(),
            pin: None,
            ..self.clone()
        }
    }
}

/// Starts with nothing typed.
pub fn open(state: &mut State) {
    let before = Before {
        selected: state.selected,
        filter: state.filter.clone(),
        pin: state.pin,
        camera: state.camera,
        scroll: state.scroll,
        current: state.current,
    };
    state.open(Mode::Search {
        prompt: Prompt::default(),
        before: Box::new(before),
    });
}

/// What the line leads to, best first.
pub fn hits<'a>(prompt: &Prompt, world: &'a World) -> Vec<Hit<'a>> {
    world.gazetteer().search(prompt.input.text())
}

/// Shows what is chosen; where nothing is asked for or found, what was there before.
pub fn preview(state: &mut State, world: &World) {
    let Mode::Search { prompt, before } = &state.mode else {
        return;
    };
    let asked = !prompt.input.text().is_empty() || prompt.chosen > 0;
    let hits = hits(prompt, world);
    let target = hits.get(prompt.chosen).map(|hit| hit.target);
    let before = Before::clone(before);
    cancel(state, before);
    if let Some(target) = target.filter(|_| asked) {
        show(state, world, target);
    }
}

/// Keeps what is shown, where something is found.
pub fn accept(state: &mut State, world: &World) {
    if let Mode::Search { prompt, .. } = &state.mode
        && let Some(hit) = hits(prompt, world).get(prompt.chosen)
    {
        let target = hit.target;
        state.under.clear();
        state.mode = Mode::Browse;
        show(state, world, target);
    }
}

/// Shows what was there before.
pub fn cancel(state: &mut State, before: Before) {
    state.selected = before.selected;
    state.filter = before.filter;
    state.pin = before.pin;
    state.camera = before.camera;
    state.scroll = before.scroll;
    state.current = before.current;
}

/// Selects a place, lets an actor stand out, or marks what is of the base map in the region it lies in.
fn show(state: &mut State, world: &World, target: Target) {
    state.pin = Pin::of(target);
    (state.scroll, state.current) = (0, 0);
    match target {
        Target::Place(place) => state.selected = Some(place),
        Target::Actor(id) => {
            state.selected = None;
            state.filter = vec![id];
        }
        Target::Unit(n) => lies(state, world, world.map.base.units[n].inside()),
        Target::Town(n) => lies(state, world, Some(world.map.base.towns[n].at)),
    }
    if state.pin.is_none() {
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

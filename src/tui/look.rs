//! Looking closer, further and elsewhere: where the camera goes.

use std::f64::consts::SQRT_2;

use ::geo::{Coord, coord};

use super::{
    action::{Direction, Zoom},
    state::{State, World},
};
use crate::{
    atlas::Place,
    geo::{Camera, Viewport},
    scene::{self, Pin, View},
};

/// How much closer one press of a key goes.
const STEP: f64 = SQRT_2;
/// How much closer one notch of the wheel goes: a fourth of an octave.
const NOTCH: f64 = 1.189_207_115_002_721;
/// How much closer a site is looked at than the whole map.
const SITE: f64 = 8.0;
/// The share of the pane that is moved by at a time.
const PAN: u16 = 8;

/// What is to be seen in the map's pane, where there is one.
pub fn view<'a>(state: &'a State, world: &'a World) -> Option<View<'a>> {
    let lit = state.lit(world);
    // While a source is read, what it bears on decides what is seen.
    let seen = |place: &Place| {
        state.reader().is_none() || lit.as_ref().is_none_or(|lit| lit.contains(place))
    };
    Some(View {
        atlas: &world.atlas,
        map: &world.map,
        snapshot: &state.snapshot,
        marked: state.marked.as_ref(),
        lens: state.lens,
        viewport: viewport(state, world)?,
        selected: state.selected.filter(seen),
        highlighted: lit,
        layers: state.layers,
        resolution: state.resolution(),
        pin: state.pin,
    })
}

fn viewport(state: &State, world: &World) -> Option<Viewport> {
    let whole = whole(state, world)?;
    let extent = world.map.extent();
    let camera = state.camera;
    Some(camera.map_or(whole, |camera| camera.viewport(&whole, extent)))
}

fn whole(state: &State, world: &World) -> Option<Viewport> {
    let pane = state.layout(world).map?.inner;
    let (extent, aspect) = (world.map.extent(), state.size.aspect);
    Some(Viewport::fit(extent, pane.width, pane.height, aspect))
}

pub fn zoom(state: &mut State, world: &World, zoom: Zoom) {
    turn(state, world, zoom, STEP, None);
}

pub fn zoom_at(state: &mut State, world: &World, zoom: Zoom, (col, row): (u16, u16)) {
    let cell = coord! {x: f64::from(col) + 0.5, y: f64::from(row) + 0.5};
    turn(state, world, zoom, NOTCH, Some(cell));
}

fn turn(state: &mut State, world: &World, zoom: Zoom, step: f64, cell: Option<Coord>) {
    match zoom {
        Zoom::In => closer(state, world, step, cell),
        Zoom::Out => closer(state, world, 1.0 / step, cell),
        Zoom::Whole => state.camera = None,
        Zoom::Selection => fit(state, world),
    }
}

/// Looks so many times closer at a cell of the pane; where none is given, at what was found or selected, or where that is
/// off screen, at the middle.
fn closer(state: &mut State, world: &World, times: f64, cell: Option<Coord>) {
    let Some(from) = viewport(state, world) else {
        return;
    };
    let selected = pinned(state, world)
        .or_else(|| state.selected.map(|place| anchor(world, place)))
        .map(|at| from.cell(at))
        .filter(|cell| from.has(*cell));
    let middle = coord! {x: f64::from(from.cols), y: f64::from(from.rows)} / 2.0;
    let at = cell.or(selected).unwrap_or(middle);
    look(state, world, &from.zoomed(times, at));
}

/// Looks further by a share of the pane, in whole cells so that the picture stays the same where it overlaps.
pub fn pan(state: &mut State, world: &World, direction: Direction) {
    let Some(from) = viewport(state, world) else {
        return;
    };
    let (cols, rows) = (
        f64::from((from.cols / PAN).max(1)),
        f64::from((from.rows / PAN).max(1)),
    );
    let (cols, rows) = match direction {
        Direction::Left => (-cols, 0.0),
        Direction::Right => (cols, 0.0),
        Direction::Up => (0.0, -rows),
        Direction::Down => (0.0, rows),
    };
    look(state, world, &from.moved(cols, rows));
}

/// Pulls the map along by so many cells.
pub fn pull(state: &mut State, world: &World, cols: i16, rows: i16) {
    if let Some(from) = viewport(state, world) {
        let to = from.moved(-f64::from(cols), -f64::from(rows));
        look(state, world, &to);
    }
}

fn fit(state: &mut State, world: &World) {
    let Some(whole) = whole(state, world) else {
        return;
    };
    let fit = |bounds| Viewport::fit(bounds, whole.cols, whole.rows, whole.aspect);
    let at = |centre| Viewport {
        centre,
        row: whole.row / SITE,
        ..whole
    };
    let close = match (state.pin, state.selected) {
        (Some(Pin::Unit(n)), _) => fit(world.map.drawing.units[n].bounds),
        (Some(Pin::Town(n)), _) => at(world.map.projection.forward(world.map.base.towns[n].at)),
        (None, Some(Place::Region(id))) => fit(world.map.region(id).bounds),
        (None, Some(place @ Place::Site(_))) => at(anchor(world, place)),
        (None, None) => return,
    };
    look(state, world, &close);
}

/// Moves as far as it takes to have the selection on screen.
pub fn reveal(state: &mut State, world: &World) {
    if let Some(place) = state.selected {
        reveal_at(state, world, anchor(world, place));
    }
}

/// Moves as far as it takes to have a point of the plane on screen.
pub fn reveal_at(state: &mut State, world: &World, at: Coord) {
    if let Some(from) = viewport(state, world)
        && !from.has(from.cell(at))
    {
        look(state, world, &from.revealing(at));
    }
}

/// Keeps within the limits of a pane that may have changed.
pub fn stay(state: &mut State, world: &World) {
    let from = viewport(state, world);
    if let Some(from) = from.filter(|_| state.camera.is_some())
        && !world.map.is_seen(&from)
    {
        state.camera = None;
    }
}

/// Looks through `next` as far as the limits allow; not at all where nothing of the country would be seen.
fn look(state: &mut State, world: &World, next: &Viewport) {
    let Some(whole) = whole(state, world) else {
        return;
    };
    let next = Camera::of(next).viewport(&whole, world.map.extent());
    if world.map.is_seen(&next) {
        let closer = next.row < whole.row * (1.0 - 1e-9);
        state.camera = closer.then(|| Camera::of(&next));
    }
}

/// Where what was found on the base map lies.
fn pinned(state: &State, world: &World) -> Option<Coord> {
    let at = match state.pin? {
        Pin::Unit(n) => world.map.base.units.get(n)?.inside()?,
        Pin::Town(n) => world.map.base.towns.get(n)?.at,
    };
    Some(world.map.projection.forward(at))
}

fn anchor(world: &World, place: Place) -> Coord {
    scene::anchor(&world.map, &world.atlas, place)
}

//! Looking closer, further and elsewhere: where the camera goes.

use std::f64::consts::SQRT_2;

use ::geo::{Coord, coord};

use super::{
    action::{Direction, Refusal, Zoom},
    state::{Pane, Session},
    world::World,
};
use crate::{
    atlas::Place,
    geo::{Camera, Viewport},
    scene::{self, Pin},
};

/// The factor by which one press of a key goes closer.
const STEP: f64 = SQRT_2;
/// The factor by which one notch of the wheel goes closer: a fourth of an octave.
const NOTCH: f64 = 1.189_207_115_002_721;
/// The factor by which a site is looked at more closely than the whole map.
const SITE: f64 = 8.0;
/// The share of the pane that is moved by at a time.
const PAN: u16 = 8;

impl Session {
    /// The part of the plane that is seen in a pane.
    pub fn viewport_in(&self, world: &World, pane: Pane) -> Viewport {
        let extent = world.map.extent();
        let whole = Viewport::fit(extent, pane.cols, pane.rows, pane.aspect);
        let camera = self.camera;
        camera.map_or(whole, |camera| camera.viewport(&whole, extent))
    }
}

fn viewport(session: &Session, world: &World) -> Option<Viewport> {
    session.pane.map(|pane| session.viewport_in(world, pane))
}

fn whole(session: &Session, world: &World) -> Option<Viewport> {
    let Pane { cols, rows, aspect } = session.pane?;
    Some(Viewport::fit(world.map.extent(), cols, rows, aspect))
}

pub fn zoom(session: &mut Session, world: &World, zoom: Zoom) -> Result<(), Refusal> {
    turn(session, world, zoom, STEP, None)
}

pub fn zoom_at(
    session: &mut Session,
    world: &World,
    zoom: Zoom,
    (col, row): (u16, u16),
) -> Result<(), Refusal> {
    let cell = coord! {x: f64::from(col) + 0.5, y: f64::from(row) + 0.5};
    turn(session, world, zoom, NOTCH, Some(cell))
}

fn turn(
    session: &mut Session,
    world: &World,
    zoom: Zoom,
    step: f64,
    cell: Option<Coord>,
) -> Result<(), Refusal> {
    let refusal = match zoom {
        Zoom::In => Refusal::NoCloser,
        Zoom::Out | Zoom::Whole => Refusal::NoFarther,
        Zoom::Selection if session.selected.is_some() || session.pin.is_some() => Refusal::NoCloser,
        Zoom::Selection => Refusal::NothingSelected,
    };
    moves(session, refusal, |session| match zoom {
        Zoom::In => closer(session, world, step, cell),
        Zoom::Out => closer(session, world, 1.0 / step, cell),
        Zoom::Whole => session.camera = None,
        Zoom::Selection => fit(session, world),
    })
}

/// Refuses where the camera is then where it was.
fn moves(
    session: &mut Session,
    refusal: Refusal,
    change: impl FnOnce(&mut Session),
) -> Result<(), Refusal> {
    let before = session.camera;
    change(session);
    match session.camera == before {
        false => Ok(()),
        true if session.pane.is_none() => Err(Refusal::NoMap),
        true => Err(refusal),
    }
}

/// Looks so many times closer at a cell of the pane; where none is given, at what was found or selected, or where that is
/// off screen, at the middle.
fn closer(session: &mut Session, world: &World, times: f64, cell: Option<Coord>) {
    let Some(from) = viewport(session, world) else {
        return;
    };
    let selected = pinned(session, world)
        .or_else(|| session.selected.map(|place| anchor(session, world, place)))
        .map(|at| from.cell(at))
        .filter(|cell| from.has(*cell));
    let middle = coord! {x: f64::from(from.cols), y: f64::from(from.rows)} / 2.0;
    let at = cell.or(selected).unwrap_or(middle);
    look(session, world, &from.zoomed(times, at));
}

/// Looks further by a share of the pane, in whole cells so that the picture stays the same where it overlaps.
pub fn pan(session: &mut Session, world: &World, direction: Direction) -> Result<(), Refusal> {
    let Pane { cols, rows, .. } = session.pane.ok_or(Refusal::NoMap)?;
    let (cols, rows) = (
        f64::from((cols / PAN).max(1)),
        f64::from((rows / PAN).max(1)),
    );
    let (cols, rows) = match direction {
        Direction::Left => (-cols, 0.0),
        Direction::Right => (cols, 0.0),
        Direction::Up => (0.0, -rows),
        Direction::Down => (0.0, rows),
    };
    shift(session, world, cols, rows)
}

/// Pulls the map along by so many cells.
pub fn pull(session: &mut Session, world: &World, cols: i16, rows: i16) -> Result<(), Refusal> {
    shift(session, world, -f64::from(cols), -f64::from(rows))
}

fn shift(session: &mut Session, world: &World, cols: f64, rows: f64) -> Result<(), Refusal> {
    moves(session, Refusal::NothingMoreThatWay, |session| {
        if let Some(from) = viewport(session, world) {
            look(session, world, &from.moved(cols, rows));
        }
    })
}

fn fit(session: &mut Session, world: &World) {
    let Some(whole) = whole(session, world) else {
        return;
    };
    let fit = |bounds| Viewport::fit(bounds, whole.cols, whole.rows, whole.aspect);
    let at = |centre| Viewport {
        centre,
        row: whole.row / SITE,
        ..whole
    };
    let close = match (session.pin, session.selected) {
        (Some(Pin::Unit(n)), _) => fit(world.map.drawing.units[n].bounds),
        (Some(Pin::Town(n)), _) => at(world.map.projection.forward(world.map.base.towns[n].at)),
        (None, Some(Place::Region(id))) => fit(session.map(world).region(id).bounds),
        (None, Some(place @ Place::Site(_))) => at(anchor(session, world, place)),
        (None, None) => return,
    };
    look(session, world, &close);
}

/// Moves as far as it takes to have the selection on screen.
pub fn reveal(session: &mut Session, world: &World) {
    if let Some(place) = session.selected {
        let at = anchor(session, world, place);
        reveal_at(session, world, at);
    }
}

/// Moves as far as it takes to have a point of the plane on screen.
pub fn reveal_at(session: &mut Session, world: &World, at: Coord) {
    if let Some(from) = viewport(session, world)
        && !from.has(from.cell(at))
    {
        look(session, world, &from.revealing(at));
    }
}

/// Keeps within the limits of a pane that may have changed.
pub fn refit(session: &mut Session, world: &World) {
    let from = viewport(session, world);
    if let Some(from) = from.filter(|_| session.camera.is_some())
        && !world.map.is_seen(&from)
    {
        session.camera = None;
    }
}

/// Looks through `next` as far as the limits allow; not at all where nothing of the country would be seen.
fn look(session: &mut Session, world: &World, next: &Viewport) {
    let Some(whole) = whole(session, world) else {
        return;
    };
    let next = Camera::of(next).viewport(&whole, world.map.extent());
    if world.map.is_seen(&next) {
        let closer = next.row < whole.row * (1.0 - 1e-9);
        session.camera = closer.then(|| Camera::of(&next));
    }
}

/// Finds where what was found on the base map lies.
fn pinned(session: &Session, world: &World) -> Option<Coord> {
    let at = match session.pin? {
        Pin::Unit(n) => world.map.base.units.get(n)?.inside()?,
        Pin::Town(n) => world.map.base.towns.get(n)?.at,
    };
    Some(world.map.projection.forward(at))
}

fn anchor(session: &Session, world: &World, place: Place) -> Coord {
    scene::anchor(session.map(world), &world.atlas, place)
}

//! Looking for a name: what is found is shown at once, and what was shown before can be brought back.

use ::geo::Coord;

use super::{
    camera,
    state::{BeforeSearch, Session},
    world::World,
};
use crate::{atlas::Place, names::Target, scene::Pin};

pub fn begin(session: &mut Session) {
    session.before_search.get_or_insert_with(|| BeforeSearch {
        selected: session.selected,
        filter: session.filter.clone(),
        pin: session.pin,
        spot: session.spot,
        camera: session.camera,
        current: session.current,
    });
}

/// Shows what was shown before the search, and then what is found, if anything is.
pub fn preview(session: &mut Session, world: &World, target: Option<Target>) {
    if let Some(before) = session.before_search.clone() {
        restore(session, before);
    }
    if let Some(target) = target {
        show(session, world, target);
    }
}

pub fn accept(session: &mut Session, world: &World, target: Target) {
    preview(session, world, Some(target));
    session.before_search = None;
}

pub fn cancel(session: &mut Session) {
    if let Some(before) = session.before_search.take() {
        restore(session, before);
    }
}

fn restore(session: &mut Session, before: BeforeSearch) {
    session.selected = before.selected;
    session.filter = before.filter;
    session.pin = before.pin;
    session.spot = before.spot;
    session.camera = before.camera;
    session.current = before.current;
}

/// Selects a place, filters by an actor, or marks what is of the base map: a town in the region it lies in.
fn show(session: &mut Session, world: &World, target: Target) {
    session.pin = Pin::of(target);
    session.spot = None;
    session.current = 0;
    match target {
        Target::Place(place) => session.selected = Some(place),
        Target::Actor(id) => {
            session.selected = None;
            session.filter = vec![id];
        }
        Target::Unit(n) => {
            session.selected = None;
            if let Some(at) = world.map.base.units[n].inside() {
                camera::reveal_at(session, world, world.map.projection.forward(at));
            }
        }
        Target::Town(n) => show_region_at(session, world, world.map.base.towns[n].at),
    }
    if session.pin.is_none() {
        camera::reveal(session, world);
    }
}

/// Selects the region that a point, in degrees, lies in, and looks there.
fn show_region_at(session: &mut Session, world: &World, at: Coord) {
    let region = session.map(world).region_at(at);
    session.selected = region.map(Place::Region);
    camera::reveal_at(session, world, world.map.projection.forward(at));
}

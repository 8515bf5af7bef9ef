//! The place that a key leads to.

use ::geo::Coord;

use super::{
    action::{Direction, Step},
    state::Session,
    world::World,
};
use crate::atlas::Place;

/// The place that an arrow leads to; from nothing selected, the one nearest the middle of the map that way.
pub fn towards(session: &Session, world: &World, direction: Direction) -> Option<Place> {
    let others = || {
        session
            .places(world)
            .filter(|(place, _)| Some(*place) != session.selected)
    };
    let selected = session
        .points(world)
        .iter()
        .find(|(place, _)| Some(*place) == session.selected);
    if let Some((_, from)) = selected {
        return nearest(*from, direction, others());
    }
    let first = || others().map(|(place, _)| place).next();
    nearest(session.map(world).extent().center(), direction, others()).or_else(first)
}

/// The place beside the selected one in a list that goes round; its first or last where none of it is selected.
pub fn beside(places: &[Place], selected: Option<Place>, step: Step) -> Option<Place> {
    let at = places.iter().position(|place| Some(*place) == selected);
    let last = places.len().checked_sub(1)?;
    let to = match (at, step) {
        (None, Step::Next) => 0,
        (Some(at), Step::Next) => (at + 1) % places.len(),
        (None | Some(0), Step::Previous) => last,
        (Some(at), Step::Previous) => at - 1,
    };
    Some(places[to])
}

impl Session {
    /// The places that the filter and the layers leave, each with its point on the plane.
    pub fn places<'a>(&'a self, world: &'a World) -> impl Iterator<Item = (Place, Coord)> + 'a {
        self.points(world)
            .iter()
            .copied()
            .filter(|(place, _)| self.lets_through(world, *place) && self.layers.has(*place))
    }
}

/// The nearest of the places whose bearing is within 45° of the direction, or else of all on that side, where what lies
/// to the side counts double. `None` where nothing lies that way.
///
/// Places can lie so that no arrow leads to one of them; the tab key leads to all.
fn nearest<T: Copy>(
    from: Coord,
    direction: Direction,
    places: impl Iterator<Item = (T, Coord)>,
) -> Option<T> {
    let ranked = places.filter_map(|(place, at)| Some((place, rank(from, at, direction)?)));
    ranked
        .min_by(|(_, a), (_, b)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        .map(|(place, _)| place)
}

/// Ranks a place by whether it is outside the cone, and how far it counts as; less is nearer.
fn rank(from: Coord, at: Coord, direction: Direction) -> Option<(bool, f64)> {
    let (east, south) = (at.x - from.x, at.y - from.y);
    let (along, across) = match direction {
        Direction::Left => (-east, south.abs()),
        Direction::Right => (east, south.abs()),
        Direction::Up => (-south, east.abs()),
        Direction::Down => (south, east.abs()),
    };
    (along > 0.0).then(|| (across > along, along.hypot(2.0 * across)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        file::{self, RegionFile},
        scene,
    };
    use ::geo::coord;
    use proptest::prelude::*;

    const ALL: [Direction; 4] = [
        Direction::Left,
        Direction::Up,
        Direction::Down,
        Direction::Right,
    ];

    fn step(points: &[Coord], from: usize, direction: Direction) -> Option<usize> {
        let others = points
            .iter()
            .copied()
            .enumerate()
            .filter(|(n, _)| *n != from);
        nearest(points[from], direction, others)
    }

    fn reached(points: &[Coord], from: usize) -> Vec<bool> {
        let mut seen = vec![false; points.len()];
        let mut next = vec![from];
        while let Some(at) = next.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                next.extend(
                    ALL.into_iter()
                        .filter_map(|direction| step(points, at, direction)),
                );
            }
        }
        seen
    }

    #[test]
    fn prefers_what_lies_straight_ahead() {
        let points = [
            coord! {x: 0.0, y: 0.0},
            coord! {x: 3.0, y: 0.2},
            coord! {x: 1.2, y: 1.1},
            coord! {x: 0.2, y: 2.0},
        ];
        assert_eq!(step(&points, 0, Direction::Right), Some(2));
        assert_eq!(step(&points, 0, Direction::Down), Some(3));
        assert_eq!(step(&points, 0, Direction::Up), None);
        assert_eq!(step(&points, 1, Direction::Left), Some(2));
    }

    proptest! {
        #[test]
        fn leads_to_that_side(coords in proptest::collection::vec((-9.0..9.0f64, -9.0..9.0f64), 2..30)) {
            let points: Vec<Coord> = coords.into_iter().map(|(x, y)| coord! {x: x, y: y}).collect();
            for direction in ALL {
                let to = step(&points, 0, direction);
                let there = |at: &Coord| rank(points[0], *at, direction).is_some();
                prop_assert_eq!(to.is_some(), points[1..].iter().any(there));
                prop_assert!(to.is_none_or(|to| there(&points[to])));
            }
        }
    }

    #[test]
    fn on_the_shipped_map_every_place_is_reached_from_every_other() {
        let document = file::load(&RegionFile::builtin()).expect("the shipped map");
        let places = document.atlas.places();
        let point = |place| scene::anchor(&document.map, &document.atlas, place);
        let points: Vec<Coord> = places.map(point).collect();
        for from in 0..points.len() {
            assert_eq!(reached(&points, from), vec![true; points.len()]);
        }
    }
}

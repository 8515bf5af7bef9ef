//! The position of a user in a world.

use std::sync::Arc;

use ::geo::{Coord, Rect};

use super::{
    reader::Reader,
    world::{Stage, World},
};
use crate::{
    atlas::{ActorId, Date, Lens, Place, Statement, Switchboard, state::Snapshot},
    caption::{Caption, Captions, Sort, prose::mark},
    export::Exported,
    geo::{Camera, Map},
    scene::{Layers, Pin},
};

/// The size of the pane that the map is seen in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// Columns of cells that it is wide.
    pub cols: u16,
    /// Rows of cells that it is high.
    pub rows: u16,
    /// Width of a cell for its height.
    pub aspect: f64,
}

/// The subject of the words beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The selected place.
    Place(Place),
    /// The differences between the two dates that are compared.
    Changes,
    /// A unit that was found on the base map, by its place there.
    Unit(usize),
    /// The events of a sign on the map.
    Events,
    /// A town that was found on the base map, by its place there, and the place that it lies in.
    Town(usize, Option<Place>),
    /// The one actor that is filtered by.
    Actor(ActorId),
    /// The whole map, while nothing else is asked for.
    Map,
}

/// A user's work with a map.
#[derive(Clone, Debug)]
pub struct Session {
    /// The state of the world at the date that is shown, without the sources that are switched off.
    pub snapshot: Snapshot,
    /// The map at that date, where it is another than the world's.
    pub(super) stage: Option<Arc<Stage>>,
    /// The state of the world at the date that it is compared with.
    pub compared: Option<Snapshot>,
    /// The place that is gone on from, and that the words beside the map are about.
    pub selected: Option<Place>,
    /// The actors whose places are highlighted, ascending; none means that every place is.
    pub filter: Vec<ActorId>,
    /// The kinds of places that are drawn, listed and gone to.
    pub layers: Layers,
    /// The lens that places are coloured by.
    pub lens: Lens,
    /// The order that the list of places goes by.
    pub sort: Sort,
    /// The camera that the map is looked at from; the whole of it where nothing is said.
    pub camera: Option<Camera>,
    /// The pane where the map is seen; `None` where it is not.
    pub pane: Option<Pane>,
    /// The thing found on the base map, until something else is selected.
    pub pin: Option<Pin>,
    /// The part of the plane whose events are selected, until something else is.
    pub spot: Option<Rect>,
    /// The one of the subject's claims and events that is meant, counted from 0.
    pub current: usize,
    /// The source that is being read, at a passage.
    pub reader: Option<Reader>,
    /// The state that is brought back where a search is given up.
    pub(super) before_search: Option<BeforeSearch>,
}

/// The state before a name was looked for, as far as searching changes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BeforeSearch {
    pub selected: Option<Place>,
    pub filter: Vec<ActorId>,
    pub pin: Option<Pin>,
    pub spot: Option<Rect>,
    pub camera: Option<Camera>,
    pub current: usize,
}

impl Session {
    /// The whole map as a snapshot has it, with nothing selected.
    pub fn new(world: &World, snapshot: Snapshot) -> Self {
        let stage = world.stage_at(snapshot.date);
        let map = stage.as_ref().map_or(&world.map, |stage| &stage.map);
        Self {
            snapshot: snapshot.without_land(map.landless()),
            stage,
            compared: None,
            selected: None,
            filter: Vec::new(),
            layers: Layers::default(),
            lens: Lens::default(),
            sort: Sort::default(),
            camera: None,
            pane: None,
            pin: None,
            spot: None,
            current: 0,
            reader: None,
            before_search: None,
        }
    }

    /// The whole map at a date.
    pub fn at(world: &World, date: Date) -> Self {
        Self::new(world, Snapshot::at(&world.atlas, date))
    }

    /// The whole map at a date, compared with its former version, if there is one.
    pub fn since(world: &World, date: Date) -> Self {
        let mut session = Self::at(world, date);
        session.compared = world.former_at(date, &session.snapshot.switchboard);
        session
    }

    /// The map at the date that is shown.
    pub fn map<'a>(&'a self, world: &'a World) -> &'a Map {
        self.stage.as_ref().map_or(&world.map, |stage| &stage.map)
    }

    /// Each place with its point on the plane at that date, in the order of [`Atlas::places`](crate::atlas::Atlas::places).
    pub fn points<'a>(&'a self, world: &'a World) -> &'a [(Place, Coord)] {
        let stage = self.stage.as_ref();
        stage.map_or(&world.points, |stage| &stage.points)
    }

    pub(crate) fn captions<'a>(&'a self, world: &'a World) -> Captions<'a> {
        Captions {
            atlas: &world.atlas,
            map: self.map(world),
            snapshot: &self.snapshot,
        }
    }

    /// The map as it is seen: at the date, by the lens, as far as the filter lets through and without what is switched
    /// off.
    pub fn exported<'a>(&self, world: &'a World) -> Exported<'a> {
        Exported {
            lens: self.lens,
            filter: self.filter.clone(),
            ..Exported::of(&world.atlas, &world.map, self.snapshot.clone())
        }
    }

    /// The two dates that are compared, the earlier first, where they are two.
    pub fn comparison(&self) -> Option<(&Snapshot, &Snapshot)> {
        self.compared
            .as_ref()
            .and_then(|compared| compared.in_order(&self.snapshot))
    }

    /// Tells whether a place has to do with one of the actors filtered by, or with a part of one.
    pub fn lets_through(&self, world: &World, place: Place) -> bool {
        let among = |&actor: &ActorId| world.atlas.is_among(actor, &self.filter);
        self.filter.is_empty() || self.snapshot.actors(place).iter().any(among)
    }

    /// The places that are highlighted on the map: those that the passage being read bears on, or else those that the
    /// filter lets through; `None` where all are.
    pub fn highlighted(&self, world: &World) -> Option<Vec<Place>> {
        if let Some(reader) = self.reader {
            return Some(reader.bearing(world, &self.snapshot));
        }
        let places = world.atlas.places();
        let through = || {
            places
                .filter(|&place| self.lets_through(world, place))
                .collect()
        };
        (!self.filter.is_empty()).then(through)
    }

    /// Returns the subject of the words beside the map.
    pub fn subject(&self) -> Subject {
        match (self.selected, self.pin) {
            (None, Some(Pin::Unit(n))) => return Subject::Unit(n),
            (place, Some(Pin::Town(n))) => return Subject::Town(n, place),
            _ => {}
        }
        if self.selected.is_none() && self.spot.is_some() {
            return Subject::Events;
        }
        match (self.selected, self.filter.as_slice(), &self.compared) {
            (Some(place), ..) => Subject::Place(place),
            (None, _, Some(_)) => Subject::Changes,
            (None, [actor], None) => Subject::Actor(*actor),
            (None, _, None) => Subject::Map,
        }
    }

    /// Returns what there is to say of the subject.
    pub fn caption(&self, world: &World) -> Caption {
        let captions = self.captions(world);
        let place_caption = |place| match &self.compared {
            Some(compared) => captions.place_since(place, compared),
            None => captions.place(place),
        };
        match (self.subject(), &self.compared) {
            (Subject::Events, _) => captions.events_at(self.spot, &self.filter),
            (Subject::Place(place), _) => place_caption(place),
            (Subject::Town(nth, place), _) => captions.town(nth, place.map(place_caption)),
            (Subject::Changes, Some(compared)) => captions.changes(compared),
            (Subject::Unit(nth), _) => captions.unit(nth),
            (Subject::Actor(actor), _) => captions.actor(actor),
            (Subject::Changes, None) | (Subject::Map, _) => captions.map(),
        }
    }

    /// The claims and the events that the caption shows, in its order.
    pub fn statements(&self, world: &World) -> Vec<Statement> {
        mark(&mut self.caption(world).lines(&world.atlas), None)
    }

    /// The one of them that is meant.
    pub fn current(&self, world: &World) -> Option<Statement> {
        let statements = self.statements(world);
        statements.get(self.current).or(statements.last()).copied()
    }

    /// Everything that can be cited: what is said in the passage being read, or of the subject.
    pub fn citable(&self, world: &World) -> Vec<Statement> {
        match self.reader {
            Some(reader) => {
                let claims = reader.claims(world, &self.snapshot).into_iter();
                claims.map(Statement::Claim).collect()
            }
            None => self.statements(world),
        }
    }

    /// The places that the filter and the layers leave, in the order of the list.
    pub fn listed(&self, world: &World) -> Vec<Place> {
        let places = self.places(world).map(|(place, _)| place);
        let rows = self.captions(world).list(places, self.sort);
        rows.into_iter().map(|row| row.place).collect()
    }

    /// Shows a date, without what a switchboard switches off.
    pub(super) fn show(&mut self, world: &World, date: Date, switchboard: &Switchboard) {
        let shown = self.stage.as_ref().map(|stage| stage.map.period());
        if shown != Some(world.map.period_at(date)) {
            self.stage = world.stage_at(date);
        }
        // What is said meanwhile is all that changes where areas don't.
        if *switchboard == self.snapshot.switchboard && world.map.starts().is_empty() {
            self.snapshot.move_to(&world.atlas, date);
        } else {
            let snapshot = Snapshot::with(&world.atlas, date, switchboard);
            self.snapshot = snapshot.without_land(self.map(world).landless());
        }
        if self.compared.as_ref().is_some_and(|it| it.is_former) {
            self.compared = world.former_at(date, &self.snapshot.switchboard);
        }
    }
}

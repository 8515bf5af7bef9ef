//! Answers about places, towns and actors, and the way from one to another.

use ::geo::Coord;

use super::{Dialogue, find::unknown, sentence};
use crate::{
    atlas::Place,
    caption::{Caption, spoken, words},
    names::Target,
    scene,
    session::{Action, Direction, Subject, World},
};

impl Dialogue<'_> {
    /// The passage that is being read, or else what is known of the selection.
    pub(super) fn again(&mut self) -> Vec<String> {
        match self.session.reader {
            Some(reader) => self.here_in(reader),
            None => self.here(),
        }
    }

    /// Tells what is known of the selection, or of the map where nothing is selected.
    pub(super) fn here(&mut self) -> Vec<String> {
        self.session.reader = None;
        let atlas = &self.world.atlas;
        match self.session.subject() {
            Subject::Map => self.whole_map(),
            subject => {
                let map = &self.world.map;
                let kind = match subject {
                    Subject::Place(place) => Some(Target::Place(place).kind(atlas, map)),
                    _ => None,
                };
                self.titled(&self.session.caption(self.world), kind)
            }
        }
    }

    /// A caption under its title, with what kind of thing it is about.
    fn titled(&self, caption: &Caption, kind: Option<&str>) -> Vec<String> {
        let title = words::clean(&caption.title);
        let mut sentences = vec![match kind {
            Some(kind) => format!("{title}, {kind}."),
            None => format!("{title}."),
        }];
        sentences.extend(spoken(&caption.lines(&self.world.atlas)));
        sentences
    }

    pub(super) fn whole_map(&self) -> Vec<String> {
        let captions = self.session.captions(self.world);
        let mut lines = captions.map().lines(&self.world.atlas);
        let shares = captions.shares(&captions.legend());
        lines.splice(1..1, shares);
        spoken(&lines)
    }

    /// Lets go of the selection.
    pub(super) fn leave_for_map(&mut self) -> Vec<String> {
        if self.session.selected.is_some() || self.session.pin.is_some() {
            return self.go(Action::LetGo);
        }
        self.whole_map()
    }

    /// Leaves the source that is read, else the selection, the comparison or the filter.
    pub(super) fn back(&mut self) -> Vec<String> {
        if self.session.reader.is_some() {
            return self.here();
        }
        self.go(Action::LetGo)
    }

    pub(super) fn why(&self) -> Vec<String> {
        let captions = self.session.captions(self.world);
        match self.session.selected {
            Some(place) => spoken(&captions.explain(place)),
            None => vec!["Say a place first.".to_owned()],
        }
    }

    /// Goes to the nearest place in a direction, and says how far that is.
    pub(super) fn walk(&mut self, direction: Direction) -> Vec<String> {
        let before = self.session.selected;
        if self.apply(Action::Move(direction)).is_err() {
            let from = before.map_or("here", |place| self.world.atlas.name(place));
            let way = compass(direction);
            return vec![format!("Nothing lies {way} of {}.", words::clean(from))];
        }
        let mut sentences = self.here();
        if let (Some(from), Some(to)) = (before, self.session.selected) {
            sentences.insert(0, self.way(from, to));
        }
        sentences
    }

    /// Tells how far it is from one place to another, and which way.
    fn way(&self, from: Place, to: Place) -> String {
        let World { atlas, map, .. } = self.world;
        let at = |place| -> Coord { scene::anchor(map, atlas, place) };
        let way = at(to) - at(from);
        let km = map.projection.km(way.x.hypot(way.y));
        let eighth = (way.y.atan2(way.x) / std::f64::consts::FRAC_PI_4).round();
        #[expect(clippy::cast_possible_truncation, reason = "between -4 and 4")]
        let wind = WINDS[(eighth as isize).rem_euclid(8).cast_unsigned()];
        format!("About {:.0} km {wind}:", (km / 10.0).ceil() * 10.0)
    }

    /// Goes to what a name means.
    pub(super) fn name(&mut self, name: &str) -> Vec<String> {
        match self.meant(name) {
            Ok(Target::Place(place)) => self.go(Action::Select(place)),
            Ok(Target::Actor(actor)) => {
                let caption = self.session.captions(self.world).actor(actor);
                self.titled(&caption, Some("actor"))
            }
            Ok(target) => self.on_base_map(target),
            Err(close) => {
                let names = close.into_iter().map(|target| self.name_of(target));
                vec![unknown("place or word", name, names)]
            }
        }
    }

    /// Finds what is called exactly so, places first; or else what has a name that begins so or has it inside.
    fn meant(&self, name: &str) -> Result<Target, Vec<Target>> {
        let gazetteer = self.world.gazetteer();
        if let Some(target) = gazetteer.called(name) {
            return Ok(target);
        }
        let is_place = |target: Target| matches!(target, Target::Place(_));
        let place = gazetteer.resolve(name, |target| is_place(target).then_some(target));
        place.or_else(|close| {
            let other = gazetteer.resolve(name, |target| (!is_place(target)).then_some(target));
            other.map_err(|others| if close.is_empty() { others } else { close })
        })
    }

    pub(super) fn name_of(&self, target: Target) -> &str {
        let World { atlas, map, .. } = self.world;
        match target {
            Target::Place(place) => atlas.name(place),
            Target::Actor(actor) => &atlas[actor].name,
            Target::Town(n) => &map.base.towns[n].name,
            Target::Unit(n) => &map.base.units[n].name,
        }
    }

    /// A unit of the base map with the regions in it; or a town, the region that it lies in, and what is known of that.
    fn on_base_map(&mut self, target: Target) -> Vec<String> {
        if let Target::Unit(_) = target {
            return self.go(Action::AcceptSearch(target));
        }
        let kind = target.kind(&self.world.atlas, &self.world.map);
        let first = format!("{}, {kind}.", words::clean(self.name_of(target)));
        if let Err(refusal) = self.apply(Action::AcceptSearch(target)) {
            return vec![first, sentence(&refusal.to_string())];
        }
        let Some(region) = self.session.selected else {
            let nowhere = "It lies in no region of the map: no source here says who holds it.";
            return vec![first, nowhere.to_owned()];
        };
        let region = words::clean(self.world.atlas.name(region));
        let mut sentences = vec![first, format!("It lies in {region}:")];
        sentences.extend(self.here());
        sentences
    }
}

/// From the east, clockwise.
const WINDS: [&str; 8] = [
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
    "north",
    "north-east",
];

const fn compass(direction: Direction) -> &'static str {
    match direction {
        Direction::Right => WINDS[0],
        Direction::Down => WINDS[2],
        Direction::Left => WINDS[4],
        Direction::Up => WINDS[6],
    }
}

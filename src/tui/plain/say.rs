//! What there is to say, and what has to be done for it to be so.

use ::geo::Coord;

use super::{
    super::{
        action::{Action, Direction},
        navigate,
        state::World,
    },
    Talk,
    find::unknown,
};
use crate::{
    atlas::Place,
    caption::{Row, Sort, spoken, words},
    names::Target,
    scene::{self, Layers},
};

impl Talk<'_> {
    /// What is known of the selection, or of the map where nothing is selected.
    pub(super) fn here(&mut self) -> Vec<String> {
        let Some(place) = self.state.selected else {
            return self.whole_map();
        };
        let (atlas, captions) = (&self.world.atlas, self.state.captions(self.world));
        let kind = match place {
            Place::Region(_) => "region",
            Place::Site(id) => atlas[id].kind.plain(),
        };
        let caption = captions.place(place);
        let mut said = vec![format!("{}, {kind}.", words::clean(&caption.title))];
        said.extend(spoken(&caption.lines(atlas)));
        said
    }

    pub(super) fn whole_map(&self) -> Vec<String> {
        let captions = self.state.captions(self.world);
        let mut lines = captions.map().lines(&self.world.atlas);
        let shares = captions.shares(&captions.legend());
        lines.splice(1..1, shares);
        spoken(&lines)
    }

    pub(super) fn why(&self) -> Vec<String> {
        let captions = self.state.captions(self.world);
        match self.state.selected {
            Some(place) => spoken(&captions.explain(place)),
            None => vec!["Say a place first.".to_owned()],
        }
    }

    pub(super) fn list(&mut self, by: &str) -> Vec<String> {
        let by = by.trim_start_matches("by ");
        let sort = Sort::ALL.into_iter().find(|sort| sort.name() == by);
        if !by.is_empty() && sort.is_none() {
            let sorts = Sort::ALL.map(Sort::name);
            return vec![format!("The list goes by {}.", words::list(sorts))];
        }
        while sort.is_some_and(|sort| sort != self.state.sort) {
            self.apply(Action::NextSort);
        }
        let places = navigate::places(&self.state, self.world).map(|(place, _)| place);
        let rows = self
            .state
            .captions(self.world)
            .list(places, self.state.sort);
        let count = words::count(rows.len(), "place");
        let first = format!("{count}, by {}.", self.state.sort.name());
        std::iter::once(first).chain(rows.iter().map(row)).collect()
    }

    pub(super) fn filter(&mut self, who: &str) -> Vec<String> {
        if ["", "none", "off", "all"].contains(&who) {
            self.apply(Action::ClearFilter);
        } else {
            let atlas = &self.world.atlas;
            let found = self.world.gazetteer().resolve(who, |target| match target {
                Target::Actor(id) => Some(id),
                _ => None,
            });
            match found {
                Ok(actor) => drop(self.apply(Action::Toggle(actor.0))),
                Err(close) => {
                    let names = close.into_iter().map(|id| atlas[id].name.as_str());
                    return vec![unknown("actor", who, names)];
                }
            }
        }
        let places = navigate::places(&self.state, self.world).count();
        let left = words::count(places, "place");
        let filter = &self.state.filter;
        let names = filter.iter().map(|&id| self.world.atlas[id].name.as_str());
        vec![if filter.is_empty() {
            format!("No filter: {left}.")
        } else {
            format!("Only {}: {left}.", words::clean(&words::list(names)))
        }]
    }

    pub(super) fn date(&mut self, date: &str) -> Vec<String> {
        match date.parse() {
            Ok(date) => {
                self.apply(Action::At(date));
                let mut said = vec![format!("As of {date}.")];
                said.extend(self.here());
                said
            }
            Err(_) if date.is_empty() => vec![format!("As of {}.", self.state.snapshot.date)],
            Err(error) => vec![format!("{}: {error}.", words::clean(date))],
        }
    }

    pub(super) fn layers(&mut self, layers: Layers) -> Vec<String> {
        while self.state.layers != layers {
            self.apply(Action::NextLayers);
        }
        let places = navigate::places(&self.state, self.world).count();
        let left = words::count(places, "place");
        vec![format!("Now {}: {left}.", layers.name())]
    }

    pub(super) fn name(&mut self, name: &str) -> Vec<String> {
        let atlas = &self.world.atlas;
        let found = self.world.gazetteer().resolve(name, |target| match target {
            Target::Place(place) => Some(place),
            _ => None,
        });
        match found {
            Ok(place) => {
                self.apply(Action::Select(place));
                self.here()
            }
            Err(close) => {
                let names = close.into_iter().map(|place| atlas.name(place));
                vec![unknown("place or word", name, names)]
            }
        }
    }

    /// How far it is from one place to another, and which way.
    pub(super) fn way(&self, from: Place, to: Place) -> String {
        let World { atlas, map, .. } = self.world;
        let at = |place| -> Coord { scene::anchor(map, atlas, place) };
        let way = at(to) - at(from);
        let km = map.projection.km(way.x.hypot(way.y));
        let eighth = (way.y.atan2(way.x) / std::f64::consts::FRAC_PI_4).round();
        #[expect(clippy::cast_possible_truncation, reason = "between -4 and 4")]
        let wind = WINDS[(eighth as isize).rem_euclid(8).cast_unsigned()];
        format!("About {:.0} km {wind}:", (km / 10.0).ceil() * 10.0)
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

pub(super) const fn compass(direction: Direction) -> &'static str {
    match direction {
        Direction::Right => WINDS[0],
        Direction::Down => WINDS[2],
        Direction::Left => WINDS[4],
        Direction::Up => WINDS[6],
    }
}

fn row(row: &Row) -> String {
    let columns = [Sort::Holder, Sort::Evidence, Sort::Date].map(|column| row.column(column));
    format!("{}: {}.", row.name, columns.join(", "))
}

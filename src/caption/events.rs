//! The words for events: how many there are in which days, and what each is said to have been.

use ::geo::{BoundingRect, Contains, Intersects, MultiPolygon, Point, Rect};

use super::{Caption, Captions, Line, Part, Role, words};
use crate::atlas::{ActorId, Event, Statement};

/// The most events that are told one by one; the others are counted.
const TOLD: usize = 12;

impl<'a> Captions<'a> {
    /// The events that are shown at the date, newest first.
    pub fn events(&self) -> Vec<&'a Event> {
        self.events_of(&[])
    }

    /// Those of them in which one of some actors took part; all where none are asked for.
    pub fn events_of(&self, filter: &[ActorId]) -> Vec<&'a Event> {
        let (atlas, snapshot) = (self.atlas, self.snapshot);
        let events = atlas.events_at(snapshot.date, &snapshot.switchboard);
        let mut events: Vec<&'a Event> = events.filter(|it| it.is_of(atlas, filter)).collect();
        events.reverse();
        events
    }

    /// Tells in which days the events that are shown happened, and of whom: `Events in the 7 days to 28 Jan 2026: 12`.
    pub fn counted_events(&self, count: usize, filter: &[ActorId]) -> String {
        let names = filter.iter().map(|&id| self.atlas[id].name.as_str());
        let of = match filter {
            [] => String::new(),
            _ => format!(" with {}", words::either(names)),
        };
        let date = self.snapshot.date;
        match self.atlas.event_days {
            1 => format!("Events{of} on {date}: {count}"),
            days => format!("Events{of} in the {days} days to {date}: {count}"),
        }
    }

    /// Tells of the events in a part of the plane in which one of some actors took part.
    pub fn events_at(&self, spot: Option<Rect>, filter: &[ActorId]) -> Caption {
        let mut events = self.events_of(filter);
        let position = |event: &Event| self.map.projection.position(event.at);
        events.retain(|event| spot.is_none_or(|spot| spot.intersects(&position(event))));
        let title = match &*events {
            [] => "Events here".to_owned(),
            [event, ..] => format!("Events near {}", event.place_name()),
        };
        Caption {
            title,
            parts: self.told(&events, filter, events.len()),
        }
    }

    /// The events on the whole map; nothing where the file has none.
    pub(super) fn all_events(&self) -> Vec<Part> {
        if self.atlas.events.is_empty() {
            return Vec::new();
        }
        self.told(&self.events(), &[], TOLD)
    }

    /// The events in which an actor took part; nothing where there are none.
    pub(super) fn events_with(&self, actor: ActorId) -> Vec<Part> {
        let filter = [actor];
        let events = self.events_of(&filter);
        if events.is_empty() {
            return Vec::new();
        }
        self.told(&events, &filter, TOLD)
    }

    /// The events in an area; nothing where there are none.
    pub(super) fn events_in(&self, area: &MultiPolygon) -> Vec<Part> {
        let Some(bounds) = area.bounding_rect() else {
            return Vec::new();
        };
        let mut events = self.events();
        events.retain(|event| {
            let at = Point::new(event.at.lon, event.at.lat);
            bounds.intersects(&at) && area.contains(&at)
        });
        if events.is_empty() {
            return Vec::new();
        }
        self.told(&events, &[], TOLD)
    }

    /// Counts events, and tells so many of them one by one.
    fn told(&self, events: &[&Event], filter: &[ActorId], most: usize) -> Vec<Part> {
        let mut parts = vec![Part::Happened(self.counted_events(events.len(), filter))];
        let told = events.iter().take(most);
        parts.extend(told.map(|event| Part::Event(self.event_lines(event))));
        if events.len() > most {
            let others = format!("and {} earlier ones", events.len() - most);
            parts.push(Part::Note(others));
        }
        parts
    }

    /// Tells of an event in its words, and who says so.
    pub fn event_lines(&self, event: &Event) -> Vec<Line> {
        let head = format!("{}, {}: ", event.date, event.place_name());
        let source = &self.atlas[event.source];
        let by = match &event.reported_by {
            Some(by) => format!("— {by}, in {}, line {}", source.name(), event.line),
            None => format!("— {}, line {}", source.name(), event.line),
        };
        let lines = [
            Line::new(Role::Plain, &head)
                .and(Role::Summary, &words::clean(&event.words))
                .set_in(0, 2),
            Line::new(Role::Quiet, &words::clean(&by)).set_in(2, 2),
        ];
        let statement = self.atlas.event_id(event).map(Statement::Event);
        let lines = lines.into_iter();
        lines.map(|line| Line { statement, ..line }).collect()
    }

    /// The events that are shown, as lines of a text; none where the file has none.
    pub fn event_list(&self) -> Vec<Line> {
        if self.atlas.events.is_empty() {
            return Vec::new();
        }
        let events = self.events();
        let heading = Line::new(Role::Heading, &self.counted_events(events.len(), &[]));
        let lines = events.into_iter().flat_map(|event| self.event_lines(event));
        [Line::default(), heading, Line::default()]
            .into_iter()
            .chain(lines)
            .collect()
    }
}

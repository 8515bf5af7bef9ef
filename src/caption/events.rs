//! The words for events: how many there are in which days, and what each is said to have been.

use ::geo::{BoundingRect, Contains, Intersects, MultiPolygon, Point};

use super::{Captions, Line, Part, Role, words};
use crate::atlas::Event;

/// The most events that are told one by one; the others are counted.
const TOLD: usize = 12;

impl<'a> Captions<'a> {
    /// The events that are shown at the date, newest first.
    pub fn events(&self) -> Vec<&'a Event> {
        let snapshot = self.snapshot;
        let mut events: Vec<&'a Event> = self
            .atlas
            .events_at(snapshot.date, &snapshot.switchboard)
            .collect();
        events.reverse();
        events
    }

    /// Tells in which days the events that are shown happened: `Events in the 7 days to 28 Jan 2026: 12`.
    pub fn counted_events(&self, count: usize) -> String {
        let date = self.snapshot.date;
        match self.atlas.event_days {
            1 => format!("Events on {date}: {count}"),
            days => format!("Events in the {days} days to {date}: {count}"),
        }
    }

    /// The events on the whole map; nothing where the file has none.
    pub(super) fn all_events(&self) -> Vec<Part> {
        if self.atlas.events.is_empty() {
            return Vec::new();
        }
        self.told(&self.events())
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
        self.told(&events)
    }

    fn told(&self, events: &[&Event]) -> Vec<Part> {
        let mut parts = vec![Part::Happened(self.counted_events(events.len()))];
        let told = events.iter().take(TOLD);
        parts.extend(told.map(|event| Part::Event(self.event_lines(event))));
        if events.len() > TOLD {
            let others = format!("and {} earlier ones", events.len() - TOLD);
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
        vec![
            Line::new(Role::Plain, &head)
                .and(Role::Summary, &words::clean(&event.words))
                .set_in(0, 2),
            Line::new(Role::Quiet, &words::clean(&by)).set_in(2, 2),
        ]
    }

    /// The events that are shown, as lines of a text; none where the file has none.
    pub fn event_list(&self) -> Vec<Line> {
        if self.atlas.events.is_empty() {
            return Vec::new();
        }
        let events = self.events();
        let heading = Line::new(Role::Heading, &self.counted_events(events.len()));
        let lines = events.into_iter().flat_map(|event| self.event_lines(event));
        [Line::default(), heading, Line::default()]
            .into_iter()
            .chain(lines)
            .collect()
    }
}

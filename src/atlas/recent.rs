//! The events that are shown at a date.

use super::{Atlas, Date, Event, Grade, Switchboard};

impl Atlas {
    /// The events that are shown at a date: those of the days up to it that have surely come and are not switched off,
    /// oldest first.
    pub fn events_at<'a>(
        &'a self,
        date: Date,
        switchboard: &'a Switchboard,
    ) -> impl Iterator<Item = &'a Event> {
        let age = |event: &Event| event.date.days_until(date);
        let days = i32::try_from(self.event_days).unwrap_or(i32::MAX);
        let first = self.events.partition_point(|event| age(event) >= days);
        let end = self.events.partition_point(|event| age(event) >= 0);
        let near = self.events[first..end.max(first)].iter();
        near.filter(|event| switchboard.counts_source(self, event.source, Grade::Reported))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Position, SourceId, Switch, sample};
    use proptest::prelude::*;

    fn event(date: Date) -> Event {
        Event {
            date,
            at: Position {
                lat: 35.5,
                lon: 36.5,
            },
            place: None,
            words: "A clash.".to_owned(),
            actors: Vec::new(),
            source: SourceId::at(1),
            reported_by: None,
            table: "events.csv".into(),
            line: 2,
        }
    }

    fn day() -> impl Strategy<Value = Date> {
        (1..13_i8, prop::option::of(1..29_i8))
            .prop_map(|(month, day)| Date::new(2026, Some(month), day).expect("a date"))
    }

    proptest! {
        #[test]
        fn what_is_shown_is_what_looking_at_each_finds(
            dates in prop::collection::vec(day(), 0..40), date in day(), days in 1..60_u32,
        ) {
            let mut atlas = sample::atlas();
            atlas.event_days = days;
            atlas.events = dates.into_iter().map(event).collect();
            Event::sort(&mut atlas.events);
            let everything = Switchboard::default();
            let shown: Vec<&Event> = atlas.events_at(date, &everything).collect();
            let near = |event: &&Event| {
                event.date.is_known_by(date) && event.date.days_until(date).unsigned_abs() < days
            };
            let each: Vec<&Event> = atlas.events.iter().filter(near).collect();
            prop_assert_eq!(shown, each);
            let off = Switchboard::from_iter([Switch::Source(SourceId::at(1))]);
            prop_assert_eq!(atlas.events_at(date, &off).count(), 0);
        }
    }
}

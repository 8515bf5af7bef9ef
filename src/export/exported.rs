//! A map as it is to be exported: at a date, by a lens and a filter, without what is switched off.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    atlas::{
        ActorId, Atlas, Claim, ClaimId, Date, Event, Grade, Lens, Place, RegionId, SourceId,
        Switchboard, state::Snapshot, timeline,
    },
    caption::{Captions, words},
    geo::Map,
};

/// A map as it is to be exported.
#[derive(Clone, Debug)]
pub struct Exported<'a> {
    /// The knowledge to be shown.
    pub atlas: &'a Atlas,
    /// The shapes it is shown on, at the date.
    pub map: Cow<'a, Map>,
    /// The state at the date, without what is switched off.
    pub snapshot: Snapshot,
    /// The date that was asked for; the state is at the file's own where there is none.
    pub at: Option<Date>,
    /// The lens that places are coloured by, in formats of one colour a place.
    pub lens: Lens,
    /// The actors whose places are exported, in formats of places; none means that every place is.
    pub filter: Vec<ActorId>,
    /// The state that a picture compares with: of another date, or of a former version.
    pub marked: Option<Snapshot>,
    /// Pixels to a unit of a picture, 1 to 4.
    pub scale: u8,
    /// The plot that a picture is of, where it is not of the map.
    pub plot: Option<Plot>,
    /// The doubts about the land at the dates that it was made of, so that nothing is read once more for them.
    pub noted: Noted,
}

/// The doubts about the land at some dates; see [`Captions::land_doubts`].
#[derive(Clone, Debug, Default)]
pub struct Noted(Arc<Mutex<BTreeMap<Date, Vec<String>>>>);

impl Noted {
    fn all(&self) -> MutexGuard<'_, BTreeMap<Date, Vec<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A picture of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// The shares of the area over time.
    Shares,
}

impl<'a> Exported<'a> {
    /// Takes a map at a date, or at the file's own.
    pub fn new(atlas: &'a Atlas, map: &'a Map, at: Option<Date>, without: &Switchboard) -> Self {
        let snapshot = Snapshot::with(atlas, at.unwrap_or(atlas.as_of), without);
        Self {
            at,
            ..Self::of(atlas, map, snapshot)
        }
    }

    /// Takes a map in a state.
    pub fn of(atlas: &'a Atlas, map: &'a Map, snapshot: Snapshot) -> Self {
        let map = map.of_date(snapshot.date);
        Self {
            atlas,
            at: (snapshot.date != atlas.as_of).then_some(snapshot.date),
            snapshot: snapshot.without_land(map.landless()),
            map,
            lens: Lens::default(),
            filter: Vec::new(),
            marked: None,
            scale: 1,
            plot: None,
            noted: Noted::default(),
        }
    }

    /// The places that the filter lets through, regions first.
    pub fn places(&self) -> impl Iterator<Item = Place> + Clone {
        let has = |&actor: &ActorId| self.atlas.is_among(actor, &self.filter);
        let places = self.atlas.places();
        places.filter(move |&place| {
            self.filter.is_empty() || self.snapshot.actors(place).iter().any(has)
        })
    }

    /// Tells what the filter leaves: `Only what has to do with Israel: 3 of 27 regions, 1 of 7 sites`.
    pub fn filtered(&self) -> Option<String> {
        let atlas = self.atlas;
        let names = self.filter.iter().map(|&id| atlas[id].name.as_str());
        let regions = self.places().filter(|it| matches!(it, Place::Region(_)));
        let (regions, all) = (regions.count(), self.places().count());
        let of =
            |shown: usize, whole: usize, what| format!("{shown} of {}", words::count(whole, what));
        (!self.filter.is_empty()).then(|| {
            format!(
                "Only what has to do with {}: {}, {}",
                words::either(names),
                of(regions, atlas.regions.len(), "region"),
                of(all - regions, atlas.sites.len(), "site")
            )
        })
    }

    /// The events that have come by the date and are not switched off, oldest first.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        let (atlas, snapshot) = (self.atlas, &self.snapshot);
        let known = atlas.events.iter();
        let known = known.filter(|event| event.date.is_known_by(snapshot.date));
        let switchboard = &snapshot.switchboard;
        known.filter(|event| switchboard.counts_source(atlas, event.source, Grade::Reported))
    }

    /// The events of the days up to the date in which one of the actors filtered by took part, newest first.
    pub fn recent_events(&self) -> Vec<&Event> {
        self.captions().events_of(&self.filter)
    }

    /// The words beside the picture.
    pub fn captions(&self) -> Captions<'_> {
        Captions {
            atlas: self.atlas,
            map: &self.map,
            snapshot: &self.snapshot,
        }
    }

    /// The same map as it is at another date, with the same left out, and without claims that are over or still to come.
    pub fn at_date(&self, date: Date) -> Exported<'_> {
        let snapshot = Snapshot::with(self.atlas, date, &self.snapshot.switchboard);
        let then = Exported {
            lens: self.lens,
            filter: self.filter.clone(),
            scale: self.scale,
            ..Exported::of(self.atlas, &self.map, snapshot)
        };
        let doubts = then.captions().land_doubts();
        self.noted.all().insert(date, doubts);
        then
    }

    /// Tells what must be known of the land at the date, and at each of the others that a format of all dates shows.
    pub fn land_doubts(&self, all_dates: bool) -> Vec<String> {
        if !all_dates || self.map.starts().is_empty() {
            return self.captions().land_doubts();
        }
        let at = |date| {
            let noted = self.noted.all().get(&date).cloned();
            noted.unwrap_or_else(|| self.at_date(date).captions().land_doubts())
        };
        self.stops().into_iter().flat_map(at).collect()
    }

    /// The dates at which something is said that is exported, and that of the state, in order.
    pub fn stops(&self) -> Vec<Date> {
        let mut stops = timeline::stops(self.atlas, self.map.starts());
        stops.retain(|stop| self.at.is_none_or(|at| stop.is_known_by(at)));
        if let Err(place) = stops.binary_search(&self.snapshot.date) {
            stops.insert(place, self.snapshot.date);
        }
        stops
    }

    /// The area of a region in square kilometres, to a tenth: its line bears no more.
    pub fn area_km2(&self, region: RegionId) -> f64 {
        tenths(self.map.area_km2(region))
    }

    /// The ids of what is switched off.
    pub fn without(&self) -> impl Iterator<Item = &str> {
        let off = self.snapshot.switchboard.off();
        off.map(|switch| self.atlas.switch_id(switch))
    }

    /// The publishers, or where there are none the names, of the sources that what is shown rests on: each once, in the
    /// order of the file.
    pub fn deciding_sources(&self) -> Vec<&'a str> {
        let atlas = self.atlas;
        let mut sources: Vec<SourceId> = atlas
            .places()
            .flat_map(|place| self.snapshot.weighed(place))
            .filter(|item| item.verdict.decides())
            .filter_map(|item| atlas[item.claim].source)
            .chain(self.recent_events().into_iter().map(|event| event.source))
            .collect();
        sources.sort_unstable();
        let name = |id: &SourceId| {
            let source = &atlas[*id];
            source.publisher.as_deref().unwrap_or(source.name())
        };
        let mut seen = BTreeSet::new();
        let names = sources.iter().map(name);
        names.filter(|&name| seen.insert(name)).collect()
    }

    /// The claims that are switched on and, where a date was asked for, from no later.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, &'a Claim)> {
        let claims = self.atlas.claim_ids().zip(&self.atlas.claims);
        claims.filter(|(_, claim)| {
            let is_known = |date| self.atlas.dated(claim).is_known_by(date);
            self.snapshot.switchboard.counts(self.atlas, claim) && self.at.is_none_or(is_known)
        })
    }
}

/// An area to a tenth of a square kilometre.
pub(super) fn tenths(km2: f64) -> f64 {
    (km2 * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;
    use crate::{
        caption::sample::Sample,
        export::{Exporter, Shares},
        geo::{Areas, Periods},
    };

    /// The same areas in two periods, which counts how often they are made.
    #[derive(Debug)]
    struct Counted {
        starts: [Date; 1],
        areas: Areas,
        made: AtomicUsize,
    }

    impl Periods for Counted {
        fn starts(&self) -> &[Date] {
            &self.starts
        }

        fn areas(&self, _period: usize) -> Areas {
            self.made.fetch_add(1, Ordering::Relaxed);
            self.areas.clone()
        }
    }

    #[test]
    fn what_is_exported_of_all_dates_is_not_read_again_for_its_doubts() {
        let Sample {
            atlas,
            map,
            snapshot,
        } = Sample::new();
        let periods = Arc::new(Counted {
            starts: [Date::new(2021, None, None).expect("a date")],
            areas: Areas {
                shapes: map.areas.clone(),
                unread: Vec::new(),
            },
            made: AtomicUsize::new(0),
        });
        let map = map.changing(Arc::clone(&periods) as Arc<dyn Periods>, 1, Vec::new());
        let exported = Exported::of(&atlas, &map, snapshot);
        Shares.export(&exported).expect("a table");
        let made = periods.made.load(Ordering::Relaxed);
        assert!(made > 0);
        exported.land_doubts(true);
        assert_eq!(periods.made.load(Ordering::Relaxed), made);
    }
}

//! Areas that change from date to date, and the maps that they give.

use std::{borrow::Cow, fmt, sync::Arc};

use ::geo::MultiPolygon;

use super::{Coverage, Entangled, Map};
use crate::atlas::{Date, RegionId, state::SetAside};

/// The areas of regions in each of several periods, made when they are asked for.
pub trait Periods: fmt::Debug + Send + Sync {
    /// Returns the dates from which the periods hold, in order, without the first of them.
    fn starts(&self) -> &[Date];

    /// Makes the areas in one period, counted from 0.
    fn areas(&self, period: usize) -> Areas;
}

/// The areas of regions in one period.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    /// By region; empty where a region has none then.
    pub shapes: Vec<MultiPolygon>,
    /// The reasons why areas could not be read.
    pub unread: Vec<Unread>,
}

/// The reason why an area is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The regions that lack it, at least one.
    pub regions: Vec<RegionId>,
    /// A sentence without its full stop.
    pub why: String,
}

/// The period that a date falls in, counted from 0.
pub fn period_at(starts: &[Date], date: Date) -> usize {
    starts.partition_point(|start| start.is_known_by(date))
}

impl Map {
    /// The same map with areas that change; its own are those of a period.
    #[must_use]
    pub fn changing(self, periods: Arc<dyn Periods>, period: usize, unread: Vec<Unread>) -> Self {
        Self {
            periods: Some(periods),
            period,
            unread,
            ..self
        }
    }

    /// The map as it is at a date, or `None` where this is it.
    pub fn at(&self, date: Date) -> Option<Self> {
        let period = self.period_at(date);
        let periods = self.periods.as_ref().filter(|_| period != self.period)?;
        Some(self.of_period(periods, period))
    }

    /// The map as it is at a date, this or another.
    pub fn of_date(&self, date: Date) -> Cow<'_, Self> {
        self.at(date).map_or(Cow::Borrowed(self), Cow::Owned)
    }

    /// The one of the periods that its areas are of, counted from 0; always 0 where areas don't change.
    pub const fn period(&self) -> usize {
        self.period
    }

    /// The regions that have no land in its period, each with the reason: none is drawn, or it can't be read.
    pub fn landless(&self) -> impl Iterator<Item = (RegionId, SetAside)> + '_ {
        let areas = self.areas.iter().enumerate();
        let landless = areas.filter(|(_, area)| area.0.is_empty());
        landless.map(|(n, _)| {
            let region = RegionId::at(n);
            let mut unread = self.unread.iter().flat_map(|unread| &unread.regions);
            let why = if unread.any(|it| *it == region) {
                SetAside::Unread
            } else {
                SetAside::NoLand
            };
            (region, why)
        })
    }

    /// The areas of regions at a date, as they are drawn.
    pub fn areas_at(&self, date: Date) -> Cow<'_, [MultiPolygon]> {
        let period = self.period_at(date);
        match self.periods.as_ref().filter(|_| period != self.period) {
            Some(periods) => Cow::Owned(periods.areas(period).shapes),
            None => Cow::Borrowed(&self.areas),
        }
    }

    /// The period that a date falls in.
    pub fn period_at(&self, date: Date) -> usize {
        period_at(self.starts(), date)
    }

    /// The dates from which areas are others than before.
    pub fn starts(&self) -> &[Date] {
        self.periods
            .as_ref()
            .map_or(&[], |periods| periods.starts())
    }

    /// The map in each of its periods, in order, each with the date it starts at but the first.
    pub fn each_period(&self) -> impl Iterator<Item = (Option<Date>, Cow<'_, Self>)> {
        let starts = self.starts().iter().copied().map(Some);
        let dates = std::iter::once(None).chain(starts).enumerate();
        dates.map(|(period, start)| {
            let periods = self.periods.as_ref().filter(|_| period != self.period);
            let map = periods.map(|periods| self.of_period(periods, period));
            (start, map.map_or(Cow::Borrowed(self), Cow::Owned))
        })
    }

    fn of_period(&self, periods: &Arc<dyn Periods>, period: usize) -> Self {
        let Areas { shapes, mut unread } = periods.areas(period);
        let coverage = Coverage::new(&shapes, &self.base, |_| false, |_, _| false);
        let coverage = coverage.unwrap_or_else(|Entangled(region)| {
            let why = "regions overlap in too many ways for their shares to be told".to_owned();
            let regions = vec![region];
            unread.push(Unread { regions, why });
            Coverage::none(shapes.len())
        });
        self.with(shapes, coverage)
            .changing(Arc::clone(periods), period, unread)
    }
}

//! Areas that change from date to date: as the region file lists them, or as the files of layers draw them.

use std::{collections::HashMap, sync::Arc};

use ::geo::MultiPolygon;

use super::{
    folder::Folder,
    layers::{Day, Layers},
};
use crate::{
    atlas::{Date, RegionId},
    geo::{Areas, Periods, Unread, formats::Feature, polygons},
};

/// The area of a region, at whatever date.
#[derive(Clone, Debug)]
pub(super) enum RegionArea {
    /// The same at every date.
    Fixed(MultiPolygon),
    /// Each from a date on, in order; none before the first.
    From(Vec<(Date, MultiPolygon)>),
    /// As layers draw it: the features whose holder is one of the values.
    Layered { layers: usize, values: Vec<String> },
}

/// The areas of all regions of a file.
#[derive(Clone, Debug)]
pub(super) struct DatedAreas {
    starts: Vec<Date>,
    regions: Vec<RegionArea>,
    layers: Arc<[Layers]>,
    folder: Folder,
}

/// The features of the layers that hold in a period, each list with the name of its file.
type Drawn<'a> = HashMap<usize, (&'a Day, Result<Vec<Feature>, String>)>;

impl DatedAreas {
    pub fn new(regions: Vec<RegionArea>, layers: Vec<Layers>, folder: &Folder) -> Self {
        let listed = regions.iter().flat_map(|area| match area {
            RegionArea::From(dated) => dated.as_slice(),
            _ => &[],
        });
        let days = layers.iter().flat_map(|layers| &layers.days);
        let mut starts: Vec<Date> = listed
            .map(|(date, _)| *date)
            .chain(days.map(|day| day.date))
            .collect();
        starts.sort_by_key(|date| (date.last_day(), date.first_day()));
        starts.dedup_by_key(|date| date.last_day());
        Self {
            starts,
            regions,
            layers: layers.into(),
            folder: folder.clone(),
        }
    }

    /// The regions that layers draw.
    fn regions_of(&self, nth: usize) -> Vec<RegionId> {
        let drawn = |area: &RegionArea| matches!(area, RegionArea::Layered { layers, .. } if *layers == nth);
        let regions = self.regions.iter().enumerate();
        let drawn = regions.filter(|(_, area)| drawn(area));
        drawn.map(|(n, _)| RegionId::at(n)).collect()
    }

    /// The layers that hold at a date, read.
    fn drawn(&self, date: Option<Date>) -> Drawn<'_> {
        let newest = |layers: &Layers| layers.day_at(date?);
        let layers = self.layers.iter().enumerate();
        let days = layers.filter_map(|(n, layers)| Some((n, layers, newest(layers)?)));
        days.map(|(n, layers, day)| (n, (&layers.days[day], layers.features(day, &self.folder))))
            .collect()
    }

    fn shape(
        &self,
        area: &RegionArea,
        date: Option<Date>,
        drawn: &Drawn,
    ) -> Result<MultiPolygon, String> {
        match area {
            RegionArea::Fixed(shape) => Ok(shape.clone()),
            RegionArea::From(dated) => {
                let known = |(from, _): &(Date, _)| date.is_some_and(|date| from.is_known_by(date));
                let count = dated.partition_point(known);
                let last = count.checked_sub(1).map(|last| dated[last].1.clone());
                Ok(last.unwrap_or_else(|| MultiPolygon(Vec::new())))
            }
            RegionArea::Layered { layers, values } => match drawn.get(layers) {
                Some((day, Ok(features))) => {
                    let layers = &self.layers[*layers];
                    let theirs = |it: &&Feature| layers.is_of(it, values);
                    let theirs: Vec<Feature> = features.iter().filter(theirs).cloned().collect();
                    if theirs.is_empty() {
                        return Ok(MultiPolygon(Vec::new()));
                    }
                    polygons::area(&theirs).map_err(|why| format!("{}: {why}", day.file))
                }
                _ => Ok(MultiPolygon(Vec::new())),
            },
        }
    }
}

impl Periods for DatedAreas {
    fn starts(&self) -> &[Date] {
        &self.starts
    }

    fn areas(&self, period: usize) -> Areas {
        let date = period
            .checked_sub(1)
            .and_then(|n| self.starts.get(n))
            .copied();
        let drawn = self.drawn(date);
        let mut unread: Vec<Unread> = Vec::new();
        for (n, (day, read)) in &drawn {
            let why = match read {
                Ok(features) => self.layers[*n].unknown(day, features),
                Err(why) => Some(why.clone()),
            };
            let regions = self.regions_of(*n);
            let why = why.filter(|_| !regions.is_empty());
            unread.extend(why.map(|why| Unread { regions, why }));
        }
        let mut shapes = Vec::new();
        for (n, area) in self.regions.iter().enumerate() {
            shapes.push(self.shape(area, date, &drawn).unwrap_or_else(|why| {
                let regions = vec![RegionId::at(n)];
                unread.push(Unread { regions, why });
                MultiPolygon(Vec::new())
            }));
        }
        unread.sort_by(|one, other| one.regions.cmp(&other.regions));
        Areas { shapes, unread }
    }
}

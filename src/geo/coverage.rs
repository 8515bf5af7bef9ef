//! The land of the country that is in some region, cut up where regions overlap, so that shares are plain sums.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use ::geo::{BoundingRect, Coord, CoordsIter, Intersects, MultiPolygon, Rect};

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::{Basemap, algebra, edges::TooIntricate};
use crate::{
    atlas::RegionId,
    limits::{OVERLAPS, POINTS_COMPARED},
};

/// Land of the country that lies in the same regions throughout.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Piece {
    /// Square kilometres.
    pub km2: f64,
    /// In the order of the file, at least one.
    pub regions: Vec<RegionId>,
}

/// Every piece of land in some region, once.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Coverage {
    /// One for each set of regions that have some land to themselves.
    pub pieces: Vec<Piece>,
    /// The area of each region that lies in the country, in square kilometres.
    pub inside_km2: Vec<f64>,
}

/// Regions that overlap in too many ways to be told apart, found at this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entangled(pub RegionId);

/// Up to this, what two areas share is the rounding of their borders, in square kilometres.
pub const SLIVER_KM2: f64 = 1.0;

impl Coverage {
    /// Sums the land that two regions share where it is more than a sliver, in km², the later region first.
    pub fn shared_km2(&self) -> BTreeMap<[RegionId; 2], f64> {
        let mut shared = BTreeMap::new();
        for piece in &self.pieces {
            for (n, second) in piece.regions.iter().enumerate() {
                for first in &piece.regions[..n] {
                    *shared.entry([*second, *first]).or_insert(0.0) += piece.km2;
                }
            }
        }
        shared.retain(|_, km2| *km2 > SLIVER_KM2);
        shared
    }

    /// No land in any of so many regions.
    pub fn none(regions: usize) -> Self {
        Self {
            pieces: Vec::new(),
            inside_km2: vec![0.0; regions],
        }
    }

    /// Cuts up the areas, which are by region. What is known beforehand saves comparing shapes: which regions lie in
    /// the country, and which pairs, the earlier first, share no land.
    pub fn new(
        areas: &[MultiPolygon],
        base: &Basemap,
        is_inside: impl Fn(RegionId) -> bool,
        are_apart: impl Fn(RegionId, RegionId) -> bool,
    ) -> Result<Self, Entangled> {
        let mut cutting = Cutting::default();
        for (n, area) in areas.iter().enumerate() {
            let region = RegionId::at(n);
            let land = if is_inside(region) {
                Cow::Borrowed(area)
            } else {
                Cow::Owned(
                    base.inside(area)
                        .map_err(|TooIntricate| Entangled(region))?,
                )
            };
            let cut = cutting.add(region, land, &are_apart);
            cut.map_err(|TooIntricate| Entangled(region))?;
        }
        let pieces: Vec<Piece> = cutting.cuts.into_iter().map(Piece::from).collect();
        let mut inside_km2 = vec![0.0; areas.len()];
        for piece in &pieces {
            for region in &piece.regions {
                inside_km2[region.index()] += piece.km2;
            }
        }
        Ok(Self { pieces, inside_km2 })
    }
}

/// A piece while it may still be cut.
struct Cut<'a> {
    land: Cow<'a, MultiPolygon>,
    bounds: Rect,
    regions: Vec<RegionId>,
}

impl<'a> Cut<'a> {
    /// `None` where there is no land.
    fn new(land: Cow<'a, MultiPolygon>, regions: Vec<RegionId>) -> Option<Self> {
        Some(Self {
            bounds: land.bounding_rect()?,
            land,
            regions,
        })
    }
}

impl From<Cut<'_>> for Piece {
    fn from(cut: Cut<'_>) -> Self {
        Self {
            km2: algebra::area_km2(&cut.land),
            regions: cut.regions,
        }
    }
}

#[derive(Default)]
struct Cutting<'a> {
    cuts: Vec<Cut<'a>>,
    /// The place of each cut when it was made: cuts only shrink.
    places: RTree<GeomWithData<Rectangle<Coord>, usize>>,
    work: Work,
}

impl<'a> Cutting<'a> {
    fn add(
        &mut self,
        region: RegionId,
        land: Cow<'a, MultiPolygon>,
        are_apart: &impl Fn(RegionId, RegionId) -> bool,
    ) -> Result<(), TooIntricate> {
        let Some(mut rest) = Cut::new(land, vec![region]) else {
            return Ok(());
        };
        for n in self.near(&rest) {
            let cut = &mut self.cuts[n];
            if !cut.bounds.intersects(&rest.bounds)
                || cut.regions.iter().any(|&other| are_apart(other, region))
            {
                continue;
            }
            self.work.compare(cut, &rest)?;
            let common = algebra::intersection([&*cut.land], [&*rest.land])?;
            if common.0.is_empty() {
                continue;
            }
            self.work.overlap(cut)?;
            let remains = algebra::difference([&*rest.land], [&*cut.land])?;
            let left = algebra::difference([&*cut.land], [&*rest.land])?;
            let mut regions = cut.regions.clone();
            regions.push(region);
            if let Some(left) = Cut::new(Cow::Owned(left), cut.regions.clone()) {
                *cut = left;
                if let Some(common) = Cut::new(Cow::Owned(common), regions) {
                    self.push(common);
                }
            } else {
                cut.regions = regions;
            }
            match Cut::new(Cow::Owned(remains), rest.regions) {
                Some(remains) => rest = remains,
                None => return Ok(()),
            }
        }
        self.push(rest);
        Ok(())
    }

    /// The cuts that may share land with another, in the order in which they were made.
    fn near(&self, cut: &Cut) -> Vec<usize> {
        let near = self
            .places
            .locate_in_envelope_intersecting(&envelope(cut.bounds));
        let mut near: Vec<usize> = near.map(|place| place.data).collect();
        near.sort_unstable();
        near
    }

    fn push(&mut self, cut: Cut<'a>) {
        let place = Rectangle::from_aabb(envelope(cut.bounds));
        self.places
            .insert(GeomWithData::new(place, self.cuts.len()));
        self.cuts.push(cut);
    }
}

fn envelope(bounds: Rect) -> AABB<Coord> {
    AABB::from_corners(bounds.min(), bounds.max())
}

/// The amount of cutting done so far: a hostile file has no end of overlaps.
#[derive(Default)]
struct Work {
    points: usize,
    overlaps: usize,
}

impl Work {
    /// Counts the points of two pieces, once for each region they stand for.
    fn compare(&mut self, cut: &Cut, other: &Cut) -> Result<(), TooIntricate> {
        let points = cut.land.coords_count() + other.land.coords_count();
        self.points += points * cut.regions.len();
        (self.points <= POINTS_COMPARED)
            .then_some(())
            .ok_or(TooIntricate)
    }

    /// Counts the pairs of regions that share a piece.
    fn overlap(&mut self, cut: &Cut) -> Result<(), TooIntricate> {
        self.overlaps += cut.regions.len();
        (self.overlaps <= OVERLAPS)
            .then_some(())
            .ok_or(TooIntricate)
    }
}

//! The looks of every place in a view, found once for all that draws them.

use std::ops::Index;

use super::{View, fill::Appearance};
use crate::atlas::Place;

/// The appearance of each place, whatever is selected.
#[derive(Clone, Debug)]
pub struct Looks {
    regions: Vec<Appearance>,
    sites: Vec<Appearance>,
}

impl Looks {
    pub fn of(view: &View) -> Self {
        let regions = view.atlas.region_ids().map(Place::Region);
        let sites = view.atlas.site_ids().map(Place::Site);
        Self {
            regions: regions.map(|place| Appearance::of(view, place)).collect(),
            sites: sites.map(|place| Appearance::of(view, place)).collect(),
        }
    }

    /// Those of regions, by their ids.
    pub fn regions(&self) -> &[Appearance] {
        &self.regions
    }

    /// Those of sites, by their ids.
    pub fn sites(&self) -> &[Appearance] {
        &self.sites
    }
}

impl Index<Place> for Looks {
    type Output = Appearance;

    fn index(&self, place: Place) -> &Appearance {
        match place {
            Place::Region(id) => &self.regions[id.index()],
            Place::Site(id) => &self.sites[id.index()],
        }
    }
}

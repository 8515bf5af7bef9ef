//! The emphasis of every place in a view.

use std::collections::HashSet;

use super::{Emphasis, Fill, View, fill::Appearance, looks::Looks};
use crate::atlas::{Place, RegionId, SiteId};

/// The emphasis of each region and site, by their ids.
#[derive(Clone, Debug)]
pub struct Emphases {
    regions: Vec<Emphasis>,
    sites: Vec<Emphasis>,
}

impl Emphases {
    pub fn of(view: &View, looks: &Looks) -> Self {
        let highlighted: Option<HashSet<Place>> = view
            .highlighted
            .as_ref()
            .map(|places| places.iter().copied().collect());
        let is_compared = view.compared().is_some();
        let of = |place: Place, look: &Appearance| {
            let is_asked_for = highlighted
                .as_ref()
                .is_none_or(|those| those.contains(&place));
            if view.selected == Some(place) {
                Emphasis::Selected
            } else if is_asked_for && (look.changed || !is_compared) {
                Emphasis::Plain
            } else {
                Emphasis::Dimmed
            }
        };
        let regions = looks.regions().iter().enumerate();
        let sites = looks.sites().iter().enumerate();
        Self {
            regions: regions
                .map(|(n, look)| of(Place::Region(RegionId::at(n)), look))
                .collect(),
            sites: sites
                .map(|(n, look)| of(Place::Site(SiteId::at(n)), look))
                .collect(),
        }
    }

    pub fn place(&self, place: Place) -> Emphasis {
        match place {
            Place::Region(id) => self.regions[id.index()],
            Place::Site(id) => self.sites[id.index()],
        }
    }

    /// The fill of each region.
    pub fn fills(&self, looks: &Looks) -> Vec<Fill> {
        let regions = looks.regions().iter().zip(&self.regions);
        let fill = |(look, emphasis): (&Appearance, &Emphasis)| Fill {
            pattern: look.pattern.clone(),
            emphasis: *emphasis,
            letters: look.letters.clone(),
        };
        regions.map(fill).collect()
    }
}

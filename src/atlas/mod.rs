//! The things known, by whom, and the rule from claims to a state at a date.
//!
//! An [`Atlas`] is consistent by construction: every id in it resolves, and nothing in it is ever changed. What it shows
//! at a date is derived by [`state`].

pub mod bidi;
mod brief;
pub mod change;
mod contents;
pub mod date;
mod dated;
pub mod differ;
mod event;
pub mod evidence;
mod follow;
mod grading;
mod group;
mod hue;
mod index;
mod layer;
pub mod lens;
pub mod misleading;
mod model;
mod month;
mod passages;
pub mod quote;
mod recent;
pub mod rule;
mod said;
#[cfg(test)]
pub(crate) mod sample;
pub mod says;
pub mod sentence;
mod standing;
pub mod state;
mod statement;
mod switchboard;
pub mod timeline;
mod told;
pub mod verdict;
pub mod wording;

pub use contents::{Atlas, Contents, Inconsistent};
pub use date::Date;
pub use dated::Dated;
pub use event::{EVENT_DAYS, Event};
pub use evidence::Evidence;
pub use grading::{Credibility, Reliability};
pub use hue::{Hue, NoHue};
pub use layer::layer_words;
pub use lens::Lens;
pub use model::{
    Accuracy, Actor, ActorId, Claim, ClaimId, Grade, Place, Position, Question, QuestionId,
    Quotation, Region, RegionId, Site, SiteId, SiteKind, Source, SourceId, Subject,
};
pub use month::{MONTHS, month};
pub use passages::Stop;
pub use says::Says;
pub use standing::Standing;
pub use statement::{EventId, Statement};
pub use switchboard::{Switch, Switchboard};

impl Atlas {
    /// Every place, regions first, in the order of the file.
    pub fn places(&self) -> impl Iterator<Item = Place> + Clone + use<> {
        let regions = self.region_ids().map(Place::Region);
        regions.chain(self.site_ids().map(Place::Site))
    }

    /// The name that a place is shown by.
    pub fn name(&self, place: Place) -> &str {
        match place {
            Place::Region(id) => &self[id].name,
            Place::Site(id) => &self[id].name,
        }
    }

    /// Other names and spellings of a place.
    pub fn also(&self, place: Place) -> &[String] {
        match place {
            Place::Region(id) => &self[id].also,
            Place::Site(id) => &self[id].also,
        }
    }

    /// The place with that id in the region file.
    pub fn place(&self, id: &str) -> Option<Place> {
        self.places().find(|&place| self.id(place) == id)
    }

    /// The regions that are seen of those on a piece of land: a unit that claims name lies under the others, also where
    /// these are silent.
    pub fn on_top(&self, regions: &[RegionId]) -> Vec<RegionId> {
        let is_unit = |id: &RegionId| self[*id].is_unit;
        if regions.iter().all(is_unit) {
            return regions.to_vec();
        }
        let declared = regions.iter().copied();
        declared.filter(|id| !is_unit(id)).collect()
    }

    /// The word that the region file calls a place by.
    pub fn id(&self, place: Place) -> &str {
        match place {
            Place::Region(id) => &self[id].id,
            Place::Site(id) => &self[id].id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_their_ids_and_have_their_names() {
        let mut atlas = sample::atlas();
        atlas.regions[0].also = vec!["North-west".to_owned()];
        let ids: Vec<&str> = atlas.places().map(|place| atlas.id(place)).collect();
        assert_eq!(ids, ["nw", "ne", "sw", "se", "port", "airport"]);
        for place in atlas.places() {
            assert_eq!(atlas.place(atlas.id(place)), Some(place));
        }
        assert_eq!(atlas.place("Northwest"), None);
        assert_eq!(atlas.name(sample::NORTHWEST), "Northwest");
        assert_eq!(atlas.name(sample::PORT), "Red port");
        assert_eq!(atlas.also(sample::NORTHWEST), ["North-west"]);
        assert_eq!(atlas.also(sample::PORT), ["ميناء"]);
        assert!(atlas.also(sample::NORTHEAST).is_empty());
    }
}

//! The part of a scene that stays as it is whatever is selected, pointed out or highlighted.

use std::sync::Arc;

use super::{Fill, Label, View, arrangement::arranged, ground::Ground, looks::Looks, moved::Moved};
use crate::atlas::RegionId;

/// The ground, with land that has moved between the dates that are compared; the looks of places; their names.
#[derive(Clone, Debug)]
pub struct StaticLayer {
    pub ground: Arc<Ground>,
    pub looks: Looks,
    /// The fill of each piece of moved land.
    pub moved_fills: Vec<Fill>,
    /// The region that each piece of moved land lies in, if any.
    pub moved: Vec<Option<RegionId>>,
    pub labels: Vec<Label>,
}

impl StaticLayer {
    /// On a ground that was made for the same viewport and resolution.
    pub fn new(ground: Arc<Ground>, view: &View) -> Self {
        let looks = Looks::of(view);
        let (ground, moved_fills, moved) = match Moved::of(view, &ground) {
            Some(moved) => (Arc::new(moved.ground), moved.fills, moved.regions),
            None => (ground, Vec::new(), Vec::new()),
        };
        let labels = arranged(view, &ground.depths, &looks);
        Self {
            ground,
            looks,
            moved_fills,
            moved,
            labels,
        }
    }
}

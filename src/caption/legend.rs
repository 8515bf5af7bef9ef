//! How much of the country each actor is said to hold.

use crate::atlas::{
    ActorId, RegionId,
    state::{Control, RegionState, SiteState},
};

use super::{Captions, words};

/// Shares of the country's area, which add up to all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// Every actor that some state names, in the order of the file.
    pub shares: Vec<Share>,
    /// Fought over: it counts for nobody.
    pub contested: f64,
    /// Sources differ: it counts for nobody.
    pub disputed: f64,
    /// What no source speaks of.
    pub silent: f64,
}

/// What one actor is said to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub actor: ActorId,
    /// Of the country's area, held as a whole.
    pub whole: f64,
    /// Of the country's area, regions that it holds some unnamed parts of.
    pub parts: f64,
    /// Sites whose state names it.
    pub sites: usize,
}

impl Share {
    /// `28%`, `parts of 4%`, or how many sites, for who holds no area.
    pub fn words(&self) -> String {
        let parts = || format!("parts of {}", words::percent(self.parts));
        match (self.whole > 0.0, self.parts > 0.0) {
            (true, true) => format!("{} and {}", words::percent(self.whole), parts()),
            (true, false) => words::percent(self.whole),
            (false, true) => parts(),
            (false, false) if self.sites > 0 => words::count(self.sites, "site"),
            (false, false) => "0%".to_owned(),
        }
    }
}

impl Captions<'_> {
    /// The shares at the date.
    pub fn legend(&self) -> Legend {
        let states = self.snapshot.regions.iter().enumerate();
        let regions: Vec<_> = states
            .map(|(n, state)| (self.share(RegionId(n)), state))
            .collect();
        let shares = self
            .atlas
            .actor_ids()
            .filter_map(|actor| share(actor, &regions, &self.snapshot.sites));
        let sum = |wanted: fn(&Control) -> bool| -> f64 {
            regions
                .iter()
                .filter(|(_, state)| wanted(&state.control))
                .map(|(share, _)| share)
                .sum()
        };
        let said = sum(|control| !matches!(control, Control::Silent));
        Legend {
            shares: shares.collect(),
            contested: sum(|control| matches!(control, Control::Contested(_))),
            disputed: sum(|control| matches!(control, Control::Disputed(_))),
            silent: (1.0 - said).clamp(0.0, 1.0),
        }
    }

    /// A region's share of the country's area.
    pub(super) fn share(&self, region: RegionId) -> f64 {
        if self.map.total_km2 > 0.0 {
            self.map.areas_km2[region.0] / self.map.total_km2
        } else {
            0.0
        }
    }
}

fn share(actor: ActorId, regions: &[(f64, &RegionState)], sites: &[SiteState]) -> Option<Share> {
    let sum = |wanted: &dyn Fn(&Control) -> bool| -> f64 {
        regions
            .iter()
            .filter(|(_, state)| wanted(&state.control))
            .map(|(share, _)| share)
            .sum()
    };
    let share = Share {
        actor,
        whole: sum(&|control| *control == Control::Held(actor)),
        parts: sum(
            &|control| matches!(control, Control::InParts(actors) if actors.contains(&actor)),
        ),
        sites: sites
            .iter()
            .filter(|site| site.status.actors().contains(&actor))
            .count(),
    };
    let named = share.sites > 0
        || regions
            .iter()
            .any(|(_, state)| state.control.actors().contains(&actor));
    named.then_some(share)
}

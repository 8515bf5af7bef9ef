//! The grades, origins and sources that are switched off, in words.

use crate::atlas::{Switch, Switchboard};

use super::{Captions, words};

impl Captions<'_> {
    /// Tells what is switched off, and that the map shows what is left; `None` where nothing is.
    pub fn switched_off(&self) -> Option<String> {
        let off = self.snapshot.switchboard.off();
        let names: Vec<&str> = off.map(|switch| self.atlas.switch_name(switch)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "without {}: the map shows what is left",
                words::list(names.iter().copied())
            )
        })
    }

    /// Tells how many claims a switch takes away: `4 claims`.
    pub fn switched(&self, switch: &Switch) -> String {
        let alone: Switchboard = std::iter::once(switch.clone()).collect();
        let gone = self
            .atlas
            .claims
            .iter()
            .filter(|claim| !alone.counts(self.atlas, claim));
        words::count(gone.count(), "claim")
    }
}

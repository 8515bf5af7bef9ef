//! The holder of a place in few words: for a label on the map, or a cell of a table.

use super::{
    ActorId, Atlas, Place, Says,
    state::{Control, RegionState, SiteState, Snapshot},
};

/// Returns the words for a place that nobody is said to have: that nothing is said, that what is said is not found in
/// its source, or that it is switched off.
const fn silence(unproved: bool, switched_off: bool) -> &'static str {
    match (unproved, switched_off) {
        (true, _) => "not found",
        (_, true) => "switched off",
        _ => "silent",
    }
}

impl Atlas {
    /// Names who is said to have a place, short enough to stand on the map.
    pub fn brief(&self, snapshot: &Snapshot, place: Place) -> String {
        match place {
            Place::Region(id) => self.brief_region(&snapshot[id]),
            Place::Site(id) => self.brief_site(&snapshot[id]),
        }
    }

    fn brief_region(&self, state: &RegionState) -> String {
        let names = |actors: &[ActorId], between: &str| {
            let names: Vec<&str> = actors.iter().map(|&id| self[id].short.as_str()).collect();
            names.join(between)
        };
        match &state.control {
            Control::Silent => silence(state.basis.unproved, state.basis.switched_off).to_owned(),
            Control::Held(actor) => self.brief_said(Says::Holds, *actor),
            Control::Occupied(actor) => self.brief_said(Says::Occupies, *actor),
            Control::InParts(actors) => format!("{}, in parts", names(actors, " and ")),
            Control::Contested(actors) => format!("{}, contested", names(actors, " and ")),
            Control::Disputed(actors) => format!("{}?", names(actors, " or ")),
        }
    }

    fn brief_site(&self, state: &SiteState) -> String {
        let status = &state.status;
        if status.is_silent() {
            return silence(state.basis.unproved, state.basis.switched_off).to_owned();
        }
        let all = |said: &[(Says, ActorId)], between: &str| {
            let said: Vec<String> = said
                .iter()
                .map(|&(says, actor)| self.brief_said(says, actor))
                .collect();
            said.join(between)
        };
        let disputed = (!status.disputed.is_empty()).then(|| all(&status.disputed, " or ") + "?");
        let agreed = (!status.agreed.is_empty()).then(|| all(&status.agreed, "; "));
        let both: Vec<String> = agreed.into_iter().chain(disputed).collect();
        both.join("; ")
    }

    fn brief_said(&self, says: Says, actor: ActorId) -> String {
        says.rule().brief.replace("{}", &self[actor].short)
    }
}

//! The holder of a place in few words: for a label on the map, or a cell of a table.

use super::{
    ActorId, Atlas, Place, Says,
    state::{Basis, Control, RegionState, SetAside, SiteState, Snapshot},
};

/// Returns the words for a place that nobody is said to have: that there is no land of it, that nothing is said, that
/// what is said is not found in its source, or that it is switched off.
const fn silence(basis: &Basis) -> &'static str {
    match basis.set_aside {
        Some(SetAside::NoLand) => "none drawn",
        Some(SetAside::Unread) => "not known",
        Some(SetAside::NotFound) => "not found",
        Some(SetAside::SwitchedOff) => "switched off",
        Some(SetAside::Draft) => "in draft",
        None => "silent",
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
            Control::Silent => silence(&state.basis).to_owned(),
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
            return silence(&state.basis).to_owned();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        Claim, Grade,
        sample::{self, AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST},
    };

    fn brief(atlas: &Atlas, place: Place, date: &str, without: &[&str]) -> String {
        let off = without.iter().filter_map(|id| atlas.switch(id)).collect();
        let snapshot = Snapshot::with(atlas, date.parse().expect("a date"), &off);
        atlas.brief(&snapshot, place)
    }

    #[test]
    fn a_place_is_told_in_a_few_words() {
        let mut atlas = sample::atlas();
        let known = "2026-01-28";
        for (place, date, words) in [
            (NORTHWEST, known, "Reds"),
            (NORTHEAST, known, "Blues, in parts"),
            (SOUTHWEST, known, "Reds or Blues?"),
            (SOUTHWEST, "2025", "silent"),
            (SOUTHEAST, known, "not found"),
            (PORT, known, "Reds"),
            (PORT, "2019", "silent"),
            (AIRPORT, known, "Blues, leaving"),
            (AIRPORT, "2026-03", "Blues, left"),
        ] {
            assert_eq!(
                brief(&atlas, place, date, &[]),
                words,
                "{place:?} at {date}"
            );
        }
        assert_eq!(brief(&atlas, NORTHWEST, known, &["quoted"]), "switched off");
        assert_eq!(brief(&atlas, AIRPORT, known, &["wire"]), "switched off");
        let about = |place: Place, says: Says, actor: ActorId, from: &Claim| Claim {
            about: vec![place.into()],
            says,
            actor: Some(actor),
            ..from.clone()
        };
        let reported = atlas.claims[4].clone();
        assert_eq!(reported.grade(), Some(Grade::Reported));
        atlas.claims = vec![
            about(NORTHWEST, Says::Occupies, BLUES, &reported),
            about(NORTHEAST, Says::Contests, BLUES, &reported),
            about(PORT, Says::Operates, REDS, &reported),
            about(PORT, Says::Operates, BLUES, &reported),
            about(PORT, Says::Present, ActorId(2), &reported),
        ];
        let greens = super::super::Actor {
            short: "Greens".to_owned(),
            ..atlas.actors[0].clone()
        };
        atlas.actors.push(greens);
        let shown = |place| brief(&atlas, place, known, &[]);
        assert_eq!(shown(NORTHWEST), "Blues, occupying");
        assert_eq!(shown(NORTHEAST), "Blues, contested");
        assert_eq!(shown(PORT), "Greens, present; Reds or Blues?");
    }
}

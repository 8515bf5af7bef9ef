//! Actors by what the data calls them, each with a letter and a colour of its own as far as they go.

use crate::diagnostics::fit;
use crate::{
    atlas::Hue,
    file::entry::Entry,
    names::{fold, slug},
};

use super::names::Names;

/// The letters that can mark an actor.
fn letters() -> impl Iterator<Item = char> {
    ('A'..='Z').chain('0'..='9')
}

/// Words, folded, by which data says that it knows of no holder, or of several.
const NO_PARTY: &[&str] = &[
    "contested",
    "disputed",
    "unknown",
    "none",
    "no data",
    "mixed",
    "other",
    "others",
    "neutral",
    "unclear",
    "unclassified",
];

/// Tells whether a name is a word for a state of things.
pub fn is_no_party(name: &str) -> bool {
    NO_PARTY.contains(&fold(name).as_str())
}

/// Actors in the order in which they were met.
#[derive(Default)]
pub struct Actors(Vec<Actor>);

struct Actor {
    id: String,
    name: String,
    letter: char,
}

impl Actors {
    /// The id of the actor of that name, in whatever spelling, which is added unless it is there; `None` where no letter is
    /// left, or no name.
    pub fn id(&mut self, name: &str, names: &mut Names) -> Option<String> {
        let name = fit(name)?;
        let folded = fold(&name);
        let is_spelling = |other: &str| !folded.is_empty() && fold(other) == folded;
        let is_same = |actor: &&Actor| actor.name == name || is_spelling(&actor.name);
        if let Some(known) = self.0.iter().find(is_same) {
            return Some(known.id.clone());
        }
        let own = slug(&name).to_ascii_uppercase();
        let is_free = |letter: &char| self.0.iter().all(|actor| actor.letter != *letter);
        let wanted = own.chars().filter(char::is_ascii_alphanumeric);
        let letter = wanted.chain(letters()).find(is_free)?;
        let id = names.free(&name, "actor");
        self.0.push(Actor {
            id: id.clone(),
            name,
            letter,
        });
        Some(id)
    }

    pub fn entries(&self) -> String {
        let hues = Hue::NAMED.iter().cycle();
        let actors = self.0.iter().zip(hues).map(|(actor, hue)| {
            let mut entry = Entry::table("actor");
            entry.text("id", &actor.id);
            entry.text("name", &actor.name);
            if is_no_party(&actor.name) {
                entry.decide(
                    "this names no party: say who it is, or take out what it is said to hold",
                );
            }
            entry.text("letter", &actor.letter.to_string());
            entry.text("colour", &hue.key());
            String::from(entry)
        });
        actors.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_of_things_is_no_party_and_left_to_the_editor() {
        let mut actors = Actors::default();
        let mut names = Names::without([]);
        for name in ["Contested", "No data", "The Guard"] {
            actors.id(name, &mut names);
        }
        let entries = actors.entries();
        assert_eq!(
            entries.matches("# decide: this names no party").count(),
            2,
            "{entries}"
        );
        assert!(!entries.contains("\"The Guard\"  #"), "{entries}");
    }
}

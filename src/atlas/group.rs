//! Actors that are part of others.

use std::iter;

use super::{ActorId, Atlas};

impl Atlas {
    /// The groups that an actor is part of, the nearest first.
    pub fn groups(&self, actor: ActorId) -> impl Iterator<Item = ActorId> {
        let group = |of: &ActorId| self[*of].part_of;
        // No more than there are actors, however they are part of each other.
        iter::successors(group(&actor), group).take(self.actors.len())
    }

    /// Tells whether an actor is one that is meant, or part of it.
    pub fn is_of(&self, actor: ActorId, group: ActorId) -> bool {
        actor == group || self.groups(actor).any(|of| of == group)
    }

    /// The actors that are part of a group, be it through another, in the order of the file.
    pub fn members(&self, group: ActorId) -> impl Iterator<Item = ActorId> {
        let ids = self.actor_ids();
        ids.filter(move |&id| id != group && self.is_of(id, group))
    }

    /// Tells whether a filter lets an actor through: by itself, or as part of a group.
    pub fn is_among(&self, actor: ActorId, filter: &[ActorId]) -> bool {
        filter.iter().any(|&group| self.is_of(actor, group))
    }
}

#[cfg(test)]
mod tests {
    use crate::atlas::{Actor, ActorId, sample};

    #[test]
    fn parts_of_parts_are_of_the_whole() {
        let mut atlas = sample::atlas();
        let third = Actor {
            id: "third".to_owned(),
            part_of: Some(ActorId(0)),
            ..atlas.actors[0].clone()
        };
        atlas.actors.push(third);
        atlas.actors[0].part_of = Some(ActorId(1));
        let [reds, blues, third] = [0, 1, 2].map(ActorId);
        assert_eq!(atlas.groups(third).collect::<Vec<_>>(), [reds, blues]);
        assert_eq!(atlas.members(blues).collect::<Vec<_>>(), [reds, third]);
        assert!(atlas.is_of(third, blues) && !atlas.is_of(blues, third));
        assert!(atlas.is_among(third, &[blues]) && !atlas.is_among(blues, &[reds, third]));
        // No circle is without an end.
        atlas.actors[1].part_of = Some(third);
        assert_eq!(atlas.groups(reds).count(), 3);
    }
}

//! Groups: which actor is part of which.

use crate::{
    atlas::{Actor, ActorId},
    diagnostics::{Check, Code, Located, Problem},
    file::ids::{Ids, Thing},
};

/// Finds the group that each actor names, and notes where following them leads back.
pub fn join(
    actors: &mut [Option<Actor>],
    named: &[Option<Located<String>>],
    ids: &Ids,
    check: &mut Check,
) {
    let groups: Vec<Option<ActorId>> = named
        .iter()
        .map(|id| {
            ids.things
                .find(id.as_ref()?, "actor", [], Thing::actor, check)
        })
        .collect();
    for (n, id) in named.iter().enumerate() {
        let Some(Located { value: id, at }) = id else {
            continue;
        };
        let follow = |of: &ActorId| groups[of.index()];
        let ways = std::iter::successors(groups[n], follow).take(groups.len());
        if ways.into_iter().any(|of| of == ActorId::at(n)) {
            let message = format!("following `part_of` from `{id}` leads back to this actor");
            let problem = Problem::new(Code::PartOf, at, message);
            check.report(problem.help("take one `part_of` of the circle out"));
        } else if let Some(actor) = &mut actors[n] {
            actor.part_of = groups[n];
        }
    }
}

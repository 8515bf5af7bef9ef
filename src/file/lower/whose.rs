//! The holders of the land that layers draw: told by a property of their features, or one actor of all of it.

use crate::{
    atlas::ActorId,
    diagnostics::{Check, Code, Entries, Field, List, Located, Problem, Span, fit},
    file::{
        ids::{Ids, Thing},
        layers::Holder,
    },
};

/// An actor, and the values that stand for it: none where all land is one actor's.
pub type Held = (ActorId, Vec<String>);

/// The holders of what layers draw.
#[derive(Debug, Default)]
pub struct Whose {
    /// `None` where all of it is one actor's.
    pub property: Option<Holder>,
    /// Each once, in the order of the file.
    pub holders: Vec<Held>,
}

/// The keys that tell holders apart by a property.
pub struct ByProperty {
    pub holder: Field<String>,
    pub actors: Field<Entries<String>>,
    pub ignore: List<String>,
}

impl Whose {
    pub fn of(actor: Field<String>, by: ByProperty, ids: &Ids, check: &mut Check) -> Self {
        let Some(actor) = check.take(actor) else {
            return by.whose(ids, check);
        };
        let ByProperty {
            holder,
            actors,
            ignore,
        } = by;
        let is_alone = holder.is_absent() && actors.is_absent() && ignore.is_absent();
        if !is_alone {
            let message = "`actor` holds all that is drawn, whatever a property says of it";
            let help = "leave out `actor`, or `holder` and what goes with it";
            check.report(Problem::new(Code::BadLayers, &actor.at, message).help(help));
        }
        let actor = find(&actor, ids, check);
        Self {
            property: None,
            holders: actor.map(|actor| (actor, Vec::new())).into_iter().collect(),
        }
    }
}

impl ByProperty {
    fn whose(self, ids: &Ids, check: &mut Check) -> Whose {
        let property = check.line(self.holder);
        let holders = holders(self.actors, ids, check);
        let ignored: Vec<Located<String>> = check.some_items(self.ignore);
        let values: Vec<String> = holders
            .iter()
            .flat_map(|(_, values)| values.clone())
            .collect();
        let ignored = ignored.into_iter().map(|Located { value, at }| {
            let value = fit(&value).unwrap_or_default();
            if values.contains(&value) {
                check.report(both(&value, &at));
            }
            value
        });
        let ignored = ignored.collect();
        Whose {
            property: property.map(|property| Holder {
                property,
                values,
                ignored,
            }),
            holders,
        }
    }
}

fn both(value: &str, at: &Span) -> Problem {
    let message = format!("`{value}` stands under `actors`, too");
    Problem::new(Code::BadLayers, at, message).help("keep it under one of the two")
}

/// The actors that values stand for, each once, in the order of the file.
fn holders(actors: Field<Entries<String>>, ids: &Ids, check: &mut Check) -> Vec<Held> {
    let Some(Located {
        value: Entries(entries),
        at,
    }) = check.take(actors)
    else {
        return Vec::new();
    };
    if entries.is_empty() {
        let problem = Problem::new(Code::MissingKey, &at, "`actors` names nobody");
        check
            .report(problem.help("give each value of the property its actor: `\"SDF\" = \"sdf\"`"));
    }
    let mut holders: Vec<Held> = Vec::new();
    for (value, id) in entries {
        let Some(id) = check.take(id) else { continue };
        let Some(actor) = find(&id, ids, check) else {
            continue;
        };
        let value = fit(&value.value).unwrap_or_default();
        match holders.iter_mut().find(|(it, _)| *it == actor) {
            Some((_, values)) => values.push(value),
            None => holders.push((actor, vec![value])),
        }
    }
    holders
}

fn find(id: &Located<String>, ids: &Ids, check: &mut Check) -> Option<ActorId> {
    let kind = |thing| match thing {
        Thing::Actor(actor) => Some(actor),
        _ => None,
    };
    ids.things.find(id, "actor", [], kind, check)
}

//! Layers: the regions they make, and what each day of them says.

use super::{
    dates::{after_source, not_then},
    places,
    whose::{ByProperty, Held, Whose},
};
use crate::{
    atlas::{Actor, ActorId, Claim, Region, RegionId, Says, Source, SourceId, layer_words},
    diagnostics::{Check, Code, Field, Lines, Located, Problem, Span},
    file::{
        areas::Areas,
        folder::Folder,
        ids::{Ids, Thing},
        layers::{self, Day, Layers},
        spans::ClaimSpans,
        wire,
    },
    limits::LAYER_CLAIMS,
};

/// The folder, the sources, the actors and the lines that layers are made with.
pub struct Context<'a> {
    pub folder: &'a Folder,
    pub sources: &'a [Option<Source>],
    pub actors: &'a [Option<Actor>],
    pub lines: &'a Lines,
}

/// Everything that layers add to a file.
#[derive(Debug, Default)]
pub struct Added {
    /// `None` where something is wrong with a table.
    pub layers: Vec<Option<Layers>>,
    pub claims: Vec<(Claim, ClaimSpans)>,
    /// For each region that was added, the table that made it.
    pub regions: Vec<Span>,
    /// For each table the names of its files.
    pub files: Vec<(Span, Vec<String>)>,
}

impl Context<'_> {
    /// Makes a region of each actor of each table, behind those that are there, and a claim for each of its days.
    pub fn layers(
        &self,
        list: Vec<Located<wire::Layers>>,
        regions: &mut Vec<Option<Region>>,
        areas: &mut Areas,
        ids: &mut Ids,
        check: &mut Check,
    ) -> Added {
        let mut added = Added::default();
        for (n, Located { value: wire, at }) in list.into_iter().enumerate() {
            let is_by_property = wire.actor.is_absent();
            let required = [
                ("id", wire.id.is_absent()),
                ("source", wire.source.is_absent()),
                ("files", wire.files.is_absent()),
                ("holder", is_by_property && wire.holder.is_absent()),
                ("actors", is_by_property && wire.actors.is_absent()),
            ];
            check.require(&at, &required);
            let id = check.take(wire.id);
            let name = check.line(wire.name);
            let source = check.take(wire.source);
            let source = source.and_then(|id| ids.sources.find(&id, "source", [], Some, check));
            let days = self.days(wire.files, check);
            let layer = check.take(wire.layer);
            let accuracy = places::accuracy(wire.drawn, check);
            let note = check.prose(wire.note);
            let by = ByProperty {
                holder: wire.holder,
                actors: wire.actors,
                ignore: wire.ignore,
            };
            let whose = Whose::of(wire.actor, by, ids, check);
            if let Some(days) = &days {
                let name = |day: &Day| day.file.rsplit('/').next().map(str::to_owned);
                let names = days.iter().filter_map(name).collect();
                added.files.push((at.clone(), names));
                self.check_dates(days, source, &whose.holders, &at, check);
            }
            for (actor, values) in &whose.holders {
                let region = RegionId::at(regions.len());
                areas.layered_region(n, values.clone());
                added.regions.push(at.clone());
                let id = id
                    .as_ref()
                    .and_then(|id| self.define(id, *actor, region, ids, check));
                let short = self.actors[actor.index()]
                    .as_ref()
                    .map(|actor| &actor.short);
                let name = short.map(|short| match &name {
                    Some(name) => format!("{name}: {short}"),
                    None => short.clone(),
                });
                regions.push(id.zip(name).map(|(id, name)| Region {
                    id,
                    name,
                    also: Vec::new(),
                    accuracy,
                    is_unit: false,
                    note: note.clone(),
                }));
                if let (Some(days), Some(source)) = (&days, source) {
                    if added.claims.len() + days.len() > LAYER_CLAIMS {
                        check.report(too_many_claims(&at));
                        return added;
                    }
                    let claims = days
                        .iter()
                        .filter_map(|day| self.claim(region, *actor, source, day, &at));
                    added.claims.extend(claims);
                }
            }
            added.layers.push(days.map(|days| Layers {
                days,
                layer: layer.map(|layer| layer.value),
                holder: whose.property,
            }));
        }
        added
    }

    fn days(&self, files: Field<String>, check: &mut Check) -> Option<Vec<Day>> {
        let files = check.take(files)?;
        match layers::days(&files.value, self.folder) {
            Ok(days) => Some(days),
            Err(unusable) => {
                check.report(unusable.at(&files.at));
                None
            }
        }
    }

    /// Notes the first day that comes after the source, and the first for each actor that is not in its time.
    fn check_dates(
        &self,
        days: &[Day],
        source: Option<SourceId>,
        holders: &[Held],
        at: &Span,
        check: &mut Check,
    ) {
        let dates = || days.iter().map(|day| day.date);
        let published = source.and_then(|id| self.sources[id.index()].as_ref()?.published);
        let late = published
            .and_then(|published| dates().find_map(|date| after_source(date, published, at)));
        if let Some(problem) = late {
            check.report(problem);
        }
        for (actor, _) in holders {
            let Some(actor) = &self.actors[actor.index()] else {
                continue;
            };
            let wrong = dates().find_map(|date| not_then("a layer", date, actor, at));
            if let Some(problem) = wrong {
                check.report(problem);
            }
        }
    }

    /// Gives a region the id of its layers and its actor.
    fn define(
        &self,
        layers: &Located<String>,
        actor: ActorId,
        region: RegionId,
        ids: &mut Ids,
        check: &mut Check,
    ) -> Option<String> {
        let actor = self.actors[actor.index()].as_ref()?;
        let id = Field::Given {
            value: Located {
                value: format!("{}-{}", layers.value, actor.id),
                at: layers.at.clone(),
            },
            unknown: None,
        };
        ids.things.define(id, Thing::Region(region), check)
    }

    /// Makes a claim of what the layer of a day says of a region.
    fn claim(
        &self,
        region: RegionId,
        actor: ActorId,
        source: SourceId,
        day: &Day,
        at: &Span,
    ) -> Option<(Claim, ClaimSpans)> {
        let name = &self.actors[actor.index()].as_ref()?.name;
        let claim = Claim {
            about: vec![region.into()],
            says: Says::Holds,
            actor: Some(actor),
            source: Some(source),
            quote: None,
            summary: Some(layer_words(name, day.date)),
            because: None,
            when: Some(day.date),
            credibility: None,
            answers: None,
            stale_after: None,
            draft: false,
            line: self.lines.number(at.start),
        };
        Some((claim, ClaimSpans::made_by(at)))
    }
}

fn too_many_claims(at: &Span) -> Problem {
    let message =
        format!("up to this table, layers say more than {LAYER_CLAIMS} times who holds what");
    let problem = Problem::new(Code::TooLarge, at, message);
    problem.help("name fewer files, or fewer actors: each day says something of each actor")
}

//! Units and towns of the base map that claims are about without a region or a site that is declared for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    atlas::{Accuracy, Position, Region, RegionId, Site, SiteId, SiteKind},
    diagnostics::{Located, Span},
    file::{
        areas::Areas,
        ids::{Ids, Thing},
        spans::Spans,
        wire,
    },
    geo::{Basemap, Town, Unit},
    names::{fold, town_id},
};

/// The units and towns that are spoken of, in the order of the base map, each with the place where it is first named.
#[derive(Debug, Default)]
pub struct Spoken<'a> {
    units: Vec<(&'a Unit, Span)>,
    towns: Vec<(&'a Town, Span)>,
}

impl<'a> Spoken<'a> {
    /// Finds those that claims name by their ids; what the file itself gives an id goes first.
    pub fn of(file: &wire::RegionFile, base: Option<&'a Basemap>) -> Self {
        let declared = declared(file);
        let claims = file.claim.given_items();
        let about = claims.flat_map(|claim| claim.value.about.given_items());
        let mut named: BTreeMap<&str, &Span> = BTreeMap::new();
        for Located { value: id, at } in about.filter(|id| !declared.contains(id.value.as_str())) {
            named.entry(id).or_insert(at);
        }
        let (Some(base), false) = (base, named.is_empty()) else {
            return Self::default();
        };
        let mut at = |id: &str| named.remove(id).cloned();
        let units = base.units.iter();
        let units = units.filter_map(|unit| Some((unit, at(&unit.id)?)));
        let units = units.collect();
        // Where several have one id, none can be meant by it.
        let mut towns: BTreeMap<String, Vec<&Town>> = BTreeMap::new();
        for town in &base.towns {
            towns.entry(town_id(&town.name)).or_default().push(town);
        }
        let towns = towns.into_iter().filter_map(|(id, towns)| match *towns {
            [town] => Some((town, at(&id)?)),
            _ => None,
        });
        let towns = towns.collect();
        Self { units, towns }
    }

    /// Makes a region of each unit: before those of the file, which are drawn on top of it.
    pub fn regions(
        &self,
        areas: &mut Areas,
        ids: &mut Ids,
        spans: &mut Spans,
    ) -> Vec<Option<Region>> {
        let numbered = self.units.iter().enumerate();
        let regions = numbered.map(|(n, (unit, at))| {
            areas.unit(unit);
            adopt(ids, &unit.id, at, Thing::Region(RegionId::at(n)));
            let region = Region {
                id: unit.id.clone(),
                name: unit.name.clone(),
                also: unit.also.clone(),
                accuracy: Accuracy::Administrative,
                is_unit: true,
                note: None,
            };
            spans.regions.push(at.clone());
            Some(region)
        });
        regions.collect()
    }

    /// Makes a site of each town, after those of the file: it has a place for words, and no land.
    pub fn sites(&self, sites: &mut Vec<Option<Site>>, ids: &mut Ids) {
        for (town, at) in &self.towns {
            let id = town_id(&town.name);
            adopt(ids, &id, at, Thing::Site(SiteId::at(sites.len())));
            sites.push(Some(Site {
                id,
                name: town.name.clone(),
                also: town.also.clone(),
                kind: SiteKind::Town,
                at: Position {
                    lat: town.at.y,
                    lon: town.at.x,
                },
                note: None,
            }));
        }
    }
}

fn adopt(ids: &mut Ids, id: &str, at: &Span, thing: Thing) {
    let id = Located {
        value: id.to_owned(),
        at: at.clone(),
    };
    ids.things.adopt(&id, thing);
}

/// The ids of all units and towns.
pub fn ids(base: &Basemap) -> Vec<String> {
    let units = base.units.iter().map(|unit| unit.id.clone());
    let towns = base.towns.iter().map(|town| town_id(&town.name));
    units.chain(towns).collect()
}

/// Tells which ids the units and towns of a name have; `None` where nothing is called so.
pub fn ids_of(base: &Basemap, said: &str) -> Option<String> {
    let wanted = fold(said);
    let has = |name: &String, also: &[String]| {
        let mut names = std::iter::once(name).chain(also);
        !wanted.is_empty() && names.any(|name| fold(name) == wanted)
    };
    let towns = base.towns.iter().map(|town| (town, town_id(&town.name)));
    let towns: Vec<(&Town, String)> = towns
        .filter(|(town, id)| id == said || has(&town.name, &town.also))
        .collect();
    let distinct: BTreeSet<&String> = towns.iter().map(|(_, id)| id).collect();
    if distinct.len() < towns.len() {
        let help = "several towns are called so: declare a `[[site]]` for the one that is meant";
        return Some(help.to_owned());
    }
    let units = base.units.iter();
    let units = units.filter(|unit| has(&unit.name, &unit.also));
    let units = units.map(|unit| format!("`{}` is the unit {}", unit.id, unit.name));
    let towns = towns.iter();
    let towns = towns.map(|(town, id)| format!("`{id}` is the town {}", town.name));
    let told: Vec<String> = units.chain(towns).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// The ids that the file gives to what claims can be about, and to outlines.
fn declared(file: &wire::RegionFile) -> BTreeSet<&str> {
    let actors = file.actor.given_items().map(|it| &it.value.id);
    let outlines = file.outline.given_items().map(|it| &it.value.id);
    let regions = file.region.given_items().map(|it| &it.value.id);
    let sites = file.site.given_items().map(|it| &it.value.id);
    let ids = actors.chain(outlines).chain(regions).chain(sites);
    ids.filter_map(|id| Some(id.given()?.value.as_str()))
        .collect()
}

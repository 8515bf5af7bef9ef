//! Places that differ: in their entries, and in what they come to from date to date.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    change::{Change, Field, by_key, differing},
    entries::several,
    spans,
    stand::Stand,
};
use crate::{
    atlas::{self, Date},
    export::Exported,
};

/// A place with its state at the date of the newer map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The word that the region file calls it by.
    pub id: String,
    /// The name that it is shown by.
    pub name: String,
    #[serde(flatten)]
    pub stand: Stand,
    /// The area that lies in the country; null for sites.
    area_km2: Option<f64>,
    #[serde(skip)]
    entry: Vec<(&'static str, Option<String>)>,
}

/// Places in the order of the newer map.
pub fn changes(
    old: &Exported,
    new: &Exported,
    dates: &[Date],
    doubts: &mut BTreeSet<String>,
) -> Vec<Change<Place>> {
    let over_time: BTreeMap<String, Vec<Field>> = spans::of_places(old, new, dates, doubts);
    by_key(all(old), all(new), |before, after| {
        let mut fields = differing(before.entry.clone(), after.entry.clone());
        fields.extend(over_time.get(&after.id).cloned().unwrap_or_default());
        fields
    })
}

fn all(exported: &Exported) -> Vec<(String, Place)> {
    let places = exported.atlas.places();
    let places = places.map(|place| Place::new(exported, place));
    places.map(|place| (place.id.clone(), place)).collect()
}

impl Place {
    fn new(exported: &Exported, place: atlas::Place) -> Self {
        let atlas = exported.atlas;
        let (note, drawn, kind, at) = match place {
            atlas::Place::Region(id) => {
                (&atlas[id].note, Some(atlas[id].accuracy.key()), None, None)
            }
            atlas::Place::Site(id) => {
                let (site, at) = (&atlas[id], atlas[id].at);
                let at = format!("{}, {}", at.lat, at.lon);
                (&site.note, None, Some(site.kind.key()), Some(at))
            }
        };
        Self {
            id: atlas.id(place).to_owned(),
            name: atlas.name(place).to_owned(),
            stand: Stand::new(exported, place),
            area_km2: match place {
                atlas::Place::Region(id) => {
                    let inside = exported.map.coverage.inside_km2[id.index()];
                    Some((inside * 10.0).round() / 10.0)
                }
                atlas::Place::Site(_) => None,
            },
            entry: vec![
                ("name", Some(atlas.name(place).to_owned())),
                ("also", several(atlas.also(place))),
                ("kind", kind.map(str::to_owned)),
                ("position", at),
                ("drawn", drawn.map(str::to_owned)),
                ("note", note.clone()),
            ],
        }
    }
}

//! Faults of a base map that somebody made by hand.

use std::collections::HashSet;

use ::geo::MultiPolygon;

use super::{
    Basemap, BasemapError,
    basemap::{OUTLINES, UNITS, fault},
    edges::check_crossings,
    validity,
};

impl Basemap {
    /// Finds what keeps areas from being made of its units and outlines as they are meant: ids that several have, and
    /// shapes that are no area. What comes with the program has nothing of it.
    pub fn faults(&self) -> Vec<BasemapError> {
        if self.is_builtin() {
            return Vec::new();
        }
        let units = self
            .units
            .iter()
            .map(|unit| (unit.id.as_str(), &unit.shape));
        let outlines = self.outlines.iter();
        let outlines = outlines.map(|outline| (outline.id.as_str(), &outline.shape));
        let units = faults_of(UNITS, "units", units.collect());
        units
            .chain(faults_of(OUTLINES, "outlines", outlines.collect()))
            .collect()
    }
}

fn faults_of<'a>(
    file: &'static str,
    kind: &'static str,
    shapes: Vec<(&'a str, &'a MultiPolygon)>,
) -> impl Iterator<Item = BasemapError> + use<'a> {
    let all: MultiPolygon = shapes
        .iter()
        .flat_map(|(_, shape)| *shape)
        .cloned()
        .collect();
    let intricate = check_crossings(&all).err();
    let intricate = intricate.map(|why| fault(file, &why.to_string()));
    let mut seen = HashSet::new();
    let each = shapes.into_iter().flat_map(move |(id, shape)| {
        let twin = (!seen.insert(id)).then(|| format!("two {kind} have the id `{id}`"));
        let flaw = validity::check(shape).err();
        let flaw = flaw.map(|flaw| format!("`{id}` is no area: {flaw}"));
        twin.into_iter()
            .chain(flaw)
            .map(move |why| fault(file, &why))
    });
    intricate.into_iter().chain(each)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(units: &[(&str, &str)]) -> Vec<String> {
        let feature = |(id, ring): &(&str, &str)| {
            format!(
                r#"{{"type":"Feature","properties":{{"id":"{id}","name":"{id}"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
            )
        };
        let features: Vec<String> = units.iter().map(feature).collect();
        let features = features.join(",");
        let text = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
        let read = |file| Ok((file == UNITS).then(|| text.clone()));
        let base = Basemap::read(read).expect("a base map");
        let faults = base.faults();
        faults.iter().map(ToString::to_string).collect()
    }

    const SQUARE: &str = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";
    const BOW_TIE: &str = "[[2,0],[3,1],[3,0],[2,1],[2,0]]";

    #[test]
    fn every_unit_has_its_own_id_and_is_an_area() {
        assert_eq!(told(&[("a", SQUARE)]), [""; 0]);
        assert_eq!(
            told(&[("a", SQUARE), ("b", BOW_TIE), ("a", SQUARE)]),
            [
                "units.geojson: `b` is no area: exterior ring has a self-intersection",
                "units.geojson: two units have the id `a`",
            ]
        );
    }

    #[test]
    fn what_comes_with_the_program_has_no_faults() {
        let base = Basemap::builtin("syria")
            .expect("built in")
            .expect("a base map");
        assert_eq!(base.faults(), []);
    }
}

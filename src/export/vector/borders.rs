//! Borders: each stretch of a line once, however many areas share it, dashed where it is schematic and dotted where
//! nobody is said to hold what lies on its sides.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Chart,
    frame::{Tenths, data},
};
use crate::{
    atlas::{Accuracy, RegionId},
    geo::{Lines, Map},
    scene::Pattern,
};

/// The two ends of a stretch, in order.
type Edge = (Tenths, Tenths);

/// The lines between the units of the base map, as the data of a path.
pub fn of_units(chart: &Chart) -> String {
    let units = chart.units();
    let inner = |edge: &Edge| (!units.is_outer(edge)).then_some("unit");
    let (mut drawn, mut paths) = (HashSet::new(), BTreeMap::new());
    for ring in &units.rings {
        trace(ring, &mut drawn, inner, &mut paths);
    }
    paths.into_values().collect()
}

/// The outlines of the units, and how many of them share each stretch.
#[derive(Debug)]
pub struct Units {
    rings: Vec<Vec<Tenths>>,
    times: HashMap<Edge, usize>,
}

impl Units {
    /// Looks at each stretch of the map of a chart.
    pub fn new(chart: &Chart) -> Self {
        let units = chart.exported.map.drawing.units.iter();
        let rings: Vec<Vec<Tenths>> = units
            .flat_map(|unit| rings(chart, unit.at(chart.tolerance())))
            .collect();
        let mut times: HashMap<Edge, usize> = HashMap::new();
        for edge in rings.iter().flat_map(|ring| edges(ring)) {
            *times.entry(edge).or_default() += 1;
        }
        Self { rings, times }
    }

    /// Returns `true` of a stretch of the country's border: what two units share is inside.
    fn is_outer(&self, edge: &Edge) -> bool {
        self.times.get(edge) == Some(&1)
    }
}

/// The borders between regions, then that of the country, as classes and the data of paths.
pub fn of(chart: &Chart, map: &Map, dotted: bool) -> Vec<(&'static str, String)> {
    let tolerance = chart.tolerance();
    let units = chart.units();
    let outer = |edge: &Edge| units.is_outer(edge);

    let mut kinds: HashMap<Edge, &'static str> = HashMap::new();
    let mut lines: Vec<Vec<Tenths>> = Vec::new();
    for (id, shape) in chart.exported.atlas.region_ids().zip(&map.drawing.regions) {
        let kind = kind(chart, id, dotted);
        for ring in rings(chart, shape.at(tolerance)) {
            for edge in edges(&ring).filter(|edge| !outer(edge)) {
                // The clearest of the kinds on both sides, but schematic if either is: a line is no better than that.
                let known = kinds.entry(edge).or_insert(kind);
                *known = (*known).max(kind);
            }
            lines.push(ring);
        }
    }
    let mut paths: BTreeMap<&'static str, String> = BTreeMap::new();
    let mut drawn = HashSet::new();
    for ring in &lines {
        trace(
            ring,
            &mut drawn,
            |edge| kinds.get(edge).copied(),
            &mut paths,
        );
    }
    let mut country = BTreeMap::new();
    for ring in &units.rings {
        let border = |edge: &Edge| outer(edge).then_some("country");
        trace(ring, &mut drawn, border, &mut country);
    }
    paths.into_iter().chain(country).collect()
}

/// The class of a region's border; of two that share one the greater counts.
fn kind(chart: &Chart, id: RegionId, dotted: bool) -> &'static str {
    let silent = dotted && chart.fill(id).pattern == Pattern::Silent;
    match chart.exported.atlas[id].accuracy {
        _ if silent => "border dotted",
        Accuracy::Schematic => "border schematic",
        Accuracy::Administrative => "border firm",
        Accuracy::Surveyed => "border firm surveyed",
    }
}

fn rings(chart: &Chart, lines: &Lines) -> Vec<Vec<Tenths>> {
    let rings = lines.whole();
    rings
        .map(|ring| ring.iter().map(|&at| chart.frame.point(at)).collect())
        .collect()
}

fn edges(ring: &[Tenths]) -> impl Iterator<Item = Edge> + '_ {
    let pairs = ring.windows(2).filter(|pair| pair[0] != pair[1]);
    pairs.map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1])))
}

/// Adds the stretches of a ring that are not drawn yet to the paths of their classes, as few lines as it takes.
fn trace(
    ring: &[Tenths],
    drawn: &mut HashSet<Edge>,
    class: impl Fn(&Edge) -> Option<&'static str>,
    paths: &mut BTreeMap<&'static str, String>,
) {
    let mut line: (Option<&'static str>, Vec<Tenths>) = (None, Vec::new());
    let mut end = |(class, points): (Option<&'static str>, Vec<Tenths>)| {
        if let Some(class) = class {
            *paths.entry(class).or_default() += &data(points.into_iter(), false);
        }
    };
    for pair in ring.windows(2) {
        let edge = (pair[0].min(pair[1]), pair[0].max(pair[1]));
        let kind = class(&edge).filter(|_| drawn.insert(edge));
        if kind != line.0 {
            let fresh = (kind, vec![pair[0]]);
            end(std::mem::replace(&mut line, fresh));
        }
        line.1.push(pair[1]);
    }
    end(line);
}

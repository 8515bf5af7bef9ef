//! Regions and sites.

use ::geo::{Contains, Point, point};

use crate::{
    atlas::{Accuracy, Position, Region, RegionId, Site, SiteId, SiteKind},
    diagnostics::{Check, Code, Field, List, Located, Problem, Span},
    geo::Basemap,
};

use crate::file::{
    areas::Areas,
    ids::{Ids, Thing},
    wire,
};

/// Adds regions in the order of the file: a region can take away from its area those above it.
pub fn regions(
    list: Vec<Located<wire::Region>>,
    regions: &mut Vec<Option<Region>>,
    areas: &mut Areas<'_>,
    ids: &mut Ids,
    check: &mut Check,
) {
    for entry in list {
        let number = RegionId::at(regions.len());
        regions.push(region(entry, number, areas, ids, check));
    }
}

fn region(
    Located { value: wire, at }: Located<wire::Region>,
    number: RegionId,
    areas: &mut Areas<'_>,
    ids: &mut Ids,
    check: &mut Check,
) -> Option<Region> {
    let required = [
        ("id", wire.id.is_absent()),
        ("name", wire.name.is_absent()),
        ("area", wire.area.is_absent() && wire.areas.is_absent()),
    ];
    check.require(&at, &required);
    if let (Some(one), Some(several)) = (wire.area.at(), wire.areas.at()) {
        let message = "a region has one `area`, or `areas` from one date on after another";
        let problem = Problem::new(Code::BadArea, several, message).also(one, "the one area");
        check.report(problem.help("take one of the two out"));
    }
    // The area comes first, so that it can't be made from itself.
    if wire.areas.is_absent() {
        areas.region(wire.area, ids, check);
    } else {
        areas.dated_region(wire.areas, ids, check);
    }
    let id = ids.things.define(wire.id, Thing::Region(number), check);
    let name = check.line(wire.name);
    let also = also(wire.also, check);
    let accuracy = accuracy(wire.drawn, check);
    let note = check.prose(wire.note);
    Some(Region {
        id: id?,
        name: name?,
        also,
        accuracy,
        is_unit: false,
        note,
    })
}

/// The trust that a line deserves; that of a sketch where nothing is said.
pub fn accuracy(drawn: Field<String>, check: &mut Check) -> Accuracy {
    let word = check.word(drawn, "way to draw a line", Accuracy::ALL, Accuracy::key);
    word.map_or(Accuracy::Schematic, |accuracy| accuracy.value)
}

pub fn sites(
    list: Vec<Located<wire::Site>>,
    base: Option<&Basemap>,
    ids: &mut Ids,
    check: &mut Check,
) -> Vec<Option<Site>> {
    let numbered = list.into_iter().enumerate();
    numbered
        .map(|(n, entry)| site(entry, SiteId::at(n), base, ids, check))
        .collect()
}

fn site(
    Located { value: wire, at }: Located<wire::Site>,
    number: SiteId,
    base: Option<&Basemap>,
    ids: &mut Ids,
    check: &mut Check,
) -> Option<Site> {
    check.require(
        &at,
        &[
            ("id", wire.id.is_absent()),
            ("name", wire.name.is_absent()),
            ("kind", wire.kind.is_absent()),
            ("at", wire.at.is_absent()),
        ],
    );
    let id = ids.things.define(wire.id, Thing::Site(number), check);
    let name = check.line(wire.name);
    let also = also(wire.also, check);
    let kind = check.word(wire.kind, "kind of site", SiteKind::ALL, SiteKind::key);
    let position = position(wire.at, base, check);
    let note = check.prose(wire.note);
    Some(Site {
        id: id?,
        name: name?,
        also,
        kind: kind?.value,
        at: position?,
        note,
    })
}

/// Other names of a thing.
pub fn also(list: List<String>, check: &mut Check) -> Vec<String> {
    check
        .some_items(list)
        .into_iter()
        .filter_map(|name| check.line_of(&name))
        .collect()
}

fn position(
    field: Field<wire::Position>,
    base: Option<&Basemap>,
    check: &mut Check,
) -> Option<Position> {
    let Located { value: wire, at } = check.take(field)?;
    check.require(
        &at,
        &[("lat", wire.lat.is_absent()), ("lon", wire.lon.is_absent())],
    );
    let lat = degrees(check.take(wire.lat), 90.0, "latitude", check);
    let lon = degrees(check.take(wire.lon), 180.0, "longitude", check);
    let position = Position {
        lat: lat?,
        lon: lon?,
    };
    match base {
        Some(base) if !is_on(base, position) => {
            check.report(off_the_map(base, position, &at));
            None
        }
        _ => Some(position),
    }
}

fn degrees(number: Option<Located<f64>>, most: f64, what: &str, check: &mut Check) -> Option<f64> {
    let Located { value, at } = number?;
    if value.abs() <= most {
        return Some(value);
    }
    let problem = Problem::new(Code::BadPosition, &at, format!("{value} is no {what}"));
    check.report(problem.help(format!("in degrees, from -{most} to {most}")));
    None
}

fn off_the_map(base: &Basemap, Position { lat, lon }: Position, at: &Span) -> Problem {
    let (low, high) = (base.frame.min(), base.frame.max());
    let swapped = is_on(base, Position { lat: lon, lon: lat });
    Problem::new(Code::BadPosition, at, "this lies off the map").help(if swapped {
        "`lat` and `lon` look swapped".to_owned()
    } else {
        format!(
            "the base map covers latitudes {} to {} and longitudes {} to {}",
            low.y, high.y, low.x, high.x
        )
    })
}

fn is_on(base: &Basemap, Position { lat, lon }: Position) -> bool {
    let point: Point = point! {x: lon, y: lat};
    base.frame.contains(&point)
}

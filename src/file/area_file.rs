//! Areas from the GeoJSON files that a region file names.

use ::geo::{Coord, MapCoords, MultiPolygon};

use crate::{
    diagnostics::{Check, Code, Located, Problem},
    geo::{
        Basemap,
        polygons::{self, NoArea},
    },
};

use super::{
    areas::too_intricate,
    folder::{self, Folder},
};

/// The area in a file, some of which lies in the country.
pub(super) fn area(
    base: &Basemap,
    folder: &Folder,
    name: &Located<String>,
    check: &mut Check,
) -> Option<MultiPolygon> {
    let text = match folder.read(&name.value, folder::GEOJSON) {
        Ok(text) => text,
        Err(unusable) => {
            check.report(unusable.at(&name.at));
            return None;
        }
    };
    let is_inside = |shape: &MultiPolygon| {
        let land = base
            .inside(shape)
            .map_err(|why| NoArea::TooIntricate(why.to_string()))?;
        Ok(!land.0.is_empty())
    };
    let read = polygons::read(&text).and_then(|shape| Ok((is_inside(&shape)?, shape)));
    match read {
        Ok((false, shape)) => {
            check.report(outside(base, &shape, name));
            None
        }
        Ok((true, shape)) => Some(shape),
        Err(why) => {
            check.report(no_area(&why, name));
            None
        }
    }
}

fn outside(
    base: &Basemap,
    shape: &MultiPolygon,
    Located { value: name, at }: &Located<String>,
) -> Problem {
    let swapped = shape.map_coords(|Coord { x, y }| Coord { x: y, y: x });
    let help = if base.inside(&swapped).is_ok_and(|land| !land.0.is_empty()) {
        "longitude and latitude look swapped: a position is [longitude, latitude]"
    } else {
        "a region lies in the country, at least with some of its land"
    };
    let message = format!("nothing of `{name}` lies in the country");
    Problem::new(Code::OutsideCountry, at, message).help(help)
}

/// The problem with a file that gives no area.
fn no_area(why: &NoArea, Located { value: name, at }: &Located<String>) -> Problem {
    let (code, message, help) = match why {
        NoArea::Invalid(_) => (
            Code::BadGeojson,
            format!("`{name}` is no area: {why}"),
            "polygons in longitude and latitude, as RFC 7946 has them",
        ),
        NoArea::TooIntricate(_) => {
            return too_intricate(at, &format!("`{name}` is too intricate: {why}"));
        }
        NoArea::Empty(_) => (
            Code::EmptyGeojson,
            format!("`{name}` is empty: {why}"),
            "draw the area's polygons in it, or take the region out",
        ),
        NoArea::NoLonLat { .. } => (
            Code::BadCoordinates,
            format!("`{name}` is off the globe: {why}"),
            "export it as WGS 84 (EPSG:4326): longitudes from -180 to 180, then latitudes from -90 to 90",
        ),
    };
    Problem::new(code, at, message).help(help)
}

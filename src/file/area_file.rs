//! Areas from the files of features that a region file names.

use ::geo::{Coord, MapCoords, MultiPolygon};

use crate::{
    diagnostics::{Check, Code, Located, Problem, clean},
    geo::{Basemap, formats::GeodataError, polygons},
};

use super::{folder::Folder, geodata::Unread};

/// The area in a file, some of which lies in the country.
pub(super) fn area(
    base: &Basemap,
    folder: &Folder,
    name: &Located<String>,
    layer: Option<&str>,
    check: &mut Check,
) -> Option<MultiPolygon> {
    let features = match folder.features(&name.value, layer) {
        Ok(features) => features,
        Err(Unread::Unusable(unusable)) => {
            check.report(unusable.at(&name.at));
            return None;
        }
        Err(Unread::Unfit(why)) => {
            check.report(no_area(&why, name));
            return None;
        }
    };
    let is_inside = |shape: &MultiPolygon| {
        base.shares_land(shape)
            .map_err(|why| GeodataError::TooIntricate(why.to_string()))
    };
    let read = polygons::area(&features).and_then(|shape| Ok((is_inside(&shape)?, shape)));
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
    let help = if base.shares_land(&swapped).is_ok_and(|shares| shares) {
        "longitude and latitude look swapped: a position is [longitude, latitude]"
    } else {
        "a region lies in the country, at least with some of its land"
    };
    let message = format!("nothing of `{name}` lies in the country");
    Problem::new(Code::OutsideCountry, at, message).help(help)
}

/// The problem with a file that gives no area.
fn no_area(why: &GeodataError, Located { value: name, at }: &Located<String>) -> Problem {
    let (code, what) = match why {
        GeodataError::Empty(_) => (Code::EmptyGeodata, "is empty"),
        GeodataError::NoLonLat { .. } => (Code::BadCoordinates, "is off the globe"),
        GeodataError::Projected(_) => (Code::BadCoordinates, "is not in degrees"),
        GeodataError::TooIntricate(_) => (Code::TooIntricate, "is too intricate"),
        GeodataError::TooLarge(_) => (Code::TooLarge, "is too large"),
        GeodataError::Beside(_) => (Code::FileMissing, "can't be read"),
        GeodataError::Unknown(_) | GeodataError::Invalid(_) | GeodataError::Layers(_) => {
            (Code::BadGeodata, "is no area")
        }
    };
    let message = clean(&format!("`{name}` {what}: {why}"));
    Problem::new(code, at, message).help(why.help())
}

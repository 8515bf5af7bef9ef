//! Areas from areas: union, intersection, difference; and what can be wrong with one.

use ::geo::{
    Area, BooleanOps, Coord, GeodesicArea, LineString, MultiPolygon, OpType, Orient, Polygon,
    Validation, bool_ops::FillRule, orient::Direction, unary_union,
};
use geojson::{FeatureCollection, GeoJson};

/// The area covered by any of the shapes. They are joined in one go: folded pairwise they would leave slivers.
pub fn union<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon>) -> MultiPolygon {
    without_crumbs(unary_union(&all(shapes)))
}

/// What any of the shapes shares with any of the others.
pub fn intersection<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
    others: impl IntoIterator<Item = &'a MultiPolygon>,
) -> MultiPolygon {
    overlay(&all(shapes), &all(others), OpType::Intersection)
}

/// What is in any of the shapes and in none of the others.
pub fn difference<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
    others: impl IntoIterator<Item = &'a MultiPolygon>,
) -> MultiPolygon {
    overlay(&all(shapes), &all(others), OpType::Difference)
}

/// With every ring wound as it should be, what is wound around at all is inside, however many shapes overlap there.
fn overlay(a: &MultiPolygon, b: &MultiPolygon, operation: OpType) -> MultiPolygon {
    without_crumbs(a.boolean_op_with_fill_rule(b, operation, FillRule::NonZero))
}

fn all<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon>) -> MultiPolygon {
    let parts = shapes.into_iter().flat_map(|shape| &shape.0);
    parts.map(|part| part.orient(Direction::Default)).collect()
}

/// Drops the parts that rounding leaves along shared borders: less than about 0.01 km².
fn without_crumbs(mut shape: MultiPolygon) -> MultiPolygon {
    shape.0.retain(|part| part.unsigned_area() > 1e-6);
    shape
}

/// The area on the WGS 84 ellipsoid, in square kilometres.
pub fn area_km2(shape: &MultiPolygon) -> f64 {
    shape
        .orient(Direction::Default)
        .geodesic_area_signed()
        .abs()
        / 1e6
}

/// A polygon from one outer ring of longitudes and latitudes, or what is wrong with the ring.
pub fn ring(points: &[[f64; 2]]) -> Result<MultiPolygon, String> {
    let outside = points
        .iter()
        .position(|[lon, lat]| !(lon.abs() <= 180.0 && lat.abs() <= 90.0));
    if let Some(n) = outside {
        let [lon, lat] = points[n];
        return Err(format!(
            "point {} is [{lon}, {lat}], which is no longitude and latitude",
            n + 1
        ));
    }
    let line: LineString = points.iter().map(|&[x, y]| Coord { x, y }).collect();
    valid(MultiPolygon::new(vec![Polygon::new(line, Vec::new())]))
}

/// All polygons of a GeoJSON text, as one shape; or what is wrong with it.
pub fn from_geojson(text: &str) -> Result<MultiPolygon, String> {
    let json: GeoJson = text
        .parse()
        .map_err(|error: geojson::Error| error.to_string())?;
    let features = match json {
        GeoJson::FeatureCollection(FeatureCollection { features, .. }) => features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(geometry) => vec![geometry.into()],
    };
    let mut shapes = Vec::new();
    for geometry in features.into_iter().filter_map(|feature| feature.geometry) {
        shapes.push(valid(polygons(&geometry)?)?);
    }
    Ok(union(&shapes))
}

/// The polygons of a GeoJSON geometry, or what it is instead.
fn polygons(geometry: &geojson::Geometry) -> Result<MultiPolygon, String> {
    use geojson::GeometryValue::{MultiPolygon as Many, Polygon as One};
    match &geometry.value {
        One { .. } => Polygon::try_from(&geometry.value)
            .map(MultiPolygon::from)
            .map_err(|error| error.to_string()),
        Many { .. } => MultiPolygon::try_from(&geometry.value).map_err(|error| error.to_string()),
        other => Err(format!("expected polygons, found a {}", other.type_name())),
    }
}

fn valid(shape: MultiPolygon) -> Result<MultiPolygon, String> {
    match shape.check_validation() {
        Ok(()) => Ok(shape),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> MultiPolygon {
        ring(&[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]).expect("a square")
    }

    #[test]
    fn neighbours_join_without_a_seam_whatever_their_winding() {
        let mut clockwise = square(1.0, 0.0, 1.0);
        clockwise.0[0].exterior_mut(|ring| ring.0.reverse());
        let joined = union([&square(0.0, 0.0, 1.0), &clockwise]);
        assert_eq!(joined.0.len(), 1);
        assert!(joined.0[0].interiors().is_empty());
    }

    #[test]
    fn says_what_is_wrong_with_a_ring() {
        assert!(ring(&[[0.0, 0.0], [1.0, 1.0]]).is_err());
        assert!(ring(&[[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]]).is_err());
        assert_eq!(
            ring(&[[0.0, 91.0], [1.0, 1.0], [2.0, 0.0]]).expect_err("off the globe"),
            "point 1 is [0, 91], which is no longitude and latitude"
        );
    }

    #[test]
    fn area_is_on_the_ellipsoid() {
        // One degree by one degree at the equator: 12,308.8 km² (GeographicLib's Planimeter).
        assert!((area_km2(&square(0.0, 0.0, 1.0)) - 12_308.8).abs() < 0.1);
    }
}

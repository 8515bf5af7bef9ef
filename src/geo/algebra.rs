//! Areas from areas: union, intersection, difference; and what can be wrong with one.

use std::iter;

use ::geo::{
    Area, BooleanOps, Coord, LineString, MultiPolygon, OpType, Orient, Polygon, bool_ops::FillRule,
    orient::Direction, unary_union,
};

use super::{
    edges::{TooIntricate, check_crossings, check_crossings_of},
    validity::{self, Flaw},
};

/// The area covered by any of the shapes. They are joined in one go: folded pairwise they would leave slivers.
pub fn union<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
) -> Result<MultiPolygon, TooIntricate> {
    Ok(joined(&together(shapes)?))
}

/// The same of the units of a base map, which are known to cross little.
pub fn union_of_units<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon>) -> MultiPolygon {
    joined(&all(shapes))
}

fn joined(shapes: &MultiPolygon) -> MultiPolygon {
    without_crumbs(unary_union(shapes))
}

/// A valid shape in the form that areas have: the union of itself.
pub fn tidy(shape: &MultiPolygon) -> MultiPolygon {
    without_crumbs(all([shape]))
}

/// Returns what any of the shapes shares with any of the others.
pub fn intersection<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
    others: impl IntoIterator<Item = &'a MultiPolygon>,
) -> Result<MultiPolygon, TooIntricate> {
    overlay(&together(shapes)?, &together(others)?, OpType::Intersection)
}

/// Returns what a shape shares with any of the units of a base map.
pub fn within_units<'a>(
    shape: &MultiPolygon,
    units: impl IntoIterator<Item = &'a MultiPolygon>,
) -> Result<MultiPolygon, TooIntricate> {
    overlay(&all([shape]), &all(units), OpType::Intersection)
}

/// Returns what is in any of the shapes and in none of the others.
pub fn difference<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
    others: impl IntoIterator<Item = &'a MultiPolygon>,
) -> Result<MultiPolygon, TooIntricate> {
    overlay(&together(shapes)?, &together(others)?, OpType::Difference)
}

/// The area that lines which cross each other go round an odd number of times, whichever way they run.
pub fn mended(shape: &MultiPolygon) -> MultiPolygon {
    let nothing = MultiPolygon::new(Vec::new());
    without_crumbs(shape.boolean_op_with_fill_rule(&nothing, OpType::Union, FillRule::EvenOdd))
}

/// With every ring wound as it should be, what is wound around at all is inside, however many shapes overlap there.
fn overlay(
    one: &MultiPolygon,
    other: &MultiPolygon,
    operation: OpType,
) -> Result<MultiPolygon, TooIntricate> {
    check_crossings_of(one, other)?;
    let made = one.boolean_op_with_fill_rule(other, operation, FillRule::NonZero);
    Ok(without_crumbs(made))
}

/// The parts of valid shapes, which may cross where there are several.
fn together<'a>(
    shapes: impl IntoIterator<Item = &'a MultiPolygon>,
) -> Result<MultiPolygon, TooIntricate> {
    let shapes: Vec<&MultiPolygon> = shapes.into_iter().collect();
    let parts = all(shapes.iter().copied());
    if shapes.len() > 1 {
        check_crossings(&parts)?;
    }
    Ok(parts)
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

/// The area on the WGS 84 ellipsoid, in square kilometres; edges run as straight in longitude and latitude as RFC 7946
/// has them. Within a thousandth of the area between geodesics, at a hundredth of its cost, which every start would pay.
pub fn area_km2(shape: &MultiPolygon) -> f64 {
    let parts = shape.iter().map(|part| {
        let holes: f64 = part.interiors().iter().map(ring_km2).sum();
        ring_km2(part.exterior()) - holes
    });
    // The sum of nothing is -0.
    parts.sum::<f64>().max(0.0) + 0.0
}

fn ring_km2(ring: &LineString) -> f64 {
    // Each point stands for half the way from the one before it to the one after it.
    let points = ring.0.split_last().map_or(&[][..], |(_, points)| points);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return 0.0;
    };
    let before = iter::once(last).chain(points);
    let after = points[1..].iter().chain([first]);
    let strips = before
        .zip(points)
        .zip(after)
        .map(|((before, at), after)| (after.x - before.x).to_radians() / 2.0 * zone_km2(at.y));
    strips.sum::<f64>().abs()
}

/// The area from the equator to a latitude, for each radian of longitude (Snyder, Map Projections, equation 3-12).
fn zone_km2(latitude: f64) -> f64 {
    const RADIUS_KM: f64 = 6_378.137;
    const FLATTENING: f64 = 1.0 / 298.257_223_563;
    let squared = FLATTENING * (2.0 - FLATTENING);
    let (sine, e) = (latitude.to_radians().sin(), squared.sqrt());
    let q = (1.0 - squared) * (sine / (1.0 - squared * sine * sine) + (e * sine).atanh() / e);
    RADIUS_KM * RADIUS_KM * q / 2.0
}

/// A polygon from one outer ring of longitudes and latitudes, or what is wrong with the ring.
pub fn ring(points: &[[f64; 2]]) -> Result<MultiPolygon, Flaw> {
    let outside = points
        .iter()
        .position(|[lon, lat]| !(lon.abs() <= 180.0 && lat.abs() <= 90.0));
    if let Some(n) = outside {
        return Err(Flaw::OffTheGlobe {
            point: n + 1,
            found: points[n],
        });
    }
    let line: LineString = points.iter().map(|&[x, y]| Coord { x, y }).collect();
    valid(MultiPolygon::new(vec![Polygon::new(line, Vec::new())]))
}

/// The shape, or what makes it no area: a line that crosses another, too few points.
pub fn valid(shape: MultiPolygon) -> Result<MultiPolygon, Flaw> {
    validity::check(&shape)?;
    Ok(shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::geo::GeodesicArea;

    fn square(x: f64, y: f64, side: f64) -> MultiPolygon {
        ring(&[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]).expect("a square")
    }

    #[test]
    fn neighbours_join_without_a_seam_whatever_their_winding() {
        let mut clockwise = square(1.0, 0.0, 1.0);
        clockwise.0[0].exterior_mut(|ring| ring.0.reverse());
        let joined = union([&square(0.0, 0.0, 1.0), &clockwise]).expect("simple shapes");
        assert_eq!(joined.0.len(), 1);
        assert!(joined.0[0].interiors().is_empty());
    }

    #[test]
    fn says_what_is_wrong_with_a_ring() {
        assert!(ring(&[[0.0, 0.0], [1.0, 1.0]]).is_err());
        assert!(ring(&[[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]]).is_err());
        assert_eq!(
            ring(&[[0.0, 91.0], [1.0, 1.0], [2.0, 0.0]])
                .expect_err("off the globe")
                .to_string(),
            "point 1 is [0, 91], which is no longitude and latitude"
        );
    }

    #[test]
    fn a_ring_that_crosses_itself_is_mended_whichever_way_it_runs() {
        let bow = [(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)];
        let spike = [
            (5.0, 0.0),
            (2.0, 2.0),
            (2.5, 2.0),
            (2.0, 2.0),
            (4.0, 2.0),
            (5.0, 4.0),
            (8.0, 2.0),
        ];
        for (ring, area) in [(&bow[..], 2.0), (&spike[..], 10.0)] {
            let forth: LineString = ring.iter().copied().collect();
            let back: LineString = ring.iter().rev().copied().collect();
            for line in [forth, back] {
                let shape = mended(&Polygon::new(line, Vec::new()).into());
                assert!((shape.unsigned_area() - area).abs() < 1e-6, "{shape:?}");
                assert!(valid(shape).is_ok());
            }
        }
    }

    #[test]
    fn area_is_on_the_ellipsoid() {
        let holed = difference([&square(36.0, 33.0, 3.0)], [&square(37.0, 34.0, 1.0)])
            .expect("simple shapes");
        for shape in [
            square(0.0, 0.0, 1.0),
            square(36.0, 33.0, 0.5),
            square(10.0, -70.0, 0.5),
            holed,
        ] {
            let geodesic = shape.geodesic_area_unsigned() / 1e6;
            assert!(
                (area_km2(&shape) / geodesic - 1.0).abs() < 1e-3,
                "{} {geodesic}",
                area_km2(&shape)
            );
        }
        let base = crate::geo::Basemap::builtin("syria")
            .expect("it is there")
            .expect("it is sound");
        for unit in &base.units {
            let geodesic = unit
                .shape
                .orient(Direction::Default)
                .geodesic_area_unsigned()
                / 1e6;
            assert!(
                (area_km2(&unit.shape) / geodesic - 1.0).abs() < 1e-3,
                "{}",
                unit.name
            );
        }
    }
}

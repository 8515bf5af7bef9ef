//! Shapefiles (ESRI, 1998), read from the numbers that stand in them: the crate for it reserves as much memory as a file
//! claims to need, and brings calendars and encodings along.

use ::geo::{Coord, Intersects, LineString, Point, Polygon, coord};

use super::{Beside, Feature, GeodataError, Geometry, dbf, projection};
use crate::limits;

const HEADER: usize = 100;
const FILE_CODE: i32 = 9994;
/// From the start of a polygon or line to its counts: its kind, and its bounds.
const COUNTS: usize = 36;

pub fn read(bytes: &[u8], beside: Beside) -> Result<Vec<Feature>, GeodataError> {
    if let Some(prj) = beside("prj")? {
        projection::check_wkt(&String::from_utf8_lossy(&prj))?;
    }
    let rows = match beside("dbf")? {
        Some(table) => dbf::read(&table, beside("cpg")?.as_deref())?,
        None => Vec::new(),
    };
    let mut rows = rows.into_iter();
    let (mut features, mut records) = (Vec::new(), 0);
    let code = bytes.first_chunk().map(|code| i32::from_be_bytes(*code));
    let mut rest = match code {
        Some(FILE_CODE) if bytes.len() >= HEADER => &bytes[HEADER..],
        _ => return Err(invalid("it is no Shapefile")),
    };
    if stated_length(bytes).is_none_or(|length| length > bytes.len()) {
        return Err(invalid(
            "it is shorter than it says itself: some of it is cut off",
        ));
    }
    while !rest.is_empty() {
        let number = records + 1;
        let (record, after) =
            record(rest).ok_or_else(|| invalid(&format!("it ends within feature {number}")))?;
        let mut feature = Feature {
            geometry: geometry(record, number)?,
            ..Feature::default()
        };
        rest = after;
        records += 1;
        if records > limits::FEATURES {
            return Err(GeodataError::too_many("features", limits::FEATURES));
        }
        // A program that deletes a feature may leave it there, with a mark in its row.
        let Some(row) = rows.next().unwrap_or_else(|| Some(Vec::new())) else {
            continue;
        };
        for (name, value) in row {
            feature.set(&name, &value);
        }
        features.push(feature);
    }
    Ok(features)
}

fn invalid(why: &str) -> GeodataError {
    GeodataError::Invalid(why.to_owned())
}

/// The length that the head states, in bytes; it counts in words of two.
fn stated_length(bytes: &[u8]) -> Option<usize> {
    let words = i32::from_be_bytes(*bytes.get(24..)?.first_chunk()?);
    usize::try_from(words).ok()?.checked_mul(2)
}

/// The contents of the first record, and what comes after it. Lengths are in words of two bytes.
fn record(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let words = i32::from_be_bytes(*bytes.get(4..)?.first_chunk()?);
    let length = usize::try_from(words).ok()?.checked_mul(2)?;
    bytes.get(8..)?.split_at_checked(length)
}

fn geometry(record: &[u8], number: usize) -> Result<Geometry, GeodataError> {
    let cut = || invalid(&format!("feature {number} is cut off"));
    let kind = int(record, 0).ok_or_else(cut)?;
    let mut geometry = Geometry::default();
    match kind {
        0 => {}
        1 | 11 | 21 => geometry.points.push(point(record, 4).ok_or_else(cut)?),
        8 | 18 | 28 => geometry.points = points(record, COUNTS).ok_or_else(cut)?,
        3 | 13 | 23 => geometry.lines = parts(record).ok_or_else(cut)?,
        5 | 15 | 25 => {
            let rings = parts(record).ok_or_else(cut)?;
            geometry.areas = polygons(rings, number)?;
        }
        _ => {
            return Err(invalid(&format!(
                "feature {number} is of kind {kind}, which is no point, line or polygon"
            )));
        }
    }
    Ok(geometry)
}

fn int(bytes: &[u8], at: usize) -> Option<i32> {
    Some(i32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn count(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(int(bytes, at)?).ok()
}

fn point(bytes: &[u8], at: usize) -> Option<Coord> {
    let number = |at: usize| Some(f64::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    Some(coord! {x: number(at)?, y: number(at + 8)?})
}

/// Reads as many points as the number that stands before them says.
fn points(record: &[u8], at: usize) -> Option<Vec<Coord>> {
    let length = count(record, at)?.checked_mul(16)?;
    let bytes = record.get(at + 4..)?.get(..length)?;
    bytes.chunks_exact(16).map(|pair| point(pair, 0)).collect()
}

/// The parts of a line or polygon: how many, how many points in all, where each part begins, then the points.
fn parts(record: &[u8]) -> Option<Vec<LineString>> {
    let parts = count(record, COUNTS)?;
    let length = count(record, COUNTS + 4)?.checked_mul(16)?;
    let starts = record.get(COUNTS + 8..)?.get(..parts.checked_mul(4)?)?;
    let bytes = record.get(COUNTS + 8 + starts.len()..)?.get(..length)?;
    let all: Vec<Coord> = bytes
        .chunks_exact(16)
        .filter_map(|pair| point(pair, 0))
        .collect();
    let starts: Vec<usize> = (0..parts).filter_map(|n| count(starts, 4 * n)).collect();
    let ends = starts.iter().skip(1).copied().chain([all.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| Some(LineString::from(all.get(start..end)?.to_vec())))
        .collect()
}

/// Polygons from rings: those that run clockwise are outer ones, the others are holes of the smallest they lie in.
fn polygons(rings: Vec<LineString>, number: usize) -> Result<Vec<Polygon>, GeodataError> {
    let rings = rings.into_iter().filter(|ring| !ring.0.is_empty());
    let (holes, outer): (Vec<_>, Vec<_>) = rings.partition(|ring| twice_area(ring) > 0.0);
    let points: usize = outer.iter().map(|ring| ring.0.len()).sum();
    if holes.len().saturating_mul(points) > limits::HOLES {
        return Err(GeodataError::TooLarge(format!(
            "feature {number} has too many holes"
        )));
    }
    let whole = |ring| Polygon::new(ring, Vec::new());
    let mut polygons: Vec<Polygon> = outer.into_iter().map(whole).collect();
    let within: Vec<Option<usize>> = holes.iter().map(|hole| around(hole, &polygons)).collect();
    for (hole, within) in holes.into_iter().zip(within) {
        match within {
            Some(n) => polygons[n].interiors_push(hole),
            // Some programs wind their outer rings the other way.
            None => polygons.push(whole(hole)),
        }
    }
    Ok(polygons)
}

/// The smallest of the polygons that a hole lies in.
fn around(hole: &LineString, polygons: &[Polygon]) -> Option<usize> {
    let first = Point::from(*hole.0.first()?);
    let inside = polygons
        .iter()
        .enumerate()
        .filter(|(_, polygon)| polygon.intersects(&first));
    let size = |polygon: &Polygon| twice_area(polygon.exterior()).abs();
    let smallest = inside.min_by(|(_, a), (_, b)| size(a).total_cmp(&size(b)));
    smallest.map(|(n, _)| n)
}

/// Twice the area that a ring goes round; above zero if it runs counterclockwise.
fn twice_area(ring: &LineString) -> f64 {
    let steps = ring.lines().map(|line| line.determinant());
    steps.sum()
}

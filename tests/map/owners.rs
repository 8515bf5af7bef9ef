//! The owner of each sub-cell: as a grid of letters, and against a naive point-in-polygon test.

use std::{fmt::Write, sync::LazyLock};

use crate::support::Screen;
use geo::{Contains, Coord, MultiPolygon, Point, coord};
use proptest::prelude::*;
use whoholds::{
    atlas::{Lens, RegionId},
    geo::{Map, Shape, Viewport},
    scene::{Land, Layers, Marker, Owner, Resolution, Scene, View},
    session::World,
};

fn scene(screen: &Screen, viewport: Viewport, marker: Marker) -> Scene {
    let (world, state) = (&screen.world, &screen.state);
    Scene::build(&View {
        atlas: &world.atlas,
        map: &world.map,
        snapshot: &state.session.snapshot,
        marked: None,
        lens: Lens::Actors,
        viewport,
        selected: None,
        highlighted: None,
        filter: &[],
        layers: Layers::Both,
        resolution: Resolution::Subcells(marker),
        pin: None,
    })
}

/// The letters that stand for the regions, in the order of the file.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzA";

/// One letter a sub-cell: regions by theirs, `~` sea, `=` lake, `.` ground that no region has, `,` neighbours.
fn letters(world: &World, scene: &Scene) -> String {
    let owners = scene.owners();
    let mut text = String::new();
    for y in 0..owners.height() {
        let row = owners.row(y).iter().map(|owner| match owner.land() {
            Land::Void => ' ',
            Land::Sea => '~',
            Land::Lake => '=',
            Land::Ground => '.',
            Land::Neighbour(_) => ',',
            Land::Region(id) => LETTERS.chars().nth(id.index()).expect("a letter for each"),
        });
        let row: String = row.collect();
        writeln!(text, "{}", row.trim_end()).expect("written to memory");
    }
    for (letter, region) in LETTERS.chars().zip(&world.atlas.regions) {
        writeln!(text, "{letter} {}", region.name).expect("written to memory");
    }
    text
}

#[test]
fn the_shipped_map_as_owners() {
    let screen = Screen::new(60, 24);
    for (cols, rows, marker) in [
        (60, 24, Marker::Quadrant),
        (40, 12, Marker::Octant),
        (60, 24, Marker::Ascii),
    ] {
        let viewport = Viewport::fit(screen.world.map.extent(), cols, rows, 0.5);
        let scene = scene(&screen, viewport, marker);
        let name = format!("{cols}x{rows}-{}", marker.name());
        insta::assert_snapshot!(name, letters(&screen.world, &scene));
    }
}

static SHIPPED: LazyLock<(Screen, Vec<Coord>)> = LazyLock::new(|| {
    let screen = Screen::new(60, 24);
    let corners = shapes(&screen.world.map)
        .flat_map(|shape| shape.full().stretches())
        .flat_map(|stretch| stretch.points.to_vec())
        .collect();
    (screen, corners)
});

/// Everything that has owners.
fn shapes(map: &Map) -> impl Iterator<Item = &Shape> {
    let drawing = &map.drawing;
    drawing
        .neighbours
        .iter()
        .chain(drawing.units.iter())
        .chain(&drawing.regions)
        .chain(drawing.lakes.iter())
}

/// Finds the owner of a point of the plane, by the areas as they were read.
fn naive(map: &Map, at: Coord) -> Land {
    let degrees = map.projection.inverse(at);
    let point = Point::from(degrees);
    let holds = |shape: &MultiPolygon| shape.contains(&point);
    if map.base.lakes.iter().any(|lake| holds(&lake.shape)) {
        return Land::Lake;
    }
    if let Some(n) = map.areas.iter().rposition(holds) {
        return Land::Region(RegionId::at(n));
    }
    if map.base.unit_at(degrees).is_some() {
        return Land::Ground;
    }
    if let Some(n) = map
        .base
        .neighbours
        .iter()
        .rposition(|land| holds(&land.shape))
    {
        return Land::Neighbour(n);
    }
    if map.base.frame.contains(&point) {
        Land::Sea
    } else {
        Land::Void
    }
}

/// Returns the distance of a point of the plane from the nearest border.
fn distance(map: &Map, at: Coord) -> f64 {
    let frame = map.drawing.frame;
    let sides = [
        at.x - frame.min().x,
        at.x - frame.max().x,
        at.y - frame.min().y,
        at.y - frame.max().y,
    ];
    let mut nearest = sides.map(f64::abs).into_iter().fold(f64::MAX, f64::min);
    for stretch in shapes(map).flat_map(|shape| shape.full().stretches()) {
        let (low, high) = (stretch.span.low, stretch.span.high);
        let beyond = coord! {
            x: (low.x - at.x).max(at.x - high.x).max(0.0),
            y: (low.y - at.y).max(at.y - high.y).max(0.0),
        };
        if beyond.x.hypot(beyond.y) < nearest {
            let edges = stretch.points.windows(2);
            nearest = edges.fold(nearest, |nearest, edge| {
                nearest.min(off(at, edge[0], edge[1]))
            });
        }
    }
    nearest
}

/// Returns the distance of a point from an edge.
fn off(at: Coord, a: Coord, b: Coord) -> f64 {
    let (along, to) = (b - a, at - a);
    let length = along.x * along.x + along.y * along.y;
    let part = if length > 0.0 {
        ((to.x * along.x + to.y * along.y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to.x - along.x * part).hypot(to.y - along.y * part)
}

/// Compares sub-cells, some steps apart, that are farther from every border than `tolerance`; how many there were.
fn compare(
    viewport: Viewport,
    marker: Marker,
    step: usize,
    tolerance: f64,
) -> Result<usize, TestCaseError> {
    let (screen, _) = &*SHIPPED;
    let map = &screen.world.map;
    let scene = scene(screen, viewport, marker);
    let (wide, high) = marker.pieces();
    let mut compared = 0;
    for y in (0..scene.owners().height()).step_by(step) {
        for x in (y % step..scene.owners().width()).step_by(step) {
            let cell = coord! {
                x: (x as f64 + 0.5) / wide as f64,
                y: (y as f64 + 0.5) / high as f64,
            };
            let at = viewport.plane(cell);
            if distance(map, at) > tolerance {
                let owner = scene.owners().get(x, y).map(Owner::land);
                prop_assert_eq!(owner, Some(naive(map, at)), "{} {}", x, y);
                compared += 1;
            }
        }
    }
    Ok(compared)
}

fn marker() -> impl Strategy<Value = Marker> {
    prop::sample::select(Marker::ALL)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// At any scale a border is drawn within half a sub-cell of where it is.
    #[test]
    fn owners_agree_with_the_areas_away_from_borders(
        which: prop::sample::Index, zoom in -4.0..0.5f64, marker in marker(), aspect in 0.3..0.8f64,
    ) {
        let row = 10.0_f64.powf(zoom);
        let viewport = Viewport { centre: *which.get(&SHIPPED.1), row, cols: 60, rows: 24, aspect };
        let (wide, high) = marker.pieces();
        let half = 0.5 * (row * aspect / wide as f64).min(row / high as f64);
        compare(viewport, marker, 7, half)?;
    }

    /// Close up a border is drawn where it is.
    #[test]
    fn owners_agree_with_the_areas_exactly_close_up(
        which: prop::sample::Index, zoom in -6.0..-3.9f64, marker in marker(),
    ) {
        let viewport = Viewport {
            centre: *which.get(&SHIPPED.1), row: 10.0_f64.powf(zoom), cols: 60, rows: 24, aspect: 0.5,
        };
        let compared = compare(viewport, marker, 5, 1e-9)?;
        prop_assert!(compared > 50);
    }
}

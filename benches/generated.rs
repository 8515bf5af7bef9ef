//! The cost of a frame on maps of any size, against ratatui's own canvas drawing only the outlines of the same map.
//!
//! `cargo bench --bench generated` prints the times; the ratios to hold are in each benchmark's comment.

use std::hint::black_box;

use divan::Bencher;
use geo::{Coord, LineString, MultiPolygon, Polygon, Rect, coord};
use ratatui::{
    buffer::Buffer,
    layout, symbols,
    widgets::{
        Widget,
        canvas::{Canvas, Line},
    },
};
use whoholds::{
    atlas::{
        Accuracy, Actor, ActorId, Atlas, Claim, Contents, Date, Hue, Lens, Region, RegionId, Says,
        Subject, state::Snapshot,
    },
    geo::{Basemap, Map, Viewport},
    scene::{Depth, Layers, Marker, Resolution, Scene, Theme, View},
    tui::MapPane,
};

const PANE: layout::Rect = layout::Rect {
    x: 0,
    y: 0,
    width: 200,
    height: 50,
};

/// Cells on a side, and points on each of a cell's four edges: 3,072, 18,432, 101,376 and 544,768 vertices.
const MAPS: [(usize, usize); 4] = [(8, 12), (16, 18), (24, 44), (32, 133)];

fn main() {
    divan::main();
}

/// A whole filled and labelled map, scene and paint, into a buffer; without panel, diff and terminal. Against `canvas`: ≤ 0.9, ≤ 0.5, ≤ 0.3, ≤ 0.08.
#[divan::bench(args = MAPS)]
fn frame(bencher: Bencher, size: (usize, usize)) {
    let made = Made::new(size.0, size.1);
    let viewport = made.viewport(1.0);
    draw(bencher, &made, viewport);
}

/// The same shapes with 32 times the vertices. Against `frame` with as many cells and 18 points: ≤ 1.3.
#[divan::bench(args = [(16, 18), (16, 18 * 32)])]
fn same_shapes(bencher: Bencher, size: (usize, usize)) {
    let made = Made::new(size.0, size.1);
    let viewport = made.viewport(1.0);
    draw(bencher, &made, viewport);
}

/// A sixteenth of the largest map's width. Against `canvas_zoomed`: ≤ 0.1.
#[divan::bench]
fn zoomed(bencher: Bencher) {
    let (cells, points) = MAPS[3];
    let made = Made::new(cells, points);
    let viewport = made.viewport(16.0);
    draw(bencher, &made, viewport);
}

/// The outlines alone, drawn by ratatui's canvas into the same pane.
#[divan::bench(args = MAPS)]
fn canvas(bencher: Bencher, size: (usize, usize)) {
    draw_canvas(bencher, &Made::new(size.0, size.1), 1.0);
}

/// The same of the part that `zoomed` shows.
#[divan::bench]
fn canvas_zoomed(bencher: Bencher) {
    let (cells, points) = MAPS[3];
    draw_canvas(bencher, &Made::new(cells, points), 16.0);
}

fn draw(bencher: Bencher, made: &Made, viewport: Viewport) {
    let snapshot = Snapshot::at(&made.atlas, made.atlas.as_of);
    let view = View {
        atlas: &made.atlas,
        map: &made.map,
        snapshot: &snapshot,
        marked: None,
        lens: Lens::Actors,
        viewport,
        selected: None,
        highlighted: None,
        layers: Layers::Both,
        resolution: Resolution::Subcells(Marker::Octant),
        pin: None,
    };
    let theme = Theme::new(Depth::True);
    let mut buffer = Buffer::empty(PANE);
    bencher.bench_local(|| {
        buffer.reset();
        let mut pane = MapPane::new(&mut buffer, PANE);
        Scene::build(black_box(&view)).paint(&theme, &mut pane);
    });
}

fn draw_canvas(bencher: Bencher, made: &Made, zoom: f64) {
    let bounds = made.viewport(zoom).bounds();
    let mut buffer = Buffer::empty(PANE);
    bencher.bench_local(|| {
        buffer.reset();
        let canvas = Canvas::default()
            .marker(symbols::Marker::Octant)
            .x_bounds([bounds.min().x, bounds.max().x])
            .y_bounds([-bounds.max().y, -bounds.min().y])
            .paint(|context| {
                for line in made
                    .map
                    .areas
                    .iter()
                    .flatten()
                    .flat_map(|part| part.exterior().lines())
                {
                    context.draw(&Line {
                        x1: line.start.x * made.squeeze,
                        y1: line.start.y,
                        x2: line.end.x * made.squeeze,
                        y2: line.end.y,
                        color: ratatui::style::Color::White,
                    });
                }
            });
        canvas.render(PANE, &mut buffer);
    });
}

/// A map of a square, cut into cells with crooked borders.
struct Made {
    atlas: Atlas,
    map: Map,
    squeeze: f64,
}

impl Made {
    fn new(cells: usize, points: usize) -> Self {
        let side = 4.0 / cells as f64;
        let areas: Vec<MultiPolygon> = (0..cells * cells)
            .map(|n| cell(n % cells, n / cells, side, points))
            .collect();
        let frame = Rect::new(coord! {x: -1.0, y: -1.0}, coord! {x: 5.0, y: 5.0});
        let base = Basemap {
            is_builtin: false,
            units: Vec::new(),
            neighbours: Vec::new(),
            lakes: Vec::new(),
            rivers: Vec::new(),
            outlines: Vec::new(),
            towns: Vec::new(),
            frame,
        };
        #[expect(clippy::expect_used, reason = "cells don’t overlap")]
        let map = Map::new(base, areas).expect("a map");
        let squeeze = map.projection.forward(coord! {x: 1.0, y: 0.0}).x;
        Self {
            atlas: atlas(cells * cells),
            map,
            squeeze,
        }
    }

    fn viewport(&self, zoom: f64) -> Viewport {
        let mut viewport = Viewport::fit(self.map.drawing.frame, PANE.width, PANE.height, 0.5);
        viewport.row /= zoom;
        viewport
    }
}

fn cell(col: usize, row: usize, side: f64, points: usize) -> MultiPolygon {
    let corner = |col: usize, row: usize| coord! {x: col as f64 * side, y: row as f64 * side};
    let corners = [
        corner(col, row),
        corner(col + 1, row),
        corner(col + 1, row + 1),
        corner(col, row + 1),
    ];
    let edges = (0..4).flat_map(|n| edge(corners[n], corners[(n + 1) % 4], points));
    MultiPolygon::from(Polygon::new(edges.collect::<LineString>(), Vec::new()))
}

/// A crooked line that is the same from both ends.
fn edge(from: Coord, to: Coord, points: usize) -> Vec<Coord> {
    let along = to - from;
    let seed = (from + to).x * 37.0 + (from + to).y * 91.0;
    let turned = if from.x + from.y < to.x + to.y {
        1.0
    } else {
        -1.0
    };
    let bend = |share: f64| {
        let share = if turned > 0.0 { share } else { 1.0 - share };
        let waves = [(3.0, 0.05), (11.0, 0.02), (37.0, 0.008), (101.0, 0.003)];
        let shift: f64 = waves
            .iter()
            .map(|(often, far)| (share * often * 6.3 + seed * often).sin() * far)
            .sum();
        shift * turned * (share * std::f64::consts::PI).sin()
    };
    let point = |n: usize| {
        let share = n as f64 / points as f64;
        from + along * share + coord! {x: -along.y, y: along.x} * bend(share)
    };
    (0..points).map(point).collect()
}

fn atlas(regions: usize) -> Atlas {
    let hues = [Hue::Green, Hue::Yellow, Hue::Purple, Hue::Red];
    let actors = hues.iter().enumerate().map(|(n, hue)| Actor {
        id: n.to_string(),
        name: format!("Actor {n}"),
        short: format!("Actor {n}"),
        also: Vec::new(),
        letter: char::from(b'A' + u8::try_from(n).unwrap_or(0)),
        hue: *hue,
        part_of: None,
        note: None,
        from: None,
        until: None,
    });
    let claim = |n: usize| Claim {
        about: vec![Subject::Region(RegionId::at(n))],
        says: Says::Holds,
        actor: Some(ActorId::at((n + n / 7) % hues.len())),
        source: None,
        quote: None,
        summary: None,
        because: Some("made up".to_owned()),
        when: None,
        credibility: None,
        answers: None,
        stale_after: None,
        draft: false,
        line: 1,
    };
    Atlas::new(Contents {
        title: "made".to_owned(),
        stale_after: None,
        as_of: Date::new(2026, Some(1), Some(28)).unwrap_or_else(|_| unreachable!()),
        sources: Vec::new(),
        actors: actors.collect(),
        regions: (0..regions)
            .map(|n| Region {
                id: format!("r{n}"),
                name: format!("R{n}"),
                also: Vec::new(),
                accuracy: Accuracy::Schematic,
                is_unit: false,
                note: None,
            })
            .collect(),
        sites: Vec::new(),
        questions: Vec::new(),
        claims: (0..regions).map(claim).collect(),
        events: Vec::new(),
        event_days: 7,
    })
    .unwrap_or_else(|_| unreachable!())
}

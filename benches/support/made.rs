//! A map of a square, cut into cells with crooked borders, of any size.

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
    scene::{Layers, Marker, Resolution, Scene, Theme, View},
    tui::MapPane,
};

pub const PANE: layout::Rect = layout::Rect {
    x: 0,
    y: 0,
    width: 200,
    height: 50,
};

/// The map: each cell is a region that one of four actors holds.
pub struct Made {
    pub atlas: Atlas,
    pub map: Map,
    squeeze: f64,
}

impl Made {
    pub fn new(cells: usize, points: usize) -> Self {
        let side = 4.0 / cells as f64;
        let areas: Vec<MultiPolygon> = (0..cells * cells)
            .map(|n| cell(n % cells, n / cells, side, points))
            .collect();
        let frame = Rect::new(coord! {x: -1.0, y: -1.0}, coord! {x: 5.0, y: 5.0});
        let base = Basemap {
            measures: None,
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

    pub fn viewport(&self, zoom: f64) -> Viewport {
        let mut viewport = Viewport::fit(self.map.drawing.frame, PANE.width, PANE.height, 0.5);
        viewport.row /= zoom;
        viewport
    }

    /// The state of all its regions.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot::at(&self.atlas, self.atlas.as_of)
    }

    /// Builds the scene anew and paints it.
    pub fn paint(&self, snapshot: &Snapshot, viewport: Viewport, theme: &Theme, into: &mut Buffer) {
        let view = View {
            atlas: &self.atlas,
            map: &self.map,
            snapshot,
            marked: None,
            lens: Lens::Actors,
            viewport,
            selected: None,
            highlighted: None,
            filter: &[],
            layers: Layers::Both,
            resolution: Resolution::Subcells(Marker::Octant),
            pin: None,
        };
        into.reset();
        Scene::build(&view).paint(theme, &mut MapPane::new(into, PANE));
    }

    /// Draws the outlines alone, as ratatui's canvas does.
    pub fn canvas(&self, zoom: f64, into: &mut Buffer) {
        let bounds = self.viewport(zoom).bounds();
        into.reset();
        let canvas = Canvas::default()
            .marker(symbols::Marker::Octant)
            .x_bounds([bounds.min().x, bounds.max().x])
            .y_bounds([-bounds.max().y, -bounds.min().y])
            .paint(|context| {
                let parts = self.map.areas.iter().flatten();
                for line in parts.flat_map(|part| part.exterior().lines()) {
                    context.draw(&Line {
                        x1: line.start.x * self.squeeze,
                        y1: line.start.y,
                        x2: line.end.x * self.squeeze,
                        y2: line.end.y,
                        color: ratatui::style::Color::White,
                    });
                }
            });
        canvas.render(PANE, into);
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
        events: Vec::new(),
        event_days: 7,
        as_of: Date::new(2026, Some(1), Some(28)).unwrap_or_else(|_| unreachable!()),
        sources: Vec::new(),
        actors: actors.collect(),
        regions: (0..regions)
            .map(|n| Region {
                id: format!("r{n}"),
                name: format!("R{n}"),
                also: Vec::new(),
                is_unit: false,
                accuracy: Accuracy::Schematic,
                note: None,
            })
            .collect(),
        sites: Vec::new(),
        questions: Vec::new(),
        claims: (0..regions).map(claim).collect(),
    })
    .unwrap_or_else(|_| unreachable!())
}

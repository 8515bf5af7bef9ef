//! The map as shapes: land, water, fills, borders, sites and labels as elements of SVG.
//!
//! They are in classes and have no colours: a picture and a page each give the classes their own, see [`tones`].

mod borders;
mod frame;
mod labels;
mod moved;
mod pattern;
mod sites;
mod text_line;
mod tones;

use std::{collections::BTreeMap, fmt::Write, sync::OnceLock};

use ::geo::{Rect, coord};
use unicode_width::UnicodeWidthStr;

use super::{Exported, xml::escape};
use crate::{
    atlas::{RegionId, SiteId},
    geo::{Map, Shape, Viewport, algebra},
    scene::{Class, Emphasis, Fill, Label, Layers, Marker, Pattern, Resolution, Scene, View},
};

use borders::Units;
pub use frame::Frame;
pub use pattern::{class, hue_class, paint, tile};
pub use sites::{is_solid, outline as symbol};
pub use text_line::{Anchor, TextLine};
pub use tones::{Tone, style, tones};

/// The distance by which a line may stray from the true one, in units of the picture.
const TOLERANCE: f64 = 0.35;

/// Less of the country than this is the rounding of borders.
const LEAST: f64 = 1e-4;

/// Square kilometres beyond the country that nobody sees.
const BEYOND: f64 = 1.0;

/// A map at a date in a frame.
#[derive(Debug)]
pub struct Chart<'a> {
    exported: &'a Exported<'a>,
    /// The window on the plane.
    pub frame: Frame,
    scene: Scene,
    /// Land that is in another region than in what the map is compared with.
    moved: Vec<moved::MovedLand>,
    units: OnceLock<Units>,
}

impl<'a> Chart<'a> {
    /// The whole country in a frame of so many cells, which labels are placed on, each so many units wide and twice as
    /// high.
    pub fn new(exported: &'a Exported<'a>, (cols, rows): (u16, u16), cell: f64) -> Self {
        let viewport = Viewport::fit(exported.map.extent(), cols, rows, 0.5);
        let scene = Scene::build(&View {
            atlas: exported.atlas,
            map: &exported.map,
            snapshot: &exported.snapshot,
            marked: exported.marked.as_ref(),
            lens: exported.lens,
            viewport,
            selected: None,
            highlighted: (!exported.filter.is_empty()).then(|| exported.places().collect()),
            filter: &exported.filter,
            layers: Layers::Both,
            resolution: Resolution::Subcells(Marker::Octant),
            pin: None,
        });
        let mut chart = Self {
            exported,
            frame: Frame { viewport, cell },
            scene,
            moved: Vec::new(),
            units: OnceLock::new(),
        };
        chart.moved = moved::of(&chart);
        chart
    }

    /// The outlines of the base map's units, which are the same at every date.
    fn units(&self) -> &Units {
        self.units.get_or_init(|| Units::new(self))
    }

    /// The fill of a region.
    pub fn fill(&self, id: RegionId) -> &Fill {
        &self.scene.fills()[id.index()]
    }

    /// Every pattern that land is filled with.
    pub fn fills(&self) -> Vec<&Pattern> {
        let regions = self.exported.atlas.region_ids();
        let fills = regions.map(|id| &self.fill(id).pattern);
        fills
            .chain(self.moved.iter().map(|(pattern, _)| pattern))
            .collect()
    }

    /// Returns `true` if some land of the country lies in no region.
    pub fn is_partial(&self) -> bool {
        let map = &self.exported.map;
        let covered: f64 = map.coverage.pieces.iter().map(|piece| piece.km2).sum();
        covered < map.total_km2 * (1.0 - LEAST)
    }

    /// The patterns of the fills, each once, in the order of their ids.
    pub fn patterns(&self) -> String {
        let tiles = self.fills().into_iter().filter_map(pattern::tile);
        let tiles: BTreeMap<String, String> = tiles.collect();
        tiles.into_values().collect()
    }

    /// Everything but labels and sites, the lowest first; with the borders of silent regions dotted, if wanted.
    pub fn land(&self, dotted: bool) -> String {
        let (map, frame) = (&*self.exported.map, &self.frame);
        let (width, height) = frame.size();
        let mut out = format!("<rect class=\"sea\" width=\"{width}\" height=\"{height}\"/>\n");
        let drawing = &map.drawing;
        let around = map.base.neighbours.iter().map(|land| &land.shape);
        let seen = clip(map, frame.viewport.bounds());
        for whole in around {
            let seen = algebra::intersection([whole], [&seen]);
            // What can't be cut is drawn whole, and hidden where it is outside the frame.
            let shape = map.projection.shape(seen.as_ref().unwrap_or(whole));
            self.area(&mut out, "land", &shape);
        }
        // One path, as renderers are at pains to unite several.
        let units = drawing.units.iter();
        let units = units.map(|unit| frame.path(unit.at(self.tolerance()), true));
        let country: String = units.collect();
        let _ = writeln!(out, "<path class=\"ground\" d=\"{country}\"/>");
        if self.is_clipped() {
            let _ = writeln!(
                out,
                "<clipPath id=\"country\"><path d=\"{country}\"/></clipPath>"
            );
            out.push_str("<g class=\"regions\" clip-path=\"url(#country)\">\n");
        } else {
            out.push_str("<g class=\"regions\">\n");
        }
        for (id, path) in self.exported.atlas.region_ids().zip(self.areas(map)) {
            let fill = self.fill(id);
            let dim = match fill.emphasis {
                Emphasis::Dimmed => " opacity=\".3\"",
                _ => "",
            };
            let _ = writeln!(
                out,
                "<path data-place=\"{}\" {}{dim} d=\"{path}\"/>",
                escape(&self.exported.atlas[id].id),
                paint(&fill.pattern),
            );
        }
        for (pattern, area) in &self.moved {
            let shape = map.projection.shape(area);
            let path = self.frame.path(shape.at(self.tolerance()), true);
            let _ = writeln!(out, "<path {} d=\"{path}\"/>", paint(pattern));
        }
        out.push_str("</g>\n<g class=\"lines\">\n");
        let _ = writeln!(
            out,
            "<path class=\"unit\" d=\"{}\"/>",
            borders::of_units(self)
        );
        for lake in drawing.lakes.iter().filter(|lake| self.sees(lake)) {
            self.area(&mut out, "lake", lake);
        }
        for river in drawing.rivers.iter().filter(|river| self.sees(river)) {
            self.line(&mut out, "river", river, false);
        }
        out.push_str("</g>\n<g class=\"lines borders\">\n");
        let clip = if self.is_clipped() {
            " clip-path=\"url(#country)\""
        } else {
            ""
        };
        for (class, path) in self.borders(map, dotted) {
            let clip = if class == "country" { "" } else { clip };
            let _ = writeln!(out, "<path class=\"{class}\"{clip} d=\"{path}\"/>");
        }
        out.push_str("</g>\n");
        out
    }

    /// The path of each region, where it lies on a map at this or another date.
    pub fn areas(&self, map: &Map) -> Vec<String> {
        let regions = map.drawing.regions.iter();
        regions
            .map(|shape| self.frame.path(shape.at(self.tolerance()), true))
            .collect()
    }

    /// The classes and paths of the borders on a map at this or another date.
    pub fn borders(&self, map: &Map, dotted: bool) -> Vec<(&'static str, String)> {
        borders::of(self, map, dotted)
    }

    /// Every site by its kind, in the colour of who runs it.
    pub fn sites(&self) -> String {
        let atlas = self.exported.atlas;
        let all = |draw: fn(&Chart, SiteId) -> String| -> String {
            atlas.site_ids().map(|id| draw(self, id)).collect()
        };
        format!(
            "<g class=\"halos\">\n{}</g>\n<g class=\"sites\">\n{}</g>\n",
            all(sites::halo),
            all(sites::site)
        )
    }

    /// Finds the place of the scale bar: its left end and its row, in cells. It is a corner of the frame that is clear
    /// of the country and of labels, or else the place where the scene has it.
    pub fn scale(&self) -> Option<(u16, u16)> {
        let labels = self.scene.labels();
        let bar = labels.iter().find(|label| label.class == Class::Scale)?;
        let width = u16::try_from(bar.text.width()).ok()?;
        let Viewport { cols, rows, .. } = self.frame.viewport;
        let (right, bottom) = (cols.checked_sub(width + 1)?, rows - 1);
        let mut corners = [(1, bottom), (right, bottom), (1, 0), (right, 0)].into_iter();
        let corner = corners.find(|&(left, row)| {
            let cells = left..left + width;
            let beside = |label: &Label| {
                label.at.1.abs_diff(row) <= 1
                    && label.at.0 < cells.end
                    && usize::from(label.at.0) + label.text.width() > usize::from(left)
            };
            let mut others = labels.iter().filter(|label| *label != bar);
            !others.any(beside) && !cells.clone().any(|col| self.is_country((col, row)))
        });
        Some(corner.unwrap_or(bar.at))
    }

    /// Returns `true` if a cell, or the one above or below it, is of the country.
    fn is_country(&self, (col, row): (u16, u16)) -> bool {
        let map = &self.exported.map;
        [-0.5, 0.5, 1.5].into_iter().any(|down| {
            let cell = coord! {x: f64::from(col) + 0.5, y: f64::from(row) + down};
            let at = self.frame.viewport.plane(cell);
            map.base.unit_at(map.projection.inverse(at)).is_some()
        })
    }

    /// The texts on the map.
    pub fn labels(&self) -> Vec<TextLine> {
        labels::of(self)
    }

    /// The dots of the towns that are named.
    pub fn spots(&self) -> String {
        labels::spots(self)
    }

    /// Returns `true` if what is drawn of regions may reach beyond the country, at this or another date.
    fn is_clipped(&self) -> bool {
        let map = &self.exported.map;
        let mut regions = self.exported.atlas.region_ids();
        !map.starts().is_empty() || regions.any(|id| map.outside_km2(id) > BEYOND)
    }

    fn sees(&self, shape: &Shape) -> bool {
        self.frame.viewport.sees(shape.bounds)
    }

    fn tolerance(&self) -> f64 {
        TOLERANCE / self.frame.unit()
    }

    fn area(&self, out: &mut String, class: &str, shape: &Shape) {
        self.line(out, class, shape, true);
    }

    fn line(&self, out: &mut String, class: &str, shape: &Shape, closed: bool) {
        let path = self.frame.path(shape.at(self.tolerance()), closed);
        if !path.is_empty() {
            let _ = writeln!(out, "<path class=\"{class}\" d=\"{path}\"/>");
        }
    }
}

/// Returns the part of the plane that is seen, as an area in degrees.
fn clip(map: &Map, seen: Rect) -> ::geo::MultiPolygon {
    let (low, high) = (seen.min(), seen.max());
    let corners = (map.projection.inverse(low), map.projection.inverse(high));
    ::geo::MultiPolygon::new(vec![Rect::new(corners.0, corners.1).to_polygon()])
}

//! The map with its title, date and shares as a picture, for pages and documents.

mod cells;
mod sheet;

use super::{ExportError, Exported, Exporter};
use crate::{
    atlas::{Atlas, Lens},
    caption::{Role, wrap},
    geo::Viewport,
    scene::{Depth, Layers, Marker, Resolution, Scene, TextStyle, Theme, View},
};

pub use cells::draw;
pub use sheet::{Letter, LetterStyle, Sheet};

/// Cells that the map is wide and high.
const MAP: (u16, u16) = (100, 36);
/// The width of a cell, as a share of its height.
const ASPECT: f64 = 0.5;
/// Columns of room on both sides of the words.
const MARGIN: u16 = 2;

/// A picture of the map as it looks in a terminal with all colours, on a dark ground.
#[derive(Clone, Copy, Debug)]
pub struct Svg;

impl Exporter for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn about(&self) -> &'static str {
        "A picture of the map with its date and shares"
    }

    fn media_type(&self) -> &'static str {
        "image/svg+xml"
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        Ok(draw(&picture(exported)).into_bytes())
    }
}

/// The map, and under it its words.
fn picture(exported: &Exported) -> Sheet {
    let theme = Theme::new(Depth::True);
    let (width, height) = MAP;
    let lines = wrap(
        &exported.captions().overview(),
        usize::from(width - 2 * MARGIN),
    );
    // A blank row above the words and one below.
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let rows = rows.saturating_add(height + 2);
    let mut sheet = Sheet::new(width, rows);
    let view = View {
        atlas: exported.atlas,
        map: &exported.map,
        snapshot: &exported.snapshot,
        marked: None,
        lens: Lens::default(),
        viewport: Viewport::fit(exported.map.extent(), width, height, ASPECT),
        selected: None,
        highlighted: None,
        layers: Layers::Both,
        resolution: Resolution::Subcells(Marker::Octant),
        pin: None,
    };
    Scene::build(&view).paint(&theme, &mut sheet);
    for (line, row) in lines.iter().zip(height + 1..rows) {
        let indent = u16::try_from(line.indent).unwrap_or(u16::MAX);
        let mut col = MARGIN.saturating_add(indent).min(width - 1);
        for span in &line.spans {
            let style = style(span.role, &theme, exported.atlas);
            col = sheet.print((col, row), &span.text, style);
        }
    }
    sheet
}

/// Returns the style of the words of an overview.
fn style(role: Role, theme: &Theme, atlas: &Atlas) -> TextStyle {
    match role {
        Role::Title | Role::Heading => theme.strong(),
        Role::Alarm => theme.alarm(),
        Role::Quiet => theme.dim(),
        Role::Mark(actor) => theme.swatch(atlas[actor].hue),
        _ => theme.text(),
    }
}

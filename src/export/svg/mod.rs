//! The map as a picture for paper: outlines, a legend with shares, a scale bar, sources and licence.
//!
//! What is inferred, silent, schematic or not settled is told apart by lines and dots, so that a print without colour
//! says the same.

mod legend;
mod picture;
mod plot;
mod sheet;
mod text_style;

use super::{
    ExportError, Exported, Exporter, Plot,
    both::both,
    vector::{Chart, TextLine},
};
use crate::{
    atlas::Lens,
    caption::{shortened, words},
    scene::scale,
};
pub(super) use picture::Picture;
use picture::WIDTH;
use sheet::Sheet;
#[cfg(feature = "pictures")]
pub(super) use text_style::{Halo, TextStyle};

/// Cells that the map is wide and high, for its labels; and the units a cell is wide.
const CELLS: (u16, u16) = (117, 50);
const CELL: f64 = 7.0;
/// Units of room on every side.
const MARGIN: f64 = 24.0;
/// The left edge of the legend, and its width.
const LEGEND: (f64, f64) = (868.0, 308.0);
/// The least height: that of a sheet of A4 laid on its side.
const HEIGHT: f64 = 848.0;
/// Columns of a title.
const TITLE: usize = 70;
/// The top of the map.
const TOP: f64 = 84.0;

/// A picture of the map on a light ground, as wide as a page laid on its side.
#[derive(Clone, Copy, Debug)]
pub struct Svg;

impl Exporter for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn about(&self) -> &'static str {
        "A picture of the map for print, with its legend, shares and sources"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["svg"]
    }

    fn media_type(&self) -> &'static str {
        "image/svg+xml"
    }

    fn plots(&self) -> bool {
        true
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        Ok(picture(exported).svg().into_bytes())
    }
}

/// The licence of a base map that comes with the program; of others nothing is known.
pub(super) const BASEMAP: &str =
    "Base map: Natural Earth (public domain); towns: © GeoNames, CC BY 4.0";

/// The line that says where the base map is from.
pub(super) fn basemap(exported: &Exported) -> &'static str {
    if exported.map.base.is_builtin() {
        BASEMAP
    } else {
        "Base map: as supplied with the region file"
    }
}

/// The whole picture: of the map, or of what is asked for instead.
pub(super) fn picture(exported: &Exported) -> Picture {
    match exported.plot {
        None => map(exported),
        Some(Plot::Shares) => plot::picture(exported),
    }
}

fn map(exported: &Exported) -> Picture {
    let chart = Chart::new(exported, CELLS, CELL);
    let (land, (sheets, above, lines)) = both(&|| chart.land(true), || {
        let sheets = Sheets::new(exported, &chart);
        let (bar, length) = scale_bar(exported, &chart).unzip();
        let above = [
            chart.sites(),
            chart.spots(),
            frame(&chart, sheets.height),
            bar.unwrap_or_default(),
        ];
        let mut lines = chart.labels();
        lines.extend(length);
        (sheets, above.concat(), lines)
    });
    let mut picture = Picture::new(exported, sheets.height, chart.patterns());
    picture.add(sheets.head);
    picture.draw((MARGIN, TOP), &[&land, &above], lines);
    picture.add(sheets.key);
    picture.add(sheets.foot);
    picture
}

/// The words around the map.
struct Sheets {
    head: Sheet,
    key: Sheet,
    foot: Sheet,
    /// The height of the whole picture.
    height: f64,
}

impl Sheets {
    fn new(exported: &Exported, chart: &Chart) -> Self {
        let mut head = Sheet::new(MARGIN, 40.0, WIDTH - 2.0 * MARGIN);
        head.text("title", &shortened(&exported.atlas.title, TITLE));
        head.skip(24.0);
        head.text("quiet", &dated(exported));
        let mut key = Sheet::new(LEGEND.0, TOP + 10.0, LEGEND.1);
        legend::add(&mut key, exported, chart);
        let (_, map_height) = chart.frame.size();
        let bottom = key.y.max(TOP + map_height + 4.0);
        let mut foot = Sheet::new(MARGIN, bottom + 18.0, WIDTH - 2.0 * MARGIN);
        for line in notes(exported) {
            foot.paragraph("foot", &line, 0.0);
        }
        Self {
            height: (foot.y + 6.0).max(HEIGHT).ceil(),
            head,
            key,
            foot,
        }
    }
}

/// The frame of the map, and paper around it, which hides what lies beyond: a clip would be drawn many times slower.
fn frame(chart: &Chart, height: f64) -> String {
    let (map_width, map_height) = chart.frame.size();
    format!(
        "<path class=\"paper\" d=\"M-{MARGIN}-{TOP}h{WIDTH}v{height}h-{WIDTH}zM0 0v{map_height}h{map_width}V0z\"/>\n\
         <rect class=\"frame\" width=\"{map_width}\" height=\"{map_height}\"/>\n",
    )
}

/// `as of 28 Jan 2026 · 10 regions · 2 sites · 3 sources`, and what else the picture is of.
fn dated(exported: &Exported) -> String {
    let atlas = exported.atlas;
    let lens =
        (exported.lens != Lens::Actors).then(|| format!("coloured by {}", exported.lens.plain()));
    let names = exported.filter.iter().map(|&id| atlas[id].name.as_str());
    let filter = (!exported.filter.is_empty())
        .then(|| format!("paler where it is not of {}", words::list(names)));
    let marked = exported.marked.as_ref().map(|marked| {
        if marked.is_former {
            "striped where the former version differs".to_owned()
        } else {
            format!("striped where {} differs", marked.date)
        }
    });
    let known = [
        format!("as of {}", exported.snapshot.date),
        words::count(atlas.regions.len(), "region"),
        words::count(atlas.sites.len(), "site"),
        words::count(exported.captions().sources().len(), "source"),
    ];
    let more = [lens, filter, marked].into_iter().flatten();
    known
        .into_iter()
        .chain(more)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Lists what must be known of the map before it is trusted, its sources, and its licence.
fn notes(exported: &Exported) -> Vec<String> {
    let captions = exported.captions();
    let warnings = [captions.doubt(), captions.switched_off()];
    let sources = exported.deciding_sources().into_iter();
    let sources: Vec<String> = sources.map(|name| shortened(name, legend::NAME)).collect();
    let sources = (!sources.is_empty()).then(|| format!("Sources: {}.", sources.join("; ")));
    let licence = format!("{}.", basemap(exported));
    let notes = warnings.into_iter().chain([sources, Some(licence)]);
    notes.flatten().collect()
}

/// A bar of a round length in a corner of the map that is free, and how long it is.
fn scale_bar(exported: &Exported, chart: &Chart) -> Option<(String, TextLine)> {
    let (col, row) = chart.scale()?;
    let unit_km = exported.map.projection.km(1.0 / chart.frame.unit());
    let km = scale::round(chart.frame.size().0 * 0.2 * unit_km);
    let (x, y) = (
        f64::from(col) * CELL,
        f64::from(row) * chart.frame.row() + 4.0,
    );
    let long = km / unit_km;
    let bar = format!(
        "<path class=\"scale\" d=\"M{x:.1} {}v5h{long:.1}v-5\"/>\n",
        y - 5.0
    );
    let length = TextLine::new("length", (x + long + 6.0, y + 2.0), scale::length(km));
    Some((bar, length))
}

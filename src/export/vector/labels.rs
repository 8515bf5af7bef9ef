//! Labels, where the scene has placed them on its cells, as texts at the points that they belong to.

use unicode_width::UnicodeWidthStr;

use super::{Anchor, Chart, TextLine, frame::number};
use crate::{
    atlas::Place,
    geo::Town,
    scene::{Class, Label},
};

/// The baseline of a text below the top of its row, as a share of the row's height.
const BASELINE: f64 = 0.76;

/// Stands for a town on cells.
const DOT: char = '·';

/// The lines of every label but the scale bar and the symbols of sites, which are drawn otherwise.
pub fn of(chart: &Chart) -> Vec<TextLine> {
    let labels = chart.scene.labels().iter();
    let labels = labels.filter(|label| !is_symbol(chart, label));
    labels.filter_map(|label| line(chart, label)).collect()
}

/// The dots of the towns that are named.
pub fn spots(chart: &Chart) -> String {
    let towns = chart.scene.labels().iter();
    let towns = towns.filter_map(|label| town(chart, label));
    let spot = |town: &Town| {
        let at = chart.exported.map.projection.forward(town.at);
        let (x, y) = chart.frame.point(at);
        let (x, y) = (number(x), number(y));
        format!("<circle class=\"spot\" cx=\"{x}\" cy=\"{y}\" r=\"1.6\"/>\n")
    };
    towns.map(spot).collect()
}

const fn class(class: Class) -> Option<&'static str> {
    Some(match class {
        Class::Region => "name",
        Class::Holder => "holder",
        Class::Site => "site",
        Class::Event => "event",
        Class::Town => "town",
        Class::Unit => "unit-name",
        Class::Around => "around",
        Class::Pin | Class::Pointer | Class::Scale => return None,
    })
}

/// Returns `true` if a label stands on the very cell of its site.
fn is_symbol(chart: &Chart, label: &Label) -> bool {
    site_cell(chart, label) == Some(label.at)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "inside the frame"
)]
fn site_cell(chart: &Chart, label: &Label) -> Option<(u16, u16)> {
    let Some(Place::Site(id)) = label.place else {
        return None;
    };
    let exported = chart.exported;
    let at = exported.map.projection.position(exported.atlas[id].at);
    let cell = chart.frame.viewport.cell(at);
    Some((cell.x as u16, cell.y as u16))
}

fn line(chart: &Chart, label: &Label) -> Option<TextLine> {
    let columns = label.text.width() as f64;
    let (left, row) = (f64::from(label.at.0), f64::from(label.at.1));
    // A site's name begins or ends at the site, a town's at its dot; others stand in the middle of their cells.
    let site = site_cell(chart, label).map(|(col, _)| f64::from(col));
    let (anchor, at) = match (label.class, site) {
        (_, Some(col)) if left > col => (Anchor::Start, left),
        (_, Some(col)) if left + columns <= col => (Anchor::End, left + columns),
        (Class::Town, _) if label.text.ends_with(DOT) => (Anchor::End, left + columns - 1.4),
        (Class::Town, _) => (Anchor::Start, left + 1.4),
        _ => (Anchor::Middle, left + columns / 2.0),
    };
    let text = town(chart, label).map_or(&label.text, |town| &town.name);
    Some(TextLine {
        class: class(label.class)?,
        at: (at * chart.frame.cell, (row + BASELINE) * chart.frame.row()),
        anchor,
        place: label
            .place
            .map(|place| chart.exported.atlas.id(place).to_owned()),
        text: text.clone(),
    })
}

/// The town that a label names.
fn town<'a>(chart: &'a Chart, label: &Label) -> Option<&'a Town> {
    if label.class != Class::Town {
        return None;
    }
    let map = &*chart.exported.map;
    let name = label.text.trim_matches([DOT, ' ']);
    let near = |town: &&Town| {
        let cell = chart.frame.viewport.cell(map.projection.forward(town.at));
        (cell.y - f64::from(label.at.1) - 0.5).abs() <= 0.5
    };
    let mut towns = map.base.towns.iter();
    towns.find(|town| town.name == name && near(town))
}

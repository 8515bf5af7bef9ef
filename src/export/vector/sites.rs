//! Sites: the kind by the form, filled while somebody runs it or has forces there.

use std::fmt::Write;

use super::{Chart, frame::number, pattern::class};
use crate::{
    atlas::{Lens, Place, SiteId, SiteKind, state::Status},
    export::xml::escape,
    scene::{Label, Tint},
};

/// The outline of a kind of site around its position, some ten units across.
pub const fn outline(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::AirBase => "M0-6 5.6 4.2H-5.6z",
        SiteKind::NavalBase => "M0 6-5.6-4.2H5.6z",
        SiteKind::Airport => "M0-6 6 0 0 6-6 0z",
        SiteKind::Base => "M-4.6-4.6h9.2v9.2h-9.2z",
        SiteKind::Crossing => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        SiteKind::Town => {
            "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z"
        }
        SiteKind::Other => "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    }
}

/// Returns `true` if somebody runs a site, or has forces there that are not leaving.
pub fn is_solid(status: &Status) -> bool {
    status.agreed.iter().any(|(says, _)| says.stays())
}

/// The element of a site.
pub fn site(chart: &Chart, id: SiteId) -> String {
    let exported = chart.exported;
    let (site, state) = (&exported.atlas[id], &exported.snapshot[id]);
    let at = exported.map.projection.position(site.at);
    if !chart.frame.viewport.has(chart.frame.viewport.cell(at)) {
        return String::new();
    }
    let (x, y) = chart.frame.point(at);
    let who = state.status.agreed.first();
    let tint = match exported.lens {
        Lens::Actors => who.map(|(_, actor)| Tint::Actor(exported.atlas[*actor].hue)),
        _ => tint(chart, id),
    };
    let tint = tint.filter(|_| is_solid(&state.status));
    let class = tint.map_or_else(|| "hollow".to_owned(), class);
    let dim = if is_dimmed(chart, id) {
        " opacity=\".3\""
    } else {
        ""
    };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<path data-place=\"{}\" class=\"{class}\"{dim} transform=\"translate({} {})\" d=\"{}\"/>",
        escape(exported.atlas.id(Place::Site(id))),
        number(x),
        number(y),
        outline(site.kind),
    );
    out
}

/// The colour that the scene gives a site by the lens.
fn tint(chart: &Chart, id: SiteId) -> Option<Tint> {
    let of_site = |label: &&Label| label.place == Some(Place::Site(id));
    chart.scene.labels().iter().find(of_site)?.tint
}

/// Tells whether a site is none of those that the filter is after.
fn is_dimmed(chart: &Chart, id: SiteId) -> bool {
    let exported = chart.exported;
    !exported.filter.is_empty() && exported.places().all(|place| place != Place::Site(id))
}

/// The halo that sets a site off from the land around it: on land of its own colour it would look hollow otherwise.
pub fn halo(chart: &Chart, id: SiteId) -> String {
    let exported = chart.exported;
    let site = &exported.atlas[id];
    let at = exported.map.projection.position(site.at);
    if !chart.frame.viewport.has(chart.frame.viewport.cell(at)) {
        return String::new();
    }
    let (x, y) = chart.frame.point(at);
    let (x, y) = (number(x), number(y));
    let outline = outline(site.kind);
    format!("<path transform=\"translate({x} {y})\" d=\"{outline}\"/>\n")
}

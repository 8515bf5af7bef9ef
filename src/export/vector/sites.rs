//! Sites: the kind by the form, filled while somebody runs it or has forces there.

use std::fmt::Write;

use super::{Chart, frame::number, pattern::class};
use crate::{
    atlas::{Place, SiteId, SiteKind, state::Status},
    export::xml::escape,
    scene::Tint,
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
    let tint = who
        .filter(|_| is_solid(&state.status))
        .map(|(_, actor)| Tint::Actor(exported.atlas[*actor].hue));
    let class = tint.map_or_else(|| "hollow".to_owned(), class);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<path data-place=\"{}\" class=\"{class}\" transform=\"translate({} {})\" d=\"{}\"/>",
        escape(exported.atlas.id(Place::Site(id))),
        number(x),
        number(y),
        outline(site.kind),
    );
    out
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

//! The symbol of a site: its form is what it is, filled while it is operated.

use crate::atlas::{SiteKind, state::Status};

/// The symbol for a site of a kind in a state: filled where somebody runs it or has forces there, hollow where they
/// leave, have left, or nothing certain is said.
pub fn of(kind: SiteKind, status: &Status, ascii: bool) -> char {
    let filled = status.agreed.iter().any(|(says, _)| says.stays());
    let (solid, hollow) = match (kind, ascii) {
        (SiteKind::AirBase, false) => ('▲', '△'),
        (SiteKind::NavalBase, false) => ('▼', '▽'),
        (SiteKind::Airport, false) => ('◆', '◇'),
        (SiteKind::Base, false) => ('■', '□'),
        (SiteKind::Crossing, false) => ('●', '○'),
        (SiteKind::Town, false) => ('◉', '◎'),
        (SiteKind::Other, false) => ('•', '◦'),
        (SiteKind::AirBase, true) => ('A', 'a'),
        (SiteKind::NavalBase, true) => ('N', 'n'),
        (SiteKind::Airport, true) => ('P', 'p'),
        (SiteKind::Base, true) => ('B', 'b'),
        (SiteKind::Crossing, true) => ('X', 'x'),
        (SiteKind::Town, true) => ('T', 't'),
        (SiteKind::Other, true) => ('S', 's'),
    };
    if filled { solid } else { hollow }
}

//! Ways through lines and rows.

use super::action::Scroll;

/// Returns where a way leads from `at`, no further than `last`.
pub fn step(scroll: Scroll, at: usize, last: usize, page: usize) -> usize {
    let to = match scroll {
        Scroll::LineUp => at.saturating_sub(1),
        Scroll::LineDown => at + 1,
        Scroll::PageUp => at.saturating_sub(page),
        Scroll::PageDown => at + page,
        Scroll::Top => 0,
        Scroll::Bottom => last,
    };
    to.min(last)
}

/// Says why a way leads nowhere.
pub const fn end(scroll: Scroll) -> &'static str {
    match scroll {
        Scroll::LineUp | Scroll::PageUp | Scroll::Top => "this is the start",
        Scroll::LineDown | Scroll::PageDown | Scroll::Bottom => "this is the end",
    }
}

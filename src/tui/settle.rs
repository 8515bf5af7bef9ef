//! Pages as they are laid out after an action: nothing is scrolled past its end, and how far it scrolls is known.

use super::{
    help, list,
    mode::Mode,
    page::{Extent, Page},
    pages,
    state::State,
};
use crate::session::World;

/// Lines that are kept in sight above a passage.
const ABOVE: usize = 2;

/// Fits what is scrolled to what is on the screen.
pub fn settle(state: &mut State, world: &World) {
    state.session.pane = state.map_pane(world);
    let extent = extent(state, world);
    state.extent = Some(extent);
    let reveals = std::mem::take(&mut state.reveals);
    let scrolled = match *state.mode() {
        Mode::Reader { reader, scroll } => {
            Some(seen(&pages::reader(state, world, reader), scroll, reveals))
        }
        Mode::Write { scroll } => Some(seen(&pages::desk(state, world).0, scroll, reveals)),
        Mode::List { top } => Some(list::top(state, world, top)),
        Mode::Problems { scroll, .. } => {
            Some(seen(&pages::problems(state, world), scroll, reveals))
        }
        Mode::Review { scroll, .. } => Some(seen(&pages::review(state, world), scroll, reveals)),
        Mode::Help { scroll } | Mode::Citation { scroll, .. } => Some(scroll.min(extent.last)),
        _ => None,
    };
    if let (Some(to), Some(scroll)) = (scrolled, state.modes.top_mut().and_then(Mode::scroll_mut)) {
        *scroll = to;
    }
    state.scroll = seen(&pages::panel(state, world), state.scroll, reveals);
}

/// Finds where a page is scrolled to, with the current quotation in sight where that is asked for.
fn seen(page: &Page, scroll: usize, reveals: bool) -> usize {
    let scroll = scroll.min(page.extent().last);
    if reveals {
        page.showing_current(scroll, ABOVE)
    } else {
        scroll
    }
}

fn extent(state: &State, world: &World) -> Extent {
    match *state.mode() {
        Mode::List { .. } => list::page(state, world).extent(),
        Mode::Reader { reader, .. } => pages::reader(state, world, reader).extent(),
        Mode::Write { .. } => pages::desk(state, world).0.extent(),
        Mode::Help { .. } => help::page(state).extent(),
        Mode::Problems { .. } => pages::problems(state, world).extent(),
        Mode::Citation { cited, .. } => pages::citation(state, world, cited).extent(),
        Mode::Search { .. } | Mode::Palette(_) | Mode::Ask(_) => Extent {
            last: usize::MAX,
            page: pages::found(state, world).max(1),
        },
        Mode::Review { .. } => pages::review(state, world).extent(),
        Mode::Browse
        | Mode::Inspect
        | Mode::Date { .. }
        | Mode::Filter { .. }
        | Mode::Choose(_)
        | Mode::Save(_)
        | Mode::Draw(_)
        | Mode::Confirm(_) => pages::panel(state, world).extent(),
    }
}

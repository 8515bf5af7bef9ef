//! The view of a session that the map's pane shows.

use super::state::State;
use crate::{atlas::Place, scene::View, session::World};

/// Returns what is to be seen in the map's pane, where there is one.
pub fn view<'a>(state: &'a State, world: &'a World) -> Option<View<'a>> {
    let session = &state.session;
    let pane = state.map_pane(world)?;
    let highlighted = session.highlighted(world);
    // While a source is read, what it bears on decides what is seen.
    let seen = |place: &Place| {
        let bears = highlighted
            .as_ref()
            .is_none_or(|those| those.contains(place));
        session.reader.is_none() || bears
    };
    Some(View {
        atlas: &world.atlas,
        map: session.map(world),
        snapshot: &session.snapshot,
        marked: session.compared.as_ref(),
        lens: session.lens,
        viewport: session.viewport_in(world, pane),
        selected: session.selected.filter(seen),
        highlighted,
        filter: &session.filter,
        layers: session.layers,
        resolution: state.resolution(),
        pin: session.pin,
    })
}

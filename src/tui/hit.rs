//! The target of the mouse, and what it asks for there: by the layout and the scene that the screen is drawn by.

use ratatui::layout::{Position, Rect};

use super::{
    action::{Action, Draw, Scroll, Write},
    layout::Pane,
    list,
    mode::Mode,
    mouse::Pointer,
    state::State,
    timeline, view,
};
use crate::{
    atlas::{ActorId, Place},
    scene,
    session::{self, Question, World, Zoom},
};

/// Lines that one notch of the wheel scrolls.
const LINES: usize = 3;

/// The thing at a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// The map, at a column and a row of its pane.
    Map(u16, u16),
    /// The timeline, which has that part of the screen.
    Timeline(Rect),
    /// The panel, at a row of its pane.
    Panel(u16),
    /// An actor in the legend, or in the list to filter by.
    Actor(ActorId),
    /// Anything that stands over the rest, or beside it.
    PopUp,
    Nothing,
}

/// Returns what the pointer asks for at a column and a row of the screen.
pub fn actions(state: &State, world: &World, pointer: Pointer, at: (u16, u16)) -> Vec<Action> {
    match (target(state, world, at), pointer) {
        (Target::Map(col, row), Pointer::Click) if asks_where(state) => {
            vec![Action::Write(Write::Point(col, row))]
        }
        (Target::Map(col, row), Pointer::Click) if matches!(state.mode(), Mode::Draw(_)) => {
            vec![Action::Draw(Draw::Point(col, row))]
        }
        (Target::Map(..), Pointer::DoubleClick) if matches!(state.mode(), Mode::Draw(_)) => {
            vec![Action::Draw(Draw::Close)]
        }
        (Target::Map(col, row), Pointer::WheelUp) => zoom(Zoom::In, col, row),
        (Target::Map(col, row), Pointer::WheelDown) => zoom(Zoom::Out, col, row),
        (Target::Map(..), Pointer::Drag((cols, rows), _)) => {
            vec![Action::Session(session::Action::Pull(cols, rows))]
        }
        (Target::Map(col, row), Pointer::Click) => {
            let reads = matches!(state.mode(), Mode::Inspect | Mode::Reader { .. });
            let leave = reads.then_some(Action::Back);
            let select = events(state, world, col, row)
                .or_else(|| place(state, world, col, row).map(select));
            leave.into_iter().chain(select).collect()
        }
        (Target::Map(col, row), Pointer::DoubleClick) => match events(state, world, col, row) {
            Some(events) => vec![events, Action::Inspect],
            None => inspect(place(state, world, col, row)),
        },
        (Target::Timeline(area), Pointer::Click | Pointer::DoubleClick) => {
            to_date(state, world, area, at.0)
        }
        (Target::Timeline(area), Pointer::Drag(_, to)) => to_date(state, world, area, to.0),
        (Target::Timeline(area), Pointer::WheelUp) => zoom_time(Zoom::In, area, at.0),
        (Target::Timeline(area), Pointer::WheelDown) => zoom_time(Zoom::Out, area, at.0),
        (Target::Panel(row), Pointer::Click) => match *state.mode() {
            Mode::List { top } => {
                let place = list::at(state, world, top, row.into());
                place.map(select).into_iter().collect()
            }
            Mode::Reader { .. } | Mode::Write { .. } | Mode::Draw(_) | Mode::Review { .. } => {
                Vec::new()
            }
            _ => vec![Action::Inspect],
        },
        (Target::Panel(row), Pointer::DoubleClick) => match *state.mode() {
            Mode::List { top } => inspect(list::at(state, world, top, row.into())),
            _ => Vec::new(),
        },
        (Target::Actor(actor), Pointer::Click | Pointer::DoubleClick) => {
            vec![Action::Session(session::Action::ToggleActor(actor))]
        }
        (Target::Panel(_) | Target::Actor(_) | Target::PopUp, Pointer::WheelUp) => {
            wheel(state, Scroll::LineUp)
        }
        (Target::Panel(_) | Target::Actor(_) | Target::PopUp, Pointer::WheelDown) => {
            wheel(state, Scroll::LineDown)
        }
        (Target::PopUp, Pointer::Click) => vec![Action::Back],
        _ => Vec::new(),
    }
}

/// Tells whether a place is asked for, which a click on the map can show.
fn asks_where(state: &State) -> bool {
    matches!(state.mode(), Mode::Ask(asked) if matches!(asked.question, Question::Subject))
}

fn zoom(zoom: Zoom, col: u16, row: u16) -> Vec<Action> {
    vec![Action::Session(session::Action::ZoomAt(zoom, (col, row)))]
}

/// Goes to the date nearest to a column of the screen.
fn to_date(state: &State, world: &World, area: Rect, col: u16) -> Vec<Action> {
    let column = col.saturating_sub(area.x);
    let date = timeline::date_at(state, world, column, area.width);
    let other = date.filter(|date| *date != state.session.snapshot.date);
    let go = other.map(|date| Action::Session(session::Action::At(date)));
    go.into_iter().collect()
}

fn zoom_time(zoom: Zoom, area: Rect, col: u16) -> Vec<Action> {
    vec![Action::ZoomTime(zoom, Some(col.saturating_sub(area.x)))]
}

const fn select(place: Place) -> Action {
    Action::Session(session::Action::Select(place))
}

fn target(state: &State, world: &World, (col, row): (u16, u16)) -> Target {
    let (layout, at) = (state.layout(world), Position { x: col, y: row });
    if let Some(actor) = view::actor_at(state, world, &layout, at) {
        return Target::Actor(actor);
    }
    let on_map = asks_where(state) && layout.map.is_some_and(|map| map.inner.contains(at));
    if state.mode().is_pop_up() && !on_map {
        return Target::PopUp;
    }
    if let Some(area) = layout.timeline.filter(|area| area.contains(at)) {
        return Target::Timeline(area);
    }
    let inside = |pane: Option<Pane>| pane.filter(|pane| pane.inner.contains(at));
    match (inside(layout.map), inside(layout.panel)) {
        (Some(map), _) => Target::Map(col - map.inner.x, row - map.inner.y),
        (None, Some(panel)) => Target::Panel(row - panel.inner.y),
        (None, None) => Target::Nothing,
    }
}

/// Selects the events of the sign at a cell of the map, if there is one.
fn events(state: &State, world: &World, col: u16, row: u16) -> Option<Action> {
    let block = view::scene(state, world)?.events_at(col, row)?;
    let pane = state.map_pane(world)?;
    let viewport = state.session.viewport_in(world, pane);
    let spot = scene::block_bounds(&viewport, block);
    Some(Action::Session(session::Action::Events(spot)))
}

fn place(state: &State, world: &World, col: u16, row: u16) -> Option<Place> {
    view::scene(state, world)?.place_at(col, row)
}

fn inspect(place: Option<Place>) -> Vec<Action> {
    place.map_or_else(Vec::new, |place| vec![select(place), Action::Inspect])
}

/// In a list a notch is one row, in words several.
fn wheel(state: &State, scroll: Scroll) -> Vec<Action> {
    let lists = matches!(
        state.mode(),
        Mode::List { .. } | Mode::Filter { .. } | Mode::Choose(_)
    );
    vec![Action::Scroll(scroll); if lists { 1 } else { LINES }]
}

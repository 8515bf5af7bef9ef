//! The timeline under the map: the part of time that it shows, and time that goes on by itself.

use std::time::Duration;

use super::state::State;
use crate::{
    atlas::Date,
    scene::{Axis, TimeScale, TimeWindow},
    session::{self, Way, World, Zoom},
};

/// The timeline as it is looked at.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The lengths that stretches of time have.
    pub scale: TimeScale,
    /// The part of it that is seen.
    pub window: TimeWindow,
    /// `true` while time goes on by itself.
    pub playing: bool,
}

/// The time that all dates take when they are played, as far as each is seen long enough, and none too long.
const PLAY: Duration = Duration::from_secs(30);
const SHORTEST: Duration = Duration::from_millis(80);
const LONGEST: Duration = Duration::from_millis(800);

impl Timeline {
    /// All dates of a world, standing still.
    pub fn new(world: &World) -> Self {
        Self {
            scale: TimeScale::fitting(&world.stops),
            window: TimeWindow::default(),
            playing: false,
        }
    }

    /// The axis that is seen on so many columns.
    pub fn axis(&self, world: &World, width: u16) -> Axis {
        Axis::new(&world.stops, width, self.scale, self.window)
    }
}

/// The time for which a date is shown while time goes on.
pub fn pace(world: &World) -> Duration {
    let count = u32::try_from(world.stops.len()).unwrap_or(u32::MAX);
    (PLAY / count.max(1)).clamp(SHORTEST, LONGEST)
}

/// Lets time go on from the date that is shown, from the first one where that is the last, or stops it.
pub fn play(state: &mut State, world: &World) {
    state.timeline.playing = !state.timeline.playing;
    if state.timeline.playing && go(state, world, Way::Later).is_err() {
        state.timeline.playing = go(state, world, Way::Earliest).is_ok();
        if !state.timeline.playing {
            state.notice = Some("there is no other date".to_owned());
        }
    }
}

/// Goes on to the next date while time goes on, until the last.
pub fn tick(state: &mut State, world: &World) {
    if state.timeline.playing {
        state.timeline.playing = go(state, world, Way::Later).is_ok();
    }
}

fn go(state: &mut State, world: &World, way: Way) -> Result<(), session::Refusal> {
    session::update(&mut state.session, world, session::Action::Date(way))
}

/// Shows less of time, or more, at a column of the timeline or around the date that is shown.
pub fn zoom(state: &mut State, world: &World, zoom: Zoom, column: Option<u16>) {
    let Some(area) = state.layout(world).timeline else {
        state.notice = Some("the timeline is not on the screen".to_owned());
        return;
    };
    let axis = state.timeline.axis(world, area.width);
    let place = match column {
        Some(column) => axis.place_at(column),
        None => axis.place(state.session.snapshot.date),
    };
    let window = state.timeline.window;
    let (window, end) = match zoom {
        Zoom::In => (
            window.closer(place, axis.shortest_window()),
            "the timeline goes no closer",
        ),
        _ => (window.farther(place), "this is the whole timeline"),
    };
    let before = state.timeline.window.length();
    if window.length().total_cmp(&before).is_eq() {
        state.notice = Some(end.to_owned());
    }
    state.timeline.window = window;
}

/// Changes the lengths that stretches of time have.
pub fn rescale(state: &mut State) {
    state.timeline.scale = state.timeline.scale.other();
    state.timeline.window = TimeWindow::default();
    let how = match state.timeline.scale {
        TimeScale::Proportional => "time goes by the calendar",
        TimeScale::Even => "every date has as much room",
    };
    state.notice = Some(how.to_owned());
}

/// Moves the window to the date that is shown.
pub fn follow(state: &mut State, world: &World) {
    if !state.timeline.window.is_whole() {
        let axis = state.timeline.axis(world, 0);
        let place = axis.place(state.session.snapshot.date);
        state.timeline.window = state.timeline.window.showing(place);
    }
}

/// Returns the date nearest to a column of the timeline.
pub fn date_at(state: &State, world: &World, column: u16, width: u16) -> Option<Date> {
    let axis = state.timeline.axis(world, width);
    axis.nearest(&world.stops, column)
}

//! Places drawn on the map: points are set with the keys or with clicks, one for a site, or around a region.

use ::geo::{Coord, coord};

use super::{
    mode::{Drawing, Mode, Proposed},
    revising::revision,
    state::State,
    writing,
};
use crate::{
    atlas::Position,
    caption::{Line, Role},
    edit::{Change, Drawn, Entry, Thing, is_outside, to_scale},
    scene,
    session::{Direction, Question, World},
};

/// Columns before what is said of a point.
const NUMBER: usize = 4;

/// Begins to draw, at what is selected or in the middle of what is seen.
pub fn open(state: &mut State, world: &World) {
    if state.desk.is_none()
        && let Err(why) = revision(state)
    {
        state.notice = Some(why);
        return;
    }
    state.modes.open(Mode::Draw(Drawing::default()));
    // Where there is room for the map or the panel alone, the map is seen now.
    let Some(pane) = state.map_pane(world) else {
        state.modes.close();
        state.notice = Some("there is no room for the map".to_owned());
        return;
    };
    let seen = state.session.viewport_in(world, pane);
    let place = state.session.selected;
    let anchor = place.map(|place| scene::anchor(state.session.map(world), &world.atlas, place));
    let anchor = anchor.filter(|&at| seen.has(seen.cell(at)));
    if let Some(drawing) = drawing(state) {
        drawing.cursor = anchor.unwrap_or(seen.centre);
    }
}

fn drawing(state: &mut State) -> Option<&mut Drawing> {
    match state.modes.top_mut() {
        Some(Mode::Draw(drawing)) => Some(drawing),
        _ => None,
    }
}

/// Moves the cursor by a cell, within what is seen.
pub fn go(state: &mut State, world: &World, direction: Direction) {
    let Some(pane) = state.map_pane(world) else {
        return;
    };
    let seen = state.session.viewport_in(world, pane);
    let (col, row) = match direction {
        Direction::Left => (-1.0, 0.0),
        Direction::Right => (1.0, 0.0),
        Direction::Up => (0.0, -1.0),
        Direction::Down => (0.0, 1.0),
    };
    if let Some(drawing) = drawing(state) {
        let cell = seen.cell(drawing.cursor);
        let within = |at: f64, cells: u16| at.floor().clamp(0.0, f64::from(cells) - 1.0) + 0.5;
        let cell =
            coord! { x: within(cell.x + col, seen.cols), y: within(cell.y + row, seen.rows) };
        drawing.cursor = seen.plane(cell);
    }
}

/// The point that the cursor is at, to what a cell can tell.
fn position(state: &State, world: &World, at: Coord) -> Option<Position> {
    let seen = state.session.viewport_in(world, state.map_pane(world)?);
    let at = world.map.projection.inverse(at);
    let at = Position {
        lat: at.y,
        lon: at.x,
    };
    Some(to_scale(at, seen.row.min(seen.col())))
}

/// Sets a point at the cursor; at the first one, closes the outline.
pub fn corner(state: &mut State, world: &World) {
    let Some(at) = drawing(state).map(|drawing| drawing.cursor) else {
        return;
    };
    let Some(at) = position(state, world, at) else {
        return;
    };
    let Some(drawing) = drawing(state) else {
        return;
    };
    if drawing.outline.corners().first() == Some(&at) {
        return close(state, world);
    }
    if let Err(why) = drawing.outline.add(at) {
        state.notice = Some(why.to_string());
    }
}

/// Sets a point at a cell of the map's pane.
pub fn point(state: &mut State, world: &World, (col, row): (u16, u16)) {
    let Some(pane) = state.map_pane(world) else {
        return;
    };
    let cell = coord! { x: f64::from(col) + 0.5, y: f64::from(row) + 0.5 };
    let at = state.session.viewport_in(world, pane).plane(cell);
    if let Some(drawing) = drawing(state) {
        drawing.cursor = at;
        corner(state, world);
    }
}

/// Takes the last point back.
pub fn take_back(state: &mut State) {
    if !drawing(state).is_some_and(|drawing| drawing.outline.take_back()) {
        state.notice = Some("there is no point to be taken back".to_owned());
    }
}

/// Closes the outline, and asks for the name of what is drawn.
pub fn close(state: &mut State, world: &World) {
    let Some(drawing) = drawing(state) else {
        return;
    };
    match drawing.outline.close(&world.map.base) {
        Ok(drawn) => {
            drawing.drawn = Some(drawn);
            writing::ask(state, Question::Name);
        }
        Err(why) => state.notice = Some(why.to_string()),
    }
}

/// Takes the name that is typed for what is drawn: it is what the claim at hand is about, or an entry of its own that is
/// looked at before it is kept.
pub fn name(state: &mut State, world: &World) {
    let (Mode::Ask(asked), Mode::Draw(drawing)) = (state.mode(), state.modes.below()) else {
        return;
    };
    let name = asked.prompt.input.text().trim().to_owned();
    let Some(drawn) = drawing.drawn.clone().filter(|_| !name.is_empty()) else {
        return writing::refuse(state, "type a name".to_owned());
    };
    let outside = is_outside(&world.map.base, drawing.outline.corners());
    if let Some(desk) = state.desk.as_mut() {
        let thing = drawn.named(&name, desk.writing.taken());
        desk.writing.toggle(thing);
        state.modes.close();
        state.modes.close();
        return writing::show(state);
    }
    let thing = match revision(state) {
        Ok(revision) => drawn.named(&name, &revision.ids()),
        Err(why) => return writing::refuse(state, why),
    };
    if let Err(why) = propose(state, world, &thing, outside) {
        writing::refuse(state, why);
    }
}

/// Shows the map with a new place, and how it is written, before it is kept.
fn propose(state: &mut State, world: &World, thing: &Thing, outside: bool) -> Result<(), String> {
    let entry: Entry = thing.new.clone().ok_or("there is such a place")?;
    let lines = vec![("it is written as", entry.to_string())];
    let change = Change::Add(entry);
    let changes = [change.clone()];
    let document = revision(state)?.preview(&changes);
    let document = document.map_err(|why| why.to_string())?;
    let next = world.renewed(document.atlas, document.map);
    state.wanted = Some(thing.id.clone());
    state.modes.close();
    state.modes.open(Mode::Confirm(Proposed {
        title: format!("Keep {}, {}?", thing.name, thing.noun()),
        lines: lines
            .into_iter()
            .chain(outside.then(|| warning(thing)))
            .collect(),
        change,
    }));
    state.next = Some(next);
    Ok(())
}

fn warning(thing: &Thing) -> (&'static str, String) {
    let words = match &thing.new {
        Some(Entry::Region(_)) => "what lies outside the country is cut off",
        _ => "it lies outside the country",
    };
    ("note that", words.to_owned())
}

/// The points in words, and what may be wrong with them.
pub fn lines(state: &State, world: &World) -> Vec<Line> {
    let Mode::Draw(drawing) = state.modes.base() else {
        return Vec::new();
    };
    let base = &world.map.base;
    let words = |at: &Position| {
        let unit = world.map.unit_at(*at);
        let within = unit.map_or("outside the country", |unit| unit.name.as_str());
        format!("{}, {}, {within}", at.lat, at.lon)
    };
    let here = position(state, world, drawing.cursor);
    let corners = drawing.outline.corners();
    let mut lines = vec![
        Line::new(
            Role::Plain,
            "One point is a site. Three or more go round a region.",
        ),
        Line::default(),
        Line::new(Role::Quiet, "at  ")
            .and(
                Role::Current,
                &here.as_ref().map_or_else(String::new, words),
            )
            .set_in(0, NUMBER),
    ];
    let corner = |(n, at): (usize, &Position)| {
        let number = format!("{:<NUMBER$}", n + 1);
        Line::new(Role::Quiet, &number)
            .and(Role::Plain, &words(at))
            .set_in(0, NUMBER)
    };
    lines.extend(corners.iter().enumerate().rev().map(corner));
    if corners.len() > 2 && is_outside(base, corners) {
        let words = "What lies outside the country will be cut off.";
        lines.extend([Line::default(), Line::new(Role::Alarm, words)]);
    }
    if let Some(Drawn::Ring { units, .. }) = &drawing.drawn {
        let words = format!("It has parts of {}.", units.join(", "));
        lines.extend([Line::default(), Line::new(Role::Quiet, &words)]);
    }
    lines
}

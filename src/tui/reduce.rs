//! The one place where the screen changes.
//!
//! Nothing is laid out here: pages are laid out after each action, and say how far they scroll (`settle`).

use super::{
    action::{Action, Draw, Effect, Revise, Scroll, Write},
    adding, drawing, exporting, list,
    mode::{Asked, Choice, Mode},
    reading, reviewing, revising,
    scroll::{end, step},
    state::State,
    timeline, typing, writing,
};
use crate::{
    atlas::{ActorId, Place},
    session::{self, Question, Refusal, Step, World, beside},
};

/// Columns by which the panel gets wider or narrower.
const PANEL_STEP: i16 = 4;

/// Applies an action to the state; where it changes nothing, the notice says why.
pub fn reduce(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    if !matches!(action, Action::Resize(_) | Action::Tick) {
        state.notice = None;
    }
    state.timeline.playing &= !goes_elsewhere(action);
    let date = state.session.snapshot.date;
    let effect = apply(state, world, action);
    if state.session.snapshot.date != date {
        timeline::follow(state, world);
    }
    state.session.reader = state.reader();
    state.timeline.playing &= !state.mode().is_pop_up();
    effect
}

/// Tells whether the user goes to another date, so that time no longer goes on by itself.
const fn goes_elsewhere(action: Action) -> bool {
    use session::Action::{At, Change, Date};
    matches!(action, Action::Session(At(_) | Change(_) | Date(_)))
}

fn apply(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    match action {
        Action::Quit if !writing::may_leave(state) => {}
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Session(action) => change(state, world, action),
        Action::Place(step) => go_to_place(state, world, step),
        Action::NextLayers => {
            let next = state.session.layers.next();
            change(state, world, session::Action::Layers(next));
        }
        Action::NextSort => {
            let next = state.session.sort.next();
            change(state, world, session::Action::Sort(next));
        }
        Action::NextLens => {
            let next = state.session.lens.next();
            change(state, world, session::Action::Lens(next));
        }
        Action::NextMarker => state.marker = state.marker.next(),
        Action::List => state.modes.toggle(Mode::List { top: 0 }),
        Action::Filter => state.modes.toggle(Mode::Filter { cursor: 0 }),
        Action::PanelWider => state.room = state.room.with(PANEL_STEP, state.size.cols),
        Action::PanelNarrower => state.room = state.room.with(-PANEL_STEP, state.size.cols),
        Action::PanelWhole => state.room.whole = !state.room.whole,
        Action::Help => state.modes.toggle(Mode::Help { scroll: 0 }),
        Action::Problems => state.modes.toggle(Mode::Problems {
            scroll: 0,
            chosen: 0,
        }),
        Action::Inspect => {
            state.session.current = 0;
            state.modes.open(Mode::Inspect);
        }
        Action::Back => back(state, world),
        Action::Pick => return pick(state, world),
        Action::Scroll(way) => scroll(state, world, way),
        Action::Read => reading::open(state, world),
        Action::Passage(step) => reading::step(state, world, step),
        Action::Places => reading::places(state, world),
        Action::Sources => reading::sources(state),
        Action::Switchboard => state.modes.open(Mode::Choose(Choice::Switch { cursor: 0 })),
        Action::Cite => return reading::cite(state, world),
        Action::CiteAs => reading::cite_as(state, world),
        Action::Export => exporting::open(state),
        Action::Write(write) => self::write(state, world, write),
        Action::Revise(revise) => return self::revise(state, world, revise),
        Action::Draw(draw) => self::draw(state, world, draw),
        Action::Copied(cited, delivery) => reading::copied(state, cited, delivery),
        Action::Play => timeline::play(state, world),
        Action::Tick => timeline::tick(state, world),
        Action::ZoomTime(zoom, column) => timeline::zoom(state, world, zoom, column),
        Action::NextTimeScale => timeline::rescale(state),
        Action::GoToDate => typing::open_date(state),
        Action::Search => typing::open_search(state, world),
        Action::Palette => typing::open_palette(state),
        Action::Type(char) => typing::insert(state, world, char),
        Action::Edit(edit) => typing::edit(state, world, edit),
        Action::Resize(size) => {
            state.size = size;
            state.session.pane = state.map_pane(world);
            change(state, world, session::Action::Refit);
        }
    }
    None
}

/// Changes the session; the panel starts at its top where it is about something else then.
fn change(state: &mut State, world: &World, action: session::Action) {
    let before = state.session.subject();
    if let Err(refusal) = session::update(&mut state.session, world, action) {
        refuse(state, refusal);
    }
    if state.session.subject() != before {
        state.scroll = 0;
    }
}

fn refuse(state: &mut State, refusal: Refusal) {
    state.notice = Some(refusal.to_string());
}

fn select(state: &mut State, world: &World, place: Place) {
    change(state, world, session::Action::Select(place));
}

/// Goes to the next or the previous place of the list where that is what is seen, else of the file.
fn go_to_place(state: &mut State, world: &World, step: Step) {
    if !matches!(state.mode(), Mode::List { .. }) {
        return change(state, world, session::Action::Place(step));
    }
    let selected = state.session.selected;
    let place = beside(&state.session.listed(world), selected, step);
    match place.filter(|place| selected != Some(*place)) {
        Some(place) => select(state, world, place),
        None => refuse(state, Refusal::NoOtherPlace),
    }
}

fn write(state: &mut State, world: &World, write: Write) {
    match write {
        Write::Open => adding::open(state, world),
        Write::Sentence(step) => writing::sentence(state, step == Step::Next, false),
        Write::Bearing(step) => writing::sentence(state, step == Step::Next, true),
        Write::Stretch(edge, step) => writing::stretch(state, edge, step == Step::Next),
        Write::Ask(question) => return writing::ask(state, question),
        Write::NextVerb => writing::next_verb(state),
        Write::Draft => writing::draft(state),
        Write::Keep => writing::keep(state),
        Write::Undo => writing::step_back(state, true),
        Write::Redo => writing::step_back(state, false),
        Write::Save => return writing::save(state),
        Write::Point(col, row) => return writing::point(state, world, (col, row)),
    }
    writing::show(state);
}

fn revise(state: &mut State, world: &World, revise: Revise) -> Option<Effect> {
    match revise {
        Revise::OpenEditor => return revising::open_editor(state, world),
        Revise::Problem(step) => revising::go_to_problem(state, step),
        Revise::Review => reviewing::open(state),
        Revise::Draft(step) => reviewing::step(state, step),
        Revise::Accept => reviewing::accept(state, world),
        Revise::Reject => reviewing::reject(state, world),
        Revise::Undo => revising::step_back(state, world, true),
        Revise::Redo => revising::step_back(state, world, false),
    }
    None
}

fn draw(state: &mut State, world: &World, draw: Draw) {
    match draw {
        Draw::Open => drawing::open(state, world),
        Draw::Move(direction) => drawing::go(state, world, direction),
        Draw::Corner => drawing::corner(state, world),
        Draw::Point(col, row) => drawing::point(state, world, (col, row)),
        Draw::TakeBack => drawing::take_back(state),
        Draw::Close => drawing::close(state, world),
    }
}

fn back(state: &mut State, world: &World) {
    if state.room.whole && matches!(state.mode(), Mode::Browse) {
        state.room.whole = false;
        return;
    }
    if matches!(state.mode(), Mode::Write { .. }) && !writing::may_leave(state) {
        return;
    }
    match state.modes.close() {
        None => change(state, world, session::Action::LetGo),
        Some(Mode::Search { scroll, .. }) => {
            change(state, world, session::Action::CancelSearch);
            state.scroll = scroll;
        }
        Some(Mode::Write { .. }) => writing::leave(state),
        Some(Mode::Review { .. }) => reviewing::leave(state),
        Some(Mode::Confirm(_)) => revising::leave(state, world),
        Some(Mode::Ask(_)) => state.modes.reopen_drawing(),
        Some(_) => {}
    }
}

fn pick(state: &mut State, world: &World) -> Option<Effect> {
    match *state.mode() {
        Mode::Filter { cursor } => {
            let toggle = session::Action::ToggleActor(ActorId::at(cursor));
            change(state, world, toggle);
        }
        Mode::Date { .. } => typing::accept_date(state, world),
        Mode::Search { .. } => typing::accept_search(state, world),
        Mode::Save(_) => return exporting::accept(state),
        Mode::Ask(Asked {
            question: Question::Name,
            ..
        }) => drawing::name(state, world),
        Mode::Ask(Asked {
            question: Question::Article,
            ..
        }) => return adding::want(state),
        Mode::Ask(_) => {
            writing::answer(state);
            writing::show(state);
        }
        Mode::Palette(_) => {
            let action = typing::accept_command(state)?;
            return apply(state, world, action);
        }
        Mode::Problems { .. } => revising::mend(state),
        Mode::Confirm(_) => revising::confirm(state, world),
        Mode::Choose(choice) => return reading::choose(state, world, choice),
        _ => {}
    }
    None
}

/// Goes through the mode's lines or rows.
fn scroll(state: &mut State, world: &World, way: Scroll) {
    let extent = state.extent.unwrap_or_default();
    let moved = match *state.mode() {
        Mode::List { .. } => {
            let place = list::go(state, world, way);
            let moved = place.filter(|place| state.session.selected != Some(*place));
            if let Some(place) = moved {
                select(state, world, place);
            }
            moved.is_some()
        }
        Mode::Filter { cursor } => {
            let last = world.atlas.actors.len().saturating_sub(1);
            let to = step(way, cursor, last, last);
            replace(state, Mode::Filter { cursor: to })
        }
        Mode::Choose(choice) => {
            let last = reading::len(state, world, choice).saturating_sub(1);
            let to = step(way, choice.cursor(), last, last);
            replace(state, Mode::Choose(choice.at(to)))
        }
        Mode::Search { .. } | Mode::Palette(_) | Mode::Ask(_) => typing::choose(state, world, way),
        _ => {
            let own = state.modes.top_mut().and_then(Mode::scroll_mut);
            let at = own.unwrap_or(&mut state.scroll);
            let to = step(way, *at, extent.last, extent.page);
            std::mem::replace(at, to) != to
        }
    };
    if !moved {
        state.notice = Some(end(way).to_owned());
    }
}

/// Puts a mode in the place of the top one; whether it is another.
fn replace(state: &mut State, mode: Mode) -> bool {
    match state.modes.top_mut() {
        Some(top) if *top != mode => {
            *top = mode;
            true
        }
        _ => false,
    }
}

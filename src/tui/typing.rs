//! Lines that are typed: a date to go to, a name to look for, a command to do, a file to write.

use super::{
    action::{Action, Scroll},
    command_palette,
    input::{Edit, Input},
    mode::{Asked, Mode, Prompt},
    scroll::step,
    state::State,
};
use crate::{
    atlas::date::NotADate,
    edit::Thing,
    names::Hit,
    session::{self, World},
};

/// The number of characters in the longest date.
const LONGEST_DATE: usize = "2024-12-08".len();
/// The words that are said where nothing is found.
const NOTHING: &str = "nothing of that name";

pub fn open_date(state: &mut State) {
    state.modes.open(Mode::Date {
        input: Input::default(),
        mistake: None,
    });
}

pub fn open_search(state: &mut State, world: &World) {
    let scroll = state.scroll;
    ask(state, world, session::Action::BeginSearch);
    let prompt = Prompt::default();
    state.modes.open(Mode::Search { prompt, scroll });
}

pub fn open_palette(state: &mut State) {
    state.modes.open(Mode::Palette(Prompt::default()));
}

/// Finds what a line leads to, best first.
pub fn hits<'a>(prompt: &Prompt, world: &'a World) -> Vec<Hit<'a>> {
    world.gazetteer().search(prompt.input.text())
}

/// The commands that a line leads to, best first: of all that can be done in the mode that the palette stands over.
pub fn commands<'a>(state: &'a State, prompt: &Prompt) -> Vec<command_palette::Entry<'a>> {
    let mode = state.modes.below().name();
    command_palette::find(&state.keymap, mode, &state.uses, prompt.input.text())
}

/// The things that an answer may mean, best first.
pub fn answers(state: &State, asked: &Asked) -> Vec<Thing> {
    let desk = state.desk.as_ref();
    desk.map_or_else(Vec::new, |desk| {
        desk.answers(asked.question, asked.prompt.input.text())
    })
}

pub fn insert(state: &mut State, world: &World, char: char) {
    let fits = match state.mode() {
        Mode::Date { input, .. } => {
            (char.is_ascii_digit() || char == '-') && input.text().len() < LONGEST_DATE
        }
        _ => true,
    };
    if fits {
        change(state, world, |input| input.insert(char));
    } else {
        state.notice = Some(NotADate.to_string());
    }
}

pub fn edit(state: &mut State, world: &World, edit: Edit) {
    let before = input(state.mode()).cloned();
    change(state, world, |input| input.edit(edit));
    if input(state.mode()).cloned() == before {
        state.notice = Some("there is nothing more to edit that way".to_owned());
    }
}

const fn input(mode: &Mode) -> Option<&Input> {
    match mode {
        Mode::Date { input, .. } => Some(input),
        Mode::Search { prompt, .. } | Mode::Palette(prompt) => Some(&prompt.input),
        Mode::Save(saving) => Some(&saving.input),
        Mode::Ask(asked) => Some(&asked.prompt.input),
        _ => None,
    }
}

/// Changes the line that is typed; what it leads to starts anew.
fn change(state: &mut State, world: &World, change: impl FnOnce(&mut Input)) {
    match state.modes.top_mut() {
        Some(Mode::Date { input, mistake }) => {
            change(input);
            *mistake = None;
        }
        Some(Mode::Save(saving)) => {
            change(&mut saving.input);
            (saving.refusal, saving.replaces) = (None, false);
        }
        Some(Mode::Ask(asked)) => {
            change(&mut asked.prompt.input);
            (asked.prompt.chosen, asked.refusal, asked.reading) = (0, None, false);
        }
        Some(Mode::Search { prompt, .. } | Mode::Palette(prompt)) => {
            change(&mut prompt.input);
            prompt.chosen = 0;
            preview(state, world);
        }
        _ => {}
    }
}

/// Goes through what is found; whether that leads to something else.
pub fn choose(state: &mut State, world: &World, way: Scroll) -> bool {
    let (chosen, count) = match state.mode() {
        Mode::Search { prompt, .. } => (prompt.chosen, hits(prompt, world).len()),
        Mode::Palette(prompt) => (prompt.chosen, commands(state, prompt).len()),
        Mode::Ask(asked) => (asked.prompt.chosen, answers(state, asked).len()),
        _ => return false,
    };
    let to = step(
        way,
        chosen,
        count.saturating_sub(1),
        state.extent.unwrap_or_default().page,
    );
    if let Some(
        Mode::Search { prompt, .. } | Mode::Palette(prompt) | Mode::Ask(Asked { prompt, .. }),
    ) = state.modes.top_mut()
    {
        prompt.chosen = to;
    }
    preview(state, world);
    to != chosen
}

/// Shows what is chosen; where nothing is asked for or found, what was there before.
fn preview(state: &mut State, world: &World) {
    if let Mode::Search { prompt, scroll } = state.mode() {
        let asked = !prompt.input.text().is_empty() || prompt.chosen > 0;
        let found = hits(prompt, world).get(prompt.chosen).map(|hit| hit.target);
        let target = found.filter(|_| asked);
        state.scroll = if target.is_some() { 0 } else { *scroll };
        ask(state, world, session::Action::Preview(target));
    }
}

/// Keeps what is shown, on the map, where something is found.
pub fn accept_search(state: &mut State, world: &World) {
    let Mode::Search { prompt, .. } = state.mode() else {
        return;
    };
    let Some(target) = hits(prompt, world).get(prompt.chosen).map(|hit| hit.target) else {
        state.notice = Some(NOTHING.to_owned());
        return;
    };
    state.modes.close_all();
    state.scroll = 0;
    state.session.pane = state.map_pane(world);
    ask(state, world, session::Action::AcceptSearch(target));
}

/// The chosen action, with the palette closed.
pub fn accept_command(state: &mut State) -> Option<Action> {
    let Mode::Palette(prompt) = state.mode() else {
        return None;
    };
    let action = commands(state, prompt)
        .get(prompt.chosen)
        .map(|it| it.action);
    match action {
        Some(_) => drop(state.modes.close()),
        None => state.notice = Some(NOTHING.to_owned()),
    }
    action
}

/// Shows the date that is typed, or says what is wrong with it.
pub fn accept_date(state: &mut State, world: &World) {
    let Some(Mode::Date { input, mistake }) = state.modes.top_mut() else {
        return;
    };
    match input.text().parse() {
        Ok(date) => {
            state.modes.close();
            ask(state, world, session::Action::At(date));
        }
        Err(error) => *mistake = Some(error),
    }
}

fn ask(state: &mut State, world: &World, action: session::Action) {
    if let Err(refusal) = session::update(&mut state.session, world, action) {
        state.notice = Some(refusal.to_string());
    }
}

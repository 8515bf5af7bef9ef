//! The screen: one front on a session.
//!
//! Terminal event → [`keymap`] → [`Action`] → [`update`] → [`draw`]. A [`State`] is a session and what the screen adds to
//! it. One function changes it, one place carries out an [`Effect`], views only read. The loop sleeps on a channel: while
//! nothing happens, nothing runs.

mod action;
mod action_names;
mod adding;
mod ask;
mod clipboard;
mod command_palette;
#[cfg(unix)]
mod decode;
mod drawing;
mod editor;
mod emulators;
mod errand;
mod events;
mod exporting;
mod flow;
mod front;
mod graphics;
mod help;
mod hit;
mod input;
mod key;
pub mod keymap;
mod layout;
mod list;
mod mode;
mod mode_name;
mod mouse;
mod opening;
mod options;
mod page;
mod pages;
mod reading;
mod rebind;
mod reduce;
mod reload;
pub mod render;
mod reviewing;
mod revising;
mod scene_view;
mod scroll;
mod settle;
mod sgr;
mod state;
mod terminal;
mod timeline;
mod typing;
mod unread;
mod update;
mod view;
mod waiting;
mod watch;
mod wire;
mod writing;

use std::{io, mem, thread, time::Instant};

pub use action::{Action, Cited, Draw, Edge, Effect, Revise, Scroll, Size, Write};
pub use ask::{Answers, Questions, ReplyPending};
pub use clipboard::Delivery;
pub use editor::Editor;
pub use emulators::Terminal;
pub use flow::Flow;
pub use graphics::Graphics;
pub use hit::actions as pointed;
pub use input::{Edit, Input};
pub use key::Key;
pub use keymap::Keymap;
pub use mode::{Asked, Choice, Drawing, Mode, Prompt, Proposed};
pub use mode_name::ModeName;
pub use mouse::Pointer;
pub use opening::{Opened, Opening};
pub use options::Options;
pub use reload::reload;
pub use state::{State, TextOrder};
pub use terminal::size as terminal_size;
pub use update::{advance, update};
pub use view::{MapPane, WINDOW, draw};
pub use waiting::Ending;
pub use wire::changes;

use crate::{file::RegionFile, session::World};
use editor::{NoEditor, Spot};
use events::Event;
use front::Front;
use mouse::Mouse;
use opening::Way;
use waiting::Waited;
use watch::FileEvent;

/// Shows the map of a file until the screen is left, or returns `E` where there is none; the terminal is then as it was,
/// whatever happened. With an article among the options, begins by writing on it.
pub fn run<E: Send + 'static>(
    file: RegionFile,
    opening: Opening<E>,
    options: Options,
) -> io::Result<Result<Ending, E>> {
    let way = opening.soon();
    if let Way::Done(Err(error)) = way {
        return Ok(Err(error));
    }
    let mut front = Front::open(&options)?;
    let waited = match way {
        Way::Done(opened) => Waited::Read(opened, None),
        Way::Aside(aside) => waiting::wait(aside, &mut front, &options)?,
    };
    match waited {
        Waited::Read(Ok(opened), kept) => show(front, file, opened, kept, options).map(Ok),
        Waited::Read(Err(error), _) => {
            front.catch_up();
            Ok(Err(error))
        }
        Waited::Left(ending) => {
            front.catch_up();
            Ok(Ok(ending))
        }
    }
}

/// Shows a map until the screen is left; the events that waited for it come first, where keys were heard before.
fn show(
    mut front: Front,
    file: RegionFile,
    map: Opened,
    kept: Option<Vec<Event>>,
    options: Options,
) -> io::Result<Ending> {
    let mut pointer = Mouse::default();
    let (size, clamped) = terminal::size()?;
    let (typed, editor) = (options.typed.clone(), options.editor.clone());
    let (mut state, mut world) = opened(&file, map, options, size);
    state.pixels = front.canvas.pixels(terminal::pixels());
    state.session.pane = state.map_pane(&world);
    prepare(&state, &world);
    advance(&mut state, &mut world, Action::Resize(size));
    state.notice = clamped.or(state.notice);
    // What is seen is behind the state until the next frame.
    let mut behind = !front.flow.is_open(Instant::now());
    if !behind {
        front.show(&state, &world)?;
    }
    if kept.is_none() {
        front.events.read_terminal(typed)?;
    }
    let mut kept = kept.unwrap_or_default();
    if file.is_on_disk() {
        front.events.watch(file);
    }
    let mut next_tick = None;
    let ending = 'screen: loop {
        let next_frame = front.flow.late().filter(|_| behind);
        let until = next_tick.into_iter().chain(next_frame).min();
        let mut batch = mem::take(&mut kept);
        if batch.is_empty() {
            batch.extend(front.events.wait(until));
        }
        for event in batch {
            let actions = match event {
                Event::Key(key) => state.action(key.into()).into_iter().collect(),
                Event::Mouse(event) => pointer
                    .pointer(event, Instant::now())
                    .map(|(pointer, at)| pointed(&state, &world, pointer, at))
                    .unwrap_or_default(),
                Event::Resize => vec![fitted(&mut state, &front)?],
                Event::Stop | Event::Continue => {
                    front.come_back(&event)?;
                    vec![Action::Resize(terminal::size()?.0)]
                }
                Event::File(seen) => {
                    follow(&mut state, &mut world, seen);
                    vec![Action::Resize(state.size)]
                }
                // Told only while it has the terminal.
                #[cfg(unix)]
                Event::Ended(_) => Vec::new(),
                Event::Signal(signal) => break 'screen Ending::Signal(signal),
                Event::Article(name, begun) => {
                    adding::arrived(&mut state, &name, begun);
                    vec![Action::Resize(state.size)]
                }
                Event::Copied(cited, delivery) => vec![Action::Copied(cited, delivery)],
                Event::Time if next_tick.is_some_and(|tick| tick <= Instant::now()) => {
                    vec![Action::Tick]
                }
                Event::Time | Event::Done => Vec::new(),
                Event::Shown => {
                    front.flow.answered(Instant::now());
                    Vec::new()
                }
                Event::Lost(error) => return Err(error),
            };
            for action in actions {
                let effect = advance(&mut state, &mut world, action);
                behind = true;
                match effect {
                    Some(Effect::Quit) => break 'screen Ending::Quit,
                    Some(Effect::Copy(cited, text)) => front.events.copy(cited, text),
                    Some(Effect::ReadArticle(name)) => {
                        front
                            .events
                            .read_article(state.file.clone(), name, state.today);
                    }
                    Some(Effect::Suspend) if terminal::suspend().is_err() => {
                        state.notice = Some("there is no shell to go back to".to_owned());
                    }
                    Some(Effect::OpenEditor(spot)) => {
                        front.catch_up();
                        state.notice = edit(&mut front, editor.as_ref(), &spot)?;
                        let size = Action::Resize(terminal::size()?.0);
                        advance(&mut state, &mut world, size);
                    }
                    Some(Effect::Save(file)) => exporting::save(&mut state, &world, &file),
                    Some(Effect::Suspend) | None => {}
                }
            }
        }
        if behind && front.flow.is_open(Instant::now()) {
            front.show(&state, &world)?;
            behind = false;
        }
        // Counted from the frame on, so that a slow terminal sees every date.
        next_tick = next_tick.filter(|&tick| state.timeline.playing && Instant::now() < tick);
        if state.timeline.playing && next_tick.is_none() && !behind {
            next_tick = Some(Instant::now() + timeline::pace(&world));
        }
    };
    front.catch_up();
    Ok(ending)
}

/// The screen as it is opened: on the map, on an article, or on the claims in draft.
fn opened(file: &RegionFile, map: Opened, options: Options, size: Size) -> (State, World) {
    let Opened {
        mut world,
        session,
        problems,
    } = map;
    let Options {
        keymap,
        marker,
        theme,
        ..
    } = options;
    let mut state = State::new(session, &world, keymap, marker, theme, size);
    state.text_order = options.text_order;
    state.italics = options.italics;
    state.problems = problems;
    (state.file, state.today) = (Some(file.clone()), options.today);
    if let Some(article) = &options.article {
        adding::add(&mut state, article);
        writing::show(&mut state);
    }
    if options.reviews {
        advance(&mut state, &mut world, Action::Revise(Revise::Review));
    }
    (state, world)
}

/// Takes in how large the terminal and its cells are, with a word if not all of it is used; what brings the state up to it.
fn fitted(state: &mut State, front: &Front) -> io::Result<Action> {
    state.pixels = front.canvas.pixels(terminal::pixels());
    let (size, clamped) = terminal::size()?;
    state.notice = clamped.or(state.notice.take());
    Ok(Action::Resize(size))
}

/// Makes the map and the panel of the first frame at the same time: nothing is there yet of either, and neither needs the
/// other.
fn prepare(state: &State, world: &World) {
    thread::scope(|scope| {
        scope.spawn(|| pages::panel(state, world));
        view::scene(state, world);
    });
}

/// Takes in what has happened to the open file.
fn follow(state: &mut State, world: &mut World, seen: FileEvent) {
    match seen {
        // Whoever writes has a map of their own; saving it says whether the file has changed.
        FileEvent::Saved(_) if state.desk.is_some() => {}
        FileEvent::Saved(read) => {
            if let Some(new) = reload(state, world, *read) {
                *world = new;
            }
            reviewing::renew(state);
        }
        FileEvent::Unwatched(why) => state.watch_error = Some(why),
    }
}

/// Opens the user's own editor, and returns what came in the way.
fn edit(front: &mut Front, editor: Option<&Editor>, spot: &Spot) -> io::Result<Option<String>> {
    match editor
        .ok_or(NoEditor::NotSet)
        .and_then(|editor| editor.command(spot))
    {
        Ok(mut command) => errand::run(&mut front.screen, &mut front.events, &mut command),
        Err(why) => Ok(Some(why.to_string())),
    }
}

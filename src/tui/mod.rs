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
mod update;
mod view;
mod watch;
mod wire;
mod writing;

use std::{io, thread, time::Instant};

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
pub use reload::reload;
pub use state::{State, TextOrder};
pub use terminal::size as terminal_size;
pub use update::{advance, update};
pub use view::{MapPane, WINDOW, draw};
pub use wire::changes;

use crate::{
    atlas::Date,
    file::{Article, RegionFile},
    scene::{Marker, Theme},
    session::{FileProblems, Session, World},
};
use editor::{NoEditor, Spot};
use events::{Event, Events};
use graphics::Canvas;
use mouse::Mouse;
use terminal::Screen;
use watch::FileEvent;

/// The settings that the screen starts with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The keys, with the user's own among them.
    pub keymap: Keymap,
    /// The pieces that the map is drawn in until another kind is asked for.
    pub marker: Marker,
    /// The colours of everything, at the depth of the terminal.
    pub theme: Theme,
    /// The order that the terminal wants right-to-left names in.
    pub text_order: TextOrder,
    /// `false` if the terminal shows italics as something else.
    pub italics: bool,
    /// Without it the terminal keeps the mouse to itself, to select text with.
    pub mouse: bool,
    /// The means by which the map is drawn.
    pub graphics: Graphics,
    /// The frames on their way to the terminal, none so far.
    pub flow: Flow,
    /// The bytes that came before the screen was there, keys among them.
    pub typed: Vec<u8>,
    /// The problems with the file.
    pub problems: Option<FileProblems>,
    /// The day it is.
    pub today: Date,
    /// The article that is written on from the start.
    pub article: Option<Article>,
    /// The editor that the region file is opened in.
    pub editor: Option<Editor>,
    /// `true` to begin with the claims in draft.
    pub reviews: bool,
}

/// The way the screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// By the user's wish.
    Quit,
    /// By the signal of that number; a shell expects the exit code 128 more.
    Signal(i32),
}

/// Shows a session in the world of a file until it is left; the terminal is then as it was, whatever happened. With an
/// article among the options, begins by writing on it.
pub fn run(
    file: RegionFile,
    mut world: World,
    session: Session,
    options: Options,
) -> io::Result<Ending> {
    let mut events = Events::new()?;
    let mut screen = Screen::open(options.mouse)?;
    let mut pointer = Mouse::default();
    let (size, clamped) = terminal::size()?;
    let (typed, editor) = (options.typed.clone(), options.editor.clone());
    let mut flow = options.flow.clone();
    let mut canvas = Canvas::new(options.graphics);
    let mut state = opened(&file, &mut world, session, options, size);
    state.pixels = canvas.pixels(terminal::pixels());
    state.session.pane = state.map_pane(&world);
    prepare(&state, &world);
    advance(&mut state, &mut world, Action::Resize(size));
    state.notice = clamped.or(state.notice);
    frame(&mut screen, &mut canvas, &mut flow, &state, &world)?;
    events.read_terminal(typed)?;
    if file.is_on_disk() {
        events.watch(file);
    }
    // What is seen is behind the state until the next frame.
    let mut behind = false;
    let mut next_tick = None;
    let ending = 'screen: loop {
        let next_frame = flow.late().filter(|_| behind);
        let until = next_tick.into_iter().chain(next_frame).min();
        let batch: Vec<Event> = events.wait(until).collect();
        for event in batch {
            let actions = match event {
                Event::Key(key) => state.action(key.into()).into_iter().collect(),
                Event::Mouse(event) => pointer
                    .pointer(event, Instant::now())
                    .map(|(pointer, at)| pointed(&state, &world, pointer, at))
                    .unwrap_or_default(),
                Event::Resize => {
                    state.pixels = canvas.pixels(terminal::pixels());
                    let (size, clamped) = terminal::size()?;
                    state.notice = clamped.or(state.notice);
                    vec![Action::Resize(size)]
                }
                Event::Stop | Event::Continue => {
                    #[cfg(unix)]
                    if matches!(event, Event::Stop) {
                        events.catch_up(&mut flow);
                        screen.stop()?;
                    }
                    screen.take()?;
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
                Event::Time => Vec::new(),
                Event::Shown => {
                    flow.answered(Instant::now());
                    Vec::new()
                }
                Event::Lost(error) => return Err(error),
            };
            for action in actions {
                let effect = advance(&mut state, &mut world, action);
                behind = true;
                match effect {
                    Some(Effect::Quit) => break 'screen Ending::Quit,
                    Some(Effect::Copy(cited, text)) => events.copy(cited, text),
                    Some(Effect::ReadArticle(name)) => {
                        events.read_article(state.file.clone(), name, state.today);
                    }
                    Some(Effect::Suspend) if terminal::suspend().is_err() => {
                        state.notice = Some("there is no shell to go back to".to_owned());
                    }
                    Some(Effect::OpenEditor(spot)) => {
                        events.catch_up(&mut flow);
                        state.notice = edit(&mut screen, &mut events, editor.as_ref(), &spot)?;
                        let size = Action::Resize(terminal::size()?.0);
                        advance(&mut state, &mut world, size);
                    }
                    Some(Effect::Save(file)) => exporting::save(&mut state, &world, &file),
                    Some(Effect::Suspend) | None => {}
                }
            }
        }
        if behind && flow.is_open(Instant::now()) {
            frame(&mut screen, &mut canvas, &mut flow, &state, &world)?;
            behind = false;
        }
        // Counted from the frame on, so that a slow terminal sees every date.
        next_tick = next_tick.filter(|&tick| state.timeline.playing && Instant::now() < tick);
        if state.timeline.playing && next_tick.is_none() && !behind {
            next_tick = Some(Instant::now() + timeline::pace(&world));
        }
    };
    events.catch_up(&mut flow);
    Ok(ending)
}

/// The screen as it is opened: on the map, on an article, or on the claims in draft.
fn opened(
    file: &RegionFile,
    world: &mut World,
    session: Session,
    options: Options,
    size: Size,
) -> State {
    let Options {
        keymap,
        marker,
        theme,
        ..
    } = options;
    let mut state = State::new(session, world, keymap, marker, theme, size);
    state.text_order = options.text_order;
    state.italics = options.italics;
    state.problems = options.problems;
    (state.file, state.today) = (Some(file.clone()), options.today);
    if let Some(article) = &options.article {
        adding::add(&mut state, article);
        writing::show(&mut state);
    }
    if options.reviews {
        advance(&mut state, world, Action::Revise(Revise::Review));
    }
    state
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
fn edit(
    screen: &mut Screen,
    events: &mut Events,
    editor: Option<&Editor>,
    spot: &Spot,
) -> io::Result<Option<String>> {
    match editor
        .ok_or(NoEditor::NotSet)
        .and_then(|editor| editor.command(spot))
    {
        Ok(mut command) => errand::run(screen, events, &mut command),
        Err(why) => Ok(Some(why.to_string())),
    }
}

fn frame(
    screen: &mut Screen,
    canvas: &mut Canvas,
    flow: &mut Flow,
    state: &State,
    world: &World,
) -> io::Result<()> {
    let bytes = screen.draw(
        state.size,
        state.marker,
        flow.question(),
        |buf| draw(state, world, buf),
        |shown, cleared, out| canvas.draw(state, world, shown, cleared, out),
    )?;
    if bytes > 0 {
        flow.sent(bytes, Instant::now());
    }
    Ok(())
}

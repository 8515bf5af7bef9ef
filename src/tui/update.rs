//! The one place where the state changes.

use super::{
    action::{Action, Scroll},
    input::Input,
    look,
    navigate::{beside, towards},
    palette,
    reading::{self, Cited},
    scroll::go,
    search::{self, Before},
    state::{Mode, State, World},
    switchboard, time,
};
use crate::atlas::{ActorId, Place};

/// What the loop has to do outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Quit,
    /// Put a citation on the clipboard.
    Copy(Cited, String),
}

/// Applies an action to the state.
pub fn update(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    if !matches!(action, Action::Resize(_)) {
        state.notice = None;
    }
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Move(direction) => select(state, world, towards(state, world, direction)),
        Action::Next => select(state, world, beside(state, world, 1)),
        Action::Previous => select(state, world, beside(state, world, -1)),
        Action::Select(place) => select(state, world, Some(place)),
        Action::Zoom(zoom) => look::zoom(state, world, zoom),
        Action::ZoomAt(zoom, cell) => look::zoom_at(state, world, zoom, cell),
        Action::Pan(direction) => look::pan(state, world, direction),
        Action::Pull(cols, rows) => look::pull(state, world, cols, rows),
        Action::NextLayers => {
            state.layers = state.layers.next();
            go(state, world, Scroll::Stay);
        }
        Action::At(date) => time::show(state, world, date),
        Action::List => {
            state.mode = match state.mode {
                Mode::List { .. } => Mode::Browse,
                _ => Mode::List { top: 0 },
            };
            go(state, world, Scroll::Stay);
        }
        Action::NextSort => {
            state.sort = state.sort.next();
            go(state, world, Scroll::Stay);
        }
        Action::Inspect => {
            state.current = 0;
            state.under.clear();
            state.mode = Mode::Inspect;
        }
        Action::Back => back(state),
        Action::Search => search::open(state),
        Action::Palette => palette::open(state),
        Action::Filter => {
            let open = matches!(state.mode, Mode::Filter { .. });
            state.mode = if open {
                Mode::Browse
            } else {
                Mode::Filter { cursor: 0 }
            };
        }
        Action::Pick => match state.mode {
            Mode::Filter { cursor } => toggle(state, world, cursor),
            Mode::Search { .. } => search::accept(state, world),
            Mode::Palette(_) => {
                if let Some(action) = palette::accept(state, world) {
                    return update(state, world, action);
                }
            }
            Mode::Choose(choice) => return reading::choose(state, world, choice),
            _ => {}
        },
        Action::Read => reading::open(state, world),
        Action::NextPassage => reading::step(state, world, true),
        Action::PreviousPassage => reading::step(state, world, false),
        Action::Places => reading::places(state, world),
        Action::Sources => reading::sources(state),
        Action::Switchboard => switchboard::open(state),
        Action::Cite => return reading::cite(state, world),
        Action::CiteAs => reading::cite_as(state, world),
        Action::Copied(cited, delivery) => reading::copied(state, cited, delivery),
        Action::Toggle(nth) => toggle(state, world, nth),
        Action::ClearFilter => refilter(state, Vec::new()),
        Action::Scroll(scroll) => go(state, world, scroll),
        Action::NextLens => state.lens = state.lens.next(),
        Action::Date(way) => time::travel(state, world, way),
        Action::GoToDate => time::ask(state),
        Action::MarkDate => time::mark(state),
        Action::Type(char) => {
            time::write(state, char);
            typed(state, world, |input| input.insert(char));
        }
        Action::Edit(edit) => {
            time::edit(state, edit);
            typed(state, world, |input| input.edit(edit));
        }
        Action::Accept => time::accept(state, world),
        Action::NextMarker => state.marker = state.marker.next(),
        Action::Help => open_or_close(state, Mode::Help { scroll: 0 }),
        Action::Problems => open_or_close(state, Mode::Problems { scroll: 0 }),
        Action::Resize(size) => {
            state.size = size;
            look::stay(state, world);
            go(state, world, Scroll::Stay);
        }
    }
    None
}

/// Selects a place, if there is one, and looks where it is.
/// Opens a mode, or closes it where it is open.
fn open_or_close(state: &mut State, mode: Mode) {
    if state.mode.name() == mode.name() {
        state.close();
    } else {
        state.open(mode);
    }
}

pub fn select(state: &mut State, world: &World, place: Option<Place>) {
    if place.is_some() && place != state.selected {
        state.selected = place;
        state.pin = None;
        state.scroll = 0;
        state.current = 0;
    }
    if place.is_some() {
        look::reveal(state, world);
        go(state, world, Scroll::Stay);
    }
}

fn back(state: &mut State) {
    if state.mode == Mode::Browse {
        state.selected = None;
        state.pin = None;
        state.scroll = 0;
        state.current = 0;
    }
    if let Mode::Search { before, .. } = &state.mode {
        let before = Before::clone(before);
        search::cancel(state, before);
    }
    state.close();
}

/// Changes the line that is typed; what it leads to starts anew.
fn typed(state: &mut State, world: &World, change: impl FnOnce(&mut Input)) {
    if let Mode::Search { prompt, .. } | Mode::Palette(prompt) = &mut state.mode {
        change(&mut prompt.input);
        prompt.chosen = 0;
        search::preview(state, world);
    }
}

fn toggle(state: &mut State, world: &World, nth: usize) {
    if nth >= world.atlas.actors.len() {
        return;
    }
    let actor = ActorId(nth);
    let mut filter = state.filter.clone();
    match filter.binary_search(&actor) {
        Ok(at) => drop(filter.remove(at)),
        Err(at) => filter.insert(at, actor),
    }
    refilter(state, filter);
}

fn refilter(state: &mut State, filter: Vec<ActorId>) {
    state.filter = filter;
    if state.selected.is_none() {
        state.scroll = 0;
        state.current = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        caption::sample::{
            AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST, Sample,
        },
        scene::{Depth, Marker, Theme},
        tui::{Keymap, Size},
    };

    const SIZE: Size = Size {
        cols: 120,
        rows: 36,
        aspect: 0.5,
    };

    struct Played {
        world: World,
        state: State,
        effect: Option<Effect>,
    }

    /// The state after some keys, by the shipped keymap; what is no key resizes, as `80x24` does.
    fn play(keys: &str) -> Played {
        let Sample { atlas, map, .. } = Sample::new();
        let world = World::new(atlas, map, Keymap::builtin().expect("the shipped keys"));
        let mut state = State::new(
            &world,
            Marker::Quadrant,
            Theme::new(Depth::True),
            world.atlas.as_of,
            SIZE,
        );
        let mut effect = None;
        for key in keys.split_whitespace() {
            let action = match (key.parse(), key.split_once('x')) {
                (Ok(key), _) => world.keymap.action(state.mode.name(), key),
                (Err(_), Some((cols, rows))) => Some(Action::Resize(Size {
                    cols: cols.parse().expect("columns"),
                    rows: rows.parse().expect("rows"),
                    ..SIZE
                })),
                (Err(error), None) => panic!("{error}"),
            };
            effect = action.and_then(|action| update(&mut state, &world, action));
        }
        Played {
            world,
            state,
            effect,
        }
    }

    fn selected(keys: &str) -> Option<Place> {
        play(keys).state.selected
    }

    #[test]
    fn arrows_go_to_the_nearest_place_that_way() {
        assert_eq!(selected(""), None);
        assert_eq!(selected("tab"), Some(NORTHWEST));
        assert_eq!(selected("tab left"), Some(PORT));
        assert_eq!(selected("tab down"), Some(SOUTHWEST));
        assert_eq!(selected("tab right"), Some(NORTHEAST));
        assert_eq!(selected("tab right up"), Some(AIRPORT));
        assert_eq!(selected("tab right up up up"), Some(AIRPORT));
        assert!(selected("right").is_some());
    }

    #[test]
    fn tab_goes_round_the_list() {
        assert_eq!(selected("shift-tab"), Some(AIRPORT));
        assert_eq!(selected("tab shift-tab"), Some(AIRPORT));
        assert_eq!(selected("tab tab tab tab tab tab tab"), Some(NORTHWEST));
        assert_eq!(selected("tab esc"), None);
    }

    #[test]
    fn a_filter_takes_the_rest_out_of_the_way() {
        let played = play("f down space esc");
        assert_eq!(
            (played.state.filter.as_slice(), played.state.mode),
            ([BLUES].as_slice(), Mode::Browse)
        );
        assert_eq!(selected("2 tab"), Some(NORTHEAST));
        assert_eq!(selected("2 tab tab tab"), Some(AIRPORT));
        assert_eq!(selected("2 tab left"), Some(SOUTHWEST));
        assert_eq!(play("1 2 9").state.filter, [REDS, BLUES]);
        assert_eq!(play("1 2 1").state.filter, [BLUES]);
        assert!(play("1 2 F").state.filter.is_empty());
        for keys in [
            "1 tab tab tab tab",
            "2 tab up left down right left",
            "2 shift-tab",
        ] {
            let played = play(keys);
            assert!(
                played
                    .state
                    .selected
                    .is_some_and(|place| played.state.lets_through(place)),
                "{keys}"
            );
        }
        assert!(![selected("1 tab"), selected("2 tab")].contains(&Some(SOUTHEAST)));
    }

    #[test]
    fn scrolling_ends_with_the_words() {
        let end = |keys: &str| play(keys).state.scroll;
        assert_eq!(end("tab j j j"), 0);
        assert!(end("59x12 tab enter end") > 0);
        assert_eq!(
            end("59x12 tab enter end down pagedown"),
            end("59x12 tab enter end")
        );
        assert_eq!(end("59x12 tab enter end 120x36"), 0);
        assert_eq!(end("59x12 tab enter end tab"), 0);
    }

    #[test]
    fn modes_lead_back_to_the_map() {
        for keys in [
            "enter esc",
            "f esc",
            "f f",
            "? esc",
            "? ?",
            "? j pagedown end esc",
        ] {
            assert_eq!(play(keys).state.mode, Mode::Browse, "{keys}");
        }
        assert_eq!(play("enter").state.mode, Mode::Inspect);
        assert_eq!(
            play("f up down down down").state.mode,
            Mode::Filter { cursor: 1 }
        );
        assert_eq!(play("m").state.marker, Marker::HalfBlock);
        for keys in ["q", "ctrl-c", "f q", "? q"] {
            assert_eq!(play(keys).effect, Some(Effect::Quit), "{keys}");
        }
    }

    #[test]
    fn every_size_can_be_drawn() {
        use ratatui::{buffer::Buffer, layout::Rect};
        for keys in ["tab", "tab enter end", "f", "? end"] {
            let Played {
                world, mut state, ..
            } = play(keys);
            for (cols, rows) in (0..=130)
                .step_by(3)
                .flat_map(|cols| (0..=40).step_by(2).map(move |rows| (cols, rows)))
            {
                update(
                    &mut state,
                    &world,
                    Action::Resize(Size { cols, rows, ..SIZE }),
                );
                super::super::draw(
                    &state,
                    &world,
                    &mut Buffer::empty(Rect::new(0, 0, cols, rows)),
                );
            }
        }
    }
}

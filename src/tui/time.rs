//! What keys do to the date that is shown.

use super::{
    action::{Scroll, Way},
    input::Edit,
    scroll::go,
    state::{Mode, State, World},
};
use crate::atlas::{Date, state::Snapshot, timeline};

/// As many characters as the longest date has.
const LONGEST: usize = "2024-12-08".len();

/// Shows the next date that way, if there is one.
pub fn travel(state: &mut State, world: &World, way: Way) {
    let (stops, date) = (&world.stops, state.snapshot.date);
    let to = match way {
        Way::Earlier => timeline::earlier(stops, date),
        Way::Later => timeline::later(stops, date),
        Way::Earliest => stops.first().copied(),
        Way::Latest => stops.last().copied(),
    };
    if let Some(to) = to {
        show(state, world, to);
    }
}

/// Shows the state of a date.
pub fn show(state: &mut State, world: &World, date: Date) {
    state.snapshot = Snapshot::with(&world.atlas, date, &state.snapshot.switchboard);
    go(state, world, Scroll::Stay);
}

/// Marks the date that is shown, or takes the mark away.
pub fn mark(state: &mut State) {
    state.marked = match state.marked {
        Some(_) => None,
        None => Some(state.snapshot.clone()),
    };
    if state.selected.is_none() {
        state.scroll = 0;
    }
}

/// Asks for a date.
pub fn ask(state: &mut State) {
    state.open(Mode::Date {
        input: String::new(),
        mistake: None,
    });
}

pub fn write(state: &mut State, char: char) {
    if let Mode::Date { input, mistake } = &mut state.mode
        && (char.is_ascii_digit() || char == '-')
        && input.len() < LONGEST
    {
        input.push(char);
        *mistake = None;
    }
}

pub fn edit(state: &mut State, edit: Edit) {
    if let Mode::Date { input, mistake } = &mut state.mode {
        match edit {
            Edit::Erase => drop(input.pop()),
            Edit::EraseWord | Edit::EraseAll => input.clear(),
            _ => {}
        }
        *mistake = None;
    }
}

/// Shows the date that is typed, or says what is wrong with it.
pub fn accept(state: &mut State, world: &World) {
    let Mode::Date { input, mistake } = &mut state.mode else {
        return;
    };
    match input.parse() {
        Ok(date) => {
            state.close();
            show(state, world, date);
        }
        Err(error) => *mistake = Some(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        caption::sample::Sample,
        scene::{Depth, Marker, Theme},
        tui::{Keymap, Size, update},
    };
    use proptest::prelude::*;

    fn world() -> World {
        let Sample { atlas, map, .. } = Sample::new();
        World::new(atlas, map, Keymap::builtin().expect("the shipped keys"))
    }

    fn state(world: &World) -> State {
        let size = Size {
            cols: 120,
            rows: 36,
            aspect: 0.5,
        };
        let theme = Theme::new(Depth::True);
        State::new(world, Marker::Quadrant, theme, world.atlas.as_of, size)
    }

    fn press(world: &World, state: &mut State, keys: &str) {
        for key in keys.split_whitespace() {
            let key = key.parse().expect("a key");
            if let Some(action) = state.action(world, key) {
                assert_eq!(update(state, world, action), None);
            }
        }
    }

    /// The date that is shown after some keys, and whether the mode is another than browsing.
    fn shown(keys: &str) -> (String, bool) {
        let world = world();
        let mut state = state(&world);
        press(&world, &mut state, keys);
        (state.snapshot.date.iso(), state.mode != Mode::Browse)
    }

    #[test]
    fn keys_step_from_date_to_date() {
        let date = |keys: &str| shown(keys).0;
        assert_eq!(date(""), "2026-01-28");
        assert_eq!(date(","), "2026-01-20");
        assert_eq!(date(", , ,"), "2020-05");
        assert_eq!(date(", , , , , ,"), "2020-05");
        assert_eq!(date(". ."), "2026-02-20");
        assert_eq!(date("home"), "2020-05");
        assert_eq!(date("home end"), "2026-02-20");
        // The panel is scrolled by the same keys.
        assert_eq!(date("enter home"), "2026-01-28");
        assert_eq!(date("enter ,"), "2026-01-20");
    }

    #[test]
    fn a_date_can_be_typed_and_keeps_its_precision() {
        assert_eq!(shown("t 2 0 2 1 enter"), ("2021".to_owned(), false));
        assert_eq!(shown("t 2 0 2 1 - 0 2 enter ,").0, "2020-05");
        assert_eq!(shown("t 2 0 2 1 - 0 2 - 0 3 9 9 enter").0, "2021-02-03");
        assert_eq!(shown("t 2 0 2 1 9 backspace x enter").0, "2021");
        assert_eq!(shown("t 2 0 2 1 esc").0, "2026-01-28");
    }

    #[test]
    fn a_mistake_is_said_and_can_be_mended() {
        let world = world();
        let mut state = state(&world);
        press(&world, &mut state, "t 2 0 2 1 - 1 3 enter");
        let mistaken = |state: &State| {
            matches!(
                &state.mode,
                Mode::Date {
                    mistake: Some(_),
                    ..
                }
            )
        };
        assert!(mistaken(&state));
        press(&world, &mut state, "backspace");
        assert!(!mistaken(&state));
        press(&world, &mut state, "2 enter");
        assert_eq!(
            (state.snapshot.date.iso(), state.mode),
            ("2021-12".to_owned(), Mode::Browse)
        );
    }

    #[test]
    fn a_marked_date_stays_until_it_is_taken_away() {
        let world = world();
        let mut state = state(&world);
        press(&world, &mut state, "d");
        assert!(state.marked.is_some() && state.compared().is_none());
        press(&world, &mut state, ", ,");
        let compared = state.compared().map(|(a, b)| (a.date.iso(), b.date.iso()));
        assert_eq!(
            compared,
            Some(("2026-01-02".to_owned(), "2026-01-28".to_owned()))
        );
        press(&world, &mut state, "d");
        assert!(state.marked.is_none());
    }

    proptest! {
        #[test]
        fn any_keys_lead_to_a_screen_that_can_be_drawn(
            keys in prop::collection::vec(
                prop::sample::select(vec![
                    ",", ".", "home", "end", "d", "e", "t", "2", "0", "-", "enter", "esc", "tab", "backspace", "f", "?",
                ]),
                0..25,
            ),
            cols in 0..130_u16, rows in 0..45_u16,
        ) {
            use ratatui::{buffer::Buffer, layout::Rect};
            let world = world();
            let mut state = state(&world);
            state.size = Size { cols, rows, aspect: 0.5 };
            press(&world, &mut state, &keys.join(" "));
            crate::tui::draw(&state, &world, &mut Buffer::empty(Rect::new(0, 0, cols, rows)));
        }
    }
}

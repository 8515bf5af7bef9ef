//! One step of the screen: an action, and pages that fit what it changed.

use super::{
    action::{Action, Effect},
    reduce::reduce,
    settle::settle,
    state::State,
};
use crate::session::World;

/// Applies an action to the state and fits what is scrolled to it.
pub fn update(state: &mut State, world: &World, action: Action) -> Option<Effect> {
    let effect = reduce(state, world, action);
    settle(state, world);
    effect
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        atlas::Place,
        caption::sample::{
            AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST, Sample,
        },
        scene::{Depth, Marker, Theme},
        session::Session,
        tui::{Keymap, Mode, Size},
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
        let world = World::new(atlas, map);
        let session = Session::at(&world, world.atlas.as_of);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let theme = Theme::new(Depth::True);
        let mut state = State::new(session, &world, keymap, Marker::Quadrant, theme, SIZE);
        let mut effect = None;
        for key in keys.split_whitespace() {
            let action = match (key.parse(), key.split_once('x')) {
                (Ok(key), _) => state.action(key),
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
        play(keys).state.session.selected
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
            (
                played.state.session.filter.as_slice(),
                played.state.mode().clone()
            ),
            ([BLUES].as_slice(), Mode::Browse)
        );
        assert_eq!(selected("2 tab"), Some(NORTHEAST));
        assert_eq!(selected("2 tab tab tab"), Some(AIRPORT));
        assert_eq!(selected("2 tab left"), Some(SOUTHWEST));
        assert_eq!(play("1 2 9").state.session.filter, [REDS, BLUES]);
        assert_eq!(play("1 2 1").state.session.filter, [BLUES]);
        assert!(play("1 2 F").state.session.filter.is_empty());
        for keys in [
            "1 tab tab tab tab",
            "2 tab up left down right left",
            "2 shift-tab",
        ] {
            let played = play(keys);
            assert!(
                played
                    .state
                    .session
                    .selected
                    .is_some_and(|place| played.state.session.lets_through(place)),
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
            assert_eq!(*play(keys).state.mode(), Mode::Browse, "{keys}");
        }
        assert_eq!(*play("enter").state.mode(), Mode::Inspect);
        assert_eq!(
            *play("f up down down down").state.mode(),
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

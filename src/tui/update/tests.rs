//! Tests of what keys do on the screen of the sample map.

use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};

use super::*;
use crate::{
    atlas::Place,
    caption::sample::{
        AIRPORT, BLUES, NORTHEAST, NORTHWEST, PORT, REDS, SOUTHEAST, SOUTHWEST, Sample,
    },
    scene::{Depth, Marker, Theme},
    session::Session,
    tui::{Delivery, Key, Keymap, Mode, Size, draw},
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

/// The dates that are shown while time goes on by itself, after some keys.
fn played(keys: &str) -> Vec<String> {
    let Played {
        world, mut state, ..
    } = play(keys);
    let mut dates = vec![state.session.snapshot.date.iso()];
    while state.timeline.playing {
        update(&mut state, &world, Action::Tick);
        dates.push(state.session.snapshot.date.iso());
    }
    dates
}

#[test]
fn time_goes_on_by_itself_until_it_is_stopped_or_ends() {
    let all = [
        "2020-05",
        "2026-01-02",
        "2026-01-20",
        "2026-01-28",
        "2026-02-20",
    ];
    assert_eq!(played("home space"), [&all[1..], &all[4..]].concat());
    assert_eq!(played("end space"), [&all[..], &all[4..]].concat());
    for stopped in [
        "home space space",
        "home space ,",
        "home space t",
        "home space ]",
        "home space f esc",
    ] {
        assert_eq!(played(stopped).len(), 1, "{stopped}");
    }
    for goes_on in [
        "home space tab",
        "home space +",
        "home space e",
        "home space l",
    ] {
        assert!(played(goes_on).len() > 1, "{goes_on}");
    }
    // A tick that comes late changes nothing.
    let Played {
        world, mut state, ..
    } = play("home");
    update(&mut state, &world, Action::Tick);
    assert_eq!(state.session.snapshot.date.iso(), all[0]);
}

#[test]
fn the_timeline_is_looked_at_more_closely_around_the_date_and_follows_it() {
    let window = |keys: &str| play(keys).state.timeline.window;
    assert!(window("").is_whole());
    let (close, closest) = (window("}"), window("} } } } } } } } } } } }"));
    assert!(close.length() < 1.0 && closest.length() <= close.length());
    assert!(window("} {").is_whole() && window("} T").is_whole());
    for keys in ["} } home", "} } end", "} } , ,", "} } home space"] {
        let Played { world, state, .. } = play(keys);
        let axis = state.timeline.axis(&world, 80);
        assert!(axis.sees(state.session.snapshot.date), "{keys}");
    }
    let notice = |keys: &str| play(keys).state.notice.unwrap_or_default();
    assert_eq!(notice("{"), "this is the whole timeline");
    assert_eq!(
        notice("} } } } } } } } } } } }"),
        "the timeline goes no closer"
    );
    assert_eq!(notice("20x5 }"), "the timeline is not on the screen");
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
                .is_some_and(|place| played.state.session.lets_through(&played.world, place)),
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
            draw(
                &state,
                &world,
                &mut Buffer::empty(Rect::new(0, 0, cols, rows)),
            );
        }
    }
}

/// The date that is shown after some keys, and whether a mode is open.
fn shown(keys: &str) -> (String, bool) {
    let state = play(keys).state;
    (
        state.session.snapshot.date.iso(),
        state.modes.iter().count() > 0,
    )
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
    assert_eq!(shown("t 0 2 1 ctrl-a 2 enter").0, "2021");
    assert_eq!(shown("t 2 0 2 1 esc").0, "2026-01-28");
}

#[test]
fn a_mistake_in_a_date_is_explained_and_can_be_corrected() {
    let mistaken = |keys: &str| {
        let state = play(keys).state;
        matches!(
            state.mode(),
            Mode::Date {
                mistake: Some(_),
                ..
            }
        )
    };
    assert!(mistaken("t 2 0 2 1 - 1 3 enter"));
    assert!(!mistaken("t 2 0 2 1 - 1 3 enter backspace"));
    let date = shown("t 2 0 2 1 - 1 3 enter backspace 2 enter");
    assert_eq!(date, ("2021-12".to_owned(), false));
}

#[test]
fn a_date_stays_marked_until_that_is_taken_back() {
    let marked = play("d").state.session;
    assert!(marked.compared.is_some() && marked.comparison().is_none());
    let session = play("d , ,").state.session;
    let dates = session
        .comparison()
        .map(|(a, b)| (a.date.iso(), b.date.iso()));
    let expected = ("2026-01-02".to_owned(), "2026-01-28".to_owned());
    assert_eq!(dates, Some(expected));
    for keys in ["d , , d", "d , , esc"] {
        assert!(play(keys).state.session.compared.is_none(), "{keys}");
    }
}

#[test]
fn esc_leads_back_the_way_one_came() {
    let names = |keys: &str| {
        let state = play(keys).state;
        let names = state.modes.iter().map(|mode| mode.name().name());
        names.collect::<Vec<_>>().join(" ")
    };
    for (keys, modes) in [
        ("l f esc", "list"),
        ("l ? esc", "list"),
        ("l enter esc", "list"),
        ("l enter f ? esc", "list inspect filter"),
        ("l f / esc", "list filter"),
        ("tab enter r S esc", "inspect reader"),
        ("tab r enter", "reader inspect"),
        ("tab r enter esc", "reader"),
        ("l enter l", "list"),
        ("l / r e d enter", ""),
    ] {
        assert_eq!(names(keys), modes, "{keys}");
    }
}

#[test]
fn on_the_map_esc_clears_the_selection_then_the_changes_then_the_filter() {
    let left = |keys: &str| {
        let session = play(keys).state.session;
        let selected = session.selected.is_some();
        (selected, session.compared.is_some(), session.filter.len())
    };
    assert_eq!(left("1 d tab"), (true, true, 1));
    assert_eq!(left("1 d tab esc"), (false, true, 1));
    assert_eq!(left("1 d tab esc esc"), (false, false, 1));
    assert_eq!(left("1 d tab esc esc esc"), (false, false, 0));
    let played = play("1 d tab esc esc esc esc");
    let notice = "nothing is selected, compared or filtered";
    assert_eq!(played.state.notice.as_deref(), Some(notice));
}

/// Every key that does something anywhere, and some that are typed.
fn keys() -> Vec<Key> {
    let keymap = Keymap::builtin().expect("the shipped keys");
    let commands = keymap.commands.iter();
    let bound = commands.flat_map(|command| command.bindings.iter().map(|(key, _)| *key));
    let typed = ["r", "e", "d", "2", "0"].map(|key| key.parse().expect("a key"));
    bound.chain(typed).collect()
}

/// Presses a key; a citation that is to be copied can't be.
fn press(state: &mut State, world: &World, key: Key) -> Option<Effect> {
    let action = state.action(key)?;
    let effect = update(state, world, action);
    if let Some(Effect::Copy(cited, _)) = effect {
        update(state, world, Action::Copied(cited, Delivery::Failed));
    }
    effect
}

/// All that a key can change, but for what is said.
fn fingerprint(state: &State) -> String {
    let State {
        session,
        modes,
        scroll,
        marker,
        timeline,
        room,
        ..
    } = state;
    format!("{session:?} {modes:?} {scroll} {marker:?} {timeline:?} {room:?}")
}

/// Tells whether a mode says on the screen why what was typed does nothing.
fn explains(mode: &Mode) -> bool {
    match mode {
        Mode::Date { mistake, .. } => mistake.is_some(),
        Mode::Ask(asked) => asked.refusal.is_some(),
        Mode::Save(saving) => saving.refusal.is_some(),
        _ => false,
    }
}

fn every_key_of_the_bar_works(state: &State, world: &World) -> Result<(), TestCaseError> {
    let mode = state.mode().name();
    for command in state.keymap.in_bar(mode) {
        let keys = command.bindings.iter().map(|(key, _)| *key);
        for key in keys.filter(|key| !(mode.takes_text() && key.char().is_some())) {
            let mut after = state.clone();
            let effect = press(&mut after, world, key);
            let changed = fingerprint(&after) != fingerprint(state);
            let told = after.notice.is_some() || explains(after.mode());
            prop_assert!(effect.is_some() || changed || told, "{key} in {mode:?}");
        }
    }
    Ok(())
}

fn every_esc_leads_back_one_step(mut state: State, world: &World) -> Result<(), TestCaseError> {
    let esc: Key = "esc".parse().expect("a key");
    while state.modes.iter().count() > 0 {
        let before: Vec<_> = state.modes.iter().map(Mode::name).collect();
        press(&mut state, world, esc);
        let after: Vec<_> = state.modes.iter().map(Mode::name).collect();
        prop_assert_eq!(&after[..], &before[..before.len() - 1]);
    }
    // The whole screen for the panel, the selection, the changes, the filter.
    for _ in 0..4 {
        press(&mut state, world, esc);
    }
    let session = &state.session;
    prop_assert!(session.selected.is_none() && session.pin.is_none());
    prop_assert!(session.compared.is_none() && session.filter.is_empty());
    prop_assert!(session.reader.is_none());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_keys_trap_anyone(
        walk in prop::collection::vec(prop::sample::select(keys()), 0..24),
        (cols, rows) in prop::sample::select(vec![(120, 36), (80, 24), (59, 16), (20, 5), (3, 1), (0, 0)]),
    ) {
        let Played { world, mut state, .. } = play("");
        update(&mut state, &world, Action::Resize(Size { cols, rows, ..SIZE }));
        for key in walk {
            press(&mut state, &world, key);
            draw(&state, &world, &mut Buffer::empty(Rect::new(0, 0, cols, rows)));
        }
        every_key_of_the_bar_works(&state, &world)?;
        every_esc_leads_back_one_step(state, &world)?;
    }
}

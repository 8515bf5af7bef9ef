//! Things that come and things that stay as one looks closer and elsewhere, on the shipped map.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use geo::{Coord, coord};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect};
use whoholds::{
    atlas::{Lens, Place, state::Snapshot},
    file::{self, RegionFile},
    geo::Viewport,
    scene::{Class, Depth, Label, Layers, Marker, Resolution, Scene, Theme, View},
    session::{Session, World},
    tui::{self, Action, Key, Keymap, Mode, Pointer, Size, State},
};

/// Aleppo, Damascus, Deir ez-Zor, Homs.
const TOWNS: [(f64, f64); 4] = [(37.15, 36.2), (36.3, 33.5), (40.14, 35.33), (36.72, 34.73)];

fn labels(viewport: Viewport) -> Vec<Label> {
    let snapshot = Snapshot::at(&WORLD.atlas, WORLD.atlas.as_of);
    let view = View {
        atlas: &WORLD.atlas,
        map: &WORLD.map,
        snapshot: &snapshot,
        marked: None,
        lens: Lens::Actors,
        viewport,
        selected: None,
        highlighted: None,
        filter: &[],
        layers: Layers::Both,
        resolution: Resolution::Subcells(Marker::Quadrant),
        pin: None,
    };
    Scene::build(&view).labels().to_vec()
}

/// The text of a label; of a place, its name, whether or not its holder's letter has room behind it.
fn without_letters(label: Label) -> String {
    let name = label.place.map(|place| WORLD.atlas.name(place).to_owned());
    let names = name
        .iter()
        .flat_map(|name| [name.to_uppercase(), name.clone()]);
    let mut names = names.filter(|name| label.text.starts_with(name.as_str()));
    names.next().unwrap_or(label.text)
}

/// Counts how often each name comes or goes on a way over the map.
fn changes(way: impl Iterator<Item = Viewport>) -> HashMap<(String, String), usize> {
    let mut before: Option<HashSet<_>> = None;
    let mut changes = HashMap::new();
    for viewport in way {
        let labels = labels(viewport).into_iter();
        let names = labels.filter(|label| !matches!(label.class, Class::Scale));
        let now: HashSet<_> = names
            .map(|label| (format!("{:?}", label.class), without_letters(label)))
            .collect();
        for name in before
            .iter()
            .flat_map(|before| before.symmetric_difference(&now))
        {
            *changes.entry(name.clone()).or_default() += 1;
        }
        before = Some(now);
    }
    changes
}

#[test]
fn names_come_as_one_looks_closer_and_stay_as_one_moves() {
    let whole = Viewport::fit(WORLD.map.extent(), 79, 32, 0.5);
    for (lon, lat) in TOWNS {
        let to: Coord = WORLD.map.projection.forward(coord! {x: lon, y: lat});
        let notches = (0..24).map(|n| {
            let times = 1.189_f64.powi(n);
            Viewport {
                centre: to + (whole.centre - to) / times,
                row: whole.row / times,
                ..whole
            }
        });
        let mut ways = vec![changes(notches)];
        for closer in [2.0, 4.0, 8.0] {
            let from = Viewport {
                centre: to,
                row: whole.row / closer,
                ..whole
            };
            let steps = (0..40).map(|n| from.moved(f64::from(n), 0.0));
            ways.push(changes(steps));
        }
        // A name may make room for one that comes, or for a holder's letter, and be there again.
        let most = [5; 4];
        let changes = ways.into_iter().zip(most);
        for ((name, times), most) in
            changes.flat_map(|(way, most)| way.into_iter().map(move |name| (name, most)))
        {
            assert!(
                times <= most,
                "{name:?} comes or goes {times} times at {lon}, {lat}"
            );
        }
    }
}

/// The shipped map, read once.
static WORLD: LazyLock<World> = LazyLock::new(|| {
    let document = file::load(&RegionFile::builtin()).expect("the shipped map");
    World::new(document.atlas, document.map)
});

struct Screen {
    world: &'static World,
    state: State,
}

impl Screen {
    fn new(cols: u16, rows: u16) -> Self {
        let world = &*WORLD;
        let size = Size {
            cols,
            rows,
            aspect: 0.5,
        };
        let (theme, date) = (Theme::new(Depth::True), world.atlas.as_of);
        let session = Session::at(world, date);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let state = State::new(session, world, keymap, Marker::Quadrant, theme, size);
        Self { world, state }
    }

    fn press(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|error| panic!("{error}"));
            let mode = self.state.mode().name();
            let action = self.state.keymap.action(mode, key).expect("a bound key");
            assert_eq!(tui::update(&mut self.state, self.world, action), None);
        }
        self
    }

    fn point(mut self, pointer: Pointer, at: (u16, u16)) -> Self {
        for action in tui::pointed(&self.state, self.world, pointer, at) {
            assert_eq!(tui::update(&mut self.state, self.world, action), None);
        }
        self
    }

    /// Clicks the first place where the text stands.
    fn click(self, text: &str) -> Self {
        let at = self.find(text);
        self.point(Pointer::Click, at)
    }

    fn find(&self, text: &str) -> (u16, u16) {
        let lines = self.lines();
        let found = lines.iter().enumerate().find_map(|(row, line)| {
            let at = line.find(text)?;
            Some((line[..at].chars().count(), row))
        });
        let (col, row) = found.unwrap_or_else(|| panic!("no {text} on\n{}", lines.join("\n")));
        let cell = |n| u16::try_from(n).expect("on screen");
        (cell(col), cell(row))
    }

    fn lines(&self) -> Vec<String> {
        let Size { cols, rows, .. } = self.state.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
        tui::draw(&self.state, self.world, &mut buf);
        let rows = buf.content.chunks(usize::from(cols));
        rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
            .collect()
    }

    fn text(&self) -> String {
        let lines = self.lines();
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
        lines.join("\n")
    }

    fn selected(&self) -> &str {
        self.state
            .session
            .selected
            .map_or("", |place| self.world.atlas.id(place))
    }
}

#[test]
fn looking_closer_shows_more() {
    let screen = Screen::new(120, 36).press("4 F down + + +");
    insta::assert_snapshot!("closer-120x36", screen.text());
    insta::assert_snapshot!(
        "closer-80x24",
        Screen::new(80, 24).press("right + + + +").text()
    );
}

#[test]
fn what_is_off_screen_is_pointed_to() {
    let screen = Screen::new(120, 36).press("shift-tab z L L L L L L L J J");
    assert_eq!(screen.selected(), "qamishli");
    insta::assert_snapshot!("pointed-to-120x36", screen.text());
}

#[test]
fn every_way_back_ends_at_the_whole_map() {
    let whole = Screen::new(120, 36).press("tab").text();
    for keys in [
        "+ -",
        "+ + + H K - - - -",
        "z 0",
        "- -",
        "shift-left shift-up",
        "+ + J J J L L L L L L 0",
    ] {
        let mut screen = Screen::new(120, 36).press("tab").press(keys);
        // The last key may say that it is the whole map already.
        screen.state.notice = None;
        assert_eq!(screen.text(), whole, "{keys}");
    }
}

#[test]
fn arrows_lead_the_map_along() {
    let screen = Screen::new(120, 36).press("tab z + + + down right");
    let name = screen
        .world
        .atlas
        .name(screen.state.session.selected.expect("a place"));
    let shown = format!("▸{}◂", name.to_uppercase());
    assert!(screen.text().contains(&shown), "{}", screen.text());
}

#[test]
fn layers_hide_places_from_the_map_and_from_the_keys() {
    let sites = Screen::new(120, 36).press("v v");
    assert!(sites.text().contains("─ sites only ─"), "{}", sites.text());
    assert!(!sites.text().contains("NORTHEAST"), "{}", sites.text());
    for keys in ["tab", "tab tab", "left", "right", "up"] {
        let screen = Screen::new(120, 36).press("v v").press(keys);
        assert!(
            matches!(screen.state.session.selected, Some(Place::Site(_))),
            "{keys}"
        );
        let screen = Screen::new(120, 36).press("v").press(keys);
        assert!(
            matches!(screen.state.session.selected, Some(Place::Region(_))),
            "{keys}"
        );
        let map: String = screen
            .text()
            .lines()
            .flat_map(|line| line.chars().take(80))
            .collect();
        assert!(
            !map.contains("Hmeimim") && map.contains("─ areas only ─"),
            "{keys}: {map}"
        );
    }
    let kept = Screen::new(120, 36).press("tab v v");
    assert!(
        kept.text().contains("▸NORTHEAST K◂"),
        "what is selected is shown"
    );
}

#[test]
fn the_list_stands_beside_under_or_instead_of_the_map() {
    insta::assert_snapshot!(
        "list-120x36",
        Screen::new(120, 36).press("l down down s").text()
    );
    insta::assert_snapshot!(
        "list-80x24",
        Screen::new(80, 24).press("l s s s end").text()
    );
    insta::assert_snapshot!("list-59x16", Screen::new(59, 16).press("l s s").text());
    insta::assert_snapshot!("list-20x5", Screen::new(20, 5).press("l down").text());
    let read = Screen::new(120, 36).press("l down enter");
    assert!(*read.state.mode() == Mode::Inspect && !read.selected().is_empty());
    let filtered = Screen::new(120, 36).press("4 l");
    assert!(
        !filtered.text().contains("K Northeast"),
        "{}",
        filtered.text()
    );
    assert_eq!(Screen::new(120, 36).press("tab l").selected(), "northeast");
}

#[test]
fn the_mouse_goes_by_what_is_drawn() {
    let screen = || Screen::new(120, 36);
    assert_eq!(screen().click("Tartous").selected(), "tartous");
    assert_eq!(screen().click("SOUTHEAST").selected(), "south-east");
    let at = screen().find("SOUTHEAST");
    assert_eq!(
        screen().point(Pointer::Click, (at.0, at.1 + 3)).selected(),
        "south-east"
    );
    let twice = screen().point(Pointer::DoubleClick, at);
    assert_eq!(
        (twice.selected(), twice.state.mode().clone()),
        ("south-east", Mode::Inspect)
    );
    assert_eq!(*twice.click("WEST").state.mode(), Mode::Browse);
    let filtered = screen().click("K 7%");
    assert_eq!(filtered.state.session.filter.len(), 1);
    assert!(filtered.click("K 7%").state.session.filter.is_empty());
    assert_eq!(
        screen().press("l").click("K Northeast").selected(),
        "northeast"
    );
    assert_eq!(
        screen()
            .press("f")
            .click("[ ] ■ R")
            .state
            .session
            .filter
            .len(),
        1
    );
    let scrolled = screen().point(Pointer::WheelDown, (100, 10));
    assert_eq!(scrolled.state.scroll, 3);
    assert!(
        screen()
            .press("?")
            .point(Pointer::WheelDown, (60, 10))
            .state
            .mode()
            != &Mode::Browse
    );
    assert_eq!(
        *screen()
            .press("?")
            .point(Pointer::Click, (60, 10))
            .state
            .mode(),
        Mode::Browse
    );
}

#[test]
fn the_wheel_keeps_what_is_under_it_and_a_drag_pulls_it_along() {
    let town = Screen::new(120, 36).find("· Deir");
    let mut screen = Screen::new(120, 36);
    for _ in 0..4 {
        screen = screen.point(Pointer::WheelUp, town);
    }
    let near = |a: (u16, u16), b: (u16, u16)| a.0.abs_diff(b.0) <= 1 && a.1.abs_diff(b.1) <= 1;
    assert!(near(screen.find("· Deir"), town), "{}", screen.text());
    let pulled = screen.point(Pointer::Drag((-9, -4), (11, 16)), (20, 20));
    assert!(
        near(pulled.find("· Deir"), (town.0 - 9, town.1 - 4)),
        "{}",
        pulled.text()
    );
}

#[test]
fn a_click_or_a_drag_on_the_timeline_goes_to_a_date_and_the_wheel_looks_closer() {
    let date = |screen: &Screen| screen.state.session.snapshot.date;
    let screen = || Screen::new(120, 36);
    let row = 31;
    let (first, last) = (1, 79);
    let stops = &screen().world.stops;
    let clicked = |column| date(&screen().point(Pointer::Click, (column, row)));
    assert_eq!(clicked(first), stops[0]);
    assert_eq!(Some(clicked(last)), stops.last().copied());
    let drag = Pointer::Drag((-3, 0), (first, row));
    assert_eq!(date(&screen().point(drag, (40, row))), stops[0]);
    let closer = screen().point(Pointer::WheelUp, (first + 10, row));
    assert_eq!(date(&closer), date(&screen()));
    let near = closer.point(Pointer::Click, (last, row));
    assert!(
        date(&near) < date(&screen()),
        "the window stays where the wheel was"
    );
    let whole = screen()
        .point(Pointer::WheelUp, (first + 10, row))
        .point(Pointer::WheelDown, (first + 10, row));
    assert_eq!(whole.text(), screen().text());
}

/// Tells whether the map's pane names what is selected: in marks on the map, or behind an arrow at its edge.
fn is_named(screen: &Screen) -> bool {
    let Some(place) = screen.state.session.selected else {
        return false;
    };
    let name = screen.world.atlas.name(place);
    let text = screen.text();
    let marked = [name.to_owned(), name.to_uppercase()].map(|name| format!("▸{name}"));
    marked.iter().any(|name| text.contains(name))
        || "←↑→↓↖↗↘↙".chars().any(|arrow| {
            text.contains(&format!("{arrow} {name}")) || text.contains(&format!("{name} {arrow}"))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn no_way_of_looking_loses_the_selection(
        place in 0..10usize,
        keys in prop::collection::vec(prop::sample::select(vec!["+", "+", "-", "0", "z", "H", "J", "K", "L", "v"]), 1..14),
        wheel in prop::collection::vec((1..79u16, 1..32u16), 0..6),
        (cols, rows) in prop::sample::select(vec![(120_u16, 36_u16), (80, 24), (200, 50)]),
    ) {
        let mut screen = Screen::new(cols, rows).press(&"tab ".repeat(place + 1)).press(&keys.join(" "));
        for at in wheel {
            screen = screen.point(Pointer::WheelUp, at);
        }
        prop_assert!(is_named(&screen), "{}", screen.text());
        let resized = Action::Resize(Size { cols: 100, rows: 30, aspect: 0.5 });
        tui::update(&mut screen.state, screen.world, resized);
        prop_assert!(is_named(&screen), "{}", screen.text());
    }
}

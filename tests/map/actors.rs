//! Groups of actors, colours given in full, and more actors than there are digits.

use std::fmt::Write;

use whoholds::{
    atlas::{ActorId, Lens, state::Snapshot},
    caption::plain_text,
    export::{Exported, Exporter, Svg},
    file::{self, Document, RegionFile},
    tui::{self, Pointer},
};

use crate::support::Screen;

/// Fourteen actors, each with a governorate but the first, which is the group of the next two.
fn file() -> RegionFile {
    let units = [
        "SY-HL", "SY-RD", "SY-HI", "SY-HM", "SY-LA", "SY-ID", "SY-HA", "SY-DY", "SY-TA", "SY-RA",
        "SY-DR", "SY-SU", "SY-QU",
    ];
    let mut toml =
        "format = 1\ntitle = 'A fixture'\nbasemap = 'syria'\nas_of = 2026-01-28\n".to_owned();
    for (n, letter) in ('A'..='N').enumerate() {
        let group = if (1..3).contains(&n) {
            "part_of = 'a0'\n"
        } else {
            ""
        };
        let _ = write!(
            toml,
            "[[actor]]\nid = 'a{n}'\nname = 'Actor {n}'\nletter = '{letter}'\ncolour = '#{n:02x}8040'\n{group}"
        );
    }
    for (n, unit) in units.iter().enumerate() {
        let _ = write!(
            toml,
            "[[claim]]\nabout = ['{unit}']\nactor = 'a{}'\nsays = 'holds'\nbecause = 'So it is read.'\n",
            n + 1
        );
    }
    RegionFile::builtin().with_bytes(toml)
}

fn document() -> Document {
    file::load(&file()).expect("no problems")
}

fn exported(Document { atlas, map, .. }: &Document) -> Exported<'_> {
    Exported::of(atlas, map, Snapshot::at(atlas, atlas.as_of))
}

#[test]
fn a_group_has_what_its_parts_have() {
    let document = document();
    let exported = exported(&document);
    let legend = exported.captions().legend();
    let [group] = legend.groups.as_slice() else {
        panic!("one group: {:?}", legend.groups)
    };
    let parts: f64 = legend.shares[..2].iter().map(|it| it.whole.share()).sum();
    assert!((group.whole.share() - parts).abs() < 1e-12 && parts > 0.1);
    let panel = exported.captions().actor(ActorId::at(0));
    let words = plain_text(&panel.lines(&document.atlas), 80);
    assert!(words.contains("parts: Actor 1, Actor 2\n"), "{words}");
    assert!(words.contains("Aleppo · held by Actor 1"), "{words}");
    assert!(!words.contains("Actor 3"), "{words}");
}

#[test]
fn a_filter_on_a_group_lets_its_parts_through() {
    let document = document();
    let filtered = Exported {
        filter: vec![ActorId::at(0)],
        lens: Lens::Actors,
        ..exported(&document)
    };
    let ids: Vec<&str> = filtered.places().map(|it| document.atlas.id(it)).collect();
    assert_eq!(ids, ["SY-HL", "SY-RD"]);
}

#[test]
fn a_colour_that_is_given_in_full_is_drawn_as_it_is() {
    let document = document();
    let bytes = Svg.export(&exported(&document)).expect("a picture");
    let svg = String::from_utf8(bytes).expect("UTF-8");
    assert!(svg.contains(".c018040{fill:#018040}"));
    assert!(svg.contains(".c0d8040-faint{"));
}

fn point(screen: &mut Screen, pointer: Pointer, at: (u16, u16)) {
    for action in tui::pointed(&screen.state, &screen.world, pointer, at) {
        tui::update(&mut screen.state, &screen.world, action);
    }
}

#[test]
fn an_actor_beyond_the_ninth_is_chosen_by_key_and_by_mouse() {
    let chosen = |keys: &str| {
        let screen = Screen::of(&file(), 80, 20).press(keys);
        screen.state.session.filter
    };
    let down = "down ".repeat(12);
    assert_eq!(chosen(&format!("f {down}space")), [ActorId::at(12)]);
    let mut screen = Screen::of(&file(), 80, 12).press("f");
    assert!(!screen.text().contains("Actor 12"), "{}", screen.text());
    for _ in 0..12 {
        point(&mut screen, Pointer::WheelDown, (70, 5));
    }
    let text = screen.text();
    let row = text.lines().position(|line| line.contains("Actor 12"));
    let row = row.unwrap_or_else(|| panic!("{text}"));
    let row = u16::try_from(row).expect("a row of the screen");
    point(&mut screen, Pointer::Click, (70, row));
    assert_eq!(screen.state.session.filter, [ActorId::at(12)]);
}

/// By the rules for writing from right to left, a number behind such a name stands before it, and its sign behind both.
#[test]
fn a_share_stands_before_a_name_from_right_to_left() {
    let toml = "format = 1\ntitle = 'A fixture'\nbasemap = 'syria'\nas_of = 2026-01-28\n\
                [[actor]]\nid = 'a'\nname = 'قوات'\nletter = 'A'\ncolour = 'green'\n\
                [[claim]]\nabout = ['SY-HI']\nactor = 'a'\nsays = 'holds'\nbecause = 'So it is read.'\n";
    let file = RegionFile::builtin().with_bytes(toml);
    let text = Screen::of(&file, 120, 36).text();
    for words in ["■ A 27% inferred قوات  silent", "■ A 27% inferred · قوات "] {
        assert!(text.contains(words), "{text}");
    }
    let document = file::load(&file).expect("no problems");
    let svg = Svg.export(&exported(&document)).expect("a picture");
    let svg = String::from_utf8(svg).expect("UTF-8");
    assert!(svg.contains(">27% inferred: قوات<"), "{svg}");
}

//! Region files of any kind, right, wrong and broken, through all that the program shows of one: nothing panics, and
//! nothing that steers a terminal comes out.

use crate::support::Screen;
use proptest::prelude::*;
use whoholds::{
    atlas::Switchboard,
    diagnostics::{Diagnostics, Style},
    dialogue::Dialogue,
    export::{self, Exported},
    file::{self, Document, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{Session, World},
    tui::{Keymap, Size, State},
};

/// Words as anybody may write them, and seldom as nobody should.
fn words() -> impl Strategy<Value = String> {
    const ODD: &[&str] = &[
        "سوريا",
        "北京 市",
        "e\u{301}\u{200d} a",
        "🇸🇾 👩‍👩‍👧",
        "a\"b\\c ' d",
        "\u{200f}a b",
        "ﷺ ﬁ",
    ];
    const WRONG: &[&str] = &[
        "",
        " ",
        "\u{1b}]0;x\u{7}",
        "a\u{202e}b",
        "a\tb\nc",
        "\u{9b}31m",
        "\u{200b}",
    ];
    let among = |words: &'static [&str]| prop::sample::select(words).prop_map(str::to_owned);
    prop_oneof![
        40 => "[A-Z][a-z]{1,8}( [a-z]{1,8}){0,4}",
        20 => among(ODD),
        1 => "\\PC{0,12}",
        1 => among(WRONG),
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        30 => (2019..2027_u16, 1..13_u8, 1..29_u8).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        10 => (2019..2027_u16).prop_map(|year| year.to_string()),
        10 => (2019..2027_u16, 1..13_u8).prop_map(|(y, m)| format!("\"{y}-{m:02}\"")),
        1 => Just("2025-02-30".to_owned()),
    ]
}

/// A string as TOML has it.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|char| match char {
        '"' | '\\' => format!("\\{char}"),
        char if char.is_control() => format!("\\u{:04X}", u32::from(char)),
        char => char.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

fn region(n: usize) -> impl Strategy<Value = String> {
    let corner = || (36.0..41.0_f64, 33.0..36.0_f64);
    let ring = (corner(), prop::collection::vec(corner(), 0..3)).prop_map(|((x, y), more)| {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let square = square.map(|(right, up)| (x + right, y + up));
        let points = square.into_iter().chain(more);
        let points: Vec<String> = points.map(|(x, y)| format!("[{x:.2}, {y:.2}]")).collect();
        format!("part = [\"SY-HI\"], within = [{}]", points.join(", "))
    });
    let units = [["SY-HA", "SY-DY"], ["SY-RA", "SY-ID"]];
    let unit = prop::sample::select(units[n].to_vec());
    let unit = unit.prop_map(|unit| format!("all = [\"{unit}\"]"));
    (words(), prop_oneof![1 => ring, 20 => unit]).prop_map(move |(name, area)| {
        format!(
            "[[region]]\nid = \"r{n}\"\nname = {}\narea = {{ {area} }}\n",
            quoted(&name)
        )
    })
}

fn claim() -> impl Strategy<Value = String> {
    let said = prop_oneof![
        10 => (prop::sample::select(vec!["r0", "r1", "r0\", \"r1"]), prop::sample::select(vec!["holds", "occupies", "holds-part", "contests", "left"])),
        10 => (Just("site"), prop::sample::select(vec!["operates", "present", "took-over", "withdraws", "left"])),
        1 => (prop::sample::select(vec!["map", "reds", "nothing"]), prop::sample::select(vec!["context", "holds"])),
    ];
    let ground = prop_oneof![
        3 => words().prop_map(|words| format!("because = {}", quoted(&words))),
        1 => words().prop_map(|words| format!("source = \"paper\"\nsummary = {}", quoted(&words))),
    ];
    let actor = prop::sample::select(vec!["reds", "blues"]);
    (said, actor, prop::option::of(date()), ground).prop_map(
        |((about, says), actor, when, ground)| {
            let actor = if says == "context" {
                String::new()
            } else {
                format!("actor = \"{actor}\"\n")
            };
            let when = when.map_or(String::new(), |it| format!("when = {it}\n"));
            format!("[[claim]]\nabout = [\"{about}\"]\nsays = \"{says}\"\n{actor}{when}{ground}\n")
        },
    )
}

prop_compose! {
    fn region_file()(
        title in words(), names in [words(), words(), words(), words()],
        regions in (region(0), region(1)), claims in prop::collection::vec(claim(), 0..8),
    ) -> String {
        let [reds, blues, site, paper] = names.map(|name| quoted(&name));
        let head = format!(
            "format = 1\ntitle = {}\nbasemap = \"syria\"\nas_of = 2026-01-28\n\
             [[source]]\nid = \"paper\"\ntitle = {paper}\n\
             [[actor]]\nid = \"reds\"\nname = {reds}\nletter = \"R\"\ncolour = \"red\"\n\
             [[actor]]\nid = \"blues\"\nname = {blues}\nletter = \"B\"\ncolour = \"blue\"\n{}{}\
             [[site]]\nid = \"site\"\nname = {site}\nkind = \"airport\"\nat = {{ lat = 35.0, lon = 38.0 }}\n",
            quoted(&title), regions.0, regions.1,
        );
        head + &claims.concat()
    }
}

/// Bytes put in the place of others, anywhere.
fn mutated(text: &str, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    bytes
}

/// Notes a character that would steer a terminal.
fn assert_quiet(what: &str, text: &str) {
    let steers = |char: char| {
        char.is_control() && char != '\n'
            || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let found = text.find(steers);
    assert!(found.is_none(), "{what}: {:?}", &text[found.unwrap_or(0)..]);
}

fn render(report: &Diagnostics) {
    let style = Style {
        colour: false,
        width: 80,
    };
    assert_quiet("a problem", &report.render(style));
}

/// Has the program show all that it shows of a file, and tells whether it gave a map.
fn show(bytes: Vec<u8>) -> bool {
    let read = file::load(&RegionFile::builtin().with_bytes(bytes));
    let document = match read {
        Err(report) => {
            render(&report);
            return false;
        }
        Ok(document) => document,
    };
    render(&document.check("2026-02-01".parse().expect("a date")));
    let Document { atlas, map, .. } = document;
    let exported = Exported::new(&atlas, &map, None, &Switchboard::default());
    let text = export::format("text")
        .expect("the format")
        .export(&exported)
        .expect("a text");
    assert_quiet("the text", &String::from_utf8(text).expect("UTF-8"));
    let world = World::new(atlas, map);
    let mut said = Vec::new();
    let lines = "list\nr0\nwhy\nnorth\nnext\nall\n2025\nsources\n\u{1b}[2J\nquit\n";
    let session = Session::at(&world, world.atlas.as_of);
    let dialogue = Dialogue::new(&world, session.clone(), None);
    dialogue
        .hold(lines.as_bytes(), &mut said, true)
        .expect("it is held");
    assert_quiet("the dialogue", &String::from_utf8(said).expect("UTF-8"));
    let keymap = Keymap::builtin().expect("the shipped keys");
    let size = Size {
        cols: 80,
        rows: 24,
        aspect: 0.5,
    };
    let state = State::new(
        session,
        &world,
        keymap,
        Marker::Quadrant,
        Theme::new(Depth::True),
        size,
    );
    let screen = Screen { world, state }.press("tab");
    assert_quiet("the screen", &screen.text());
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_region_file_is_shown_or_refused(text in region_file()) {
        show(text.into_bytes());
    }

    #[test]
    fn a_region_file_with_bytes_of_any_kind_in_it_is_shown_or_refused(
        text in region_file(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        show(mutated(&text, &changes));
    }
}

#[test]
fn a_file_of_this_kind_gives_a_map() {
    let text = "format = 1\ntitle = \"A map\"\nbasemap = \"syria\"\nas_of = 2026-01-28\n\
                [[actor]]\nid = \"reds\"\nname = \"Reds\"\nletter = \"R\"\ncolour = \"red\"\n\
                [[region]]\nid = \"r0\"\nname = \"North\"\narea = { all = [\"SY-HA\"] }\n\
                [[claim]]\nabout = [\"r0\"]\nsays = \"holds\"\nactor = \"reds\"\nbecause = \"So it is.\"\n";
    assert!(show(text.as_bytes().to_vec()));
    assert!(!show(
        text.replace("reds\"\nname", "\u{1b}\"\nname").into_bytes()
    ));
}

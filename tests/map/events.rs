//! Tables of events: shown near their date as points, listed, cited and exported, and holding nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

use crate::support::Screen;
use serde_json::Value;
use whoholds::{
    atlas::{ActorId, Date, Switchboard},
    caption::plain_text,
    export::{
        Brief, Events, Exported, Exporter, GeoJson, Json, Kml, Svg, Text,
        citation::{self, Format},
    },
    file::{self, Document, RegionFile},
    tui::{self, Action, Effect, Pointer},
};

const TABLE: &str = "\
event_date,location,latitude,longitude,notes,source,fatalities
2026-01-28,Kobani,36.791,38.353,\"Shells fell, residents said.\",A wire service,0
2026-01-27,Kobani,36.790,38.352,Officers met.,A wire service,0
2026-01-20,Homs,34.73,36.72,=A clash.,,2
2026-02-03,Homs,34.73,36.72,Later.,,0
";

/// A region file beside a table.
fn file(test: &str, table: &str, more: &str) -> RegionFile {
    let folder: PathBuf =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("events-{test}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("events.csv"), table).expect("a table");
    let toml = format!(
        "format = 1\ntitle = 'A fixture'\nbasemap = 'syria'\nas_of = 2026-01-28\n{more}\
         [[source]]\nid = 'gazette'\ntitle = 'A gazette'\n\
         [[region]]\nid = 'aleppo'\nname = 'Aleppo'\narea = {{ all = ['SY-HL'] }}\n\
         [[events]]\nfile = 'events.csv'\nsource = 'gazette'\n"
    );
    let path = folder.join("regions.toml");
    fs::write(&path, toml).expect("a file");
    RegionFile::open(&path).expect("a file")
}

fn load(test: &str, more: &str) -> Document {
    file::load(&file(test, TABLE, more)).expect("no problems")
}

fn exported<'a>(document: &'a Document, date: &str) -> Exported<'a> {
    let date: Date = date.parse().expect("a date");
    let everything = Switchboard::default();
    Exported::new(&document.atlas, &document.map, Some(date), &everything)
}

fn text(format: &dyn Exporter, exported: &Exported) -> String {
    let bytes = format.export(exported).expect("it is written");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn events_are_shown_for_some_days_in_their_words_and_with_their_source() {
    let document = load("words", "");
    let printed = text(&Text, &exported(&document, "2026-01-28"));
    let told = "Events in the 7 days to 28 Jan 2026: 2\n\n\
                28 Jan 2026, Kobani: Shells fell, residents said.\n  — A wire service, in A gazette, line 2\n\
                27 Jan 2026, Kobani: Officers met.\n  — A wire service, in A gazette, line 3\n";
    assert!(printed.ends_with(told), "{printed}");
    assert!(printed.contains("silent: 100%"), "{printed}");
    let before = text(&Text, &exported(&document, "2026-01-26"));
    assert!(before.contains("Homs: =A clash.") && !before.contains("Kobani"));
    let one = load("one", "event_days = 1\n");
    let printed = text(&Text, &exported(&one, "2026-01-28"));
    assert!(printed.contains("Events on 28 Jan 2026: 1\n"), "{printed}");
}

#[test]
fn events_stand_with_the_land_that_they_are_on() {
    let document = load("land", "");
    let exported = exported(&document, "2026-01-28");
    let place = document.atlas.place("aleppo").expect("a region");
    let panel = exported.captions().place(place).lines(&document.atlas);
    let panel = plain_text(&panel, 80);
    assert!(
        panel.contains("Events in the 7 days to 28 Jan 2026: 2"),
        "{panel}"
    );
}

#[test]
fn events_are_marked_on_the_map_and_counted_where_they_are_dense() {
    let screen = Screen::of(&file("map", TABLE, ""), 120, 36);
    let shown = screen.text();
    assert!(shown.contains("× 2 events in 7 days"), "{shown}");
    assert!(shown.contains("×2"), "{shown}");
    let areas = screen.press("v").text();
    assert!(!areas.contains('×'), "{areas}");
}

#[test]
fn events_are_points_in_what_is_exported() {
    let document = load("points", "");
    let exported = exported(&document, "2026-01-28");
    let json: Value = serde_json::from_str(&text(&GeoJson, &exported)).expect("JSON");
    let feature = &json["features"][1];
    assert_eq!(feature["id"], "event:events.csv:2");
    assert_eq!(
        feature["geometry"]["coordinates"],
        serde_json::json!([38.353, 36.791])
    );
    assert_eq!(
        feature["properties"]["words"],
        "Shells fell, residents said."
    );
    assert_eq!(json["features"].as_array().map(Vec::len), Some(3));
    let kml = text(&Kml, &exported);
    assert!(
        kml.contains("<TimeStamp><when>2026-01-28</when></TimeStamp>"),
        "{kml}"
    );
    let json: Value = serde_json::from_str(&text(&Json, &exported)).expect("JSON");
    assert_eq!(json["events"].as_array().map(Vec::len), Some(3));
    let brief = text(&Brief, &exported);
    assert!(
        brief.contains("- 27 Jan 2026, Kobani: Officers met. — A wire service"),
        "{brief}"
    );
    let table = text(&Events, &exported);
    assert!(table.contains("\n\"event:events.csv:4\",") || table.contains("\nevent:events.csv:4,"));
    assert!(
        table.contains(",Homs,'=A clash.,,A gazette,gazette\n"),
        "{table}"
    );
}

#[test]
fn a_source_that_is_switched_off_tells_of_nothing() {
    let document = load("off", "");
    let off: Switchboard = document.atlas.switch("gazette").into_iter().collect();
    let exported = Exported::new(&document.atlas, &document.map, None, &off);
    assert_eq!(exported.events().count(), 0);
    assert!(text(&Text, &exported).contains("Events in the 7 days to 28 Jan 2026: 0"));
}

#[test]
fn tables_are_no_larger_than_the_limit_together() {
    let wide = format!(
        "date,lat,lon,more\n2026-01-28,35,38,{}\n",
        "x".repeat(17 << 20)
    );
    let table = "[[source]]\nid = 'other'\ntitle = 'Another'\n[[events]]\nfile = 'events.csv'\nsource = 'other'\n";
    let report = file::load(&file("wide", &wide, table)).expect_err("too large");
    let messages: Vec<&str> = report.problems.iter().map(|it| &*it.message).collect();
    assert_eq!(
        messages,
        ["the tables of events up to this one are larger than 32 MiB"]
    );
}

/// Two events of one day, the second of a part of a group.
const PARTIES: &str = "\
date,place,lat,lon,actor1,actor2,note
2026-01-28,Kobani,36.791,38.353,Reds,,Shells fell.
2026-01-28,Homs,34.73,36.72,blue brigade,Others,A patrol passed.
";

fn parties(test: &str) -> RegionFile {
    let actors = "[[actor]]\nid = 'reds'\nname = 'The Reds'\nshort = 'Reds'\nletter = 'R'\ncolour = 'red'\n\
                  [[actor]]\nid = 'blues'\nname = 'The Blues'\nletter = 'B'\ncolour = 'blue'\n\
                  [[actor]]\nid = 'brigade'\nname = 'A brigade'\nalso = ['Blue Brigade']\nletter = 'D'\ncolour = 'cyan'\n\
                  part_of = 'blues'\n";
    file(test, PARTIES, actors)
}

#[test]
fn the_filter_lets_events_of_its_actors_through_everywhere() {
    let document = file::load(&parties("filter")).expect("no problems");
    let of = |id: &str| {
        let actor = |actor: &ActorId| document.atlas[*actor].id == id;
        Exported {
            filter: document.atlas.actor_ids().filter(actor).collect(),
            ..exported(&document, "2026-01-28")
        }
    };
    let formats: [&dyn Exporter; 4] = [&Brief, &Events, &GeoJson, &Kml];
    for (id, here, gone) in [
        ("reds", "Shells fell.", "A patrol passed."),
        ("blues", "A patrol passed.", "Shells fell."),
    ] {
        for format in formats {
            let written = text(format, &of(id));
            let name = format.name();
            assert!(written.contains(here), "{name}: {written}");
            assert!(!written.contains(gone), "{name}: {written}");
        }
        let drawn = text(&Svg, &of(id));
        assert_eq!(
            drawn.matches(">×<").count(),
            2,
            "on the map and in the legend"
        );
    }
    let screen = Screen::of(&parties("screen"), 120, 36);
    assert!(screen.text().contains("× 2 events in 7 days"));
    let filtered = screen.press("f space").text();
    assert!(filtered.contains("× 1 event in 7 days"), "{filtered}");
    let told = "Events with The Reds in the 7 days";
    assert!(filtered.contains(told), "{filtered}");
}

#[test]
fn a_picture_names_the_source_of_its_events_and_their_sign() {
    let document = load("picture", "");
    let drawn = text(&Svg, &exported(&document, "2026-01-28"));
    assert!(drawn.contains("Sources: A gazette."), "{drawn}");
    assert!(drawn.contains("events in the 7 days to 28 Jan 2026: 2"));
    let without = text(&Svg, &exported(&document, "2025-01-01"));
    assert!(!without.contains("×") && !without.contains("A gazette"));
}

#[test]
fn a_click_on_a_sign_opens_its_events_until_something_else_is_selected() {
    let mut screen = Screen::of(&file("click", TABLE, ""), 120, 36);
    let find = |screen: &Screen, what: &str| {
        let text = screen.text();
        let row = text.lines().position(|line| line.contains(what));
        let row = row.unwrap_or_else(|| panic!("{text}"));
        let line = text.lines().nth(row).expect("a line");
        let before = line
            .split(what)
            .next()
            .map_or(0, |text| text.chars().count());
        (
            u16::try_from(before).expect("a column"),
            u16::try_from(row).expect("a row"),
        )
    };
    let click = |screen: &mut Screen, at: (u16, u16)| {
        for action in tui::pointed(&screen.state, &screen.world, Pointer::Click, at) {
            tui::update(&mut screen.state, &screen.world, action);
        }
    };
    let sign = find(&screen, "×2");
    click(&mut screen, sign);
    let text = screen.text();
    assert!(text.contains("Events near Kobani"), "{text}");
    assert!(text.contains("Kobani: Shells fell,"), "{text}");
    assert!(text.contains("Officers met."), "{text}");
    let land = find(&screen, "ALEPPO");
    click(&mut screen, land);
    assert!(!screen.text().contains("Events near Kobani"));
    let sign = find(&screen, "×2");
    click(&mut screen, sign);
    let released = screen.press("esc").text();
    assert!(!released.contains("Events near Kobani"), "{released}");
}

#[test]
fn an_event_is_gone_to_and_cited_as_a_quotation_is() {
    let press = |keys: &str| Screen::of(&file("cited", TABLE, ""), 120, 36).press(keys);
    let cited = |keys: &str| {
        let mut screen = press(keys);
        match tui::update(&mut screen.state, &screen.world, Action::Cite) {
            Some(Effect::Copy(cited, text)) => (cited, text),
            _ => panic!("{}", screen.text()),
        }
    };
    let (cited, text) = cited("enter n");
    assert_eq!(
        text,
        "27 Jan 2026, Kobani: Officers met. — A gazette, line 3, reported by A wire service, 27 Jan 2026. As shown by “A \
         fixture”, as of 28 Jan 2026.\n"
    );
    let document = load("cited", "");
    let date = "2026-01-28".parse().expect("a date");
    let bibtex = citation::cite(&document.atlas, cited.statement, date, Format::Bibtex);
    assert!(bibtex.starts_with("@misc{gazette-3,\n"), "{bibtex}");
    let last = press("enter n n").text();
    assert!(last.contains("this is the last quotation"), "{last}");
    // The table has no text to be read.
    let read = press("enter r").text();
    assert!(read.contains("A gazette"), "{read}");
}

#[test]
fn the_labels_of_a_timeline_of_days_keep_their_distance_and_say_the_year() {
    let first: Date = "2024-07-08".parse().expect("a date");
    let days = first.first_day().series(jiff::ToSpan::days(1)).take(570);
    let (head, _) = TABLE.split_once('\n').expect("a head");
    let rows = days.map(|day| format!("{day},Homs,34.73,36.72,A clash.,,0"));
    let table: Vec<String> = std::iter::once(head.to_owned()).chain(rows).collect();
    let table = table.join("\n");
    let labels = |keys: &str| {
        let screen = Screen::of(&file("labels", &table, ""), 120, 36).press(keys);
        let text = screen.text();
        let line = text.lines().nth(32).expect("a line of labels");
        let end = line.char_indices().nth(80).map_or(line.len(), |(at, _)| at);
        line[..end].to_owned()
    };
    insta::assert_snapshot!([labels(""), labels("home } } } }"), labels("home } } } } } }")].join("\n"), @"
    │ Jul 2024       Nov     2025    Mar      May     Jul     Sep        28 Jan 2026
    │8 Jul 2024  14   16  18  20   22  24  26   28  30  Aug  3   5   7    9   11  13
    │8 Jul 2024    10      11       12      13       14       15      16       17
    ");
}

//! Areas that change from date to date: lists of them, and layers of a day each.

#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

use support::Screen;
use whoholds::{
    atlas::{Date, Place, RegionId, Switchboard, state::Snapshot},
    caption::{Captions, plain_text},
    diagnostics::Style,
    export::{self, Exported},
    file::{self, Document, RegionFile},
};

const HEAD: &str = r#"format = 1
title = "An invented front"
basemap = "syria"
as_of = 2026-01-02
[[actor]]
id = "east"
name = "The East"
letter = "E"
colour = "yellow"
[[actor]]
id = "west"
name = "The West"
letter = "W"
colour = "green"
[[source]]
id = "mapper"
publisher = "A mapper"
"#;

const LAYERS: &str = r#"[[layers]]
id = "front"
name = "Front"
source = "mapper"
files = "days/*.geojson"
holder = "side"
actors = { East = "east", West = "west" }
"#;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

#[expect(clippy::cast_possible_truncation, reason = "the country is small")]
fn hundreds(km2: f64) -> i64 {
    (km2 / 100.0).round() as i64
}

/// A feature of a side: a rectangle from one longitude to another in the desert.
fn feature(side: &str, west: f64, east: f64) -> String {
    let ring = format!("[[[{west},34],[{east},34],[{east},35],[{west},35],[{west},34]]]");
    format!(
        r#"{{"type":"Feature","properties":{{"side":"{side}"}},"geometry":{{"type":"Polygon","coordinates":{ring}}}}}"#
    )
}

fn layer(features: &[String]) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    )
}

/// A day on which the line between the sides is at a longitude.
fn day(line: f64) -> String {
    layer(&[feature("West", 38.0, line), feature("East", line, 40.0)])
}

fn folder(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("layers-{test}-{}", process::id()))
}

/// A region file of its own folder, with the files given.
fn open(test: &str, toml: &str, files: &[(&str, String)]) -> RegionFile {
    let folder = folder(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("days")).expect("a folder");
    for (name, contents) in files {
        fs::write(folder.join(name), contents).expect("a file");
    }
    let path = folder.join("regions.toml");
    fs::write(&path, format!("{HEAD}{toml}")).expect("a file");
    RegionFile::open(&path).expect("a region file")
}

fn moving(test: &str) -> RegionFile {
    let files = [
        ("days/front_2026-01-01.geojson", day(39.0)),
        ("days/front_2026-01-02.geojson", day(39.25)),
        ("days/front 3 Jan 2026.geojson", day(38.5)),
        (
            "days/front-20260104.geojson",
            layer(&[feature("East", 38.0, 40.0)]),
        ),
        ("days/README.txt", "no layer".to_owned()),
    ];
    open(test, LAYERS, &files)
}

fn load(file: &RegionFile) -> Document {
    file::load(file).unwrap_or_else(|report| panic!("{}", report.render(PLAIN)))
}

const PLAIN: Style = Style {
    width: 120,
    colour: false,
};

/// The problems that loading or checking finds, without the folder's path.
fn problems(file: &RegionFile) -> String {
    let report = match file::load(file) {
        Ok(document) => document.check(date("2026-06-01")),
        Err(report) => report,
    };
    let text = report.render(PLAIN);
    text.lines()
        .filter(|line| line.starts_with("error") || line.contains("help:"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn shares(document: &Document, at: &str) -> Vec<String> {
    let (atlas, map) = (&document.atlas, &document.map);
    let exported = Exported::new(atlas, map, Some(date(at)), &Switchboard::default());
    let captions = exported.captions();
    let lines = captions.shares(&captions.legend());
    lines
        .iter()
        .map(|line| line.text().trim().to_owned())
        .collect()
}

#[test]
fn each_day_has_the_areas_of_its_layer() {
    let document = load(&moving("days"));
    let starts: Vec<String> = document
        .map
        .starts()
        .iter()
        .map(|date| date.iso())
        .collect();
    assert_eq!(
        starts,
        ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"]
    );
    let km2 = |at: &str| {
        let map = document.map.of_date(date(at));
        [0, 1].map(|n| hundreds(map.areas_km2[n]))
    };
    // A degree of longitude there is about 10,200 km² from one parallel to the next.
    assert_eq!(km2("2025-12-31"), [0, 0]);
    assert_eq!(km2("2026-01-01"), [102, 102]);
    assert_eq!(km2("2026-01-02"), [76, 127]);
    assert_eq!(km2("2026-01-03"), [153, 51]);
    assert_eq!(km2("2026-01-04"), [204, 0]);
    assert_eq!(km2("2030"), km2("2026-01-04"));
    assert_eq!(shares(&document, "2026-01-02")[2], "silent: 89%");
    assert_eq!(
        shares(&document, "2026-01-03")[..2],
        ["■\u{a0}E The East: 8%", "■\u{a0}W The West: 3%"]
    );
    assert_eq!(problems(&moving("days")), "");
}

#[test]
fn each_layer_is_a_claim_of_its_source() {
    let document = load(&moving("claims"));
    let atlas = &document.atlas;
    let names: Vec<&str> = atlas.places().map(|place| atlas.name(place)).collect();
    assert_eq!(names, ["Front: The East", "Front: The West"]);
    assert!(atlas.place("front-east").is_some() && atlas.place("front-west").is_some());
    let map = document.map.of_date(date("2026-01-03"));
    let snapshot = Snapshot::at(atlas, date("2026-01-03"));
    let captions = Captions {
        atlas,
        map: &map,
        snapshot: &snapshot,
    };
    let place = Place::Region(RegionId::at(1));
    insta::assert_snapshot!(plain_text(&captions.place(place).lines(atlas), 80), @"
    held by The West  ■ W
    reported · 1 source · last said that day · its outline is schematic

    What The West holds, as the layer of 3 Jan 2026 draws it.
    — A mapper
      reported, text not held, in our words · 3 Jan 2026

    area: about 5,090 km², 3% of the country

    Said before
    1 Jan 2026 · held by The West  ■ W
    What The West holds, as the layer of 1 Jan 2026 draws it.
    — A mapper
      reported, text not held, in our words · 1 Jan 2026

    2 Jan 2026 · held by The West  ■ W
    What The West holds, as the layer of 2 Jan 2026 draws it.
    — A mapper
      reported, text not held, in our words · 2 Jan 2026

    1 claim from after 3 Jan 2026 not shown
    ");
}

#[test]
fn what_changed_tells_of_lines_that_moved() {
    let document = load(&moving("changes"));
    let [before, after] = ["2026-01-01", "2026-01-03"].map(date);
    let snapshot = Snapshot::at(&document.atlas, after);
    let map = document.map.of_date(after);
    let captions = Captions {
        atlas: &document.atlas,
        map: &map,
        snapshot: &snapshot,
    };
    let before = Snapshot::at(&document.atlas, before);
    insta::assert_snapshot!(plain_text(&captions.changes_text(&before), 80), @"
    An invented front: what changed
    from 1 Jan 2026 to 3 Jan 2026 · no holder changed, lines moved

    Lines that moved
    Front: The East · gained 5,090 km²  ■ E
    Front: The West · lost 5,090 km²  ■ W
    ");
}

#[test]
fn the_screen_goes_from_layer_to_layer_and_hatches_what_moved() {
    let screen = Screen::of(&moving("screen"), 80, 24);
    insta::assert_snapshot!("front-80x24", screen.text());
    let moved = screen.press("d . ");
    insta::assert_snapshot!("front-moved-80x24", moved.text());
    insta::assert_snapshot!("front-moved-80x24-styles", moved.styles());
    // Back at the file's own date, nothing has moved.
    let back = moved.press(",");
    assert!(
        back.text().contains("nothing changes between"),
        "{}",
        back.text()
    );
}

#[test]
fn only_the_layer_of_the_date_is_read() {
    let files = [
        ("days/2026-01-01.geojson", "no JSON".to_owned()),
        ("days/2026-01-02.geojson", day(39.0)),
        (
            "days/2026-01-03.geojson",
            layer(&[feature("East", 39.0, 40.0), feature("North", 38.0, 39.0)]),
        ),
    ];
    let file = open("broken", LAYERS, &files);
    let document = load(&file);
    assert!(document.map.unread.is_empty());
    let told = |at: &str| {
        let exported = Exported::new(
            &document.atlas,
            &document.map,
            Some(date(at)),
            &Switchboard::default(),
        );
        plain_text(&exported.captions().overview(), 200)
    };
    assert!(!told("2026-01-02").contains("can be drawn"));
    insta::assert_snapshot!(told("2026-01-01"), @"
    An invented front
    as of 1 Jan 2026 · 2 regions · 0 sites · 1 source

    not all of Front: The East and Front: The West can be drawn: days/2026-01-01.geojson: Error while deserializing GeoJSON: expected ident at line 1 column 2

    4 claims from after 1 Jan 2026 not shown

    Shares of the area
          silent or not known: 100%
    ");
    insta::assert_snapshot!(told("2026-01-03"), @"
    An invented front
    as of 3 Jan 2026 · 2 regions · 0 sites · 1 source

    not all of Front: The East and Front: The West can be drawn: days/2026-01-03.geojson: `North` stands under `side` and not under `actors`

    Shares of the area
      ■ E The East: 5%
          silent or not known: 95%
    ");
    insta::assert_snapshot!(problems(&file), @"
    error[bad-geodata]: days/2026-01-01.geojson: Error while deserializing GeoJSON: expected ident at line 1 column 2
       = help: mend the file, or take it out of its folder
    error[bad-geodata]: days/2026-01-03.geojson: `North` stands under `side` and not under `actors`
       = help: mend the file, or take it out of its folder
    ");
}

#[test]
fn tables_that_make_no_layers_are_told_what_is_wrong() {
    let one = [("days/2026-01-01.geojson", day(39.0))];
    let with = |from: &str, to: &str| {
        let toml = LAYERS.replace(from, to);
        assert_ne!(toml, LAYERS, "{from}");
        problems(&open("wrong", &toml, &one))
    };
    insta::assert_snapshot!(with("days/*.geojson", "none/*.geojson"), @"
    error[file-missing]: `none` can't be read: there is no such file
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("days/*.geojson", "days/*.kml"), @"
    error[file-missing]: no file is called `days/*.kml`
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("days/*.geojson", "../*.geojson"), @"
    error[path-outside]: `..` leads out of the folder of this file
       = help: put the file beside this one and name it by its path from here
    ");
    insta::assert_snapshot!(with("days/*.geojson", "days/[.geojson"), @"
    error[file-missing]: `days/[.geojson` can't be a path: Pattern syntax error near position 0: invalid range pattern
       = help: paths start at the folder of this file
    ");
    insta::assert_snapshot!(with("West = \"west\"", "West = \"north\""), @"
    error[unknown-id]: there is no actor `north`
       = help: one of `east`, `west`
    ");
    insta::assert_snapshot!(with("{ East = \"east\", West = \"west\" }", "{}"), @r#"
    error[missing-key]: `actors` names nobody
       = help: give each value of the property its actor: `"SDF" = "sdf"`
    "#);
    insta::assert_snapshot!(with("\"mapper\"", "\"nobody\""), @"
    error[unknown-id]: there is no source `nobody`
       = help: there is only `mapper`
    ");
    insta::assert_snapshot!(with("id = \"front\"", "id = \"Front\""), @"
    error[bad-id]: `Front-east` can't be an id
       = help: use lower-case letters, digits and hyphens: `front-east`
    error[bad-id]: `Front-west` can't be an id
       = help: use lower-case letters, digits and hyphens: `front-west`
    ");
    insta::assert_snapshot!(problems(&open("bare", "[[layers]]\n", &one)), @"
    error[missing-key]: missing here: `id`, `name`, `source`, `files`, `holder`, `actors`
       = help: add `id = …`, `name = …`, `source = …`, `files = …`, `holder = …`, `actors = …`
    ");
    let undated = [("days/today.geojson", day(39.0))];
    insta::assert_snapshot!(problems(&open("undated", LAYERS, &undated)), @"
    error[bad-date]: the name of `days/today.geojson` carries no date, or more than one
       = help: a file of layers has one day in its name, such as `front-2026-01-28.geojson`
    ");
    let twins = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/20260101.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("twins", LAYERS, &twins)), @"
    error[bad-date]: `days/2026-01-01.geojson` and `days/20260101.geojson` are of the same day
       = help: a file of layers has one day in its name, such as `front-2026-01-28.geojson`
    ");
    let shared = [(
        "days/2026-01-01.geojson",
        layer(&[feature("West", 38.0, 39.5), feature("East", 39.0, 40.0)]),
    )];
    insta::assert_snapshot!(problems(&open("shared", LAYERS, &shared)), @"
    error[area-overlap]: `front-west` and `front-east` share 5094 km² and differ as of 1 Jan 2026: `front-west` is held by `west`, `front-east` is held by `east`
       = help: no land can be of two regions that differ: clip one of them
    ");
}

#[test]
fn a_region_may_list_its_areas_by_date() {
    let region = |areas: &str| format!("[[region]]\nid = \"north\"\nname = \"North\"\n{areas}\n");
    let listed = region(
        "areas = [{ from = 2026-01-01, area = { all = [\"SY-HA\"] } }, { from = \"2026-02\", area = { all = [\"SY-RA\"] } }]",
    );
    let document = load(&open("listed", &listed, &[]));
    let km2 = |at: &str| hundreds(document.map.of_date(date(at)).areas_km2[0]);
    assert_eq!(km2("2025"), 0);
    assert!(km2("2026-01-02") > 200);
    // A month has come once it is over.
    assert_eq!(km2("2026-02-27"), km2("2026-01-02"));
    assert_ne!(km2("2026-02-28"), km2("2026-01-02"));
    let told = |areas: &str| problems(&open("mislisted", &region(areas), &[]));
    insta::assert_snapshot!(told("areas = []"), @"
    error[empty]: this list is empty
       = help: leave the key out, or fill it in
    ");
    insta::assert_snapshot!(told("area = { all = [\"SY-HA\"] }\nareas = [{ from = 2026, area = { all = [\"SY-HA\"] } }]"), @"
    error[bad-area]: a region has one `area`, or `areas` from one date on after another
       = help: take one of the two out
    ");
    insta::assert_snapshot!(told("areas = [{ from = 2026, area = { all = [\"SY-HA\"] } }, { from = 2025, area = { all = [\"SY-HA\"] } }]"), @"
    error[bad-area]: this date is not after the one before it
       = help: put the areas in the order of their dates
    ");
    insta::assert_snapshot!(told("areas = [{}]"), @"
    error[missing-key]: missing here: `from`, `area`
       = help: add `from = …`, `area = …`
    ");
    let taken = listed.clone()
        + "[[region]]\nid = \"rest\"\nname = \"Rest\"\narea = { all = [\"SY-RA\"], except = [\"north\"] }\n";
    insta::assert_snapshot!(problems(&open("taken", &taken, &[])), @"
    error[unknown-id]: there is no unit, outline or region of one area further up `north`
       = help: name a unit, outline or region of one area further up
    ");
}

#[test]
fn a_region_without_land_at_a_date_is_said_to_have_none() {
    let screen = Screen::of(&moving("none"), 120, 36).press("end");
    assert!(!screen.text().contains("■ W"), "{}", screen.text());
    let screen = screen.press("tab tab");
    let text = screen.text();
    assert!(text.contains("Front: The West"), "{text}");
    assert!(text.contains("no land of it is drawn"), "{text}");
    // Going there, looking closer and moving on are as anywhere else.
    let _ = screen
        .press("z enter esc + - left right up down l esc")
        .text();
}

#[test]
fn shares_at_every_date_are_of_the_areas_of_that_date() {
    let document = load(&moving("shares"));
    let (atlas, map) = (&document.atlas, &document.map);
    let exported = Exported::new(
        atlas,
        map,
        Some(date("2026-01-04")),
        &Switchboard::default(),
    );
    let shares = export::format("shares").expect("a format");
    let table = String::from_utf8(shares.export(&exported).expect("a table")).expect("UTF-8");
    let of_the_east: Vec<&str> = table
        .lines()
        .filter(|row| row.contains("The East"))
        .map(|row| &row[..48])
        .collect();
    insta::assert_snapshot!(of_the_east.join("\n"), @"
    2026-01-01,actor,east,The East,0.054451,0.000000
    2026-01-02,actor,east,The East,0.040838,0.000000
    2026-01-03,actor,east,The East,0.081676,0.000000
    2026-01-04,actor,east,The East,0.108901,0.000000
    ");
    assert_eq!(table.matches("The West").count(), 3);
}

/// Runs the program: what it prints on both streams, and its exit code.
fn run(args: &[&str], test: &str) -> (String, String, Option<i32>) {
    let path = folder(test).join("regions.toml");
    let output = process::Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .args(args)
        .arg(&path)
        .output()
        .expect("the program runs");
    let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (
        utf8(output.stdout),
        utf8(output.stderr),
        output.status.code(),
    )
}

#[test]
fn a_day_that_cannot_be_read_is_not_called_silent_anywhere() {
    let files = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/2026-01-02.geojson", day(39.0)),
        ("days/2026-01-03.geojson", "{".to_owned()),
    ];
    open("not-known", LAYERS, &files);
    let shares = "2026-01-03,silent or not known,,,1.000000,0.000000,0.000000,0.000000";
    for (args, words) in [
        (vec!["export", "shares"], shares),
        (vec!["export", "states", "--at", "2026-01-03"], "not known"),
        (
            vec!["export", "svg", "--at", "2026-01-03"],
            "silent or not known: 100%",
        ),
        (
            vec!["explain", "front-east", "--at", "2026-01-03"],
            "can't be read",
        ),
        (vec!["changes", "2026-01-02", "2026-01-03"], "not known"),
    ] {
        let (mut out, err, code) = run(&args, "not-known");
        out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(out.contains(words), "{args:?}: {out}");
        assert!(!out.contains("lost"), "{args:?}: {out}");
        assert!(err.contains("days/2026-01-03.geojson"), "{args:?}: {err}");
        assert_eq!(code, Some(1), "{args:?}");
    }
    let (_, err, code) = run(&["export", "svg", "--at", "2026-01-02"], "not-known");
    assert_eq!((err.as_str(), code), ("", Some(0)));
}

#[test]
fn land_of_two_regions_is_compared_while_the_areas_hold() {
    let region =
        |id: &str, areas: &str| format!("[[region]]\nid = '{id}'\nname = '{id}'\n{areas}\n");
    let claim = |id: &str, actor: &str, when: &str| {
        format!(
            "[[claim]]\nabout = ['{id}']\nactor = '{actor}'\nsays = 'holds'\nwhen = {when}\nbecause = 'So it is read.'\n"
        )
    };
    let moves = |id: &str, first: &str, second: &str| {
        let area = |(from, unit)| format!("{{ from = {from}, area = {{ all = ['{unit}'] }} }}");
        let areas = [("2026-01-01", first), ("2026-01-27", second)].map(area);
        region(id, &format!("areas = [{}]", areas.join(", ")))
    };
    let daraa = region("q", "area = { all = ['SY-DR'] }");
    let both = claim("p", "west", "2026-01-01") + &claim("q", "west", "2026-01-01");
    // They part while p has Daraa, and not on the first day of it.
    let parted = moves("p", "SY-DR", "SY-SU") + &daraa + &both + &claim("q", "east", "2026-01-02");
    insta::assert_snapshot!(problems(&open("parted", &parted, &[])), @"
    error[area-overlap]: `q` and `p` share 3955 km² and differ as of 2 Jan 2026: `q` is held by `east`, `p` is held by `west`
       = help: no land can be of two regions that differ: clip one of them
    ");
    // They differ only while p has none of Daraa.
    let apart = moves("p", "SY-SU", "SY-DR")
        + &daraa
        + &claim("p", "west", "2026-01-01")
        + &claim("q", "east", "2026-01-01")
        + &claim("q", "west", "2026-01-27");
    insta::assert_snapshot!(problems(&open("apart", &apart, &[])), @"");
}

#[test]
fn sides_that_share_land_on_another_day_are_told_of_where_it_is_shown() {
    let overlapping = layer(&[feature("West", 38.0, 39.5), feature("East", 39.0, 40.0)]);
    let files = [
        ("days/2026-01-01.geojson", overlapping),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    open("overlapping", LAYERS, &files);
    let (_, err, code) = run(&["export", "shares"], "overlapping");
    insta::assert_snapshot!(err, @"error: Front: The West and Front: The East share 5094 km² and differ: which of them is drawn there is chance");
    assert_eq!(code, Some(1));
    let (out, ..) = run(&["export", "text", "--at", "2026-01-01"], "overlapping");
    assert!(out.contains("is chance"), "{out}");
}

#[test]
fn a_layer_is_held_to_the_dates_of_its_source_and_of_its_actors() {
    let dated = LAYERS.to_owned()
        + "[[source]]\nid = 'early'\npublisher = 'An early mapper'\npublished = 2026-01-01\n";
    let dated = dated.replace("source = \"mapper\"", "source = \"early\"");
    let gone = "[[actor]]\nid = 'gone'\nname = 'The Gone'\nletter = 'X'\ncolour = 'red'\nuntil = 2026-01-01\n";
    let dated = dated.replace("East = \"east\"", "East = \"gone\"") + gone;
    let files = [
        ("days/2026-01-01.geojson", day(39.0)),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("dated", &dated, &files)), @"
    error[dated-after-source]: the source is from 1 Jan 2026, before what it reports
       = help: mend the date, or name the source that reported it
    error[actor-not-then]: a layer is of 2 Jan 2026, and `gone` is there only until 1 Jan 2026
       = help: name who it was at that date, or date the claim with `when`
    ");
}

#[test]
fn layers_that_lie_abroad_are_told() {
    let swapped = layer(&[feature("West", 38.0, 39.0)]).replace(
        "[38,34],[39,34],[39,35],[38,35],[38,34]",
        "[34,38],[34,39],[35,39],[35,38],[34,38]",
    );
    let files = [
        ("days/2026-01-01.geojson", swapped),
        ("days/2026-01-02.geojson", day(39.0)),
    ];
    insta::assert_snapshot!(problems(&open("abroad", LAYERS, &files)), @"
    error[outside-country]: nothing of `front-west` lies in the country as of 1 Jan 2026
       = help: a position is [longitude, latitude]: they may be swapped
    ");
}

#[test]
fn layers_and_dated_areas_make_no_more_than_their_limits() {
    let table = |n: u32| LAYERS.replace("\"front\"", &format!("\"front{n}\""));
    let many: String = (0..26).map(table).collect();
    let days = (1..=1000).map(|n| date("2020-01-01").first_day() + jiff::Span::new().days(n));
    let names: Vec<String> = days.map(|day| format!("days/{day}.geojson")).collect();
    let files: Vec<(&str, String)> = names
        .iter()
        .map(|name| (name.as_str(), String::new()))
        .collect();
    let found = problems(&open("many", &many, &files));
    assert!(
        found.contains(
            "error[too-large]: up to this table, layers say more than 50000 times who holds what"
        ),
        "{found}"
    );
    let area = |n: u32| format!("{{ from = {}, area = {{ all = ['SY-SU'] }} }}", 1000 + n);
    let areas: Vec<String> = (0..1001).map(area).collect();
    let list = format!(
        "[[region]]\nid = 'p'\nname = 'P'\nareas = [{}]\n",
        areas.join(", ")
    );
    insta::assert_snapshot!(problems(&open("dated-many", &list, &[])), @"
    error[too-large]: before this one, there are 1000 areas with dates, or 2000000 points in them
       = help: draw them as files of layers, which are read when they are shown
    ");
}

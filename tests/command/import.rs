//! Data as people have it: what is printed of it is a whole region file.

use std::process::Command;

use crate::arena::{Arena, collection, feature, square, told};
use proptest::prelude::*;
use serde_json::json;

/// Keeps what is printed as a region file, which must have no problems.
fn sound(arena: &Arena, args: &[&str]) -> String {
    let toml = arena.printed(args);
    arena.write("map.toml", &toml);
    let checked = arena.run(&["check", "map.toml"]);
    assert_eq!(checked.status.code(), Some(0), "{toml}\n{}", told(&checked));
    toml
}

#[test]
fn dated_files_are_the_layers_of_one_map() {
    let arena = Arena::with_example();
    let printed = arena.printed(&[
        "import",
        "front-2026-01-27.geojson",
        "./front-2026-01-28.geojson",
    ]);
    arena.printed(&["basemap", "districts.kml", "-o", "isle"]);
    sound(
        &arena,
        &[
            "import",
            "front-2026-01-27.geojson",
            "front-2026-01-28.geojson",
            "--base-map",
            "isle",
        ],
    );
    let explained = arena.printed(&["explain", "front-the-fishers", "map.toml"]);
    assert!(
        explained.contains("So: held by The fishers."),
        "{explained}"
    );
    assert_eq!(
        printed,
        r#"# What is marked `decide` is left to you.

[[source]]
id = "mapper"
title = "Front line"  # decide: who drew it
# publisher = …  # decide: who published it
# url = …  # decide: where it can be found

[[actor]]
id = "the-fishers"
name = "The fishers"
letter = "T"
colour = "green"

[[actor]]
id = "the-shepherds"
name = "The shepherds"
letter = "H"
colour = "yellow"

[[layers]]
id = "front"
source = "mapper"
files = "front-*.geojson"
holder = "side"
actors = { "The fishers" = "the-fishers", "The shepherds" = "the-shepherds" }
"#
    );
}

#[test]
fn the_example_is_a_map_on_its_own_base_map() {
    let arena = Arena::with_example();
    arena.printed(&["basemap", "districts.kml", "-o", "isle"]);
    let toml = sound(
        &arena,
        &[
            "import",
            "coast.geojson",
            "events.csv",
            "--base-map",
            "isle",
        ],
    );
    assert!(toml.contains("as_of = 2026-01-14\n"), "{toml}");
    assert!(
        toml.contains("about = [\"coast\"]\nactor = \"the-fishers\"\nsays = \"holds\""),
        "{toml}"
    );
    let units = arena.printed(&["units", "map.toml"]);
    assert_eq!(
        units,
        "harbour  Harbour  16114 km²\nuplands  Uplands  15783 km²\n"
    );
    let explained = arena.printed(&["explain", "coast", "map.toml"]);
    assert!(
        explained.contains("So: held by The fishers."),
        "{explained}"
    );
}

#[test]
fn a_map_is_of_its_newest_layer_though_an_event_is_later() {
    let arena = Arena::with_example();
    arena.write(
        "late.csv",
        "event_date,location,notes,latitude,longitude\n03/04/2026,Harbour,A blast,34.5,36.5\n",
    );
    let layers = ["front-2026-01-27.geojson", "front-2026-01-28.geojson"];
    let as_of = |files: &[&str]| {
        let args = [&["import", "--base-map", "syria"], files].concat();
        let toml = arena.printed(&args);
        let mut lines = toml.lines().map(str::to_owned);
        lines.find(|line| line.starts_with("as_of"))
    };
    assert_eq!(
        as_of(&[layers[0], layers[1], "late.csv"]).as_deref(),
        Some("as_of = 2026-01-28")
    );
    assert_eq!(as_of(&["late.csv"]).as_deref(), Some("as_of = 2026-04-03"));
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let arena = Arena::with_example();
    arena.write(
        "two.geojson",
        collection(&[
            feature(&json!({ "side": "A" }), &square(36.0, 34.0, 1.0)),
            feature(&json!({ "side": "B" }), &square(38.0, 34.0, 1.0)),
        ]),
    );
    arena.write(
        "days/2026-01-01.geojson",
        collection(&[feature(&json!({ "n": 1 }), &square(36.0, 34.0, 1.0))]),
    );
    arena.write(
        "line.geojson",
        r#"{"type":"LineString","coordinates":[[36,34],[37,35]]}"#,
    );
    arena.write("odd.csv", "a,b\n1,2\n");
    let unfit = arena.run(&[
        "import",
        "two.geojson",
        "days/2026-01-01.geojson",
        "line.geojson",
        "odd.csv",
    ]);
    assert_eq!(unfit.status.code(), Some(1));
    assert!(unfit.stdout.is_empty());
    assert_eq!(
        told(&unfit),
        "error: days/2026-01-01.geojson: it isn't clear which property names the holder: name it with `--actor-property`, or the one who holds all of it with `--actor`; there are `n`\n\
         error: two.geojson: its areas have different holders (`side` is “A”, “B”); a region has one holder: save the areas of each as a \
         file of its own, or put the day that they show into the file's name, such as 2026-01-28, to make it a dated layer\n\
         error: line.geojson: expected polygons, found lines; shapes in longitude and latitude, in GeoJSON, TopoJSON, KML, KMZ or Shapefile\n\
         error: odd.csv: no column has dates; there are `a`, `b`; `--date-column`, `--latitude-column`, `--longitude-column` and \
         `--place-column` name columns\n"
    );
    let status = Command::new("mkfifo")
        .arg(arena.0.join("pipe.geojson"))
        .status()
        .expect("mkfifo");
    assert!(status.success());
    let absolute = arena.0.join("coast.geojson");
    arena.write("bad\u{1b}.kml", "<kml>\u{1b}[31m</a>");
    let unreadable = arena.run(&[
        "import",
        "none.kml",
        "pipe.geojson",
        absolute.to_str().expect("UTF-8"),
        "../x.kml",
        "coast.geojson",
    ]);
    assert_eq!(unreadable.status.code(), Some(2));
    let told = told(&unreadable);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines[0],
        "error: can't read none.kml: No such file or directory (os error 2)"
    );
    assert_eq!(
        lines[1],
        "error: can't read pipe.geojson: it is no regular file"
    );
    assert!(
        lines[2].ends_with("go to the folder of the region file, with the data in it or below it"),
        "{told}"
    );
    assert!(
        lines[3].starts_with("error: ../x.kml can't be named"),
        "{told}"
    );
    assert_eq!(lines.len(), 4);
}

#[test]
fn the_way_to_a_date_and_a_holder_can_be_shown() {
    let arena = Arena::with_example();
    let output = arena.run(&["import", "coast.geojson", "--base-map", "syria"]);
    assert_eq!(
        told(&output),
        "error: no file has a date: give that of the map with `--as-of`\n"
    );
    arena.write(
        "held.geojson",
        collection(&[feature(
            &json!({ "who": "A", "n": 1 }),
            &square(36.5, 34.0, 0.5),
        )]),
    );
    let toml = sound(
        &arena,
        &[
            "import",
            "held.geojson",
            "--actor-property",
            "who",
            "--base-map",
            "syria",
            "--as-of",
            "2026-01",
        ],
    );
    assert!(
        toml.contains("as_of = \"2026-01\"") && toml.contains("held.geojson have who = A."),
        "{toml}"
    );
    arena.write("datum.csv", "Datum;Ort\n28.1.2026;Raqqa\n");
    let toml = sound(
        &arena,
        &[
            "import",
            "datum.csv",
            "--date-column",
            "datum",
            "--place-column",
            "Ort",
            "--base-map",
            "syria",
        ],
    );
    assert!(
        toml.contains("date = \"datum\"\nplace = \"Ort\"\n"),
        "{toml}"
    );
    let table = arena.printed(&["export", "events", "map.toml"]);
    assert!(
        table.contains("2026-01-28,35.9528,39.0079,Raqqa,An event,"),
        "{table}"
    );
}

/// A text such as is found in data, or worse.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zء-ي '.\"#-]{1,12}",
        any::<String>(),
        Just("map".to_owned()),
        Just("east-of-euphrates".to_owned())
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A table with anything in it is printed as a sound region file.
    #[test]
    fn events_are_a_sound_region_file(
        rows in prop::collection::vec(
            ("(2026-01-1[0-9]|1[0-9] January 2026|soon|)", word(), word(), word(), word(), 30.0..42.0f64, 30.0..45.0f64),
            0..12,
        ),
    ) {
        let arena = Arena::new();
        let mut table = String::from("event_date,actor1,actor2,location,notes,latitude,longitude,source\n");
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        for (date, actor, place, note, source, lat, lon) in &rows {
            let cells = [date, actor, source, place, note].map(|cell| quoted(cell));
            table.extend([cells.join(","), format!(",{lat},{lon},{}\n", quoted(source))]);
        }
        arena.write("events.csv", table);
        sound(&arena, &["import", "events.csv", "--base-map", "syria", "--as-of", "2026-02-01"]);
    }

    /// The days of a map, with any holders, are printed as a sound region file.
    #[test]
    fn layers_are_a_sound_region_file(
        days in prop::collection::vec((word(), word()), 1..5), name in "[a-z *?-]{0,6}",
    ) {
        let arena = Arena::new();
        let mut files = Vec::new();
        for (n, (west, east)) in days.iter().enumerate() {
            let file = format!("days/{name}2026-01-0{}.geojson", n + 1);
            let areas = [(west, 36.0), (east, 37.0)];
            let areas = areas.map(|(holder, x)| feature(&json!({ "holder": format!("a{holder}") }), &square(x, 34.0, 1.0)));
            arena.write(&file, collection(&areas));
            files.push(file);
        }
        let mut args = vec!["import", "--base-map", "syria"];
        args.extend(files.iter().map(String::as_str));
        sound(&arena, &args);
    }

    /// Areas with any properties are printed as a sound region file.
    #[test]
    fn areas_are_a_sound_region_file(
        files in prop::collection::vec((word(), "[a-z _-]{1,8}", prop::option::of(word())), 1..6),
    ) {
        let arena = Arena::new();
        let mut names = Vec::new();
        for (n, (holder, name, other)) in files.iter().enumerate() {
            let x = 36.5 + 0.3 * f64::from(u32::try_from(n).expect("few"));
            let name = format!("{name}{n}.geojson");
            let properties = json!({ "side": holder, "name": other });
            arena.write(&name, collection(&[feature(&properties, &square(x, 34.0, 0.2))]));
            names.push(format!("./{name}"));
        }
        let mut args = vec!["import", "--base-map", "syria", "--as-of", "2026-02-01", "--"];
        args.extend(names.iter().map(String::as_str));
        sound(&arena, &args);
    }
}

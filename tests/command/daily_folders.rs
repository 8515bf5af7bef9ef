//! Folders of days as mapping projects publish them.

use serde_json::{Value, json};

use crate::arena::{Arena, collection, feature, square, told};

/// A Placemark of KML: a square in the desert, or a point where it has no side.
fn placemark(name: &str, x: f64, side: f64) -> String {
    let shape = if side > 0.0 {
        let (east, north) = (x + side, 34.0 + side);
        format!(
            "<Polygon><outerBoundaryIs><LinearRing><coordinates>{x},34 {east},34 {east},{north} {x},{north} {x},34\
             </coordinates></LinearRing></outerBoundaryIs></Polygon>"
        )
    } else {
        format!("<Point><coordinates>{x},34.5</coordinates></Point>")
    };
    format!("<Placemark><name>{name}</name>{shape}</Placemark>")
}

fn kml(folders: &[(&str, &[String])]) -> String {
    let folders = folders.iter().map(|(name, placemarks)| {
        format!(
            "<Folder><name>{name}</name>{}</Folder>",
            placemarks.concat()
        )
    });
    format!(
        "<kml><Document>{}</Document></kml>",
        folders.collect::<String>()
    )
}

/// The table of layers in what is printed, which must be a region file without problems.
fn layers(arena: &Arena, args: &[&str]) -> String {
    let args = [&["import", "--base-map", "syria"], args].concat();
    let toml = arena.printed(&args);
    arena.write("map.toml", &toml);
    let checked = arena.run(&["check", "map.toml"]);
    assert_eq!(checked.status.code(), Some(0), "{toml}\n{}", told(&checked));
    let (_, layers) = toml.split_once("[[layers]]\n").expect("layers");
    layers.to_owned()
}

#[test]
fn a_property_that_tells_areas_apart_comes_before_one_that_says_the_same_of_all() {
    let arena = Arena::new();
    for (day, line) in [("28 Jan 2026", 1.0), ("29 Jan 2026", 1.5)] {
        let areas = [placemark("East", 38.0, line), placemark("West", 36.0, 1.0)];
        let units = [placemark("1st Brigade", 38.2, 0.0)];
        arena.write(
            &format!("days/Map of {day}.kml"),
            kml(&[("Areas", &areas), ("Units", &units)]),
        );
    }
    arena.write("days/read me.txt", "no layer");
    let layers = layers(&arena, &["days"]);
    assert!(
        layers.contains("holder = \"name\"\nactors = { \"East\" = \"east\", \"West\" = \"west\" }"),
        "{layers}"
    );
    let shown = arena.printed(&["map.toml"]);
    assert!(shown.contains("E East: 12%"), "{shown}");
}

#[test]
fn folders_of_a_file_may_name_the_holders_of_what_is_in_them() {
    let arena = Arena::new();
    for day in ["28.01.26", "29.01.26", "01.02.26"] {
        let file = kml(&[
            (
                "East",
                &[
                    placemark(&format!("{day} a"), 38.0, 1.0),
                    placemark(&format!("{day} b"), 39.5, 1.0),
                ],
            ),
            ("Contested", &[placemark(&format!("{day} c"), 36.0, 1.0)]),
        ]);
        arena.write(&format!("days/{day}.kml"), file);
    }
    assert_eq!(
        layers(&arena, &["days"]),
        "id = \"front\"\n\
         source = \"mapper\"\n\
         files = \"days/*.kml\"\n\
         holder = \"folder\"\n\
         actors = { \"East\" = \"east\" }\n\
         ignore = [\"Contested\"]  # decide: these name no party: whether their areas are left out\n"
    );
    let shown = arena.printed(&["--at", "2026-02-01", "map.toml"]);
    assert!(shown.contains("layer of 1 Feb 2026"), "{shown}");
}

#[test]
fn areas_without_properties_are_of_whoever_is_named() {
    let arena = Arena::new();
    for day in ["20260128", "20260129"] {
        let land = feature(&Value::Null, &square(38.0, 34.0, 1.0));
        arena.write(&format!("days/front_{day}.geojson"), collection(&[land]));
    }
    let refused = arena.run(&["import", "days"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        told(&refused),
        "error: days/front_20260128.geojson: it isn't clear which property names the holder: name it with `--actor-property`, or \
         the one who holds all of it with `--actor`; there are none\n"
    );
    let layers = layers(&arena, &["--actor", "The East", "days"]);
    assert!(
        layers.ends_with("files = \"days/front_*.geojson\"\nactor = \"the-east\"\n"),
        "{layers}"
    );
    let shown = arena.printed(&["map.toml"]);
    assert!(shown.contains("T The East: 5%"), "{shown}");
}

#[test]
fn what_may_also_name_the_holders_is_told() {
    let arena = Arena::new();
    let land = |side: &str, x: f64| {
        let properties = json!({ "status": side, "side": side.to_uppercase(), "n": x });
        feature(&properties, &square(x, 34.0, 1.0))
    };
    let days = collection(&[land("Held", 38.0), land("Lost", 40.0)]);
    arena.write("3-4-2026.geojson", &days);
    let imported = arena.run(&["import", "3-4-2026.geojson"]);
    assert_eq!(
        told(&imported),
        "note: 3-4-2026.geojson: `side` is taken to name the holders; `--actor-property` chooses another: status\n\
         note: 3-4-2026.geojson: the day is read before the month; where the month stands first, name the files as 2026-01-28\n"
    );
}

#[test]
fn files_beside_shapefiles_and_empty_folders_are_what_they_are() {
    let arena = Arena::new();
    arena.write("days/notes.txt", "nothing");
    let refused = arena.run(&["import", "days"]);
    assert_eq!(
        told(&refused),
        "error: days: there are neither files of shapes nor tables in it\n"
    );
    assert_eq!(refused.status.code(), Some(2));
    let refused = arena.run(&["import", "a.shp", "a.dbf", "a.prj"]);
    assert_eq!(told(&refused).lines().count(), 1, "{}", told(&refused));
}

#[test]
fn no_more_than_a_hundred_problems_are_shown() {
    let arena = Arena::new();
    let names: Vec<String> = (0..105).map(|n| format!("{n}.kml")).collect();
    let args: Vec<&str> = ["import"]
        .into_iter()
        .chain(names.iter().map(String::as_str))
        .collect();
    let refused = arena.run(&args);
    let told = told(&refused);
    assert_eq!(told.lines().count(), 101);
    assert!(
        told.ends_with("105 errors; the first 100 are shown\n"),
        "{told}"
    );
}

#[test]
fn a_table_of_ucdp_is_told_by_its_headlines_and_one_of_america_with_the_month_first() {
    let arena = Arena::new();
    arena.write(
        "ucdp.csv",
        "id,side_a,side_b,source_article,source_headline,where_coordinates,latitude,longitude,date_start,best\n\
         7,Government,Union,\"Wire, 2026-01-26\",Clash near the bridge,Raqqa,35.95,39.01,2026-01-26 00:00:00.000,3\n\
         8,Government,Union,,,Raqqa,35.95,39.01,2026-01-27 00:00:00.000,3\n",
    );
    arena.write(
        "usa.csv",
        "date,lat,lon,note\n1/5/2026,35.9,39.0,A march\n1/28/2026,35.9,39.0,Talks\n",
    );
    let imported = arena.run(&["import", "--base-map", "syria", "ucdp.csv", "usa.csv"]);
    assert!(
        !told(&imported).contains("day first"),
        "{}",
        told(&imported)
    );
    arena.write("map.toml", imported.stdout);
    let events = arena.printed(&["export", "events", "map.toml"]);
    let words: Vec<&str> = events
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').expect("cells").1)
        .collect();
    assert_eq!(
        words,
        [
            "2026-01-05,35.9,39,,A march,,usa.csv,usa-csv",
            "2026-01-26,35.95,39.01,Raqqa,Clash near the bridge,\"Wire, 2026-01-26\",ucdp.csv,ucdp-csv",
            "2026-01-27,35.95,39.01,Raqqa,\"An event: Government, Union\",,ucdp.csv,ucdp-csv",
            "2026-01-28,35.9,39,,Talks,,usa.csv,usa-csv",
        ]
    );
}

#[test]
fn the_layer_of_files_with_several_is_part_of_what_is_printed() {
    let arena = Arena::new();
    let file = r#"{"type":"Topology","arcs":[[[38,34],[39,34],[39,35],[38,35],[38,34]]],"objects":{
        "front":{"type":"Polygon","properties":{"side":"East"},"arcs":[[0]]},"land":{"type":null}}}"#;
    arena.write("days/2026-01-28.topojson", file);
    arena.write("zone.json", file);
    let args = ["--layer", "front", "days", "zone.json"];
    let layers = layers(&arena, &args);
    assert!(
        layers.contains("layer = \"front\"\nholder = \"side\""),
        "{layers}"
    );
    let toml = arena.printed(&[&["import", "--base-map", "syria"], &args[..]].concat());
    assert!(
        toml.contains("area = { file = \"zone.json\", layer = \"front\" }"),
        "{toml}"
    );
    arena.write("none.toml", toml.replace(", layer = \"front\"", ""));
    let refused = arena.run(&["check", "none.toml"]);
    let help = "name it under `layer`, or with `--layer` of `import` and `basemap`";
    assert!(told(&refused).contains(help), "{}", told(&refused));
}

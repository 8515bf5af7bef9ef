//! Base maps that are made from files of shapes.

use std::{collections::BTreeSet, fs, os::unix::fs::symlink};

use crate::arena::{Arena, collection, feature, square, told};
use serde_json::{Value, json};

#[test]
fn every_format_gives_the_same_base_map() {
    let arena = Arena::with_example();
    arena.write(
        "districts.json",
        r#"{"type":"Topology","arcs":[[[0,50],[1,50.0001],[2,50]],[[2,50],[2,51],[0,51],[0,50]],[[0,50],[0,49],[2,49],[2,50]]],
            "objects":{"districts":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","id":"uplands","properties":{"name":"Uplands"},"arcs":[[0,1]]},
            {"type":"Polygon","id":"harbour","properties":{"name":"Harbour"},"arcs":[[2,-1]]}]},"land":{"type":null}}}"#,
    );
    arena.printed(&["basemap", "districts.kml", "-o", "kml"]);
    arena.printed(&[
        "basemap",
        "districts.json",
        "--layer",
        "districts",
        "-o",
        "topojson",
    ]);
    let areas = |folder: &str| {
        arena.write("units.toml", format!("basemap = \"{folder}\""));
        arena.printed(&["units", "units.toml"])
    };
    assert_eq!(areas("kml"), areas("topojson"));
}

#[test]
fn a_base_map_has_what_lies_around_it() {
    let arena = Arena::with_example();
    let named = |name: &str| json!({ "name": name });
    let all = [
        feature(&named("The island"), &square(0.0, 49.0, 2.0)),
        feature(&named("The mainland"), &square(2.0, 40.0, 20.0)),
    ];
    arena.write("countries.geojson", collection(&all));
    let way = json!({ "type": "LineString", "coordinates": [[0, 49.5], [1, 49.5], [30, 49.5]] });
    arena.write(
        "rivers.geojson",
        collection(&[feature(&named("Long"), &way)]),
    );
    let spot = |x: f64| json!({ "type": "Point", "coordinates": [x, 49.5] });
    let towns = [
        feature(&json!({ "name": "Port", "capital": "yes" }), &spot(0.5)),
        feature(&json!({ "name": "Far", "population": 9 }), &spot(9.0)),
    ];
    arena.write("towns.geojson", collection(&towns));
    let args = [
        "basemap",
        "districts.kml",
        "--neighbours",
        "countries.geojson",
        "--rivers",
        "rivers.geojson",
        "--towns",
        "towns.geojson",
        "-o",
        "isle",
    ];
    let output = arena.run(&args);
    assert_eq!(
        told(&output),
        "note: units: 2, 31897 km², on a grid of 0.0002 degrees\nnote: ids are those of the features\n\
         note: towns left out: 1 off the map\nnote: neighbours: 1 of 2\n\
         note: rivers: 1 of 1\nnote: towns: 1 of 2\n"
    );
    let read = |name: &str| -> Value {
        let text = fs::read(arena.0.join("isle").join(name)).expect("a file");
        serde_json::from_slice(&text).expect("JSON")
    };
    assert_eq!(
        read("neighbours.geojson")["bbox"],
        json!([-1.0, 48.0, 3.0, 52.0])
    );
    assert_eq!(
        read("neighbours.geojson")["features"][0]["properties"]["name"],
        "The mainland"
    );
    assert_eq!(
        read("rivers.geojson")["features"][0]["geometry"]["coordinates"],
        json!([[[0.0, 49.5], [1.0, 49.5], [3.0, 49.5]]])
    );
    assert_eq!(
        read("towns.geojson")["features"][0]["properties"],
        json!({ "name": "Port", "rank": 1 })
    );
    arena.write(
        "map.toml",
        "format = 1\ntitle = \"T\"\nbasemap = \"isle\"\nas_of = 2026\n",
    );
    arena.printed(&["check", "map.toml"]);
}

#[test]
fn nothing_is_written_over() {
    let arena = Arena::with_example();
    arena.write("full/mine.txt", "mine");
    symlink("nowhere", arena.0.join("link")).expect("a link");
    for (folder, why) in [
        ("full", "it is there and no empty folder; name another"),
        (
            "coast.geojson",
            "it is there and no empty folder; name another",
        ),
        ("no/such", "No such file or directory (os error 2)"),
    ] {
        let output = arena.run(&["basemap", "districts.kml", "-o", folder]);
        assert_eq!(output.status.code(), Some(2));
        let told = told(&output);
        assert!(
            told.starts_with(&format!("error: can't write {folder}: {why}")),
            "{told}"
        );
    }
    assert_eq!(
        arena
            .run(&["basemap", "districts.kml", "-o", "link"])
            .status
            .code(),
        Some(2)
    );
    fs::create_dir(arena.0.join("empty")).expect("a folder");
    arena.printed(&["basemap", "districts.kml", "-o", "empty"]);
    let left: BTreeSet<String> = fs::read_dir(&arena.0)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.')), "{left:?}");
    assert_eq!(
        fs::read_dir(arena.0.join("full"))
            .expect("a folder")
            .count(),
        1
    );
}

#[test]
fn an_area_can_be_in_any_format() {
    let arena = Arena::with_example();
    arena.printed(&["basemap", "districts.kml", "-o", "isle"]);
    let topology = r#"{"type":"Topology","arcs":[[[0,49],[1,49],[1,50],[0,50],[0,49]]],"objects":{"a":{"type":"Polygon","arcs":[[0]]}}}"#;
    arena.write("coast.topojson", topology);
    let kml = fs::read_to_string(arena.0.join("districts.kml")).expect("the example");
    let (head, _) = kml
        .split_once("<Placemark id=\"harbour\">")
        .expect("two districts");
    arena.write("coast.KML", format!("{head}</Document></kml>"));
    for (file, share) in [
        ("coast.geojson", "25%"),
        ("coast.topojson", "25%"),
        ("coast.KML", "49%"),
    ] {
        let map = format!(
            "format = 1\ntitle = \"T\"\nbasemap = \"isle\"\nas_of = 2026\n\
             [[actor]]\nid = \"f\"\nname = \"Fishers\"\nletter = \"F\"\ncolour = \"cyan\"\n\
             [[region]]\nid = \"a\"\nname = \"A\"\narea = {{ file = \"{file}\" }}\n\
             [[claim]]\nabout = [\"a\"]\nactor = \"f\"\nsays = \"holds\"\nbecause = \"An example.\"\n"
        );
        arena.write("map.toml", map);
        let told = arena.printed(&["map.toml"]);
        assert!(
            told.contains(&format!("Fishers: {share}")),
            "{file}: {told}"
        );
    }
}

#[test]
fn what_units_are_is_found_or_given() {
    let arena = Arena::new();
    let unit = |id: &str, kind: &str, x: f64| {
        feature(
            &json!({ "GID_1": id, "NAME_1": id, "ENGTYPE_1": kind }),
            &square(x, 48.0, 1.0),
        )
    };
    let units = [
        unit("a", "Oblast", 30.0),
        unit("b", "Autonomous Republic", 31.0),
    ];
    arena.write("units.geojson", collection(&units));
    let kinds = |args: &[&str], folder: &str| -> Vec<Value> {
        let args = [&["basemap", "units.geojson", "-o", folder], args].concat();
        arena.printed(&args);
        let text = fs::read_to_string(arena.0.join(folder).join("units.geojson")).expect("units");
        let made: Value = serde_json::from_str(&text).expect("JSON");
        let features = made["features"].as_array().expect("a list").iter();
        features
            .map(|it| it["properties"]["kind"].clone())
            .collect()
    };
    assert_eq!(kinds(&[], "found"), ["oblast", "autonomous republic"]);
    assert_eq!(kinds(&["--kind", "region"], "given"), ["region", "region"]);
}

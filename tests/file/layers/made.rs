//! An invented front: two sides, and a line between them that moves from day to day.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

use whoholds::{
    atlas::Date,
    diagnostics::Style,
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

pub const LAYERS: &str = r#"[[layers]]
id = "front"
name = "Front"
source = "mapper"
files = "days/*.geojson"
holder = "side"
actors = { East = "east", West = "west" }
"#;

pub fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

#[expect(clippy::cast_possible_truncation, reason = "the country is small")]
pub fn hundreds(km2: f64) -> i64 {
    (km2 / 100.0).round() as i64
}

/// A feature of a side: a rectangle from one longitude to another in the desert.
pub fn feature(side: &str, west: f64, east: f64) -> String {
    let ring = format!("[[[{west},34],[{east},34],[{east},35],[{west},35],[{west},34]]]");
    format!(
        r#"{{"type":"Feature","properties":{{"side":"{side}"}},"geometry":{{"type":"Polygon","coordinates":{ring}}}}}"#
    )
}

pub fn layer(features: &[String]) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    )
}

/// A day on which the line between the sides is at a longitude.
pub fn day(line: f64) -> String {
    layer(&[feature("West", 38.0, line), feature("East", line, 40.0)])
}

pub fn folder(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("layers-{test}-{}", process::id()))
}

/// A region file of its own folder, with the files given.
pub fn open(test: &str, toml: &str, files: &[(&str, String)]) -> RegionFile {
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

pub fn moving(test: &str) -> RegionFile {
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

pub fn load(file: &RegionFile) -> Document {
    file::load(file).unwrap_or_else(|report| panic!("{}", report.render(PLAIN)))
}

const PLAIN: Style = Style {
    width: 120,
    colour: false,
};

/// The problems that loading or checking finds, without the folder's path.
pub fn problems(file: &RegionFile) -> String {
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

/// Runs the program: what it prints on both streams, and its exit code.
pub fn run(args: &[&str], test: &str) -> (String, String, Option<i32>) {
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

//! `whoholds diff`: two files in, differences out, and an exit code that a script can go by.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use serde_json::Value;

const FIXTURE: &str = include_str!("../fixtures/graded.toml");

fn folder(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Returns what is printed on both streams, and the exit code.
fn run(folder: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    let output = command.arg("diff").args(args).current_dir(folder).output();
    let output = output.expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

#[test]
fn the_exit_code_is_that_of_diff() {
    let folder = folder("code");
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write("old.toml", FIXTURE);
    write("same.toml", &format!("# Another comment\n{FIXTURE}"));
    write(
        "new.toml",
        &FIXTURE.replace(
            "\"south\"\nsays = \"operates\"",
            "\"south\"\nsays = \"left\"",
        ),
    );
    write("broken.toml", "format = 1\n");
    let code = |new: &str| run(&folder, &["old.toml", new]).2;
    assert_eq!(code("same.toml"), Some(0));
    assert_eq!(code("new.toml"), Some(1));
    assert_eq!(code("broken.toml"), Some(2));
    assert_eq!(code("none.toml"), Some(2));
    let (out, err, _) = run(&folder, &["old.toml", "new.toml"]);
    assert_eq!(err, "");
    insta::assert_snapshot!(out, @"
    A fixture: grades
    compared at 2 dates, 26 Jan 2026 to 28 Jan 2026; shares at 28 Jan 2026

    Claims: 1 changed
      ~ Airport: Southern forces: withdrawn — A paper, published 26 Jan 2026
        says: operates → left

    Places
      ~ Airport
        state: disputed: sources differ between “operated by Northern forces” and
          “operated by Southern forces” → operated by Northern forces; Southern
          forces: withdrawn

    Shares of the area at 28 Jan 2026
      ~ Northern forces
        share: 1 site disputed → 1 site
      - Southern forces
        1 site disputed
    ");
    let json = run(&folder, &["old.toml", "new.toml", "--format", "json"]).0;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["claims"][0]["fields"][0]["after"], "left");
    // Before anything is said, nobody is said to be anywhere.
    let earlier = run(
        &folder,
        &["old.toml", "new.toml", "--at", "2020", "--format", "json"],
    )
    .0;
    let earlier: Value = serde_json::from_str(&earlier).expect("JSON");
    assert_eq!(
        (&earlier["at"], &earlier["places"]),
        (&"2020".into(), &Value::Array(Vec::new()))
    );
}

#[test]
fn a_former_version_that_was_put_aside_names_the_files_beside_the_present_one() {
    let folder = folder("aside");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let old = folder.join("old.toml");
    fs::copy(root.join("regions.toml"), &old).expect("a copy");
    let old = old.to_str().expect("UTF-8");
    assert_eq!(run(root, &[old, "regions.toml"]).2, Some(2));
    assert_eq!(
        run(root, &["--folder", ".", old, "regions.toml"]).2,
        Some(0)
    );
    assert_eq!(
        run(root, &["--folder", "none", old, "regions.toml"]).2,
        Some(2)
    );
}

#[test]
fn a_quotation_that_is_no_longer_found_is_a_difference() {
    let folder = folder("unproved");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("regions.toml")).expect("the map");
    let text = text.replace(
        "Kurdish-led forces hold the northeast\"",
        "Kurdish-led forces hold the northwest\"",
    );
    let new = folder.join("new.toml");
    fs::write(&new, text).expect("a file");
    let new = new.to_str().expect("UTF-8");
    let (out, _, code) = run(root, &["--folder", ".", "regions.toml", new]);
    assert_eq!(code, Some(1));
    assert!(out.contains("evidence: quoted → not found"), "{out}");
}

#[test]
fn land_of_one_actor_is_no_difference_for_another() {
    let folder = folder("rounded");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("regions.toml")).expect("the map");
    let quote = "\"Kurdish-led forces hold the northeast\"";
    let at = text.find(quote).expect("the claim");
    let says = text[..at].rfind("\"holds\"").expect("its verb");
    let contested = format!("{}\"contests\"{}", &text[..says], &text[says + 7..]);
    let new = folder.join("new.toml");
    fs::write(&new, contested).expect("a file");
    let new = new.to_str().expect("UTF-8");
    let (out, _, _) = run(root, &["--folder", ".", "regions.toml", new]);
    // The government has no more than before.
    assert!(out.contains("Kurdish-led forces\n    share: "), "{out}");
    assert!(!out.contains("Syrian government"), "{out}");
}

#[test]
fn areas_are_compared_at_every_date_and_by_what_is_in_the_files() {
    let folder = folder("areas");
    let day = |line: f64| {
        format!(
            r#"{{"type": "Feature", "properties": {{"side": "West"}}, "geometry": {{"type": "Polygon",
            "coordinates": [[[38, 34], [{line}, 34], [{line}, 35], [38, 35], [38, 34]]]}}}}"#
        )
    };
    let map = r#"
format = 1
title = "A front"
basemap = "syria"
as_of = 2026-01-03
[[actor]]
id = "west"
name = "The West"
letter = "W"
colour = "green"
[[source]]
id = "mapper"
publisher = "A mapping project"
[[layers]]
id = "front"
name = "Front"
source = "mapper"
files = "*.geojson"
holder = "side"
actors = { West = "west" }
"#;
    for (side, second) in [("old", 39.0), ("new", 39.5)] {
        fs::create_dir(folder.join(side)).expect("a folder");
        let write =
            |name: &str, text: &str| fs::write(folder.join(side).join(name), text).expect("a file");
        write("map.toml", map);
        for (date, line) in [("01", 38.5), ("02", second), ("03", 39.5)] {
            write(&format!("2026-01-{date}.geojson"), &day(line));
        }
    }
    let files = ["old/map.toml", "new/map.toml"];
    let (out, err, code) = run(&folder, &files);
    assert_eq!((err.as_str(), code), ("", Some(1)));
    insta::assert_snapshot!(out, @"
    A front
    compared at 3 dates, 1 Jan 2026 to 3 Jan 2026; shares at 3 Jan 2026

    Places
      ~ Front: The West
        area in the country, at 2 Jan 2026: 10,200 km² → 15,300 km²: 5,090 km²
          gained and 0 km² lost
    ");
    // The dates at which they are the same are no difference.
    let at = |date| run(&folder, &[&files[..], &["--at", date]].concat()).2;
    assert_eq!(
        (at("2026-01-01"), at("2026-01-02"), at("2026-01-03")),
        (Some(0), Some(1), Some(0))
    );
}

#[test]
fn the_json_is_as_its_schema_says() {
    let folder = folder("schema");
    let new = FIXTURE.replace(
        "\"south\"\nsays = \"operates\"",
        "\"south\"\nsays = \"left\"",
    );
    fs::write(folder.join("old.toml"), FIXTURE).expect("a file");
    fs::write(
        folder.join("new.toml"),
        new.replace("colour = \"green\"", "colour = \"pink\""),
    )
    .expect("a file");
    let out = run(&folder, &["old.toml", "new.toml", "--format", "json"]).0;
    let schema = Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .args(["schema", "diff"])
        .output();
    let schema = serde_json::from_slice(&schema.expect("the program runs").stdout).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let value: Value = serde_json::from_str(&out).expect("JSON");
    let wrong: Vec<String> = validator
        .iter_errors(&value)
        .map(|it| it.to_string())
        .collect();
    assert_eq!(wrong, [""; 0]);
    // Something the schema knows nothing of is seen.
    assert!(!validator.is_valid(&serde_json::json!({ "format": 1 })));
}

#[test]
fn what_differs_is_hatched_on_the_map() {
    let folder = folder("hatched");
    let map = r#"
format = 1
title = "A fixture"
basemap = "syria"
as_of = 2026-01-28
[[actor]]
id = "north"
name = "The North"
letter = "N"
colour = "green"
[[actor]]
id = "south"
name = "The South"
letter = "S"
colour = "orange"
[[region]]
id = "front"
name = "Front"
area = { all = ["SY-HA"] }
[[region]]
id = "same"
name = "Same"
area = { all = ["SY-DY"] }
[[claim]]
about = ["front", "same"]
actor = "north"
says = "holds"
because = "So it is read."
"#;
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write("old.toml", map);
    let other = map.replace("about = [\"front\", \"same\"]", "about = [\"same\"]");
    let south =
        "[[claim]]\nabout = [\"front\"]\nactor = \"south\"\nsays = \"holds\"\nbecause = \"So.\"\n";
    write("new.toml", &(other + south));
    write(
        "wider.toml",
        &map.replace("[\"SY-HA\"]", "[\"SY-HA\", \"SY-RA\"]"),
    );
    let picture = |new: &str| {
        let (out, err, code) = run(&folder, &["old.toml", new, "--format", "svg"]);
        assert_eq!((err.as_str(), code), ("", Some(1)));
        out
    };
    let turned = "fill=\"url(#between-green-faint-orange-faint)\"";
    let drawn = picture("new.toml");
    assert!(drawn.contains(&format!("data-place=\"front\" {turned} d=")));
    assert!(drawn.contains("data-place=\"same\" fill=\"url(#plain-green-faint)\" opacity=\".3\""));
    assert!(drawn.contains("stripes side by side: from whose it was"));
    // Land that a line took in is hatched by itself.
    assert!(picture("wider.toml").contains("<path fill=\"url(#between-ground-green-faint)\" d="));
    let (page, _, code) = run(&folder, &["old.toml", "new.toml", "--format", "html"]);
    assert_eq!(code, Some(1));
    assert!(
        page.contains(turned)
            && page.contains("<li>state: held by The North → held by The South</li>")
    );
    // A former version that has more than the newer one.
    let (_, err, code) = run(&folder, &["new.toml", "old.toml", "--format", "svg"]);
    assert_eq!((err.as_str(), code), ("", Some(1)));
}

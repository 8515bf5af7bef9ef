//! The JSON Schemas: of region files, which sees what an editor should mark, and of the map as JSON. Both are those of
//! the types.
//!
//! `UPDATE=1 cargo test --test file schema` writes `assets/regions.schema.json` and `assets/map.schema.json` anew.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use jsonschema::Validator;
use serde_json::Value;
use whoholds::{
    atlas::Switchboard,
    export::{Exported, Exporter, Json, json},
    file::{self, RegionFile},
};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).expect(name)
}

/// Makes what editors check with, from the shipped schema.
fn validator() -> Validator {
    let schema = serde_json::from_str(&read("assets/regions.schema.json")).expect("JSON");
    jsonschema::draft7::meta::validate(&schema).expect("a schema of draft 7");
    jsonschema::validator_for(&schema).expect("a schema")
}

/// TOML as editors hand it to a schema: dates are strings.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(boolean) => boolean.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| (key, json(value)))
            .collect(),
    }
}

/// Finds the places in a region file where the schema sees something wrong.
fn wrong(validator: &Validator, text: &str) -> Vec<String> {
    let file = json(toml::from_str(text).expect("TOML"));
    validator
        .iter_errors(&file)
        .map(|error| error.instance_path().to_string())
        .collect()
}

#[test]
fn the_shipped_schemas_are_those_of_the_types() {
    for (name, schema) in [
        ("assets/regions.schema.json", file::schema()),
        ("assets/map.schema.json", json::schema()),
    ] {
        if env::var_os("UPDATE").is_some() {
            fs::write(path(name), &schema).expect("the schema is written");
        }
        assert!(
            read(name) == schema,
            "write {name} anew: UPDATE=1 cargo test --test file schema"
        );
    }
}

#[test]
fn the_map_as_json_keeps_to_its_schema() {
    let schema = serde_json::from_str(&read("assets/map.schema.json")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let fixture = RegionFile::open(&path("tests/fixtures/graded.toml")).expect("a file");
    for file in [RegionFile::builtin(), fixture] {
        let document = file::load(&file).expect("a map");
        for (at, without) in [(None, None), (Some("2020"), Some("reported"))] {
            let switches = without.and_then(|id| document.atlas.switch(id));
            let exported = Exported::new(
                &document.atlas,
                &document.map,
                at.map(|at| at.parse().expect("a date")),
                &Switchboard::from_iter(switches),
            );
            let json = Json.export(&exported).expect("JSON");
            let json = serde_json::from_slice(&json).expect("JSON");
            let wrong: Vec<String> = validator
                .iter_errors(&json)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(wrong, [""; 0]);
        }
    }
    // It is no schema of everything.
    assert!(!validator.is_valid(&serde_json::json!({ "format": 1 })));
}

#[test]
fn the_shipped_map_keeps_to_the_schema_it_names() {
    let text = read("regions.toml");
    assert!(text.starts_with("#:schema assets/regions.schema.json\n"));
    assert_eq!(wrong(&validator(), &text), [""; 0]);
}

#[test]
fn what_an_editor_can_see_is_marked() {
    let validator = validator();
    for (fixture, place) in [
        ("bad-area", "/region/0/area"),
        ("bad-date", "/as_of"),
        ("bad-grade", "/claim/0/credibility"),
        ("bad-id", "/region/0/id"),
        ("bad-letter", "/actor/0/letter"),
        ("bad-url", "/source/0/url"),
        ("missing-key", ""),
        ("needless-actor", "/claim/0"),
        ("no-actor", "/claim/0"),
        ("no-evidence", "/claim/0"),
        ("unknown-format", "/format"),
        ("unknown-key", ""),
        ("unknown-word", "/claim/0/says"),
        ("wrong-type", "/title"),
    ] {
        let wrong = wrong(&validator, &read(&format!("tests/invalid/{fixture}.toml")));
        assert!(
            wrong.iter().any(|found| found == place),
            "{fixture}: {wrong:?}"
        );
    }
}

#[test]
fn what_only_the_program_can_see_is_left_to_it() {
    let validator = validator();
    for fixture in [
        "quote-altered",
        "unknown-id",
        "area-overlap",
        "file-missing",
    ] {
        let wrong = wrong(&validator, &read(&format!("tests/invalid/{fixture}.toml")));
        assert_eq!(wrong, [""; 0], "{fixture}");
    }
}

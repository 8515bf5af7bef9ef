//! `whoholds diff`: two files in, differences out, and an exit code that a script can go by.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use serde_json::Value;

const FIXTURE: &str = include_str!("fixtures/graded.toml");

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
    states compared at 28 Jan 2026

    Claims: 1 changed
      ~ Airport: Southern forces: withdrawn — A paper, published 26 Jan 2026
        says: operates → left

    Places
      ~ Airport
        state: disputed: sources differ between “operated by Northern forces” and
          “operated by Southern forces” → operated by Northern forces; Southern
          forces: withdrawn

    Shares of the area
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
fn a_percent_that_is_rounded_otherwise_is_no_difference() {
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
    // The government's 42% are shown as 43% then, though it has no more than before.
    assert!(out.contains("Kurdish-led forces\n    share: "), "{out}");
    assert!(!out.contains("Syrian government"), "{out}");
}

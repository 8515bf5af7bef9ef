//! Exports: what each format says, and that a file is written whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
};

use whoholds::export::FORMATS;

fn folder(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .args(args)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn text_and_annotations_are_what_the_program_prints_otherwise() {
    let folder = folder("same");
    for (format, other) in [("text", [].as_slice()), ("annotations", &["annotations"])] {
        let (exported, printed) = (run(&folder, &["export", format]), run(&folder, other));
        assert_eq!(exported.status.code(), Some(0));
        assert!(!exported.stdout.is_empty());
        assert_eq!(exported, printed, "{format}");
    }
}

#[test]
fn every_format_tells_by_its_exit_code_that_quotations_are_not_found() {
    let folder = folder("unproved");
    let map = include_str!("../../regions.toml");
    let sound = "Kurdish-led forces hold the northeast\"";
    let altered = map.replace(sound, "Kurdish-led forces hold the northwest\"");
    fs::create_dir_all(folder.join("assets/sources")).expect("a folder");
    let article = include_str!("../../assets/sources/kremlin-talks.txt");
    fs::write(folder.join("assets/sources/kremlin-talks.txt"), article).expect("a text");
    fs::write(folder.join("altered.toml"), &altered).expect("a file");
    for format in FORMATS {
        let output = run(&folder, &["export", format.name(), "altered.toml"]);
        assert_eq!(output.status.code(), Some(1), "{}", format.name());
        assert!(!output.stdout.is_empty());
        assert!(text(output.stderr).contains("1 quotation is not found"));
    }
}

#[test]
fn a_picture_has_the_map_and_its_words() {
    let folder = folder("picture");
    let picture = |args: &[&str]| text(run(&folder, &[&["export", "svg"], args].concat()).stdout);
    let plain = picture(&[]);
    assert!(plain.starts_with("<svg ") && plain.ends_with("</svg>\n"));
    for words in [
        "Syria: who holds what",
        "28 Jan 2026",
        "NORTHEAST",
        "Shares of the area",
    ] {
        assert!(plain.contains(words), "{words}");
    }
    let earlier = picture(&["--at", "2020"]);
    assert!(earlier.contains("2020") && !earlier.contains("28 Jan 2026"));
    let without = picture(&["--without", "inferred"]);
    assert!(without.contains("the map shows what is left"), "{without}");
}

#[test]
fn shares_over_time_are_a_picture_of_their_own() {
    let folder = folder("plot");
    let plot = |args: &[&str]| {
        run(
            &folder,
            &[&["export", "svg", "--plot", "shares"], args].concat(),
        )
    };
    let drawn = text(plot(&[]).stdout);
    for words in [
        "Shares of the area from 1971 to 23 Feb 2026",
        "silent",
        "inferred",
        "zigzag",
    ] {
        assert!(drawn.contains(words), "{words}");
    }
    // No map is drawn, and no band leaves the plot.
    assert!(!drawn.contains("data-place") && !drawn.contains("NaN"));
    let earlier = text(plot(&["--at", "2020"]).stdout);
    assert!(earlier.contains("to 2020") && !earlier.contains("2026"));
    let without = text(plot(&["--without", "inferred"]).stdout);
    assert!(without.contains("the map shows what is left"));
    let refused = run(&folder, &["export", "json", "--plot", "shares"]);
    assert_eq!(refused.status.code(), Some(2));
    insta::assert_snapshot!(text(refused.stderr), @r"
    error: `--plot` draws a picture, and `json` is none

    export `svg` or `png`
    ");
}

#[test]
fn a_date_and_what_is_left_out_hold_for_annotations_too() {
    let folder = folder("dated");
    let count = |args: &[&str]| {
        let output = run(&folder, &[&["export", "annotations"], args].concat());
        let all: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
        all.len()
    };
    assert_eq!(count(&["--at", "1900"]), 0);
    assert!(count(&["--without", "quoted"]) < count(&[]));
}

#[test]
fn a_file_is_replaced_only_where_it_is_said_so() {
    let folder = folder("file");
    let export = ["export", "svg", "-o", "map.svg"];
    let names = || fs::read_dir(&folder).expect("a folder").count();
    let first = run(&folder, &export);
    assert_eq!((first.status.code(), first.stdout.len()), (Some(0), 0));
    let whole = fs::read(folder.join("map.svg")).expect("a picture");
    assert_eq!(whole, run(&folder, &export[..2]).stdout);

    fs::write(folder.join("map.svg"), "mine").expect("a file");
    let refused = run(&folder, &export);
    assert_eq!(refused.status.code(), Some(2));
    insta::assert_snapshot!(text(refused.stderr), @"error: can't write map.svg: there is such a file; replace it with `--force`");
    assert_eq!(fs::read(folder.join("map.svg")).expect("a file"), b"mine");
    assert_eq!(names(), 1);

    let forced = run(&folder, &[&export[..], &["--force"]].concat());
    assert_eq!(forced.status.code(), Some(0));
    assert_eq!(fs::read(folder.join("map.svg")).expect("a picture"), whole);
    assert_eq!(names(), 1);
}

#[test]
fn nothing_is_written_where_no_file_can_be() {
    let folder = folder("nowhere");
    fs::create_dir(folder.join("map.svg")).expect("a folder");
    let written = |args: &[&str]| {
        let output = run(&folder, &[&["export", "svg"], args].concat());
        assert_eq!(output.status.code(), Some(2));
        text(output.stderr)
    };
    insta::assert_snapshot!(written(&["-o", "map.svg", "--force"]), @"error: can't write map.svg: it is no ordinary file");
    assert!(written(&["-o", "none/map.svg"]).starts_with("error: can't write none/map.svg: "));
    // A file that can't be read makes none.
    assert!(written(&["none.toml", "-o", "out.svg"]).contains("none.toml"));
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_file_may_be_read_by_whoever_may_read_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("mode");
    assert!(
        run(&folder, &["export", "text", "-o", "map.txt"])
            .status
            .success()
    );
    fs::write(folder.join("other"), "").expect("a file");
    let mode = |name: &str| {
        let there = fs::metadata(folder.join(name)).expect("a file");
        there.permissions().mode()
    };
    assert_eq!(mode("map.txt"), mode("other"));
}

#[test]
fn the_end_of_a_name_is_that_of_the_format() {
    let folder = folder("endings");
    let refused = |args: &[&str]| {
        let output = run(&folder, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        text(output.stderr)
    };
    insta::assert_snapshot!(refused(&["export", "svg", "-o", "map.png"]), @"error: can't write map.png: its name is that of a file in `png`, and the format is `svg`: choose `png`, or a name that ends in .svg");
    insta::assert_snapshot!(refused(&["render", "--format", "svg", "-o", "map.png"]), @"error: can't write map.png: its name ends in .png, and the format is another: leave out `--format`, or name it .svg");
    insta::assert_snapshot!(refused(&["render", "-o", "map.jpg"]), @"error: can't write map.jpg: nothing is known to end in .jpg: say `--format`, or name it .svg, .png, .txt");
    assert!(run(&folder, &["render", "-o", "map.png"]).status.success());
    let png = fs::read(folder.join("map.png")).expect("a picture");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[test]
fn a_mistyped_command_is_guessed() {
    let folder = folder("mistyped");
    for args in [&["chekc"][..], &["chekc", "map.toml"]] {
        let output = run(&folder, args);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(
            text(output.stderr),
            "error: there is no command or file `chekc`\n\ndid you mean `check`?\n"
        );
    }
    assert!(text(run(&folder, &["none.toml"]).stderr).starts_with("error: can't read none.toml"));
    assert!(run(&folder, &["help", "check"]).status.success());
}

#[test]
fn a_lens_and_a_filter_hold_for_formats_that_know_them_and_are_refused_by_others() {
    let folder = folder("lens");
    let out = |args: &[&str]| {
        let output = run(&folder, args);
        (
            text(output.stdout),
            text(output.stderr),
            output.status.code(),
        )
    };
    let (states, ..) = out(&[
        "export", "states", "--filter", "russia", "--filter", "Russia",
    ]);
    assert!(states.lines().skip(1).count() > 1, "{states}");
    assert!(
        states.lines().skip(1).all(|row| row.contains("russia")),
        "{states}"
    );
    let (by_actor, ..) = out(&["export", "kml"]);
    let (by_grade, ..) = out(&["export", "kml", "--lens", "grade"]);
    assert_ne!(by_actor, by_grade);
    assert_eq!(out(&["export", "kml", "--lens", "actors"]).0, by_actor);
    for (args, told) in [
        (
            ["json", "--filter", "russia"],
            "error: `--filter` changes nothing of `json`",
        ),
        (
            ["shares", "--lens", "age"],
            "error: `--lens` changes nothing of `shares`",
        ),
        (
            ["md", "--filter", "Rusia"],
            "error: there is no actor `Rusia`\n\nit may be Russia",
        ),
    ] {
        let (stdout, stderr, code) = out(&[&["export"][..], &args[..]].concat());
        assert!(stderr.starts_with(told), "{stderr}");
        assert_eq!((stdout.as_str(), code), ("", Some(2)));
    }
}

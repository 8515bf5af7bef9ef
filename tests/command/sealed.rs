//! Seals, and what a script can tell of a file from how the program exits.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command, Output, Stdio},
};

const TEXT: &str = "Northern forces hold the province of Hasakah. Nothing else was said.\n";

const FILE: &str = r#"format = 1
title = "A fixture"
basemap = "syria"
as_of = 2026-01-28

[[actor]]
id = "north"
name = "Northern forces"
letter = "N"
colour = "green"

[[region]]
id = "hasakah"
name = "Hasakah"
area = { all = ["SY-HA"] }

[[claim]]
about = ["hasakah"]
actor = "north"
says = "holds"
source = "held"
quote = "Northern forces hold the province"

[[source]]
id = "held"
title = "A held text"
text = "held.txt"
"#;

/// A folder with a region file, the text it names, and what is wanted at the end of the file.
fn folder(name: &str, end: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("held.txt"), TEXT).expect("a text");
    fs::write(folder.join("map.toml"), FILE.to_owned() + end).expect("a region file");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut input = child.stdin.take().expect("its input");
    // Those that don't listen may have gone.
    let _ = input.write_all(b"hasakah\n");
    drop(input);
    child.wait_with_output().expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn the_keys_that_are_printed_seal_the_text() {
    let open = folder("open", "");
    let checked = stdout(&run(&open, &["check", "map.toml"]));
    assert!(
        checked.ends_with(
            "\n  held: 49% of its text is quoted, not sealed (`whoholds seal` prints the keys)\n"
        ),
        "{checked}"
    );
    let keys = stdout(&run(&open, &["seal", "map.toml"]));
    insta::assert_snapshot!(keys, @r#"
    # held: held.txt
    sha256 = "417af82f75dc5756532f7b403630292938a995dcd3ec1ff7f5bd023fa39fc7fc"
    # retrieved = 2026-01-29, or whatever day the text was fetched
    "#);

    let sealed = folder("sealed", &keys);
    let checked = stdout(&run(&sealed, &["check", "map.toml"]));
    assert!(
        checked.ends_with("% of its text is quoted, sealed\n"),
        "{checked}"
    );
    let again = stdout(&run(&sealed, &["seal", "map.toml"]));
    insta::assert_snapshot!(again, @"
    # held: held.txt
    # sealed, and unchanged since
    # retrieved = 2026-01-29, or whatever day the text was fetched
    ");
}

#[test]
fn a_sealed_text_that_changes_leaves_no_map() {
    let sealed = folder(
        "changed",
        &stdout(&run(&folder("before", ""), &["seal", "map.toml"])),
    );
    fs::write(sealed.join("held.txt"), format!("\u{feff}{TEXT}")).expect("a text");
    let output = run(&sealed, &["map.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let printed = stderr(&output);
    assert!(printed.starts_with("error[text-changed]: "), "{printed}");

    // The repair is the key that seals the text as it is now.
    let (_, repair) = printed.split_once("= write: ").expect("a repair");
    let repair = repair.lines().next().expect("a line");
    let mended = folder("mended", &format!("{repair}\n"));
    fs::write(mended.join("held.txt"), format!("\u{feff}{TEXT}")).expect("a text");
    assert_eq!(run(&mended, &["check", "map.toml"]).status.code(), Some(0));
}

#[test]
fn whatever_prints_a_file_fails_where_quotations_are_not_found() {
    let folder = folder("unproved", "");
    let unproved = FILE.replace("forces hold", "forces left");
    fs::write(folder.join("unproved.toml"), unproved).expect("a region file");
    for args in [
        &["MAP"][..],
        &["--plain", "MAP"],
        &["explain", "hasakah", "MAP"],
        &["annotations", "MAP"],
        &["changes", "2020", "2026", "MAP"],
        &["draft", "held.txt", "MAP"],
        &["seal", "MAP"],
    ] {
        let of = |file: &str| {
            let args: Vec<_> = args.iter().map(|arg| arg.replace("MAP", file)).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            run(&folder, &args)
        };
        let (sound, unproved) = (of("map.toml"), of("unproved.toml"));
        assert_eq!(sound.status.code(), Some(0), "{args:?}: {}", stderr(&sound));
        assert!(!stderr(&sound).contains("error"), "{args:?}");
        assert_eq!(unproved.status.code(), Some(1), "{args:?}");
        assert!(!unproved.stdout.is_empty(), "{args:?}");
        assert!(
            stderr(&unproved).ends_with(
                "error: 1 quotation is not found in the held texts; `whoholds check` shows it\n"
            ),
            "{args:?}: {}",
            stderr(&unproved)
        );
    }
}

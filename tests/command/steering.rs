//! Nothing in the name of a file or in an argument steers the terminal, whatever is asked of the program.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
};

/// Turns red, sets the window's title by C1 controls, starts a new line, and turns the writing around.
const NAME: &str = "\u{1b}[31m\u{9b}31m\u{9d}0;x\u{9c}\r\n\u{202e}\u{2066}\u{200f}\u{61c}";

fn arena(name: &str) -> PathBuf {
    let arena = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    fs::create_dir_all(&arena).expect("a folder");
    arena
}

/// All that is printed for these arguments, and for these lines on standard input.
fn printed(folder: &Path, args: &[&str], input: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    command
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", folder)
        .env_remove("NO_COLOR")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("its input");
    // Most commands end without reading it.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("its output");
    let mut printed = String::from_utf8(output.stdout).expect("UTF-8");
    printed += std::str::from_utf8(&output.stderr).expect("UTF-8");
    printed
}

fn assert_calm(printed: &str, args: &[&str]) {
    let steers = |char: char| {
        (char.is_control() && char != '\n')
            || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
    };
    assert!(!printed.contains(steers), "{args:?}: {printed:?}");
    assert!(!printed.is_empty(), "{args:?}");
}

#[test]
fn a_file_of_any_name_is_named_in_plain_text() {
    let folder = arena("steering-files");
    let [sound, broken, missing, text] =
        ["sound", "broken", "missing", "text"].map(|what| format!("{NAME}{what}"));
    let builtin = include_str!("../../regions.toml");
    let assets = folder.join("assets/sources");
    fs::create_dir_all(&assets).expect("a folder");
    let article = include_str!("../../assets/sources/kremlin-talks.txt");
    fs::write(assets.join("kremlin-talks.txt"), article).expect("a file");
    fs::write(folder.join(&sound), builtin).expect("a file");
    fs::write(folder.join(&broken), "format = \n").expect("a file");
    fs::write(
        folder.join(&text),
        "A headline\n\nA sentence on Damascus.\n",
    )
    .expect("a file");
    for file in [&sound, &broken, &missing, &".".to_owned()] {
        for args in [
            &["check", file][..],
            &["annotations", file],
            &["changes", "2020", "2026", file],
            &["explain", "northeast", file],
            &["explain", NAME, file],
            &["diff", file, &sound],
            &["diff", "--folder", NAME, &sound, file],
            &["export", "json", file, "-o", &format!("none/{NAME}")],
            &["draft", &text, file],
            &["draft", file],
            &["--plain", file],
            &[file],
        ] {
            assert_calm(&printed(&folder, args, "list\n"), args);
        }
    }
}

#[test]
fn an_argument_that_makes_no_sense_is_echoed_in_plain_text() {
    let folder = arena("steering-arguments");
    let option = format!("--{NAME}");
    for args in [
        &[&option[..]][..],
        &["--at", NAME],
        &["--color", NAME],
        &["--marker", NAME],
        &["changes", NAME, "2026"],
        &["config", NAME],
        &["config", "--theme", NAME],
        &["schema", NAME],
        &["export", NAME],
        &["diff", NAME, "b"],
        &["check", "a", NAME],
        &["explain", NAME],
        &["explain", "northeast", "a", NAME],
    ] {
        assert_calm(&printed(&folder, args, ""), args);
    }
    let lines = [
        "",
        "date ",
        "filter ",
        "list by ",
        "export ",
        "export text none/",
    ]
    .map(|verb| format!("{verb}{}\n", NAME.replace('\n', "")));
    assert_calm(
        &printed(&folder, &["--plain"], &lines.concat()),
        &["--plain"],
    );
}

#[test]
fn settings_of_any_place_are_named_in_plain_text() {
    let folder = arena("steering-settings").join(NAME);
    let settings = folder.join("whoholds");
    fs::create_dir_all(&settings).expect("a folder");
    assert_calm(&printed(&folder, &["config"], ""), &["config"]);
    fs::write(settings.join("config.toml"), "marker = 1\n").expect("a file");
    assert_calm(&printed(&folder, &["config"], ""), &["config"]);
}

//! The settings: where they come from, what is wrong with them, and that nothing is written.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
};

use crate::support::path;
use whoholds::{
    config::{self, FILE, Layer, Origin, Set, Settings},
    diagnostics::{Code, TomlFile},
};

/// A configuration folder with the given settings in it, or none.
fn home(name: &str, settings: Option<&str>) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    let file = home.join(FILE);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
    if let Some(settings) = settings {
        fs::copy(path(&format!("tests/fixtures/settings/{settings}")), file).expect("the settings");
    }
    home
}

fn run(home: &Path, vars: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    command
        .env_clear()
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .envs(vars.iter().copied())
        .args(args);
    command.output().expect("the program runs")
}

fn text(bytes: &[u8], home: &Path) -> String {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    text.replace(&home.display().to_string(), "HOME")
}

#[test]
#[cfg(unix)]
fn without_a_file_the_defaults_hold_and_none_is_made() {
    let home = home("no-settings", None);
    let output = run(&home, &[], &["config"]);
    assert!(output.status.success());
    insta::assert_snapshot!("defaults", text(&output.stdout, &home));
    assert!(!home.join(FILE).exists());
}

#[test]
#[cfg(unix)]
fn every_value_says_where_it_comes_from() {
    let home = home("settings", Some("good.toml"));
    let vars = [("WHOHOLDS_THEME", "contrast"), ("NO_COLOR", "1")];
    let output = run(&home, &vars, &["config", "--marker", "braille"]);
    assert!(output.status.success());
    insta::assert_snapshot!("origins", text(&output.stdout, &home));
    let output = run(&home, &vars, &["config", "--color", "true"]);
    assert!(text(&output.stdout, &home).contains("color = \"true\"            # argument"));
}

#[test]
fn the_former_name_of_a_setting_and_of_its_option_are_still_read() {
    let setting = "text_order = \"visual\"     # ";
    let home = home("former", Some("former.toml"));
    for (args, origin) in [
        (&["config"][..], "file"),
        (&["config", "--names", "visual"], "argument"),
        (&["config", "--text-order", "visual"], "argument"),
    ] {
        let output = run(&home, &[], args);
        let told = text(&output.stdout, &home);
        assert!(told.contains(&format!("{setting}{origin}")), "{told}");
    }
}

#[test]
#[cfg(unix)]
fn every_mistake_is_told_at_once_with_its_place() {
    let home = home("mistakes", Some("mistakes.toml"));
    let output = run(&home, &[], &["config"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let told = text(&output.stderr, &home);
    for code in Code::SETTINGS {
        assert!(told.contains(&format!("error[{}]", code.key())), "{told}");
    }
    insta::assert_snapshot!("mistakes", told);
}

#[test]
#[cfg(unix)]
fn a_mistake_in_the_environment_is_one_of_usage() {
    let home = home("environment", None);
    let output = run(&home, &[("WHOHOLDS_MARKER", "octants")], &["config"]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!("environment", text(&output.stderr, &home));
}

#[test]
fn the_sample_is_what_holds_without_it() {
    let sample = fs::read(path("assets/config.toml")).expect("the sample");
    let file = TomlFile::new("config.toml", sample);
    let said = config::read(&file).expect("a sample without mistakes");
    let nothing = Layer::default();
    let (with, without) = (
        Settings::new(&nothing, &nothing, &said),
        Settings::new(&nothing, &nothing, &nothing),
    );
    let of_file = |set: Settings| Settings {
        marker: from_file(set.marker),
        color: from_file(set.color),
        theme: from_file(set.theme),
        text_order: from_file(set.text_order),
        graphics: from_file(set.graphics),
        mouse: from_file(set.mouse),
        keys: set.keys,
    };
    assert_eq!(with, of_file(without));
}

const fn from_file<T: Copy>(set: Set<T>) -> Set<T> {
    Set {
        value: set.value,
        from: Origin::File,
    }
}

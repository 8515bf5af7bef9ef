//! One region file for each rule that can be broken, and all that is printed for it.
//!
//! `UPDATE=1 cargo test --test file invalid` writes what is printed now to `tests/invalid/*.stderr`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
    sync::LazyLock,
};

use whoholds::diagnostics::{Code, SHOWN};

/// The start of a region file without problems.
const FIXTURE: &str = "format = 1\ntitle = \"A fixture\"\nbasemap = \"syria\"\nas_of = 2026-01-28\n\n\
                       [[source]]\nid = \"held\"\ntitle = \"A held text\"\ntext = \"files/held.txt\"\n\n";

/// Returns the path of the fixtures.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid")
}

/// A copy of the fixtures, with the files that can't be kept in a repository.
fn arena() -> &'static Path {
    static ARENA: LazyLock<PathBuf> = LazyLock::new(|| {
        let arena =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("invalid-{}", process::id()));
        copy(&folder(), &arena);
        fs::write(arena.join("files/large.txt"), vec![b'a'; (4 << 20) + 1])
            .expect("a file is written");
        let large = fs::File::create(arena.join("large.region")).expect("a file");
        large.set_len((32 << 20) + 1).expect("a file is written");
        fs::write(arena.join("head.region"), vec![b'#'; (1 << 20) + 1]).expect("a file is written");
        let table = format!("{FIXTURE}{}[other]\n", "#\n".repeat(1 << 19));
        fs::write(arena.join("table.region"), table).expect("a file is written");
        let values = format!("{FIXTURE}{}", "[[claim]]\n".repeat(400_000));
        fs::write(arena.join("values.region"), values).expect("a file is written");
        let long = format!(
            "{FIXTURE}[[claim]]\nabout = [\"map\"]\nsays = \"context\"\nsource = \"held\"\nquote = \"{}\"\n",
            "word ".repeat(500)
        );
        fs::write(arena.join("long.region"), long).expect("a file is written");
        fs::write(arena.join("many.region"), "a.b = [1, ]]\n".repeat(50_000))
            .expect("a file is written");
        fs::write(arena.join("files/combs.geojson"), combs(550)).expect("a file is written");
        fs::write(
            arena.join("latin-1.region"),
            b"format = 1\ntitle = \"Caf\xe9\"\n",
        )
        .expect("a file is written");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/hosts", arena.join("files/link.txt"))
            .expect("a link is made");
        arena
    });
    &ARENA
}

/// Two combs of so many teeth, one upright and one lying, in GeoJSON.
fn combs(teeth: u32) -> String {
    let at = |n: f64, along: f64| [38.0 + n / f64::from(teeth), 34.0 + along];
    let tooth = |n: u32| {
        let n = f64::from(n);
        [at(n, 0.0), at(n, 1.0), at(n + 0.5, 1.0), at(n + 0.5, 0.0)]
    };
    let ends = [at(f64::from(teeth), -0.1), at(0.0, -0.1), at(0.0, 0.0)];
    let upright: Vec<_> = (0..teeth).flat_map(tooth).chain(ends).collect();
    let lying: Vec<_> = upright.iter().map(|[x, y]| [y + 4.0, x - 4.0]).collect();
    let polygon = |ring| format!("{{\"type\": \"Polygon\", \"coordinates\": [{ring:?}]}}");
    format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [{}, {}]}}",
        feature(&polygon(upright)),
        feature(&polygon(lying))
    )
}

fn feature(geometry: &str) -> String {
    format!("{{\"type\": \"Feature\", \"properties\": {{}}, \"geometry\": {geometry}}}")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from)
        .expect("a folder is read")
        .map(|entry| entry.expect("an entry").path())
    {
        let to = to.join(entry.file_name().expect("an entry has a name"));
        if entry.is_dir() {
            copy(&entry, &to);
        } else {
            fs::copy(&entry, to).map(drop).expect("a file is copied");
        }
    }
}

fn check(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    command
        .current_dir(arena())
        .env_remove("NO_COLOR")
        .arg("check")
        .args(args);
    command.output().expect("the program runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("stderr is UTF-8")
}

fn fixtures() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder of fixtures");
    let names = entries.map(|entry| {
        entry
            .expect("an entry")
            .file_name()
            .into_string()
            .expect("UTF-8")
    });
    let mut names: Vec<_> = names
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    names
}

#[test]
fn every_problem_is_printed_as_it_was() {
    let mut changed = Vec::new();
    for name in fixtures() {
        let output = check(&["--strict", &format!("{name}.toml")]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", stderr(&output));
        assert!(output.stdout.is_empty(), "{name}");
        let path = folder().join(format!("{name}.stderr"));
        if env::var_os("UPDATE").is_some() {
            fs::write(path, &output.stderr).expect("the expected output is written");
        } else if fs::read(path).ok() != Some(output.stderr.clone()) {
            changed.push(format!("── {name}\n{}", stderr(&output)));
        }
    }
    assert!(
        changed.is_empty(),
        "printed otherwise than in tests/invalid:\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_rule_has_a_fixture_that_breaks_it() {
    for code in [Code::ALL, Code::WARNINGS].concat() {
        let output = stderr(&check(&[&format!("{}.toml", code.key())]));
        let title = format!("{}[{}]", code.severity().word(), code.key());
        assert!(output.contains(&title), "{}: {output}", code.key());
    }
}

#[test]
fn warnings_alone_pass_unless_they_are_not_to() {
    for code in Code::WARNINGS {
        let file = format!("{}.toml", code.key());
        let (output, strict) = (check(&[&file]), check(&["--strict", &file]));
        let (printed, said) = (stderr(&output), String::from_utf8_lossy(&output.stdout));
        assert_eq!(output.status.code(), Some(0), "{printed}");
        assert_eq!(strict.status.code(), Some(1), "{printed}");
        assert!(stderr(&strict).starts_with(&printed), "{file}");
        let warnings = match printed.matches("warning[").count() {
            1 => "1 warning".to_owned(),
            many => format!("{many} warnings"),
        };
        let counted = format!("{file}: no problems, {warnings} (");
        assert!(said.starts_with(&counted), "{said}");
    }
}

#[test]
fn nothing_of_a_file_steers_the_terminal() {
    for name in fixtures() {
        let printed = stderr(&check(&[&format!("{name}.toml")]));
        assert!(
            !printed.contains(|char: char| char.is_control() && char != '\n'),
            "{name}"
        );
        assert!(
            !printed.contains(['\u{202a}', '\u{202e}', '\u{2066}']),
            "{name}"
        );
    }
}

#[test]
fn colours_are_used_where_they_are_asked_for() {
    assert!(stderr(&check(&["--color", "always", "syntax.toml"])).contains('\u{1b}'));
    assert!(!stderr(&check(&["--color", "never", "syntax.toml"])).contains('\u{1b}'));
}

#[test]
fn a_sound_file_says_what_is_in_it() {
    let output = check(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        printed.starts_with("regions.toml: no problems"),
        "{printed}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_not_a_file_with_problems() {
    for path in ["no-such.toml", "files"] {
        let output = check(&[path]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            stderr(&output).starts_with(&format!("error: can't read {path}: ")),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn limits_and_encodings_hold_for_the_region_file_itself() {
    assert!(
        stderr(&check(&["large.region"]))
            .starts_with("error[too-large]: this file is larger than 32 MiB")
    );
    for (name, message) in [
        ("head", "what starts here is longer than 1 MiB"),
        (
            "table",
            "in a file larger than 1 MiB, each table is an entry of a list",
        ),
        ("values", "before this one, this file has 3000000 values"),
    ] {
        let printed = stderr(&check(&[&format!("{name}.region")]));
        assert!(
            printed.starts_with(&format!("error[too-large]: {message}\n")),
            "{name}: {printed}"
        );
    }
    assert!(stderr(&check(&["latin-1.region"])).contains("latin-1.region:2:13"));
    assert!(stderr(&check(&["long.region"])).contains("these words are longer than 2000 bytes"));
}

#[test]
fn a_file_with_no_end_of_problems_is_not_printed_without_end() {
    let printed = stderr(&check(&["many.region"]));
    assert_eq!(printed.matches("error[").count(), SHOWN);
    assert!(
        printed.ends_with(" problems in many.region; the first 100 are shown\n"),
        "{}",
        &printed[printed.len() - 100..]
    );
}

#[test]
fn every_problem_shows_a_way_out() {
    for name in fixtures() {
        let printed = stderr(&check(&[&format!("{name}.toml")]));
        for problem in printed
            .split("\n\n")
            .filter(|problem| problem.starts_with("error[") || problem.starts_with("warning["))
        {
            // These two say what was expected in the first place.
            let expects =
                problem.starts_with("error[syntax]") || problem.starts_with("error[wrong-type]");
            assert!(expects || problem.contains("= help: "), "{name}: {problem}");
        }
    }
}

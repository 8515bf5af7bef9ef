//! The README and the pages of `docs` tell the truth: their commands are run, their files are loaded, their tables are made
//! from the program.
//!
//! `UPDATE=1 cargo test --test readme` writes what the commands print now, and the tables as they are now.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod support;

use std::{
    env,
    fmt::Write,
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{self, Command},
};

use support::{assert_current, path};
use whoholds::{
    atlas::{Accuracy, Hue, Says, SiteKind},
    diagnostics::Code,
    export::{Exporter, FORMATS},
    scene::Marker,
    tui::{Keymap, ModeName, keymap},
};

/// The first of the two commands that the README begins with.
const SHOWS_THE_MAP: &str = "cargo run --release";

/// The pages, in the order in which they are read.
const PAGES: &[&str] = &[
    "README.md",
    "docs/screen.md",
    "docs/file.md",
    "docs/writing.md",
    "docs/data.md",
    "docs/export.md",
    "docs/reference.md",
];

fn page(name: &str) -> String {
    fs::read_to_string(path(name)).expect("a page")
}

/// All pages, one after the other.
fn pages() -> String {
    PAGES.iter().map(|name| page(name)).collect()
}

/// A part of a page between two fences, or what stands outside any.
struct Part<'a> {
    /// The word after the opening fence; `None` outside.
    kind: Option<&'a str>,
    /// The file that the words before say it is.
    file: Option<&'a str>,
    lines: Vec<&'a str>,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let outside = || Part {
        kind: None,
        file: None,
        lines: Vec::new(),
    };
    let mut parts = vec![outside()];
    for line in text.lines() {
        let last = parts.len() - 1;
        match (line.strip_prefix("```"), parts[last].kind) {
            (Some(kind), None) => {
                let said = parts[last].lines.iter().rfind(|line| !line.is_empty());
                let file = said.and_then(|line| line.strip_suffix("`:")?.rsplit('`').next());
                parts.push(Part {
                    kind: Some(kind),
                    file,
                    lines: Vec::new(),
                });
            }
            (Some(_), Some(_)) => parts.push(outside()),
            (None, _) => parts[last].lines.push(line),
        }
    }
    parts
}

/// A folder with the files of all pages in it, and the program under its own name.
fn arena(name: &str) -> PathBuf {
    let arena = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    let text = "assets/sources/kremlin-talks.txt";
    let _ = fs::remove_dir_all(&arena);
    fs::create_dir_all(arena.join("assets/sources")).expect("a folder");
    fs::create_dir_all(arena.join("tests/example")).expect("a folder");
    let example = fs::read_dir(path("tests/example")).expect("the example data");
    for file in example.map(|file| file.expect("a file")) {
        let copy = arena.join("tests/example").join(file.file_name());
        fs::copy(file.path(), copy).expect("a copy of the example data");
    }
    fs::create_dir_all(arena.join("bin")).expect("a folder");
    fs::copy(path(text), arena.join(text)).expect("the article");
    let program = arena.join("bin/whoholds");
    let _ = fs::remove_file(&program);
    symlink(env!("CARGO_BIN_EXE_whoholds"), program).expect("the program");
    for part in parts(&pages()) {
        if let Some(file) = part.file {
            let file = arena.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, part.lines.join("\n") + "\n").expect("a file of a page");
        }
    }
    arena
}

/// Runs a line of a console and returns what it prints.
fn run(command: &str, arena: &Path) -> String {
    let path = env::join_paths(
        [arena.join("bin")]
            .into_iter()
            .chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
    );
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(arena)
        .env_clear()
        .env("PATH", path.expect("a path"))
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    let columns = head.matches('|').count() - 1;
    let mut table = format!("{head}\n|{}\n", "---|".repeat(columns));
    rows.for_each(|row| writeln!(table, "{row}").expect("written to memory"));
    table
}

/// The keys of the bar, while the map is browsed.
fn keys_of_the_bar() -> String {
    let keymap = Keymap::builtin().expect("the shipped keys");
    let of_the_bar =
        |it: &&keymap::Command| it.bar.is_some() && it.modes.contains(&ModeName::Browse);
    let row = |it: &keymap::Command| format!("| {} | {} |", it.keys(), it.help);
    let commands = keymap.commands.iter().filter(of_the_bar);
    table("| key | what it does |", commands.map(row))
}

fn keys() -> String {
    let keymap = Keymap::builtin().expect("the shipped keys");
    let row = |command: &keymap::Command| {
        let modes: Vec<&str> = command.modes.iter().map(|mode| mode.name()).collect();
        let modes = if modes.len() == ModeName::ALL.len() {
            "everywhere".to_owned()
        } else {
            modes.join(", ")
        };
        format!("| {} | {} | {modes} |", command.keys(), command.help)
    };
    table(
        "| key | what it does | where |",
        keymap.commands.iter().map(row),
    )
}

fn codes(codes: &[Code]) -> String {
    let row = |code: &Code| {
        format!(
            "| `{}` | {} | {} |",
            code.key(),
            code.rule(),
            code.explanation()
        )
    };
    table(
        "| code | the rule | why, and the way out |",
        codes.iter().map(row),
    )
}

fn formats() -> String {
    let row = |format: &&dyn Exporter| format!("| `{}` | {} |", format.name(), format.about());
    table("| format | what it is |", FORMATS.iter().map(row))
}

/// A page with its tables as they are now, and with what its commands print now.
fn current(name: &str, arena: &Path) -> String {
    let page = page(name);
    let now = parts(&page).into_iter().map(|part| match part.kind {
        None => with_tables(&part.lines),
        Some("console") => format!("```console\n{}```\n", with_output(&part.lines, arena)),
        Some(kind) => format!("```{kind}\n{}\n```\n", part.lines.join("\n")),
    });
    now.collect()
}

fn with_tables(lines: &[&str]) -> String {
    let mut now = String::new();
    let mut in_table = false;
    for &line in lines {
        in_table &= line != "<!-- end -->";
        if !in_table {
            now.extend([line, "\n"]);
        }
        let table = match line {
            "<!-- keys -->" => keys(),
            "<!-- keys of the bar -->" => keys_of_the_bar(),
            "<!-- codes -->" => codes(Code::ALL),
            "<!-- warnings -->" => codes(Code::WARNINGS),
            "<!-- formats -->" => formats(),
            _ => continue,
        };
        now.extend(["\n", &table, "\n"]);
        in_table = true;
    }
    now
}

fn with_output(lines: &[&str], arena: &Path) -> String {
    let mut now = String::new();
    for command in lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
        now.extend(["$ ", command, "\n"]);
        match command {
            // This is it.
            "cargo test" => {}
            // The picture stands for what it shows.
            SHOWS_THE_MAP => assert!(run("whoholds", arena).starts_with("Syria: who holds what")),
            _ => now += &run(command, arena),
        }
    }
    now
}

#[test]
fn commands_print_and_tables_list_what_the_pages_say() {
    for name in PAGES {
        let arena = arena(&name.replace('/', "-"));
        assert_current(name, &current(name, &arena));
    }
}

#[test]
fn files_and_snippets_load() {
    let arena = arena("snippets");
    let mine = fs::read_to_string(arena.join("mine.toml")).expect("the example");
    for (n, part) in parts(&pages()).iter().enumerate() {
        let file = match (part.kind, part.file) {
            (Some("toml"), Some(file)) => file.to_owned(),
            (Some("toml"), None) => {
                let file = format!("snippet-{n}.toml");
                fs::write(
                    arena.join(&file),
                    format!("{mine}\n{}\n", part.lines.join("\n")),
                )
                .expect("a file");
                file
            }
            _ => continue,
        };
        let printed = run(&format!("whoholds check {file}"), &arena);
        assert!(printed.contains("no problems"), "{file}: {printed}");
    }
}

/// Headings as pages link to them.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut count = 0;
    for name in PAGES {
        let text = page(name);
        let here = Path::new(name).parent().expect("a folder");
        let targets = text.split("](").skip(1);
        for target in targets.filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            if file.starts_with("https:") {
                continue;
            }
            let place = if file.is_empty() {
                path(name)
            } else {
                path("").join(here).join(file)
            };
            assert!(place.exists(), "{name}: {target}");
            if !anchor.is_empty() {
                let text = fs::read_to_string(place).expect("a page");
                let is_there = anchors(&text).iter().any(|known| known == anchor);
                assert!(is_there, "{name}: {target}");
            }
            count += 1;
        }
    }
    assert!(count > 20);
}

#[test]
fn the_guide_for_contributors_names_files_that_are_there() {
    let guide = fs::read_to_string(path("CONTRIBUTING.md")).expect("the guide");
    let code = guide.split('`').skip(1).step_by(2);
    let is_place = |code: &&str| !code.contains([' ', '*']) && !code.contains("NAME");
    let starts = ["src", "assets", "tests", "benches", ".ci", "regions.toml"];
    let named = code.filter(is_place);
    let named: Vec<&str> = named
        .filter(|code| starts.iter().any(|start| code.starts_with(start)))
        .collect();
    assert!(named.len() > 20);
    for place in named {
        assert!(path(place).exists(), "{place}");
    }
}

#[test]
fn every_word_that_a_file_or_an_argument_takes_is_named() {
    let words = [
        Says::ALL.iter().map(|word| word.key()).collect::<Vec<_>>(),
        SiteKind::ALL.iter().map(|word| word.key()).collect(),
        Hue::ALL.iter().flat_map(|word| word.name()).collect(),
        Accuracy::ALL.iter().map(|word| word.key()).collect(),
        Marker::ALL.iter().map(|word| word.name()).collect(),
    ];
    let pages = pages();
    for word in words.concat() {
        let named = [
            format!("`{word}`"),
            format!(" {word},"),
            format!(" {word}\n"),
        ];
        assert!(named.iter().any(|word| pages.contains(word)), "{word}");
    }
}

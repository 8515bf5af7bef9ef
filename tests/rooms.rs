//! The rooms of the house: each knows only those above it, and some words are spoken in some rooms alone.
//!
//! A direction that nothing checks decays. Where this fails, move what is used to a room that may use it.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every room, each below those it may know.
const ROOMS: &[&str] = &[
    "atlas", "geo", "find", "file", "scene", "caption", "report", "tui", "config",
];

/// A word that is spoken only in files whose path under `src` starts so.
struct Rule {
    word: &'static str,
    spoken: &'static [&'static str],
}

const RULES: &[Rule] = &[
    rule("crossterm", &["tui/"]),
    rule("widgets", &["tui/"]),
    rule("ratatui", &["tui/", "report/svg.rs"]),
    rule("signal_hook", &["tui/"]),
    // Keys are data too: one file of the screen reads them.
    rule("toml", &["file/", "tui/keymap.rs"]),
    // Base maps are read straight into shapes, citations written straight from what they are.
    rule(
        "serde",
        &[
            "config/",
            "file/",
            "geo/",
            "report/",
            "tui/keymap.rs",
            "tui/state.rs",
        ],
    ),
    rule("annotate_snippets", &["file/"]),
    rule("geojson", &["geo/"]),
    rule(
        "geo",
        &[
            "geo/", "file/", "find/", "scene/", "caption/", "tui/", "report/", "lib.rs",
        ],
    ),
    // The terminal is written to as the file it is.
    rule("fs", &["file/", "tui/terminal.rs"]),
    // Where the clipboard is, the desktop says.
    rule("env", &["cli.rs", "tui/clipboard.rs"]),
    rule("clap", &["args.rs", "main.rs"]),
    // What is sent to a page or a file has no business on the screen, nor the other way round.
    rule("tui", &["tui/", "config/", "args.rs", "cli.rs", "lib.rs"]),
];

const fn rule(word: &'static str, spoken: &'static [&'static str]) -> Rule {
    Rule { word, spoken }
}

/// What a file may not say, each as `path: word`.
fn breaches(path: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let words = words(&code);
    let rules = RULES.iter().filter(|rule| {
        words.contains(&rule.word) && !rule.spoken.iter().any(|allowed| path.starts_with(allowed))
    });
    let mut breaches: Vec<String> = rules.map(|rule| format!("{path}: {}", rule.word)).collect();
    let room = ROOMS
        .iter()
        .position(|room| path.starts_with(&format!("{room}/")));
    if let Some(room) = room {
        let below = |name: &&str| ROOMS[room + 1..].contains(name);
        breaches.extend(
            outward(&code)
                .into_iter()
                .filter(below)
                .map(|name| format!("{path}: crate::{name}")),
        );
    }
    breaches
}

/// The code without comments and the contents of strings.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\"'") {
            3
        } else if char == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|char| {
                let ends = char == '"' && !escaped;
                escaped = char == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        } else {
            code.push(char);
            rest = &rest[char.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

fn words(code: &str) -> Vec<&str> {
    let parts = code.split(|char: char| !(char.is_alphanumeric() || char == '_'));
    parts.filter(|part| !part.is_empty()).collect()
}

/// The first names of paths that lead out of a module: after `crate::` and after more than one `super::`, alone or in
/// braces.
fn outward(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for start in ["crate::", "super::super::"] {
        for (at, _) in code.match_indices(start) {
            let path = code[at + start.len()..].trim_start_matches("super::");
            match path.strip_prefix('{') {
                None => names.extend(words(path).first()),
                Some(group) => names.extend(firsts(group)),
            }
        }
    }
    names
}

/// The first name of each path in a group, up to its closing brace.
fn firsts(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut names) = (0_i32, 0, Vec::new());
    for (at, char) in group.char_indices() {
        let ends = depth == 0 && matches!(char, ',' | '}');
        if ends {
            names.extend(words(&group[from..at]).first());
            from = at + 1;
        }
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("a folder of sources");
        let paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(&root).expect("below the root");
                let name = below.to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).expect("a source")));
            }
        }
    }
    sources
}

#[test]
fn rooms_know_only_those_above_them() {
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| breaches(path, text))
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_folder_is_a_room_and_every_room_has_its_files() {
    let sources = sources();
    for (path, _) in &sources {
        if let Some((room, _)) = path.split_once('/') {
            assert!(ROOMS.contains(&room), "{path} is in no room");
        }
    }
    for room in ROOMS {
        let own = |(path, _): &&(String, String)| path.starts_with(&format!("{room}/"));
        assert!(sources.iter().any(|source| own(&source)), "{room} is empty");
    }
}

#[test]
fn every_direction_and_every_rule_can_be_broken() {
    for (n, room) in ROOMS.iter().enumerate() {
        for below in &ROOMS[n + 1..] {
            for code in [
                format!("use crate::{below}::Thing;"),
                format!("use crate::{{\n    atlas::{{Atlas, Date}},\n    {below}::Thing,\n}};"),
                format!("fn f() {{ super::super::{below}::thing() }}"),
            ] {
                assert!(
                    !breaches(&format!("{room}/x.rs"), &code).is_empty(),
                    "{code} in {room}"
                );
            }
        }
    }
    for rule in RULES {
        let broken = ROOMS.iter().map(|room| format!("{room}/x.rs"));
        let broken = broken.filter(|path| !rule.spoken.iter().any(|at| path.starts_with(at)));
        for path in broken {
            let code = format!("use {}::thing;", rule.word);
            assert!(!breaches(&path, &code).is_empty(), "{code} in {path}");
            assert!(breaches(&path, &format!("// {code}\n")).is_empty());
            assert!(breaches(&path, &format!("const X: &str = \"{code}\";")).is_empty());
        }
    }
}

#[test]
fn a_room_may_know_those_above_it() {
    let code =
        "use crate::{atlas::Atlas, geo::Map};\nconst URL: &str = \"https://x/\\\"\"; // crate::tui";
    assert_eq!(breaches("scene/x.rs", code), [""; 0]);
}

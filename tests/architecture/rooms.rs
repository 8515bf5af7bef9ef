//! The rooms of the house: each knows only those above it in the table of `src/lib.rs`, and some crates are used in some
//! rooms alone.
//!
//! A direction that nothing checks decays. Where this fails, move what is used to a room that may use it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    ItemMod, ItemUse, Macro, Meta, UseTree,
    visit::{self, Visit},
};

/// A crate, or a module of one, that is used only in files whose path under `src` starts so.
struct Rule {
    path: &'static str,
    allowed: &'static [&'static str],
}

const RULES: &[Rule] = &[
    rule("crossterm", &["tui/"]),
    rule("ratatui::widgets", &["tui/"]),
    rule("ratatui", &["tui/"]),
    rule("signal_hook", &["tui/"]),
    rule("notify", &["tui/"]),
    // Keys are data too: one file of the screen reads them.
    rule("toml", &["diagnostics/", "file/", "tui/keymap.rs"]),
    // What is prepared is read straight into atlas and shapes, citations are written straight from what they are.
    rule(
        "serde",
        &[
            "article/archive/",
            "atlas/",
            "config/",
            "diagnostics/",
            "file/",
            "geo/",
            "export/",
            "tui/keymap.rs",
            "tui/mode_name.rs",
        ],
    ),
    rule("annotate_snippets", &["diagnostics/"]),
    rule("geojson", &["geo/"]),
    rule("quick_xml", &["geo/"]),
    rule("zip", &["geo/", "article/archive/"]),
    rule("csv", &["file/events/", "export/"]),
    rule(
        "geo",
        &[
            "geo/",
            "file/",
            "import/",
            "names/",
            "scene/",
            "caption/",
            "edit/outline.rs",
            "edit/suggest/places.rs",
            "session/",
            "dialogue/",
            "tui/",
            "export/",
        ],
    ),
    // The terminal is written to as the file it is; tests read what was exported.
    rule(
        "std::fs",
        &[
            "diagnostics/",
            "file/",
            "export/save.rs",
            "tui/terminal.rs",
            "tui/exporting/tests.rs",
            "dialogue/tests.rs",
        ],
    ),
    // Where the clipboard is, the desktop says.
    rule("std::env", &["bin/", "tui/clipboard.rs"]),
    rule("clap", &["config/", "bin/"]),
];

const fn rule(path: &'static str, allowed: &'static [&'static str]) -> Rule {
    Rule { path, allowed }
}

impl Rule {
    fn allows(&self, file: &str) -> bool {
        self.allowed.iter().any(|start| file.starts_with(start))
    }

    fn covers(&self, path: &[String]) -> bool {
        let parts: Vec<&str> = self.path.split("::").collect();
        path.len() >= parts.len() && path.iter().zip(&parts).all(|(name, part)| name == part)
    }
}

/// The paths that a source names, as if each were written in full.
struct Paths {
    /// The module that is being read, from the root of the crate.
    module: Vec<String>,
    found: Vec<Vec<String>>,
}

impl Paths {
    /// Every path in the source of a file; `file` is its place under `src`.
    fn of(file: &str, text: &str) -> Vec<Vec<String>> {
        let module = file.trim_end_matches(".rs").trim_end_matches("/mod");
        let mut paths = Self {
            module: module.split('/').map(str::to_owned).collect(),
            found: Vec::new(),
        };
        let source = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        paths.visit_file(&source);
        paths.found
    }

    /// Notes a path; `super` and `self` are taken from the module that is being read.
    fn note(&mut self, path: &[String]) {
        let Some(first) = path.first() else {
            return;
        };
        let mut full = match first.as_str() {
            "self" | "super" => std::iter::once("crate".to_owned())
                .chain(self.module.iter().cloned())
                .collect(),
            _ => Vec::new(),
        };
        for name in path {
            match name.as_str() {
                "self" => {}
                "super" => {
                    full.pop();
                }
                _ => full.push(name.clone()),
            }
        }
        self.found.push(full);
    }

    /// Notes the paths of an import, each from its first name to its last.
    fn note_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.note_tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.note(&with(&name.ident)),
            UseTree::Rename(rename) => self.note(&with(&rename.ident)),
            UseTree::Glob(_) => self.note(before),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(before, tree);
                }
            }
        }
    }

    /// Notes what stands in a macro as names with `::` between them.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons) = (Vec::new(), 0);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.note_long(&path);
                        path.clear();
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                token => {
                    if let TokenTree::Group(group) = token {
                        self.note_tokens(group.stream());
                    }
                    self.note_long(&path);
                    path.clear();
                    colons = 0;
                }
            }
        }
        self.note_long(&path);
    }

    /// Notes a path of more than one name: a name on its own may be a variable.
    fn note_long(&mut self, path: &[String]) {
        if path.len() > 1 {
            self.note(path);
        }
    }
}

impl Visit<'_> for Paths {
    fn visit_item_mod(&mut self, module: &ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, import: &ItemUse) {
        self.note_tree(&[], &import.tree);
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.note_long(&names.collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &Macro) {
        self.note_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_meta(&mut self, meta: &Meta) {
        if let Meta::List(list) = meta {
            self.note_tokens(list.tokens.clone());
        }
        visit::visit_meta(self, meta);
    }
}

/// The rooms of a table in the documentation of the crate, from top to bottom.
fn rooms(lib: &str) -> Vec<String> {
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! | [`"));
    let names = rows.filter_map(|row| row.split('`').next());
    names
        .map(|name| name.trim_start_matches("mod@").to_owned())
        .collect()
}

fn lib() -> String {
    fs::read_to_string(root().join("lib.rs")).expect("the root of the crate")
}

/// Lists what a file names and may not, each as `file: path`.
fn breaches(rooms: &[String], file: &str, text: &str) -> Vec<String> {
    let own = file.split('/').next().unwrap_or_default();
    let below = match rooms.iter().position(|room| room == own) {
        Some(room) => &rooms[room + 1..],
        None => &[],
    };
    let is_below =
        |path: &[String]| path[0] == "crate" && path.len() > 1 && below.contains(&path[1]);
    let is_ruled_out = |path: &[String]| {
        let mut rules = RULES.iter().filter(|rule| rule.covers(path));
        rules.any(|rule| !rule.allows(file))
    };
    let paths = Paths::of(file, text).into_iter();
    paths
        .filter(|path| is_below(path) || is_ruled_out(path))
        .map(|path| format!("{file}: {}", path.join("::")))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<(String, String)> {
    let mut folders = vec![root()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("a folder of sources");
        let paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(root()).expect("below the root");
                let name = below.to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).expect("a source")));
            }
        }
    }
    sources
}

#[test]
fn rooms_know_only_those_above_them() {
    let rooms = rooms(&lib());
    let breaches: Vec<String> = sources()
        .iter()
        .flat_map(|(file, text)| breaches(&rooms, file, text))
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_table_has_every_folder_and_no_other() {
    let mut rooms = rooms(&lib());
    let sources = sources();
    let folders = sources.iter().filter_map(|(file, _)| file.split_once('/'));
    let folders = folders.map(|(folder, _)| folder);
    // The program is none of the library's rooms.
    let mut folders: Vec<&str> = folders.filter(|&folder| folder != "bin").collect();
    folders.sort_unstable();
    folders.dedup();
    rooms.sort_unstable();
    assert_eq!(rooms, folders);
}

/// The rooms of the tests below.
fn three_rooms() -> Vec<String> {
    let rooms = rooms(
        "//! | [`low`] | a job |\n//! | [`mod@middle`] | a job |\n//! | [`high`] | a job |\n",
    );
    assert_eq!(rooms, ["low", "middle", "high"]);
    rooms
}

#[test]
fn a_room_that_names_one_below_it_is_found() {
    for code in [
        "use crate::high::Thing;",
        "use crate::{\n    low::{Atlas, Date},\n    high::Thing,\n};",
        "use crate::high as friend;",
        "use crate::high::*;",
        "use super::super::high;",
        "fn f() { super::super::high::thing() }",
        "fn f(thing: &crate::high::Thing) {}",
        "fn f() { assert!(crate::high::thing(), \"\") }",
        "fn f() { vec![(1, [crate::high::thing()])]; }",
        "mod tests { use super::super::super::high::Thing; }",
        "mod tests { fn f() { let _: Vec<crate::high::Thing>; } }",
        "#[derive(crate::high::Thing)] struct S;",
        "impl crate::high::Thing for S {}",
        "pub(in crate::high) struct S;",
    ] {
        let found = breaches(&three_rooms(), "middle/x.rs", code);
        assert!(!found.is_empty(), "{code}");
        assert!(
            found[0].starts_with("middle/x.rs: crate::high"),
            "{found:?}"
        );
        assert_eq!(
            breaches(&three_rooms(), "high/x.rs", code),
            [""; 0],
            "{code}"
        );
        // Beside the rooms stands the program, which knows all of them.
        let found = breaches(&three_rooms(), "main.rs", &code.replace("super", "self"));
        assert_eq!(found, [""; 0], "{code}");
    }
}

#[test]
fn every_rule_can_be_broken() {
    for rule in RULES {
        for code in [
            format!("use {}::thing;", rule.path),
            format!("use {};", rule.path),
            format!("fn f() {{ ::{}::thing() }}", rule.path),
            format!("fn f() {{ format!(\"\", {}::thing()) }}", rule.path),
        ] {
            let found = breaches(&three_rooms(), "low/x.rs", &code);
            assert_eq!(found.len(), 1, "{code}: {found:?}");
            for start in rule.allowed {
                let folder = start.strip_suffix('/');
                let file = folder.map_or_else(|| (*start).to_owned(), |it| format!("{it}/x.rs"));
                assert_eq!(breaches(&three_rooms(), &file, &code), [""; 0], "{file}");
            }
        }
    }
}

#[test]
fn every_direction_of_the_table_can_be_broken() {
    let rooms = rooms(&lib());
    assert!(rooms.len() > 5);
    for (n, room) in rooms.iter().enumerate() {
        for (m, other) in rooms.iter().enumerate() {
            let code = format!("use crate::{other}::Thing;");
            let found = breaches(&rooms, &format!("{room}/x.rs"), &code);
            assert_eq!(found.is_empty(), m <= n, "{code} in {room}");
        }
    }
}

#[test]
fn what_only_looks_like_a_breach_is_none() {
    for code in [
        "use crate::{low::Atlas, middle::Map};",
        "use super::high;",
        "use self::high::Thing;",
        "mod tests { use super::super::high::Thing; }",
        "// use crate::high::Thing;\n/* crate::high */",
        "/// See [`crate::high::Thing`].\nstruct S;",
        "const URL: &str = \"https://x/\\\"crate::high\";",
        "const RAW: &str = r#\"\"crate::high::thing()\"#;",
        "const MARK: char = '\"'; fn f(toml: u8) -> u8 { toml }",
        "fn f(serde: u8) { println!(\"{}\", serde) }",
    ] {
        assert_eq!(
            breaches(&three_rooms(), "middle/x.rs", code),
            [""; 0],
            "{code}"
        );
    }
}

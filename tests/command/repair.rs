//! The repair that is offered for a misquotation mends it.

use std::{fs, path::Path, process};

use proptest::prelude::*;
use whoholds::{
    diagnostics::{Code, Style},
    file::{self, Document, RegionFile},
};

const SHIPPED: &str = include_str!("../../regions.toml");

fn load(text: &str) -> Document {
    file::load(&RegionFile::builtin().with_bytes(text)).expect("no problem but in a quotation")
}

/// The shipped file with one word of its nth quotation changed or left out, and the line that this is in.
fn misquoted(nth: usize, word: usize, instead: &str) -> (String, usize) {
    let quotes: Vec<usize> = SHIPPED
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("quote = \""))
        .map(|(n, _)| n)
        .collect();
    let at = quotes[nth % quotes.len()];
    let mut lines: Vec<String> = SHIPPED.lines().map(str::to_owned).collect();
    let quote = lines[at]["quote = \"".len()..].trim_end_matches('"');
    let mut words: Vec<&str> = quote.split(' ').collect();
    let word = word % words.len();
    words[word] = instead;
    lines[at] = format!("quote = \"{}\"", words.join(" "));
    (lines.join("\n"), at)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_line_that_is_offered_proves(nth: usize, word: usize, instead in "|zyx|the \\\\\"old\\\\\"|\\\\\\\\") {
        let (text, at) = misquoted(nth, word, &instead);
        let unproved = load(&text).unproved;
        for problem in unproved.problems.iter().filter(|problem| problem.code == Code::QuoteAltered) {
            prop_assert_eq!(unproved.position(problem).0, at + 1);
            let repair = problem.repair.as_ref().expect("a repair").to_string();
            let mut lines: Vec<&str> = text.lines().collect();
            lines[at] = &repair;
            let mended = load(&lines.join("\n")).unproved;
            prop_assert!(mended.problems.is_empty(), "{repair}: {:?}", mended.problems);
        }
    }
}

#[test]
fn the_words_that_are_offered_tell_twins_apart() {
    let mut offered = 0;
    for twin in [
        "military role",
        "seeks to",
        "that Moscow",
        "the country",
        "from Qamishli",
        "Russia … Qamishli",
    ] {
        let claim = format!(
            "{SHIPPED}\n[[claim]]\nabout = [\"map\"]\nsays = \"context\"\nsource = \"kremlin-talks\"\nquote = \"{twin}\"\n"
        );
        let unproved = load(&claim).unproved;
        let [problem] = unproved.problems.as_slice() else {
            panic!("{twin}: {:?}", unproved.problems)
        };
        assert_eq!(problem.code, Code::QuoteAmbiguous);
        let help = problem.help.as_deref().expect("a way out");
        let lines: Vec<&str> = help.split('`').skip(1).step_by(2).collect();
        if lines.is_empty() {
            continue;
        }
        offered += 1;
        let mended = load(&format!("{claim}{}\n", lines.join("\n"))).unproved;
        assert!(mended.problems.is_empty(), "{help}: {:?}", mended.problems);
    }
    assert!(offered >= 5);
}

#[test]
fn no_repair_is_invisible() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("repair-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder is made");
    let held = "The of\u{ad}\u{fb01}cers\u{200b} hold it now.\u{2060} They hold\u{200e} it now.";
    fs::write(folder.join("held.txt"), held).expect("a text is written");
    let claims = ["The officers held it now", "hold it now"].map(|quote| {
        format!("[[claim]]\nabout = [\"map\"]\nsays = \"context\"\nsource = \"held\"\nquote = \"{quote}\"\n")
    });
    let map = format!(
        "format = 1\ntitle = \"A map\"\nbasemap = \"syria\"\nas_of = 2026-01-28\n\
         [[source]]\nid = \"held\"\ntitle = \"Held\"\ntext = \"held.txt\"\n{}",
        claims.concat()
    );
    fs::write(folder.join("regions.toml"), &map).expect("a map is written");
    let file = RegionFile::open(&folder.join("regions.toml")).expect("a map");
    let unproved = file::load(&file).expect("a map").unproved;
    let told: Vec<_> = unproved
        .problems
        .iter()
        .map(|problem| {
            problem
                .repair
                .as_ref()
                .map(ToString::to_string)
                .or(problem.help.clone())
        })
        .collect();
    assert_eq!(
        told,
        [
            Some("quote = \"The of\u{fb01}cers hold it now\"".to_owned()),
            Some("¶1: quote more of them, or write `before = \"The of\u{fb01}cers\"` to mean the first".to_owned()),
        ]
    );
}

#[test]
fn the_words_that_differ_are_named_and_the_line_is_ready_to_paste() {
    let text = SHIPPED.replace("forces hold the northeast", "forces held the northeast");
    let printed = load(&text).unproved.render(Style {
        colour: false,
        width: 100,
    });
    assert!(
        printed.contains("= help: the source (¶5) has “hold”, not “held”\n"),
        "{printed}"
    );
    let line = "= write: quote = \"Kurdish-led forces hold the northeast\"\n";
    assert!(printed.contains(line), "{printed}");
}

//! The repair that is offered for a misquotation mends it.

#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use whoholds::file::{self, Code, Document, RegionFile, Style};

const SHIPPED: &str = include_str!("../regions.toml");

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
            let repair = problem.repair.as_deref().expect("a repair");
            let mut lines: Vec<&str> = text.lines().collect();
            lines[at] = repair;
            let mended = load(&lines.join("\n")).unproved;
            prop_assert!(mended.problems.is_empty(), "{repair}: {:?}", mended.problems);
        }
    }
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

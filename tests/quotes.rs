//! What a region file promises: that its quotations are the words of their sources, to the letter.

#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use std::sync::LazyLock;

use proptest::prelude::*;

use whoholds::{
    atlas::{Atlas, Quotation, quote::Text},
    file::{self, Code, RegionFile, Style},
};

static SHIPPED: LazyLock<Atlas> = LazyLock::new(|| {
    file::load(&RegionFile::builtin())
        .expect("the built-in map has no problems")
        .atlas
});

/// The shipped quotations of held texts, each with its text.
fn quotations() -> Vec<(&'static Quotation, &'static Text)> {
    let atlas = &*SHIPPED;
    let quoted = atlas
        .claims
        .iter()
        .filter_map(|claim| Some((claim.quote.as_ref()?, claim.source?)));
    quoted
        .filter_map(|(quote, source)| Some((quote, atlas[source].text.as_ref()?)))
        .collect()
}

fn prove(text: &Text, quote: &Quotation, exact: &str) -> bool {
    text.prove(exact, quote.prefix.as_deref(), quote.suffix.as_deref())
        .proves()
}

#[test]
fn every_shipped_quotation_is_proved() {
    assert!(!quotations().is_empty());
    for (quote, text) in quotations() {
        assert!(
            quote.proof.proves() && prove(text, quote, &quote.exact),
            "{}",
            quote.exact
        );
    }
}

/// What stands before a letter of a quotation, the letter, and what stands after it.
fn split_at_letter(exact: &str, at: usize) -> (&str, char, &str) {
    let letters: Vec<(usize, char)> = exact
        .char_indices()
        .filter(|(_, char)| char.is_alphanumeric())
        .collect();
    let (place, letter) = letters[at % letters.len()];
    (&exact[..place], letter, &exact[place + letter.len_utf8()..])
}

proptest! {
    /// One letter changed, dropped or put in, at any place of any quotation.
    #[test]
    fn a_quotation_is_proved_to_the_letter(which: usize, at: usize, letter in "[a-zA-Z]|[\\p{L}\\p{N}]") {
        let (quote, text) = quotations()[which % quotations().len()];
        let (before, old, after) = split_at_letter(&quote.exact, at);
        let changed = format!("{before}{letter}{after}");
        prop_assert!(letter.starts_with(old) || !prove(text, quote, &changed), "{}", changed);
        for altered in [format!("{before}{after}"), format!("{before}{letter}{old}{after}")] {
            prop_assert!(!prove(text, quote, &altered), "{}", altered);
        }
    }

    /// A word of a quotation that is left out without an ellipsis.
    #[test]
    fn no_word_can_be_left_out(which: usize, at: usize) {
        let (quote, text) = quotations()[which % quotations().len()];
        let mut words: Vec<&str> = quote.exact.split_whitespace().collect();
        prop_assume!(words.len() > 2);
        words.remove(1 + at % (words.len() - 2));
        prop_assert!(!prove(text, quote, &words.join(" ")));
    }

    /// Whatever stands in a file, there is a map or there are problems, and they can be printed.
    #[test]
    fn any_text_is_answered(text in "\\PC*") {
        answer(text.into_bytes());
    }

    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        answer(bytes);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// The built-in file with some of its bytes cut out and others put in.
    #[test]
    fn any_change_to_a_region_file_is_answered(
        start in 0..REGIONS.len(),
        length in 0..400_usize,
        put in prop_oneof![
            Just(String::new()),
            "[\\[\\]{}=\"',.\\n#0-9a-z-]{0,12}",
            "\\PC{0,8}",
            Just("nan".to_owned()),
            Just("[[claim]]\n".to_owned()),
            Just("\"\"\"".to_owned()),
            Just("\u{202e}\u{7}".to_owned()),
        ],
    ) {
        let end = (start + length).min(REGIONS.len());
        answer([&REGIONS.as_bytes()[..start], put.as_bytes(), &REGIONS.as_bytes()[end..]].concat());
    }
}

const REGIONS: &str = include_str!("../regions.toml");

/// Loads a file in place of the built-in one, and prints what is wrong with it.
fn answer(bytes: Vec<u8>) {
    let report = match file::load(&RegionFile::builtin().with_bytes(bytes)) {
        Ok(document) => document.unproved,
        Err(report) => {
            assert!(!report.problems.is_empty());
            report
        }
    };
    for problem in &report.problems {
        let (line, column) = report.position(problem);
        assert!(line > 0 && column > 0);
        assert!(problem.code == Code::Syntax || !problem.message.ends_with('.'));
    }
    let printed = report.render(Style {
        colour: false,
        width: 80,
    });
    assert!(!printed.contains(|char: char| char.is_control() && char != '\n'));
}

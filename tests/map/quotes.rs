//! The promise of a region file: that its quotations are the words of their sources, to the letter.

use std::sync::LazyLock;

use proptest::prelude::*;

use whoholds::{
    atlas::{
        Atlas, Quotation,
        quote::{Kind, Paragraph, Proof, Text, Wanted, visible},
    },
    diagnostics::{Code, Style},
    file::{self, RegionFile},
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
    let wanted = Wanted {
        exact,
        ..quote.wanted()
    };
    text.look_up(wanted).proves()
}

#[test]
fn every_shipped_quotation_is_found() {
    assert!(!quotations().is_empty());
    for (quote, text) in quotations() {
        assert!(
            quote.proof.proves() && prove(text, quote, &quote.exact),
            "{}",
            quote.exact
        );
    }
}

fn text(raw: &str) -> Text {
    Text::new(raw.to_owned(), 0)
}

fn found(raw: &str, quote: &str) -> bool {
    text(raw).prove(quote).proves()
}

#[test]
fn a_quotation_lies_in_one_paragraph_unless_it_says_otherwise() {
    let raw =
        "Aid reaches the north\nForces hold the south.\n\nThey left the east.\nNothing is known.";
    let held = Text::new(raw.to_owned(), 1);
    let look_up = |exact, across_paragraphs| {
        held.prove(Wanted {
            across_paragraphs,
            ..Wanted::from(exact)
        })
    };
    for glued in [
        "the south. They left",
        "Forces hold … left the east",
        "the east. Nothing",
    ] {
        assert!(look_up(glued, false).fails(), "{glued}");
        let across = look_up(glued, true);
        let passage = across.passage().expect("a passage");
        assert!(passage.is_across_paragraphs());
        assert!(passage.paragraph < passage.until);
    }
    let passage = look_up("the south. They left", true);
    assert_eq!(passage.passage().expect("a passage").place(), "¶1–¶2");
    for glued in ["the north Forces hold", "Aid … hold the south"] {
        assert!(look_up(glued, false).fails() && look_up(glued, true).fails());
    }
    let within = look_up("hold the south", true);
    assert!(!within.passage().expect("a passage").is_across_paragraphs());
    assert_eq!(
        within.passage().map(|it| it.paragraph),
        Some(Paragraph::Body(1))
    );
}

#[test]
fn no_part_of_a_word_or_a_number_is_quoted() {
    for (raw, part) in [
        ("The non-state actors hold it.", "state actors"),
        ("The non\u{2011}state actors hold it.", "state actors"),
        ("A north–south road is cut.", "south road"),
        ("It fell by −5 points.", "5 points"),
        ("It fell by -5 points.", "5 points"),
        ("Some 5,000 men left.", "000 men"),
        ("Some 5 000 men left.", "000 men"),
        ("Some 5\u{202f}000 men left.", "000 men"),
        ("It rose by 3.5 per cent.", "5 per cent"),
        ("It rose by .5 per cent.", "5 per cent"),
        ("They paid $5 each week.", "5 each"),
        ("They paid US$5 each.", "$5 each"),
        ("Support fell to 5%.", "fell to 5"),
        ("Some 10–15 men left.", "15 men"),
        ("Some 10–15 men left.", "Some 10"),
        ("At 10:30 men left.", "30 men"),
        ("The town’s mayor left.", "The town’"),
        ("The town’s mayor left.", "The town"),
        ("They beat the Kurds’ ally.", "They beat the Kurds"),
        ("They don’t hold the town.", "t hold the town"),
        ("Others hold the town.", "hers hold the town"),
    ] {
        assert!(!found(raw, part), "“{part}” in “{raw}”");
    }
    for (raw, whole) in [
        ("The war—state actors hold it.", "state actors"),
        ("It fell by −5 points.", "−5 points"),
        ("It fell by −5 points.", "-5 points"),
        ("In 2025 300 men left.", "300 men"),
        ("They called it ‘the towns’ then.", "called it ‘the towns"),
        ("The town’s mayor left.", "The town's mayor"),
    ] {
        assert!(found(raw, whole), "“{whole}” in “{raw}”");
    }
}

#[test]
fn words_beside_a_quotation_are_whole_words_of_its_paragraph_right_beside_it() {
    let held = text("Others hold it now. They hold it now.\nSoon they hold it now.");
    let prove = |before| {
        held.prove(Wanted {
            before: Some(before),
            ..Wanted::from("hold it now")
        })
    };
    assert!(prove("Others").proves() && prove("it now. They").proves());
    for before in ["hers", "thers", "Soon", "now. Soon they", ".", "\u{200b}"] {
        assert!(!prove(before).proves(), "{before}");
    }
}

#[test]
fn punctuation_alone_is_never_found() {
    for mark in [
        ".",
        "—",
        "“",
        "…",
        "[…]",
        ". … .",
        "hold it … . … now",
        "\u{200b}",
    ] {
        assert!(!found("They — “all” — hold it. So … now.", mark), "{mark}");
    }
}

#[test]
fn gap_marks_are_alike_and_a_literal_one_is_text() {
    for mark in ["…", "...", "[…]", "[...]", "(…)", "(...)"] {
        let quote = format!("Forces {mark} hold the north");
        assert!(
            found("Forces of two towns hold the north.", &quote),
            "{mark}"
        );
    }
    let raw = "He said … nothing. Later he said a lot, or nothing.";
    assert!(
        matches!(text(raw).prove("said … nothing"), Proof::Exact(passage) if passage.ranges.len() == 1)
    );
}

#[test]
fn every_way_to_place_the_pieces_counts() {
    // The nearest “hold” belongs to others.
    let raw = "Forces say they hold talks and hold the north.";
    assert!(found(raw, "Forces … hold the north"));
    assert!(
        matches!(text(raw).prove("Forces … hold"), Proof::Ambiguous(places) if places.len() == 2)
    );
    let twins = text("Forces came. Forces hold the north.");
    let nearest = Wanted {
        before: Some("came."),
        ..Wanted::from("Forces … the north")
    };
    assert!(matches!(twins.prove(nearest.exact), Proof::Ambiguous(_)));
    assert!(twins.prove(nearest).proves());
}

#[test]
fn what_cannot_be_seen_prevents_no_match() {
    let raw = "\u{feff}The of\u{ad}\u{fb01}cers hold\u{200b} the\u{2060} \u{200f}north\u{200e}ern \u{fb02}ank.";
    for quote in [
        "The officers hold the northern flank",
        "officers hold",
        "of\u{fb01}cers hold the\u{ad} northern",
    ] {
        assert!(found(raw, quote), "{quote}");
    }
    let Proof::Altered { words, .. } = text(raw).prove("The officers held the northern flank")
    else {
        panic!("a repair");
    };
    assert_eq!(words, visible(&words));
    assert!(found(raw, &words), "{words}");
}

#[test]
fn a_repair_takes_in_whole_words_and_every_piece() {
    let repaired = |raw, quote| match text(raw).prove(quote) {
        Proof::Altered { words, .. } => words,
        other => panic!("{quote}: {other:?}"),
    };
    assert_eq!(
        repaired("The non-state actors hold it.", "state actors hold it"),
        "non-state actors hold it"
    );
    assert_eq!(
        repaired("Support fell to −5% of all.", "fell to 5"),
        "fell to −5%"
    );
    assert_eq!(
        repaired(
            "Forces of two towns and a village by the river hold the north.",
            "Forces of two towns … held the north"
        ),
        "Forces of two towns … hold the north"
    );
}

#[test]
fn a_quotation_stands_in_its_sentence() {
    let raw = "They met. The U.S. said Gen. Aye’s forces do not, whatever their spokesman says, hold the north! he \
               wrote. It rained.\nNo more.";
    let shown = |raw: &str, quote: &str| {
        let held = text(raw);
        let proof = held.prove(Wanted {
            across_paragraphs: true,
            ..Wanted::from(quote)
        });
        let parts = held.in_sentence(proof.passage().expect("a passage"), "en");
        let marked = parts.into_iter().map(|part| {
            let words = &held.raw()[part.range];
            match part.kind {
                Kind::Quoted => format!("“{words}”"),
                Kind::Around => words.to_owned(),
                Kind::Gap => format!("<{words}>"),
            }
        });
        marked.collect::<String>()
    };
    assert_eq!(
        shown(raw, "Aye’s forces … hold the north").trim(),
        "The U.S. said Gen. “Aye’s forces”< do not, whatever their spokesman says, >“hold the north”! he wrote."
    );
    assert_eq!(shown(raw, "They met").trim(), "“They met”.");
    assert_eq!(shown(raw, "It rained. No more"), "“It rained.\nNo more”.");
    assert_eq!(shown(raw, "met … It rained").matches("wrote").count(), 1);
}

/// Words of several kinds, and what stands between them.
fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "non-state",
        "Kurds’",
        "town’s",
        "−5",
        "3.5",
        "5,000",
        "$5",
        "5%",
        "10–15",
        "U.S.",
        "north",
        "of\u{fb01}ce",
        "so\u{ad}on",
        "حلب",
        "x\u{302}y",
        "北京",
    ]);
    let space = prop::sample::select(vec![" ", " — ", ", ", ". ", " “", "” ", "\u{a0}", "\n"]);
    prop::collection::vec((word, space), 2..20).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, space)| [word, space])
            .collect()
    })
}

/// Splits a quotation into what stands before a letter, the letter, and what stands after it.
fn split_at_letter(exact: &str, at: usize) -> (&str, char, &str) {
    let letters: Vec<(usize, char)> = exact
        .char_indices()
        .filter(|(_, char)| char.is_alphanumeric())
        .collect();
    let (place, letter) = letters[at % letters.len()];
    (&exact[..place], letter, &exact[place + letter.len_utf8()..])
}

proptest! {
    /// A stretch cut from a text between white space, with a word in it, is found there, if not always only there.
    #[test]
    fn whole_words_are_found(raw in prose(), from: usize, count in 1..6_usize) {
        let held = text(&raw);
        let line = raw.lines().nth(from % raw.lines().count()).unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().collect();
        prop_assume!(!words.is_empty());
        let start = from % words.len();
        let quote = words[start..(start + count).min(words.len())].join(" ");
        prop_assume!(quote.contains(char::is_alphanumeric));
        let proof = held.look_up(quote.as_str());
        prop_assert!(proof != Proof::Missing, "{quote:?} in {raw:?}");
    }

    /// A piece that is cut from a text inside a word is not found there, unless it stands elsewhere.
    #[test]
    fn parts_of_words_are_not_found(before in "[a-z]{1,4}", after in "[b-z]{1,4} [a-z]{3}", joint in "|-|–|’|\u{2011}") {
        let raw = format!("Xa{before}{joint}{after}. X");
        prop_assert!(!found(&raw, &after), "{after:?} in {raw:?}");
    }

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

    /// A file with anything in it is a map or has problems, and they can be printed.
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

const REGIONS: &str = include_str!("../../regions.toml");

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

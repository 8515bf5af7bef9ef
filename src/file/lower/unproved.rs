//! Problems with quotations that are not found in the held text, and their repair.

use crate::{
    atlas::{
        Quotation,
        quote::{Paragraph, Passage, Proof, Text, Wanted, difference},
    },
    diagnostics::{Code, Problem, Repair, Span},
};

use super::super::write;

/// At most so many of the paragraphs that an ambiguous quotation stands in are named.
const NAMED: usize = 5;

pub fn unproved(quote: &Quotation, held: &Text, at: &Span) -> Option<Problem> {
    let wanted = quote.wanted();
    let problem = match &quote.proof {
        Proof::Exact(_) | Proof::Normalised(_) | Proof::NoText => return None,
        Proof::Ambiguous(places) => ambiguous(wanted, places, held, at),
        Proof::TooShort => too_short(at),
        Proof::Altered { .. } | Proof::Missing => {
            misplaced(wanted, held, at).unwrap_or_else(|| {
                if let Proof::Altered { words, paragraph } = &quote.proof {
                    altered(wanted, words, *paragraph, held, at)
                } else {
                    Problem::new(Code::QuoteMissing, at, "these words are not in the source")
                        .help("quote the source word for word, or name the source that says it")
                }
            })
        }
    };
    Some(problem)
}

/// Tells what keeps words that are in the source from being where the quotation says they are.
fn misplaced(wanted: Wanted, held: &Text, at: &Span) -> Option<Problem> {
    let stands = |wanted| held.look_up(wanted) != Proof::Missing;
    let across = Wanted {
        across_paragraphs: true,
        ..wanted
    };
    if stands(across) {
        let message = "these words run from one paragraph of the source into the next";
        return Some(Problem::new(Code::QuoteMissing, at, message).help(
            "quote one paragraph, or add `across_paragraphs = true`, which readers are told",
        ));
    }
    let alone = Wanted {
        before: None,
        after: None,
        ..wanted
    };
    stands(alone).then(|| {
        let message = "these words are in the source, but not between `before` and `after`";
        Problem::new(Code::QuoteMissing, at, message)
            .help("give the words right beside the quotation")
    })
}

fn too_short(at: &Span) -> Problem {
    let help = "quote two words or more, or add `allow = [\"quote-short\"]` and an `allow_reason`";
    Problem::new(Code::QuoteShort, at, "one word is no quotation").help(help)
}

fn altered(wanted: Wanted, words: &str, paragraph: Paragraph, held: &Text, at: &Span) -> Problem {
    let difference = difference(words, wanted.exact);
    let is_placed = wanted.before.is_some() || wanted.after.is_some();
    let is_open = difference == ("", "") && !is_placed && held.has_twins(words);
    let parted = match difference {
        ("", "") if is_open => "the source has these words with other signs, in several places: \
             quote one of them"
            .to_owned(),
        ("", "") => format!("the source ({paragraph}) has these words with other signs"),
        (theirs, "") => format!("the source ({paragraph}) also has “{theirs}”"),
        ("", ours) => format!("the source ({paragraph}) has no “{ours}” there"),
        (theirs, ours) => format!("the source ({paragraph}) has “{theirs}”, not “{ours}”"),
    };
    let message = "these are not the words of the source";
    let problem = Problem::new(Code::QuoteAltered, at, message).help(parted);
    let repaired = Wanted {
        exact: words,
        ..wanted
    };
    if !is_open && held.look_up(repaired).proves() {
        problem.repair(Repair {
            key: "quote",
            written: write::string(words),
            text: words.to_owned(),
        })
    } else {
        problem
    }
}

fn ambiguous(wanted: Wanted, places: &[Passage], held: &Text, at: &Span) -> Problem {
    let message = "these words stand in several places of the source";
    let mut paragraphs: Vec<_> = places.iter().map(Passage::place).collect();
    paragraphs.dedup();
    let more = if paragraphs.len() > NAMED {
        ", …"
    } else {
        ""
    };
    paragraphs.truncate(NAMED);
    let paragraphs = paragraphs.join(", ") + more;
    let beside = places.first().and_then(|first| held.beside(wanted, first));
    let way_out = beside.map_or("quote more of them".to_owned(), |beside| {
        let given = [
            ("before", beside.before, wanted.before),
            ("after", beside.after, wanted.after),
        ];
        let lines = given.into_iter().filter_map(|(key, words, given)| {
            let words = words.filter(|words| Some(words.as_str()) != given)?;
            Some(format!("`{key} = {}`", write::string(&words)))
        });
        let lines = lines.collect::<Vec<_>>().join(" and ");
        format!("quote more of them, or write {lines} to mean the first")
    });
    Problem::new(Code::QuoteAmbiguous, at, message).help(format!("{paragraphs}: {way_out}"))
}

//! What is wrong with a quotation that the held text doesn't prove, and its repair.

use crate::atlas::{
    Quotation,
    quote::{Paragraph, Proof, Text, difference},
};

use super::super::{
    Code,
    problem::{Problem, Span},
    write,
};

/// At most so many of the paragraphs that an ambiguous quotation stands in are named.
const NAMED: usize = 5;

pub fn unproved(quote: &Quotation, held: &Text, at: &Span) -> Option<Problem> {
    match &quote.proof {
        Proof::Exact(_) | Proof::Normalised(_) | Proof::NoText => None,
        Proof::Altered { .. } | Proof::Missing if is_misplaced(quote, held) => {
            let message = "these words are in the source, but not between `before` and `after`";
            Some(
                Problem::new(Code::QuoteMissing, at, message)
                    .help("give the words right beside the quotation"),
            )
        }
        Proof::Altered { words, paragraph } => Some(altered(&quote.exact, words, *paragraph, at)),
        Proof::Missing => {
            let problem = Problem::new(Code::QuoteMissing, at, "these words are not in the source");
            Some(problem.help("quote the source word for word, or name the source that says it"))
        }
        Proof::Ambiguous(places) => Some(ambiguous(places, at)),
    }
}

fn is_misplaced(quote: &Quotation, held: &Text) -> bool {
    let anywhere = held.prove(&quote.exact, None, None);
    anywhere.proves() || matches!(anywhere, Proof::Ambiguous(_))
}

fn altered(quoted: &str, words: &str, paragraph: Paragraph, at: &Span) -> Problem {
    let help = match difference(words, quoted) {
        ("", "") => format!("the source ({paragraph}) has these words with other signs"),
        (theirs, "") => format!("the source ({paragraph}) also has “{theirs}”"),
        ("", ours) => format!("the source ({paragraph}) has no “{ours}” there"),
        (theirs, ours) => format!("the source ({paragraph}) has “{theirs}”, not “{ours}”"),
    };
    Problem::new(
        Code::QuoteAltered,
        at,
        "these are not the words of the source",
    )
    .help(help)
    .repair(format!("quote = {}", write::string(words)))
}

fn ambiguous(places: &[Paragraph], at: &Span) -> Problem {
    let message = "these words stand in several places of the source";
    let mut paragraphs: Vec<_> = places.iter().map(ToString::to_string).collect();
    paragraphs.dedup();
    let more = if paragraphs.len() > NAMED {
        ", …"
    } else {
        ""
    };
    paragraphs.truncate(NAMED);
    let paragraphs = paragraphs.join(", ") + more;
    let way_out = "quote more of them, or give the words right `before` or `after`";
    Problem::new(Code::QuoteAmbiguous, at, message).help(format!("{paragraphs}: {way_out}"))
}

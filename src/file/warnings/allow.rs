//! Warnings that are meant to be so.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::Warning;
use crate::{
    atlas::{Claim, ClaimId},
    diagnostics::{Code, Located, Problem},
    file::Document,
};

/// The problems of the warnings that are not allowed, and of what is allowed and not there.
pub fn silence(warnings: Vec<Warning>, document: &Document) -> Vec<Problem> {
    let found = warnings.iter();
    let found: HashSet<_> = found
        .map(|warning| (warning.claim, warning.problem.code))
        .collect();
    let needless = needless(document, |claim, code| found.contains(&(claim, code)));
    let is_loud = |warning: &Warning| !is_allowed(warning, document);
    let loud = warnings.into_iter().filter(is_loud);
    loud.map(|warning| warning.problem)
        .chain(needless)
        .collect()
}

fn is_allowed(warning: &Warning, document: &Document) -> bool {
    let spans = &document.spans;
    let allowed = match warning.claim {
        Some(id) => &spans.claims[id.index()].allowed,
        None => &spans.allowed,
    };
    let mut codes = allowed.iter().map(|code| code.value);
    codes.any(|code| code == warning.problem.code)
}

/// Finds what is allowed and not there: judged once every quotation is found, as others can't be judged before.
fn needless(document: &Document, found: impl Fn(Option<ClaimId>, Code) -> bool) -> Vec<Problem> {
    if !document.unproved.problems.is_empty() {
        return Vec::new();
    }
    let of_file = document.spans.allowed.iter();
    let of_file = of_file.filter(|code| !found(None, code.value));
    let claims = document.atlas.claims.iter().zip(&document.spans.claims);
    let of_claims = claims.enumerate().flat_map(|(n, (claim, spans))| {
        let found = &found;
        let is_needless = move |code: &&Located<Code>| {
            !found(Some(ClaimId::at(n)), code.value) && !is_short(claim, code.value)
        };
        spans.allowed.iter().filter(is_needless)
    });
    of_file
        .map(|code| problem(code, "this file"))
        .chain(of_claims.map(|code| problem(code, "this claim")))
        .collect()
}

/// Tells whether the code allows a quotation of one word, and the claim has one.
fn is_short(claim: &Claim, code: Code) -> bool {
    let words = claim
        .quote
        .iter()
        .flat_map(|quote| quote.exact.unicode_words());
    code.key() == "quote-short" && words.count() == 1
}

fn problem(Located { value: code, at }: &Located<Code>, owner: &str) -> Problem {
    let message = format!("{owner} has no `{}` to allow", code.key());
    Problem::new(Code::NeedlessAllow, at, message).help("take it out")
}

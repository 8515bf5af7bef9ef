//! The quotation of a claim, looked up in the text that is held.

use crate::{
    atlas::{
        Quotation,
        quote::{self, Proof, Text},
    },
    diagnostics::{Check, Code, Field, Located, Problem, SHOWN},
    limits::{GAPS, QUOTATION},
};

use super::super::wire;
use super::unproved::unproved;

/// The keys of a claim that make up its quotation.
pub struct Keys {
    pub quote: Field<String>,
    pub before: Field<String>,
    pub after: Field<String>,
    pub across_paragraphs: Field<bool>,
    /// `true` if the file gives a reason for a quotation of one word.
    pub may_be_short: bool,
}

impl Keys {
    /// Takes the keys out of a claim.
    pub fn of(claim: &mut wire::Claim) -> Self {
        Self {
            may_be_short: allows(claim, Code::QuoteShort),
            quote: std::mem::take(&mut claim.quote),
            before: std::mem::take(&mut claim.before),
            after: std::mem::take(&mut claim.after),
            across_paragraphs: std::mem::take(&mut claim.across_paragraphs),
        }
    }
}

/// The quotation, and what is wrong with it where a text is held.
pub fn quotation(keys: Keys, held: Option<&Text>, check: &mut Check) -> Option<Quotation> {
    let at = keys.quote.at().cloned();
    let exact = quoted(keys.quote, check);
    let (prefix, suffix) = (quoted(keys.before, check), quoted(keys.after, check));
    let across = check.take(keys.across_paragraphs);
    let mut quote = Quotation {
        exact: exact?,
        prefix,
        suffix,
        across_paragraphs: across.is_some_and(|across| across.value),
        proof: Proof::NoText,
    };
    let Some(text) = held else { return Some(quote) };
    quote.proof = if quote::is_one_word(&quote.exact) && !keys.may_be_short {
        Proof::TooShort
    } else if check.problems.len() < SHOWN {
        text.prove(quote.wanted())
    } else {
        // Repairs are looked for as long as they are shown.
        text.look_up(quote.wanted())
    };
    check
        .problems
        .extend(unproved(&quote, text, &at.unwrap_or_default()));
    Some(quote)
}

/// Tells whether a claim lets itself off a rule, with a reason.
fn allows(claim: &wire::Claim, code: Code) -> bool {
    let Field::Given { value: codes, .. } = &claim.allow else {
        return false;
    };
    let is_named = |item: &Field<String>| matches!(item, Field::Given { value: Located { value, .. }, .. } if value == code.key());
    codes.value.iter().any(is_named) && !claim.allow_reason.is_absent()
}

/// Words of a source, not too many of them.
fn quoted(words: Field<String>, check: &mut Check) -> Option<String> {
    let at = words.at().cloned()?;
    let words = check.prose(words)?;
    let Some(message) = excess(&words) else {
        return Some(words);
    };
    check.report(
        Problem::new(Code::TooLarge, &at, message).help("quote only the words that say it"),
    );
    None
}

/// Tells why words are too many to be looked up, if they are.
pub fn excess(words: &str) -> Option<String> {
    if words.len() > QUOTATION {
        Some(format!("these words are longer than {QUOTATION} bytes"))
    } else if quote::pieces(words).len() > GAPS + 1 {
        Some(format!(
            "this quotation leaves words out more than {GAPS} times"
        ))
    } else {
        None
    }
}

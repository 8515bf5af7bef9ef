//! Places that are “under government control” or “in the Guard’s hands”: no verb says it, and the holder stands within.

use super::{
    clauses::{Clause, Word},
    who::{ALONE, ARTICLES, Who, is_kind, is_place},
    words::{UNREAL, turns},
};
use crate::names::{Mention, Target};

/// Words that such a phrase begins with.
const WITHIN: &[&str] = &["under", "in"];
/// Words that it ends with.
const HELD: &[&str] = &["control", "hands"];
/// Words for what is over.
const PAST: &[&str] = &["was", "were", "had"];
/// The most words in it for the holder.
const LONGEST: usize = 5;

/// The holder, and the words of the clause before the phrase, which name what is held.
pub fn holder<'a>(clause: &'a Clause, mentions: &[Mention]) -> Option<(Who, &'a [Word])> {
    let words = clause.words.as_slice();
    let is = |list: &[&str], word: &Word| list.contains(&word.plain.as_str());
    let end = words.iter().position(|word| is(HELD, word))?;
    let start = words[..end].iter().rposition(|word| is(WITHIN, word))?;
    let before = &words[..start];
    let is_so =
        !before.iter().any(|word| turns(word) || is(PAST, word)) && !clause.starts_with(UNREAL);
    let named = &words[start + 1..end];
    let articles = named.iter().take_while(|word| is(ARTICLES, word)).count();
    let named = &named[articles..];
    let fits = is_so && (1..=LONGEST).contains(&named.len());
    Some((whose(named, mentions).filter(|_| fits)?, before))
}

/// The actor that some words name, and nothing else.
fn whose(words: &[Word], mentions: &[Mention]) -> Option<Who> {
    let (first, last) = (words.first()?, words.last()?);
    let within = |it: &&Mention| it.at.end > first.at.start && it.at.start < last.at.end;
    let mut named = mentions.iter().filter(within);
    match named.next() {
        Some(mention) if is_place(mention) => None,
        Some(mention) => {
            let possessive = last.plain.ends_with("'s") || last.plain.ends_with('\'');
            let is_all = mention.at.start <= first.at.start
                && (mention.at.end >= last.at.end || possessive && mention.at.end > last.at.start);
            match mention.target {
                Target::Actor(id) if is_all => Some(Who::Known(id)),
                _ => None,
            }
        }
        None => {
            let is_part =
                |word: &Word| !word.plain.contains('\'') && (word.has_capital || is_kind(word));
            let is_name = first.has_capital && words.iter().all(is_part)
                || words.len() == 1 && ALONE.contains(&first.plain.as_str());
            is_name.then_some(Who::New(first.at.start..last.at.end))
        }
    }
}

/// Tells whether a name in the possessive is that of a holder: “the Guard’s control”.
pub fn is_holders(mention: &Mention, sentence: &str) -> bool {
    let rest = sentence[mention.at.end..].trim_start_matches(['\'', '’', 's']);
    let rest = rest.trim_start();
    HELD.iter().any(|word| rest.starts_with(word))
}

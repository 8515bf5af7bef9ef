//! The party whose word a sentence gives: what it says of itself or of others is its claim, not that of the article.

use super::{
    clauses::{Clause, Word},
    who::{ARTICLES, Who, first, helps, is_place, last},
};
use crate::names::Mention;

/// Verbs of those who say something.
const SAYING: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "announced",
    "announces",
    "claims",
    "claimed",
    "confirmed",
    "confirms",
    "declared",
    "declares",
    "insisted",
    "insists",
    "stated",
    "states",
    "told",
    "tells",
];
/// Words for whoever speaks for a party.
const VOICES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "commander",
    "official",
    "officials",
    "leader",
    "statement",
    "ministry",
    "media",
];
/// Words for the party that is spoken of.
const OWN: &[&str] = &["its", "their", "his", "her"];

/// The party that says what a sentence says, or words for it. Residents and officials without a name are none.
pub fn speaker(clauses: &[Clause], mentions: &[Mention]) -> Option<Who> {
    clauses.iter().find_map(|clause| {
        let words = clause.words.as_slice();
        (0..words.len()).find_map(|n| {
            let (before, behind) = (&words[..n], &words[n + 1..]);
            let ahead = |words: &[Word]| own(words).or_else(|| first(words, mentions));
            match words[n].plain.as_str() {
                "according" => ahead(behind.get(1..)?),
                word if !SAYING.contains(&word) => None,
                _ if before.iter().all(helps) => ahead(behind),
                _ => own(before).or_else(|| {
                    let voices = before.iter().rev();
                    // “The Interior Ministry” is a name.
                    let is_voice =
                        |word: &Word| !word.has_capital && VOICES.contains(&word.plain.as_str());
                    let voices = voices.take_while(|word| is_voice(word) || helps(word));
                    let before = &before[..n - voices.count()];
                    let named = last(before, mentions).map(|(who, _)| who);
                    named.or_else(|| capital(before, mentions))
                }),
            }
        })
    })
}

/// “It”, or “its spokesman”: the party that is spoken of, or whoever speaks for it.
fn own(words: &[Word]) -> Option<Who> {
    if let [word] = words
        && ["it", "they"].contains(&word.plain.as_str())
    {
        return Some(Who::New(word.at.clone()));
    }
    let [whose, voice, ..] = words else {
        return None;
    };
    let is_own = OWN.contains(&whose.plain.as_str()) && VOICES.contains(&voice.plain.as_str());
    is_own.then_some(Who::New(whose.at.start..voice.at.end))
}

/// A place that stands for those who govern from there: “Damascus says”.
fn capital(words: &[Word], mentions: &[Mention]) -> Option<Who> {
    let is_article = |word: &&Word| ARTICLES.contains(&word.plain.as_str());
    let start = words.iter().find(|word| !is_article(word))?.at.start;
    let at = start..words.last()?.at.end;
    let is_named = |it: &Mention| is_place(it) && it.at == at;
    mentions.iter().any(is_named).then_some(Who::New(at))
}

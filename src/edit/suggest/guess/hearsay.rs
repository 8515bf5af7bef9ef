//! Those whose word a sentence gives: what they say of themselves or of others is their claim, not that of the article.

use super::{
    clauses::{Clause, Word},
    who::{ARTICLES, Who, first, helps, last},
    words::PASSIVE,
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
    "acknowledged",
    "acknowledges",
    "added",
    "adds",
    "admitted",
    "admits",
    "asserted",
    "asserts",
    "claims",
    "claimed",
    "confirmed",
    "confirms",
    "declared",
    "declares",
    "insisted",
    "insists",
    "report",
    "reported",
    "reports",
    "stated",
    "states",
    "tell",
    "told",
    "tells",
    "warned",
    "warns",
    "wrote",
    "writes",
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

/// The speaker of what a sentence says, or words for them: a party of the map before anybody else.
pub fn speaker(clauses: &[Clause], mentions: &[Mention]) -> Option<Who> {
    let said = clauses.iter().flat_map(|clause| {
        let words = clause.words.as_slice();
        (0..words.len()).filter_map(|n| said_at(words, n, mentions))
    });
    let said: Vec<Who> = said.collect();
    let known = said.iter().find(|who| matches!(who, Who::Known(_)));
    known.or(said.first()).cloned()
}

/// Tells whether something is only said, and by nobody: “it is reported that”.
pub fn is_rumour(clause: &Clause) -> bool {
    let words = clause.words.as_slice();
    let is = |n: usize, list: &[&str]| list.contains(&words[n].plain.as_str());
    let is_passive = |n: usize| is(n, SAYING) && is(n - 1, PASSIVE);
    clause.starts_with(&["it"])
        && (2..words.len()).any(|n| is_passive(n) && words[1..n].iter().all(helps))
}

/// The subject of the word at that place of a clause, if that is a verb for saying something.
fn said_at(words: &[Word], n: usize, mentions: &[Mention]) -> Option<Who> {
    let (before, behind) = (&words[..n], &words[n + 1..]);
    let ahead = |words: &[Word]| {
        let party = own(words).or_else(|| first(words, mentions));
        party.or_else(|| anybody(words))
    };
    match words[n].plain.as_str() {
        "according" => ahead(behind.get(1..)?),
        word if !SAYING.contains(&word) || is_noun(words, n) => None,
        _ if before.iter().all(helps) => ahead(behind),
        _ => own(before).or_else(|| {
            let voices = before.iter().rev();
            // “The Interior Ministry” is a name.
            let is_voice = |word: &Word| !word.has_capital && VOICES.contains(&word.plain.as_str());
            let voices = voices
                .take_while(|word| is_voice(word) || helps(word))
                .count();
            let named = &before[..n - voices];
            let party = last(named, mentions).map(|(who, _)| who);
            // “A source close to the army” is not the army, nor are “local officials” “Local”.
            let party = party.filter(|who| matches!(who, Who::Known(_)));
            party.or_else(|| anybody(before))
        }),
    }
}

/// Tells whether “reports” at that place of a clause are those who say something: “reports from the hills say”.
fn is_noun(words: &[Word], n: usize) -> bool {
    let is_said = |word: &Word| SAYING.contains(&word.plain.as_str());
    let begins = words[..n].iter().all(helps);
    words[n].plain.starts_with("report") && (begins || words.get(n + 1).is_some_and(is_said))
}

/// The person or party that some words are for, without an article or an auxiliary: “two residents”, “governor”.
fn anybody(words: &[Word]) -> Option<Who> {
    let is_part = |word: &Word| {
        let is_word = word.plain.contains(char::is_alphanumeric);
        is_word && !helps(word) && !ARTICLES.contains(&word.plain.as_str())
    };
    let start = words.iter().position(is_part)?;
    let end = words.iter().rposition(is_part)?;
    Some(Who::New(words[start].at.start..words[end].at.end))
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

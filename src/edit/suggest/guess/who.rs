//! The party that a clause names: an actor of the map, or a name that nothing there has.

use std::ops::Range;

use super::{clauses::Word, words::turns};
use crate::{
    article::dates,
    atlas::{ActorId, month},
    names::{Mention, Target},
};

/// Somebody who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An actor of the map.
    Known(ActorId),
    /// A name, in bytes of the sentence.
    New(Range<usize>),
}

/// Words that stand before a name, or for one, and may begin a sentence.
pub const ARTICLES: &[&str] = &["the", "a", "an", "it", "they", "he", "she", "we"];
/// Words that begin a sentence with a capital, and name nobody.
const NOBODY: &[&str] = &[
    "both",
    "some",
    "many",
    "most",
    "others",
    "this",
    "that",
    "these",
    "those",
    "there",
    "everyone",
    "residents",
    "officials",
    "protesters",
    "witnesses",
    "people",
    "locals",
    "rebels",
    "fighters",
    "forces",
    "troops",
    "soldiers",
    "militias",
    "men",
    "women",
    "analysts",
    "sources",
    "civilians",
    "families",
];
/// Words for armed people, which the name of a party may end in.
const GROUPS: &[&str] = &[
    "forces", "troops", "fighters", "army", "militia", "militias", "units", "soldiers", "rebels",
];
/// Words that are a party's name by themselves, with an article.
pub const ALONE: &[&str] = &[
    "army",
    "military",
    "navy",
    "government",
    "opposition",
    "police",
];
/// Words before those for armed people that don't say whose they are.
const VAGUE: &[&str] = &[
    "some",
    "many",
    "more",
    "most",
    "all",
    "both",
    "other",
    "these",
    "those",
    "their",
    "its",
    "his",
    "our",
    "several",
    "few",
    "armed",
    "hundreds",
    "thousands",
    "dozens",
    "of",
    "said",
    "say",
    "says",
    "and",
    "or",
];
/// Words that a sentence opens with, and no name.
const OPENING: &[&str] = &[
    "also",
    "earlier",
    "finally",
    "however",
    "later",
    "meanwhile",
    "now",
    "today",
    "tomorrow",
    "yesterday",
];
/// Words before a name that is not what a sentence is about.
const OBLIQUE: &[&str] = &[
    "by", "to", "with", "from", "against", "for", "in", "at", "near", "on", "under",
];
/// Words that go with a verb, and are no part of its subject.
const HELPING: &[&str] = &[
    "has", "have", "had", "is", "are", "was", "were", "been", "be", "being", "now", "also",
    "still", "then", "later", "already", "remains", "remain", "since", "fully", "quickly", "which",
    "that", "who", "largely",
];

pub fn helps(word: &Word) -> bool {
    HELPING.contains(&word.plain.as_str())
}

/// The subject of a verb, by the words before it: several where “and” joins them.
pub fn subjects(before: &[Word], mentions: &[Mention]) -> Vec<Who> {
    let end = before.iter().rposition(|word| !helps(word) && !turns(word));
    let Some(end) = end else { return Vec::new() };
    let before = &before[..=end];
    let Some((who, start)) = last(before, mentions) else {
        return Vec::new();
    };
    // “Fighters backed by the Guard” are somebody else.
    let stands_behind = before[..start]
        .iter()
        .rfind(|word| !ARTICLES.contains(&word.plain.as_str()));
    if stands_behind.is_some_and(|word| OBLIQUE.contains(&word.plain.as_str())) {
        return Vec::new();
    }
    let joins = |word: &Word| ["and", "or"].contains(&word.plain.as_str());
    let rest = before[..start]
        .iter()
        .rposition(|word| !ARTICLES.contains(&word.plain.as_str()));
    match rest.filter(|&at| at > 0 && joins(&before[at])) {
        Some(at) => match last(&before[..at], mentions) {
            Some((other, _)) => vec![other, who],
            None => Vec::new(),
        },
        None => vec![who],
    }
}

/// The name that words end in, with where it starts.
pub fn last(words: &[Word], mentions: &[Mention]) -> Option<(Who, usize)> {
    let end = words.last()?.at.end;
    let known = mentions.iter().rfind(|it| it.at.end <= end && is_actor(it));
    let reaches = |mention: &&Mention| {
        // “The Guard’s men”, “the Guard spokesman” are somebody else.
        let rest = words.iter().filter(|word| word.at.start >= mention.at.end);
        rest.clone().all(is_group)
    };
    if let Some(mention) = known.filter(reaches)
        && let Target::Actor(id) = mention.target
    {
        let start = words
            .iter()
            .position(|word| word.at.end > mention.at.start)?;
        // “Anti-Guard forces” are not the Guard's.
        let ends = |word: &Word| word.at.end == mention.at.end;
        let is_whole = words[start].at.start == mention.at.start && words.iter().any(ends);
        if is_whole && !is_part(&words[..start]) {
            return Some((Who::Known(id), start));
        }
    }
    let start = name_start(words)?;
    let at = words[start].at.start..end;
    let is_free = |it: &Mention| it.at.end <= at.start || at.end <= it.at.start || is_actor(it);
    // Where the words have a place in them, they are of that place, and no name.
    mentions
        .iter()
        .all(is_free)
        .then_some((Who::New(at), start))
}

/// The name that words begin with.
pub fn first(words: &[Word], mentions: &[Mention]) -> Option<Who> {
    let skipped = words
        .iter()
        .take_while(|word| ARTICLES.contains(&word.plain.as_str()))
        .count();
    let named = &words[skipped..];
    let start = named.first()?.at.start;
    let is_whole = |it: &Mention| words.iter().any(|word| word.at.end == it.at.end);
    let begins = |it: &&Mention| {
        is_actor(it) && is_whole(it) && (words[0].at.start..=start).contains(&it.at.start)
    };
    let known = mentions.iter().find(begins);
    if let Some(mention) = known
        && let Target::Actor(id) = mention.target
    {
        let next = named.iter().find(|word| word.at.start >= mention.at.end);
        let goes_on = next.is_some_and(|word| word.has_capital);
        return (!goes_on).then_some(Who::Known(id));
    }
    let count = named.iter().take_while(|word| word.has_capital).count();
    let end = match count {
        0 => armed(named, skipped > 0)?,
        _ => {
            count
                + named[count..]
                    .iter()
                    .take_while(|word| is_kind(word))
                    .count()
        }
    };
    let at = start..named[..end].last()?.at.end;
    let is_free = |it: &Mention| it.at.end <= at.start || at.end <= it.at.start;
    mentions.iter().all(is_free).then_some(Who::New(at))
}

/// Words that are a name without a capital: “government forces”; behind an article, “army”.
fn armed(words: &[Word], has_article: bool) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    if tells_whose(first) && rest.first().is_some_and(is_group) {
        return Some(2);
    }
    (has_article && ALONE.contains(&first.plain.as_str())).then_some(1)
}

fn is_group(word: &Word) -> bool {
    GROUPS.contains(&word.plain.as_str())
}

/// Tells whether a word that may have a capital stands around a name: “On”, “Monday”.
fn is_around(word: &Word) -> bool {
    let plain = word.plain.as_str();
    OBLIQUE.contains(&plain)
        || OPENING.contains(&plain)
        || dates::is_weekday(plain)
        || month(plain).is_some()
}

/// Tells whether a word says what kind of party a name is that of: “government” in “the Syrian government”.
pub fn is_kind(word: &Word) -> bool {
    is_group(word) || ALONE.contains(&word.plain.as_str())
}

/// Tells whether a word before one for armed people says whose they are.
fn tells_whose(word: &Word) -> bool {
    let plain = word.plain.as_str();
    let is_word = plain
        .chars()
        .all(|char| char.is_alphabetic() || char == '-');
    is_word && !ARTICLES.contains(&plain) && !VAGUE.contains(&plain)
}

/// The name right behind a word such as “by”.
pub fn behind(words: &[Word], word: &str, mentions: &[Mention]) -> Option<Who> {
    let at = words.iter().position(|it| it.plain == word)?;
    first(&words[at + 1..], mentions)
}

/// Tells whether a name behind these words is only the end of a longer one: “Union” in “the Desert Union”.
fn is_part(before: &[Word]) -> bool {
    before
        .last()
        .is_some_and(|word| word.has_capital && !ARTICLES.contains(&word.plain.as_str()))
}

/// Tells whether a name is that of a place.
pub const fn is_place(mention: &Mention) -> bool {
    !is_actor(mention)
}

const fn is_actor(mention: &Mention) -> bool {
    matches!(mention.target, Target::Actor(_))
}

/// The start of the name that words end in: words with capitals, perhaps with some for the kind of party behind them; a
/// word for armed people with one that says whose they are, where nothing else stands before it; or one that is a name by
/// itself.
fn name_start(words: &[Word]) -> Option<usize> {
    let (last, before) = words.split_last()?;
    let is_group = is_group(last);
    let is_article = |word: &Word| ARTICLES.contains(&word.plain.as_str());
    let is_end = |word: &&Word| is_kind(word) && !word.has_capital;
    let ends = words.iter().rev().take_while(is_end).count();
    let capitals = words.iter().rev().skip(ends);
    let capitals = capitals
        .take_while(|word| word.has_capital && !is_around(word) || word.plain == "of")
        .count();
    let mut start = words.len() - ends - capitals;
    while words
        .get(start)
        .is_some_and(|word| is_article(word) || word.plain == "of")
    {
        start += 1;
    }
    if start < words.len() - ends {
        let is_nobody = words.len() - start == 1 && NOBODY.contains(&last.plain.as_str());
        return (!is_nobody).then_some(start);
    }
    if is_group && let Some((whose, rest)) = before.split_last() {
        let begins = rest
            .last()
            .is_none_or(|word| is_article(word) || word.plain == "that");
        if tells_whose(whose) && begins {
            return Some(before.len() - 1);
        }
    }
    let has_article = before.last().is_some_and(|word| word.plain == "the");
    (ALONE.contains(&last.plain.as_str()) && has_article).then_some(before.len())
}

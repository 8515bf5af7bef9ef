//! A guess at what a sentence says of whom: the verb, the actor and the places in the same clause. What is negated,
//! wished for, doubted, over or only possible is no guess, and nor is the actor of another clause.

mod clauses;
mod hands;
mod hearsay;
mod unknown;
mod verbs;
mod who;
mod words;

use std::ops::Range;

use crate::{atlas::Says, names::Mention};

use clauses::{Clause, Word, clauses};
use hands::{holder, is_holders};
use hearsay::{is_rumour, speaker};
pub use unknown::unknown;
use verbs::{Verb, Whose};
pub use who::Who;
use who::{ARTICLES, behind, first, is_place, subjects};
use words::{APART, DOUBTING, LISTING, NOW, PASSIVE, SAME, SHARES, SITES, UNREAL, WHOLE, turns};

/// The meaning of a clause: a verb, an actor and some places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Its meaning for regions.
    pub region: Says,
    /// Its meaning for sites.
    pub site: Says,
    /// The actor that it says it of.
    pub who: Who,
    /// The names of the places, in bytes of the sentence.
    pub places: Vec<Range<usize>>,
    /// The clause, in bytes of the sentence.
    pub clause: Range<usize>,
    /// The speaker, where it is not the article itself.
    pub speaker: Option<Who>,
}

/// Guesses what a sentence says, clause by clause.
pub fn guesses(sentence: &str, mentions: &[Mention]) -> Vec<Guess> {
    let clauses = clauses(sentence);
    let doubts = |word: &Word| DOUBTING.contains(&word.plain.as_str());
    let is_doubted = clauses.iter().flat_map(|clause| &clause.words).any(doubts);
    if is_doubted || clauses.iter().any(is_rumour) {
        return Vec::new();
    }
    // “The Guard’s enemies”, “the mayor of Hama’s port”: something else is meant than what is named.
    let (owners, mentions): (Vec<Mention>, Vec<Mention>) = mentions
        .iter()
        .cloned()
        .partition(|mention| is_owner(mention, sentence) && !is_holders(mention, sentence));
    if !owners.iter().all(is_place) {
        return Vec::new();
    }
    let mentions = mentions.as_slice();
    let mut guesses: Vec<Guess> = Vec::new();
    let mut subject = Subject::default();
    for (n, clause) in clauses.iter().enumerate() {
        if let Some((who, held)) = holder(clause, mentions) {
            guesses.extend(of_hands(clause, who, places(held, mentions)));
            subject = Subject::default();
            continue;
        }
        let Some(found) = &clause.verb else {
            if n > 0 && undoes(&clauses[n - 1], clause, mentions) {
                guesses.pop();
                subject = Subject::default();
                continue;
            }
            // “… holds Idlib, Hama and Homs”
            match guesses
                .last_mut()
                .filter(|_| n > 0 && is_list(clause, mentions))
            {
                Some(last) if last.clause.end <= clause.words[0].at.start => {
                    last.places.extend(places(&clause.words, mentions));
                    last.clause.end = end(&clause.words);
                }
                _ => subject = Subject::default(),
            }
            continue;
        };
        let own = subjects(clause.before(), mentions);
        let goes_on = clause.is_joined
            && clause
                .before()
                .iter()
                .all(|word| who::helps(word) || turns(word));
        let is_turned = is_turned(clause) || goes_on && subject.is_turned;
        let who = if goes_on { subject.who.clone() } else { own };
        subject = Subject {
            who: who.clone(),
            is_turned,
        };
        if is_turned || clause.starts_with(UNREAL) {
            continue;
        }
        let antecedent =
            clause.starts_with(&["which", "that"]) || found.start == 0 && !clause.is_joined;
        let of_before = antecedent.then(|| clauses[..n].last()).flatten();
        guesses.extend(of_clause(clause, found.verb, &who, of_before, mentions));
    }
    let speaker = speaker(&clauses, mentions);
    for guess in &mut guesses {
        guess.speaker.clone_from(&speaker);
    }
    guesses
}

/// Guesses that somebody has some places in hand, if they are any.
fn of_hands(clause: &Clause, who: Who, places: Vec<Range<usize>>) -> Option<Guess> {
    let range = clause.words[0].at.start..end(&clause.words);
    (!places.is_empty()).then_some(Guess {
        region: Says::Holds,
        site: Says::Operates,
        who,
        places,
        clause: range,
        speaker: None,
    })
}

/// Tells whether a clause says how long that of the clause before was so, or adds another to the one by whom it was done:
/// two are no answer to who that was.
fn undoes(before: &Clause, clause: &Clause, mentions: &[Mention]) -> bool {
    let is_done_by = before.verb.is_some() && behind(before.behind(), "by", mentions).is_some();
    let is_another = clause.is_joined && is_done_by && first(&clause.words, mentions).is_some();
    is_another || before.verb.is_some() && clause.starts_with(&["until"])
}

/// The subject that the next clause goes on with where it has none of its own.
#[derive(Default)]
struct Subject {
    who: Vec<Who>,
    is_turned: bool,
}

/// Guesses the meaning of one clause; `before` is the clause that it may be about the end of.
fn of_clause(
    clause: &Clause,
    verb: &Verb,
    subject: &[Who],
    before: Option<&Clause>,
    mentions: &[Mention],
) -> Vec<Guess> {
    let helped = |words: &[&str]| {
        clause
            .before()
            .iter()
            .any(|word| words.contains(&word.plain.as_str()))
    };
    let is_reduced = clause.before().is_empty() && before.is_some();
    let is_share = |word: &Word| SHARES.contains(&word.plain.as_str());
    if verb.region == Says::Left && clause.behind().iter().any(is_share) {
        return Vec::new();
    }
    let by = behind(clause.behind(), "by", mentions);
    let can_be_passive = matches!(verb.whose, Whose::Doer | Whose::Holder | Whose::Giver);
    let is_passive = can_be_passive && (helped(PASSIVE) || is_reduced) && !verb.words.contains(' ')
        || can_be_passive && by.is_some()
        || verb.whose == Whose::Giver && helped(PASSIVE);
    if verb.whose == Whose::Holder && !helped(NOW) && !(is_reduced && by.is_some()) {
        return Vec::new();
    }
    let is_of_subject = is_passive || verb.whose == Whose::Behind;
    let mut found = if is_of_subject {
        places(clause.before(), mentions)
    } else if is_about_else(verb, clause.behind(), mentions) {
        return Vec::new();
    } else {
        places(clause.behind(), mentions)
    };
    if found.is_empty() {
        // “Raqqa, which the Union holds”
        let last = before.and_then(|before| places(&before.words, mentions).pop());
        let at_end = |at: &Range<usize>| before.is_some_and(|it| at.end == end(&it.words));
        found.extend(last.filter(at_end));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let is_held = !matches!(verb.region, Says::Left | Says::Present);
    let own = |who| (verb.region, verb.site, who);
    let said: Vec<(Says, Says, Who)> = match verb.whose {
        Whose::Giver => {
            let gave = if is_passive { by } else { alone(subject) };
            let gave = gave.map(|who| (Says::Left, Says::Left, who));
            let took = behind(clause.behind(), "to", mentions);
            let took = took.map(|who| (Says::TookOver, Says::TookOver, who));
            gave.into_iter().chain(took).collect()
        }
        Whose::Behind => first(clause.behind(), mentions)
            .map(own)
            .into_iter()
            .collect(),
        _ if is_passive => by.map(own).into_iter().collect(),
        // Two who hold one place are no answer to who does.
        Whose::Doer | Whose::Holder if is_held => alone(subject).map(own).into_iter().collect(),
        _ => subject.iter().cloned().map(own).collect(),
    };
    let range = clause.words[0].at.start..end(&clause.words);
    let guess = |(region, site, who)| Guess {
        region,
        site,
        who,
        places: found.clone(),
        clause: range.clone(),
        speaker: None,
    };
    said.into_iter().map(guess).collect()
}

fn alone(who: &[Who]) -> Option<Who> {
    match who {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// Tells whether what stands before a verb, or right behind it, turns it round.
fn is_turned(clause: &Clause) -> bool {
    let quantity = |word: &&Word| {
        ["no", "none", "neither", "nothing", "little"].contains(&word.plain.as_str())
    };
    let is_nothing = clause.behind().iter().take(2).any(|word| quantity(&word));
    // “Held not by the Guard”
    let mut pairs = clause.behind().windows(2);
    let is_by_another = pairs.any(|pair| turns(&pair[0]) && pair[1].plain == "by");
    clause.before().iter().any(turns) || is_nothing || is_by_another
}

/// The places that some words name, as far as they are what a verb is about: not where something else is.
fn places(words: &[Word], mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let before = |back: usize| {
            n.checked_sub(back)
                .map_or("", |at| words[at].plain.as_str())
        };
        let is_of_else = before(1) == "of" && !WHOLE.contains(&before(2)) && n > 1;
        let is_apart = APART.contains(&before(1)) && !SITES.contains(&before(2)) || is_of_else;
        let place = mentions
            .iter()
            .find(|it| it.at.start == word.at.start && is_place(it));
        if let Some(place) = place.filter(|_| !is_apart) {
            found.push(place.at.clone());
        }
    }
    found
}

/// Tells whether a name stands in the possessive.
fn is_owner(mention: &Mention, sentence: &str) -> bool {
    let is_mark = |char: char| matches!(char, '\'' | '’');
    let name = &sentence[mention.at.clone()];
    name.trim_end_matches('s').ends_with(is_mark) || sentence[mention.at.end..].starts_with(is_mark)
}

/// Tells whether some words are names of places and nothing else.
fn is_list(clause: &Clause, mentions: &[Mention]) -> bool {
    let is_named = |word: &Word| {
        mentions
            .iter()
            .any(|it| is_place(it) && it.at.start <= word.at.start && word.at.end <= it.at.end)
    };
    let is_dot = |word: &Word| !word.plain.contains(char::is_alphanumeric);
    let lists = |word: &Word| LISTING.contains(&word.plain.as_str()) || is_dot(word);
    clause.words.iter().any(is_named)
        && clause
            .words
            .iter()
            .all(|word| is_named(word) || lists(word))
}

/// Tells whether what a verb is about, in the words behind it, is something else than the place that is named there:
/// “talks in Raqqa”, “Raqqa Street”.
fn is_about_else(verb: &Verb, behind: &[Word], mentions: &[Mention]) -> bool {
    let place = |word: &Word| {
        mentions
            .iter()
            .filter(|it| is_place(it))
            .find(|it| it.at.start == word.at.start)
    };
    let Some((n, mention)) = behind
        .iter()
        .enumerate()
        .find_map(|(n, word)| Some((n, place(word)?)))
    else {
        return false;
    };
    let next = behind.iter().find(|word| word.at.start >= mention.at.end);
    let goes_on = next.is_some_and(|word| word.has_capital && !SAME.contains(&word.plain.as_str()));
    let is_apart = |(n, word): (usize, &Word)| {
        let is_site = n > 0 && SITES.contains(&behind[n - 1].plain.as_str());
        APART.contains(&word.plain.as_str()) && !is_site
    };
    let leads = |word: &Word| {
        let word = word.plain.as_str();
        ARTICLES.contains(&word) || WHOLE.contains(&word) || LISTING.contains(&word)
    };
    let is_indirect = verb.is_direct && !behind[..n].iter().all(leads);
    goes_on || is_indirect || behind[..n].iter().enumerate().any(is_apart)
}

fn end(words: &[Word]) -> usize {
    words.last().map_or(0, |word| word.at.end)
}

#[cfg(test)]
mod tests;

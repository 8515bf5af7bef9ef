//! A guess at what a sentence says of whom: the verb, and the actor in the same clause. What is negated, wished for or
//! only possible is no guess, and nor is the actor of another clause.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    atlas::{ActorId, Says},
    names::{Mention, Target},
};

/// A verb of the table in one of its forms, with the actor that it is said of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The verb for a region.
    pub region: Says,
    /// The verb for a site.
    pub site: Says,
    /// The actor, where the map has it.
    pub actor: Option<ActorId>,
    /// The name right before the verb, where that is of nobody and nothing on the map: in bytes of the sentence.
    pub name: Option<Range<usize>>,
    /// The clause it stands in, in bytes of the sentence.
    pub clause: Range<usize>,
}

/// Words, and what they say of regions and of sites. Longer ones come before those that they begin with.
const VERBS: &[(&str, Says, Says)] = &[
    ("took over", Says::TookOver, Says::TookOver),
    ("taken over", Says::TookOver, Says::TookOver),
    ("taken control of", Says::TookOver, Says::TookOver),
    ("took control of", Says::TookOver, Says::TookOver),
    ("captured", Says::TookOver, Says::TookOver),
    ("seized", Says::TookOver, Says::TookOver),
    ("retook", Says::TookOver, Says::TookOver),
    ("recaptured", Says::TookOver, Says::TookOver),
    ("hold parts of", Says::HoldsPart, Says::Present),
    ("holds parts of", Says::HoldsPart, Says::Present),
    ("control parts of", Says::HoldsPart, Says::Present),
    ("controls parts of", Says::HoldsPart, Says::Present),
    ("hold", Says::Holds, Says::Operates),
    ("holds", Says::Holds, Says::Operates),
    ("held", Says::Holds, Says::Operates),
    ("control", Says::Holds, Says::Operates),
    ("controls", Says::Holds, Says::Operates),
    ("controlled", Says::Holds, Says::Operates),
    ("occupies", Says::Occupies, Says::Present),
    ("occupy", Says::Occupies, Says::Present),
    ("occupied", Says::Occupies, Says::Present),
    ("runs", Says::Holds, Says::Operates),
    ("run", Says::Holds, Says::Operates),
    ("operates", Says::Present, Says::Operates),
    ("operated", Says::Present, Says::Operates),
    ("withdrew from", Says::Left, Says::Left),
    ("withdrawn from", Says::Left, Says::Left),
    ("pulled out of", Says::Left, Says::Left),
    ("left", Says::Left, Says::Left),
    ("withdrawing from", Says::Context, Says::Withdraws),
    ("pulling out of", Says::Context, Says::Withdraws),
    ("pulling forces from", Says::Context, Says::Withdraws),
    ("contests", Says::Contests, Says::Context),
    ("fighting for", Says::Contests, Says::Context),
    ("stationed at", Says::Present, Says::Present),
    ("stationed in", Says::Present, Says::Present),
    ("deployed to", Says::Present, Says::Present),
    ("has forces in", Says::Present, Says::Present),
    ("has forces at", Says::Present, Says::Present),
];
/// Words that a clause of its own begins with.
const SUBORDINATING: &[&str] = &[
    "that", "which", "who", "whom", "whose", "while", "although", "though", "because", "after",
    "before", "when", "where", "if", "unless", "until", "but", "whether", "since",
];
/// Words that stand before a name, or for one, and may begin a sentence.
const ARTICLES: &[&str] = &["the", "a", "an", "it", "they", "he", "she", "we"];
/// Words for armed people, which the name of a party may end in.
const GROUPS: &[&str] = &[
    "forces", "troops", "fighters", "army", "militia", "militias", "units", "soldiers", "rebels",
];
/// Words after which a clause says nothing of what is so.
const UNREAL: &[&str] = &["if", "unless", "until", "before", "whether"];
/// Words before a verb that turn it round, or make it a wish or a possibility.
const TURNING: &[&str] = &[
    "not", "never", "no", "neither", "nor", "cannot", "without", "denied", "denies", "may",
    "might", "could", "would", "should", "will", "shall", "to", "nearly", "almost",
];
/// Words that turn a whole sentence round, wherever they stand in it, or that make it a question.
const DOUBTING: &[&str] = &[
    "false", "falsely", "untrue", "wrong", "wrongly", "hardly", "barely", "nobody", "denied",
    "denies", "rumour", "rumours", "?",
];
/// Words between a verb and a place that make something else what the verb is about.
const APART: &[&str] = &[
    "in", "from", "to", "near", "outside", "around", "leading", "with", "at", "on", "towards",
];
/// Words that go with the name of a place and mean the same one.
const SAME: &[&str] = &[
    "governorate",
    "province",
    "city",
    "town",
    "district",
    "airport",
];

/// A word in lower case, or a mark, with its bytes, and whether it begins with a capital.
type Word = (String, Range<usize>, bool);

/// Guesses what a sentence says, clause by clause.
pub fn guesses(sentence: &str, mentions: &[Mention]) -> Vec<Guess> {
    let clauses = clauses(sentence);
    let doubts = |(word, ..): &Word| DOUBTING.contains(&word.as_str());
    if clauses.iter().flatten().any(doubts) {
        return Vec::new();
    }
    clauses
        .into_iter()
        .filter_map(|clause| guess(&clause, mentions))
        .collect()
}

/// The words of each clause.
fn clauses(sentence: &str) -> Vec<Vec<Word>> {
    let words = sentence.split_word_bound_indices();
    let words = words.filter(|(_, word)| !word.trim().is_empty());
    let mut clauses: Vec<Vec<Word>> = vec![Vec::new()];
    for (at, word) in words {
        let folded = word.to_lowercase().replace('’', "'");
        let clause = clauses.last().map_or(&[][..], Vec::as_slice);
        let has_capital = word.starts_with(char::is_uppercase);
        let is_mark = [",", ";", ":", "—", "–", "(", ")"].contains(&word);
        let joins = ["and", "or"].contains(&folded.as_str()) && find_verb(clause).is_some();
        if is_mark || joins {
            clauses.push(Vec::new());
        } else if SUBORDINATING.contains(&folded.as_str()) {
            clauses.push(vec![(folded, at..at + word.len(), false)]);
        } else if let Some(clause) = clauses.last_mut() {
            clause.push((folded, at..at + word.len(), has_capital));
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// The first verb of the table in a clause: where it starts, where it ends, and its row.
fn find_verb(clause: &[Word]) -> Option<(usize, usize, usize)> {
    (0..clause.len()).find_map(|start| {
        let rows = VERBS.iter().enumerate();
        let mut rows = rows.filter_map(|(row, (words, ..))| {
            let mut words = words.split(' ').enumerate();
            let count = words.clone().count();
            let stands =
                words.all(|(n, word)| clause.get(start + n).is_some_and(|it| it.0 == word));
            stands.then_some((start, start + count, row))
        });
        rows.next()
    })
}

/// The words with a capital that stand right before a verb, where none of them is a name of the map.
fn name_before(before: &[Word], mentions: &[Mention]) -> Option<Range<usize>> {
    let helps = |word: &str| {
        [
            "has", "have", "had", "is", "are", "was", "were", "now", "also",
        ]
        .contains(&word)
    };
    let end = before.iter().rposition(|(word, ..)| !helps(word))?;
    let group = GROUPS.contains(&before[end].0.as_str());
    let is_name = |word: &&Word| word.2 || word.0 == "of";
    let ends = usize::from(group);
    let named = before[..=end].iter().rev().skip(ends).take_while(is_name);
    let mut name = &before[end + 1 - named.count() - ends..=end];
    while let Some((word, ..)) = name.first()
        && (ARTICLES.contains(&word.as_str()) || word == "of")
    {
        name = &name[1..];
    }
    let range = name.first()?.1.start..name.last()?.1.end;
    let is_free =
        |mention: &Mention| mention.at.end <= range.start || range.end <= mention.at.start;
    (name.first()?.2 && mentions.iter().all(is_free)).then_some(range)
}

/// Tells whether what a verb is about, in the words behind it, is something else than the place that is named there:
/// “talks in Raqqa”, “Raqqa Street”.
fn is_about_else(behind: &[Word], mentions: &[Mention]) -> bool {
    let place = behind.iter().position(|(_, at, _)| {
        let mut places = mentions
            .iter()
            .filter(|it| !matches!(it.target, Target::Actor(_)));
        places.any(|mention| mention.at.start == at.start)
    });
    let Some(place) = place else { return false };
    let end = mentions
        .iter()
        .filter(|it| it.at.start == behind[place].1.start);
    let end = end.map(|mention| mention.at.end).max().unwrap_or_default();
    let next = behind.iter().find(|(_, at, _)| at.start >= end);
    let goes_on = next.is_some_and(|(word, _, capital)| *capital && !SAME.contains(&word.as_str()));
    goes_on
        || behind[..place]
            .iter()
            .any(|(word, ..)| APART.contains(&word.as_str()))
}

/// Tells whether a name is only the end of a longer one: “Union” in “the Desert Union”.
fn is_part(clause: &[Word], mention: &Mention) -> bool {
    let first = clause
        .iter()
        .position(|(_, at, _)| at.start >= mention.at.start);
    let before = first.and_then(|first| first.checked_sub(1));
    before.is_some_and(|before| clause[before].2 && !ARTICLES.contains(&clause[before].0.as_str()))
}

fn guess(clause: &[Word], mentions: &[Mention]) -> Option<Guess> {
    let mentions: Vec<Mention> = mentions
        .iter()
        .filter(|mention| !matches!(mention.target, Target::Actor(_)) || !is_part(clause, mention))
        .cloned()
        .collect();
    let mentions = mentions.as_slice();
    let (start, end, row) = find_verb(clause)?;
    let (_, region, site) = VERBS[row];
    let first = clause.first()?;
    let turned = clause[..start]
        .iter()
        .any(|(word, ..)| TURNING.contains(&word.as_str()) || word.ends_with("n't"));
    if turned || UNREAL.contains(&first.0.as_str()) {
        return None;
    }
    let range = first.1.start..clause.last()?.1.end;
    let actors = mentions.iter().filter_map(|mention| match mention.target {
        Target::Actor(id) if range.start <= mention.at.start && mention.at.end <= range.end => {
            Some((id, mention.at.clone()))
        }
        _ => None,
    });
    let actors: Vec<_> = actors.collect();
    let by = clause.get(end).is_some_and(|(word, ..)| word == "by");
    let (from, to) = (clause[start].1.start, clause[end - 1].1.end);
    let actor = if by {
        actors.iter().find(|(_, at)| at.start >= to)
    } else {
        actors.iter().rfind(|(_, at)| at.end <= from)
    };
    let actor = actor.map(|(id, _)| *id);
    let name = if by || actor.is_some() {
        None
    } else {
        name_before(&clause[..start], mentions)
    };
    if !by && is_about_else(&clause[end..], mentions) {
        return None;
    }
    (actor.is_some() || name.is_some()).then_some(Guess {
        region,
        site,
        actor,
        name,
        clause: range,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 2] = ["the Guard", "the Union"];

    /// The verbs and actors that are guessed, by what they say of a region.
    fn said(sentence: &str) -> Vec<(String, &'static str)> {
        let mentions = NAMES.iter().enumerate().flat_map(|(n, name)| {
            let lower = sentence.to_lowercase();
            let at: Vec<usize> = lower
                .match_indices(&name.to_lowercase())
                .map(|(at, _)| at)
                .collect();
            at.into_iter().map(move |at| Mention {
                target: Target::Actor(ActorId::at(n)),
                at: at..at + name.len(),
            })
        });
        let mentions: Vec<Mention> = mentions.collect();
        let guesses = guesses(sentence, &mentions).into_iter();
        guesses
            .map(|guess| {
                let named = |at: Range<usize>| sentence[at].to_owned();
                let known = guess.actor.map(|id| NAMES[id.index()].to_owned());
                (
                    known.or(guess.name.map(named)).unwrap_or_default(),
                    guess.region.key(),
                )
            })
            .collect()
    }

    #[test]
    fn the_actor_is_that_of_the_verbs_own_clause() {
        let (guard, union) = (NAMES[0], NAMES[1]);
        for (sentence, guessed) in [
            ("The Guard holds the uplands.", vec![(guard, "holds")]),
            ("The uplands are held by the Union.", vec![(union, "holds")]),
            (
                "The Guard holds the uplands, which the Union has not entered.",
                vec![(guard, "holds")],
            ),
            (
                "Officials said that the Union took over the quay.",
                vec![(union, "took-over")],
            ),
            (
                "The Guard holds the quay and the Union controls the hills.",
                vec![(guard, "holds"), (union, "holds")],
            ),
            (
                "Government forces hold the uplands.",
                vec![("Government forces", "holds")],
            ),
            (
                "On Monday the Coast Council took over the quay.",
                vec![("Coast Council", "took-over")],
            ),
            (
                "The Guard and the Union hold the quay.",
                vec![(union, "holds")],
            ),
        ] {
            let guessed: Vec<_> = guessed
                .into_iter()
                .map(|(who, says): (&str, _)| (who.to_owned(), says))
                .collect();
            assert_eq!(said(sentence), guessed, "{sentence}");
        }
    }

    #[test]
    fn what_is_negated_wished_for_or_only_possible_is_no_guess() {
        for sentence in [
            "The Guard does not hold the uplands.",
            "The Guard doesn’t hold the uplands.",
            "The Guard may hold the uplands.",
            "The Guard wants to hold the uplands.",
            "They will talk if the Guard holds the uplands.",
            "The Guard never controlled them.",
            "The Guard spoke of the uplands.",
        ] {
            assert_eq!(said(sentence), [], "{sentence}");
        }
    }

    #[test]
    fn what_is_said_of_something_else_or_doubted_is_no_guess() {
        let place = "Raqqa";
        let guessed = |sentence: &str| {
            let mention = |target, name: &str| {
                let at = sentence.find(name)?;
                let at = at..at + name.len();
                Some(Mention { target, at })
            };
            let actor = mention(Target::Actor(ActorId::at(0)), "The Guard");
            let town = mention(Target::Town(0), place);
            let mentions: Vec<Mention> = actor.into_iter().chain(town).collect();
            !guesses(sentence, &mentions).is_empty()
        };
        for sentence in [
            "The Guard holds talks in Raqqa.",
            "The Guard holds 20 prisoners from Raqqa.",
            "The Guard holds Raqqa Street.",
            "The Guard controls roads leading to Raqqa.",
            "The Guard seized a village near Raqqa.",
            "It is false that The Guard holds Raqqa.",
            "The Guard falsely says it holds Raqqa.",
            "Hardly anybody believes that The Guard controls Raqqa.",
            "The Guard holds Raqqa?",
        ] {
            assert!(!guessed(sentence), "{sentence}");
        }
        for sentence in [
            "The Guard holds Raqqa.",
            "The Guard holds most of Raqqa.",
            "The Guard took over the city of Raqqa on Monday.",
            "The Guard holds Raqqa Governorate.",
            "Raqqa was captured by The Guard.",
        ] {
            assert!(guessed(sentence), "{sentence}");
        }
    }
}

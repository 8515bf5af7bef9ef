//! The clauses of a sentence, by the marks and the words that part them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::verbs::{VERBS, Verb};

/// Words that a clause of its own begins with.
const SUBORDINATING: &[&str] = &[
    "that", "which", "who", "whom", "whose", "while", "although", "though", "because", "after",
    "before", "when", "where", "if", "unless", "until", "but", "whether", "since",
];
/// Words that join clauses, and what is named in them.
const JOINING: &[&str] = &["and", "or", "then"];

/// Arabic articles, without a capital before a name that has one: “al-Sham”.
const PREFIXES: &[&str] = &[
    "al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ez-",
];

/// A word, with its bytes of the sentence.
#[derive(Clone, Debug)]
pub struct Word {
    /// In lower case.
    pub plain: String,
    pub at: Range<usize>,
    pub has_capital: bool,
}

/// A verb in a clause: the words that it takes.
#[derive(Debug)]
pub struct Found {
    pub verb: &'static Verb,
    pub start: usize,
    pub end: usize,
}

/// A piece of a sentence with one verb of the table at most.
#[derive(Debug, Default)]
pub struct Clause {
    pub words: Vec<Word>,
    pub verb: Option<Found>,
    /// `true` if it is joined to the one before by “and” or the like, with no comma between.
    pub is_joined: bool,
}

impl Clause {
    fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words before its verb.
    pub fn before(&self) -> &[Word] {
        self.verb
            .as_ref()
            .map_or(&[], |found| &self.words[..found.start])
    }

    /// The words behind its verb, or all.
    pub fn behind(&self) -> &[Word] {
        self.verb
            .as_ref()
            .map_or(&self.words, |found| &self.words[found.end..])
    }

    pub fn starts_with(&self, words: &[&str]) -> bool {
        self.words
            .first()
            .is_some_and(|word| words.contains(&word.plain.as_str()))
    }
}

/// Cuts a sentence.
pub fn clauses(sentence: &str) -> Vec<Clause> {
    let words = sentence.split_word_bound_indices();
    let words = words.filter(|(_, word)| !word.trim().is_empty());
    let mut clauses = vec![Clause::default()];
    for (at, text) in words {
        let plain = text.to_lowercase().replace('’', "'");
        let word = Word {
            at: at..at + text.len(),
            has_capital: text.starts_with(char::is_uppercase),
            plain,
        };
        // “Kurdish-led” is one word.
        if let Some(last) = clauses
            .last_mut()
            .and_then(|clause| clause.words.last_mut())
            && last.at.end == at
            && (text == "-" || last.plain.ends_with('-'))
        {
            last.has_capital |= word.has_capital && PREFIXES.contains(&last.plain.as_str());
            last.plain += &word.plain;
            last.at.end = word.at.end;
            continue;
        }
        let has_verb = clauses
            .last()
            .is_some_and(|clause| find_verb(&clause.words).is_some());
        let is_mark = [",", ";", ":", "—", "–", "(", ")"].contains(&text);
        let joins = JOINING.contains(&word.plain.as_str()) && has_verb;
        let is_subordinate = SUBORDINATING.contains(&word.plain.as_str());
        if is_mark || joins {
            clauses.push(Clause {
                is_joined: joins,
                ..Clause::default()
            });
        } else if is_subordinate {
            clauses.push(Clause {
                words: vec![word],
                ..Clause::default()
            });
        } else if let Some(clause) = clauses.last_mut() {
            clause.words.push(word);
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    for clause in &mut clauses {
        clause.verb = find_verb(&clause.words);
    }
    clauses
}

/// The first verb of the table among some words.
fn find_verb(words: &[Word]) -> Option<Found> {
    (0..words.len()).find_map(|start| {
        let stands = |verb: &&'static Verb| {
            let mut expected = verb.words.split(' ').enumerate();
            expected.all(|(n, word)| words.get(start + n).is_some_and(|it| it.plain == word))
        };
        let verb = VERBS.iter().find(stands)?;
        let end = start + verb.words.split(' ').count();
        Some(Found { verb, start, end })
    })
}

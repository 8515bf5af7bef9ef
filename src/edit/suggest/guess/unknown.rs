//! Names beside a verb of the table that the map lacks: somebody may want to add them.

use super::{
    clauses::{Word, clauses},
    who::{ARTICLES, Who, first, subjects},
    words::{LISTING, WHOLE},
};
use crate::{article::dates, names::Mention};

/// So many names are told of one sentence.
const MOST: usize = 3;

/// The names that a sentence gives for whoever does what its verbs say, and for what they do it to, each once.
pub fn unknown<'a>(sentence: &'a str, mentions: &[Mention]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for clause in clauses(sentence).iter().filter(|it| it.verb.is_some()) {
        let behind = first(without_lead(clause.behind()), mentions);
        for who in subjects(clause.before(), mentions)
            .into_iter()
            .chain(behind)
        {
            let Who::New(at) = who else { continue };
            let name = &sentence[at];
            let is_day = dates::is_weekday(&name.to_lowercase());
            if names.len() < MOST && !is_day && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The words behind those that lead to a name: “the village of”.
fn without_lead(words: &[Word]) -> &[Word] {
    let leads = |word: &Word| {
        let word = word.plain.as_str();
        [ARTICLES, LISTING, WHOLE, &["village", "villages"]]
            .iter()
            .any(|list| list.contains(&word))
    };
    let lead = words.iter().take_while(|word| leads(word)).count();
    &words[lead..]
}

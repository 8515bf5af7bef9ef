//! Quotations that don't name what their claim is about.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::Warning;
use crate::{
    atlas::{Atlas, Claim, ClaimId, Says, Subject},
    file::{
        Code, Document, Problem,
        cite::{fold, without_proclitics},
        names::MAP,
    },
};

/// No name has more words.
const LONGEST: usize = 32;

/// Claims on who has a place whose quotation names neither the actor nor every place. A claim that says how it is read
/// is shown as an inference, and needs no name.
pub fn warnings(document: &Document) -> Vec<Warning> {
    let atlas = &document.atlas;
    let mut known = HashMap::new();
    let claims = atlas.claims.iter().enumerate();
    let claims = claims.filter(|(_, claim)| claim.says != Says::Context && claim.because.is_none());
    let warnings = claims.filter_map(|(n, claim)| {
        let quoted = Quoted::of(claim)?;
        let mut is_named = |subject: &Subject| {
            let names = known.entry(*subject).or_insert_with(|| Names::of(atlas, *subject));
            quoted.names(names)
        };
        let actor = Subject::Actor(claim.actor?);
        if is_named(&actor) {
            return None;
        }
        let unnamed = claim.about.iter().find(|subject| !is_named(subject))?;
        let ids = [id(atlas, actor), id(atlas, *unnamed)];
        Some(Warning {
            claim: Some(ClaimId(n)),
            problem: Problem::new(
                Code::Unnamed,
                &document.spans.claims[n].quote,
                format!("this quotation names neither `{}` nor `{}`", ids[0], ids[1]),
            )
            .help("quote more, add what the source calls them to `also`, or say `because` how you read it"),
        })
    });
    warnings.collect()
}

fn id(atlas: &Atlas, subject: Subject) -> &str {
    match subject {
        Subject::Map => MAP,
        Subject::Region(id) => &atlas[id].id,
        Subject::Site(id) => &atlas[id].id,
        Subject::Actor(id) => &atlas[id].id,
    }
}

/// The names of one thing, folded.
struct Names {
    folded: HashSet<String>,
    /// Of the longest, in words.
    words: usize,
}

impl Names {
    fn of(atlas: &Atlas, subject: Subject) -> Self {
        let (names, also): (Vec<&String>, &[String]) = match subject {
            Subject::Map => (Vec::new(), &[]),
            Subject::Region(id) => (vec![&atlas[id].name], &atlas[id].also),
            Subject::Site(id) => (vec![&atlas[id].name], &atlas[id].also),
            Subject::Actor(id) => (vec![&atlas[id].name, &atlas[id].short], &atlas[id].also),
        };
        let names = names.into_iter().chain(also);
        Self::new(names.map(|name| words(name)).collect())
    }

    fn new(mut names: Vec<Vec<String>>) -> Self {
        names.retain(|words| !words.is_empty());
        Self {
            words: names.iter().map(Vec::len).max().unwrap_or(0).min(LONGEST),
            folded: names.into_iter().map(|words| words.join(" ")).collect(),
        }
    }
}

/// The folded words of a quotation that is found.
struct Quoted(Vec<String>);

impl Quoted {
    fn of(claim: &Claim) -> Option<Self> {
        let quote = claim.quote.as_ref()?;
        quote.proof.proves().then(|| Self(words(&quote.exact)))
    }

    fn names(&self, names: &Names) -> bool {
        (0..self.0.len()).any(|start| {
            let rest = &self.0[start..];
            without_proclitics(&rest[0]).into_iter().any(|mut run| {
                let mut after = rest[1..].iter().take(names.words.saturating_sub(1));
                loop {
                    if names.folded.contains(&run) {
                        return true;
                    }
                    match after.next() {
                        Some(word) => run = run + " " + word,
                        None => return false,
                    }
                }
            })
        })
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.unicode_words().map(fold);
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(text: &str, names: &[&str]) -> bool {
        let names = names.iter().copied().map(words).collect();
        Quoted(words(text)).names(&Names::new(names))
    }

    #[test]
    fn a_name_is_found_in_whole_words_whatever_its_spelling() {
        for (text, name) in [
            ("Russia’s base", "Russia"),
            ("forces hold DEIR EZ-ZOR", "Deir ez‐Zor"),
            ("in QAMISLO", "Qamişlo"),
            ("وبالقامشلي", "القامشلي"),
        ] {
            assert!(names(text, &["Elsewhere", name]), "{text}: {name}");
        }
        for (text, name) in [
            ("Russian forces", "Russia"),
            ("the air base", "Hmeimim air base"),
            ("northeasterners", "Northeast"),
            ("", "Northeast"),
            ("the northeast", "—"),
        ] {
            assert!(!names(text, &[name]), "{text}: {name}");
        }
    }

    proptest! {
        #[test]
        fn a_name_is_found_between_other_words(
            name in "[A-Z][a-z]{2,6}( [a-z]{2,6}){0,3}", before in "([a-z]{1,5} ){0,3}", after in "( [a-z]{1,5}){0,3}"
        ) {
            let text = format!("{before}{name}{after}");
            prop_assert!(names(&text, &[&name]));
        }
    }
}

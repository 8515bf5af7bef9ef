//! Quotations that don't name what their claim is about.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::Warning;
use crate::{
    atlas::{Atlas, Claim, ClaimId, Says, Subject},
    file::{
        Code, Document, Problem,
        cite::{fold, without_proclitics},
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
        Subject::Map => super::super::names::MAP,
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
        let names = names.into_iter().chain(also).map(|name| words(name));
        let names: Vec<Vec<String>> = names.filter(|words| !words.is_empty()).collect();
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

//! A claim as it is shown: what it says, the words it stands on, where they are from, and what they came to.

use crate::atlas::{
    ActorId, Atlas, Claim, ClaimId, Credibility, Dated, Grade, Reliability,
    quote::{Paragraph, Proof},
    state::{Verdict, Weighed},
};

use super::words;

/// One claim in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub claim: ClaimId,
    /// What it says of who has the place, where it says so.
    pub says: Option<String>,
    pub actor: Option<ActorId>,
    pub words: Option<Words>,
    /// Why it is read so, where it is an inference.
    pub because: Option<String>,
    /// The source, its publisher and the paragraph.
    pub source: Option<String>,
    pub dated: Dated,
    pub founding: Founding,
    /// How well it is founded, or `None` where its quotation is not proved.
    pub grade: Option<Grade>,
    pub verdict: Verdict,
    /// How far source and claim are to be trusted, where the editor has judged it.
    pub grading: Option<String>,
    /// Whether the state it stands under says the same already.
    pub told: bool,
}

/// Whose words a claim is shown in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// The source's, to be set in quotation marks.
    Quote(String),
    /// The editor's, for a source whose text is not held.
    Summary(String),
}

/// Whether the words are borne out, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Founding {
    Proved(&'static str),
    /// Nothing is held to prove it against.
    Taken(&'static str),
    NotProved(String),
}

impl Founding {
    pub fn words(&self) -> &str {
        match self {
            Self::Proved(words) | Self::Taken(words) => words,
            Self::NotProved(words) => words,
        }
    }

    fn of(atlas: &Atlas, claim: &Claim) -> Self {
        let held = claim.source.is_some_and(|id| atlas[id].text.is_some());
        match claim.quote.as_ref().map(|quote| &quote.proof) {
            Some(Proof::Exact(_)) => Self::Proved("proved ✓"),
            Some(Proof::Normalised(_)) => Self::Proved("proved ✓ (typography differs)"),
            Some(Proof::Altered { words, paragraph }) => Self::NotProved(format!(
                "NOT PROVED: the source has “{words}” ({paragraph})"
            )),
            Some(Proof::Ambiguous(paragraphs)) => {
                let places: Vec<String> = paragraphs.iter().map(Paragraph::to_string).collect();
                let places = words::list(places.iter().map(String::as_str));
                Self::NotProved(format!(
                    "NOT PROVED: it stands in several places ({places})"
                ))
            }
            Some(Proof::Missing) => {
                Self::NotProved("NOT PROVED: the source has no such words".to_owned())
            }
            Some(Proof::NoText) => Self::Taken("reported, text not held"),
            None if claim.source.is_none() => Self::Taken("no source"),
            None if held => Self::Taken("not quoted, in our words"),
            None => Self::Taken("reported, text not held, in our words"),
        }
    }
}

impl Entry {
    pub(super) fn new(atlas: &Atlas, weighed: Weighed) -> Self {
        let claim = &atlas[weighed.claim];
        let quote = claim
            .quote
            .as_ref()
            .map(|quote| Words::Quote(quote.exact.clone()));
        Self {
            claim: weighed.claim,
            says: words::said(claim.says, claim.actor.map(|id| &atlas[id])),
            actor: claim.actor,
            words: quote.or_else(|| claim.summary.clone().map(Words::Summary)),
            because: claim.because.clone(),
            source: source(atlas, claim),
            dated: atlas.dated(claim),
            founding: Founding::of(atlas, claim),
            grade: claim.grade(),
            verdict: weighed.verdict,
            grading: grading(atlas, claim),
            told: false,
        }
    }
}

/// Source and claim graded apart, each in words beside its code.
fn grading(atlas: &Atlas, claim: &Claim) -> Option<String> {
    let source = claim.source.and_then(|id| atlas[id].reliability);
    let grades = [source.map(reliability), claim.credibility.map(credibility)];
    let given: Vec<String> = grades.into_iter().flatten().collect();
    (!given.is_empty()).then(|| given.join(" · "))
}

pub(super) fn reliability(grade: Reliability) -> String {
    format!("source {}: {}", grade.key(), grade.plain())
}

pub(super) fn credibility(grade: Credibility) -> String {
    format!("claim {}: {}", grade.key(), grade.plain())
}

fn source(atlas: &Atlas, claim: &Claim) -> Option<String> {
    let source = &atlas[claim.source?];
    let publisher = source.publisher_beside_name().map(str::to_owned);
    let passage = claim.quote.as_ref().and_then(|quote| quote.proof.passage());
    let paragraph = passage.map(|passage| passage.paragraph.to_string());
    let words: Vec<String> = [Some(source.name().to_owned()), publisher, paragraph]
        .into_iter()
        .flatten()
        .collect();
    Some(words.join(", "))
}

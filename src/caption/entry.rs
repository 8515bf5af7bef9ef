//! A claim as it is shown: what it says, the words it stands on, where they are from, and what they came to.

use crate::atlas::{
    ActorId, Atlas, Claim, ClaimId, Credibility, Dated, Grade, Reliability, Source,
    quote::{Passage, Proof},
    verdict::{Verdict, Weighed},
};

use super::{Span, quoted::quoted, words};

/// One claim in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub claim: ClaimId,
    /// The words for who has the place, where it says so.
    pub says: Option<String>,
    pub actor: Option<ActorId>,
    pub words: Option<Words>,
    /// The reason why it is read so, where it is an inference.
    pub because: Option<String>,
    /// The source and its publisher, unless a heading above has named them.
    pub source: Option<String>,
    /// The place of the quotation in the source.
    pub paragraph: Option<String>,
    pub dated: Dated,
    pub founding: Founding,
    /// The grade of its evidence, or `None` where its quotation is not found.
    pub grade: Option<Grade>,
    pub verdict: Verdict,
    /// The trust that source and claim deserve, where the editor has judged it.
    pub grading: Option<String>,
    /// `true` if the state it stands under says the same already.
    pub repeats_state: bool,
}

/// The words that a claim is shown in, by whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// The source's, between quotation marks, in their sentence where it is held.
    Quote(Vec<Span>),
    /// The editor's, for a source whose text is not held.
    Summary(String),
}

/// The support that bears the words out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Founding {
    /// They stand in the text that is held.
    Found(String),
    /// No text is held, or none is quoted.
    Taken(&'static str),
    NotFound(String),
}

impl Founding {
    pub fn words(&self) -> &str {
        match self {
            Self::Found(words) | Self::NotFound(words) => words,
            Self::Taken(words) => words,
        }
    }

    /// Tells what bears a claim's words out.
    pub fn of(atlas: &Atlas, claim: &Claim) -> Self {
        let held = claim.source.is_some_and(|id| atlas[id].text.is_some());
        match claim.quote.as_ref().map(|quote| &quote.proof) {
            Some(Proof::Exact(passage)) => found(passage, None),
            Some(Proof::Normalised(passage)) => found(passage, Some("typography differs")),
            Some(Proof::Altered { words, paragraph }) => {
                Self::NotFound(format!("NOT FOUND: the source has “{words}” ({paragraph})"))
            }
            Some(Proof::Ambiguous(places)) => {
                let mut places: Vec<String> = places.iter().map(Passage::place).collect();
                places.dedup();
                let places = words::list(places.iter().map(String::as_str));
                Self::NotFound(format!(
                    "NOT FOUND in one place: it stands in several ({places})"
                ))
            }
            Some(Proof::Missing) => {
                Self::NotFound("NOT FOUND: no paragraph of the source has these words".to_owned())
            }
            Some(Proof::TooShort) => {
                Self::NotFound("NOT LOOKED UP: one word is no quotation".to_owned())
            }
            Some(Proof::NoText) => Self::Taken("reported, quotation not checked"),
            None if claim.source.is_none() => Self::Taken("no source"),
            None if held => Self::Taken("not quoted, in our words"),
            None => Self::Taken("reported, in our words"),
        }
    }
}

/// The words for a quotation that is found, and in what way.
fn found(passage: &Passage, how: Option<&str>) -> Founding {
    let across = passage
        .is_across_paragraphs()
        .then_some("across paragraphs");
    let how: Vec<&str> = how.into_iter().chain(across).collect();
    let how = if how.is_empty() {
        String::new()
    } else {
        format!(" ({})", how.join(", "))
    };
    Founding::Found(format!("found in the held text ✓{how}"))
}

impl Entry {
    /// Tells where its words are from: the source, its publisher and the paragraph.
    pub fn cited(&self) -> Option<String> {
        let source = self.source.as_deref()?;
        Some(match &self.paragraph {
            Some(paragraph) => format!("{source}, {paragraph}"),
            None => source.to_owned(),
        })
    }

    /// The source's own words, in their sentence where it is held.
    pub fn quotation(&self) -> Option<String> {
        match &self.words {
            Some(Words::Quote(spans)) => {
                Some(spans.iter().map(|span| span.text.as_str()).collect())
            }
            _ => None,
        }
    }

    /// Returns what the source says in the editor's words.
    pub fn summary(&self) -> Option<&str> {
        match &self.words {
            Some(Words::Summary(summary)) => Some(summary),
            _ => None,
        }
    }

    /// Puts a claim into words.
    pub fn new(atlas: &Atlas, weighed: Weighed) -> Self {
        let claim = &atlas[weighed.claim];
        let quote = quoted(claim, claim.source.map(|id| &atlas[id])).map(Words::Quote);
        Self {
            claim: weighed.claim,
            says: words::said(claim.says, claim.actor.map(|id| &atlas[id])),
            actor: claim.actor,
            words: quote.or_else(|| claim.summary.clone().map(Words::Summary)),
            because: claim.because.clone(),
            source: claim.source.map(|id| source(&atlas[id])),
            paragraph: paragraph(claim),
            dated: atlas.dated(claim),
            founding: Founding::of(atlas, claim),
            grade: claim.grade(),
            verdict: weighed.verdict,
            grading: grading(atlas, claim),
            repeats_state: false,
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

/// A source by its name and its publisher.
fn source(source: &Source) -> String {
    let names = std::iter::once(source.name()).chain(source.publisher_beside_name());
    names.collect::<Vec<&str>>().join(", ")
}

fn paragraph(claim: &Claim) -> Option<String> {
    let passage = claim.quote.as_ref()?.proof.passage()?;
    Some(passage.place())
}

//! Claims as W3C Web Annotations, for the tools that read them: <https://www.w3.org/TR/annotation-model/>.
//!
//! A claim points at its words by what they are, with what stands around them, and by where they stand, counted in
//! characters.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{ExportError, Exported, Exporter};
use crate::{
    atlas::{
        Atlas, Claim, ClaimId, Quotation, Source, Subject,
        quote::{self, Text},
    },
    caption::{self, words},
};

/// Characters of context on each side of a quotation.
const CONTEXT: usize = 32;

/// A JSON-LD array of every claim whose source has an address.
#[derive(Clone, Copy, Debug)]
pub struct Annotations;

impl Exporter for Annotations {
    fn name(&self) -> &'static str {
        "annotations"
    }

    fn about(&self) -> &'static str {
        "The claims as W3C Web Annotations, for annotation tools (JSON-LD)"
    }

    fn media_type(&self) -> &'static str {
        "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let mut json = serde_json::to_vec_pretty(&annotations(exported))?;
        json.push(b'\n');
        Ok(json)
    }

    fn left_out(&self, exported: &Exported) -> Option<String> {
        let left_out = exported.claims().count() - annotations(exported).len();
        let why = "left out: the source has no address, or the quotation is not found in it";
        (left_out > 0).then(|| format!("{} {why}", words::count(left_out, "claim")))
    }
}

fn annotations<'a>(exported: &Exported<'a>) -> Vec<Annotation<'a>> {
    let claims = exported.claims();
    claims
        .filter_map(|(id, claim)| annotation(exported.atlas, id, claim))
        .collect()
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    format: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Target<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    /// The copy that is quoted, where the source is a page that may change.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
struct State {
    #[serde(rename = "type")]
    kind: &'static str,
    cached: String,
}

/// The place of words in a text, in two ways that bear each other out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub enum Selector<'a> {
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        exact: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        prefix: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'a str,
    },
    /// Characters (code points) before the first and up to the last of the words.
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}

fn annotation<'a>(atlas: &'a Atlas, id: ClaimId, claim: &'a Claim) -> Option<Annotation<'a>> {
    let source = &atlas[claim.source?];
    claim.grade()?;
    let mut body = vec![Body::new(says(atlas, claim), "describing")];
    body.extend(in_sentence(source, claim).map(|words| Body::new(words, "describing")));
    body.extend(
        claim
            .summary
            .iter()
            .map(|words| Body::new(words.clone(), "describing")),
    );
    body.extend(
        claim
            .because
            .iter()
            .map(|why| Body::new(why.clone(), "commenting")),
    );
    Some(Annotation {
        context: "http://www.w3.org/ns/anno.jsonld",
        // Relative to where the annotations are published.
        id: format!("#claim-{}", id.index() + 1),
        kind: "Annotation",
        motivation: "describing",
        body,
        target: targets(source, claim)?,
    })
}

/// The words of a quotation that is found, between quotation marks, in their sentence.
fn in_sentence(source: &Source, claim: &Claim) -> Option<String> {
    claim.passage()?;
    let spans = caption::quoted(claim, Some(source))?;
    Some(spans.into_iter().map(|span| span.text).collect())
}

impl Body {
    fn new(value: String, purpose: &'static str) -> Self {
        Self {
            kind: "TextualBody",
            value,
            format: "text/plain",
            purpose,
        }
    }
}

/// Puts into words what a claim says, and of what: `Northeast: held by Kurdish-led forces`.
fn says(atlas: &Atlas, claim: &Claim) -> String {
    let subjects = claim.about.iter().map(|&subject| match subject {
        Subject::Map => atlas.title.as_str(),
        Subject::Region(id) => &atlas[id].name,
        Subject::Site(id) => &atlas[id].name,
        Subject::Actor(id) => &atlas[id].name,
    });
    let said = words::said(claim.says, claim.actor.map(|id| &atlas[id]));
    let said = said.unwrap_or_else(|| claim.says.plain().to_owned());
    format!("{}: {said}", words::list(subjects))
}

/// One target for each piece of a quotation; none where the source has no address.
fn targets<'a>(source: &'a Source, claim: &'a Claim) -> Option<Vec<Target<'a>>> {
    let copy = source.path.as_deref().map(address);
    let target = |selector| {
        Some(Target {
            kind: "SpecificResource",
            source: source.url.clone().or_else(|| copy.clone())?,
            state: source.url.as_ref().and(copy.clone()).map(|cached| State {
                kind: "TimeState",
                cached,
            }),
            selector,
        })
    };
    match (&source.text, claim.passage(), &claim.quote) {
        (Some(text), Some(passage), _) => {
            let ranges = passage.ranges.iter();
            ranges
                .map(|range| target(selectors(text, range).to_vec()))
                .collect()
        }
        (None, _, Some(quote)) => pieces(quote).map(|words| target(vec![words])).collect(),
        _ => Some(vec![target(Vec::new())?]),
    }
}

/// Selects what is quoted of a text that is not held, one selector for each piece.
fn pieces(quote: &Quotation) -> impl Iterator<Item = Selector<'_>> {
    let pieces: Vec<&str> = quote::pieces(&quote.exact);
    let last = pieces.len().saturating_sub(1);
    pieces
        .into_iter()
        .enumerate()
        .map(move |(n, exact)| Selector::Quote {
            exact,
            prefix: quote
                .prefix
                .as_deref()
                .filter(|_| n == 0)
                .unwrap_or_default(),
            suffix: quote
                .suffix
                .as_deref()
                .filter(|_| n == last)
                .unwrap_or_default(),
        })
}

/// The selectors of the words in a byte range of a text.
pub fn selectors<'a>(text: &'a Text, range: &Range<usize>) -> [Selector<'a>; 2] {
    let (before, exact, after) = (
        &text.raw()[..range.start],
        &text.raw()[range.clone()],
        &text.raw()[range.end..],
    );
    let from = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(0, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(at, _)| at);
    let start = before.chars().count();
    [
        Selector::Quote {
            exact,
            prefix: &before[from..],
            suffix: &after[..to],
        },
        Selector::Position {
            start,
            end: start + exact.chars().count(),
        },
    ]
}

/// A path as a relative address: the unreserved characters of RFC 3986 and slashes stay.
fn address(path: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~')
        .remove(b'/');
    utf8_percent_encode(path, ENCODED).to_string()
}

//! Claims as W3C Web Annotations, for the tools that read them: <https://www.w3.org/TR/annotation-model/>.
//!
//! A claim points at its words by what they are, with what stands around them, and by where they stand, counted in
//! characters.

mod selector;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{
    ExportError, Exported, Exporter,
    claim_ids::{ClaimIds, about},
};
use crate::{
    atlas::{Atlas, Claim, Date, Grade, Source},
    caption::{self, words},
};
use selector::{Selector, pieces, selectors};

/// The contexts of the terms: the W3C's, and this program's own beside it.
const CONTEXT: (&str, Own) = (
    "http://www.w3.org/ns/anno.jsonld",
    Own {
        prefix: "urn:x-whoholds:",
    },
);

/// A JSON-LD array of every claim that has a source and is not refuted by it.
#[derive(Clone, Copy, Debug)]
pub struct Annotations;

impl Exporter for Annotations {
    fn name(&self) -> &'static str {
        "annotations"
    }

    fn about(&self) -> &'static str {
        "The claims as W3C Web Annotations, for annotation tools (JSON-LD)"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["jsonld", "json"]
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
        let why = "left out: drafts, and those without a source or with a quotation that is not found in it";
        (left_out > 0).then(|| format!("{} {why}", words::count(left_out, "claim")))
    }
}

fn annotations<'a>(exported: &Exported<'a>) -> Vec<Annotation<'a>> {
    let ids = ClaimIds::new(exported.atlas);
    let claims = exported.claims();
    claims
        .filter(|(_, claim)| !claim.draft)
        .filter_map(|(id, claim)| annotation(exported.atlas, &ids[id], claim))
        .collect()
}

#[derive(Serialize)]
struct Own {
    #[serde(rename = "whoholds")]
    prefix: &'static str,
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Own),
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target<'a>>,
    #[serde(flatten)]
    claim: Said<'a>,
}

/// The content of the claim, for programs: ids, words and dates as the region file has them.
#[derive(Serialize)]
struct Said<'a> {
    #[serde(rename = "whoholds:about")]
    about: Vec<&'a str>,
    #[serde(rename = "whoholds:says")]
    says: &'static str,
    #[serde(rename = "whoholds:actor", skip_serializing_if = "Option::is_none")]
    actor: Option<&'a str>,
    #[serde(rename = "whoholds:grade")]
    grade: &'static str,
    #[serde(rename = "whoholds:when", skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(rename = "whoholds:published", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
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
    source: Address<'a>,
    /// The copy that is quoted, where the source is a page that may change.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector<'a>>,
}

/// The location of a source, or what tells it from others where that is not known.
#[derive(Clone, Serialize)]
#[serde(untagged)]
enum Address<'a> {
    Known(String),
    Named {
        id: String,
        #[serde(rename = "dcterms:title", skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        #[serde(rename = "dcterms:publisher", skip_serializing_if = "Option::is_none")]
        publisher: Option<&'a str>,
    },
}

#[derive(Serialize)]
struct State {
    #[serde(rename = "type")]
    kind: &'static str,
    cached: String,
}

fn annotation<'a>(atlas: &'a Atlas, id: &str, claim: &'a Claim) -> Option<Annotation<'a>> {
    let source = &atlas[claim.source?];
    let grade = claim.grade()?;
    let mut body = vec![Body::new(words::claimed(atlas, claim), "describing")];
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
        context: CONTEXT,
        // Relative to where the annotations are published.
        id: format!("#{id}"),
        kind: "Annotation",
        motivation: "describing",
        body,
        target: targets(source, claim),
        claim: Said {
            about: about(atlas, claim).collect(),
            says: claim.says.key(),
            actor: claim.actor.map(|id| atlas[id].id.as_str()),
            grade: Grade::key(grade),
            when: claim.when.map(Date::iso),
            published: source.published.map(Date::iso),
        },
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

/// One target for each piece of a quotation.
fn targets<'a>(source: &'a Source, claim: &'a Claim) -> Vec<Target<'a>> {
    let copy = source.path.as_deref().map(address);
    let target = |selector| Target {
        kind: "SpecificResource",
        source: source
            .url
            .clone()
            .or_else(|| copy.clone())
            .map_or_else(|| named(source), Address::Known),
        state: source.url.as_ref().and(copy.clone()).map(|cached| State {
            kind: "TimeState",
            cached,
        }),
        selector,
    };
    match (&source.text, claim.passage(), &claim.quote) {
        (Some(text), Some(passage), _) => {
            let ranges = passage.ranges.iter();
            ranges
                .map(|range| target(selectors(text, range).to_vec()))
                .collect()
        }
        (None, _, Some(quote)) => pieces(quote).map(|words| target(vec![words])).collect(),
        _ => vec![target(Vec::new())],
    }
}

fn named(source: &Source) -> Address<'_> {
    Address::Named {
        id: format!("urn:x-whoholds:source:{}", source.id),
        title: source.title.as_deref(),
        publisher: source.publisher.as_deref(),
    }
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

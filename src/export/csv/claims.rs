//! A row a claim.

use super::{MEDIA_TYPE, cell, table};
use crate::{
    atlas::{Atlas, Claim, ClaimId, Date, Dated, Grade, quote::Passage},
    caption::{quoted, words},
    export::{
        ExportError, Exported, Exporter,
        citation::{Format, cite},
        claim_ids::{ClaimIds, about},
    },
};

/// Every claim that is exported.
#[derive(Clone, Copy, Debug)]
pub struct Claims;

const HEADER: [&str; 21] = [
    "id",
    "about",
    "says",
    "actor",
    "words",
    "grade",
    "quotation",
    "exact",
    "summary",
    "because",
    "source",
    "source_title",
    "publisher",
    "published",
    "url",
    "paragraph",
    "when",
    "counts_from",
    "undated",
    "draft",
    "citation",
];

impl Exporter for Claims {
    fn name(&self) -> &'static str {
        "claims"
    }

    fn about(&self) -> &'static str {
        "A table with a row for each claim (CSV)"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn export(&self, exported: &Exported) -> Result<Vec<u8>, ExportError> {
        let ids = ClaimIds::new(exported.atlas);
        let at = exported.snapshot.date;
        let rows = exported
            .claims()
            .map(|(id, claim)| row(exported.atlas, (id, &ids[id]), claim, at));
        table(HEADER, rows)
    }
}

fn row(atlas: &Atlas, (nth, id): (ClaimId, &str), claim: &Claim, at: Date) -> [String; 21] {
    let source = claim.source.map(|id| &atlas[id]);
    let actor = claim.actor.map(|id| &atlas[id]);
    let dated = atlas.dated(claim);
    let sentence = quoted(claim, source)
        .map(|spans| spans.into_iter().map(|span| span.text).collect::<String>());
    let date = |date: Option<Date>| date.map(Date::iso).unwrap_or_default();
    let exact = claim.quote.as_ref().map(|quote| quote.exact.as_str());
    [
        id.to_owned(),
        cell::ids(about(atlas, claim)),
        claim.says.key().to_owned(),
        actor.map(|actor| actor.id.clone()).unwrap_or_default(),
        cell::some(words::said(claim.says, actor).as_deref()),
        claim.grade().map_or("not found", Grade::key).to_owned(),
        cell::some(sentence.as_deref()),
        cell::some(exact),
        cell::some(claim.summary.as_deref()),
        cell::some(claim.because.as_deref()),
        source.map(|source| source.id.clone()).unwrap_or_default(),
        cell::some(source.and_then(|source| source.title.as_deref())),
        cell::some(source.and_then(|source| source.publisher.as_deref())),
        date(source.and_then(|source| source.published)),
        cell::some(source.and_then(|source| source.url.as_deref())),
        claim.passage().map(Passage::place).unwrap_or_default(),
        date(claim.when),
        dated.by().iso(),
        matches!(dated, Dated::Undated(_)).to_string(),
        claim.draft.to_string(),
        cell::text(cite(atlas, nth, at, Format::Plain).trim_end()),
    ]
}

//! Dates that can't be.

use jiff::ToSpan;

use super::Finding;
use crate::atlas::{Atlas, Claim, ClaimId, Date};

/// Nobody remembers what is more years ago.
const LIFETIME: i32 = 100;

/// Finds what is dated too early or too late.
pub fn findings(atlas: &Atlas, today: Date) -> Vec<Finding> {
    let claims = atlas.claim_ids().zip(&atlas.claims);
    let of_claims = claims.flat_map(|(id, claim)| {
        let ahead = ahead(atlas, id, claim, today).into_iter();
        ahead.chain(long_before(atlas, id, claim, today))
    });
    of_claims
        .chain(newer_source(atlas))
        .chain(impossible(atlas, today))
        .collect()
}

/// Sources and a file from after today, and sources that were fetched before they were published.
fn impossible(atlas: &Atlas, today: Date) -> impl Iterator<Item = Finding> {
    let sources = atlas.source_ids().zip(&atlas.sources);
    let of_sources = sources.filter_map(move |(id, source)| {
        let ahead = [source.published, source.retrieved];
        let ahead = ahead
            .into_iter()
            .flatten()
            .find(|date| today.is_before(*date));
        let before = source.retrieved.filter(|date| {
            source
                .published
                .is_some_and(|published| date.is_before(published))
        });
        let source = Some(id);
        ahead
            .or(before)
            .map(|date| Finding::Impossible { source, date })
    });
    let file = today.is_before(atlas.as_of).then_some(Finding::Impossible {
        source: None,
        date: atlas.as_of,
    });
    of_sources.chain(file)
}

/// Finds what its source can't have reported yet. A source that was published before is an error, and found elsewhere.
fn ahead(atlas: &Atlas, id: ClaimId, claim: &Claim, today: Date) -> Option<Finding> {
    let source = claim.source.map(|source| &atlas[source]);
    let retrieved = source.and_then(|source| source.retrieved);
    let fetched = retrieved.filter(|date| !today.is_before(*date));
    let latest = fetched.unwrap_or(today);
    latest.is_before(claim.when?).then_some(Finding::WhenAhead {
        claim: id,
        retrieved: fetched,
    })
}

fn long_before(atlas: &Atlas, id: ClaimId, claim: &Claim, today: Date) -> Option<Finding> {
    let source = claim.source.map(|source| &atlas[source]);
    let source = source.and_then(|source| source.published.or(source.retrieved));
    let latest = source.unwrap_or(today);
    let remembered = claim.when?.last_day().saturating_add(LIFETIME.years());
    (remembered < latest.first_day()).then_some(Finding::WhenLongBefore { claim: id, source })
}

fn newer_source(atlas: &Atlas) -> Option<Finding> {
    let sources = atlas.source_ids().zip(&atlas.sources);
    let dated = sources.filter_map(|(id, source)| Some((source.published?, id)));
    let (published, source) =
        dated.max_by_key(|&(published, id)| (published, std::cmp::Reverse(id)))?;
    atlas
        .as_of
        .is_before(published)
        .then_some(Finding::NewerSource { source, published })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{SourceId, misleading::tests::date, sample};

    #[test]
    fn nothing_comes_out_after_today_or_after_it_was_fetched() {
        let found = |published: Option<&str>, retrieved: Option<&str>, today: &str| {
            let mut atlas = sample::atlas();
            atlas.claims.clear();
            atlas.as_of = date("2026-06-01");
            atlas.sources[1].published = published.map(date);
            atlas.sources[1].retrieved = retrieved.map(date);
            findings(&atlas, date(today))
        };
        let impossible = |source, day: &str| Finding::Impossible {
            source,
            date: date(day),
        };
        let (wire, file, today) = (Some(SourceId(1)), None, "2026-06-01");
        assert_eq!(found(Some("2026-06-01"), Some("2026-06-01"), today), []);
        assert_eq!(
            found(None, None, "2026-05-31"),
            [impossible(file, "2026-06-01")]
        );
        assert_eq!(
            found(None, Some("2026-06-02"), today),
            [impossible(wire, "2026-06-02")]
        );
        assert_eq!(
            found(Some("2026-05-20"), Some("2026-05-19"), today),
            [impossible(wire, "2026-05-19")]
        );
        assert_eq!(found(Some("2026-05"), Some("2026-05-19"), today), []);
        let newer = Finding::NewerSource {
            source: SourceId(1),
            published: date("2026-06-02"),
        };
        assert_eq!(
            found(Some("2026-06-02"), None, today),
            [newer, impossible(wire, "2026-06-02")]
        );
    }
}

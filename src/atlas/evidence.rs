//! How well the state of a place is founded: what its deciding claims amount to.

use super::{
    ActorId, Atlas, Claim, Date, Grade, Says,
    state::{Verdict, Weighed},
};

/// What the deciding claims of one place amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// That of the best founded of them.
    pub grade: Grade,
    /// The date of the newest of them, or `None` where nothing decides.
    pub newest: Option<Date>,
    /// How many independent sources say the same, see [`independent_sources`].
    pub sources: usize,
}

impl Evidence {
    pub fn of(atlas: &Atlas, weighed: &[Weighed]) -> Self {
        Self {
            grade: grade(atlas, weighed),
            newest: deciding(atlas, weighed)
                .map(|claim| atlas.dated(claim).date())
                .max(),
            sources: independent_sources(atlas, weighed),
        }
    }
}

/// The claims that decide.
pub(super) fn deciding<'a>(
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
) -> impl Iterator<Item = &'a Claim> {
    weighed
        .iter()
        .filter(|item| item.verdict == Verdict::Decides)
        .map(|item| &atlas[item.claim])
}

/// The grade of the best founded of the deciding claims.
pub(super) fn grade(atlas: &Atlas, weighed: &[Weighed]) -> Grade {
    deciding(atlas, weighed)
        .filter_map(Claim::grade)
        .min()
        .unwrap_or(Grade::Silent)
}

/// How many sources that don't rest on each other say what the deciding claims say.
///
/// Sources of one origin count once. Where the claims say several things, as in a dispute, sources for one of them are
/// none for the others: the least supported counts. The editor's reading is nobody's words, so it adds no source.
pub fn independent_sources(atlas: &Atlas, weighed: &[Weighed]) -> usize {
    let mut said: Vec<(Says, Option<ActorId>)> = deciding(atlas, weighed)
        .map(|claim| (claim.says, claim.actor))
        .collect();
    said.sort_unstable();
    said.dedup();
    let origins = |wanted: &(Says, Option<ActorId>)| {
        let mut origins: Vec<&str> = deciding(atlas, weighed)
            .filter(|claim| (claim.says, claim.actor) == *wanted)
            .filter(|claim| matches!(claim.grade(), Some(Grade::Quoted | Grade::Reported)))
            .filter_map(|claim| claim.source.map(|id| atlas[id].rests_on()))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    };
    said.iter().map(origins).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        Place, SourceId,
        sample::{self, BLUES, NORTHWEST, REDS, SOUTHEAST, SOUTHWEST},
        state::Snapshot,
    };

    /// The northwest as other sources, of the origins given, report it held.
    fn reported(origins: &[(ActorId, Option<&str>)]) -> Evidence {
        let mut atlas = sample::atlas();
        let wire = atlas[SourceId(1)].clone();
        for (n, (actor, origin)) in origins.iter().enumerate() {
            atlas.sources.push(super::super::Source {
                id: format!("wire-{n}"),
                origin: origin.map(str::to_owned),
                ..wire.clone()
            });
            atlas.claims.push(Claim {
                source: Some(SourceId(atlas.sources.len() - 1)),
                actor: Some(*actor),
                quote: None,
                summary: Some("They hold it.".to_owned()),
                ..atlas.claims[0].clone()
            });
        }
        evidence(&atlas, NORTHWEST)
    }

    fn evidence(atlas: &Atlas, place: Place) -> Evidence {
        let snapshot = Snapshot::at(atlas, atlas.as_of);
        Evidence::of(atlas, snapshot.weighed(place))
    }

    #[test]
    fn sources_of_one_origin_count_once() {
        assert_eq!(reported(&[]).sources, 1);
        assert_eq!(reported(&[(REDS, None)]).sources, 2);
        let agency = Some("agency");
        assert_eq!(reported(&[(REDS, agency), (REDS, agency)]).sources, 2);
        assert_eq!(
            reported(&[(REDS, agency), (REDS, Some("other"))]).sources,
            3
        );
        // A source that names another of the file as its origin is no second one.
        assert_eq!(reported(&[(REDS, Some("article"))]).sources, 1);
    }

    #[test]
    fn sources_that_differ_do_not_support_each_other() {
        let disputed = reported(&[(REDS, None), (BLUES, None)]);
        assert_eq!((disputed.sources, disputed.grade), (1, Grade::Quoted));
        let atlas = sample::atlas();
        assert_eq!(evidence(&atlas, SOUTHWEST).sources, 1);
    }

    #[test]
    fn the_editors_reading_is_no_source() {
        let mut atlas = sample::atlas();
        atlas.claims[0].because = Some("So we read it.".to_owned());
        let read = evidence(&atlas, NORTHWEST);
        assert_eq!((read.sources, read.grade), (0, Grade::Inferred));
    }

    #[test]
    fn the_newest_is_of_what_decides_and_undated_claims_count_by_the_rule() {
        let atlas = sample::atlas();
        assert_eq!(evidence(&atlas, NORTHWEST).newest, Some(atlas.as_of));
        assert_eq!(
            evidence(&atlas, SOUTHWEST).newest,
            "2026-01-02".parse().ok()
        );
        // What is not proved counts for nothing.
        let silent = evidence(&atlas, SOUTHEAST);
        assert_eq!(
            silent,
            Evidence {
                grade: Grade::Silent,
                newest: None,
                sources: 0
            }
        );
    }
}

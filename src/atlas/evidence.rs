//! The evidence for the state of a place: what its deciding claims amount to.

use std::cmp::Reverse;

use super::{
    ActorId, Atlas, Claim, Date, Dated, Grade, Source, SourceId,
    says::Role,
    verdict::{Verdict, Weighed},
};

/// The evidence that the deciding claims of one place amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The weakest among the things that are said, each as well founded as the best claim that says it.
    pub grade: Grade,
    /// The date of the newest of them, undated only where all are; `None` where nothing decides.
    pub newest: Option<Dated>,
    /// `true` if any of them is undated.
    pub undated: bool,
    /// The date of the newest claim that agrees with them and says less, where that is newer.
    pub in_part: Option<Date>,
    /// The number of independent sources that say the same, see [`independent_sources`].
    pub sources: usize,
}

impl Evidence {
    /// Sums up the claims about one place.
    pub fn of(atlas: &Atlas, weighed: &[Weighed]) -> Self {
        let dated = || deciding(atlas, weighed).map(|claim| atlas.dated(claim));
        let newest = dated().max_by_key(|dated| (dated.date().is_some(), dated.by()));
        let in_part = agreeing(atlas, weighed).filter_map(|claim| atlas.dated(claim).date());
        Self {
            grade: grade(atlas, weighed),
            newest,
            in_part: in_part.max().filter(|date| {
                newest
                    .and_then(Dated::date)
                    .is_none_or(|newest| newest < *date)
            }),
            undated: dated().any(|dated| dated.date().is_none()),
            sources: independent_sources(atlas, weighed),
        }
    }
}

/// The claims that decide.
pub(super) fn deciding<'a>(
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
) -> impl Iterator<Item = &'a Claim> {
    of(atlas, weighed, Verdict::decides)
}

/// The claims that agree with those that decide and say less.
fn agreeing<'a>(atlas: &'a Atlas, weighed: &'a [Weighed]) -> impl Iterator<Item = &'a Claim> {
    of(atlas, weighed, |verdict| {
        matches!(verdict, Verdict::Within(_))
    })
}

fn of<'a>(
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
    wanted: fn(Verdict) -> bool,
) -> impl Iterator<Item = &'a Claim> {
    let items = weighed.iter().filter(move |item| wanted(item.verdict));
    items.map(|item| &atlas[item.claim])
}

/// One thing that is said: what it makes of whom. Claims that say one thing support each other.
type Assertion = (Role, Option<ActorId>);

/// The deciding claims with the assertion that each makes.
fn assertions<'a>(
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
) -> impl Iterator<Item = (Assertion, &'a Claim)> {
    let deciding = weighed.iter().filter(|item| item.verdict.decides());
    deciding.map(|item| {
        let claim = &atlas[item.claim];
        ((item.role, claim.actor), claim)
    })
}

/// Collects what is said, each thing once.
fn said(atlas: &Atlas, weighed: &[Weighed]) -> Vec<Assertion> {
    let mut said: Vec<Assertion> = assertions(atlas, weighed)
        .map(|(assertion, _)| assertion)
        .collect();
    said.sort_unstable();
    said.dedup();
    said
}

/// Everything that is said, each thing once, as well founded as the best claim that says it.
fn graded(atlas: &Atlas, weighed: &[Weighed]) -> Vec<(Assertion, Grade)> {
    let mut graded: Vec<(Assertion, Grade)> = assertions(atlas, weighed)
        .filter_map(|(assertion, claim)| Some((assertion, claim.grade()?)))
        .collect();
    graded.sort_unstable();
    graded.dedup_by_key(|(assertion, _)| *assertion);
    graded
}

/// The weakest grade among the things that are said: a state is known no better than the worst known part of it.
pub(super) fn grade(atlas: &Atlas, weighed: &[Weighed]) -> Grade {
    let grades = graded(atlas, weighed).into_iter().map(|(_, grade)| grade);
    grades.max().unwrap_or(Grade::Silent)
}

/// The weakest grade among the things that are said of each actor.
pub(super) fn grades(atlas: &Atlas, weighed: &[Weighed]) -> Vec<(ActorId, Grade)> {
    let said = graded(atlas, weighed).into_iter();
    let mut grades: Vec<(ActorId, Grade)> = said
        .filter_map(|((_, actor), grade)| Some((actor?, grade)))
        .collect();
    grades.sort_unstable_by_key(|&(actor, grade)| (actor, Reverse(grade)));
    grades.dedup_by_key(|(actor, _)| *actor);
    grades
}

/// Counts the independent sources that say what the deciding claims say, as far as their origins are stated.
///
/// Sources of one origin count once, and so does a source that has another's words. Where the claims say several
/// things, as in a dispute, sources for one of them are none for the others: the least supported counts. The editor's
/// reading is nobody's words, so it adds no source.
pub fn independent_sources(atlas: &Atlas, weighed: &[Weighed]) -> usize {
    let origins = |wanted: &Assertion| {
        let mut origins: Vec<String> = assertions(atlas, weighed)
            .filter(|(assertion, _)| assertion == wanted)
            .filter(|(_, claim)| matches!(claim.grade(), Some(Grade::Quoted | Grade::Reported)))
            .filter_map(|(_, claim)| claim.source.map(|id| atlas.rests_on(id)))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    };
    said(atlas, weighed).iter().map(origins).min().unwrap_or(0)
}

impl Atlas {
    /// Returns what a source rests on in the end: the source whose words it has, whatever it says of its origin, else
    /// its origin, or itself. An origin may be the id of another source of the file, which is then asked in turn.
    pub fn rests_on(&self, source: SourceId) -> String {
        let mut source = source;
        // At most as many steps as there are sources: two may name each other.
        for _ in &self.sources {
            let origin = self[source].origin.as_deref().map(folded);
            let named = origin.as_ref().and_then(|origin| {
                let same = |it: &Source| it.id == *origin;
                self.sources.iter().position(same).map(SourceId)
            });
            match (self[source].follows.or(named), origin) {
                (Some(next), _) if next != source => source = next,
                (_, Some(origin)) => return origin,
                _ => break,
            }
        }
        self[source].id.clone()
    }
}

/// An origin in one spelling, whatever its case and spaces.
pub(super) fn folded(origin: &str) -> String {
    let words: Vec<&str> = origin.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        Place, Says, SourceId,
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
            let claim = Claim {
                source: Some(SourceId(atlas.sources.len() - 1)),
                actor: Some(*actor),
                quote: None,
                summary: Some("They hold it.".to_owned()),
                ..atlas.claims[0].clone()
            };
            atlas.claims.push(claim);
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
        assert_eq!((disputed.sources, disputed.grade), (1, Grade::Reported));
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
    fn a_newer_claim_that_says_less_is_told_beside_the_newest_that_decides() {
        let mut atlas = sample::atlas();
        let part = |when: &str| Claim {
            about: vec![SOUTHWEST.into()],
            says: Says::HoldsPart,
            actor: Some(REDS),
            when: Some(when.parse().expect("a date")),
            ..atlas.claims[4].clone()
        };
        let parts = ["2026-01-02", "2026-01-03"].map(part);
        atlas.claims.truncate(5);
        let newest = Some(Dated::Stated("2026-01-02".parse().expect("a date")));
        let [same, newer] = parts.map(|claim| {
            let mut atlas = atlas.clone();
            atlas.claims.push(claim);
            evidence(&atlas, SOUTHWEST)
        });
        assert_eq!((same.newest, same.in_part), (newest, None));
        let third = "2026-01-03".parse().ok();
        assert_eq!((newer.newest, newer.in_part), (newest, third));
    }

    #[test]
    fn what_a_source_rests_on_is_followed_to_its_end() {
        let mut atlas = sample::atlas();
        let rests = |atlas: &Atlas| [0, 1].map(|n| atlas.rests_on(SourceId(n)));
        assert_eq!(rests(&atlas), ["article", "wire"]);
        atlas.sources[0].origin = Some("Wire".to_owned());
        assert_eq!(rests(&atlas), ["wire", "wire"]);
        atlas.sources[1].origin = Some("An  Agency".to_owned());
        assert_eq!(rests(&atlas), ["an agency", "an agency"]);
        // Whose words it has counts before what it says of its origin; two may name each other.
        atlas.sources[1].follows = Some(SourceId(0));
        atlas.sources[0].origin = None;
        assert_eq!(rests(&atlas), ["article", "article"]);
        atlas.sources[0].origin = Some("wire".to_owned());
        assert_eq!(rests(&atlas).len(), 2);
        // A source that names itself rests on nothing else.
        atlas.sources[1].follows = None;
        atlas.sources[1].origin = Some("wire".to_owned());
        assert_eq!(rests(&atlas), ["wire", "wire"]);
    }

    #[test]
    fn each_actor_is_known_as_well_as_what_is_said_of_it() {
        let mut atlas = sample::atlas();
        let read = Claim {
            actor: Some(BLUES),
            because: Some("So we read it.".to_owned()),
            ..atlas.claims[0].clone()
        };
        atlas.claims.push(read);
        let snapshot = Snapshot::at(&atlas, atlas.as_of);
        let basis = snapshot.basis(NORTHWEST);
        assert_eq!(basis.grade, Grade::Inferred);
        assert_eq!(basis.grade_of(REDS), Grade::Quoted);
        assert_eq!(basis.grade_of(BLUES), Grade::Inferred);
    }

    #[test]
    fn the_newest_is_of_what_decides_and_undated_claims_count_by_the_rule() {
        let atlas = sample::atlas();
        let undated = Some(Dated::Undated(atlas.as_of));
        assert_eq!(evidence(&atlas, NORTHWEST).newest, undated);
        assert_eq!(
            evidence(&atlas, SOUTHWEST).newest,
            Some(Dated::Stated("2026-01-02".parse().expect("a date")))
        );
        // What is not found counts for nothing.
        let silent = evidence(&atlas, SOUTHEAST);
        assert_eq!(
            silent,
            Evidence {
                grade: Grade::Silent,
                newest: None,
                undated: false,
                in_part: None,
                sources: 0
            }
        );
    }
}

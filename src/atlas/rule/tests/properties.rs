//! Properties that hold of any claims.

use proptest::prelude::*;

use super::*;

/// Claims about a region or about a site.
fn some_claims() -> impl Strategy<Value = (Subject, Vec<String>)> {
    let dates = [
        "-",
        "2025",
        "2026-01",
        "2026-01-10",
        "2026-01-20",
        "2026-02-10",
    ];
    prop::bool::ANY.prop_flat_map(move |of_region| {
        let fits = move |says: &&Says| {
            if of_region {
                says.fits_region()
            } else {
                says.fits_site()
            }
        };
        let verbs: Vec<&str> = Says::ALL
            .iter()
            .filter(fits)
            .map(|says| says.key())
            .collect();
        let claim = (
            prop::sample::select(vec!["K", "G", "R"]),
            prop::sample::select(verbs),
            prop::sample::select(dates.to_vec()),
        );
        let claim = claim.prop_map(|(who, verb, when)| format!("{who} {verb} {when}"));
        let subject = if of_region {
            Subject::Region(REGION)
        } else {
            Subject::Site(SITE)
        };
        prop::collection::vec(claim, 0..8).prop_map(move |claims| (subject, claims))
    })
}

fn at(atlas: &Atlas) -> (Control, Status, Grade, Grade, usize) {
    let snapshot = Snapshot::at(atlas, date("2026-01-31"));
    let (region, site) = (&snapshot[REGION], &snapshot[SITE]);
    let evidence = Evidence::of(atlas, &region.basis.weighed);
    (
        region.control.clone(),
        site.status.clone(),
        region.basis.grade,
        site.basis.grade,
        evidence.sources,
    )
}

fn made(subject: Subject, claims: &[String]) -> Atlas {
    atlas(
        subject,
        &claims.iter().map(String::as_str).collect::<Vec<_>>(),
    )
}

proptest! {
    #[test]
    fn the_order_of_claims_does_not_matter(
        (subject, claims) in some_claims(), shuffle in prop::collection::vec(any::<u32>(), 8),
    ) {
        let mut other: Vec<(u32, String)> = shuffle.into_iter().zip(claims.clone()).collect();
        other.sort();
        let other: Vec<String> = other.into_iter().map(|(_, claim)| claim).collect();
        prop_assert_eq!(at(&made(subject, &claims)), at(&made(subject, &other)));
    }

    #[test]
    fn what_is_unproved_switched_off_or_later_changes_nothing(
        (subject, claims) in some_claims(), (_, more) in some_claims(), how in 0..3_u8,
    ) {
        let atlas = made(subject, &claims);
        let mut wider = atlas.clone();
        for mut claim in made(subject, &more).claims.clone() {
            match how {
                0 => claim.quote = made(subject, &["!K present 2025".to_owned()]).claims[0].quote.clone(),
                1 => claim.when = Some(date("2026-02-20")),
                _ => claim.source = Some(crate::atlas::SourceId(0)),
            }
            wider.claims.push(claim);
        }
        let off = [crate::atlas::Switch::Source(crate::atlas::SourceId(0))];
        let off: Switchboard = if how == 2 { off.into_iter().collect() } else { Switchboard::default() };
        let snapshot = Snapshot::with(&wider, date("2026-01-31"), &off);
        let plain = Snapshot::at(&atlas, date("2026-01-31"));
        prop_assert_eq!(&snapshot[REGION].control, &plain[REGION].control);
        prop_assert_eq!(&snapshot[SITE].status, &plain[SITE].status);
        prop_assert_eq!(snapshot[REGION].basis.grade, plain[REGION].basis.grade);
    }

    #[test]
    fn nobody_is_named_whom_no_deciding_claim_names((subject, claims) in some_claims()) {
        let atlas = made(subject, &claims);
        let snapshot = Snapshot::at(&atlas, date("2026-01-31"));
        for place in [Place::Region(REGION), Place::Site(SITE)] {
            let weighed = snapshot.weighed(place);
            let decides = |actor: &ActorId| {
                weighed.iter().any(|item| item.verdict.decides() && atlas[item.claim].actor == Some(*actor))
            };
            prop_assert!(snapshot.actors(place).iter().all(decides));
            let known = weighed.iter().any(|item| item.verdict.decides());
            prop_assert_eq!(known, snapshot.grade(place) != Grade::Silent);
            prop_assert_eq!(known, !snapshot.actors(place).is_empty());
        }
    }

    #[test]
    fn what_is_over_need_not_be_looked_at((subject, claims) in some_claims(), days in prop::collection::vec(1..29_u8, 0..40)) {
        let daily = days.iter().map(|day| format!("{} {} 2026-01-{day:02}", if day % 3 == 0 { "K" } else { "G" }, "present"));
        let claims: Vec<String> = claims.into_iter().chain(daily.filter(|_| matches!(subject, Subject::Site(_)))).collect();
        let atlas = made(subject, &claims);
        for day in ["2025-12-31", "2026-01-05", "2026-01-15", "2026-01-31"] {
            let state = Snapshot::at(&atlas, date(day));
            for place in [Place::Region(REGION), Place::Site(SITE)] {
                let mut all = state.history(&atlas, place);
                all.retain(|item| !matches!(item.verdict, Verdict::Later | Verdict::Superseded(_)));
                prop_assert_eq!(state.weighed(place), all);
            }
        }
    }

    #[test]
    fn a_claim_is_superseded_by_what_is_surely_later_alone((subject, claims) in some_claims()) {
        let atlas = made(subject, &claims);
        let weighed = bearing(&atlas, subject, date("2026-01-31"), &Switchboard::default());
        let state = Snapshot::at(&atlas, date("2026-01-31"));
        let all = [Place::Region(REGION), Place::Site(SITE)].map(|place| state.history(&atlas, place)).concat();
        prop_assert_eq!(weighed.len(), claims.len());
        for item in all {
            if let Verdict::Superseded(by) | Verdict::Narrowed(by) = item.verdict {
                prop_assert!(atlas.dated(&atlas[item.claim]).is_before(atlas.dated(&atlas[by])));
            }
            if let Verdict::Within(bigger) = item.verdict {
                prop_assert_eq!(atlas[item.claim].actor, atlas[bigger].actor);
            }
        }
    }
}

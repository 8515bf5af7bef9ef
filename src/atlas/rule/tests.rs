//! The rule by cases, each with the state that is expected, and by properties.
//!
//! A claim is written as its actor, its verb and its date: `K holds 2026-01-10`; `-` stands for no date, `!` before the
//! actor for a quotation that is not found in its source. The file's own date is 28 January 2026.

use proptest::prelude::*;

use super::*;
use crate::atlas::{
    Grade, Place, Quotation, evidence::Evidence, quote::Proof, sample, state::Snapshot,
};

const ACTORS: &str = "KGR";
const REGION: RegionId = RegionId(0);
const SITE: SiteId = SiteId(0);

fn atlas(subject: Subject, claims: &[&str]) -> Atlas {
    let mut atlas = sample::atlas();
    let actor = atlas.actors[0].clone();
    atlas.actors = ACTORS.chars().map(|_| actor.clone()).collect();
    for source in &mut atlas.sources {
        source.published = None;
    }
    let blank = Claim {
        about: vec![subject],
        quote: None,
        because: None,
        summary: Some("So it is said.".to_owned()),
        source: Some(crate::atlas::SourceId(1)),
        when: None,
        ..atlas.claims[0].clone()
    };
    let claim = |text: &&str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [who, verb, when] = words[..] else {
            panic!("no claim: {text}")
        };
        let missing = Quotation {
            exact: "never said".to_owned(),
            prefix: None,
            suffix: None,
            across_paragraphs: false,
            proof: Proof::Missing,
        };
        let says = Says::ALL.iter().find(|says| says.key() == verb);
        Claim {
            says: *says.expect("a verb"),
            actor: ACTORS.find(who.trim_start_matches('!')).map(ActorId),
            when: when.parse().ok(),
            quote: who.starts_with('!').then_some(missing),
            ..blank.clone()
        }
    };
    atlas.claims = claims.iter().map(claim).collect();
    atlas
}

fn letter(actor: ActorId) -> String {
    ACTORS[actor.0..=actor.0].to_owned()
}

fn letters(actors: &[ActorId]) -> String {
    actors.iter().copied().map(letter).collect()
}

/// The state of a region in a word and the letters of those it names.
fn region(claims: &[&str], date: &str) -> String {
    let atlas = atlas(Subject::Region(REGION), claims);
    let snapshot = Snapshot::at(&atlas, date.parse().expect("a date"));
    match &snapshot[REGION].control {
        Control::Silent => "silent".to_owned(),
        Control::Held(actor) => format!("held {}", letter(*actor)),
        Control::Occupied(actor) => format!("occupied {}", letter(*actor)),
        Control::InParts(actors) => format!("parts {}", letters(actors)),
        Control::Contested(actors) => format!("contested {}", letters(actors)),
        Control::Disputed(actors) => format!("disputed {}", letters(actors)),
    }
}

/// Writes out what is said of a site, what is disputed after a `?`.
fn site(claims: &[&str], date: &str) -> String {
    let atlas = atlas(Subject::Site(SITE), claims);
    let snapshot = Snapshot::at(&atlas, date.parse().expect("a date"));
    let said = |said: &[(Says, ActorId)]| {
        said.iter()
            .map(|(says, actor)| format!("{} {}", letter(*actor), says.key()))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let status = &snapshot[SITE].status;
    match (said(&status.agreed), said(&status.disputed)) {
        (agreed, disputed) if disputed.is_empty() => agreed,
        (agreed, disputed) => format!("{agreed}? {disputed}"),
    }
}

/// Claims, a date, and the state of the region at it.
const REGIONS: &[(&[&str], &str, &str)] = &[
    // One claim.
    (&[], "2026", "silent"),
    (&["K holds 2026-01-10"], "2026-01-09", "silent"),
    (&["K holds 2026-01-10"], "2026-01-10", "held K"),
    (&["K took-over 2026-01-10"], "2026-01-10", "held K"),
    (&["K occupies 1981"], "2026", "occupied K"),
    (&["K holds-part 2026-01-10"], "2026", "parts K"),
    (&["K contests 2026-01-10"], "2026", "contested K"),
    (&["K present 2026-01-10"], "2026", "silent"),
    (&["K left 2026-01-10"], "2026", "silent"),
    // What is surely later and contradicts supersedes.
    (
        &["K holds 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "G took-over 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "G occupies 2026-01-20"],
        "2026",
        "occupied G",
    ),
    (
        &["K occupies 1981", "K holds 2026-01-20"],
        "2026",
        "occupied K",
    ),
    (
        &["K holds-part 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K contests 2026-01-10", "G holds 2026-01-20"],
        "2026",
        "held G",
    ),
    (
        &["K holds 2026-01-10", "K left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &["K holds-part 2026-01-10", "K left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &["K left 2026-01-10", "K holds 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K left 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "parts K",
    ),
    (
        &["K holds 2026-01-10", "G left 2026-01-20"],
        "2026",
        "held K",
    ),
    // What is not surely later does not.
    (
        &["K holds 2026-01", "G holds 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["K holds 2026-01-20", "G holds 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["K holds 2026-01-20", "K left 2026-01-20"],
        "2026",
        "disputed K",
    ),
    (
        &["K holds-part 2026-01-20", "K left 2026-01-20"],
        "2026",
        "disputed K",
    ),
    // A smaller claim that agrees erases nothing.
    (
        &["K holds 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-20", "K holds-part 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K occupies 1981", "K holds-part 2026-01-20"],
        "2026",
        "occupied K",
    ),
    (
        &["K holds 2026-01-10", "K present 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds-part 2026-01-10", "G holds-part 2026-01-20"],
        "2026",
        "parts KG",
    ),
    // A holder beside another's part.
    (
        &["K holds 2026-01-10", "G holds-part 2026-01-20"],
        "2026",
        "parts KG",
    ),
    (
        &["K holds 2026-01-20", "G holds-part 2026-01-20"],
        "2026",
        "disputed KG",
    ),
    (
        &["G holds-part 2026-01-10", "K holds 2026-01-20"],
        "2026",
        "held K",
    ),
    // A contest is settled by a holder alone, and settles nothing.
    (
        &["K holds 2026-01-10", "G contests 2026-01-20"],
        "2026",
        "contested KG",
    ),
    (
        &["G contests 2026-01-10", "K holds-part 2026-01-20"],
        "2026",
        "contested KG",
    ),
    (
        &["G contests 2026-01-10", "G left 2026-01-20"],
        "2026",
        "silent",
    ),
    (
        &[
            "K holds 2026-01-10",
            "G contests 2026-01-15",
            "G left 2026-01-20",
        ],
        "2026",
        "held K",
    ),
    // Undated claims: from the file's own date on, never surely later.
    (&["K holds -"], "2026-01-27", "silent"),
    (&["K holds -"], "2026-01-28", "held K"),
    (&["G holds 1971", "K holds -"], "2026-01-28", "disputed KG"),
    (
        &["G holds 2026-01-28", "K holds -"],
        "2026-01-28",
        "disputed KG",
    ),
    (&["K holds -", "G holds 2026-01-29"], "2026-01-29", "held G"),
    (&["G left 2025", "G holds -"], "2026-01-28", "disputed G"),
    // What is not found in its source counts for nothing.
    (&["!K holds 2026-01-10"], "2026", "silent"),
    (
        &["K holds 2026-01-10", "!G holds 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-10", "!G contests 2026-01-20"],
        "2026",
        "held K",
    ),
    (
        &["K holds 2026-01-10", "!K left 2026-01-20"],
        "2026",
        "held K",
    ),
];

#[test]
fn a_departure_that_was_said_anew_is_superseded_and_decides_nothing() {
    let atlas = atlas(
        Subject::Region(REGION),
        &["K left 2026-01-01", "K left 2026-01-05"],
    );
    let state = region_at(&atlas, REGION, date("2026-01-28"), &Switchboard::default());
    let verdicts: Vec<Verdict> = state
        .basis
        .weighed
        .iter()
        .map(|item| item.verdict)
        .collect();
    assert_eq!(verdicts, [Verdict::Superseded(ClaimId(1)), Verdict::Bears]);
    assert_eq!(state.control, Control::Silent);
}

#[test]
fn claims_from_after_a_date_are_counted_whatever_they_are_about() {
    let atlas = sample::atlas();
    let count = |at: &str| later(&atlas, date(at));
    assert_eq!(
        ["2019", "2020", "2026-01-28", "2026-03"].map(count),
        [11, 10, 1, 0]
    );
}

#[test]
fn regions_by_cases() {
    for (claims, date, expected) in REGIONS {
        assert_eq!(region(claims, date), *expected, "{claims:?} at {date}");
    }
}

/// Claims, a date, and the state of the site at it.
const SITES: &[(&[&str], &str, &str)] = &[
    (&[], "2026", ""),
    (&["R operates 2019"], "2018", ""),
    (&["R operates 2019"], "2026", "R operates"),
    (&["R present 2019"], "2026", "R present"),
    // One actor.
    (
        &["R operates 2019", "R withdraws 2026-01-26"],
        "2026",
        "R withdraws",
    ),
    (&["R operates 2019", "R left 2026-01-26"], "2026", "R left"),
    (
        &["R withdraws 2026-01-26", "R left 2026-01-28"],
        "2026",
        "R left",
    ),
    (
        &["R left 2019", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R left 2019", "R present 2026-01-26"],
        "2026",
        "R present",
    ),
    (
        &["R left 2019", "R withdraws 2026-01-26"],
        "2026",
        "R withdraws",
    ),
    (
        &["R operates 2019", "R present 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R withdraws 2026-01-26", "R present 2026-01-27"],
        "2026",
        "R withdraws",
    ),
    (
        &["R took-over 2019", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R took-over 2026-01-26", "R operates 2026-01-26"],
        "2026",
        "R operates",
    ),
    (
        &["R withdraws -", "R left 2026-01-28"],
        "2026-01-28",
        "? R withdraws, R left",
    ),
    (
        &["R operates 2019", "R withdraws -"],
        "2026-01-28",
        "? R operates, R withdraws",
    ),
    // Several.
    (
        &["R left 2026-02-12", "G took-over 2026-02-12"],
        "2026-03",
        "G took-over, R left",
    ),
    (
        &["G took-over 2026-02-12", "R left 2026-02-20"],
        "2026-03",
        "G took-over, R left",
    ),
    (
        &["K operates 2025", "R withdraws 2026-01-26"],
        "2026-02",
        "K operates, R withdraws",
    ),
    (
        &[
            "K operates 2025",
            "R present 2019",
            "G took-over 2026-02-08",
        ],
        "2026-03",
        "G took-over, R present",
    ),
    (
        &["K operates 2025", "G operates 2026-01-20"],
        "2026",
        "G operates",
    ),
    (
        &["K took-over 2025", "G operates 2026-01-20"],
        "2026",
        "G operates",
    ),
    (
        &["K operates 2026-01-20", "G operates 2026-01-20"],
        "2026",
        "? K operates, G operates",
    ),
    (
        &[
            "K operates 2026-01-20",
            "G took-over 2026-01-20",
            "R present 2019",
        ],
        "2026",
        "R present? K operates, G took-over",
    ),
    (
        &["R operates 2019", "!R left 2026-01-20"],
        "2026",
        "R operates",
    ),
];

#[test]
fn sites_by_cases() {
    for (claims, date, expected) in SITES {
        assert_eq!(site(claims, date), *expected, "{claims:?} at {date}");
    }
}

#[test]
fn every_claim_is_told_what_it_came_to() {
    let atlas = atlas(
        Subject::Region(REGION),
        &[
            "K holds 2026-01-01",
            "G took-over 2026-01-10",
            "K holds-part 2026-01-15",
            "G holds-part 2026-01-16",
            "R present 2026-01-17",
            "!R holds 2026-01-18",
            "K holds 2027",
        ],
    );
    let state = region_at(&atlas, REGION, date("2026-01-28"), &Switchboard::default());
    let verdicts: Vec<Verdict> = state
        .basis
        .weighed
        .iter()
        .map(|item| item.verdict)
        .collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Superseded(ClaimId(1)),
            Verdict::Narrowed(ClaimId(2)),
            Verdict::Decides,
            Verdict::Within(ClaimId(1)),
            Verdict::Bears,
            Verdict::Unproved,
            Verdict::Later,
        ]
    );
    assert!(state.basis.unproved && !state.basis.switched_off);
}

#[test]
fn the_newest_of_several_is_named_as_what_supersedes() {
    let atlas = atlas(
        Subject::Region(REGION),
        &["K holds 2024", "G holds 2025", "R holds 2026-01-01"],
    );
    let state = region_at(&atlas, REGION, date("2026-01-28"), &Switchboard::default());
    let verdicts: Vec<Verdict> = state
        .basis
        .weighed
        .iter()
        .map(|item| item.verdict)
        .collect();
    let by = Verdict::Superseded(ClaimId(2));
    assert_eq!(verdicts, [by, by, Verdict::Decides]);
}

#[test]
fn a_state_is_known_no_better_than_the_worst_known_part_of_it() {
    let grade = |inferred: &[usize], claims: &[&str]| {
        let mut atlas = atlas(Subject::Region(REGION), claims);
        for &n in inferred {
            atlas.claims[n].because = Some("So we read it.".to_owned());
        }
        region_at(&atlas, REGION, date("2027"), &Switchboard::default())
            .basis
            .grade
    };
    let (one, two) = (
        ["K holds 2026-01-10", "K holds 2026-01-10"],
        ["K holds 2026-01-10", "G holds 2026-01-10"],
    );
    assert_eq!(grade(&[], &one), Grade::Reported);
    assert_eq!(grade(&[0], &one), Grade::Reported);
    assert_eq!(grade(&[0, 1], &one), Grade::Inferred);
    assert_eq!(grade(&[0], &two), Grade::Inferred);
    assert_eq!(grade(&[], &[]), Grade::Silent);
}

#[test]
fn a_state_that_nobody_confirms_grows_stale() {
    let stale = |limits: (Option<u32>, Option<u32>), claims: &[&str], at: &str| {
        let mut atlas = atlas(Subject::Region(REGION), claims);
        atlas.stale_after = limits.0;
        atlas.claims[0].stale_after = limits.1;
        let snapshot = Snapshot::at(&atlas, date(at));
        assert!(!snapshot.is_stale(Place::Site(SITE)));
        snapshot.is_stale(Place::Region(REGION))
    };
    let one = ["K holds 2026-01-10"];
    assert!(!stale((None, None), &one, "2030"));
    assert!(!stale((Some(30), None), &one, "2026-02-09"));
    assert!(stale((Some(30), None), &one, "2026-02-10"));
    assert!(!stale((Some(30), Some(90)), &one, "2026-02-10"));
    assert!(stale((None, Some(5)), &one, "2026-02-10"));
    assert!(!stale(
        (Some(30), None),
        &[one[0], "K holds 2026-02-01"],
        "2026-02-10"
    ));
    let agrees = [one[0], "K holds-part 2026-02-01"];
    assert!(!stale((Some(30), None), &agrees, "2026-02-10"));
    assert!(!stale((Some(30), None), &["K holds -"], "2026-02-27"));
    assert!(stale((Some(30), None), &["K holds -"], "2026-02-28"));
    assert!(!stale((Some(30), None), &["K present 2020"], "2026-02-28"));
}

#[test]
fn whoever_has_left_has_nothing_there_and_whoever_took_over_has() {
    let atlas = atlas(
        Subject::Site(SITE),
        &[
            "R left 2026-01-10",
            "G took-over 2026-01-10",
            "K withdraws 2026-01-10",
        ],
    );
    let state = site_at(&atlas, SITE, date("2026-01-28"), &Switchboard::default());
    let [k, g, r] = [0, 1, 2].map(ActorId);
    assert!(state.status.has(g) && state.status.has(k) && !state.status.has(r));
    assert_eq!(state.status.actors(), [g, k, r]);
    assert!(!state.status.is_disputed(g));
}

#[test]
fn a_verb_says_what_can_be_said_of_what() {
    for &says in Says::ALL {
        let rule = says.rule();
        assert!(says.fits_region() || says.fits_site(), "{}", says.key());
        assert_eq!(rule.now.is_empty(), says == Says::Context);
        assert_eq!(rule.now.is_empty(), rule.past.is_empty());
        assert!(rule.brief.contains("{}"));
        // Whoever supersedes their own claims says at least the same anew.
        assert!(
            rule.own.is_empty() || rule.own.contains(&says),
            "{}",
            says.key()
        );
        assert!(!rule.within.contains(&says) && !rule.narrows.contains(&says));
        assert!(!rule.own.contains(&Says::Context) && !rule.others.contains(&Says::Context));
    }
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

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
    fn a_claim_is_superseded_by_what_is_surely_later_alone((subject, claims) in some_claims()) {
        let atlas = made(subject, &claims);
        let weighed = bearing(&atlas, subject, date("2026-01-31"), &Switchboard::default());
        let state = Snapshot::at(&atlas, date("2026-01-31"));
        let all = [state.weighed(Place::Region(REGION)), state.weighed(Place::Site(SITE))].concat();
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

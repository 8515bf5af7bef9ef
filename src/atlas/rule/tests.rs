//! The rule by cases and by properties; here, how a case is written, and what a table can't say.
//!
//! A claim is written as its actor, its verb and its date: `K holds 2026-01-10`; `-` stands for no date, `!` before the
//! actor for a quotation that is not found in its source. The file's own date is 28 January 2026.

mod cases;
mod properties;

use super::*;
use crate::atlas::{
    Claim, Grade, Place, Quotation, evidence::Evidence, quote::Proof, sample, state::Snapshot,
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

#[test]
fn a_departure_that_was_said_anew_is_superseded_and_decides_nothing() {
    let atlas = atlas(
        Subject::Region(REGION),
        &["K left 2026-01-01", "K left 2026-01-05"],
    );
    let state = region_at(
        &atlas,
        REGION,
        date("2026-01-28"),
        &Switchboard::default(),
        Listed::All,
    );
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
    let count = |at: &str| atlas.later(date(at));
    assert_eq!(
        ["2019", "2020", "2026-01-28", "2026-03"].map(count),
        [11, 10, 1, 0]
    );
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
    let state = region_at(
        &atlas,
        REGION,
        date("2026-01-28"),
        &Switchboard::default(),
        Listed::All,
    );
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
    assert_eq!(state.basis.set_aside, Some(SetAside::NotFound));
}

#[test]
fn a_draft_decides_nothing_and_supersedes_nothing() {
    let says = ["K holds 2024", "G holds 2025"];
    let mut atlas = atlas(Subject::Region(REGION), &says);
    let at = |atlas: &Atlas| {
        region_at(
            atlas,
            REGION,
            date("2026-01-28"),
            &Switchboard::default(),
            Listed::All,
        )
    };
    atlas.claims[1].draft = true;
    let state = at(&atlas);
    let verdicts = state.basis.weighed.iter().map(|item| item.verdict);
    assert_eq!(
        verdicts.collect::<Vec<_>>(),
        [Verdict::Decides, Verdict::Draft]
    );
    assert_eq!(state.basis.set_aside, Some(SetAside::Draft));
    atlas.claims[0].draft = true;
    assert_eq!(at(&atlas).control, Control::Silent);
}

#[test]
fn the_newest_of_several_is_named_as_what_supersedes() {
    let atlas = atlas(
        Subject::Region(REGION),
        &["K holds 2024", "G holds 2025", "R holds 2026-01-01"],
    );
    let state = region_at(
        &atlas,
        REGION,
        date("2026-01-28"),
        &Switchboard::default(),
        Listed::All,
    );
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
        region_at(
            &atlas,
            REGION,
            date("2027"),
            &Switchboard::default(),
            Listed::All,
        )
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
    let state = site_at(
        &atlas,
        SITE,
        date("2026-01-28"),
        &Switchboard::default(),
        Listed::All,
    );
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

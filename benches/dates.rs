//! The cost of going to another date: `cargo bench --bench dates`.
//!
//! A held key asks for some 30 dates a second, so `snapshot` of 100 days ≤ 3 ms: nothing needs to be kept.

use divan::Bencher;
use whoholds::atlas::{
    Accuracy, Actor, ActorId, Atlas, Claim, Contents, Date, Hue, Region, RegionId, Says, Subject,
    change::between, state::Snapshot,
};

const REGIONS: usize = 50;

/// Days on which every region is spoken of: 500, 5,000 and 18,250 claims.
const DAYS: [usize; 3] = [10, 100, 365];

fn main() {
    divan::main();
}

/// Every place at a date, from nothing: grouping the claims and weighing each.
#[divan::bench(args = DAYS)]
fn snapshot(bencher: Bencher, days: usize) {
    let atlas = atlas(days);
    bencher.bench_local(|| Snapshot::at(&atlas, atlas.as_of));
}

/// The comparison of two dates whose states are known; without weighing.
#[divan::bench(args = DAYS)]
fn changes(bencher: Bencher, days: usize) {
    let atlas = atlas(days);
    let (first, last) = (
        Snapshot::at(&atlas, day(0)),
        Snapshot::at(&atlas, day(days)),
    );
    bencher.bench_local(|| between(&atlas, &first, &last).len());
}

/// A step to another day and back, between which every region is spoken of: what a held key asks for. Includes finding
/// the claims that count now and weighing those about their places; at most 73,000 claims in all.
#[divan::bench(args = [10, 100, 365, 1_460])]
fn step(bencher: Bencher, days: usize) {
    let atlas = atlas(days);
    let mut snapshot = Snapshot::at(&atlas, day(days - 2));
    bencher.bench_local(|| {
        snapshot.move_to(&atlas, day(days - 1));
        snapshot.move_to(&atlas, day(days - 2));
    });
}

fn day(nth: usize) -> Date {
    let (month, day) = (nth / 28 % 12 + 1, nth % 28 + 1);
    let year = 2025 + nth / (28 * 12);
    format!("{year}-{month:02}-{day:02}")
        .parse()
        .unwrap_or_else(|error| panic!("{error}"))
}

fn atlas(days: usize) -> Atlas {
    let actor = |nth: usize| Actor {
        id: nth.to_string(),
        name: format!("Actor {nth}"),
        short: format!("Actor {nth}"),
        also: Vec::new(),
        letter: 'A',
        hue: Hue::Green,
        part_of: None,
        note: None,
        from: None,
        until: None,
    };
    let region = |nth: usize| Region {
        id: nth.to_string(),
        name: format!("Region {nth}"),
        also: Vec::new(),
        accuracy: Accuracy::Schematic,
        is_unit: false,
        note: None,
    };
    let claim = |nth: usize| Claim {
        about: vec![Subject::Region(RegionId::at(nth % REGIONS))],
        says: Says::Holds,
        actor: Some(ActorId::at((nth / 7 + nth % REGIONS) % 3)),
        source: None,
        quote: None,
        summary: None,
        because: Some("made up".to_owned()),
        credibility: None,
        answers: None,
        stale_after: None,
        draft: false,
        when: Some(day(nth / REGIONS)),
        line: 1,
    };
    Atlas::new(Contents {
        stale_after: None,
        title: "made".to_owned(),
        as_of: day(days),
        sources: Vec::new(),
        actors: (0..3).map(actor).collect(),
        regions: (0..REGIONS).map(region).collect(),
        sites: Vec::new(),
        questions: Vec::new(),
        claims: (0..REGIONS * days).map(claim).collect(),
        events: Vec::new(),
        event_days: 7,
    })
    .unwrap_or_else(|_| unreachable!())
}

//! An atlas of many dates, and steps from one to another.

use whoholds::atlas::{Atlas, Claim, Contents, Date, state::Snapshot};

use super::made::Made;

/// The regions of the atlas.
pub const REGIONS: usize = 2_500;

/// An atlas whose regions are spoken of in turn, so many on each of so many days.
#[expect(clippy::expect_used, reason = "a bench that can't go on fails")]
pub fn dated(days: u32, a_day: usize) -> Atlas {
    let made = Made::new(50, 1).atlas;
    assert_eq!(made.regions.len(), REGIONS);
    let day = |n: u32| -> Date {
        let (year, month, day) = (1500 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
        let text = format!("{year}-{month:02}-{day:02}");
        text.parse().expect("a date")
    };
    let mut regions = made.claims.iter().cycle();
    let claims = (0..days).flat_map(|n| {
        let spoken: Vec<&Claim> = regions.by_ref().take(a_day).collect();
        spoken.into_iter().map(move |claim| Claim {
            when: Some(day(n)),
            ..claim.clone()
        })
    });
    let claims = claims.collect();
    Atlas::new(Contents {
        title: made.title.clone(),
        stale_after: Some(400),
        events: Vec::new(),
        event_days: 7,
        as_of: day(days - 1),
        sources: Vec::new(),
        actors: made.actors.clone(),
        regions: made.regions.clone(),
        sites: Vec::new(),
        questions: Vec::new(),
        claims,
    })
    .expect("an atlas")
}

/// Steps from the last day to the one before, and back.
#[expect(clippy::expect_used, reason = "a bench that can't go on fails")]
pub fn steps(atlas: &Atlas) -> impl FnMut() {
    let mut snapshot = Snapshot::at(atlas, atlas.as_of);
    let dates = atlas.claims.iter().filter_map(|claim| claim.when);
    let before = dates.filter(|date| *date < atlas.as_of).max();
    let dates = [before.expect("a date before the last"), atlas.as_of];
    let atlas = atlas.clone();
    move || {
        for date in dates {
            snapshot.move_to(&atlas, date);
        }
    }
}

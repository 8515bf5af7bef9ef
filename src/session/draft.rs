//! A claim in draft as it is looked at: what it says, and the map that it would make beside the one that the file gives.

use super::{state::Session, world::World};
use crate::{
    atlas::{ClaimId, Date, state::Snapshot},
    caption::{
        Line, Role,
        words::{claimed, count},
    },
    edit::{Draft, Revision},
    export::diff::Former,
};

/// Columns for the names of what a claim says.
const NAME: usize = 8;

/// The map that a draft would make.
#[derive(Debug)]
pub struct Considered {
    /// It stands beside the map that the file gives; alone that one, where the draft can't be accepted.
    pub world: World,
    /// The reason why the draft can't be accepted as it is.
    pub refused: Option<String>,
}

impl Considered {
    /// Reads the map with a draft; `None` where the file gives none any more.
    pub fn of(revision: &Revision, draft: &Draft) -> Option<Self> {
        let now = revision.document().ok()?;
        Some(match revision.preview(&[draft.accept()]) {
            Ok(new) => {
                let former = Former::new(now.atlas, now.map);
                let beside = World::since(former, &new.atlas, &new.map);
                Self {
                    world: beside.unwrap_or_else(|_| World::new(new.atlas, new.map)),
                    refused: None,
                }
            }
            Err(why) => Self {
                world: World::new(now.atlas, now.map),
                refused: Some(format!("it can’t be accepted as it is: {why}")),
            },
        })
    }

    /// A session at a date at which the claim counts.
    pub fn session(&self, claim: ClaimId) -> Session {
        let as_of = self.world.atlas.as_of;
        let day = day(&self.world, claim);
        Session::since(&self.world, day.map_or(as_of, |day| day.max(as_of)))
    }
}

/// The date from which a claim counts, where it has one.
pub fn day(world: &World, claim: ClaimId) -> Option<Date> {
    let claim = world.atlas.claims.get(claim.index())?;
    let source = claim.source.map(|id| &world.atlas[id]);
    claim.when.or_else(|| source?.published)
}

/// Puts a draft into words: what it says, whose words they are, and what the map would show with it.
pub fn draft_lines(
    world: &World,
    draft: &Draft,
    now: &Snapshot,
    before: Option<&Snapshot>,
) -> Vec<Line> {
    let mut lines = claim(world, draft);
    let changes = before.map_or_else(Vec::new, |before| changes(world, before, now));
    lines.extend([
        Line::default(),
        Line::new(Role::Heading, "If it is accepted"),
    ]);
    if changes.is_empty() {
        let words = format!("nothing changes on the map on {}", now.date);
        lines.push(Line::new(Role::Plain, &words));
    } else {
        lines.push(Line::new(Role::Quiet, &count(changes.len(), "change")));
        lines.extend(changes);
    }
    lines
}

fn claim(world: &World, draft: &Draft) -> Vec<Line> {
    let atlas = &world.atlas;
    let Some(claim) = atlas.claims.get(draft.claim.index()) else {
        return Vec::new();
    };
    let source = claim.source.map(|id| atlas[id].name());
    let rows = [
        ("says", Some(claimed(atlas, claim))),
        ("time", claim.when.map(|date| date.to_string())),
        ("source", source.map(str::to_owned)),
        ("line", Some(draft.line.to_string())),
    ];
    let decide = draft
        .decide
        .iter()
        .map(|mark| ("decide", Some(mark.clone())));
    let row = |(name, words): (&str, Option<String>)| {
        let line = Line::new(Role::Quiet, &format!("{name:<NAME$}"));
        Some(line.and(Role::Plain, &words?).set_in(0, NAME))
    };
    let quote = claim.quote.as_ref();
    let quote = quote.map(|quote| Line::new(Role::Quote, &format!("“{}”", quote.exact)));
    let others = [
        (Role::Summary, &claim.summary),
        (Role::Plain, &claim.because),
    ];
    let others = others.into_iter();
    let others = others.filter_map(|(role, words)| Some(Line::new(role, words.as_deref()?)));
    let unproved = claim.grade().is_none().then(|| {
        let words = "these are not the words of the source: accepted, it counts for nothing until they are mended";
        Line::new(Role::Alarm, words)
    });
    let words = quote.into_iter().chain(unproved).chain(others);
    let words = words.flat_map(|line| [Line::default(), line]);
    rows.into_iter()
        .chain(decide)
        .filter_map(row)
        .chain(words)
        .collect()
}

/// Each place that would be in another state.
fn changes(world: &World, before: &Snapshot, after: &Snapshot) -> Vec<Line> {
    let atlas = &world.atlas;
    let places = atlas.places();
    let changed = places.filter(|&place| !before.agrees(after, place));
    let change = |place| {
        let [was, is] = [before, after].map(|snapshot| atlas.brief(snapshot, place));
        Line::new(Role::State, &format!("{}: ", atlas.name(place)))
            .and(Role::Quiet, &was)
            .and(Role::Plain, &format!(" → {is}"))
            .set_in(0, 2)
    };
    changed.map(change).collect()
}

//! Land that would be drawn as one region's or as another's by chance.

use std::collections::BTreeMap;

use crate::{
    atlas::{
        ActorId, Atlas, Date, RegionId, Subject, Switchboard,
        rule::{Listed, region_at},
        state::Control,
    },
    diagnostics::{Check, Code, Problem, SHOWN},
    geo::Coverage,
};

use super::ids::Ids;

/// The way out where areas are read from files of several days.
pub(super) const CLIP: &str = "no land can be of two regions that differ: clip one of them";

/// Notes regions that share land while they are in different states, at whatever date the areas hold.
///
/// A unit that claims name lies under the regions of the file: where nobody is said to have it, it takes nothing from
/// them.
pub(super) fn overlaps(
    atlas: &Atlas,
    coverage: &Coverage,
    period: &Period,
    ids: &Ids,
    check: &mut Check,
) {
    let clashes = Histories::default().clashes(atlas, coverage, period);
    for clash in clashes.iter().take(SHOWN) {
        let [id, other] = clash.pair.map(|region| atlas[region].id.as_str());
        let place = |id| ids.things.place(id).cloned().unwrap_or_default();
        let problem = Problem::new(Code::AreaOverlap, &place(id), clash.message(atlas))
            .also(&place(other), "the other region");
        check.report(problem.help(if atlas[clash.pair[1]].is_unit {
            format!("make the claims about `{other}` about regions, or leave the region out")
        } else if period.is_whole() {
            format!("take one from the other: `except = [\"{other}\"]`")
        } else {
            CLIP.to_owned()
        }));
    }
}

/// The dates at which areas hold: from the first day of the one to the day before the other begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Period {
    /// `None` where they hold before all others.
    pub start: Option<Date>,
    /// `None` where none are known to come after them.
    pub end: Option<Date>,
}

impl Period {
    /// The period with that number, of those that begin at these dates.
    pub fn of(starts: &[Date], nth: usize) -> Self {
        Self {
            start: nth.checked_sub(1).and_then(|n| starts.get(n)).copied(),
            end: starts.get(nth).copied(),
        }
    }

    /// Tells whether there is no other.
    const fn is_whole(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    /// Tells whether it has ended by the end of a date.
    fn has_ended_by(&self, date: Date) -> bool {
        self.end.is_some_and(|end| end.is_known_by(date))
    }

    fn has_begun_by(&self, date: Date) -> bool {
        self.start.is_none_or(|start| start.is_known_by(date))
    }
}

/// Two regions that share land while they are in different states.
#[derive(Clone, Debug)]
pub(super) struct Clash {
    /// The later one in the file first.
    pub pair: [RegionId; 2],
    km2: f64,
    /// The first date on which they are in different states, and these.
    date: Date,
    states: [Control; 2],
}

impl Clash {
    pub fn message(&self, atlas: &Atlas) -> String {
        let [id, other] = self.pair.map(|region| atlas[region].id.as_str());
        let [state, other_state] = self.states.each_ref().map(|state| words(atlas, state));
        format!(
            "`{id}` and `{other}` share {:.0} km² and differ as of {}: `{id}` is {state}, `{other}` is {other_state}",
            self.km2, self.date
        )
    }
}

/// The histories of regions that share land with others, each made once.
#[derive(Default)]
pub(super) struct Histories(BTreeMap<RegionId, History>);

impl Histories {
    /// The regions that share land of some areas, and are in different states while these hold.
    pub fn clashes(&mut self, atlas: &Atlas, coverage: &Coverage, period: &Period) -> Vec<Clash> {
        let shared = coverage.shared_km2();
        for &region in shared.keys().flatten() {
            let history = || History::of(atlas, region);
            self.0.entry(region).or_insert_with(history);
        }
        let clashes = shared.into_iter().filter_map(|(pair, km2)| {
            let [history, other] = pair.map(|region| &self.0[&region]);
            let passed_over = pair.map(|region| atlas[region].is_unit.then_some(&Control::Silent));
            let (date, states) = history.clash(other, period, passed_over)?;
            Some(Clash {
                pair,
                km2,
                date,
                states: states.map(Control::clone),
            })
        });
        clashes.collect()
    }
}

/// The states of a region from each date on at which something is said of it, in order; before them it is silent.
struct History(Vec<(Date, Control)>);

impl History {
    fn of(atlas: &Atlas, region: RegionId) -> Self {
        let dates = atlas.dates_about(Subject::Region(region));
        // Dates that end on one day see the same claims.
        let in_order: BTreeMap<_, _> = dates.map(|date| (date.last_day(), date)).collect();
        let all = Switchboard::default();
        let state = |date| region_at(atlas, region, date, &all, Listed::Present);
        let states = in_order.into_values();
        Self(states.map(|date| (date, state(date).control)).collect())
    }

    fn at(&self, date: Date) -> &Control {
        let known = self.0.partition_point(|(from, _)| from.is_known_by(date));
        known
            .checked_sub(1)
            .map_or(&Control::Silent, |last| &self.0[last].1)
    }

    /// The first date in a period on which two regions are in different states, and these; a state that is to be passed
    /// over is no difference.
    fn clash<'a>(
        &'a self,
        other: &'a Self,
        period: &Period,
        passed_over: [Option<&Control>; 2],
    ) -> Option<(Date, [&'a Control; 2])> {
        let differ = |date: Date| {
            let states = [self.at(date), other.at(date)];
            let mut told = states.into_iter().zip(passed_over);
            let counts = told.all(|(state, over)| Some(state) != over);
            (counts && states[0] != states[1]).then_some((date, states))
        };
        let dates = self.0.iter().chain(&other.0).map(|(date, _)| *date);
        let inside = dates.filter(|&date| period.has_begun_by(date) && !period.has_ended_by(date));
        let inside = period.start.into_iter().chain(inside);
        inside.filter_map(differ).min_by_key(|(date, _)| *date)
    }
}

/// A state in words that name actors by their ids, as they stand in the file.
fn words(atlas: &Atlas, control: &Control) -> String {
    let actors = |actors: &[ActorId]| {
        let ids: Vec<String> = actors
            .iter()
            .map(|&id| format!("`{}`", atlas[id].id))
            .collect();
        ids.join(" and ")
    };
    match control {
        Control::Silent => "silent".to_owned(),
        Control::Held(actor) => format!("held by {}", actors(&[*actor])),
        Control::Occupied(actor) => format!("occupied by {}", actors(&[*actor])),
        Control::InParts(holders) => format!("held in parts by {}", actors(holders)),
        Control::Contested(sides) => format!("contested by {}", actors(sides)),
        Control::Disputed(sides) => format!("disputed between {}", actors(sides)),
    }
}

#[cfg(test)]
mod tests {
    use crate::file::{RegionFile, load};

    /// Two regions in Homs that share a strip of `width` degrees, 0.1° high, with claims on them.
    fn problems(width: f64, claims: &[(&str, &str, &str, &str)]) -> Vec<String> {
        let actors = [("reds", 'R', "red"), ("blues", 'B', "blue")].map(|(id, letter, colour)| {
            format!(
                "[[actor]]\nid = '{id}'\nname = '{id}'\nletter = '{letter}'\ncolour = '{colour}'\n"
            )
        });
        let regions =
            [("west", 38.0, 38.5 + width), ("east", 38.5, 39.0)].map(|(id, west, east)| {
                format!(
                    "[[region]]\nid = '{id}'\nname = '{id}'\narea = {{ part = ['SY-HI'], within = \
                 [[{west}, 34.4], [{east}, 34.4], [{east}, 34.5], [{west}, 34.5]] }}\n"
                )
            });
        let claims = claims.iter().map(|(region, actor, says, when)| {
            format!(
                "[[claim]]\nabout = ['{region}']\nactor = '{actor}'\nsays = '{says}'\nwhen = {when}\n\
                 because = 'So it is read.'\n"
            )
        });
        let head = "format = 1\ntitle = 'A fixture'\nbasemap = 'syria'\nas_of = 2026-01-28\n";
        let parts = actors.into_iter().chain(regions).chain(claims);
        let text = parts.fold(head.to_owned(), |text, part| text + &part);
        match load(&RegionFile::builtin().with_bytes(text)) {
            Ok(_) => Vec::new(),
            Err(report) => report
                .problems
                .into_iter()
                .map(|problem| problem.message)
                .collect(),
        }
    }

    const REDS_WEST: (&str, &str, &str, &str) = ("west", "reds", "holds", "2024");

    #[test]
    fn only_a_border_s_rounding_is_let_through() {
        let both = [REDS_WEST, ("east", "blues", "holds", "2024")];
        // About 0.9 and 10 km².
        assert_eq!(problems(0.000_9, &both), [""; 0]);
        assert_eq!(
            problems(0.01, &both),
            [
                "`east` and `west` share 10 km² and differ as of 2024: `east` is held by `blues`, `west` is held by `reds`"
            ]
        );
    }

    #[test]
    fn every_date_at_which_something_is_said_is_looked_at() {
        // In the end both are held by the same; until then one is silent.
        let late = [REDS_WEST, ("east", "reds", "holds", "2025")];
        assert_eq!(
            problems(0.1, &late),
            [
                "`east` and `west` share 102 km² and differ as of 2024: `east` is silent, `west` is held by `reds`"
            ]
        );
        // They part for a while only.
        let both = [REDS_WEST, ("east", "reds", "holds", "2024")];
        assert_eq!(problems(0.1, &both), [""; 0]);
        let changed = ("east", "blues", "holds", "\"2025-03\"");
        let back = ("east", "reds", "holds", "\"2025-05\"");
        let parted = [both[0], both[1], changed, back];
        assert_eq!(
            problems(0.1, &parted),
            [
                "`east` and `west` share 102 km² and differ as of Mar 2025: `east` is held by `blues`, `west` is held by `reds`"
            ]
        );
    }

    #[test]
    fn any_two_states_differ() {
        for (says, state) in [
            ("contests", "contested by `reds`"),
            ("holds-part", "held in parts by `reds`"),
        ] {
            assert_eq!(
                problems(0.1, &[REDS_WEST, ("east", "reds", says, "2024")]),
                [format!(
                    "`east` and `west` share 102 km² and differ as of 2024: `east` is {state}, `west` is held by `reds`"
                )]
            );
        }
        // Two silent regions, or two in the same dispute, are drawn alike.
        assert_eq!(problems(0.1, &[]), [""; 0]);
        let fought = |region| (region, "blues", "contests", "2024");
        assert_eq!(problems(0.1, &[fought("west"), fought("east")]), [""; 0]);
    }
}

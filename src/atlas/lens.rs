//! The ways to colour the map: by the actors, or by how well their hold is known.

use super::{Date, Evidence, Grade};

/// A way to colour places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lens {
    /// By who has them.
    #[default]
    Actors,
    /// By the grade of the evidence.
    Grade,
    /// By how old the newest deciding claim is at the date that is shown.
    Age,
    /// By how many independent sources say so.
    Sources,
}

/// One value of a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The letter that marks it where colour can't.
    pub letter: char,
    /// Plain English for the screen.
    pub plain: &'static str,
}

const fn step(letter: char, plain: &'static str) -> Step {
    Step { letter, plain }
}

const GRADES: &[Step] = &[
    step('Q', Grade::Quoted.plain()),
    step('R', Grade::Reported.plain()),
    step('I', Grade::Inferred.plain()),
];

const AGES: &[Step] = &[
    step('W', "within a week"),
    step('M', "within a month"),
    step('S', "within six months"),
    step('Y', "within a year"),
    step('O', "older"),
    step('U', "undated"),
];

/// The most days of each age but "older" and "undated".
const DAYS: &[i32] = &[7, 31, 183, 366];

const SOURCES: &[Step] = &[
    step('3', "three sources or more"),
    step('2', "two sources"),
    step('1', "one source"),
    step('0', "our reading"),
];

impl Lens {
    /// Every lens, in the order that [`Lens::next`] goes through.
    pub const ALL: &[Self] = &[Self::Actors, Self::Grade, Self::Age, Self::Sources];

    /// The word for it where one is asked for.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Grade => "grade",
            Self::Age => "age",
            Self::Sources => "sources",
        }
    }

    /// Names what it shows, in plain English.
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Grade => "evidence",
            Self::Age => "newest claim",
            Self::Sources => "independent sources, as far as stated",
        }
    }

    /// Tells whether its steps themselves say what is inferred.
    pub const fn tells_inference(self) -> bool {
        match self {
            Self::Actors | Self::Age => false,
            Self::Grade | Self::Sources => true,
        }
    }

    /// The lens after it, the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Actors => Self::Grade,
            Self::Grade => Self::Age,
            Self::Age => Self::Sources,
            Self::Sources => Self::Actors,
        }
    }

    /// Its values, the best founded first; none where it shows actors. Silence is no step: it is the same under every
    /// lens.
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::Actors => &[],
            Self::Grade => GRADES,
            Self::Age => AGES,
            Self::Sources => SOURCES,
        }
    }

    /// Counts the steps that lie on a ramp from the best founded to the worst; those behind them stand apart.
    pub const fn ramp(self) -> usize {
        match self {
            Self::Age => AGES.len() - 1,
            other => other.steps().len(),
        }
    }

    /// The step that a place is on at a date, or `None` where nothing decides it or the lens shows actors.
    pub fn step(self, evidence: &Evidence, date: Date) -> Option<usize> {
        let newest = evidence.newest?;
        match self {
            Self::Actors => None,
            Self::Grade => Some(evidence.grade as usize),
            Self::Age => {
                let Some(dated) = newest.date() else {
                    return Some(AGES.len() - 1);
                };
                let days = dated.days_until(date);
                Some(DAYS.iter().take_while(|&&most| days > most).count())
            }
            Self::Sources => Some(3 - evidence.sources.min(3)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Dated;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn evidence(grade: Grade, newest: &str, sources: usize) -> Evidence {
        Evidence {
            grade,
            newest: Some(Dated::Stated(date(newest))),
            undated: false,
            in_part: None,
            sources,
        }
    }

    fn letter(lens: Lens, evidence: &Evidence) -> Option<char> {
        let step = lens.step(evidence, date("2026-01-28"))?;
        lens.steps().get(step).map(|step| step.letter)
    }

    #[test]
    fn each_value_has_its_step() {
        let grade = |grade| letter(Lens::Grade, &evidence(grade, "2026", 0));
        assert_eq!(
            [Grade::Quoted, Grade::Reported, Grade::Inferred].map(grade),
            ['Q', 'R', 'I'].map(Some)
        );
        let sources = |count| letter(Lens::Sources, &evidence(Grade::Quoted, "2026", count));
        assert_eq!(
            [0, 1, 2, 3, 9].map(sources),
            ['0', '1', '2', '3', '3'].map(Some)
        );
        let age = |newest: &str| letter(Lens::Age, &evidence(Grade::Quoted, newest, 1));
        for (newest, letter) in [
            ("2026-01-28", 'W'),
            ("2026-01-21", 'W'),
            ("2026-01-20", 'M'),
            ("2025-12-28", 'M'),
            ("2025-12", 'M'),
            ("2025-11", 'S'),
            ("2025-07-28", 'Y'),
            ("2025-01-27", 'Y'),
            ("2024", 'O'),
        ] {
            assert_eq!(age(newest), Some(letter), "{newest}");
        }
    }

    #[test]
    fn what_is_undated_stands_apart_from_the_ramp() {
        let undated = Evidence {
            newest: Some(Dated::Undated(date("2026-01-28"))),
            ..evidence(Grade::Quoted, "2026", 1)
        };
        assert_eq!(letter(Lens::Age, &undated), Some('U'));
        assert_eq!(Lens::Age.ramp(), Lens::Age.steps().len() - 1);
        assert_eq!(Lens::Grade.ramp(), 3);
        assert_eq!(Lens::Actors.ramp(), 0);
    }

    #[test]
    fn a_lens_is_called_by_its_key_and_shown_by_its_words() {
        let keys: Vec<&str> = Lens::ALL.iter().map(|lens| lens.key()).collect();
        assert_eq!(keys, ["actors", "grade", "age", "sources"]);
        let plain: Vec<&str> = Lens::ALL.iter().map(|lens| lens.plain()).collect();
        assert_eq!(plain[..3], ["actors", "evidence", "newest claim"]);
        assert!(plain[3].ends_with("as far as stated"));
        let tell: Vec<bool> = Lens::ALL
            .iter()
            .map(|lens| lens.tells_inference())
            .collect();
        assert_eq!(tell, [false, true, false, true]);
    }

    #[test]
    fn nothing_known_is_no_step_and_actors_have_none() {
        let silent = Evidence {
            grade: Grade::Silent,
            newest: None,
            undated: false,
            in_part: None,
            sources: 0,
        };
        assert!(
            Lens::ALL
                .iter()
                .all(|&lens| letter(lens, &silent).is_none())
        );
        assert_eq!(
            letter(Lens::Actors, &evidence(Grade::Quoted, "2026", 1)),
            None
        );
    }

    #[test]
    fn every_lens_comes_round_and_its_letters_differ() {
        let mut lens = Lens::default();
        for &expected in Lens::ALL {
            assert_eq!(lens, expected);
            lens = lens.next();
            let mut letters: Vec<char> = lens.steps().iter().map(|step| step.letter).collect();
            letters.sort_unstable();
            letters.dedup();
            assert_eq!(letters.len(), lens.steps().len());
        }
        assert_eq!(lens, Lens::default());
    }
}

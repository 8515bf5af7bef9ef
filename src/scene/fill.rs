//! The fills of places: by what a lens shows of them at a date, or between two dates.

use super::View;
use crate::atlas::{
    ActorId, Atlas, Evidence, Grade, Hue, Lens, Place, Standing,
    state::{RegionState, Snapshot, Status},
};

/// A colour by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tint {
    /// Nobody is said to hold it.
    Ground,
    /// An actor's own, in full.
    Actor(Hue),
    /// An actor's, paler: the editor's reading, or what nobody has confirmed for long.
    Faint(Hue),
    /// A step of a lens, of so many; the first is the best founded.
    Step {
        /// Counted from 0.
        nth: usize,
        /// The number of steps that the lens has.
        of: usize,
    },
}

/// The way that tints share an area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Bare ground.
    Silent,
    /// One colour.
    Plain(Tint),
    /// Stripes of these on bare ground.
    InParts(Vec<Tint>),
    /// Stripes of these.
    Between(Vec<Tint>),
    /// Thin stripes of bare ground on this.
    Occupied(Tint),
}

/// The fill of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The colours, and how they lie.
    pub pattern: Pattern,
    /// The degree to which it stands out.
    pub emphasis: Emphasis,
    /// The letters that mark it where colour can't.
    pub letters: Vec<char>,
}

/// The emphasis of an area or a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// Not set apart from the rest.
    Plain,
    /// The selected place, and what is pointed out of the base map.
    Selected,
    /// Not what is asked for.
    Dimmed,
}

/// The looks of a place: its pattern, letters and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub pattern: Pattern,
    pub letters: Vec<char>,
    /// The letters as they stand behind a name: `GK`, or between two dates `G→GK`, `→G` from silence, `G→-` to it.
    pub suffix: String,
    /// A few words for the map.
    pub words: String,
    /// It is another at one date than at the other.
    pub changed: bool,
}

/// Stands among letters for a date at which nothing was said.
pub(super) const NO_LETTER: char = '-';

impl Appearance {
    /// The looks of a place in a view: hatched from what it was to what it is, where two dates are compared.
    pub fn of(view: &View, place: Place) -> Self {
        let Some((before, after)) = view.compared() else {
            return Self::at(view, view.snapshot, place);
        };
        let (was, is) = (Self::at(view, before, place), Self::at(view, after, place));
        let same = match view.lens {
            Lens::Actors => before.agrees(after, place),
            _ => was.pattern == is.pattern,
        };
        if same {
            return is;
        }
        Self {
            pattern: was.pattern.turned(&is.pattern),
            suffix: format!("{}→{}", text(&was.letters), text(&is.marks())),
            letters: [was.marks(), is.marks()].concat(),
            words: format!("{} → {}", was.words, is.words),
            changed: true,
        }
    }

    pub(super) fn at(view: &View, snapshot: &Snapshot, place: Place) -> Self {
        let (pattern, letters) = match (view.lens, place) {
            (Lens::Actors, Place::Region(id)) => control(view, &snapshot[id]),
            (Lens::Actors, Place::Site(id)) => status(view, &snapshot[id].status),
            (lens, _) => return Self::step(view, lens, snapshot, place),
        };
        Self {
            pattern,
            suffix: text(&letters),
            letters,
            words: view.atlas.brief(snapshot, place),
            changed: false,
        }
    }

    /// The step of a lens that a place is on.
    fn step(view: &View, lens: Lens, snapshot: &Snapshot, place: Place) -> Self {
        let evidence = Evidence::of(view.atlas, snapshot.weighed(place));
        let (steps, nth) = (lens.steps(), lens.step(&evidence, snapshot.date));
        let step = nth.and_then(|nth| Some((nth, steps.get(nth)?)));
        let (pattern, letters, words) = match step {
            None => (
                Pattern::Silent,
                Vec::new(),
                view.atlas.brief(snapshot, place),
            ),
            Some((nth, step)) => (
                Pattern::of_step(lens, nth),
                vec![step.letter],
                step.plain.to_owned(),
            ),
        };
        Self {
            pattern,
            suffix: text(&letters),
            letters,
            words,
            changed: false,
        }
    }

    pub(super) fn marks(&self) -> Vec<char> {
        if self.letters.is_empty() {
            vec![NO_LETTER]
        } else {
            self.letters.clone()
        }
    }
}

impl Pattern {
    /// The pattern of a region in a state.
    pub fn of_region(atlas: &Atlas, state: &RegionState) -> Self {
        let actors = state.control.actors().iter();
        let hues = actors.map(|&actor| (atlas[actor].hue, is_faint(state)));
        Self::of(Standing::from(&state.control), hues)
    }

    /// A step of a lens: on the ramp a tone of it; one that stands apart is stripes of its middle on bare ground.
    pub fn of_step(lens: Lens, nth: usize) -> Self {
        let of = lens.ramp();
        if nth < of {
            Self::Plain(Tint::Step { nth, of })
        } else {
            Self::InParts(vec![Tint::Step { nth: of / 2, of }])
        }
    }

    /// From what land was to what it is: stripes of both.
    #[must_use]
    pub fn turned(&self, into: &Self) -> Self {
        Self::Between([self.tints(), into.tints()].concat())
    }

    /// The pattern of land that stands so, with these hues of those who are named, each paler or not.
    pub fn of(standing: Standing, hues: impl Iterator<Item = (Hue, bool)>) -> Self {
        let tint = |(hue, faint)| {
            if faint {
                Tint::Faint(hue)
            } else {
                Tint::Actor(hue)
            }
        };
        let mut tints: Vec<Tint> = hues.map(tint).collect();
        match (standing, tints.as_slice()) {
            (_, []) => Self::Silent,
            (Standing::InParts, _) => Self::InParts(tints),
            (Standing::Occupied, &[tint, ..]) => Self::Occupied(tint),
            (Standing::Contested | Standing::Disputed, others) => {
                // Whoever else is in it is not said.
                if others.len() == 1 {
                    tints.push(Tint::Ground);
                }
                Self::Between(tints)
            }
            (_, &[tint, ..]) => Self::Plain(tint),
        }
    }

    pub(super) fn tints(&self) -> Vec<Tint> {
        match self {
            Self::Silent => vec![Tint::Ground],
            Self::Plain(tint) => vec![*tint],
            Self::Occupied(tint) => vec![*tint, *tint, *tint, Tint::Ground],
            Self::InParts(tints) => tints
                .iter()
                .flat_map(|&tint| [tint, Tint::Ground])
                .collect(),
            Self::Between(tints) => tints.clone(),
        }
    }
}

fn text(letters: &[char]) -> String {
    letters.iter().collect()
}

/// Returns `true` for the editor's reading, and for what nobody has confirmed for long.
fn is_faint(state: &RegionState) -> bool {
    state.basis.stale || state.basis.grade == Grade::Inferred
}

fn control(view: &View, state: &RegionState) -> (Pattern, Vec<char>) {
    let (faint, actors) = (is_faint(state), state.control.actors());
    let pattern = Pattern::of_region(view.atlas, state);
    let letters = letters(view, actors);
    let lower = |letter: &char| letter.to_ascii_lowercase();
    let letters = if faint {
        letters.iter().map(lower).collect()
    } else {
        letters
    };
    (pattern, letters)
}

/// The first actor that is there gives a site its colour.
fn status(view: &View, status: &Status) -> (Pattern, Vec<char>) {
    let actors = status.actors();
    let pattern = match (status.agreed.first(), status.disputed.is_empty()) {
        (Some((_, actor)), _) => Pattern::Plain(Tint::Actor(view.atlas[*actor].hue)),
        (None, true) => Pattern::Silent,
        (None, false) => Pattern::Between(tints(view, &actors)),
    };
    (pattern, letters(view, &actors))
}

fn tints(view: &View, actors: &[ActorId]) -> Vec<Tint> {
    actors
        .iter()
        .map(|&actor| Tint::Actor(view.atlas[actor].hue))
        .collect()
}

fn letters(view: &View, actors: &[ActorId]) -> Vec<char> {
    actors
        .iter()
        .map(|&actor| view.atlas[actor].letter)
        .collect()
}

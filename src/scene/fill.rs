//! How places are filled: by what a lens shows of them at a date, or between two dates.

use super::View;
use crate::atlas::{
    ActorId, Evidence, Hue, Lens, Place, Says,
    state::{Control, Snapshot, Status},
};

/// A colour by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Nobody is said to hold it.
    Ground,
    Actor(Hue),
    /// A step of a lens, of so many; the first is the best founded.
    Step {
        nth: usize,
        of: usize,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    Silent,
    Plain(Tint),
    /// Stripes of these on bare ground.
    InParts(Vec<Tint>),
    /// Stripes of these.
    Between(Vec<Tint>),
}

/// How a region is filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    pub pattern: Pattern,
    pub emphasis: Emphasis,
    /// What marks it where colour can't.
    pub letters: Vec<char>,
}

/// How an area or a label stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    Plain,
    Selected,
    /// Not what is asked for.
    Dimmed,
}

/// What is shown of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub pattern: Pattern,
    pub letters: Vec<char>,
    /// A few words for the map.
    pub words: String,
    /// Whether it is another at one date than at the other.
    pub changed: bool,
}

/// Stands among letters for a date at which nothing was said.
const NO_LETTER: char = '-';

const SILENT: &str = "silent";

impl Reading {
    /// What the view shows of a place: hatched from what it was to what it is, where two dates are compared.
    pub fn of(view: &View, place: Place) -> Self {
        let Some((before, after)) = view.compared() else {
            return Self::at(view, view.snapshot, place);
        };
        let (was, is) = (Self::at(view, before, place), Self::at(view, after, place));
        if was == is {
            return is;
        }
        Self {
            pattern: Pattern::Between([was.pattern.tints(), is.pattern.tints()].concat()),
            letters: [was.marks(), is.marks()].concat(),
            words: format!("{} → {}", was.words, is.words),
            changed: true,
        }
    }

    fn at(view: &View, snapshot: &Snapshot, place: Place) -> Self {
        match (view.lens, place) {
            (Lens::Actors, Place::Region(id)) => control(view, &snapshot[id].control),
            (Lens::Actors, Place::Site(id)) => status(view, &snapshot[id].status),
            (lens, _) => {
                let evidence = Evidence::of(view.atlas, snapshot.weighed(place));
                let (steps, nth) = (lens.steps(), lens.step(&evidence, snapshot.date));
                let step = nth.and_then(|nth| Some((nth, steps.get(nth)?)));
                step.map_or_else(Self::silent, |(nth, step)| {
                    let of = steps.len();
                    Self::new(
                        Pattern::Plain(Tint::Step { nth, of }),
                        vec![step.letter],
                        step.plain.to_owned(),
                    )
                })
            }
        }
    }

    const fn new(pattern: Pattern, letters: Vec<char>, words: String) -> Self {
        Self {
            pattern,
            letters,
            words,
            changed: false,
        }
    }

    fn silent() -> Self {
        Self::new(Pattern::Silent, Vec::new(), SILENT.to_owned())
    }

    fn marks(&self) -> Vec<char> {
        if self.letters.is_empty() {
            vec![NO_LETTER]
        } else {
            self.letters.clone()
        }
    }
}

impl Pattern {
    fn tints(&self) -> Vec<Tint> {
        match self {
            Self::Silent => vec![Tint::Ground],
            Self::Plain(tint) => vec![*tint],
            Self::InParts(tints) => tints
                .iter()
                .flat_map(|&tint| [tint, Tint::Ground])
                .collect(),
            Self::Between(tints) => tints.clone(),
        }
    }
}

/// Who holds a region, short enough for the map.
fn control(view: &View, control: &Control) -> Reading {
    let actors = control.actors();
    let names = |between: &str| {
        let names: Vec<&str> = actors
            .iter()
            .map(|&id| view.atlas[id].short.as_str())
            .collect();
        names.join(between)
    };
    let tints = || tints(view, actors);
    let (pattern, words) = match control {
        Control::Silent => return Reading::silent(),
        Control::Held(actor) => (
            Pattern::Plain(Tint::Actor(view.atlas[*actor].hue)),
            names(""),
        ),
        Control::InParts(_) => (
            Pattern::InParts(tints()),
            format!("{}, in parts", names(" and ")),
        ),
        Control::Contested(_) => (
            Pattern::Between(tints()),
            format!("{}, contested", names(" and ")),
        ),
        Control::Disputed(_) => (Pattern::Between(tints()), format!("{}?", names(" or "))),
    };
    Reading::new(pattern, letters(view, actors), words)
}

/// What is said of a site, short enough for the map.
fn status(view: &View, status: &Status) -> Reading {
    let mut actors = status.actors();
    actors.dedup();
    let one =
        |&(says, actor): &(Says, ActorId)| format!("{} {}", view.atlas[actor].short, says.plain());
    let (pattern, words) = match status {
        Status::Silent => return Reading::silent(),
        Status::Is(says, actor) => (
            Pattern::Plain(Tint::Actor(view.atlas[*actor].hue)),
            one(&(*says, *actor)),
        ),
        Status::Disputed(said) => {
            let said: Vec<String> = said.iter().map(one).collect();
            (Pattern::Between(tints(view, &actors)), said.join(" or "))
        }
    };
    Reading::new(pattern, letters(view, &actors), words)
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

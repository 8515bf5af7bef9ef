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

/// A pattern, letters and words, or nothing where nothing decides.
type Said = Option<(Pattern, Vec<char>, String)>;

impl Reading {
    /// What the view shows of a place: hatched from what it was to what it is, where two dates are compared.
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
            pattern: Pattern::Between([was.pattern.tints(), is.pattern.tints()].concat()),
            letters: [was.marks(), is.marks()].concat(),
            words: format!("{} → {}", was.words, is.words),
            changed: true,
        }
    }

    fn at(view: &View, snapshot: &Snapshot, place: Place) -> Self {
        let said = match (view.lens, place) {
            (Lens::Actors, Place::Region(id)) => control(view, &snapshot[id].control),
            (Lens::Actors, Place::Site(id)) => status(view, &snapshot[id].status),
            (lens, _) => step(view, lens, snapshot, place),
        };
        let silence = if snapshot.is_unproved(place) {
            "not proved"
        } else {
            "silent"
        };
        let (pattern, letters, words) =
            said.unwrap_or_else(|| (Pattern::Silent, Vec::new(), silence.to_owned()));
        Self {
            pattern,
            letters,
            words,
            changed: false,
        }
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

/// How well a place is known, by the lens.
fn step(view: &View, lens: Lens, snapshot: &Snapshot, place: Place) -> Said {
    let evidence = Evidence::of(view.atlas, snapshot.weighed(place));
    let (nth, steps) = (lens.step(&evidence, snapshot.date)?, lens.steps());
    let step = steps.get(nth)?;
    let tint = Tint::Step {
        nth,
        of: steps.len(),
    };
    Some((
        Pattern::Plain(tint),
        vec![step.letter],
        step.plain.to_owned(),
    ))
}

/// Who holds a region, short enough for the map.
fn control(view: &View, control: &Control) -> Said {
    let actors = control.actors();
    let names = |between: &str| {
        let names: Vec<&str> = actors
            .iter()
            .map(|&id| view.atlas[id].short.as_str())
            .collect();
        names.join(between)
    };
    let tints = tints(view, actors);
    let (pattern, words) = match control {
        Control::Silent => return None,
        Control::Held(actor) => (
            Pattern::Plain(Tint::Actor(view.atlas[*actor].hue)),
            names(""),
        ),
        Control::InParts(_) => (
            Pattern::InParts(tints),
            format!("{}, in parts", names(" and ")),
        ),
        Control::Contested(_) => (
            Pattern::Between(tints),
            format!("{}, contested", names(" and ")),
        ),
        Control::Disputed(_) => (Pattern::Between(tints), format!("{}?", names(" or "))),
    };
    Some((pattern, letters(view, actors), words))
}

/// What is said of a site, short enough for the map.
fn status(view: &View, status: &Status) -> Said {
    let mut actors = status.actors();
    actors.dedup();
    let one =
        |&(says, actor): &(Says, ActorId)| format!("{} {}", view.atlas[actor].short, says.plain());
    let (pattern, words) = match status {
        Status::Silent => return None,
        Status::Is(says, actor) => (
            Pattern::Plain(Tint::Actor(view.atlas[*actor].hue)),
            one(&(*says, *actor)),
        ),
        Status::Disputed(said) => {
            let said: Vec<String> = said.iter().map(one).collect();
            (Pattern::Between(tints(view, &actors)), said.join(" or "))
        }
    };
    Some((pattern, letters(view, &actors), words))
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

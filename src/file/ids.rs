//! The ids of a region file and their meaning.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    atlas::{ActorId, QuestionId, RegionId, SiteId, SourceId, Subject},
    diagnostics::{Check, Code, Field, Located, Problem, Span, suggest},
    names::slug,
};

/// The id of the whole country, which no other thing can have.
pub const MAP: &str = "map";

/// The ids of one kind of thing, or of several that must not be confused.
#[derive(Debug)]
pub struct IdTable<T> {
    defined: BTreeMap<String, (T, Span)>,
    /// Ids that the base map has given away.
    reserved: BTreeSet<String>,
}

/// A thing that an id outside `[[source]]` can mean.
#[derive(Clone, Copy, Debug)]
pub enum Thing {
    Actor(ActorId),
    Region(RegionId),
    Site(SiteId),
    /// An outline of the file, by its place in it.
    Outline(usize),
}

/// Everything that is defined so far.
#[derive(Debug, Default)]
pub struct Ids {
    pub sources: IdTable<SourceId>,
    pub questions: IdTable<QuestionId>,
    pub things: IdTable<Thing>,
}

impl<T> Default for IdTable<T> {
    fn default() -> Self {
        Self {
            defined: BTreeMap::new(),
            reserved: BTreeSet::new(),
        }
    }
}

impl<T: Copy> IdTable<T> {
    /// Keeps ids from being given to an entry.
    pub fn reserve(&mut self, ids: impl IntoIterator<Item = String>) {
        self.reserved.extend(ids);
    }

    /// Gives an entry its id.
    pub fn define(&mut self, id: Field<String>, thing: T, check: &mut Check) -> Option<String> {
        let Located { value: id, at } = check.take(id)?;
        if !is_id(&id) || id == MAP {
            let problem = Problem::new(Code::BadId, &at, format!("`{id}` can't be an id"));
            check.report(problem.help(if id == MAP {
                "`map` stands for the whole country; choose another id".to_owned()
            } else {
                format!(
                    "use lower-case letters, digits and hyphens: `{}`",
                    to_id(&id)
                )
            }));
            return None;
        }
        if let Some((_, first)) = self.defined.get(&id) {
            let problem = Problem::new(Code::DuplicateId, &at, format!("`{id}` is defined twice"));
            check.report(
                problem
                    .also(first, "first defined here")
                    .help("give one of the two another id"),
            );
            return None;
        }
        if self.reserved.contains(&id) {
            let problem = Problem::new(
                Code::DuplicateId,
                &at,
                format!("`{id}` is an outline of the base map"),
            );
            check.report(problem.help("choose another id"));
            return None;
        }
        self.defined.insert(id.clone(), (thing, at));
        Some(id)
    }

    /// Takes in what the base map has given an id.
    pub fn adopt(&mut self, id: &Located<String>, thing: T) {
        self.defined
            .insert(id.value.clone(), (thing, id.at.clone()));
    }

    /// Finds what an id means, if it is a thing of the wanted kind; `beside` are ids that are not defined in the file.
    pub fn find<'a, U>(
        &'a self,
        id: &Located<String>,
        wanted: &str,
        beside: impl IntoIterator<Item = &'a str>,
        kind: impl Fn(T) -> Option<U>,
        check: &mut Check,
    ) -> Option<U> {
        let known = self.defined.get(&id.value);
        if let Some(found) = known.and_then(|&(thing, _)| kind(thing)) {
            return Some(found);
        }
        let message = format!("there is no {wanted} `{}`", id.value);
        let problem = Problem::new(Code::UnknownId, &id.at, message);
        check.report(if let Some((_, at)) = known {
            problem
                .also(at, "this is something else")
                .help(format!("name a {wanted}"))
        } else {
            let candidates = self.names(kind).chain(beside);
            Problem {
                help: suggest(&id.value, candidates),
                ..problem
            }
        });
        None
    }

    /// Returns the ids of the things of a kind.
    pub fn names<U>(&self, kind: impl Fn(T) -> Option<U>) -> impl Iterator<Item = &str> {
        let wanted = self.defined.iter();
        let wanted = wanted.filter(move |(_, (thing, _))| kind(*thing).is_some());
        wanted.map(|(id, _)| id.as_str())
    }

    /// Returns the place where an id is defined.
    pub fn place(&self, id: &str) -> Option<&Span> {
        self.defined.get(id).map(|(_, at)| at)
    }
}

impl Thing {
    /// Returns it as the subject of a claim, if it can be one.
    pub const fn subject(self) -> Option<Subject> {
        match self {
            Self::Actor(id) => Some(Subject::Actor(id)),
            Self::Region(id) => Some(Subject::Region(id)),
            Self::Site(id) => Some(Subject::Site(id)),
            Self::Outline(_) => None,
        }
    }

    pub const fn actor(self) -> Option<ActorId> {
        match self {
            Self::Actor(id) => Some(id),
            _ => None,
        }
    }
}

fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().next().is_some_and(plain) && text.bytes().all(|byte| plain(byte) || byte == b'-')
}

/// The id nearest to a text.
fn to_id(text: &str) -> String {
    let id = slug(text);
    if id.is_empty() || id == MAP {
        "northeast".to_owned()
    } else {
        id
    }
}

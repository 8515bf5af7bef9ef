//! Guesses at the claims of a sentence, to be looked at by somebody: they never name more than the sentence does.

mod guess;
mod places;
mod sites;

use std::ops::Range;

use crate::{
    article::dates::{self, When},
    atlas::{Date, Says},
    names::{Mention, Target},
};

use super::{
    pending::Pending,
    thing::{Ground, Kind, Thing},
};
use guess::{Guess, Who, guesses, unknown};
pub use places::Around;

/// A sentence with what is known of its article.
struct Sentence<'a> {
    words: &'a str,
    published: Option<Date>,
    taken: &'a [String],
    around: &'a Around,
    /// Every name of the map in it, in their order.
    mentions: Vec<Mention>,
    /// The places of those that are one slip off the name.
    slips: Vec<Range<usize>>,
}

impl Sentence<'_> {
    /// A claim with the date that some of its words give.
    fn pending(&self, words: &str) -> Pending {
        let when = dates::when(words, self.published);
        let (when, asks) = match when {
            Some(When::Date(date)) => (Some(date).filter(|it| self.published != Some(*it)), None),
            Some(When::Vague(words)) => (None, Some(words)),
            None => (None, None),
        };
        Pending {
            when,
            asks,
            ..Pending::default()
        }
    }
}

impl Ground<'_> {
    /// Finds every name of the map in some words, in their order, and which of them are one slip off.
    pub(super) fn mentions(&self, words: &str) -> (Vec<Mention>, Vec<Range<usize>>) {
        let mut mentions = self.names.mentions(words);
        let slips = self.names.slips(words, &mentions);
        let slipped = slips.iter().map(|slip| slip.at.clone()).collect();
        mentions.extend(slips);
        mentions.sort_by_key(|mention| mention.at.start);
        (mentions, slipped)
    }

    /// Puts together what a sentence seems to say, claim by claim; at least one where it names anything.
    pub(super) fn proposed(
        &self,
        words: &str,
        published: Option<Date>,
        taken: &[String],
        around: &Around,
    ) -> Vec<Pending> {
        let (mentions, slips) = self.mentions(words);
        let guesses = guesses(words, &mentions);
        let sentence = Sentence {
            words,
            published,
            taken,
            around,
            mentions,
            slips,
        };
        let of_guess = |guess| self.of_guess(&sentence, guess, guesses.len() == 1);
        let mut said: Vec<Pending> = Vec::new();
        for claim in guesses.iter().flat_map(of_guess) {
            if !said.iter().any(|other| other.says_the_same(&claim)) {
                said.push(claim);
            }
        }
        if said.is_empty() {
            vec![self.context(&sentence)]
        } else {
            said
        }
    }

    /// The claims of a guess, one for each kind of place. A sentence that says one thing alone gives its date wherever
    /// that stands in it.
    fn of_guess(&self, sentence: &Sentence, guess: &Guess, is_alone: bool) -> Vec<Pending> {
        let Some(actor) = self.whose(sentence, &guess.who) else {
            return Vec::new();
        };
        let mentions = sentence.mentions.iter();
        let named: Vec<_> = mentions
            .filter(|mention| guess.places.contains(&mention.at))
            .flat_map(|mention| self.places(sentence, mention, true))
            .collect();
        let clause = if is_alone {
            sentence.words
        } else {
            &sentence.words[guess.clause.clone()]
        };
        let kinds = [Kind::Region, Kind::Site, Kind::Town].into_iter();
        let claims = kinds.filter_map(|kind| {
            let says = said_of(guess, kind);
            let of_kind = named.iter().filter(|it| it.thing.kind == kind).cloned();
            let claim = sentence.pending(clause).about(of_kind);
            let fits = !claim.about.is_empty() && says != Says::Context && kind.fits(says);
            fits.then(|| Pending {
                says: Some(says),
                actor: Some(actor.clone()),
                draft: guess.speaker.is_some(),
                ..claim.noting(self.hearsay(sentence, guess))
            })
        });
        claims.collect()
    }

    /// The claim of a sentence that nothing is guessed of: what it names, as background.
    fn context(&self, sentence: &Sentence) -> Pending {
        let mentions = sentence.mentions.iter();
        let named: Vec<_> = mentions
            .flat_map(|mention| self.places(sentence, mention, false))
            .collect();
        // What the map has comes before what only the base map has.
        let is_known = |it: &&Named| it.thing.new.is_none() && it.thing.kind != Kind::Town;
        let first = named.iter().find(is_known).or(named.first());
        let kind = first.map(|it| it.thing.kind);
        let of_kind = named.into_iter().filter(|it| Some(it.thing.kind) == kind);
        let unknown = unknown(sentence.words, &sentence.mentions).into_iter();
        let unknown = unknown.map(|name| format!("“{name}” is not on the map"));
        Pending {
            says: Some(Says::Context),
            asks: None,
            ..sentence.pending(sentence.words).about(of_kind)
        }
        .noting(unknown)
    }

    /// A remark on whoever says so: what they claim is not what the article says.
    fn hearsay(&self, sentence: &Sentence, guess: &Guess) -> Option<String> {
        let speaker = match guess.speaker.as_ref()? {
            Who::Known(id) => self.atlas[*id].name.as_str(),
            Who::New(at) => &sentence.words[at.clone()],
        };
        Some(format!("as told by “{speaker}”"))
    }

    /// The actor of a guess, which is a new one where the map has none of that name.
    fn whose(&self, sentence: &Sentence, who: &Who) -> Option<Thing> {
        match who {
            Who::Known(id) => Some(self.thing(Target::Actor(*id), sentence.taken)),
            Who::New(at) => {
                let mut letters = sentence.words[at.clone()].chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                let name: String = first.chain(letters).collect();
                self.new_actor(&name, sentence.taken)
            }
        }
    }
}

/// A thing that a sentence names, and what its name is taken for where that is not plain.
#[derive(Clone)]
struct Named {
    thing: Thing,
    notes: Vec<String>,
}

impl Pending {
    /// The claim about some things, each once.
    fn about(mut self, named: impl Iterator<Item = Named>) -> Self {
        for Named { thing, notes } in named {
            if self.about.iter().all(|other| other.id != thing.id) {
                self.about.push(thing);
            }
            self = self.noting(notes);
        }
        self
    }

    /// The claim with some remarks, each once.
    fn noting(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        for note in notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        self
    }
}

const fn said_of(guess: &Guess, kind: Kind) -> Says {
    match kind {
        Kind::Site => guess.site,
        Kind::Town if !Kind::Town.fits(guess.region) => guess.site,
        _ => guess.region,
    }
}

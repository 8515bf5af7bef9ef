//! Going through an article sentence by sentence, each with what it seems to say and nobody has claimed yet.

use std::ops::Range;

use crate::{
    article::dates,
    atlas::{Claim, quote::Passage},
};

use super::{
    change::ids,
    held::claimed,
    marking::Marking,
    pending::Pending,
    suggest::Around,
    thing::Ground,
    writing::{Sentence, Writing},
};

impl Writing {
    /// Finds what names stand in the text, and what is claimed of it, after the map has changed.
    pub fn look(&mut self, ground: Ground) {
        for nth in 0..self.sentences.len() {
            self.look_at(ground, nth);
        }
        self.look_up(ground);
    }

    /// Finds what names stand in a sentence. A byline says nothing of the place that it was written at.
    pub(super) fn look_at(&mut self, ground: Ground, nth: usize) {
        let at = self.without_dateline(nth);
        let words = &self.text.raw()[at.clone()];
        let (mentions, _) = ground.mentions(words);
        let names = mentions.into_iter().filter(|_| !dates::is_byline(words));
        let names = names.map(|it| at.start + it.at.start..at.start + it.at.end);
        self.sentences[nth].names = names.collect();
    }

    /// The bytes of a sentence behind its dateline, which names where the news was written, and is not quoted.
    fn without_dateline(&self, nth: usize) -> Range<usize> {
        let at = &self.sentences[nth].at;
        at.start + dates::dateline_len(&self.text.raw()[at.clone()])..at.end
    }

    /// Finds what is claimed of the text, and which ids are taken.
    pub(super) fn look_up(&mut self, ground: Ground) {
        self.claimed = claimed(ground.atlas, &self.text).collect();
        self.taken = ids(self.editor.toml());
        self.around = Around::new(ground);
    }

    /// Marks the next sentence in that direction, or the next one that names anything of the map and is not claimed
    /// already; `false` where there is none. Forward, what else the sentence says comes first.
    pub fn step(&mut self, ground: Ground, forward: bool, bearing: bool) -> bool {
        if forward && bearing && self.go_on(ground) {
            return true;
        }
        let fits = |n: &usize| !bearing || self.is_open(ground, *n);
        let to = if forward {
            (self.nth + 1..self.sentences.len()).find(fits)
        } else {
            (0..self.nth).rev().find(fits)
        };
        if let Some(nth) = to {
            self.mark(ground, nth);
        }
        to.is_some()
    }

    /// Goes to the next thing that the sentence says; `false` where there is none.
    pub(super) fn go_on(&mut self, ground: Ground) -> bool {
        let more = self.says_more(ground, self.nth, self.proposal + 1);
        let goes_on = more.is_some();
        if let Some((at, claim)) = more {
            (self.proposal, self.claim) = (at, claim);
        }
        goes_on
    }

    /// Marks the first sentence that names anything of the map.
    pub fn start(&mut self, ground: Ground) {
        self.look(ground);
        let first = self.sentences.iter().position(|it| !it.names.is_empty());
        self.mark(ground, first.unwrap_or(0));
    }

    pub(super) fn mark(&mut self, ground: Ground, nth: usize) {
        self.nth = nth;
        self.marking = Marking::new(&self.text, self.without_dateline(nth));
        let first = self.proposed(ground, nth, 0);
        (self.proposal, self.claim) = first.unwrap_or_default();
    }

    /// Tells whether a sentence names anything of the map, and is not claimed already or says more than that.
    pub(super) fn is_open(&self, ground: Ground, nth: usize) -> bool {
        let Sentence { at, names } = &self.sentences[nth];
        let is_claimed = self.claimed.iter().any(|(_, it)| touches(it, at));
        !names.is_empty() && (!is_claimed || self.says_more(ground, nth, 0).is_some())
    }

    /// The next claim of a sentence that is about an actor, with its number, from a number on.
    fn says_more(&self, ground: Ground, nth: usize, from: usize) -> Option<(usize, Pending)> {
        let said = self.proposed(ground, nth, from);
        said.filter(|(_, claim)| claim.actor.is_some())
    }

    /// Guesses a claim of a sentence, to be looked at by somebody: the first from that one on that is not made already.
    fn proposed(&self, ground: Ground, nth: usize, from: usize) -> Option<(usize, Pending)> {
        let at = &self.sentences[nth].at;
        let words = &self.text.raw()[self.without_dateline(nth)];
        let proposed = ground.proposed(words, self.published, &self.taken, &self.around);
        let of_sentence = self.claimed.iter().filter(|(_, it)| touches(it, at));
        let made: Vec<&Claim> = of_sentence.map(|(id, _)| &ground.atlas[*id]).collect();
        let is_made = |it: &Pending| made.iter().any(|claim| it.is_made(claim, ground.atlas));
        let mut proposed = proposed.into_iter().enumerate().skip(from);
        proposed.find(|(_, claim)| !is_made(claim))
    }
}

/// Tells whether a passage has words of a sentence.
fn touches(passage: &Passage, sentence: &Range<usize>) -> bool {
    let quoted = passage.extent();
    quoted.start < sentence.end && sentence.start < quoted.end
}

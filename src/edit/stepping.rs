//! Going through an article sentence by sentence, each with what it seems to say and nobody has claimed yet.

use std::ops::Range;

use crate::{
    article::dates,
    atlas::{Claim, quote::Passage},
    file::draft::claimed,
};

use super::{
    change::ids,
    marking::Marking,
    pending::Pending,
    thing::Ground,
    writing::{Sentence, Writing},
};

impl Writing {
    /// Finds what names stand in the text, after the map has changed.
    pub fn look(&mut self, ground: Ground) {
        let text = &self.text;
        for Sentence { at, names } in &mut self.sentences {
            let words = &text.raw()[at.clone()];
            let mentions = ground.names.mentions(words);
            let slips = ground.names.slips(words, &mentions);
            *names = mentions
                .into_iter()
                .chain(slips)
                .map(|it| at.start + it.at.start..at.start + it.at.end)
                .collect();
        }
    }

    /// Marks the next sentence in that direction, or the next one that names anything of the map and is not claimed
    /// already; `false` where there is none. Forward, what else the sentence says comes first.
    pub fn step(&mut self, ground: Ground, forward: bool, bearing: bool) -> bool {
        let claimed: Vec<_> = self.claimed(ground).collect();
        let says_more = |nth, from| {
            let said = self.proposed(ground, &claimed, nth, from);
            said.filter(|(_, claim)| claim.actor.is_some())
        };
        if forward
            && bearing
            && let Some((at, claim)) = says_more(self.nth, self.proposal + 1)
        {
            (self.proposal, self.claim) = (at, claim);
            return true;
        }
        let fits = |n: &usize| {
            let Sentence { at, names } = &self.sentences[*n];
            let is_claimed = claimed.iter().any(|(_, passage)| touches(passage, at));
            !bearing || !names.is_empty() && (!is_claimed || says_more(*n, 0).is_some())
        };
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

    /// Marks the first sentence that names anything of the map.
    pub fn start(&mut self, ground: Ground) {
        self.look(ground);
        let first = self.sentences.iter().position(|it| !it.names.is_empty());
        self.mark(ground, first.unwrap_or(0));
    }

    fn mark(&mut self, ground: Ground, nth: usize) {
        self.nth = nth;
        let at = self.sentences[nth].at.clone();
        let dateline = dates::dateline_len(&self.text.raw()[at.clone()]);
        let at = at.start + dateline..at.end;
        self.marking = Marking::new(&self.text, at);
        let claimed: Vec<_> = self.claimed(ground).collect();
        let first = self.proposed(ground, &claimed, nth, 0);
        (self.proposal, self.claim) = first.unwrap_or_default();
    }

    /// Guesses a claim of a sentence, to be looked at by somebody: the first from that one on that is not made already.
    fn proposed(
        &self,
        ground: Ground,
        claimed: &[(&Claim, Passage)],
        nth: usize,
        from: usize,
    ) -> Option<(usize, Pending)> {
        let at = &self.sentences[nth].at;
        let taken = ids(self.editor.toml());
        let proposed = ground.proposed(&self.text.raw()[at.clone()], self.published, &taken);
        let of_sentence = claimed.iter().filter(|(_, passage)| touches(passage, at));
        let made: Vec<&Claim> = of_sentence.map(|(claim, _)| *claim).collect();
        let is_made = |it: &Pending| made.iter().any(|claim| it.is_made(claim, ground.atlas));
        let mut proposed = proposed.into_iter().enumerate().skip(from);
        proposed.find(|(_, claim)| !is_made(claim))
    }

    /// The claims that quote this text, with where.
    pub(super) fn claimed<'a>(
        &'a self,
        ground: Ground<'a>,
    ) -> impl Iterator<Item = (&'a Claim, Passage)> {
        claimed(ground.atlas, &self.text)
    }
}

/// Tells whether a passage has words of a sentence.
fn touches(passage: &Passage, sentence: &Range<usize>) -> bool {
    let quoted = passage.extent();
    quoted.start < sentence.end && sentence.start < quoted.end
}

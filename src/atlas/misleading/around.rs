//! What stands around quoted words and changes what they claim.

use std::ops::Range;

use super::{Finding, LeftOut};
use crate::atlas::{
    Atlas, ClaimId, Source, SourceId,
    quote::{Passage, Text},
    sentence::sentences,
    wording::{Phrases, Wording},
};

/// Where a word stands that a quotation leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Between the quoted words.
    InGap,
    /// Elsewhere in the sentence of the quoted words.
    InSentence,
    /// In the sentence before, in the same paragraph.
    Before,
}

/// The negations and hedges that quotations leave out.
pub fn findings(atlas: &Atlas) -> Vec<Finding> {
    let sources = (0..atlas.sources.len()).map(SourceId);
    let found = sources.filter_map(|id| Some(of_source(atlas, id, &Marked::of(&atlas[id])?)));
    found.flatten().collect()
}

fn of_source(atlas: &Atlas, source: SourceId, marked: &Marked) -> Vec<Finding> {
    let quoted = atlas
        .claims_of(source)
        .filter_map(|(id, claim)| Some((id, claim.passage()?)));
    let found = quoted.flat_map(|(id, passage)| marked.left_out(id, passage));
    found.collect()
}

/// A text with its sentences, and where its negations and hedges stand, in the order of the text.
struct Marked<'a> {
    text: &'a Text,
    sentences: Vec<Range<usize>>,
    negations: Vec<Range<usize>>,
    hedges: Vec<Range<usize>>,
}

impl<'a> Marked<'a> {
    /// `None` where no text is held, or its language has no lists.
    fn of(source: &'a Source) -> Option<Self> {
        let text = source.text.as_ref()?;
        let wording = Wording::of(&source.language)?;
        let sentences = sentences_of(text, &wording.abbreviations);
        let find = |lists: &[&Phrases]| {
            let in_sentence = |at: &Range<usize>| {
                let found = wording.find(lists, &text.raw()[at.clone()]).into_iter();
                let start = at.start;
                found.map(move |word| start + word.start..start + word.end)
            };
            sentences.iter().flat_map(in_sentence).collect()
        };
        Some(Self {
            text,
            negations: find(&[&wording.negations]),
            hedges: find(&[&wording.hedges, &wording.attributions]),
            sentences,
        })
    }

    fn left_out(&self, claim: ClaimId, passage: &Passage) -> impl Iterator<Item = Finding> {
        let around = Around::of(&self.sentences, passage);
        let found = |marks, from| {
            let at = around.first_left_out(marks, from)?;
            Some(LeftOut {
                claim,
                word: self.text.raw()[at.clone()].to_owned(),
                stands: around.stands(&at),
            })
        };
        let negation = found(&self.negations, around.before).map(Finding::Negation);
        let hedge = found(&self.hedges, around.sentence.start).map(Finding::Hedge);
        negation.into_iter().chain(hedge)
    }
}

/// The sentences of a text, in bytes of it.
fn sentences_of(text: &Text, abbreviations: &[&str]) -> Vec<Range<usize>> {
    let of_paragraph = |at: Range<usize>| {
        let sentences = sentences(&text.raw()[at.clone()], abbreviations).into_iter();
        sentences.map(move |sentence| at.start + sentence.start..at.start + sentence.end)
    };
    text.paragraphs()
        .flat_map(|(_, at)| of_paragraph(at))
        .collect()
}

/// A quotation in its sentence, or in those that it runs through.
struct Around<'a> {
    quoted: &'a [Range<usize>],
    sentence: Range<usize>,
    /// Where the sentence before starts, if there is one in the same paragraph.
    before: usize,
}

impl<'a> Around<'a> {
    fn of(sentences: &[Range<usize>], passage: &'a Passage) -> Self {
        let quoted = passage.ranges.as_slice();
        let start = quoted.first().map_or(0, |piece| piece.start);
        let end = quoted.last().map_or(start, |piece| piece.end);
        let first = sentences.partition_point(|at| at.end <= start);
        let last = sentences.partition_point(|at| at.start < end);
        let from = sentences.get(first).map_or(start, |at| at.start);
        let to = sentences[..last].last().map_or(end, |at| at.end);
        let touching = sentences[..first].last().filter(|at| at.end == from);
        Self {
            quoted,
            sentence: from..to,
            before: touching.map_or(from, |at| at.start),
        }
    }

    /// The first of some marks from there to the end of the sentence that is not quoted.
    fn first_left_out(&self, marks: &[Range<usize>], from: usize) -> Option<Range<usize>> {
        let first = marks.partition_point(|mark| mark.start < from);
        let mut marks = marks[first..]
            .iter()
            .take_while(|mark| mark.start < self.sentence.end);
        marks.find(|mark| !self.is_quoted(mark)).cloned()
    }

    fn is_quoted(&self, mark: &Range<usize>) -> bool {
        let holds = |piece: &Range<usize>| piece.start <= mark.start && mark.end <= piece.end;
        self.quoted.iter().any(holds)
    }

    fn stands(&self, mark: &Range<usize>) -> Stands {
        let is_after = |piece: &Range<usize>| piece.start < mark.end;
        let (after, all) = (
            self.quoted.iter().filter(|piece| is_after(piece)).count(),
            self.quoted.len(),
        );
        if mark.start < self.sentence.start {
            Stands::Before
        } else if (1..all).contains(&after) {
            Stands::InGap
        } else {
            Stands::InSentence
        }
    }
}

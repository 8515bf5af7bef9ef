//! Words around a quotation that change what it claims.

use std::ops::Range;

use super::{Finding, LeftOut};
use crate::atlas::{
    Atlas, ClaimId, Source, SourceId,
    quote::{Passage, Text},
    sentence::sentences,
    wording::{Phrases, Wording},
};

/// The position of a word that a quotation leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Between the quoted words.
    InGap,
    /// Elsewhere in the sentence of the quoted words.
    InSentence,
    /// In the sentence before, in the same paragraph.
    Before,
    /// At the start of the sentence after, in the same paragraph.
    After,
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
    /// Those that a sentence begins with, which turn round the one before.
    denials: Vec<Range<usize>>,
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
        let begins = |at: &Range<usize>| {
            let sentence = sentences.partition_point(|it| it.end <= at.start);
            let start = sentences.get(sentence).map_or(at.start, |it| it.start);
            // “It is not true that …” denies what it goes on to say.
            let goes_on = text.raw()[at.end..].trim_start().starts_with("that ");
            !goes_on && !text.raw()[start..at.start].contains(char::is_alphanumeric)
        };
        let mut denials: Vec<Range<usize>> = find(&[&wording.denials]);
        denials.retain(begins);
        Some(Self {
            text,
            denials,
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
        let denial = || {
            let at = around.after.as_ref()?;
            let is_there =
                |mark: &&Range<usize>| at.contains(&mark.start) && !around.is_quoted(mark);
            let mark = self.denials.iter().find(is_there)?;
            Some(LeftOut {
                claim,
                word: self.text.raw()[mark.clone()].to_owned(),
                stands: Stands::After,
            })
        };
        let negation = found(&self.negations, around.before).or_else(denial);
        let negation = negation.map(Finding::Negation);
        let hedge = found(&self.hedges, around.sentence.start).map(Finding::Hedge);
        let hedge = hedge.or_else(|| self.question(claim, &around).map(Finding::Hedge));
        let gap = (around.sentences > 1 && around.quoted.len() > 1)
            .then_some(Finding::GapAcrossSentences { claim });
        negation.into_iter().chain(hedge).chain(gap)
    }
}

impl Marked<'_> {
    /// The question mark of a sentence that is quoted without it.
    fn question(&self, claim: ClaimId, around: &Around) -> Option<LeftOut> {
        let sentence = &self.text.raw()[around.sentence.clone()];
        let mark =
            sentence.trim_end_matches(|char: char| char.is_whitespace() || "”’\"'»".contains(char));
        let mark = mark
            .char_indices()
            .next_back()
            .filter(|(_, char)| "?؟？".contains(*char))?;
        let at = around.sentence.start + mark.0;
        let at = at..at + mark.1.len_utf8();
        (!around.is_quoted(&at)).then(|| LeftOut {
            claim,
            word: mark.1.to_string(),
            stands: Stands::InSentence,
        })
    }
}

/// The sentences of a text, in bytes of it, over lines that were broken.
pub fn sentences_of(text: &Text, abbreviations: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    for (_, paragraph) in text.paragraphs() {
        if paragraph.start < next {
            continue;
        }
        let block = text.block_at(paragraph.start);
        let start = block.start.max(next);
        let lines = text.raw()[start..block.end].replace(['\n', '\r'], " ");
        let sentences = sentences(&lines, abbreviations);
        found.extend(sentences.map(|at| start + at.start..start + at.end));
        next = block.end;
    }
    found
}

/// A quotation in its sentence, or in those that it runs through.
struct Around<'a> {
    quoted: &'a [Range<usize>],
    sentence: Range<usize>,
    /// The number of sentences it runs through.
    sentences: usize,
    /// The start of the sentence before, if there is one in the same paragraph.
    before: usize,
    /// The sentence after, if there is one in the same paragraph.
    after: Option<Range<usize>>,
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
            sentences: last.saturating_sub(first),
            before: touching.map_or(from, |at| at.start),
            after: sentences.get(last).filter(|at| at.start == to).cloned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::misleading::tests::{left_out, quoting};

    #[test]
    fn a_question_is_no_statement() {
        let is_asked = |text, quote, mark: &str| {
            let question = (mark.to_owned(), Stands::InSentence);
            assert_eq!(left_out(text, quote), [question], "{text}");
        };
        is_asked("Reds hold the north?", "Reds hold the north", "?");
        is_asked("Reds hold the north?", "Reds … north", "?");
        is_asked("Do Reds hold the north?", "Reds hold the north", "?");
        is_asked(
            "A town fell. “Do Reds hold the north?” He asks.",
            "hold the north",
            "?",
        );
        is_asked("Reds hold the north؟ »\nSo.", "Reds hold the north", "؟");
        for (text, quote) in [
            ("Do Reds hold the north?", "Reds hold the north?"),
            ("It fell. Reds hold the north? Oh.", "Reds hold the north?"),
            ("Who? Reds hold the north.", "Reds hold the north"),
            ("Reds hold the north. Who?", "Reds hold the north"),
        ] {
            assert_eq!(left_out(text, quote), [], "{text}");
        }
        // Of a sentence that is both, the hedge is named.
        let hedge = ("may".to_owned(), Stands::InSentence);
        assert_eq!(left_out("May they? Reds may hold it?", "hold it"), [hedge]);
    }

    #[test]
    fn a_gap_may_not_reach_into_another_sentence() {
        let found = |quote| {
            let text = "Reds hold the north. Blues hold the south. All is well.";
            findings(&quoting(text, quote))
        };
        let across = Finding::GapAcrossSentences { claim: ClaimId(0) };
        assert_eq!(found("Reds … the south"), std::slice::from_ref(&across));
        assert_eq!(found("Reds … the south … All is well"), [across]);
        assert_eq!(found("Reds … the north"), []);
        assert_eq!(found("Reds hold the north"), []);
        assert_eq!(found("the north. Blues hold the south"), []);
    }

    #[test]
    fn what_runs_on_for_many_lines_is_read_once() {
        let lines: Vec<String> = (0..40).map(|n| format!("line {n} runs on")).collect();
        let text = Text::new(format!("It starts.\n\n{}\nIt ends.\n", lines.join("\n")), 1);
        let sentences = sentences_of(&text, &[]);
        let sentences: Vec<&str> = sentences.into_iter().map(|at| &text.raw()[at]).collect();
        let last = lines[34..].join("\n") + "\nIt ends.";
        assert_eq!(
            sentences,
            [
                "It starts.",
                &lines[..17].join("\n"),
                &(String::from("\n") + &lines[17..34].join("\n")),
                &(String::from("\n") + &last),
            ]
        );
    }
}

//! The share of a held text that claims take up.

use std::ops::Range;

use super::Warning;
use crate::{
    atlas::{
        Atlas, Source, SourceId,
        quote::{Paragraph, Text},
        sentence::sentences,
        wording::Wording,
    },
    diagnostics::{Code, Problem},
    file::Document,
    geo::Basemap,
    names::{Gazetteer, Target},
};

/// A sentence is shown up to so many characters.
const SHOWN: usize = 60;
/// So many of the names in a sentence are shown.
const NAMES: usize = 3;

/// A held text and what claims quote of it.
pub struct Held<'a> {
    /// The source that the text is of.
    pub source: &'a Source,
    text: &'a Text,
    id: SourceId,
    /// In the order of the text; none touches another.
    quoted: Vec<Range<usize>>,
}

impl<'a> Held<'a> {
    pub(super) fn all(atlas: &'a Atlas) -> impl Iterator<Item = Self> {
        atlas.source_ids().filter_map(|id| {
            Some(Self {
                source: &atlas[id],
                text: atlas[id].text.as_ref()?,
                id,
                quoted: quoted(atlas, id),
            })
        })
    }

    /// The share of its characters that claims quote, from 0 to 1.
    pub fn quoted_share(&self) -> f64 {
        let count = |at: &Range<usize>| self.text.raw()[at.clone()].chars().count() as f64;
        let all: f64 = self.text.paragraphs().map(|(_, at)| count(&at)).sum();
        self.quoted.iter().map(count).sum::<f64>() / all
    }

    /// The sentences of the body that no claim quotes a word of.
    fn left(&self) -> impl Iterator<Item = (Paragraph, Range<usize>)> + '_ {
        let wording = Wording::of(&self.source.language);
        let abbreviations = wording.map_or(&[][..], |wording| &wording.abbreviations);
        let body = self.text.paragraphs();
        let body = body.filter(|(paragraph, _)| *paragraph != Paragraph::Heading);
        let all = body.flat_map(move |(paragraph, at)| {
            let sentences = sentences(&self.text.raw()[at.clone()], abbreviations);
            sentences.map(move |sentence| {
                (
                    paragraph,
                    at.start + sentence.start..at.start + sentence.end,
                )
            })
        });
        all.filter(|(_, at)| !self.is_quoted(at))
    }

    fn is_quoted(&self, at: &Range<usize>) -> bool {
        let next = self.quoted.partition_point(|piece| piece.end <= at.start);
        let next = self.quoted.get(next);
        next.is_some_and(|piece| piece.start < at.end)
    }
}

/// Returns what the claims of a source quote of its text, as pieces that don't touch.
fn quoted(atlas: &Atlas, source: SourceId) -> Vec<Range<usize>> {
    let passages = atlas
        .claims_of(source)
        .filter_map(|(_, claim)| claim.passage());
    let mut pieces: Vec<_> = passages
        .flat_map(|passage| passage.ranges.clone())
        .collect();
    pieces.sort_by_key(|piece| piece.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => joined.push(piece),
        }
    }
    joined
}

/// Sentences that name something of the map, and that no claim takes up.
pub fn warnings(document: &Document, names: &Gazetteer) -> Vec<Warning> {
    let (atlas, base) = (&document.atlas, &document.map.base);
    // A sentence that is quoted wrongly would be taken for one that is not quoted.
    let is_settled = |held: &Held| {
        let mut quotes = atlas
            .claims_of(held.id)
            .filter_map(|(_, claim)| claim.quote.as_ref());
        quotes.all(|quote| !quote.proof.fails())
    };
    let held = Held::all(atlas).filter(is_settled);
    let of_text = |held: Held| {
        let left = held.left().filter_map(|(paragraph, at)| {
            let sentence = &held.text.raw()[at];
            let mut found: Vec<&str> = Vec::new();
            let mentions = names.mentions(sentence).into_iter();
            for name in mentions.filter_map(|mention| name(mention.target, atlas, base)) {
                if found.len() < NAMES && !found.contains(&name) {
                    found.push(name);
                }
            }
            if found.is_empty() {
                return None;
            }
            let message = format!(
                "no claim takes up a sentence of {paragraph} that names {}: “{}”",
                found.join(", "),
                shortened(sentence.trim())
            );
            let at = &document.spans.sources[held.id.index()].text;
            let way_out = "quote it in a claim, which `whoholds draft` writes, or allow what is left with your reason";
            Some(Warning {
                claim: None,
                problem: Problem::new(Code::NotTakenUp, at, message).help(way_out),
            })
        });
        left.collect::<Vec<_>>()
    };
    held.flat_map(of_text).collect()
}

/// Returns the name of a target, unless it is a town abroad, which is none of the map's business.
fn name<'a>(target: Target, atlas: &'a Atlas, base: &'a Basemap) -> Option<&'a str> {
    Some(match target {
        Target::Place(place) => atlas.name(place),
        Target::Actor(id) => &atlas[id].name,
        Target::Unit(n) => &base.units[n].name,
        Target::Town(n) => {
            base.unit_at(base.towns[n].at)?;
            &base.towns[n].name
        }
    })
}

/// Shortens a sentence to as many whole words as are shown.
fn shortened(sentence: &str) -> String {
    let Some((end, _)) = sentence.char_indices().nth(SHOWN) else {
        return sentence.to_owned();
    };
    let cut = sentence[..end].rfind(char::is_whitespace).unwrap_or(end);
    sentence[..cut].trim_end().to_owned() + " …"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{RegionFile, load};

    #[test]
    fn what_is_quoted_twice_counts_once() {
        let text = |quotes: &[&str]| {
            let claim = |quote: &&str| {
                format!(
                    "\n[[claim]]\nabout = [\"map\"]\nsays = \"context\"\nsource = \"held\"\nquote = \"{quote}\"\n"
                )
            };
            let head = "format = 1\ntitle = \"T\"\nbasemap = \"syria\"\nas_of = 2026\n\n[[source]]\nid = \"held\"\n\
                        title = \"T\"\ntext = \"assets/sources/kremlin-talks.txt\"\n";
            head.to_owned() + &quotes.iter().map(claim).collect::<String>()
        };
        let share = |quotes: &[&str]| {
            let file = RegionFile::builtin().with_bytes(text(quotes));
            let document = load(&file).expect("a map");
            let held = document.held().next().expect("a held text");
            held.quoted_share()
        };
        let (one, other) = ("On the ground, Syria remains divided", "the ground, Syria");
        assert!(share(&[]).abs() < f64::EPSILON);
        let alone = share(&[one]);
        assert!(alone > 0.0 && alone < 0.1);
        assert!((share(&[other, one, one]) - alone).abs() < f64::EPSILON);
        assert!(share(&[one, "opposition pockets persist"]) > alone);
    }

    #[test]
    fn a_long_sentence_is_cut_after_a_word() {
        let long = "many words ".repeat(20);
        let cut = shortened(&long);
        assert!(cut.len() < 70 && cut.ends_with("many …"), "{cut}");
        assert_eq!(shortened("a few words"), "a few words");
        assert_eq!(shortened(&"ع".repeat(100)).chars().count(), SHOWN + 2);
    }
}

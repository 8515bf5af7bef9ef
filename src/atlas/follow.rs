//! Sources that have the words of others: such a source is no second witness, whatever it says of its origin.

use std::{borrow::Cow, collections::HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::{Contents, Source, SourceId, quote::visible};

/// Shorter runs of words may be alike by chance.
const WORDS: usize = 8;

/// Notes for each source the first one of the file whose words it has: a paragraph of its text, or the summary of a
/// claim.
pub fn link(contents: &mut Contents) {
    let mut first: HashMap<String, SourceId> = HashMap::new();
    let mut follows = vec![None; contents.sources.len()];
    for (n, source) in contents.sources.iter().enumerate() {
        for words in words_of(source, SourceId(n), contents) {
            let earliest = *first.entry(words).or_insert(SourceId(n));
            if earliest.0 < n && follows[n].is_none() {
                follows[n] = Some(earliest);
            }
        }
    }
    for (source, follows) in contents.sources.iter_mut().zip(follows) {
        source.follows = follows;
    }
}

/// The paragraphs and summaries of a source that are long enough to tell, without case and punctuation. What is said of
/// layers is the program's own words.
fn words_of<'a>(
    source: &'a Source,
    id: SourceId,
    contents: &'a Contents,
) -> impl Iterator<Item = String> + 'a {
    let text = source.text.iter();
    let paragraphs = text.flat_map(|text| text.paragraphs().map(|(_, range)| &text.raw()[range]));
    let claims = contents.claims.iter();
    let said = claims.filter(move |claim| claim.source == Some(id) && !contents.is_of_layer(claim));
    let summaries = said.filter_map(|claim| claim.summary.as_deref());
    paragraphs.chain(summaries).filter_map(|words| {
        let words = if words.is_ascii() {
            Cow::Borrowed(words)
        } else {
            Cow::Owned(visible(words).nfkc().collect::<String>())
        };
        let words: Vec<String> = words.unicode_words().map(str::to_lowercase).collect();
        (words.len() >= WORDS).then(|| words.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Claim, layer::layer_words, quote::Text, sample};

    fn follows(texts: [Option<&str>; 2], summaries: [Option<&str>; 2]) -> Option<SourceId> {
        let mut atlas = sample::atlas();
        atlas.claims.truncate(2);
        for n in 0..2 {
            atlas.sources[n].text = texts[n].map(|text| Text::new(text.to_owned(), 0));
            atlas.claims[n].source = Some(SourceId(n));
            atlas.claims[n].summary = summaries[n].map(str::to_owned);
        }
        link(&mut atlas);
        assert_eq!(atlas.sources[0].follows, None);
        atlas.sources[1].follows
    }

    #[test]
    fn a_source_that_has_anothers_words_follows_it() {
        let wire = "On Monday the forces took the town, three officials said there.";
        let paper =
            "Our report.\nOn Mon\u{ad}day, the forces took the town; three officials said there!";
        assert_eq!(
            follows([Some(wire), Some(paper)], [None, None]),
            Some(SourceId(0))
        );
        assert_eq!(
            follows([None, None], [Some(wire), Some(wire)]),
            Some(SourceId(0))
        );
        assert_eq!(
            follows([Some(wire), None], [None, Some(wire)]),
            Some(SourceId(0))
        );
    }

    #[test]
    fn layers_of_one_day_are_nobodys_words() {
        let mut contents = Contents::clone(&sample::atlas());
        let actor = contents.claims[4].actor.expect("an actor");
        let day = "2026-01-20".parse().expect("a date");
        let words = layer_words(&contents[actor].name, day);
        for n in 0..2 {
            let claim = contents.claims[4].clone();
            contents.claims[n] = Claim {
                quote: None,
                because: None,
                source: Some(SourceId(n)),
                when: Some(day),
                summary: Some(words.clone()),
                ..claim
            };
            contents.sources[n].text = None;
        }
        link(&mut contents);
        assert_eq!(contents.sources[1].follows, None);
    }

    #[test]
    fn few_words_may_be_alike_by_chance() {
        let short = "They took the town.";
        assert_eq!(follows([Some(short), Some(short)], [None, None]), None);
        let own = "Another witness saw how the town was taken on Monday.";
        let other = "A third one heard of it only on the day that came after.";
        assert_eq!(follows([Some(own), Some(other)], [None, None]), None);
    }
}

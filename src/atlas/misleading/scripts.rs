//! Words that mix scripts: a letter that only looks like another hides a word from every list.

use unicode_security::MixedScript;
use unicode_segmentation::UnicodeSegmentation;

use super::Finding;
use crate::atlas::{
    Atlas,
    quote::{Passage, Text},
};

/// The first such word in the paragraphs of each quotation.
pub fn findings(atlas: &Atlas) -> impl Iterator<Item = Finding> {
    atlas
        .claim_ids()
        .zip(&atlas.claims)
        .filter_map(|(id, claim)| {
            let text = atlas[claim.source?].text.as_ref()?;
            let word = mixed(text, claim.passage()?)?;
            Some(Finding::MixedScripts { claim: id, word })
        })
}

fn mixed(text: &Text, passage: &Passage) -> Option<String> {
    let extent = passage.extent();
    let paragraphs = text.paragraphs().map(|(_, at)| at);
    let mut quoted = paragraphs
        .skip_while(|at| at.end <= extent.start)
        .take_while(|at| at.start < extent.end);
    quoted.find_map(|at| {
        let paragraph = &text.raw()[at];
        let mut words = paragraph.unicode_words().filter(|word| !word.is_ascii());
        words
            .find(|word| !word.is_single_script())
            .map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::misleading::tests::quoting;

    #[test]
    fn a_letter_of_another_script_is_found_anywhere_in_the_paragraph() {
        let found = |text: &str| {
            let found = findings(&quoting(text, "Reds hold the north")).collect::<Vec<_>>();
            let words = found.into_iter().map(|finding| match finding {
                Finding::MixedScripts { word, .. } => word,
                other => panic!("{other:?}"),
            });
            words.collect::<Vec<_>>()
        };
        // A Cyrillic о.
        assert_eq!(
            found("It is n\u{43e}t so. Reds hold the north."),
            ["n\u{43e}t"]
        );
        for text in [
            "Reds hold the north, said Müller of Türkiye.",
            "Reds hold the north of القامشلي and Київ, 5 µm.",
            "Reds hold the north.\nIt is n\u{43e}t so.",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}

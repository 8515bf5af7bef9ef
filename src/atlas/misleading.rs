//! Things that may mislead though every quotation is found: words left out that change what is claimed, dates that
//! can't be, and colours that can't be told apart.
//!
//! None of it is wrong by itself; an editor judges. What needs names or shapes is looked for in `file`.

mod around;
mod dates;
mod scripts;

use super::{ActorId, Atlas, ClaimId, Date, SourceId, quote::Text, wording::Wording};
pub use around::Stands;

/// Something that may mislead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A negation that the quotation leaves out.
    Negation(LeftOut),
    /// A hedge or an attribution that the quotation leaves out.
    Hedge(LeftOut),
    /// A word beside the quoted ones, or one of them, has letters of several scripts.
    MixedScripts {
        /// The claim whose quotation it is.
        claim: ClaimId,
        /// The word as it is written in the text.
        word: String,
    },
    /// A gap of the quotation reaches from one sentence into another.
    GapAcrossSentences {
        /// The claim whose quotation it is.
        claim: ClaimId,
    },
    /// A source or the file is dated after today, or a source was fetched before it was published.
    Impossible {
        /// The source; `None` where it is the file itself.
        source: Option<SourceId>,
        /// The date that can't be.
        date: Date,
    },
    /// The claim is dated after its text was fetched; `None` where that is not known, and it is dated after today.
    WhenAhead {
        /// The claim that is ahead.
        claim: ClaimId,
        /// The date when its text was fetched.
        retrieved: Option<Date>,
    },
    /// The claim is dated more than a lifetime before its source; `None` where that has no date, and it is so long ago.
    WhenLongBefore {
        /// The claim that is so old.
        claim: ClaimId,
        /// The date when its source came out.
        source: Option<Date>,
    },
    /// The newest source was published after the file's own date.
    NewerSource {
        /// The newest of all.
        source: SourceId,
        /// The date when it came out.
        published: Date,
    },
    /// The second actor has the colour of the first.
    SharedHue {
        /// The one further up in the file.
        first: ActorId,
        /// The one further down.
        second: ActorId,
    },
    /// There are no lists of words for the language of a held text, or its words are of another one.
    NoWordList {
        /// The source whose text can't be searched for hedges.
        source: SourceId,
    },
}

/// A word beside the quoted ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The claim that quotes.
    pub claim: ClaimId,
    /// The word as it is written in the text.
    pub word: String,
    /// Its position, seen from the quotation.
    pub stands: Stands,
}

/// Everything that may mislead, as it is known on a day.
pub fn findings(atlas: &Atlas, today: Date) -> Vec<Finding> {
    let mut findings = around::findings(atlas);
    findings.extend(scripts::findings(atlas));
    findings.extend(dates::findings(atlas, today));
    findings.extend(hues(atlas));
    findings.extend(languages(atlas));
    findings
}

fn hues(atlas: &Atlas) -> impl Iterator<Item = Finding> {
    let of = |id: ActorId| atlas[id].hue;
    atlas.actor_ids().filter_map(move |second| {
        let first = atlas
            .actor_ids()
            .find(|&first| of(first).is_like(of(second)))?;
        (first != second).then_some(Finding::SharedHue { first, second })
    })
}

fn languages(atlas: &Atlas) -> impl Iterator<Item = Finding> {
    let sources = atlas.source_ids().zip(&atlas.sources);
    let without = sources.filter(|(_, source)| {
        let wording = Wording::of(&source.language);
        let known = |text: &Text| wording.is_some_and(|wording| wording.can_be_of(text.raw()));
        source.text.as_ref().is_some_and(|text| !known(text))
    });
    without.map(|(source, _)| Finding::NoWordList { source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{
        Claim, Hue, Quotation,
        quote::{Text, Wanted},
        sample,
    };
    use proptest::prelude::*;

    pub(super) fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    /// An atlas of one claim that quotes a text.
    pub(super) fn quoting(text: &str, quote: &str) -> Atlas {
        let mut atlas = sample::atlas();
        let text = Text::new(text.to_owned(), 0);
        let proof = text.prove(Wanted::from(quote));
        assert!(proof.proves(), "{quote}: {proof:?}");
        let quote = Quotation {
            exact: quote.to_owned(),
            prefix: None,
            suffix: None,
            across_paragraphs: false,
            proof,
        };
        atlas.sources[0].text = Some(text);
        atlas.claims.truncate(1);
        atlas.claims[0].quote = Some(quote);
        atlas
    }

    /// The words that a quotation leaves out, with where they stand.
    pub(super) fn left_out(text: &str, quote: &str) -> Vec<(String, Stands)> {
        let findings = findings(&quoting(text, quote), date("2026")).into_iter();
        let left_out = findings.filter_map(|finding| match finding {
            Finding::Negation(left_out) | Finding::Hedge(left_out) => Some(left_out),
            _ => None,
        });
        left_out
            .map(|left_out| (left_out.word, left_out.stands))
            .collect()
    }

    #[test]
    fn what_turns_a_true_quotation_round_is_found_wherever_it_stands() {
        let word = |text: &str| text.to_owned();
        for (text, quote, expected) in [
            (
                "Reds do not, whatever they think, hold the north.",
                "Reds do … hold the north",
                vec![(word("not"), Stands::InGap)],
            ),
            (
                "It is not so. Reds hold the north.",
                "Reds hold the north",
                vec![(word("not"), Stands::Before)],
            ),
            (
                "Nobody thinks that Reds hold the north.",
                "Reds hold the north",
                vec![(word("Nobody"), Stands::InSentence)],
            ),
            (
                "Reds hold the north, analysts say. They know.",
                "Reds hold the north",
                vec![(word("analysts"), Stands::InSentence)],
            ),
            (
                "Reds hold, Gen. Ali denied, the north. Maybe.",
                "Reds hold … the north",
                vec![(word("denied"), Stands::InGap)],
            ),
            (
                "Reds may“hold the north”.",
                "Reds … “hold the north”",
                vec![(word("may"), Stands::InGap)],
            ),
        ] {
            assert_eq!(left_out(text, quote), expected, "{text}");
        }
    }

    #[test]
    fn a_denial_right_behind_a_quotation_is_found() {
        let behind = |text: &str, word: &str| {
            let expected = [(word.to_owned(), Stands::After)];
            assert_eq!(left_out(text, "Reds hold the north"), expected, "{text}");
        };
        behind("Reds hold the north. That is not true.", "That is not true");
        behind(
            "Reds hold the north. “This is false,” he added.",
            "This is false",
        );
        behind(
            "Reds hold the north. But that is not the case.",
            "But that is not the case",
        );
        for text in [
            "Reds hold the north. He asked whether that is not true.",
            "Reds hold the north. It is false that Blues came.",
            "Reds hold the north. Blues came. That is not true.",
            "Reds hold the north.\nThat is not true.",
        ] {
            assert_eq!(left_out(text, "Reds hold the north"), [], "{text}");
        }
        let whole = "Reds hold the north. That is not true";
        assert_eq!(
            left_out("Reds hold the north. That is not true.", whole),
            []
        );
    }

    #[test]
    fn what_is_quoted_or_stands_further_off_raises_no_alarm() {
        for (text, quote) in [
            ("Reds may hold the north.", "Reds may hold the north"),
            ("It is not so.\nReds hold the north.", "Reds hold the north"),
            ("Not so. Well. Reds hold the north.", "Reds hold the north"),
            ("Reds hold the north. Not the south.", "Reds hold the north"),
            ("He said so. Reds hold the north.", "Reds hold the north"),
            (
                "Reds hold the north!Blues may hold none.",
                "Reds hold the north!",
            ),
        ] {
            assert_eq!(left_out(text, quote), [], "{text}");
        }
    }

    #[test]
    fn a_claim_can_not_be_dated_after_its_text_or_before_living_memory() {
        let found = |when: &str, published: Option<&str>, retrieved: Option<&str>| {
            let mut atlas = sample::atlas();
            let when = Some(date(when));
            atlas.claims = vec![Claim {
                when,
                ..atlas.claims[0].clone()
            }];
            atlas.sources[0].published = published.map(date);
            atlas.sources[0].retrieved = retrieved.map(date);
            findings(&atlas, date("2026-06-01"))
        };
        let claim = ClaimId(0);
        let ahead = |retrieved| vec![Finding::WhenAhead { claim, retrieved }];
        let long_before = |source| vec![Finding::WhenLongBefore { claim, source }];
        assert_eq!(found("2026-06-02", None, None), ahead(None));
        assert_eq!(found("2026-06", None, None), []);
        let fetched = Some("2026-01-20");
        assert_eq!(
            found("2026-01-21", Some("2025"), fetched),
            ahead(fetched.map(date))
        );
        assert_eq!(found("2026-01-20", None, fetched), []);
        assert_eq!(
            found("1925", Some("2026-01-20"), None),
            long_before(fetched.map(date))
        );
        assert_eq!(found("1926", Some("2026-01-20"), None), []);
        assert_eq!(found("1926-01-20", Some("2026-01-20"), None), []);
        assert_eq!(
            found("1926-01-19", Some("2026-01-20"), None),
            long_before(fetched.map(date))
        );
        assert_eq!(
            found("1926-01-19", None, fetched),
            long_before(fetched.map(date))
        );
        assert_eq!(found("1926-05-31", None, None), long_before(None));
    }

    #[test]
    fn the_newest_source_may_not_come_after_the_file() {
        let mut atlas = sample::atlas();
        atlas.sources[1].published = Some(date("2026-01-29"));
        let newer = Finding::NewerSource {
            source: SourceId(1),
            published: date("2026-01-29"),
        };
        assert_eq!(findings(&atlas, date("2030")), [newer]);
        atlas.sources[1].published = Some(date("2026-01"));
        assert_eq!(findings(&atlas, date("2030")), []);
    }

    #[test]
    fn colours_that_are_shared_and_languages_without_lists_are_found() {
        let mut atlas = sample::atlas();
        atlas.actors[1].hue = Hue::Red;
        atlas.sources[0].language = "ar".to_owned();
        atlas.sources[1].language = "ar".to_owned();
        let shared = Finding::SharedHue {
            first: ActorId(0),
            second: ActorId(1),
        };
        let source = SourceId(0);
        assert_eq!(
            findings(&atlas, date("2030")),
            [shared, Finding::NoWordList { source }]
        );
    }

    #[test]
    fn a_text_that_is_not_of_its_language_is_found() {
        const FRENCH: &str = "Les forces du nord ne tiennent plus la province, selon plusieurs habitants qui ont fui \
            la ville avant la nuit, et personne ne sait encore qui garde le pont sur la rivière ni la route de l’est.";
        let mut atlas = sample::atlas();
        atlas.sources[0].text = Some(Text::new(FRENCH.to_owned(), 0));
        let source = SourceId(0);
        assert_eq!(
            languages(&atlas).collect::<Vec<_>>(),
            [Finding::NoWordList { source }]
        );
    }

    proptest! {
        /// However a sentence is cut, a word of the lists is either quoted or found.
        #[test]
        fn no_cut_hides_a_word(cut in 0..8_usize, length in 2..9_usize) {
            const WORDS: [&str; 9] = ["Reds", "said", "they", "do", "not", "hold", "the", "far", "north"];
            let quote = WORDS[cut..(cut + length).min(WORDS.len())].join(" ");
            let text = WORDS.join(" ") + ".";
            let found = left_out(&text, &quote);
            for word in ["said", "not"] {
                let is_quoted = quote.split(' ').any(|other| other == word);
                let is_found = found.iter().any(|(other, _)| other == word);
                prop_assert_eq!(is_quoted, !is_found, "{}: {}", quote, word);
            }
        }
    }
}

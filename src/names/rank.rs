//! A ranking of texts by how well they match what was typed, best first.

use std::cmp::Reverse;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

/// From this likeness on, of 0 to 1, a name may be a misspelling of what was typed.
const ALIKE: f64 = 0.7;
/// Nothing longer is worth a guess; guessing takes time that grows with the length.
const LONGEST: usize = 64;

/// The texts that hold the letters of every word of `query` in their order, as places in the list: best first, of equals
/// the shortest. Where there is none, those that are most like the query.
///
/// Texts and query are compared as they are: [`fold`](super::fold) both.
pub fn rank<'a>(query: &str, texts: impl Iterator<Item = &'a str> + Clone) -> Vec<usize> {
    let matching = matching(query, texts.clone());
    if matching.is_empty() {
        alike(query, texts)
    } else {
        matching
    }
}

fn matching<'a>(query: &str, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let pattern = Pattern::new(
        query,
        CaseMatching::Respect,
        Normalization::Never,
        AtomKind::Fuzzy,
    );
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut chars = Vec::new();
    let mut scored: Vec<_> = texts
        .enumerate()
        .filter_map(|(n, text)| {
            let score = pattern.score(Utf32Str::new(text, &mut chars), &mut matcher)?;
            Some((Reverse(score), text.chars().count(), n))
        })
        .collect();
    scored.sort_unstable();
    scored.into_iter().map(|(.., n)| n).collect()
}

fn alike<'a>(query: &str, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    if query.len() > LONGEST {
        return Vec::new();
    }
    let mut measured: Vec<(usize, f64)> = texts
        .enumerate()
        .filter(|(_, text)| text.len() <= LONGEST)
        .map(|(n, text)| (n, strsim::normalized_damerau_levenshtein(query, text)))
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .collect();
    measured.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    measured.into_iter().map(|(n, _)| n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 6] = [
        "golan heights",
        "golan",
        "tartus",
        "deir ez zor",
        "homs",
        "طرطوس",
    ];

    fn found(query: &str) -> Vec<&'static str> {
        rank(query, NAMES.into_iter())
            .into_iter()
            .map(|n| NAMES[n])
            .collect()
    }

    #[test]
    fn whole_names_come_before_longer_ones() {
        assert_eq!(found("golan"), ["golan", "golan heights"]);
        assert_eq!(found("gh"), ["golan heights"]);
        assert_eq!(found("zor deir"), ["deir ez zor"]);
        assert_eq!(found("طرط"), ["طرطوس"]);
    }

    #[test]
    fn a_slip_of_the_fingers_still_finds() {
        assert_eq!(found("tratus"), ["tartus"]);
        assert_eq!(found("hmos"), ["homs"]);
        assert!(found("xyzxyz").is_empty());
        assert!(found(&"golan".repeat(100_000)).is_empty());
    }

    #[test]
    fn nothing_typed_leaves_everything() {
        assert_eq!(found("").len(), NAMES.len());
    }

    proptest! {
        #[test]
        fn every_text_is_found_by_itself(texts in prop::collection::vec("\\PC{1,12}", 1..12), pick in 0..12_usize) {
            let texts: Vec<String> = texts.iter().map(|text| super::super::fold(text)).collect();
            let wanted = &texts[pick % texts.len()];
            let first = rank(wanted, texts.iter().map(String::as_str)).first().copied();
            prop_assert!(first.is_some());
        }
    }
}

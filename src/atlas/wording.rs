//! Words of a language that change what a sentence claims: negations, hedges and attributions; and abbreviations, whose
//! full stop ends no sentence. They are data, a file a language in `assets/wording`.

use std::{borrow::Cow, collections::HashMap, ops::Range, sync::OnceLock};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::quote::{is_invisible, visible};

/// The lists of one language, every entry in lower case.
#[derive(Debug, Default)]
pub struct Wording {
    /// Words that turn a statement round: "not", "no longer".
    pub negations: Phrases,
    /// Words that make a statement less sure: "may", "reportedly".
    pub hedges: Phrases,
    /// Words that hand a statement to somebody else: "said", "analysts".
    pub attributions: Phrases,
    /// Words that turn round the sentence before where a sentence begins with them: "that is not true".
    pub denials: Phrases,
    /// Entries that are names where they have a capital letter within a sentence: "May".
    names: Vec<&'static str>,
    /// Without their full stop.
    pub abbreviations: Vec<&'static str>,
    /// Words by which a text is told to be of this language.
    common: Vec<&'static str>,
}

/// Words and phrases.
#[derive(Debug, Default)]
pub struct Phrases {
    entries: Vec<&'static str>,
    /// By their first word, each with the words after it; sorted so when one is first looked for.
    by_first: OnceLock<ByFirst>,
}

type ByFirst = HashMap<&'static str, Vec<Vec<&'static str>>>;

/// So many words of a text are read to tell its language.
const SAMPLE: usize = 2000;
/// Fewer don't tell it.
const FEWEST: usize = 30;
/// One word in so many is a common one, at least; in English it is about one in seven.
const ONE_IN: usize = 25;

const ENGLISH: &str = include_str!("../../assets/wording/en.txt");

/// The languages that have lists.
pub const LANGUAGES: &[&str] = &["en"];

impl Wording {
    /// The lists for a BCP 47 tag, by its language alone; `None` where there are none.
    pub fn of(tag: &str) -> Option<&'static Self> {
        static LISTS: OnceLock<Wording> = OnceLock::new();
        let language = tag.split('-').next().unwrap_or_default();
        (language == "en").then(|| LISTS.get_or_init(|| Self::parse(ENGLISH)))
    }

    fn parse(text: &'static str) -> Self {
        let mut lists = Self::default();
        let mut section = "";
        let lines = text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                section = name;
                continue;
            }
            match section {
                "negations" => lists.negations.entries.push(line),
                "hedges" => lists.hedges.entries.push(line),
                "denials" => lists.denials.entries.push(line),
                "attributions" => lists.attributions.entries.push(line),
                "names" => lists.names.push(line),
                "common" => lists.common.push(line),
                _ => lists.abbreviations.push(line),
            }
        }
        lists
    }

    /// Finds where entries of some of the lists stand in a sentence as whole words, whatever their case.
    pub fn find(&self, lists: &[&Phrases], sentence: &str) -> Vec<Range<usize>> {
        let joined = joined(sentence);
        let words: Vec<(usize, &str)> = joined.unicode_word_indices().collect();
        let plain: Vec<String> = words.iter().map(|(_, word)| plain(word)).collect();
        let ends = |(at, word): (usize, &str)| at + word.len();
        let found = (0..words.len()).filter_map(|n| {
            if n > 0 && self.is_name(words[n].1, &plain[n]) {
                return None;
            }
            let lengths = lists.iter().filter_map(|list| list.length_at(&plain[n..]));
            let last = n + lengths.max()? - 1;
            Some(words[n].0..ends(words[last]))
        });
        found.collect()
    }

    /// Returns `true` if a text holds a word of any list that changes what is claimed.
    pub fn qualifies(&self, text: &str) -> bool {
        let lists = [&self.negations, &self.hedges, &self.attributions];
        !self.find(&lists, text).is_empty()
    }

    /// Tells whether a text can be of this language: enough of its words are common ones, or it has too few to tell.
    pub fn can_be_of(&self, text: &str) -> bool {
        let words = || text.unicode_words().take(SAMPLE);
        let common = words().filter(|word| self.common.contains(&plain(word).as_str()));
        let count = words().count();
        count < FEWEST || common.count() * ONE_IN >= count
    }

    fn is_name(&self, word: &str, plain: &str) -> bool {
        let is_capital = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        is_capital && self.names.contains(&plain)
    }
}

impl Phrases {
    fn by_first(&self) -> &ByFirst {
        self.by_first.get_or_init(|| {
            let mut sorted = ByFirst::new();
            for entry in &self.entries {
                let mut words = entry.unicode_words();
                if let Some(first) = words.next() {
                    sorted.entry(first).or_default().push(words.collect());
                }
            }
            sorted
        })
    }

    /// Returns how many of the words the longest entry takes that starts with the first of them.
    fn length_at(&self, words: &[String]) -> Option<usize> {
        let (first, after) = words.split_first()?;
        let follows = |rest: &&Vec<&str>| {
            rest.len() <= after.len() && rest.iter().zip(after).all(|(a, b)| a == b)
        };
        let entries = self.by_first().get(first.as_str())?.iter();
        entries.filter(follows).map(|rest| 1 + rest.len()).max()
    }
}

/// A word as it stands in the lists: without what can't be seen or is only emphasis, wide letters as plain ones, and one
/// apostrophe for all.
fn plain(word: &str) -> String {
    let apostrophe = |char| match char {
        '’' | '‘' | '‛' | '′' | 'ʼ' | 'ʻ' | '`' | '´' | '＇' => '\'',
        other => other,
    };
    if word.is_ascii() {
        let letters = word.chars().filter(|char| *char != '_');
        return letters
            .map(|char| apostrophe(char).to_ascii_lowercase())
            .collect();
    }
    let seen = visible(word);
    let letters = seen
        .nfkd()
        .filter(|char| !is_combining_mark(*char) && *char != '_');
    letters.map(apostrophe).collect::<String>().to_lowercase()
}

/// A sentence whose signs for an apostrophe, which would part a word in two, are one, and whose words no space parts that
/// can't be seen; every byte keeps its place.
fn joined(sentence: &str) -> Cow<'_, str> {
    const SIGNS: [char; 5] = ['`', '´', '‘', '‛', '′'];
    const SPACE: char = '\u{200b}';
    if !sentence.contains(SIGNS) && !sentence.contains(SPACE) {
        return Cow::Borrowed(sentence);
    }
    let letters: Vec<char> = sentence.chars().collect();
    let between = |n: usize, joins: &dyn Fn(char) -> bool| {
        let is_seen = |char: &&char| !is_combining_mark(**char) && !is_invisible(**char);
        let (before, after) = (&letters[..n], &letters[n + 1..]);
        let beside = [
            before.iter().rev().find(is_seen),
            after.iter().find(is_seen),
        ];
        beside
            .into_iter()
            .all(|char| char.is_some_and(|&char| joins(char)))
    };
    let is_letter = |char: char| char.is_alphabetic();
    let is_of_word = |char: char| char.is_alphabetic() || SIGNS.contains(&char);
    let sign = |(n, char): (usize, &char)| match char {
        '`' if between(n, &is_letter) => '\'',
        // Two bytes, as what stands for it.
        '´' if between(n, &is_letter) => '\u{2bc}',
        '‘' | '‛' | '′' if between(n, &is_letter) => '’',
        // A joiner, which can't be seen either.
        &SPACE if between(n, &is_of_word) => '\u{2060}',
        other => *other,
    };
    Cow::Owned(letters.iter().enumerate().map(sign).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(lists: impl Fn(&Wording) -> Vec<&Phrases>, text: &str) -> Vec<&str> {
        let english = Wording::of("en-GB").expect("the lists of English");
        let found = english.find(&lists(english), text).into_iter();
        found.map(|at| &text[at]).collect()
    }

    proptest! {
        #[test]
        fn plain_letters_are_read_as_any_others(word in "[ -~]{0,12}") {
            prop_assert_eq!(plain(&word) + "e", plain(&(word + "é")));
        }

        #[test]
        fn every_byte_keeps_its_place(sentence in "([a-z5]|[`´‘’‛′ \u{200b}]){0,12}|\\PC{0,12}") {
            let ends = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            let joined = joined(&sentence);
            prop_assert_eq!(ends(&joined), ends(&sentence));
            prop_assert_eq!(joined.len(), sentence.len());
        }
    }

    #[test]
    fn every_line_is_an_entry_of_its_section_but_for_comments_and_empty_ones() {
        const LISTS: &str = "# Words\n\n[negations]\nnot\n[hedges]\nmay\n# Said by others\n[attributions]\n \n\
            according to\n[names]\n\nmay\n[abbreviations]\n# Titles\n gen \n\nu.s\n[common]\nthe\n# Last\nof\n";
        let lists = Wording::parse(LISTS);
        let entries =
            |phrases: &Phrases| phrases.by_first().clone().into_iter().collect::<Vec<_>>();
        assert_eq!(entries(&lists.negations), [("not", vec![vec![]])]);
        assert_eq!(entries(&lists.hedges), [("may", vec![vec![]])]);
        assert_eq!(
            entries(&lists.attributions),
            [("according", vec![vec!["to"]])]
        );
        assert_eq!(lists.names, ["may"]);
        assert_eq!(lists.abbreviations, ["gen", "u.s"]);
        assert_eq!(lists.common, ["the", "of"]);
    }

    #[test]
    fn entries_are_found_as_whole_words() {
        let negations = |text| found(|english| vec![&english.negations], text);
        assert_eq!(negations("They do NOT hold it"), ["NOT"]);
        assert_eq!(negations("They don’t hold it, nor that"), ["don’t", "nor"]);
        assert_eq!(negations("They failed to hold it"), ["failed to"]);
        assert!(negations("They hold Notre-Dame, a knot").is_empty());
        let attributions = |text| found(|english| vec![&english.attributions], text);
        assert_eq!(
            attributions("According to  them, it fell"),
            ["According to"]
        );
    }

    #[test]
    fn no_spelling_hides_an_entry() {
        for hidden in [
            "n\u{ad}ot",
            "n\u{200b}ot",
            "don\u{200b}´t",
            "don`t",
            "don´t",
            "donʼt",
            "don‘t",
            "_not_",
            "ＮＯＴ",
            "n\u{332}o\u{332}t\u{332}",
            "don\u{332}`t",
            "don\u{ad}`t",
            "don`\u{ad}t",
            "d\u{332}o\u{332}n\u{332}´\u{332}t\u{332}",
            "don′t",
            "don‛t",
            "donʻt",
        ] {
            let text = format!("They do {hidden} hold it");
            assert_eq!(
                found(|english| vec![&english.negations], &text).len(),
                1,
                "{hidden}"
            );
        }
    }

    #[test]
    fn a_sign_is_an_apostrophe_only_between_two_letters() {
        for (sentence, expected) in [
            ("don`t, don´t, don‘t", "don't, donʼt, don’t"),
            ("n`a n´a n‘a", "n'a nʼa n’a"),
            ("`not´ ´not` ‘not’", "`not´ ´not` ‘not’"),
            ("the men` fight", "the men` fight"),
            ("5`6 5´6 5‘6", "5`6 5´6 5‘6"),
            ("don’t", "don’t"),
        ] {
            assert_eq!(joined(sentence), expected);
        }
    }

    #[test]
    fn quotation_marks_hide_no_entry() {
        for quoted in ["`not`", "´not´", "‘not’", "`not´"] {
            let text = format!("They do {quoted} hold it");
            assert_eq!(
                found(|english| vec![&english.negations], &text),
                ["not"],
                "{quoted}"
            );
        }
    }

    #[test]
    fn a_month_is_no_hedge() {
        let hedges = |text| found(|english| vec![&english.hedges], text);
        assert!(hedges("It fell in May 2024").is_empty());
        assert_eq!(hedges("It may fall"), ["may"]);
        assert_eq!(hedges("IT MAY FALL"), ["MAY"]);
    }

    #[test]
    fn what_starts_a_sentence_is_no_name() {
        let hedges = |text| found(|english| vec![&english.hedges], text);
        assert_eq!(hedges("May it fall in May"), ["May"]);
    }

    #[test]
    fn one_word_in_twenty_five_tells_a_language_and_a_short_text_is_let_pass() {
        let english = Wording::of("en").expect("the lists of English");
        let can_be_english = |common: usize, others: usize| {
            english.can_be_of(&("the ".repeat(common) + &"mot ".repeat(others)))
        };
        assert!(can_be_english(0, 0));
        assert!(can_be_english(0, 29));
        assert!(!can_be_english(0, 30));
        assert!(!can_be_english(0, 31));
        assert!(can_be_english(2, 48));
        assert!(!can_be_english(2, 49));
        assert!(can_be_english(4, 96));
        assert!(can_be_english(100, 0));
        // What comes late in a long text tells nothing.
        assert!(can_be_english(80, 1920) && can_be_english(80, 9999));
    }

    #[test]
    fn what_is_common_and_harmless_raises_no_alarm() {
        let english = Wording::of("en").expect("the lists of English");
        for text in [
            "They took the town without a fight, far from the front",
            "Officials visited the oil sources; activists were freed",
            "A note on the map, in May",
        ] {
            assert!(!english.qualifies(text), "{text}");
        }
        assert!(english.qualifies("it may fall") && !english.qualifies("it falls"));
        assert!(english.abbreviations.contains(&"gen"));
    }

    #[test]
    fn a_language_without_lists_is_known_to_have_none() {
        assert!(Wording::of("ar").is_none());
        assert!(LANGUAGES.iter().all(|tag| Wording::of(tag).is_some()));
    }
}

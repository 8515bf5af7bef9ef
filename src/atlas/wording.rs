//! Words of a language that change what a sentence claims: negations, hedges and attributions; and abbreviations, whose
//! full stop ends no sentence. They are data, a file a language in `assets/wording`.

use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

/// The lists of one language, every entry in lower case.
#[derive(Debug, Default)]
pub struct Wording {
    pub negations: Vec<&'static str>,
    pub hedges: Vec<&'static str>,
    /// What hands a statement to somebody else: "said", "analysts".
    pub attributions: Vec<&'static str>,
    /// Without their full stop.
    pub abbreviations: Vec<&'static str>,
}

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
                "negations" => lists.negations.push(line),
                "hedges" => lists.hedges.push(line),
                "attributions" => lists.attributions.push(line),
                _ => lists.abbreviations.push(line),
            }
        }
        lists
    }

    /// The first entry of a list that stands in a text as whole words, whatever its case.
    pub fn first_in(list: &[&'static str], text: &str) -> Option<&'static str> {
        let plain = text.to_lowercase().replace('’', "'");
        let words: Vec<&str> = plain.unicode_words().collect();
        list.iter().copied().find(|entry| {
            let wanted: Vec<&str> = entry.unicode_words().collect();
            words.windows(wanted.len().max(1)).any(|run| run == wanted)
        })
    }

    /// Whether a text holds a word of any list that changes what is claimed.
    pub fn qualifies(&self, text: &str) -> bool {
        [&self.negations, &self.hedges, &self.attributions]
            .into_iter()
            .any(|list| Self::first_in(list, text).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_as_whole_words() {
        let english = Wording::of("en-GB").expect("the lists of English");
        let negation = |text| Wording::first_in(&english.negations, text);
        assert_eq!(negation("They do NOT hold it"), Some("not"));
        assert_eq!(negation("They don’t hold it"), Some("don't"));
        assert_eq!(negation("They hold Notre-Dame, a knot"), None);
        assert_eq!(
            Wording::first_in(&english.attributions, "According to them, it fell"),
            Some("according to")
        );
        assert!(english.qualifies("it may fall") && !english.qualifies("it falls"));
        assert!(english.abbreviations.contains(&"gen"));
    }

    #[test]
    fn a_language_without_lists_is_known_to_have_none() {
        assert!(Wording::of("ar").is_none());
        assert!(LANGUAGES.iter().all(|tag| Wording::of(tag).is_some()));
    }
}

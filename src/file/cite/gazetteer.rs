//! Every spelling of what a text may name, and where the text names it.

use std::{collections::HashMap, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    atlas::{ActorId, Atlas, Place},
    geo::Basemap,
};

use super::fold::{fold, without_proclitics};

/// What a name stands for; towns and units by their place in the base map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    Place(Place),
    Actor(ActorId),
    Town(usize),
    Unit(usize),
}

/// A name in a text: what it stands for and the bytes it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    pub named: Named,
    pub at: Range<usize>,
}

/// Names by their first word; each with the words after it, the longest first.
#[derive(Debug, Default)]
pub struct Gazetteer(HashMap<String, Vec<(Vec<String>, Named)>>);

impl Gazetteer {
    /// The names of the file, then of the base map: what a name stands for first, it stands for.
    pub fn new(atlas: &Atlas, base: &Basemap) -> Self {
        let mut names = Self::default();
        for place in atlas.places() {
            names.add(Named::Place(place), [atlas.name(place), atlas.id(place)]);
            names.add(Named::Place(place), atlas.also(place));
        }
        for id in atlas.actor_ids() {
            let actor = &atlas[id];
            names.add(Named::Actor(id), [&actor.name, &actor.short, &actor.id]);
            names.add(Named::Actor(id), &actor.also);
        }
        for (n, town) in base.towns.iter().enumerate() {
            names.add(Named::Town(n), [&town.name]);
            names.add(Named::Town(n), &town.also);
        }
        for (n, unit) in base.units.iter().enumerate() {
            names.add(Named::Unit(n), [&unit.name]);
            names.add(Named::Unit(n), &unit.also);
        }
        for names in names.0.values_mut() {
            names.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        names
    }

    fn add<S: AsRef<str>>(&mut self, named: Named, spellings: impl IntoIterator<Item = S>) {
        for spelling in spellings {
            let mut words = words(spelling.as_ref()).into_iter().map(|(word, _)| word);
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let alike = self.0.entry(first).or_default();
            if alike.iter().all(|(other, _)| *other != rest) {
                alike.push((rest, named));
            }
        }
    }

    /// What a text names in whole words, the longest name at each place.
    pub fn find(&self, text: &str) -> Vec<Find> {
        let words = words(text);
        let mut finds = Vec::new();
        let mut next = 0;
        while next < words.len() {
            match self.name_at(&words[next..]) {
                Some((named, count)) => {
                    let at = words[next].1.start..words[next + count - 1].1.end;
                    if is_name(named, &text[at.clone()]) {
                        finds.push(Find { named, at });
                    }
                    next += count;
                }
                None => next += 1,
            }
        }
        finds
    }

    /// The name that starts with the first word, and how many words it has.
    fn name_at(&self, words: &[(String, Range<usize>)]) -> Option<(Named, usize)> {
        let (first, after) = words.split_first()?;
        let follows = |rest: &[String]| {
            rest.len() <= after.len() && rest.iter().zip(after).all(|(a, (b, _))| a == b)
        };
        let forms = without_proclitics(&first.0);
        let names = forms.iter().filter_map(|form| self.0.get(form)).flatten();
        let mut fitting = names.filter(|(rest, _)| follows(rest));
        fitting.next().map(|(rest, named)| (*named, 1 + rest.len()))
    }
}

/// The folded words of a text, each with the bytes it takes there.
fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let words = text.unicode_word_indices();
    words
        .map(|(at, word)| (fold(word), at..at + word.len()))
        .filter(|(word, _)| !word.is_empty())
        .collect()
}

/// Towns bear names that are words too, such as “shin”: without a capital such a word is no name.
fn is_name(named: Named, text: &str) -> bool {
    let has_case = text.chars().any(char::is_lowercase);
    let is_of_base_map = matches!(named, Named::Town(_) | Named::Unit(_));
    !is_of_base_map || !has_case || text.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{RegionFile, load};

    /// What the shipped map finds in a text: ids of the file, and names of the base map.
    fn found(text: &str) -> Vec<(String, &str)> {
        let document = load(&RegionFile::builtin()).expect("the shipped map");
        let (atlas, base) = (&document.atlas, &document.map.base);
        let name = |named| match named {
            Named::Place(place) => atlas.id(place).to_owned(),
            Named::Actor(id) => atlas[id].id.clone(),
            Named::Town(n) => base.towns[n].name.clone(),
            Named::Unit(n) => base.units[n].name.clone(),
        };
        let finds = Gazetteer::new(atlas, base).find(text).into_iter();
        finds
            .map(|find| (name(find.named), &text[find.at]))
            .collect()
    }

    #[test]
    fn finds_the_longest_names_in_whole_words() {
        let text =
            "RUSSIA’s base at Hmeimim  air base, near ar-Raqqah; Dar’a. Northeasterners read.";
        let expected = [
            ("russia", "RUSSIA’s"),
            ("hmeimim", "Hmeimim  air base"),
            ("raqqa", "ar-Raqqah"),
            ("daraa", "Dar’a"),
        ];
        assert_eq!(
            found(text),
            expected.map(|(id, words)| (id.to_owned(), words))
        );
        assert_eq!(found("a nice shin"), []);
        assert_eq!(found(""), []);
    }

    #[test]
    fn finds_names_in_other_scripts_and_spellings() {
        let text = "قوات في القامشلى وبالحسكة وطرطوس، و Hesekê";
        let expected = ["Qamishli", "Al-Hasakah", "tartous", "Al-Hasakah"];
        let found: Vec<String> = found(text).into_iter().map(|(id, _)| id).collect();
        assert_eq!(found, expected);
    }
}

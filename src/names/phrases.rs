//! Names of several words, found in running text.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
    ops::Range,
};

use super::words::{without_proclitics, words};

/// No name has more words: what is longer is not found in a text, and bounds what a search for it costs.
const LONGEST: usize = 32;

/// A tree of folded words: every path from the root that ends at a value is a name.
#[derive(Clone, Debug)]
pub struct Phrases<T>(Vec<Node<T>>);

#[derive(Clone, Debug)]
struct Node<T> {
    /// The nodes after this one, by the word that leads there.
    next: HashMap<String, usize>,
    /// The thing that the words up to here stand for.
    first: Option<T>,
    /// All that the words up to here name.
    all: HashSet<T>,
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self {
            next: HashMap::new(),
            first: None,
            all: HashSet::new(),
        }
    }
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(vec![Node::default()])
    }
}

impl<T: Copy + Eq + Hash> Phrases<T> {
    /// Adds a name of a thing. A name of several things stands for the first of them.
    pub fn add(&mut self, name: &str, thing: T) {
        if let Some(node) = self.node(name) {
            node.first.get_or_insert(thing);
            node.all.insert(thing);
        }
    }

    /// Adds what stands for a thing, but doesn't name it.
    pub fn add_alias(&mut self, alias: &str, thing: T) {
        if let Some(node) = self.node(alias) {
            node.first.get_or_insert(thing);
        }
    }

    /// The node at the end of a path, made where there is none; none for what can't be found in a text.
    fn node(&mut self, path: &str) -> Option<&mut Node<T>> {
        let words: Vec<String> = words(path).map(|(word, _)| word).collect();
        if words.is_empty() || words.len() > LONGEST {
            return None;
        }
        let mut at = 0;
        for word in words {
            let new = self.0.len();
            at = *self.0[at].next.entry(word).or_insert(new);
            if at == new {
                self.0.push(Node::default());
            }
        }
        Some(&mut self.0[at])
    }

    /// Finds the names in a text, in whole words: the longest at each place, none inside another. Each comes with the
    /// bytes it takes.
    pub fn find_in(&self, text: &str) -> Vec<(T, Range<usize>)> {
        let words: Vec<_> = words(text).collect();
        let mut found = Vec::new();
        let mut start = 0;
        while let Some((first, at)) = words.get(start) {
            let longest = without_proclitics(first).iter().find_map(|form| {
                let names = self.names_at(form, &words[start + 1..]);
                names
                    .filter_map(|(node, end)| Some((self.0[node].first?, end)))
                    .last()
            });
            let count = longest.map_or(1, |(_, count)| count);
            if let Some((thing, count)) = longest {
                found.push((thing, at.start..words[start + count - 1].1.end));
            }
            start += count;
        }
        found
    }

    /// Tells of each thing whether a text has a name of it, in whole words.
    pub fn named_in(&self, text: &str) -> impl Fn(T) -> bool {
        let words: Vec<_> = words(text).collect();
        let mut found = HashSet::new();
        for (start, (first, _)) in words.iter().enumerate() {
            for form in without_proclitics(first) {
                let names = self.names_at(&form, &words[start + 1..]);
                found.extend(
                    names
                        .map(|(node, _)| node)
                        .filter(|&node| !self.0[node].all.is_empty()),
                );
            }
        }
        move |thing| found.iter().any(|&node| self.0[node].all.contains(&thing))
    }

    /// The nodes along a first word and those after it, each with the words up to it, counted.
    fn names_at<'a>(
        &'a self,
        first: &str,
        after: &'a [(String, Range<usize>)],
    ) -> impl Iterator<Item = (usize, usize)> {
        let step = |node: usize, word: &str| self.0[node].next.get(word).copied();
        let start = step(0, first).map(|node| (node, 1));
        std::iter::successors(start, move |&(node, count)| {
            let (word, _) = after.get(count - 1)?;
            Some((step(node, word)?, count + 1))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(text: &str, names: &[&str]) -> bool {
        let mut phrases = Phrases::default();
        for name in names {
            phrases.add(name, ());
        }
        let is_named = phrases.named_in(text)(());
        assert_eq!(is_named, !phrases.find_in(text).is_empty());
        is_named
    }

    #[test]
    fn a_name_is_found_in_whole_words_whatever_its_spelling() {
        for (text, name) in [
            ("Russia’s base", "Russia"),
            ("forces hold DEIR EZ-ZOR", "Deir ez‐Zor"),
            ("in QAMISLO", "Qamişlo"),
            ("وبالقامشلي", "القامشلي"),
        ] {
            assert!(named(text, &["Elsewhere", name]), "{text}: {name}");
        }
        for (text, name) in [
            ("Russian forces", "Russia"),
            ("the air base", "Hmeimim air base"),
            ("northeasterners", "Northeast"),
            ("", "Northeast"),
            ("the northeast", "—"),
        ] {
            assert!(!named(text, &[name]), "{text}: {name}");
        }
    }

    #[test]
    fn the_longest_name_and_the_first_thing_are_meant() {
        let mut phrases = Phrases::default();
        for (name, thing) in [
            ("Deir", 1),
            ("Deir ez-Zor", 2),
            ("Deir ez-Zor", 3),
            ("Zor Hafir", 4),
        ] {
            phrases.add(name, thing);
        }
        let text = "Deir ez-Zor Hafir, Deir";
        assert_eq!(phrases.find_in(text), [(2, 0..11), (1, 19..23)]);
        let is_named = phrases.named_in(text);
        assert!((1..=4).all(is_named));
        phrases.add_alias("Hafir", 5);
        assert_eq!(phrases.find_in("Hafir"), [(5, 0..5)]);
        assert!(!phrases.named_in("Hafir")(5));
    }

    proptest! {
        #[test]
        fn a_name_is_found_between_other_words(
            name in "[A-Z][a-z]{2,6}( [a-z]{2,6}){0,3}", before in "([a-z]{1,5} ){0,3}", after in "( [a-z]{1,5}){0,3}"
        ) {
            let text = format!("{before}{name}{after}");
            prop_assert!(named(&text, &[&name]));
        }
    }
}

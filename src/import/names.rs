//! Ids that nothing else has.

use std::collections::BTreeMap;

use crate::names::slug;

/// The longest id that is made from a name.
const LONGEST: usize = 40;

/// Ids that are taken, each with the number that the next of its name gets.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    /// None but those that are given.
    pub fn without<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self(ids.into_iter().map(|id| (id.to_owned(), 2)).collect())
    }

    /// Takes an id.
    pub fn take(&mut self, id: String) {
        self.0.entry(id).or_insert(2);
    }

    /// Takes an id after a name, or after what it is where no letter of the name can stand in an id.
    pub fn free(&mut self, name: &str, otherwise: &str) -> String {
        let mut slug = slug(name);
        slug.truncate(LONGEST);
        let slug = slug.trim_end_matches('-');
        let slug = if slug.is_empty() { otherwise } else { slug };
        let mut id = slug.to_owned();
        while self.0.contains_key(&id) {
            let next = self.0.entry(slug.to_owned()).or_insert(2);
            id = format!("{slug}-{next}");
            *next += 1;
        }
        self.take(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_are_after_names() {
        let mut names = Names::without(["map"]);
        let ids = [
            "Deir ez-Zor",
            "map",
            "الرقة",
            "Müşrife",
            "x-2",
            "x",
            "x",
            "-",
        ]
        .map(|name| names.free(name, "site"));
        assert_eq!(
            ids,
            [
                "deir-ez-zor",
                "map-2",
                "lrqh",
                "musrife",
                "x-2",
                "x",
                "x-3",
                "site"
            ]
        );
    }

    proptest! {
        #[test]
        fn no_id_is_given_twice(given in prop::collection::vec("[ab12-]{0,4}|.{0,50}", 0..60)) {
            let mut names = Names::default();
            let mut ids: Vec<String> = given.iter().map(|name| names.free(name, "other")).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), given.len());
        }
    }
}

//! Ids that nothing else has.

use std::collections::BTreeSet;

use crate::file::slug;

/// The longest id that is made from a name.
const LONGEST: usize = 40;

/// Ids that are taken.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// None but those that are given.
    pub fn without<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self(ids.into_iter().map(str::to_owned).collect())
    }

    /// Takes an id.
    pub fn take(&mut self, id: String) {
        self.0.insert(id);
    }

    /// Takes an id after a name, or after what it is where no letter of the name can stand in an id.
    pub fn free(&mut self, name: &str, otherwise: &str) -> String {
        let mut slug = slug(name);
        slug.truncate(LONGEST);
        let slug = Some(slug.trim_end_matches('-'))
            .filter(|slug| !slug.is_empty())
            .unwrap_or(otherwise);
        let numbered = (2..).map(|n| format!("{slug}-{n}"));
        let mut ids = std::iter::once(slug.to_owned()).chain(numbered);
        let id = ids.find(|id| !self.0.contains(id)).unwrap_or_default();
        self.0.insert(id.clone());
        id
    }
}

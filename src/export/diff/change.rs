//! One difference: something that is new, gone or changed, and the fields that changed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// Something that is in one map alone, or is in both and differs in these fields.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum Change<T> {
    /// In the newer map alone.
    Added {
        /// The entry as it is there.
        after: T,
    },
    /// In both.
    Changed {
        /// The entry as it was.
        before: T,
        /// The entry as it is.
        after: T,
        /// The differences.
        fields: Vec<Field>,
    },
    /// In the older map alone.
    Removed {
        /// The entry as it was there.
        before: T,
    },
}

impl<T> Change<T> {
    pub fn map<U>(self, with: impl Fn(T) -> U) -> Change<U> {
        match self {
            Self::Added { after } => Change::Added { after: with(after) },
            Self::Changed {
                before,
                after,
                fields,
            } => Change::Changed {
                before: with(before),
                after: with(after),
                fields,
            },
            Self::Removed { before } => Change::Removed {
                before: with(before),
            },
        }
    }
}

/// A field with what it was and what it is; null where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Field {
    /// The name of the field: that of its key in the region file, where it has one.
    pub name: &'static str,
    /// The dates at which it differs so, where that is not all that are compared.
    #[serde(flatten)]
    pub span: Option<Span>,
    /// The value in the older map.
    pub before: Option<String>,
    /// The value in the newer map.
    pub after: Option<String>,
}

/// The dates at which a difference is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// The first of the dates that are compared at which it is so.
    pub from: String,
    /// The last of them.
    pub to: String,
    #[serde(skip)]
    pub words: String,
}

/// The fields whose values differ; both sides have the same, in the same order.
pub fn differing(
    before: impl IntoIterator<Item = (&'static str, Option<String>)>,
    after: impl IntoIterator<Item = (&'static str, Option<String>)>,
) -> Vec<Field> {
    let values = before.into_iter().zip(after);
    values
        .map(|((name, before), (_, after))| Field {
            name,
            span: None,
            before,
            after,
        })
        .filter(|field| field.before != field.after)
        .collect()
}

/// Pairs what two maps have by its key, and keeps what differs: in the order of the newer, then what is gone.
pub fn by_key<T>(
    before: Vec<(String, T)>,
    after: Vec<(String, T)>,
    fields: impl Fn(&T, &T) -> Vec<Field>,
) -> Vec<Change<T>> {
    let mut before: BTreeMap<String, T> = before.into_iter().collect();
    let kept = after
        .into_iter()
        .filter_map(|(key, after)| match before.remove(&key) {
            None => Some(Change::Added { after }),
            Some(before) => {
                let fields = fields(&before, &after);
                (!fields.is_empty()).then_some(Change::Changed {
                    before,
                    after,
                    fields,
                })
            }
        });
    let mut changes: Vec<Change<T>> = kept.collect();
    let removed = before.into_values();
    changes.extend(removed.map(|before| Change::Removed { before }));
    changes
}

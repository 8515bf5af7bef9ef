//! Values of a TOML file that know where they stand, and what is wrong with them.
//!
//! serde stops at the first error. Every value of the file is therefore a [`Field`], which takes an error in and lets
//! serde go on: one pass finds everything that is wrong.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, IntoDeserializer, MapAccess, Visitor, value::StringDeserializer},
    forward_to_deserialize_any,
};
use toml::Spanned;

use super::Span;

/// A value and the bytes it was written in.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value that the bytes stand for.
    pub value: T,
    /// Counted from the start of the text.
    pub at: Span,
}

/// The value of a key, if it is there and of the right type.
#[derive(Debug, Default)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// Its type is not that of the key; the text says which was expected and which was found.
    Wrong(Located<String>),
    /// The key has a value of its type.
    Given {
        /// The value, which may be a table or a list with problems of its own.
        value: Located<T>,
        /// Keys of the value, if it is a table, that the format doesn't know.
        unknown: Option<Box<Unknown>>,
    },
}

/// Keys of a table that the format doesn't know.
#[derive(Debug)]
pub struct Unknown {
    /// The keys as they are written.
    pub keys: Vec<Located<String>>,
    /// Those it knows in this table.
    pub known: &'static [&'static str],
}

impl<T> Field<T> {
    pub(crate) const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Returns the value where it has the type of the key.
    pub const fn given(&self) -> Option<&Located<T>> {
        match self {
            Self::Given { value, .. } => Some(value),
            Self::Absent | Self::Wrong(_) => None,
        }
    }

    /// Returns the place of the value, if there is one.
    pub const fn at(&self) -> Option<&Span> {
        match self {
            Self::Absent => None,
            Self::Wrong(Located { at, .. })
            | Self::Given {
                value: Located { at, .. },
                ..
            } => Some(at),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Attempt<T>>::deserialize(from)?;
        let at = spanned.span();
        Ok(match spanned.into_inner() {
            Attempt {
                value: Ok(value),
                unknown,
            } => Self::Given {
                value: Located { value, at },
                unknown,
            },
            Attempt {
                value: Err(message),
                ..
            } => Self::Wrong(Located { value: message, at }),
        })
    }
}

/// A list whose items are checked one by one.
pub type List<T> = Field<Vec<Field<T>>>;

impl<T> List<T> {
    /// Returns the items that have the type of the list's, without checking any.
    pub fn given_items(&self) -> impl Iterator<Item = &Located<T>> {
        let list = self.given().map(|list| list.value.as_slice());
        list.unwrap_or_default().iter().filter_map(Field::given)
    }

    /// Adds an item, where there is a list.
    pub(crate) fn push(&mut self, item: Field<T>) {
        if let Self::Given { value, .. } = self {
            value.value.push(item);
        }
    }
}

/// A table whose keys are not known beforehand.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(Located<String>, Field<T>)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let at = key.span();
            let value = key.into_inner();
            entries.push((Located { value, at }, map.next_value()?));
        }
        Ok(Entries(entries))
    }
}

/// A value or why there is none: never an error to serde.
struct Attempt<T> {
    value: Result<T, String>,
    unknown: Option<Box<Unknown>>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Attempt<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut unknown = None;
        let value = T::deserialize(Watched {
            from,
            unknown: &mut unknown,
        });
        Ok(Self {
            value: value.map_err(|error| friendly(error.to_string().trim_end())),
            unknown,
        })
    }
}

/// Hands a table on without the keys that its struct doesn't name; those are set aside.
struct Watched<'a, D> {
    from: D,
    unknown: &'a mut Option<Box<Unknown>>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Watched<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.from.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.from.deserialize_map(Known {
            inner: visitor,
            keys,
            unknown: self.unknown,
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// A visitor of a table, and then the table itself, without the keys that are not known.
struct Known<'a, T> {
    inner: T,
    keys: &'static [&'static str],
    unknown: &'a mut Option<Box<Unknown>>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Known<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Known {
            inner: map,
            keys: self.keys,
            unknown: self.unknown,
        })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Known<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: serde::de::DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.inner.next_key::<Spanned<String>>()? {
            if self.keys.contains(&key.get_ref().as_str()) {
                let key: StringDeserializer<A::Error> = key.into_inner().into_deserializer();
                return seed.deserialize(key).map(Some);
            }
            self.inner.next_value::<IgnoredAny>()?;
            let at = key.span();
            let unknown = self.unknown.get_or_insert_with(|| {
                Box::new(Unknown {
                    keys: Vec::new(),
                    known: self.keys,
                })
            });
            unknown.keys.push(Located {
                value: key.into_inner(),
                at,
            });
        }
        Ok(None)
    }

    fn next_value_seed<S: serde::de::DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(seed)
    }
}

/// serde's "invalid type: sequence, expected i64" in the words of TOML.
fn friendly(message: &str) -> String {
    let wrong = message
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.rsplit_once(", expected "));
    let Some((found, expected)) = wrong else {
        return message.to_owned();
    };
    // A date in the place of a table fails while its first key is read.
    if expected == "a spanned value" {
        return "expected a table, found a date".to_owned();
    }
    let found = match found.split_whitespace().next() {
        Some("sequence") => "a list",
        // serde has no dates, so toml passes them off as maps.
        Some("map") if expected == "a date" => "a table",
        Some("map") => "a table or a date",
        Some("string") => "a string",
        Some("integer") => "an integer",
        Some("floating") => "a number",
        Some("boolean") => "true or false",
        _ => found,
    };
    let expected = match expected {
        "i64" => "an integer",
        "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        other => other,
    };
    format!("expected {expected}, found {found}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Table {
        number: Field<i64>,
        list: Field<Vec<Field<String>>>,
        inner: Field<Box<Table>>,
    }

    fn parse(text: &str) -> Table {
        match Field::deserialize(toml::Deserializer::parse(text).expect("TOML"))
            .expect("no error gets out")
        {
            Field::Given { value, .. } => value.value,
            other => panic!("{other:?}"),
        }
    }

    fn wrong<T>(field: &Field<T>) -> (&str, Span) {
        let Field::Wrong(message) = field else {
            panic!("nothing is wrong")
        };
        (&message.value, message.at.clone())
    }

    #[test]
    fn one_pass_finds_every_wrong_value() {
        let table = parse("number = 1.5\nlist = ['a', 2, []]\ninner = { number = 'x' }");
        assert_eq!(
            wrong(&table.number),
            ("expected an integer, found a number", 9..12)
        );
        let Field::Given { value: list, .. } = &table.list else {
            panic!("the list is one")
        };
        assert!(matches!(&list.value[0], Field::Given { value, .. } if value.value == "a"));
        assert_eq!(
            wrong(&list.value[1]),
            ("expected a string, found an integer", 26..27)
        );
        assert_eq!(
            wrong(&list.value[2]),
            ("expected a string, found a list", 29..31)
        );
        let Field::Given { value: inner, .. } = &table.inner else {
            panic!("the table is one")
        };
        assert_eq!(
            wrong(&inner.value.number).0,
            "expected an integer, found a string"
        );
    }

    #[test]
    fn sets_unknown_keys_aside_with_those_that_are_known() {
        let table = parse("inner = { nunber = 1, number = 2 }");
        let Field::Given {
            value: inner,
            unknown,
        } = &table.inner
        else {
            panic!("the table is one")
        };
        assert!(matches!(inner.value.number, Field::Given { .. }));
        let unknown = unknown.as_ref().expect("a key");
        let key = &unknown.keys[0];
        assert_eq!((key.value.as_str(), key.at.clone()), ("nunber", 10..16));
        assert_eq!(unknown.known, ["number", "list", "inner"]);
    }

    #[test]
    fn dates_are_named_where_they_can_be_told_from_tables() {
        let table = parse("number = 2024-01-01\ninner = 2024-01-01\nlist = true");
        assert_eq!(
            wrong(&table.number).0,
            "expected an integer, found a table or a date"
        );
        assert_eq!(wrong(&table.inner).0, "expected a table, found a date");
        assert_eq!(wrong(&table.list).0, "expected a list, found true or false");
    }
}

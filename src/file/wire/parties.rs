//! Sources, and the actors that they speak of.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{super::schema, values::When};
use crate::diagnostics::{Field, List};

/// A text that is held, or a publication that is only named.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["id"],
    "anyOf" = [{ "required": ["title"] }, { "required": ["publisher"] }],
    "dependencies" = { "front": ["text"] },
))]
pub struct Source {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its headline; this or `publisher` is required.
    pub title: Field<String>,
    /// The person or organisation that published it.
    pub publisher: Field<String>,
    /// The date of its publication.
    pub published: Field<When>,
    /// The address at which it can be read.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
    /// The file that holds its text; quotations are checked against it.
    pub text: Field<String>,
    /// The number of paragraphs in the text that stand before its body, such as title and standfirst.
    #[schemars(range(min = 0))]
    pub front: Field<i64>,
    /// The origin that the source itself rests on; sources of one origin are not independent.
    pub origin: Field<String>,
    /// Its reliability: a letter from A, completely reliable, to E, unreliable; F, it cannot be judged.
    #[schemars(schema_with = "schema::reliability")]
    pub reliability: Field<String>,
    /// The SHA-256 of the file under `text`, in hexadecimal: `whoholds seal` prints it.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Field<String>,
    /// The path of the file that the text was taken out of, such as a PDF, from the folder of this file.
    pub original: Field<String>,
    /// The date when the text was fetched.
    pub retrieved: Field<When>,
    /// The address of an archived copy.
    #[schemars(regex(pattern = "^https?://"))]
    pub archive: Field<String>,
    /// The language of the text, such as `en`, which is what it is taken for where this is left out.
    #[schemars(regex(pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"))]
    pub language: Field<String>,
}

/// A party that may hold, contest or operate a place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "name", "letter", "colour"]))]
pub struct Actor {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// Its name.
    pub name: Field<String>,
    /// A name that fits a legend, if the name is long.
    pub short: Field<String>,
    /// Other names and spellings, in any script.
    #[schemars(length(min = 1))]
    pub also: List<String>,
    /// One capital letter or digit that marks it where colour can't.
    #[schemars(regex(pattern = "^[A-Z0-9]$"))]
    pub letter: Field<String>,
    /// The colour of what it holds. It has no pattern: stripes and dots tell how certain a state is.
    #[schemars(schema_with = "schema::colour")]
    pub colour: Field<String>,
    /// The id of the actor that it is part of.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub part_of: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
    /// The date when it came to be.
    pub from: Field<When>,
    /// The date when it ceased to be.
    pub until: Field<When>,
}

//! Claims, and the questions that they answer.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{super::schema, values::When};
use crate::diagnostics::{Field, List};

/// Something that sources answer differently; claims name it under `answers`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["id", "asks"]))]
pub struct Question {
    /// The id by which claims refer to it.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*$"))]
    pub id: Field<String>,
    /// The question itself, as people read it.
    pub asks: Field<String>,
    /// Anything that should be known about it.
    pub note: Field<String>,
}

/// One thing that one source, or the editor, says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
#[schemars(extend(
    "required" = ["about", "says"],
    "anyOf" = [{ "required": ["source"] }, { "required": ["because"] }],
    "dependencies" = {
        "quote": ["source"], "summary": ["source"], "before": ["quote"], "after": ["quote"],
    },
    "if" = { "properties": { "says": { "const": "context" } } },
    "then" = { "not": { "required": ["actor"] } },
    "else" = { "required": ["actor"] },
))]
pub struct Claim {
    /// Ids of the regions, sites, actors, units or towns it is about, or `"map"` for the whole country.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub about: List<String>,
    /// The id of the actor that holds, contests or operates them.
    pub actor: Field<String>,
    /// The verb of what is said of them, such as `holds`.
    #[schemars(schema_with = "schema::says")]
    pub says: Field<String>,
    /// The id of the source that says so.
    pub source: Field<String>,
    /// The source's own words; `…` stands for words left out.
    pub quote: Field<String>,
    /// Words right before the quotation, where it stands in several places.
    pub before: Field<String>,
    /// Words right after the quotation, where it stands in several places.
    pub after: Field<String>,
    /// A summary of what a source says whose text is not held.
    pub summary: Field<String>,
    /// The editor's reason for reading the source so; makes the claim an inference.
    pub because: Field<String>,
    /// The date at which it was so, if the claim says when.
    pub when: Field<When>,
    /// Its likelihood: a number from 1, confirmed by other sources, to 5, improbable; 6, it cannot be judged.
    #[schemars(range(min = 1, max = 6))]
    pub credibility: Field<i64>,
    /// The id of the question that it answers otherwise than other claims do.
    pub answers: Field<String>,
    /// Lets the quotation run from one paragraph into the next.
    pub across_paragraphs: Field<bool>,
    /// Awaits somebody's review: it is shown, and decides nothing.
    pub draft: Field<bool>,
    /// The number of days without a newer claim after which it is stale, if not after those of the file.
    #[schemars(range(min = 1))]
    pub stale_after: Field<i64>,
    /// Codes of warnings that are meant to be so; needs `allow_reason`.
    #[schemars(length(min = 1))]
    pub allow: List<String>,
    /// The reason why the warnings under `allow` are meant to be so.
    pub allow_reason: Field<String>,
}

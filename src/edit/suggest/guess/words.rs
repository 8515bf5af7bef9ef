//! Words that tell what a verb is about, and whether it is so.

use super::clauses::Word;

/// Words after which a clause says nothing of what is so.
pub const UNREAL: &[&str] = &["if", "unless", "until", "before", "whether", "had"];
/// Words before a verb, or between it and what it is about, that turn it round, or make it a wish, a possibility, hearsay
/// or something past.
const TURNING: &[&str] = &[
    "not",
    "never",
    "no",
    "none",
    "neither",
    "nor",
    "cannot",
    "without",
    "nothing",
    "denied",
    "denies",
    "may",
    "might",
    "could",
    "would",
    "should",
    "will",
    "shall",
    "to",
    "nearly",
    "almost",
    "once",
    "formerly",
    "previously",
];
/// Words that turn a whole sentence round, wherever they stand in it, that make it a question, a tale or somebody's fear or
/// hope, or that make something else of who or what it is about.
pub const DOUBTING: &[&str] = &[
    "?",
    "alleged",
    "allegedly",
    "alleges",
    "apparently",
    "assume",
    "assumed",
    "assumes",
    "barely",
    "believe",
    "believed",
    "believes",
    "captive",
    "claim",
    "contempt",
    "denied",
    "denies",
    "deny",
    "denying",
    "dismissed",
    "dismisses",
    "disputed",
    "disputes",
    "doubt",
    "doubts",
    "enemies",
    "enemy",
    "evidence",
    "except",
    "fake",
    "false",
    "falsely",
    "fear",
    "feared",
    "fearing",
    "fears",
    "film",
    "foes",
    "fool",
    "game",
    "hardly",
    "hope",
    "hoped",
    "hopes",
    "hoping",
    "hostage",
    "imagine",
    "lie",
    "maybe",
    "model",
    "myth",
    "nobody",
    "novel",
    "opponents",
    "perhaps",
    "possibly",
    "predicts",
    "probably",
    "purportedly",
    "refuted",
    "refutes",
    "rejected",
    "rejects",
    "reportedly",
    "responsible",
    "rival",
    "rivals",
    "rumour",
    "rumours",
    "seem",
    "seemingly",
    "seems",
    "suppose",
    "supposedly",
    "supposing",
    "suspect",
    "suspects",
    "talks",
    "think",
    "thinks",
    "thought",
    "true",
    "unconfirmed",
    "untouched",
    "untrue",
    "worried",
    "worry",
    "wrong",
    "wrongly",
];
/// Words by which what somebody holds is held now.
pub const NOW: &[&str] = &[
    "is", "are", "has", "have", "remains", "remain", "now", "still", "being",
];
/// Words by which a verb is in the passive voice, where a form of it can be.
pub const PASSIVE: &[&str] = &[
    "is", "are", "was", "were", "been", "being", "be", "remains", "remain",
];
/// Words between a verb and a place that make something else what the verb is about.
pub const APART: &[&str] = &[
    "in", "from", "to", "near", "outside", "around", "leading", "with", "at", "on", "towards",
    "by", "for", "into", "over", "via", "against", "between", "through", "across",
];
/// Words before “of” and a place that are that place, or the land of it: “the mayor of Hama” is neither.
pub const WHOLE: &[&str] = &[
    "airbase",
    "airfield",
    "airport",
    "all",
    "area",
    "areas",
    "base",
    "cities",
    "city",
    "control",
    "crossing",
    "district",
    "districts",
    "governorate",
    "governorates",
    "half",
    "most",
    "much",
    "part",
    "parts",
    "port",
    "province",
    "provinces",
    "region",
    "rest",
    "town",
    "towns",
    "whole",
];
/// Words by which who leaves or loses a place may keep some of it.
pub const SHARES: &[&str] = &["all", "half", "most", "much", "part", "parts"];
/// Words for sites, which may stand before the place that they are at.
pub const SITES: &[&str] = &[
    "airport", "base", "airbase", "airfield", "port", "crossing", "barracks", "facility",
];
/// Words that go with the name of a place and mean the same one.
pub const SAME: &[&str] = &[
    "governorate",
    "province",
    "city",
    "town",
    "district",
    "airport",
    "air",
    "base",
    "port",
    "crossing",
];
/// Words that a list of places may have between them.
pub const LISTING: &[&str] = &[
    "and",
    "the",
    "of",
    "city",
    "town",
    "province",
    "governorate",
    "also",
];

/// Tells whether a word turns a verb round, or makes it a wish, a possibility, hearsay or something past.
pub fn turns(word: &Word) -> bool {
    TURNING.contains(&word.plain.as_str()) || word.plain.ends_with("n't")
}

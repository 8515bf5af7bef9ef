//! The claims of two atlases, paired by what they say.

use std::collections::{BTreeMap, VecDeque};

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{Change, differing};
use crate::{
    atlas::{Atlas, Claim, ClaimId, Date, Grade, verdict::Weighed},
    caption::{Entry, words},
    export::claim_ids::{ClaimIds, about},
};

/// A claim in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Said {
    /// The id that every export of that map gives it.
    pub id: String,
    /// The line of its file that it starts on.
    pub line: usize,
    /// The verb and the actor, in words.
    pub words: String,
    /// The words it stands on: a quotation in its sentence, a summary or a reading.
    pub stands_on: Option<String>,
    /// The source, cited in short.
    pub source: Option<String>,
    /// The date that it has, in words.
    pub dated: String,
}

/// The fields of a claim in the file, each by its key there; then those that follow for it from elsewhere in the file.
const FIELDS: [&str; 16] = [
    "about",
    "says",
    "actor",
    "source",
    "quote",
    "summary",
    "because",
    "when",
    "prefix",
    "suffix",
    "credibility",
    "answers",
    "stale_after",
    "draft",
    "evidence",
    "counts from",
];

/// Fields that two claims share if one is the other after a change, tried in this order: first all that is said, last
/// the same source on the same matter.
const KEYS: [&[usize]; 9] = [
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    &[0, 1, 2, 3, 4, 5, 6],
    &[0, 1, 2, 3],
    &[0, 1, 3, 4, 5, 6],
    &[0, 2, 3, 4, 5, 6],
    &[1, 2, 3, 4, 5, 6],
    &[0, 1, 2, 4, 5, 6],
    &[0, 1, 3],
    &[0, 2, 3],
];

type Fields = [Option<String>; FIELDS.len()];

fn fields(atlas: &Atlas, claim: &Claim) -> Fields {
    let quote = claim.quote.as_ref();
    let mut subjects: Vec<&str> = about(atlas, claim).collect();
    subjects.sort_unstable();
    [
        Some(subjects.join(", ")),
        Some(claim.says.key().to_owned()),
        claim.actor.map(|id| atlas[id].id.clone()),
        claim.source.map(|id| atlas[id].id.clone()),
        quote.map(|quote| quote.exact.clone()),
        claim.summary.clone(),
        claim.because.clone(),
        claim.when.map(Date::iso),
        quote.and_then(|quote| quote.prefix.clone()),
        quote.and_then(|quote| quote.suffix.clone()),
        claim.credibility.map(|it| it.key().to_owned()),
        claim.answers.map(|id| atlas[id].id.clone()),
        claim.stale_after.map(|days| days.to_string()),
        claim.draft.then(|| "true".to_owned()),
        Some(claim.grade().map_or("not found", Grade::plain).to_owned()),
        atlas.dated(claim).date().map(Date::iso),
    ]
}

/// Pairs the claims of two atlases, and names what changed. Those that are the same in both are left out.
pub fn changes(old: &Atlas, new: &Atlas) -> Vec<Change<Said>> {
    let of = |atlas: &Atlas| -> Vec<Fields> {
        let claims = atlas.claims.iter();
        claims.map(|claim| fields(atlas, claim)).collect()
    };
    let (before, after) = (of(old), of(new));
    let mut pairs: Vec<Option<usize>> = vec![None; after.len()];
    let mut is_left = vec![true; before.len()];
    for key in KEYS {
        pair(key, &before, &after, &mut is_left, &mut pairs);
    }
    let (old_ids, new_ids) = (ClaimIds::new(old), ClaimIds::new(new));
    let said_before = |nth: usize| said(old, ClaimId::at(nth), &old_ids);
    let said_after = |nth: usize| said(new, ClaimId::at(nth), &new_ids);
    let added = pairs.iter().enumerate().map(|(nth, pair)| match *pair {
        None => Some(Change::Added {
            after: said_after(nth),
        }),
        Some(other) => {
            let named = |values: &Fields| FIELDS.into_iter().zip(values.clone());
            let fields = differing(named(&before[other]), named(&after[nth]));
            (!fields.is_empty()).then(|| Change::Changed {
                before: said_before(other),
                after: said_after(nth),
                fields,
            })
        }
    });
    let removed = is_left.iter().enumerate().filter(|(_, left)| **left);
    let removed = removed.map(|(nth, _)| Change::Removed {
        before: said_before(nth),
    });
    added.flatten().chain(removed).collect()
}

/// Pairs what is left and shares these fields, in the order of the files.
fn pair(
    key: &[usize],
    before: &[Fields],
    after: &[Fields],
    is_left: &mut [bool],
    pairs: &mut [Option<usize>],
) {
    let of = |fields: &Fields| -> Vec<Option<String>> {
        key.iter().map(|&field| fields[field].clone()).collect()
    };
    let mut open: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
    for (nth, fields) in before.iter().enumerate().filter(|(nth, _)| is_left[*nth]) {
        open.entry(of(fields)).or_default().push_back(nth);
    }
    for (fields, pair) in after.iter().zip(pairs).filter(|(_, pair)| pair.is_none()) {
        *pair = open.get_mut(&of(fields)).and_then(VecDeque::pop_front);
        if let Some(nth) = *pair {
            is_left[nth] = false;
        }
    }
}

fn said(atlas: &Atlas, nth: ClaimId, ids: &ClaimIds) -> Said {
    let claim = &atlas[nth];
    let entry = Entry::new(atlas, Weighed::shown(nth));
    let given = entry
        .quotation()
        .or_else(|| entry.summary().map(str::to_owned));
    Said {
        id: ids[nth].to_owned(),
        line: claim.line,
        words: words::claimed(atlas, claim),
        stands_on: given.or_else(|| entry.because.clone()),
        source: entry.cited(),
        dated: words::dated(entry.dated),
    }
}

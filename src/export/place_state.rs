//! The state of one place at a date as formats for machines have it.

use crate::{
    atlas::{
        ActorId, Atlas, ClaimId, Date, Dated, Evidence, Grade, Place, Says, Standing,
        state::Snapshot,
    },
    caption::{Captions, Entry, words},
};

/// The state of one place at a date.
#[derive(Clone, Debug)]
pub struct PlaceState {
    pub standing: Standing,
    pub holders: Vec<ActorId>,
    /// The words for it, as every medium has them.
    pub words: String,
    pub grade: Grade,
    /// The claims that decide it, in the order of the file.
    pub claims: Vec<ClaimId>,
    /// Independent sources that say so, as far as origins are stated.
    pub sources: usize,
    /// The date of the newest of the deciding claims, unless all are undated.
    pub newest: Option<Date>,
    /// The days from then to the date.
    pub age_days: Option<i32>,
    /// `true` if nobody has confirmed it for longer than the file allows.
    pub is_stale: bool,
    /// `true` if it is the editor's reading.
    pub is_inferred: bool,
}

impl PlaceState {
    pub fn new(captions: &Captions, place: Place) -> Self {
        let Captions {
            atlas, snapshot, ..
        } = captions;
        let weighed = snapshot.weighed(place);
        let evidence = Evidence::of(atlas, weighed);
        let deciding = weighed.iter().filter(|item| item.verdict.decides());
        let mut claims: Vec<ClaimId> = deciding.map(|item| item.claim).collect();
        claims.sort_unstable();
        let newest = evidence.newest.and_then(Dated::date);
        Self {
            standing: snapshot.standing(place),
            holders: snapshot.holders(place),
            words: captions.stated(place).words,
            grade: evidence.grade,
            claims,
            sources: evidence.sources,
            newest,
            age_days: newest.map(|newest| newest.days_until(snapshot.date)),
            is_stale: snapshot.is_stale(place),
            is_inferred: snapshot.is_inferred(place),
        }
    }

    /// The holders by name, `A and B`; `None` where nobody is said to hold the place.
    pub fn holder(&self, atlas: &Atlas) -> Option<String> {
        let names = self.holders.iter().map(|&actor| atlas[actor].name.as_str());
        (!self.holders.is_empty()).then(|| words::list(names))
    }

    pub fn holder_ids<'a>(&self, atlas: &'a Atlas) -> Vec<&'a str> {
        let ids = self.holders.iter();
        ids.map(|&actor| atlas[actor].id.as_str()).collect()
    }
}

/// The best founded of the claims that decide a place, of those the newest.
pub fn best_claim(captions: &Captions, place: Place) -> Option<Entry> {
    captions.deciding(place).into_iter().next()
}

/// Everything that is said of a site, each with whether it is disputed; nothing of a region.
pub fn said(snapshot: &Snapshot, place: Place) -> Vec<(Says, ActorId, bool)> {
    let Place::Site(id) = place else {
        return Vec::new();
    };
    let status = &snapshot[id].status;
    let agreed = status.agreed.iter().map(|&(says, who)| (says, who, false));
    let disputed = status.disputed.iter();
    agreed
        .chain(disputed.map(|&(says, who)| (says, who, true)))
        .collect()
}

/// The same, each as one word: `operates:russia`, with `?` before it where sources differ over it.
pub fn said_words(atlas: &Atlas, snapshot: &Snapshot, place: Place) -> Vec<String> {
    let all = said(snapshot, place).into_iter();
    all.map(|(says, actor, disputed)| {
        let mark = if disputed { "?" } else { "" };
        format!("{mark}{}:{}", says.key(), atlas[actor].id)
    })
    .collect()
}

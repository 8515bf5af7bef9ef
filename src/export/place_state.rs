//! The state of one place at a date as formats for machines have it.

use crate::{
    atlas::{ActorId, ClaimId, Date, Evidence, Grade, Place, Standing},
    caption::Captions,
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
    /// From when the newest of the deciding claims is, unless all are undated.
    pub said: Option<Date>,
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
        Self {
            standing: snapshot.standing(place),
            holders: snapshot.holders(place),
            words: captions.stated(place).words,
            grade: evidence.grade,
            claims,
            sources: evidence.sources,
            said: evidence.newest.and_then(|newest| newest.date()),
            is_stale: snapshot.is_stale(place),
            is_inferred: snapshot.is_inferred(place),
        }
    }
}

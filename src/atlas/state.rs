//! The rule from claims to a state at a date.
//!
//! 1. A claim counts once its date has surely come: a claim dated "December" counts from the last day of December.
//!    Undated claims count as the date of their source, and as the file's own date where that is missing.
//! 2. A claim whose quotation is not proved counts for nothing.
//! 3. A claim is superseded by any claim of its kind that is surely later. What is left decides.
//! 4. A region: a claim to contest it makes it contested; different holders make it disputed; one holder holds it;
//!    actors that hold parts of it hold parts; no claim is silence.
//! 5. A site: what is left says one thing of one actor, or it is disputed, or nothing is said.
//! 6. The grade is that of the best founded of the deciding claims.

use std::cmp::Ordering;

use super::{
    ActorId, Atlas, Claim, ClaimId, Date, Grade, Place, RegionId, Says, SiteId, Subject,
    evidence::{deciding, grade},
};

/// What a claim came to under the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is one of those that decide.
    Decides,
    /// It bears on the subject without deciding who holds it.
    Bears,
    /// A later claim says otherwise, or the same anew.
    Superseded(ClaimId),
    /// Its quotation is not proved.
    Unproved,
    /// It is from after the date.
    Later,
}

/// A claim about a subject with what it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    pub claim: ClaimId,
    pub verdict: Verdict,
}

/// Who holds a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// No source says.
    Silent,
    Held(ActorId),
    /// These hold parts of it; which ones is not said.
    InParts(Vec<ActorId>),
    /// These fight over it.
    Contested(Vec<ActorId>),
    /// Sources name these different holders.
    Disputed(Vec<ActorId>),
}

impl Control {
    /// Whether claims that nobody settles stand against each other.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self, Self::Contested(_) | Self::Disputed(_))
    }

    /// Every actor that the state names.
    pub fn actors(&self) -> &[ActorId] {
        match self {
            Self::Silent => &[],
            Self::Held(actor) => std::slice::from_ref(actor),
            Self::InParts(actors) | Self::Contested(actors) | Self::Disputed(actors) => actors,
        }
    }
}

/// What is said of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    Silent,
    Is(Says, ActorId),
    Disputed(Vec<(Says, ActorId)>),
}

impl Status {
    pub fn actors(&self) -> Vec<ActorId> {
        match self {
            Self::Silent => Vec::new(),
            Self::Is(_, actor) => vec![*actor],
            Self::Disputed(said) => said.iter().map(|(_, actor)| *actor).collect(),
        }
    }
}

/// A region at a date.
#[derive(Clone, Debug)]
pub struct RegionState {
    pub control: Control,
    pub grade: Grade,
    /// Whether a claim that would decide is not proved.
    pub unproved: bool,
    /// Every claim about it, oldest first.
    pub weighed: Vec<Weighed>,
}

/// A site at a date.
#[derive(Clone, Debug)]
pub struct SiteState {
    pub status: Status,
    pub grade: Grade,
    /// Whether a claim that would decide is not proved.
    pub unproved: bool,
    /// Every claim about it, oldest first.
    pub weighed: Vec<Weighed>,
}

/// Every region and site at a date.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub date: Date,
    pub regions: Vec<RegionState>,
    pub sites: Vec<SiteState>,
}

impl Snapshot {
    pub fn at(atlas: &Atlas, date: Date) -> Self {
        Self {
            date,
            regions: (0..atlas.regions.len())
                .map(|n| region_at(atlas, RegionId(n), date))
                .collect(),
            sites: (0..atlas.sites.len())
                .map(|n| site_at(atlas, SiteId(n), date))
                .collect(),
        }
    }

    /// Every claim about a place, oldest first.
    pub fn weighed(&self, place: Place) -> &[Weighed] {
        match place {
            Place::Region(id) => &self[id].weighed,
            Place::Site(id) => &self[id].weighed,
        }
    }

    /// How well the state of a place is known.
    pub fn grade(&self, place: Place) -> Grade {
        match place {
            Place::Region(id) => self[id].grade,
            Place::Site(id) => self[id].grade,
        }
    }

    /// Every actor that the state of a place names.
    pub fn actors(&self, place: Place) -> Vec<ActorId> {
        match place {
            Place::Region(id) => self[id].control.actors().to_vec(),
            Place::Site(id) => self[id].status.actors(),
        }
    }
}

impl Snapshot {
    /// The two, the earlier first, where they are of different dates.
    pub fn in_order<'a>(&'a self, other: &'a Self) -> Option<(&'a Self, &'a Self)> {
        match self.date.cmp(&other.date) {
            Ordering::Less => Some((self, other)),
            Ordering::Equal => None,
            Ordering::Greater => Some((other, self)),
        }
    }

    /// Whether two snapshots have a place in the same state.
    pub fn agrees(&self, other: &Self, place: Place) -> bool {
        match place {
            Place::Region(id) => self[id].control == other[id].control,
            Place::Site(id) => self[id].status == other[id].status,
        }
    }
}

impl std::ops::Index<RegionId> for Snapshot {
    type Output = RegionState;

    fn index(&self, id: RegionId) -> &RegionState {
        &self.regions[id.0]
    }
}

impl std::ops::Index<SiteId> for Snapshot {
    type Output = SiteState;

    fn index(&self, id: SiteId) -> &SiteState {
        &self.sites[id.0]
    }
}

/// Applies the rule to a region.
pub fn region_at(atlas: &Atlas, region: RegionId, date: Date) -> RegionState {
    let role = |says| match says {
        Says::Holds | Says::HoldsPart => Role::Settles,
        Says::Contests => Role::Unsettles,
        _ => Role::Bears,
    };
    let weighed = weigh(atlas, Subject::Region(region), date, role);
    let named = |wanted: &[Says]| {
        let mut actors: Vec<ActorId> = deciding(atlas, &weighed)
            .filter(|claim| wanted.contains(&claim.says))
            .filter_map(|claim| claim.actor)
            .collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    };
    let (whole, parts) = (named(&[Says::Holds]), named(&[Says::HoldsPart]));
    let all = named(&[Says::Holds, Says::HoldsPart, Says::Contests]);
    let control = match (whole.as_slice(), parts.as_slice()) {
        _ if !named(&[Says::Contests]).is_empty() => Control::Contested(all),
        ([], []) => Control::Silent,
        ([], _) => Control::InParts(parts),
        ([holder], _) if all.len() == 1 => Control::Held(*holder),
        _ => Control::Disputed(all),
    };
    RegionState {
        control,
        grade: grade(atlas, &weighed),
        unproved: unproved(atlas, &weighed, role),
        weighed,
    }
}

/// Applies the rule to a site.
pub fn site_at(atlas: &Atlas, site: SiteId, date: Date) -> SiteState {
    let role = |says| {
        if says == Says::Context {
            Role::Bears
        } else {
            Role::Settles
        }
    };
    let weighed = weigh(atlas, Subject::Site(site), date, role);
    let mut said: Vec<(Says, ActorId)> = deciding(atlas, &weighed)
        .filter_map(|claim| Some((claim.says, claim.actor?)))
        .collect();
    said.sort_unstable();
    said.dedup();
    let status = match said.as_slice() {
        [] => Status::Silent,
        [(says, actor)] => Status::Is(*says, *actor),
        _ => Status::Disputed(said),
    };
    SiteState {
        status,
        grade: grade(atlas, &weighed),
        unproved: unproved(atlas, &weighed, role),
        weighed,
    }
}

/// How many claims about anything are from after the date.
pub fn later(atlas: &Atlas, date: Date) -> usize {
    atlas
        .claims
        .iter()
        .filter(|claim| !atlas.dated(claim).date().is_known_by(date))
        .count()
}

/// Applies the rule to what decides nothing: claims about the map or an actor.
pub fn bearing(atlas: &Atlas, subject: Subject, date: Date) -> Vec<Weighed> {
    weigh(atlas, subject, date, |_| Role::Bears)
}

/// What a claim does to who holds a place.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// Says who has it, and supersedes what was said before.
    Settles,
    /// Says it is fought over, until somebody settles it.
    Unsettles,
    Bears,
}

fn weigh(atlas: &Atlas, subject: Subject, date: Date, role: impl Fn(Says) -> Role) -> Vec<Weighed> {
    let day = |claim: &Claim| atlas.dated(claim).date();
    let mut claims: Vec<_> = atlas.claims_about(subject).collect();
    claims.sort_by_key(|(id, claim)| (day(claim).first_day(), *id));
    let counts = |claim: &Claim| claim.grade().is_some() && day(claim).is_known_by(date);
    let settling: Vec<_> = claims
        .iter()
        .filter(|(_, claim)| counts(claim) && role(claim.says) == Role::Settles)
        .collect();
    let verdict = |claim: &Claim| {
        if !day(claim).is_known_by(date) {
            return Verdict::Later;
        }
        if claim.grade().is_none() {
            return Verdict::Unproved;
        }
        if role(claim.says) == Role::Bears {
            return Verdict::Bears;
        }
        let newer = settling
            .iter()
            .rev()
            .find(|(_, other)| day(claim).is_before(day(other)));
        newer.map_or(Verdict::Decides, |(id, _)| Verdict::Superseded(*id))
    };
    claims
        .iter()
        .map(|&(id, claim)| Weighed {
            claim: id,
            verdict: verdict(claim),
        })
        .collect()
}

fn unproved(atlas: &Atlas, weighed: &[Weighed], role: impl Fn(Says) -> Role) -> bool {
    weighed.iter().any(|item| {
        item.verdict == Verdict::Unproved && role(atlas[item.claim].says) != Role::Bears
    })
}

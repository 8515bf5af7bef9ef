//! The rule from claims to a state at a date. What each verb does in it stands in the table of [`says`](super::says).
//!
//! 1. A claim counts once its date has surely come: a claim dated "December" counts from the last day of December. Its
//!    date is the one it states, or that of its source; a claim with neither is undated, and counts from the file's own
//!    date.
//! 2. A claim whose quotation is not found in the held text counts for nothing, nor does one that is switched off.
//! 3. A claim is superseded by one that is surely later and contradicts it, or says it anew. What is undated is never
//!    surely later. A smaller claim that agrees with a bigger one supersedes nothing and decides nothing; one that takes
//!    some of a region from its holder narrows what the holder has to parts. What is left decides.
//! 4. A region: a claim to contest it makes it contested; different holders, or a holder who by another claim has left,
//!    make it disputed; one holder holds it, or occupies it; actors that hold parts of it hold parts; no claim is
//!    silence.
//! 5. A site: of each actor one thing is said, or sources differ over it; two actors that run it are a dispute, forces
//!    beside whoever runs it are not.
//! 6. The grade is the weakest among the things that are said, each as well founded as the best claim that says it.
//! 7. A state is stale once none of the claims that decide, or agree, is newer than the file, or the claim, allows.

mod newest;

use jiff::civil;

use newest::Newest;

use super::{
    ActorId, Atlas, ClaimId, Date, RegionId, Says, SiteId, Subject, Switchboard,
    evidence::{deciding, grade, grades},
    said::Said,
    says::Role,
    state::{Basis, Control, RegionState, SetAside, SiteState, Status},
    verdict::{Verdict, Weighed},
};

/// The claims that a state is given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// All that are about the place.
    All,
    /// Those that are not from after the date and that no later one has put an end to: where many dates are asked for one
    /// after another, the others are the most.
    Present,
}

/// Applies the rule to a region.
pub fn region_at(
    atlas: &Atlas,
    region: RegionId,
    date: Date,
    switchboard: &Switchboard,
    listed: Listed,
) -> RegionState {
    let role = |says: Says| says.rule().region.unwrap_or(Role::Bears);
    let mut weighed = Weighing {
        atlas,
        date,
        switchboard,
        listed,
        role: &role,
    }
    .weigh(Subject::Region(region));
    settle_departures(atlas, &mut weighed);
    RegionState {
        control: control(atlas, &weighed),
        basis: basis(atlas, weighed, date),
    }
}

/// Applies the rule to a site.
pub fn site_at(
    atlas: &Atlas,
    site: SiteId,
    date: Date,
    switchboard: &Switchboard,
    listed: Listed,
) -> SiteState {
    let role = |says: Says| says.rule().site.unwrap_or(Role::Bears);
    let weighed = Weighing {
        atlas,
        date,
        switchboard,
        listed,
        role: &role,
    }
    .weigh(Subject::Site(site));
    SiteState {
        status: status(atlas, &weighed),
        basis: basis(atlas, weighed, date),
    }
}

/// Applies the rule to what decides nothing: claims about the map or an actor.
pub fn bearing(
    atlas: &Atlas,
    subject: Subject,
    date: Date,
    switchboard: &Switchboard,
) -> Vec<Weighed> {
    Weighing {
        atlas,
        date,
        switchboard,
        listed: Listed::All,
        role: &|_| Role::Bears,
    }
    .weigh(subject)
}

struct Weighing<'a, R> {
    atlas: &'a Atlas,
    date: Date,
    switchboard: &'a Switchboard,
    listed: Listed,
    role: &'a R,
}

impl<R: Fn(Says) -> Role> Weighing<'_, R> {
    /// The claims about a subject with what each comes to, oldest first.
    fn weigh(&self, subject: Subject) -> Vec<Weighed> {
        let last_day = self.date.last_day();
        let claims = match (self.listed, self.atlas.said_of(subject)) {
            (_, None) => return Vec::new(),
            (Listed::Present, Some(told)) if self.switchboard.is_clear() => told.present(last_day),
            (_, Some(told)) => told.all(),
        };
        // Whatever ends a claim is later: from the newest on, each is met after all that can.
        let (mut newest, mut live) = (Newest::default(), Newest::default());
        let mut ends: Vec<(&Said, Option<Verdict>)> = Vec::new();
        for said in claims.iter().rev() {
            let end = self.set_aside(said, last_day).or_else(|| {
                let by = superseder(said, &newest);
                newest.add(*said);
                if by.is_none() {
                    live.add(*said);
                }
                by.map(Verdict::Superseded)
            });
            let is_past = matches!(end, Some(Verdict::Later | Verdict::Superseded(_)));
            if self.listed == Listed::All || !is_past {
                ends.push((said, end));
            }
        }
        let verdict = |said: &Said| {
            if (self.role)(said.says) == Role::Bears {
                Verdict::Bears
            } else if let Some(bigger) = bigger(said, &live) {
                Verdict::Within(bigger)
            } else if let Some(by) = narrower(said, &live) {
                Verdict::Narrowed(by)
            } else {
                Verdict::Decides
            }
        };
        let oldest_first = ends.into_iter().rev();
        let weighed = oldest_first.map(|(said, end)| {
            let verdict = end.unwrap_or_else(|| verdict(said));
            let role = match verdict {
                Verdict::Narrowed(_) => Role::PartHolder,
                _ => (self.role)(said.says),
            };
            Weighed {
                claim: said.id,
                verdict,
                role,
            }
        });
        weighed.collect()
    }

    /// Returns why a claim doesn't count, if it doesn't.
    fn set_aside(&self, said: &Said, last_day: civil::Date) -> Option<Verdict> {
        if !said.is_known_by(last_day) {
            Some(Verdict::Later)
        } else if !said.is_founded {
            Some(Verdict::Unproved)
        } else if !self.counts(said) {
            Some(Verdict::SwitchedOff)
        } else if said.is_draft {
            Some(Verdict::Draft)
        } else {
            None
        }
    }

    fn counts(&self, said: &Said) -> bool {
        self.switchboard.is_clear() || self.switchboard.counts(self.atlas, &self.atlas[said.id])
    }
}

/// The newest claim that is surely later and contradicts a claim, or says it anew.
fn superseder(said: &Said, counted: &Newest) -> Option<ClaimId> {
    let mut counted = counted.iter();
    let by = counted.find(|later| later.supersedes(said));
    by.map(|later| later.id)
}

/// A claim of the same actor that says more and agrees.
fn bigger(said: &Said, live: &Newest) -> Option<ClaimId> {
    let within = said.says.rule().within;
    let agrees = |other: &&Said| other.actor == said.actor && within.contains(&other.says);
    live.iter().find(agrees).map(|other| other.id)
}

/// The newest claim that is surely later and takes some of what a claim gives to another actor.
fn narrower(said: &Said, live: &Newest) -> Option<ClaimId> {
    let narrows = |later: &&Said| {
        later.actor != said.actor
            && later.says.rule().narrows.contains(&said.says)
            && said.is_before(later)
    };
    live.iter().find(narrows).map(|later| later.id)
}

/// Lets a departure from a region decide only against a claim that its actor is still there; it says of nobody that
/// they hold it.
fn settle_departures(atlas: &Atlas, weighed: &mut [Weighed]) {
    let stays: Vec<Option<ActorId>> = weighed
        .iter()
        .filter(|item| item.verdict.decides() && item.role != Role::Gone)
        .map(|item| atlas[item.claim].actor)
        .collect();
    for item in weighed {
        let gone = item.verdict.decides() && item.role == Role::Gone;
        if gone && !stays.contains(&atlas[item.claim].actor) {
            item.verdict = Verdict::Bears;
        }
    }
}

/// Determines who holds a region, by the claims that decide.
fn control(atlas: &Atlas, weighed: &[Weighed]) -> Control {
    let named = |wanted: &[Role]| {
        let mut actors: Vec<ActorId> = weighed
            .iter()
            .filter(|item| item.verdict.decides() && wanted.contains(&item.role))
            .filter_map(|item| atlas[item.claim].actor)
            .collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    };
    let all = named(&[
        Role::Holder,
        Role::Occupier,
        Role::PartHolder,
        Role::Contender,
    ]);
    let whole = named(&[Role::Holder, Role::Occupier]);
    let occupiers = named(&[Role::Occupier]);
    if !named(&[Role::Contender]).is_empty() {
        return Control::Contested(all);
    }
    if !named(&[Role::Gone]).is_empty() {
        return Control::Disputed(all);
    }
    match (whole.as_slice(), all.as_slice()) {
        (_, []) => Control::Silent,
        ([], _) => Control::InParts(all),
        ([actor], [_]) if occupiers.is_empty() => Control::Held(*actor),
        ([actor], [_]) => Control::Occupied(*actor),
        _ => Control::Disputed(all),
    }
}

/// Collects what is said of a site, by the claims that decide.
fn status(atlas: &Atlas, weighed: &[Weighed]) -> Status {
    let role = |says: Says| says.rule().site.unwrap_or(Role::Bears);
    let mut said: Vec<(Says, ActorId)> = deciding(atlas, weighed)
        .filter_map(|claim| Some((claim.says, claim.actor?)))
        .collect();
    // That somebody has taken it over and that they run it is one thing: that they run it.
    said.sort_unstable_by_key(|&(says, actor)| (role(says), actor, says.rule().event, says));
    said.dedup_by_key(|&mut (says, actor)| (role(says), actor));
    let clash = |one: (Says, ActorId), other: (Says, ActorId)| {
        let both_run = role(one.0) == Role::Operator && role(other.0) == Role::Operator;
        one != other && (one.1 == other.1 || both_run)
    };
    let (disputed, agreed) = said
        .iter()
        .partition(|&&one| said.iter().any(|&other| clash(one, other)));
    Status { agreed, disputed }
}

/// Determines what a state rests on.
fn basis(atlas: &Atlas, weighed: Vec<Weighed>, date: Date) -> Basis {
    Basis {
        grade: grade(atlas, &weighed),
        grades: grades(atlas, &weighed),
        set_aside: set_aside(&weighed),
        stale: is_stale(atlas, &weighed, date),
        weighed,
    }
}

/// Returns why a claim that would have decided was set aside.
fn set_aside(weighed: &[Weighed]) -> Option<SetAside> {
    let would_decide = |verdict: Verdict| {
        let mut would = weighed.iter().filter(|item| item.role != Role::Bears);
        would.any(|item| item.verdict == verdict)
    };
    if would_decide(Verdict::Unproved) {
        Some(SetAside::NotFound)
    } else if would_decide(Verdict::SwitchedOff) {
        Some(SetAside::SwitchedOff)
    } else if would_decide(Verdict::Draft) {
        Some(SetAside::Draft)
    } else {
        None
    }
}

/// Returns `true` if all of the claims that decide, or agree with those, are older than they may be.
pub(super) fn is_stale(atlas: &Atlas, weighed: &[Weighed], date: Date) -> bool {
    let is_old = |item: &Weighed| {
        let claim = &atlas[item.claim];
        let limit = claim.stale_after.or(atlas.stale_after);
        let age = || i64::from(atlas.dated(claim).days_until(date));
        limit.is_some_and(|days| age() > i64::from(days))
    };
    // Those that decide are mostly the newest.
    let newest_first = || weighed.iter().rev();
    let supports =
        |item: &&Weighed| item.verdict.decides() || matches!(item.verdict, Verdict::Within(_));
    newest_first().filter(supports).all(is_old) && newest_first().any(|it| it.verdict.decides())
}

#[cfg(test)]
mod tests;

//! The state of a place as shown at a date; how it comes about is told in [`rule`].

use std::cmp::Ordering;

use super::{
    ActorId, Atlas, Date, Grade, Place, RegionId, Says, SiteId, Switchboard,
    rule::{self, Listed},
    verdict::{Verdict, Weighed},
};

/// The control over a region, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// No source says.
    Silent,
    /// Held as a whole, by one actor.
    Held(ActorId),
    /// Held by an occupying power.
    Occupied(ActorId),
    /// These hold parts of it; which ones is not said.
    InParts(Vec<ActorId>),
    /// These fight over it.
    Contested(Vec<ActorId>),
    /// Sources name these different holders, or differ over whether this one still holds it.
    Disputed(Vec<ActorId>),
}

impl Control {
    /// Returns `true` if claims that nobody settles stand against each other.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self, Self::Contested(_) | Self::Disputed(_))
    }

    /// Every actor that the state names.
    pub fn actors(&self) -> &[ActorId] {
        match self {
            Self::Silent => &[],
            Self::Held(actor) | Self::Occupied(actor) => std::slice::from_ref(actor),
            Self::InParts(actors) | Self::Contested(actors) | Self::Disputed(actors) => actors,
        }
    }
}

/// The things said of a site: of each actor one, unless sources differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The things that nothing contradicts; whoever runs it first, whoever has left last.
    pub agreed: Vec<(Says, ActorId)>,
    /// The things that can't all be so.
    pub disputed: Vec<(Says, ActorId)>,
}

impl Status {
    /// Returns `true` if nothing is said.
    pub const fn is_silent(&self) -> bool {
        self.agreed.is_empty() && self.disputed.is_empty()
    }

    /// Everything that is said, what is agreed first.
    pub fn said(&self) -> impl Iterator<Item = (Says, ActorId)> + '_ {
        self.agreed.iter().chain(&self.disputed).copied()
    }

    /// Every actor that is named, each once, those who have left as well.
    pub fn actors(&self) -> Vec<ActorId> {
        let mut actors = Vec::new();
        for (_, actor) in self.said() {
            if !actors.contains(&actor) {
                actors.push(actor);
            }
        }
        actors
    }

    /// Returns `true` if nothing contradicts that an actor runs it or has forces there.
    pub fn has(&self, actor: ActorId) -> bool {
        let there = |&(says, it): &(Says, ActorId)| it == actor && says.is_there();
        self.agreed.iter().any(there)
    }

    /// Returns `true` if what is said of an actor is disputed, or says the same as what is.
    pub fn disputes(&self, says: Says, actor: Option<ActorId>) -> bool {
        let same =
            |&(it, who): &(Says, ActorId)| Some(who) == actor && it.rule().site == says.rule().site;
        self.disputed.iter().any(same)
    }

    /// Returns `true` if sources differ over what an actor does there.
    pub fn is_disputed(&self, actor: ActorId) -> bool {
        self.disputed.iter().any(|(_, it)| *it == actor)
    }
}

/// The grounds that the state of a place rests on.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The weakest grade among the things that are said.
    pub grade: Grade,
    /// Each actor that a deciding claim names, with the weakest grade of what is said of it.
    pub grades: Vec<(ActorId, Grade)>,
    /// The reason why claims that would decide do not; `None` where all of them do.
    pub set_aside: Option<SetAside>,
    /// `true` if nobody has confirmed it for longer than the file allows.
    pub stale: bool,
    /// The claims about it that are not from after the date and that no later one has put an end to, oldest first; see
    /// [`Snapshot::history`] for all.
    pub weighed: Vec<Weighed>,
}

/// The reason why claims that would decide the state of a place do not; of several, the first here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// The place has no land at the date, so that nobody has it whatever is said.
    NoLand,
    /// Its land at the date can't be read, so that nobody can be shown to have it.
    Unread,
    /// A claim is not found in its source.
    NotFound,
    /// A claim is switched off.
    SwitchedOff,
    /// A claim awaits review.
    Draft,
}

impl Basis {
    /// The grounds for saying nothing.
    pub const fn silent() -> Self {
        Self {
            grade: Grade::Silent,
            grades: Vec::new(),
            set_aside: None,
            stale: false,
            weighed: Vec::new(),
        }
    }

    /// Returns how well what is said of an actor is known.
    pub fn grade_of(&self, actor: ActorId) -> Grade {
        let own = self.grades.iter().find(|(it, _)| *it == actor);
        own.map_or(self.grade, |(_, grade)| *grade)
    }
}

/// A region at a date.
#[derive(Clone, Debug)]
pub struct RegionState {
    /// The control over it: nobody's, or that of one actor or several.
    pub control: Control,
    /// The grounds on which that is known.
    pub basis: Basis,
}

/// A site at a date.
#[derive(Clone, Debug)]
pub struct SiteState {
    /// The actors that are there, and as what.
    pub status: Status,
    /// The grounds on which that is known.
    pub basis: Basis,
}

/// Every region and site at a date, by the claims that are not switched off.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Claims count that have surely come by the end of it.
    pub date: Date,
    /// The claims that are left out.
    pub switchboard: Switchboard,
    /// `true` if it is of the former of two versions of a map, in the numbers of the newer one.
    pub is_former: bool,
    /// A state for each region, in the order of the file.
    pub regions: Vec<RegionState>,
    /// A state for each site, in the order of the file.
    pub sites: Vec<SiteState>,
}

impl Snapshot {
    /// The state by all claims.
    pub fn at(atlas: &Atlas, date: Date) -> Self {
        Self::with(atlas, date, &Switchboard::default())
    }

    /// The state by the claims that a switchboard lets count.
    pub fn with(atlas: &Atlas, date: Date, switchboard: &Switchboard) -> Self {
        let (regions, sites) = (atlas.region_ids(), atlas.site_ids());
        Self {
            date,
            switchboard: switchboard.clone(),
            is_former: false,
            regions: regions
                .map(|id| rule::region_at(atlas, id, date, switchboard, Listed::Present))
                .collect(),
            sites: sites
                .map(|id| rule::site_at(atlas, id, date, switchboard, Listed::Present))
                .collect(),
        }
    }

    /// Goes on, or back, to another date of the same atlas: only what is said meanwhile is weighed anew.
    pub fn move_to(&mut self, atlas: &Atlas, date: Date) {
        let about = atlas
            .turning(self.date, date)
            .flat_map(|claim| &claim.about);
        let mut places: Vec<Place> = about.filter_map(|subject| subject.place()).collect();
        places.sort_unstable();
        places.dedup();
        self.date = date;
        for basis in self.bases() {
            basis.stale = rule::is_stale(atlas, &basis.weighed, date);
        }
        let switchboard = &self.switchboard;
        for place in places {
            match place {
                Place::Region(id) => {
                    self.regions[id.0] =
                        rule::region_at(atlas, id, date, switchboard, Listed::Present);
                }
                Place::Site(id) => {
                    self.sites[id.0] = rule::site_at(atlas, id, date, switchboard, Listed::Present);
                }
            }
        }
    }

    /// The same where some regions have no land at the date, for a reason: what is said of who holds them is said of
    /// nothing that could be shown.
    #[must_use]
    pub fn without_land(mut self, regions: impl IntoIterator<Item = (RegionId, SetAside)>) -> Self {
        for (id, why) in regions {
            let RegionState { control, basis } = &mut self.regions[id.0];
            if *control != Control::Silent {
                *control = Control::Silent;
                basis.grade = Grade::Silent;
                basis.grades.clear();
                basis.set_aside = Some(why);
                basis.stale = false;
                decide_nothing(&mut basis.weighed);
            }
        }
        self
    }

    fn bases(&mut self) -> impl Iterator<Item = &mut Basis> {
        let regions = self.regions.iter_mut().map(|state| &mut state.basis);
        regions.chain(self.sites.iter_mut().map(|state| &mut state.basis))
    }

    /// Returns the grounds that the state of a place rests on.
    pub fn basis(&self, place: Place) -> &Basis {
        match place {
            Place::Region(id) => &self[id].basis,
            Place::Site(id) => &self[id].basis,
        }
    }

    /// The claims about a place that are not from after the date and that no later one has put an end to, oldest first.
    pub fn weighed(&self, place: Place) -> &[Weighed] {
        &self.basis(place).weighed
    }

    /// Every claim about a place, oldest first; none where it is of a former version, whose claims are of another atlas.
    pub fn history(&self, atlas: &Atlas, place: Place) -> Vec<Weighed> {
        if self.is_former {
            return Vec::new();
        }
        let (date, switchboard) = (self.date, &self.switchboard);
        let mut weighed = match place {
            Place::Region(id) => {
                let state = rule::region_at(atlas, id, date, switchboard, Listed::All);
                state.basis.weighed
            }
            Place::Site(id) => {
                let state = rule::site_at(atlas, id, date, switchboard, Listed::All);
                state.basis.weighed
            }
        };
        let set_aside = self.basis(place).set_aside;
        if matches!(set_aside, Some(SetAside::NoLand | SetAside::Unread)) {
            // A layer that draws nothing of a region, or can't be read, says nothing of it.
            let is_layer = |item: &Weighed| atlas.is_of_layer(&atlas[item.claim]);
            weighed.retain(|item| !(item.verdict.decides() && is_layer(item)));
            decide_nothing(&mut weighed);
        }
        weighed
    }

    /// Returns how well the state of a place is known.
    pub fn grade(&self, place: Place) -> Grade {
        self.basis(place).grade
    }

    /// Returns `true` if nobody has confirmed the state of a place for longer than the file allows.
    pub fn is_stale(&self, place: Place) -> bool {
        self.basis(place).stale
    }

    /// Every actor that the state of a place names.
    pub fn actors(&self, place: Place) -> Vec<ActorId> {
        match place {
            Place::Region(id) => self[id].control.actors().to_vec(),
            Place::Site(id) => self[id].status.actors(),
        }
    }

    /// The two, the former version of a map or else the earlier date first, where they are different.
    pub fn in_order<'a>(&'a self, other: &'a Self) -> Option<(&'a Self, &'a Self)> {
        let versions = other.is_former.cmp(&self.is_former);
        match versions.then(self.date.cmp(&other.date)) {
            Ordering::Less => Some((self, other)),
            Ordering::Equal => None,
            Ordering::Greater => Some((other, self)),
        }
    }

    /// Returns `true` if two snapshots have a place in the same state.
    pub fn agrees(&self, other: &Self, place: Place) -> bool {
        match place {
            Place::Region(id) => self[id].control == other[id].control,
            Place::Site(id) => self[id].status == other[id].status,
        }
    }
}

/// Lets claims bear on a place alone that would decide, or agree with those that do.
fn decide_nothing(weighed: &mut [Weighed]) {
    for item in weighed {
        if item.verdict.decides() || matches!(item.verdict, Verdict::Within(_)) {
            item.verdict = Verdict::Bears;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample;
    use proptest::prelude::*;

    const K: ActorId = ActorId(0);
    const G: ActorId = ActorId(1);

    #[test]
    fn only_a_contest_or_a_dispute_is_unsettled() {
        let settled = [
            Control::Silent,
            Control::Held(K),
            Control::Occupied(K),
            Control::InParts(vec![K, G]),
        ];
        assert!(!settled.iter().any(Control::is_unsettled));
        let unsettled = [Control::Contested(vec![K]), Control::Disputed(vec![K, G])];
        assert!(unsettled.iter().all(Control::is_unsettled));
    }

    #[test]
    fn a_status_tells_what_is_agreed_from_what_is_disputed() {
        let status = |agreed: &[(Says, ActorId)], disputed: &[(Says, ActorId)]| Status {
            agreed: agreed.to_vec(),
            disputed: disputed.to_vec(),
        };
        let runs = (Says::Operates, K);
        assert!(status(&[], &[]).is_silent());
        assert!(!status(&[runs], &[]).is_silent() && !status(&[], &[runs]).is_silent());
        let mixed = status(
            &[(Says::Present, G)],
            &[(Says::TookOver, K), (Says::Left, K)],
        );
        assert_eq!(mixed.actors(), [G, K]);
        assert!(mixed.is_disputed(K) && !mixed.is_disputed(G));
        // Running a place and having taken it over say the same of it.
        assert!(mixed.disputes(Says::Operates, Some(K)));
        assert!(!mixed.disputes(Says::Present, Some(K)));
        assert!(!mixed.disputes(Says::Operates, Some(G)));
        assert!(!mixed.disputes(Says::Operates, None));
        assert!(mixed.has(G) && !mixed.has(K));
    }

    #[test]
    fn two_snapshots_stand_in_the_order_of_their_dates() {
        let atlas = sample::atlas();
        let [early, late] =
            ["2020", "2026"].map(|at| Snapshot::at(&atlas, at.parse().expect("a date")));
        let dates = |one: &Snapshot, other: &Snapshot| {
            let (first, second) = one.in_order(other)?;
            Some((first.date, second.date))
        };
        assert_eq!(dates(&early, &late), Some((early.date, late.date)));
        assert_eq!(dates(&late, &early), Some((early.date, late.date)));
        assert_eq!(dates(&late, &late), None);
    }

    fn some_date() -> impl Strategy<Value = Date> {
        (2019..2028_i16, 1..13_i8, 1..29_i8)
            .prop_map(|(year, month, day)| Date::new(year, Some(month), Some(day)).expect("a date"))
    }

    proptest! {
        #[test]
        fn going_to_a_date_and_starting_there_are_one(
            from in some_date(), to in some_date(), stale_after in prop::option::of(1..900_u32),
        ) {
            let mut atlas = sample::atlas();
            atlas.stale_after = stale_after;
            let mut moved = Snapshot::at(&atlas, from);
            moved.move_to(&atlas, to);
            prop_assert_eq!(format!("{moved:?}"), format!("{:?}", Snapshot::at(&atlas, to)));
        }

        #[test]
        fn what_is_over_changes_nothing_of_a_state(at in some_date(), stale_after in prop::option::of(1..900_u32)) {
            let mut atlas = sample::atlas();
            atlas.stale_after = stale_after;
            let present = Snapshot::at(&atlas, at);
            let mut all = present.clone();
            let (regions, sites, off) = (atlas.region_ids(), atlas.site_ids(), Switchboard::default());
            all.regions = regions.map(|id| rule::region_at(&atlas, id, at, &off, Listed::All)).collect();
            all.sites = sites.map(|id| rule::site_at(&atlas, id, at, &off, Listed::All)).collect();
            for basis in all.bases() {
                basis.weighed.retain(|item| !matches!(item.verdict, Verdict::Later | Verdict::Superseded(_)));
            }
            prop_assert_eq!(format!("{present:?}"), format!("{all:?}"));
        }
    }
}

//! The holders at first sight: an entry for each actor, and one for silence.

use std::cmp::Reverse;

use crate::atlas::{ActorId, Atlas, Claim, Place};

use super::{Captions, Line, Role, Share, shortened, words};

/// The most columns that the words a claim stands on take up here; the place itself shows them whole.
const LONGEST: usize = 160;

/// An actor and what it is said to have.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    pub actor: ActorId,
    pub name: String,
    /// The share of the area, or the number of sites.
    pub share: String,
    /// The place that says most of it, how well that is known, and the words it stands on.
    pub example: Option<Example>,
}

/// A place with the words that name its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub place: String,
    pub grade: &'static str,
    pub words: String,
    /// `true` if the words are the source's own.
    pub quoted: bool,
}

impl Captions<'_> {
    /// Every actor that has something at the date, who has most first.
    pub(super) fn holders(&self) -> Vec<Holder> {
        let legend = self.legend();
        let mut shares: Vec<&Share> = legend.shares.iter().collect();
        let area = |share: &Share| share.whole.share() + share.occupied.share();
        shares.sort_by(|a, b| {
            let area = area(b).total_cmp(&area(a));
            let parts = b.parts.share().total_cmp(&a.parts.share());
            area.then(parts).then(b.sites.cmp(&a.sites))
        });
        let holder = |share: &Share| Holder {
            actor: share.actor,
            name: self.atlas[share.actor].name.clone(),
            share: share.words(),
            example: self.example(share.actor),
        };
        shares.into_iter().map(holder).collect()
    }

    /// The best founded claim by which an actor has something, about the largest region that nobody else is said to have
    /// and that is still confirmed, the newest of those; about what is unsettled, or a site, where there is nothing better.
    fn example(&self, actor: ActorId) -> Option<Example> {
        let places = self.atlas.places();
        let has = |place: &Place| match *place {
            Place::Region(id) => self.snapshot[id].control.actors().contains(&actor),
            Place::Site(id) => self.snapshot[id].status.has(actor),
        };
        let size = |place: Place| match place {
            Place::Region(id) => self.share(id),
            Place::Site(_) => 0.0,
        };
        let claims = places.filter(has).flat_map(|place| {
            let deciding = self.snapshot.weighed(place).iter();
            let deciding = deciding.filter(|item| item.verdict.decides());
            deciding.map(move |item| (place, &self.atlas[item.claim]))
        });
        let unsettled = |place: Place| match place {
            Place::Region(id) => self.snapshot[id].control.is_unsettled(),
            Place::Site(id) => self.snapshot[id].status.is_disputed(actor),
        };
        let order = |&(place, claim): &(Place, &Claim)| {
            let stale = self.snapshot.basis(place).stale;
            (size(place) <= 0.0, unsettled(place), claim.grade(), stale)
        };
        let newest = |claim: &Claim| Reverse(self.atlas.dated(claim).by());
        let (place, claim) = claims
            .filter(|(_, claim)| claim.actor == Some(actor))
            .min_by(|a, b| {
                let larger = size(b.0).total_cmp(&size(a.0));
                let newer = || newest(a.1).cmp(&newest(b.1));
                order(a).cmp(&order(b)).then(larger).then_with(newer)
            })?;
        let quoted = claim.quote.as_ref().map(|quote| quote.exact.clone());
        Some(Example {
            place: self.atlas.name(place).to_owned(),
            grade: claim.grade()?.plain(),
            quoted: quoted.is_some(),
            words: quoted
                .or_else(|| claim.summary.clone())
                .or_else(|| claim.because.clone())?,
        })
    }
}

/// Cuts a text to as many whole words as there is room for.
fn whole_words(text: &str) -> String {
    let cut = shortened(text, LONGEST);
    match cut.strip_suffix('…').and_then(|cut| cut.rfind(' ')) {
        Some(end) => format!("{} …", &cut[..end]),
        None => cut,
    }
}

impl Holder {
    pub(super) fn lines(&self, atlas: &Atlas) -> Vec<Line> {
        let mark = format!("■\u{a0}{}", atlas[self.actor].letter);
        let head = Line::new(Role::Mark(self.actor), &mark);
        let head = if words::draws_numbers(&self.name) {
            head.and(Role::Plain, &format!(" {} ·", self.share))
                .and(Role::State, &format!(" {}", self.name))
        } else {
            head.and(Role::State, &format!(" {}", self.name))
                .and(Role::Plain, &format!(" · {}", self.share))
        };
        let Some(example) = &self.example else {
            return vec![head.set_in(0, 4)];
        };
        let words = whole_words(&words::clean(&example.words));
        let said = Line::new(
            Role::Quiet,
            &format!("{}, {}: ", example.place, example.grade),
        );
        let said = if example.quoted {
            said.and(Role::Quote, &format!("“{words}”"))
        } else {
            said.and(Role::Summary, &words)
        };
        vec![head.set_in(0, 4), said.set_in(4, 0)]
    }
}

//! Who holds what, at first sight: an entry for each actor, and one for silence.

use crate::atlas::{ActorId, Atlas, Claim, Place, RegionId, SiteId};

use super::{Captions, Line, Role, Share, shortened, words};

/// The most columns that the words a claim stands on take up here; the place itself shows them whole.
const LONGEST: usize = 96;

/// What one actor is said to have.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    pub actor: ActorId,
    pub name: String,
    /// How much of the area, or how many sites.
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
    /// Whether the words are the source's own.
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

    /// The largest region that an actor is said to have, or else the first site.
    fn example(&self, actor: ActorId) -> Option<Example> {
        let regions = (0..self.atlas.regions.len()).map(RegionId);
        let held = regions.filter(|&id| self.snapshot[id].control.actors().contains(&actor));
        let largest = held.max_by(|&a, &b| self.share(a).total_cmp(&self.share(b)));
        let mut sites = (0..self.atlas.sites.len()).map(SiteId);
        let place = match largest {
            Some(region) => Place::Region(region),
            None => Place::Site(sites.find(|&id| self.snapshot[id].status.has(actor))?),
        };
        let deciding = self.snapshot.weighed(place).iter();
        let claims = deciding
            .filter(|item| item.verdict.decides())
            .map(|item| &self.atlas[item.claim])
            .filter(|claim| claim.actor == Some(actor));
        let newest = |claim: &&Claim| std::cmp::Reverse(self.atlas.dated(claim).by());
        let claim = claims.min_by_key(|claim| (claim.grade(), newest(claim)))?;
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

/// As many whole words as there is room for.
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
        let head = Line::new(Role::Mark(self.actor), &mark)
            .and(Role::State, &format!(" {}", self.name))
            .and(Role::Plain, &format!(" · {}", self.share));
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

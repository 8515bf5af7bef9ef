//! Captions for a region, a site or an actor.

use std::cmp::Reverse;

use ::geo::{Contains, Point};

use crate::atlas::{
    Accuracy, ActorId, Claim, Evidence, Grade, Place, RegionId, Says, SiteId, SiteKind, Subject,
    differ::{Difference, Matter},
    rule,
    says::Role,
    state::Status,
    verdict::{Verdict, Weighed},
};

use super::{Caption, Captions, Entry, Part, Stated, words};

impl Captions<'_> {
    /// Tells what is known of a place.
    pub fn place(&self, place: Place) -> Caption {
        match place {
            Place::Region(id) => self.region(id),
            Place::Site(id) => self.site(id),
        }
    }

    /// Tells what an actor is said to have, and what else is said of it.
    pub fn actor(&self, id: ActorId) -> Caption {
        let actor = &self.atlas[id];
        let places = self.atlas.places().map(|place| (place, self.stated(place)));
        let named: Vec<Part> = places
            .filter(|(_, stated)| stated.actors.iter().any(|&it| self.atlas.is_of(it, id)))
            .map(|(place, stated)| Part::Member {
                name: self.atlas.name(place).to_owned(),
                stated,
            })
            .collect();
        let weighed = self.bearing(Subject::Actor(id));
        let mut parts: Vec<Part> = actor.note.iter().cloned().map(Part::Note).collect();
        parts.extend(actor.from.map(|date| Part::Fact {
            label: "from",
            value: date.to_string(),
        }));
        parts.extend(actor.until.map(|date| Part::Fact {
            label: "until",
            value: date.to_string(),
        }));
        parts.extend(actor.part_of.map(|group| Part::Fact {
            label: "part of",
            value: self.atlas[group].name.clone(),
        }));
        let members = self.atlas.members(id);
        let members: Vec<&str> = members.map(|id| self.atlas[id].name.as_str()).collect();
        parts.extend((!members.is_empty()).then(|| Part::Fact {
            label: "parts",
            value: members.join(", "),
        }));
        parts.extend(section("What it is said to have", named));
        parts.extend(self.events_with(id));
        let differences = self.differences(None, &weighed);
        parts.extend(self.compared(None, &differences, &weighed));
        let said = claims(self.listed(&weighed, &differences, bears));
        parts.extend(section("Said of it", said));
        parts.extend(self.drafts(&weighed));
        parts.extend(also(&actor.also));
        parts.extend(self.unproved(&weighed));
        parts.extend(self.hidden(&weighed));
        Caption {
            title: actor.name.clone(),
            parts,
        }
    }

    /// Tells who has a place, in a sentence without its full stop.
    pub fn stated(&self, place: Place) -> Stated {
        words::stated(self.atlas, self.snapshot, place)
    }

    /// Tells how well the state of a place is known, and by how many sources.
    pub fn grade(&self, place: Place) -> String {
        let (grade, weighed) = (self.snapshot.grade(place), self.snapshot.weighed(place));
        let mut words: Vec<String> = Vec::new();
        if grade != Grade::Silent {
            words.extend(self.founded(grade, weighed));
            words.extend(self.age(place));
        }
        if let Place::Region(id) = place {
            words.push(self.atlas[id].accuracy.plain().to_owned());
        }
        words.join(" · ")
    }

    /// Tells how long before the date its state was last said, and whether that is longer than the file allows; `None`
    /// where nothing decides.
    pub fn age(&self, place: Place) -> Option<String> {
        let evidence = Evidence::of(self.atlas, self.snapshot.weighed(place));
        let age = words::age(&evidence, self.snapshot.date)?;
        let stale = self.snapshot.is_stale(place);
        Some(if stale {
            format!("{age}, {}", words::STALE)
        } else {
            age
        })
    }

    /// The claims about the whole map or an actor, with what each comes to.
    pub(super) fn bearing(&self, subject: Subject) -> Vec<Weighed> {
        let snapshot = self.snapshot;
        rule::bearing(self.atlas, subject, snapshot.date, &snapshot.switchboard)
    }

    /// Tells how well a state is known, and by how many sources: `quoted · 1 source`; where some of what is said is
    /// known better than the state as a whole, or by claims that are less well founded too, `reported, in part quoted`.
    fn founded(&self, grade: Grade, weighed: &[Weighed]) -> Vec<String> {
        let deciding = weighed.iter().filter(|item| item.verdict.decides());
        let deciding: Vec<&Claim> = deciding.map(|item| &self.atlas[item.claim]).collect();
        let others = Grade::ALL
            .iter()
            .filter(|&&other| other != grade)
            .filter(|&&other| deciding.iter().any(|claim| claim.grade() == Some(other)))
            .map(|other| {
                let how = if *other < grade { "in part" } else { "also" };
                format!("{how} {}", other.plain())
            });
        let grades: Vec<String> = std::iter::once(grade.plain().to_owned())
            .chain(others)
            .collect();
        let mut sources: Vec<_> = deciding.iter().filter_map(|claim| claim.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let sources = (!sources.is_empty()).then(|| words::count(sources.len(), "source"));
        std::iter::once(grades.join(", ")).chain(sources).collect()
    }

    fn region(&self, id: RegionId) -> Caption {
        let region = &self.atlas[id];
        let place = Place::Region(id);
        let weighed = self.snapshot.history(self.atlas, place);
        let about = if region.accuracy == Accuracy::Surveyed {
            ""
        } else {
            "about "
        };
        let km2 = self.map.area_km2(id);
        let sites = self.sites_in(id).map(|site| Part::Member {
            name: self.atlas[site].name.clone(),
            stated: self.stated(Place::Site(site)),
        });
        let differences = self.differences(Some(place), &weighed);
        let mut parts = self.head(place, &weighed, &differences);
        parts.push(Part::Fact {
            label: "area",
            value: if km2 > 0.0 {
                let (area, share) = (words::square_km(km2), words::percent(self.share(id)));
                format!("{about}{area}, {share} of the country")
            } else {
                "none is drawn at this date".to_owned()
            },
        });
        parts.extend(also(&region.also));
        parts.extend(region.note.iter().cloned().map(Part::Note));
        let unit = self.map.base.unit(&region.id);
        if let Some(unit) = unit.filter(|_| region.is_unit) {
            parts.extend(section("Regions here", self.regions_in(unit, km2)));
        }
        parts.extend(section("Sites here", sites.collect()));
        parts.extend(self.events_in(&self.map.areas[id.index()]));
        parts.extend(section(
            "Also said of it",
            claims(self.listed(&weighed, &differences, |it| bears(it) || agrees(it))),
        ));
        parts.extend(section(
            "Said before",
            self.in_runs(&before(&weighed, &differences)),
        ));
        parts.extend(self.hidden(&weighed));
        Caption {
            title: region.name.clone(),
            parts,
        }
    }

    fn site(&self, id: SiteId) -> Caption {
        let (site, state) = (&self.atlas[id], &self.snapshot[id]);
        let place = Place::Site(id);
        let weighed = self.snapshot.history(self.atlas, place);
        let differences = self.differences(Some(place), &weighed);
        let mut parts = self.head(place, &weighed, &differences);
        let mut fact = |label, value| parts.push(Part::Fact { label, value });
        fact("kind", site.kind.plain().to_owned());
        if site.kind != SiteKind::Town {
            fact("operator", self.operator(&state.status));
        }
        fact("position", words::position(site.at));
        if let Some(unit) = self.map.unit_at(site.at) {
            fact("in", unit.name_and_kind());
        }
        parts.extend(also(&site.also));
        parts.extend(site.note.iter().cloned().map(Part::Note));
        parts.extend(section(
            "How it got there",
            claims(self.listed(&weighed, &differences, superseded)),
        ));
        parts.extend(section(
            "Also said of it",
            claims(self.listed(&weighed, &differences, |it| bears(it) || agrees(it))),
        ));
        parts.extend(self.hidden(&weighed));
        Caption {
            title: site.name.clone(),
            parts,
        }
    }

    /// The state, its grade, the claims that decide it, what sources differ over, and what would decide if it were
    /// found.
    fn head(&self, place: Place, weighed: &[Weighed], differences: &[Difference]) -> Vec<Part> {
        let mut parts = vec![Part::State(self.stated(place))];
        let grade = self.grade(place);
        parts.extend((!grade.is_empty()).then_some(Part::Grade(grade)));
        parts.extend(self.switched_off().map(Part::Alarm));
        let mut deciding = self.deciding(place);
        // Those that stand against each other are set side by side instead.
        let opposed = |entry: &Entry| {
            let mut over = differences.iter().filter(|it| it.matter == Matter::Holder);
            over.any(|it| it.claims.contains(&entry.claim))
        };
        deciding.retain(|entry| !opposed(entry));
        parts.extend(claims(deciding));
        parts.extend(self.compared(Some(place), differences, weighed));
        parts.extend(self.drafts(weighed));
        parts.extend(self.unproved(weighed));
        parts.extend(self.set_aside(weighed));
        parts
    }

    /// The claims that decide the state of a place, the best founded first, of those the newest.
    pub fn deciding(&self, place: Place) -> Vec<Entry> {
        let mut entries = self.entries(self.snapshot.weighed(place), Verdict::decides);
        entries.sort_by_key(|entry| (entry.grade, Reverse(entry.dated.by())));
        under_state(entries)
    }

    pub(super) fn compared(
        &self,
        place: Option<Place>,
        differences: &[Difference],
        weighed: &[Weighed],
    ) -> Vec<Part> {
        let differences = differences.iter();
        differences
            .map(|difference| Part::Sides(self.sides(place, difference, weighed)))
            .collect()
    }

    /// The claims with that verdict that do not stand side by side already.
    pub(super) fn listed(
        &self,
        weighed: &[Weighed],
        differences: &[Difference],
        wanted: impl Fn(Verdict) -> bool,
    ) -> Vec<Entry> {
        let compared = |entry: &Entry| {
            differences
                .iter()
                .any(|it| it.claims.contains(&entry.claim))
        };
        let mut entries = self.entries(weighed, wanted);
        entries.retain(|entry| !compared(entry));
        entries
    }

    pub(super) fn drafts(&self, weighed: &[Weighed]) -> Vec<Part> {
        section(
            "In draft, so it decides nothing until somebody has reviewed it",
            claims(self.entries(weighed, |it| it == Verdict::Draft)),
        )
    }

    pub(super) fn unproved(&self, weighed: &[Weighed]) -> Vec<Part> {
        section(
            "Not found in the held text, so it counts for nothing",
            claims(self.entries(weighed, |it| it == Verdict::Unproved)),
        )
    }

    fn set_aside(&self, weighed: &[Weighed]) -> Vec<Part> {
        section(
            "Switched off",
            claims(self.entries(weighed, |it| it == Verdict::SwitchedOff)),
        )
    }

    /// Tells how much the date hides.
    fn hidden(&self, weighed: &[Weighed]) -> Option<Part> {
        let later = weighed
            .iter()
            .filter(|item| item.verdict == Verdict::Later)
            .count();
        words::hidden(later, self.snapshot.date).map(Part::Note)
    }

    fn entries(&self, weighed: &[Weighed], wanted: impl Fn(Verdict) -> bool) -> Vec<Entry> {
        let items = weighed.iter().filter(|item| wanted(item.verdict));
        items.map(|&item| Entry::new(self.atlas, item)).collect()
    }

    fn operator(&self, status: &Status) -> String {
        let runs = |says: Says| says.rule().site == Some(Role::Operator);
        let named = |said: &[(Says, ActorId)]| {
            let operator = said.iter().find(|(says, _)| runs(*says));
            operator.map(|(_, actor)| self.atlas[*actor].name.clone())
        };
        let disputed = named(&status.disputed).map(|_| "disputed".to_owned());
        let operator = disputed.or_else(|| named(&status.agreed));
        operator.unwrap_or_else(|| "not said".to_owned())
    }

    pub(super) fn sites_in(&self, region: RegionId) -> impl Iterator<Item = SiteId> + '_ {
        let area = &self.map.areas[region.index()];
        let sites = self.atlas.sites.iter().enumerate();
        sites
            .filter(|(_, site)| area.contains(&Point::new(site.at.lon, site.at.lat)))
            .map(|(n, _)| SiteId::at(n))
    }
}

pub(super) fn section(heading: &'static str, parts: Vec<Part>) -> Vec<Part> {
    if parts.is_empty() {
        parts
    } else {
        std::iter::once(Part::Heading(heading))
            .chain(parts)
            .collect()
    }
}

/// The deciding claims; where they say one thing, the state above them has said it.
fn under_state(mut deciding: Vec<Entry>) -> Vec<Entry> {
    let unanimous = deciding.windows(2).all(|pair| pair[0].says == pair[1].says);
    for entry in &mut deciding {
        entry.repeats_state = unanimous;
    }
    deciding
}

pub(super) fn claims(entries: Vec<Entry>) -> Vec<Part> {
    entries.into_iter().map(Part::Entry).collect()
}

pub(super) fn bears(verdict: Verdict) -> bool {
    verdict == Verdict::Bears
}

/// The claims that later ones have put an end to, and that do not stand side by side already.
fn before(weighed: &[Weighed], differences: &[Difference]) -> Vec<Weighed> {
    let is_compared = |item: &Weighed| differences.iter().any(|it| it.claims.contains(&item.claim));
    let before = weighed.iter().filter(|item| superseded(item.verdict));
    before.filter(|item| !is_compared(item)).copied().collect()
}

fn superseded(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Superseded(_))
}

fn agrees(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Within(_))
}

fn also(names: &[String]) -> Option<Part> {
    (!names.is_empty()).then(|| Part::Fact {
        label: "also",
        value: names.join(", "),
    })
}

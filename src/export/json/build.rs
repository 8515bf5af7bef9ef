//! The parts of the JSON from those of an atlas.

use super::{
    dates,
    in_order::InOrder,
    wire::{
        Actor, Claim, Document, Event, FORMAT, Piece, Question, Quotation, Region, Said, Site,
        Source, State,
    },
};
use crate::{
    atlas::{
        self, Accuracy, ActorId, Atlas, ClaimId, Credibility, Date, Dated, Grade, Place, RegionId,
        Reliability, Says, SourceId, quote::Passage,
    },
    caption::{Captions, Founding, Role, quoted, words},
    export::{
        Exported,
        citation::{Format, cite},
        claim_ids::{ClaimIds, about},
        place_state::{PlaceState, said},
        tenths,
    },
};

impl<'a> Document<'a> {
    /// Makes what is written of a map.
    pub fn new(exported: &'a Exported<'a>, ids: &'a ClaimIds) -> Self {
        let atlas = exported.atlas;
        let at = exported.snapshot.date;
        let stops = exported.stops();
        let states = dates(exported).into_iter().map(|date| {
            let then = exported.at_date(date);
            let captions = then.captions();
            let place = |place| (atlas.id(place), State::new(atlas, &captions, ids, place));
            (date.iso(), InOrder(atlas.places().map(place).collect()))
        });
        let claims = exported.claims();
        Self {
            format: FORMAT,
            title: &atlas.title,
            as_of: atlas.as_of.iso(),
            at: at.iso(),
            without: exported.without().collect(),
            stale_after: atlas.stale_after,
            actors: atlas
                .actors
                .iter()
                .map(|it| Actor::new(atlas, it))
                .collect(),
            sources: (0..atlas.sources.len())
                .map(|n| Source::new(atlas, SourceId::at(n)))
                .collect(),
            questions: atlas.questions.iter().map(Question::new).collect(),
            regions: (0..atlas.regions.len())
                .map(|n| Region::new(exported, RegionId::at(n)))
                .collect(),
            sites: atlas.sites.iter().map(Site::new).collect(),
            claims: claims
                .map(|(id, _)| Claim::new(atlas, id, &ids[id], at))
                .collect(),
            events: exported.events().map(|it| Event::new(atlas, it)).collect(),
            event_days: atlas.event_days,
            states: InOrder(states.collect()),
            stops: stops.iter().map(|date| date.iso()).collect(),
        }
    }
}

impl<'a> Actor<'a> {
    fn new(atlas: &'a Atlas, actor: &'a atlas::Actor) -> Self {
        Self {
            id: &actor.id,
            name: &actor.name,
            short: &actor.short,
            also: &actor.also,
            letter: actor.letter,
            colour: actor.hue.key(),
            part_of: actor.part_of.map(|group| atlas[group].id.as_str()),
            note: actor.note.as_deref(),
            from: actor.from.map(Date::iso),
            until: actor.until.map(Date::iso),
        }
    }
}

impl<'a> Event<'a> {
    fn new(atlas: &'a Atlas, event: &'a atlas::Event) -> Self {
        Self {
            id: event.id(),
            date: event.date.iso(),
            lat: event.at.lat,
            lon: event.at.lon,
            place: event.place.as_deref(),
            words: &event.words,
            reported_by: event.reported_by.as_deref(),
            source: &atlas[event.source].id,
        }
    }
}

impl<'a> Source<'a> {
    fn new(atlas: &'a Atlas, id: SourceId) -> Self {
        let source = &atlas[id];
        Self {
            id: &source.id,
            name: source.name(),
            title: source.title.as_deref(),
            publisher: source.publisher.as_deref(),
            published: source.published.map(Date::iso),
            url: source.url.as_deref(),
            archive: source.archive.as_deref(),
            retrieved: source.retrieved.map(Date::iso),
            held: source.text.is_some(),
            sha256: source.sha256.as_deref(),
            language: &source.language,
            reliability: source.reliability.map(Reliability::key),
            rests_on: atlas.rests_on(id),
            note: source.note.as_deref(),
        }
    }
}

impl<'a> Question<'a> {
    fn new(question: &'a atlas::Question) -> Self {
        Self {
            id: &question.id,
            asks: &question.asks,
            note: question.note.as_deref(),
        }
    }
}

impl<'a> Region<'a> {
    fn new(exported: &'a Exported, id: RegionId) -> Self {
        let region = &exported.atlas[id];
        Self {
            id: &region.id,
            name: &region.name,
            also: &region.also,
            drawn: Accuracy::key(region.accuracy),
            area_km2: exported.area_km2(id),
            note: region.note.as_deref(),
        }
    }
}

impl<'a> Site<'a> {
    fn new(site: &'a atlas::Site) -> Self {
        Self {
            id: &site.id,
            name: &site.name,
            also: &site.also,
            kind: site.kind.key(),
            lat: site.at.lat,
            lon: site.at.lon,
            note: site.note.as_deref(),
        }
    }
}

impl<'a> Claim<'a> {
    fn new(atlas: &'a Atlas, nth: ClaimId, id: &'a str, at: Date) -> Self {
        let claim = &atlas[nth];
        let actor = claim.actor.map(|id| &atlas[id]);
        let dated = atlas.dated(claim);
        Self {
            id,
            line: claim.line,
            about: about(atlas, claim).collect(),
            says: claim.says.key(),
            words: words::said(claim.says, actor),
            actor: actor.map(|actor| actor.id.as_str()),
            source: claim.source.map(|id| atlas[id].id.as_str()),
            grade: claim.grade().map(Grade::key),
            quotation: Quotation::new(atlas, claim),
            summary: claim.summary.as_deref(),
            because: claim.because.as_deref(),
            founding: Founding::of(atlas, claim).words().to_owned(),
            when: claim.when.map(Date::iso),
            counts_from: dated.by().iso(),
            undated: matches!(dated, Dated::Undated(_)),
            credibility: claim.credibility.map(Credibility::key),
            answers: claim.answers.map(|id| atlas[id].id.as_str()),
            draft: claim.draft,
            citation: cite(atlas, nth, at, Format::Plain).trim_end().to_owned(),
        }
    }
}

impl<'a> Quotation<'a> {
    fn new(atlas: &'a Atlas, claim: &'a atlas::Claim) -> Option<Self> {
        let quote = claim.quote.as_ref()?;
        let spans = quoted(claim, claim.source.map(|id| &atlas[id]))?;
        let pieces = spans.into_iter().map(|span| Piece {
            quoted: span.role == Role::Quote,
            text: span.text,
        });
        Some(Self {
            exact: &quote.exact,
            found: quote.proof.proves(),
            place: quote.proof.passage().map(Passage::place),
            pieces: pieces.collect(),
        })
    }
}

impl<'a> State<'a> {
    fn new(atlas: &'a Atlas, captions: &Captions, ids: &'a ClaimIds, place: Place) -> Self {
        let state = PlaceState::new(captions, place);
        Self {
            standing: state.standing.key(),
            holders: state.holder_ids(atlas),
            said: said(captions.snapshot, place)
                .into_iter()
                .map(|said| Said::new(atlas, said))
                .collect(),
            grade: state.grade.key(),
            inferred: state.is_inferred,
            sources: state.sources,
            newest: state.newest.map(Date::iso),
            stale: state.is_stale,
            area_km2: match place {
                Place::Region(id) => Some(tenths(captions.map.area_km2(id))),
                Place::Site(_) => None,
            },
            claims: state.claims.iter().map(|&claim| &ids[claim]).collect(),
            words: state.words,
        }
    }
}

impl<'a> Said<'a> {
    /// Makes an entry of what is said of one actor, and whether that is disputed.
    pub fn new(atlas: &'a Atlas, (says, actor, disputed): (Says, ActorId, bool)) -> Self {
        Self {
            actor: &atlas[actor].id,
            says: says.key(),
            disputed,
        }
    }
}

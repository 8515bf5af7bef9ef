//! Carrying a session over to a file as it was saved anew.

use super::{
    reader::Reader,
    state::{BeforeSearch, Session},
    world::World,
};
use crate::atlas::{
    ActorId, Atlas, Claim, ClaimId, Date, Place, SourceId, Statement, Switch, Switchboard,
};

/// The way from the numbers of one world to those of another: finds again by its id, or by its words, what has another
/// number now.
#[derive(Debug)]
pub struct Renumbering<'a> {
    old: &'a Atlas,
    new: &'a Atlas,
    /// The dates that are shown of each.
    before: Date,
    after: Date,
}

impl Session {
    /// Turns what the session knows by number in one world into what it is in another; the way that was gone.
    pub fn carry_over<'a>(&mut self, old: &'a World, new: &'a World) -> Renumbering<'a> {
        // A date that was chosen stays; the file's own date follows the file.
        let date = if self.snapshot.date == old.atlas.as_of {
            new.atlas.as_of
        } else {
            self.snapshot.date
        };
        let renumbering = Renumbering {
            old: &old.atlas,
            new: &new.atlas,
            before: self.snapshot.date,
            after: date,
        };
        let selected = self.selected.and_then(|place| renumbering.place(place));
        if selected.is_none() && self.selected.is_some() {
            self.current = 0;
        }
        self.selected = selected;
        // What it was put on may be elsewhere now.
        self.pin = None;
        self.filter = renumbering.actors(&self.filter);
        self.reader = self.reader.and_then(|reader| renumbering.reader(reader));
        let before_search = self.before_search.as_ref();
        self.before_search = before_search.map(|before| renumbering.before_search(before));
        let off = self.snapshot.switchboard.off();
        let off: Switchboard = off.filter_map(|it| renumbering.switch(it)).collect();
        self.snapshot = new.state_at(date, &off);
        self.stage = new.stage_at(date);
        let compared = self.compared.as_ref();
        self.compared = compared.map(|it| new.again(it, &off));
        if new.map.extent() != old.map.extent() {
            self.camera = None;
        }
        renumbering
    }
}

impl Renumbering<'_> {
    pub(crate) fn place(&self, place: Place) -> Option<Place> {
        self.new.place(self.old.id(place))
    }

    pub(crate) fn actor(&self, id: ActorId) -> Option<ActorId> {
        let same = |other: &ActorId| self.new[*other].id == self.old[id].id;
        self.new.actor_ids().find(same)
    }

    /// The actors that there still are, ascending.
    pub fn actors(&self, ids: &[ActorId]) -> Vec<ActorId> {
        let mut actors: Vec<ActorId> = ids.iter().filter_map(|&id| self.actor(id)).collect();
        actors.sort_unstable();
        actors
    }

    pub(crate) fn source(&self, id: SourceId) -> Option<SourceId> {
        let same = |other: &SourceId| self.new[*other].id == self.old[id].id;
        self.new.source_ids().find(same)
    }

    fn switch(&self, switch: &Switch) -> Option<Switch> {
        match switch {
            Switch::Source(id) => self.source(*id).map(Switch::Source),
            other => self.new.switches().into_iter().find(|it| it == other),
        }
    }

    /// A claim by its source and its words, for it has no id.
    pub fn claim(&self, id: ClaimId) -> Option<ClaimId> {
        fn key<'a>(atlas: &'a Atlas, claim: &'a Claim) -> impl PartialEq + use<'a> {
            let source = claim.source.map(|id| &atlas[id].id);
            let quote = claim.quote.as_ref().map(|quote| &quote.exact);
            (source, claim.says, quote, &claim.summary, &claim.because)
        }
        let wanted = key(self.old, &self.old[id]);
        let mut claims = self.new.claims.iter();
        claims
            .position(|claim| key(self.new, claim) == wanted)
            .map(ClaimId::at)
    }

    /// A claim, or an event by its table, its line and its date.
    pub fn statement(&self, statement: Statement) -> Option<Statement> {
        match statement {
            Statement::Claim(id) => self.claim(id).map(Statement::Claim),
            Statement::Event(id) => self.new.event_id(&self.old[id]).map(Statement::Event),
        }
    }

    fn before_search(&self, before: &BeforeSearch) -> BeforeSearch {
        BeforeSearch {
            selected: before.selected.and_then(|place| self.place(place)),
            filter: self.actors(&before.filter),
            pin: None,
            ..before.clone()
        }
    }

    /// A reader at the same claim, or else as far into the source as it goes.
    pub fn reader(&self, reader: Reader) -> Option<Reader> {
        let source = self.source(reader.source)?;
        let before = self.old.stops(reader.source, self.before);
        let after = self.new.stops(source, self.after);
        let claims = before.get(reader.stop).map(|stop| stop.claims.as_slice());
        let mut claims = claims.unwrap_or_default().iter();
        let claim = claims.find_map(|&id| self.claim(id));
        let at = |claim| after.iter().position(|stop| stop.claims.contains(&claim));
        let stop = claim.and_then(at);
        let stop = stop.unwrap_or_else(|| reader.stop.min(after.len().saturating_sub(1)));
        Some(Reader { source, stop })
    }
}

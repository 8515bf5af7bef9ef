//! Puts what was read again in the place of what was there, and keeps what is on the screen as far as it is still there.

use super::{
    reading::{Choice, Cited, Reader},
    state::{Mode, State, World},
    trouble::Trouble,
};
use crate::{
    atlas::{
        ActorId, Atlas, Claim, ClaimId, Date, Place, SourceId, Switch, Switchboard, state::Snapshot,
    },
    file::Document,
};

/// Shows a file as it was read again; where it gives no map the last good one stays, and what is wrong is told.
pub fn reload(state: &mut State, world: &mut World, read: Result<Document, Trouble>) {
    match read {
        Ok(document) => {
            let mut new = World::new(document.atlas, document.map, world.keymap.clone());
            new.trouble = Trouble::of(document.unproved);
            new.blind.clone_from(&world.blind);
            carry_over(state, world, &new);
            *world = new;
        }
        Err(trouble) => world.trouble = Some(trouble),
    }
}

/// Turns what the state knows by number in the old world into what it is in the new one.
fn carry_over(state: &mut State, old: &World, new: &World) {
    // A date that was chosen stays; the file's own date follows the file.
    let date = if state.snapshot.date == old.atlas.as_of {
        new.atlas.as_of
    } else {
        state.snapshot.date
    };
    let same = Same {
        old: &old.atlas,
        new: &new.atlas,
        before: state.snapshot.date,
        after: date,
    };
    let selected = state.selected.and_then(|place| same.place(place));
    if selected.is_none() && state.selected.is_some() {
        (state.scroll, state.current) = (0, 0);
    }
    state.selected = selected;
    // What it was put on may be elsewhere now.
    state.pin = None;
    let actors = state.filter.iter().filter_map(|&id| same.actor(id));
    let mut filter: Vec<ActorId> = actors.collect();
    filter.sort_unstable();
    let modes = state.under.iter().chain([&state.mode]);
    let mut modes: Vec<Mode> = modes.filter_map(|mode| same.mode(mode)).collect();
    state.filter = filter;
    state.mode = modes.pop().unwrap_or(Mode::Browse);
    state.under = modes;
    let off = state.snapshot.switchboard.off();
    let off: Switchboard = off.filter_map(|switch| same.switch(switch)).collect();
    state.snapshot = Snapshot::with(&new.atlas, date, &off);
    let marked = state.marked.as_ref();
    state.marked = marked.map(|marked| Snapshot::with(&new.atlas, marked.date, &off));
    if new.map.extent() != old.map.extent() {
        state.camera = None;
    }
}

/// Finds again by its id, or by its words, what has another number now.
struct Same<'a> {
    old: &'a Atlas,
    new: &'a Atlas,
    /// The dates that are shown of each.
    before: Date,
    after: Date,
}

impl Same<'_> {
    fn place(&self, place: Place) -> Option<Place> {
        self.new.place(self.old.id(place))
    }

    fn actor(&self, id: ActorId) -> Option<ActorId> {
        let same = |other: &ActorId| self.new[*other].id == self.old[id].id;
        self.new.actor_ids().find(same)
    }

    fn source(&self, id: SourceId) -> Option<SourceId> {
        let same = |other: &SourceId| self.new[*other].id == self.old[id].id;
        (0..self.new.sources.len()).map(SourceId).find(same)
    }

    fn switch(&self, switch: &Switch) -> Option<Switch> {
        match switch {
            Switch::Source(id) => self.source(*id).map(Switch::Source),
            other => self.new.switches().into_iter().find(|it| it == other),
        }
    }

    /// A claim has no id: it is known by its source and its words.
    fn claim(&self, id: ClaimId) -> Option<ClaimId> {
        fn key<'a>(atlas: &'a Atlas, claim: &'a Claim) -> impl PartialEq + use<'a> {
            let source = claim.source.map(|id| &atlas[id].id);
            let quote = claim.quote.as_ref().map(|quote| &quote.exact);
            (source, claim.says, quote, &claim.summary, &claim.because)
        }
        let wanted = key(self.old, &self.old[id]);
        let mut claims = self.new.claims.iter();
        claims
            .position(|claim| key(self.new, claim) == wanted)
            .map(ClaimId)
    }

    fn mode(&self, mode: &Mode) -> Option<Mode> {
        Some(match *mode {
            Mode::Search {
                ref prompt,
                ref before,
            } => Mode::Search {
                prompt: prompt.clone(),
                before: Box::new(before.renumbered(|id| self.place(id), |id| self.actor(id))),
            },
            Mode::Filter { cursor } => Mode::Filter {
                cursor: self.actor(ActorId(cursor))?.0,
            },
            Mode::Reader(reader) => Mode::Reader(self.reader(reader)?),
            Mode::Choose(Choice::Format { claim, cursor }) => Mode::Choose(Choice::Format {
                claim: self.claim(claim)?,
                cursor,
            }),
            Mode::Choose(Choice::Source { cursor }) => Mode::Choose(Choice::Source {
                cursor: self.source(SourceId(cursor))?.0,
            }),
            // The passage may name other places now.
            Mode::Choose(Choice::Switch { .. }) => Mode::Choose(Choice::Switch { cursor: 0 }),
            Mode::Choose(Choice::Place { .. }) => Mode::Choose(Choice::Place { cursor: 0 }),
            Mode::ByHand { cited, scroll } => Mode::ByHand {
                cited: Cited {
                    claim: self.claim(cited.claim)?,
                    ..cited
                },
                scroll,
            },
            Mode::Browse
            | Mode::Inspect
            | Mode::List { .. }
            | Mode::Date { .. }
            | Mode::Help { .. }
            | Mode::Palette(_)
            | Mode::Problems { .. } => mode.clone(),
        })
    }

    /// At the same claim, or else as far into the source as it goes.
    fn reader(&self, reader: Reader) -> Option<Reader> {
        let source = self.source(reader.source)?;
        let before = self.old.stops(reader.source, self.before);
        let after = self.new.stops(source, self.after);
        let claims = before.get(reader.stop).map(|stop| stop.claims.as_slice());
        let mut claims = claims.unwrap_or_default().iter();
        let claim = claims.find_map(|&id| self.claim(id));
        let at = |claim| after.iter().position(|stop| stop.claims.contains(&claim));
        let stop = claim.and_then(at);
        let stop = stop.unwrap_or_else(|| reader.stop.min(after.len().saturating_sub(1)));
        Some(Reader {
            source,
            stop,
            ..reader
        })
    }
}

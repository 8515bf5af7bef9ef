//! A statement: what can be cited, a claim or an event.

use super::{Atlas, ClaimId, Event, SourceId};

/// The index of an event among those of its atlas, which are in the order of their dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EventId(usize);

/// Something that is said, and can be cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// Of who has a place, or of anything else.
    Claim(ClaimId),
    /// Of something that happened.
    Event(EventId),
}

impl From<ClaimId> for Statement {
    fn from(id: ClaimId) -> Self {
        Self::Claim(id)
    }
}

impl Statement {
    /// The claim that it is, unless it is an event.
    pub const fn claim(self) -> Option<ClaimId> {
        match self {
            Self::Claim(id) => Some(id),
            Self::Event(_) => None,
        }
    }

    /// The source that says so; `None` for what the editor says.
    pub fn source(self, atlas: &Atlas) -> Option<SourceId> {
        match self {
            Self::Claim(id) => atlas[id].source,
            Self::Event(id) => Some(atlas[id].source),
        }
    }
}

/// # Panics
///
/// Panics if the id is of another atlas, which has more events.
impl std::ops::Index<EventId> for super::Contents {
    type Output = Event;

    fn index(&self, id: EventId) -> &Event {
        &self.events[id.0]
    }
}

impl Atlas {
    /// Finds an event; `None` where the atlas has none from that line of that table, of that date.
    pub fn event_id(&self, event: &Event) -> Option<EventId> {
        let found = self
            .events
            .binary_search_by(|other| other.order().cmp(&event.order()));
        found.ok().map(EventId)
    }
}

//! Events: what is said to have happened at a point on a day. They say nothing of who holds a place.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ActorId, Atlas, Date, Position, SourceId};

/// The number of days that an event is shown for, its own among them, unless the file says otherwise.
pub const EVENT_DAYS: u32 = 7;

/// Something that happened at a point, as a source reports it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Event {
    /// The date on which it happened.
    pub date: Date,
    /// The point where it happened.
    pub at: Position,
    /// The name of the place, where the table has one.
    pub place: Option<String>,
    /// The event in the words of the table.
    pub words: String,
    /// The actors that took part, as far as the table names them as the file does; each once.
    pub actors: Vec<ActorId>,
    /// The source that the table is of.
    pub source: SourceId,
    /// The one who reported it first, as the table has it.
    pub reported_by: Option<String>,
    /// The path of the table, from the folder of the region file.
    #[serde(with = "shared")]
    pub table: Arc<str>,
    /// The line of the table that it stands on, counted from 1.
    pub line: u64,
}

/// A text that several things share, as any other text.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &Arc<str>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(from).map(Arc::from)
    }
}

impl Event {
    /// Puts events in the order that [`Atlas::events_at`](super::Atlas::events_at) finds them by.
    pub fn sort(events: &mut [Self]) {
        events.sort_by(|one, other| one.order().cmp(&other.order()));
    }

    pub(super) fn order(&self) -> impl Ord + use<'_> {
        (self.date.last_day(), &*self.table, self.line)
    }

    /// An id of its own: its table and its line.
    pub fn id(&self) -> String {
        format!("event:{}:{}", self.table, self.line)
    }

    /// Returns `true` if one of some actors, or a part of one, took part, or none are asked for.
    pub fn is_of(&self, atlas: &Atlas, filter: &[ActorId]) -> bool {
        let among = |&actor: &ActorId| atlas.is_among(actor, filter);
        filter.is_empty() || self.actors.iter().any(among)
    }

    /// The name of the place, or its position where it has none.
    pub fn place_name(&self) -> String {
        let Position { lat, lon } = self.at;
        self.place
            .clone()
            .unwrap_or_else(|| format!("{lat:.2}, {lon:.2}"))
    }
}

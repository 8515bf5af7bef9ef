//! Region files as they are written: one to start from, and the changes to one.
//!
//! [`Change`]s are made to the TOML itself, so that comments and order stay; an [`Editor`] keeps every version, each of
//! which gives a map, and saves one of them.
//!
//! Room rules: nothing of terminals.

mod change;
mod editor;
mod entry;
mod marking;
mod page;
mod pending;
mod start;
mod stepping;
mod suggest;
mod thing;
mod writing;

pub use change::{Change, Unchangeable};
pub use editor::{Editor, NotSaved, Refused};
pub use entry::{Entry, NewActor, NewClaim, NewRegion, NewSite, NewSource};
pub use pending::{Incomplete, Pending};
pub use start::{NoBasemap, start};
pub use thing::{Ground, Kind, Thing};
pub use writing::{Sentence, Writing};

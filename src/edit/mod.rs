//! Region files as they are written: one to start from, and the changes to one.
//!
//! [`Change`]s are made to the TOML itself, so that comments and order stay; an [`Editor`] keeps every version, each of
//! which gives a map, and saves one of them.
//!
//! Room rules: nothing of terminals.

mod change;
mod draft;
mod editor;
mod entries;
mod entry;
mod held;
mod line_ends;
mod marking;
mod outline;
mod page;
mod passage;
mod pending;
mod repair;
mod review;
mod revision;
mod start;
mod stepping;
mod suggest;
mod thing;
mod writing;

pub use change::{Change, Unchangeable};
pub use draft::{Drafted, draft};
pub use editor::{Editor, NotSaved, Refused};
pub use entries::line_of;
pub use entry::{Entry, NewActor, NewArea, NewClaim, NewRegion, NewSite, NewSource};
pub use outline::{Drawn, Misdrawn, Outline, is_outside, to_scale};
pub use pending::{Incomplete, Pending};
pub use repair::{Repair, repair, repairs};
pub use review::{Draft, drafts};
pub use revision::{NotMade, Revision};
pub use start::{NoBasemap, start};
pub use thing::{Ground, Kind, Thing};
pub use writing::{Sentence, Writing};

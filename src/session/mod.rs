//! A user's work with a map, whatever front it is done through.
//!
//! [`World`] is what is loaded and never changes; a [`Session`] is where a user is in it. [`update`] is the one place
//! where a session changes, and says why where it can't.
//!
//! Room rules: nothing of terminals, of keys, or of the size of a screen beyond that of the pane that the map is seen in.

mod action;
mod camera;
mod carry;
mod desk;
mod draft;
mod former;
mod navigate;
mod problems;
mod reader;
mod search;
mod state;
mod travel;
mod update;
mod world;

pub use action::{Action, Direction, Refusal, Step, Way, Zoom};
pub use carry::Renumbering;
pub use desk::{Desk, Question};
pub use draft::{Considered, day, draft_lines};
pub use navigate::beside;
pub use problems::FileProblems;
pub use reader::Reader;
pub use state::{Pane, Session, Subject};
pub use update::update;
pub use world::World;

//! Names in any script and spelling → what they are names of.
//!
//! One gazetteer serves search, which ranks what is typed; drafts and warnings, which look for names in running text;
//! and the dialogue, which resolves a name to one thing.
//!
//! Room rules: nothing of terminals or of TOML.

mod fold;
mod gazetteer;
mod phrases;
mod rank;
mod resolve;
mod slug;
mod words;

pub use fold::fold;
pub use gazetteer::{Gazetteer, Hit, Mention, Target};
pub use rank::rank;
pub use resolve::resolve;
pub use slug::{slug, town_id};

//! Finding things by name: every spelling of every place, in any script, from whatever somebody types.
//!
//! Room rules: knows `atlas` and `geo`; nothing of terminals or of TOML.

mod fold;
mod gazetteer;
mod rank;

pub use fold::fold;
pub use gazetteer::{Gazetteer, Hit, Target};
pub use rank::rank;

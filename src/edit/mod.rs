//! Region files as they are written: one to start from.
//!
//! Room rules: nothing of terminals.

mod start;

pub use start::{NoBasemap, start};

//! Tables of events, as they are on disk: CSV with a row an event.

mod columns;
mod rows;
mod unclosed;

pub use columns::Columns;
pub use rows::{Row, Table};

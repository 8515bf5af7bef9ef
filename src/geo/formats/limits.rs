//! The most that is read from a file of features: a file from a stranger has no end of them.

use super::error::GeodataError;

/// Bytes of a file, and of what a packed one unpacks to.
pub const BYTES: u64 = 32 << 20;
/// Features in a file.
pub const FEATURES: usize = 100_000;
/// Points in a file, those of shared borders once for each feature.
pub const POINTS: usize = 2_000_000;
/// Elements of XML or collections of shapes within each other.
pub const NESTING: usize = 64;
/// Comparisons of holes with the points of the rings they may lie in, in a feature.
pub const HOLES: usize = 200_000_000;
/// Rows of a table of events.
pub const ROWS: usize = 100_000;

pub(super) fn too_many(what: &str, most: usize) -> GeodataError {
    GeodataError::TooLarge(format!("it has more than {most} {what}"))
}

/// The error for a file of more bytes than are read.
pub fn too_large() -> GeodataError {
    GeodataError::TooLarge(format!("it is larger than {} MiB", BYTES >> 20))
}

//! The limits on what a file may hold, in counts: beyond each a problem says so, and nothing takes long or much memory.
//!
//! Room rules: numbers alone. `docs/growth.md` tells what each of them bounds.

/// Pairs of edges near each other that are compared to see whether polygons are valid. A border has some three for each
/// of its vertices.
pub const EDGE_PAIRS: usize = 20_000_000;

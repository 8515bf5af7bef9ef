//! The limits on what a file may hold, in counts: beyond each a problem says so, and nothing takes long or much memory.
//!
//! Room rules: numbers alone. `docs/growth.md` tells what each of them bounds.

/// Pairs of edges near each other that are compared. A border has some three for each of its vertices.
pub const EDGE_PAIRS: usize = 20_000_000;

/// Crossings of the shapes that an area is made of, each of which takes some 150 bytes meanwhile.
pub const CROSSINGS: usize = 1_000_000;

/// Points compared where the areas of regions are cut up, once for each region that a piece of land lies in.
pub const POINTS_COMPARED: usize = 20_000_000;

/// Pairs of regions that share a piece of land, counted in every piece.
pub const OVERLAPS: usize = 200_000;

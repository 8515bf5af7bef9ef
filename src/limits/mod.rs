//! The limits on what files may hold: beyond each a problem says so, and nothing takes long or much memory.
//!
//! Room rules: numbers alone. `docs/growth.md` tells what each of them bounds.

/// Bytes in a mebibyte.
pub const MIB: u64 = 1 << 20;

/// The largest region file, in bytes. It is read entry by entry, which takes some 12 times as much memory for claims as
/// people write them.
pub const REGION_FILE: u64 = 32 * MIB;

/// The largest entry of a region file, in bytes, or what stands before its entries; the largest settings file; and the
/// largest region file whose tables are no entries of lists, so that it is read at once. Each takes some 45 times as much
/// memory while it is read, and up to 170 times if it is nothing but heads of empty tables.
pub const TOML: u64 = MIB;

/// Values in a region file: keys, items of lists, and lists and tables themselves, each of which takes some 100 bytes.
pub const VALUES: usize = 3_000_000;

/// Values that an entry counts for by itself: it takes as much memory as so many.
pub const ENTRY_VALUES: usize = 8;

/// Problems of a file that are kept. A hostile one has no end of them.
pub const PROBLEMS: usize = 100_000;

/// The largest source text, in bytes.
pub const TEXT: u64 = 4 * MIB;

/// The largest file that the text of an article is taken out of, in bytes.
pub const ARTICLE: u64 = 16 * MIB;

/// The most that a web archive may unpack to, in bytes.
pub const UNPACKED: u64 = 64 * MIB;

/// The largest file of shapes, in bytes, and what a packed one may unpack to.
pub const GEODATA: u64 = 32 * MIB;

/// Features in a file.
pub const FEATURES: usize = 100_000;

/// Points in a file of shapes, those of shared borders once for each feature.
pub const POINTS: usize = 2_000_000;

/// Objects in a file of GeoJSON, each with its brackets: some four for each feature.
pub const OBJECTS: usize = 4 * FEATURES;

/// Lists in a file of GeoJSON, each with its brackets: one for each point, and some for each ring.
pub const LISTS: usize = POINTS + 10 * FEATURES;

/// Elements of XML, or collections of shapes, within each other.
pub const NESTING: usize = 64;

/// Comparisons of holes with the points of the rings they may lie in, in a feature.
pub const HOLES: usize = 200_000_000;

/// Rows of a table of events.
pub const ROWS: usize = 100_000;

/// All tables of events of a map together, in bytes.
pub const EVENTS: u64 = 32 * MIB;

/// Files in a folder of layers: more than ten years of days.
pub const LAYERS: usize = 5_000;

/// Claims that layers make, one for each of their days and each of their actors.
pub const LAYER_CLAIMS: usize = 50_000;

/// Areas that regions list by their dates, in a region file.
pub const DATED_AREAS: usize = 1_000;

/// Elements of a web page within each other: to find its main text takes the square of it.
pub const ELEMENTS_DEEP: usize = 500;

/// The longest quotation, and words beside one, in bytes: what is longer would be looked up for too long.
pub const QUOTATION: usize = 2_000;

/// A quotation leaves words out at most so many times, for the same reason.
pub const GAPS: usize = 20;

/// Pairs of edges near each other that are compared. A border has some three for each of its vertices.
pub const EDGE_PAIRS: usize = 20_000_000;

/// Looks at edges and at the nodes of a tree of them, for the pairs that are near: some twenty for each edge of a border.
pub const LOOKS: usize = 100_000_000;

/// Crossings of the shapes that an area is made of, each of which takes some 150 bytes meanwhile.
pub const CROSSINGS: usize = 1_000_000;

/// Points compared where the areas of regions are cut up, once for each region that a piece of land lies in.
pub const POINTS_COMPARED: usize = 20_000_000;

/// Pairs of regions that share a piece of land, counted in every piece.
pub const OVERLAPS: usize = 200_000;

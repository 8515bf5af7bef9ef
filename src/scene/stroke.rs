//! The lines of the map.

/// A line through a sub-cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stroke {
    None,
    /// A border between units of the country.
    Unit,
    River,
    /// Between two regions that are filled alike.
    Region,
    /// A border between neighbours.
    Abroad,
    /// The outline of a silent region.
    Dots,
    /// The outline of the selected region.
    Edge,
}

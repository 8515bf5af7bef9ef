//! The same atlas and scene on other media than the screen.
//!
//! Room rules: knows every room above it; of ratatui only buffers, styles and symbols.

mod svg;

pub use svg::svg;

//! The same atlas and scene on other media than the screen.
//!
//! Room rules: knows every room above it; of ratatui only buffers, styles and symbols.

mod annotations;
mod cite;
mod svg;

pub use annotations::{Annotations, Selector, annotations, selectors};
pub use cite::{Format, cite};
pub use svg::svg;

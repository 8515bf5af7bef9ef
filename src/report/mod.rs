//! The same atlas and scene on other media than the screen.
//!
//! Room rules: knows every room above it; of ratatui only the buffer that a picture of the screen is made from.

mod annotations;
mod cite;
mod percent;
#[cfg(feature = "tui")]
mod svg;

pub use annotations::{Annotations, Selector, annotations, selectors};
pub use cite::{Format, cite};
#[cfg(feature = "tui")]
pub use svg::svg;

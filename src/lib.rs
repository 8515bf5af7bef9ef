//! whoholds
pub mod atlas;
pub mod file;
pub mod geo;
pub mod scene;

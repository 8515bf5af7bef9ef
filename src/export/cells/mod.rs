//! A screen of letters in cells as a picture, such as that of the README.

mod draw;
mod sheet;

pub use draw::draw;
pub use sheet::{Letter, LetterStyle, Sheet};

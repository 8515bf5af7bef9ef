//! A screen of letters in cells as a picture, such as that of the README.

mod backdrop;
mod draw;
#[cfg(feature = "pictures")]
mod pixels;
mod sheet;

pub use backdrop::Backdrop;
pub use draw::draw;
#[cfg(feature = "pictures")]
pub use pixels::pixels;
pub use sheet::{Letter, LetterStyle, Sheet};

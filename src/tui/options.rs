//! The settings that the screen starts with.

use super::{editor::Editor, flow::Flow, graphics::Graphics, keymap::Keymap, state::TextOrder};
use crate::{
    atlas::Date,
    file::Article,
    scene::{Marker, Theme},
};

/// The settings that the screen starts with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The keys, with the user's own among them.
    pub keymap: Keymap,
    /// The pieces that the map is drawn in until another kind is asked for.
    pub marker: Marker,
    /// The colours of everything, at the depth of the terminal.
    pub theme: Theme,
    /// The order that the terminal wants right-to-left names in.
    pub text_order: TextOrder,
    /// `false` if the terminal shows italics as something else.
    pub italics: bool,
    /// Without it the terminal keeps the mouse to itself, to select text with.
    pub mouse: bool,
    /// The means by which the map is drawn.
    pub graphics: Graphics,
    /// The frames on their way to the terminal, none so far.
    pub flow: Flow,
    /// The bytes that came before the screen was there, keys among them.
    pub typed: Vec<u8>,
    /// The day it is.
    pub today: Date,
    /// The article that is written on from the start.
    pub article: Option<Article>,
    /// The editor that the region file is opened in.
    pub editor: Option<Editor>,
    /// `true` to begin with the claims in draft.
    pub reviews: bool,
}
